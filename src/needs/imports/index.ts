import { goalsFor } from '../../goals/index.ts'
import { type Batch, type ImportKind, NameIndex } from '../../imports/index.ts'
import { PostFinder } from '../../people/imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { CompetencyFinder, loadCompetencies } from '../../standards/imports.ts'
import { checkStated } from './check.ts'
import { fields } from './fields.ts'

const typed = (batch: Batch) => sql`
  SELECT v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v(kind text, year int, title text, "competencyId" int, level int, training text,
    jenjang text, "unitId" int, number int, "goalId" int, "goalLink" numeric, "legalBasis" text, note text, state text)`

/** What stands and is not archived is changed, a blank cell leaving what was there; what is new is written. A draft may be put into force, never back. */
async function write(tx: Tx, batch: Batch) {
  await sql`
    WITH v AS MATERIALIZED (${typed(batch)}),
    changed AS (
      UPDATE stated_need s SET competency_id = coalesce(v."competencyId", s.competency_id), level = coalesce(v.level, s.level),
        training = coalesce(v.training, s.training), jenjang = coalesce(v.jenjang, s.jenjang), unit_id = coalesce(v."unitId", s.unit_id),
        number = CASE WHEN s.population = 'proposals' THEN NULL ELSE coalesce(v.number, s.number) END,
        population = CASE WHEN s.population = 'rule' AND v.number IS NOT NULL THEN 'number' ELSE s.population END,
        goal_id = coalesce(v."goalId", s.goal_id), goal_link = coalesce(v."goalLink", s.goal_link), legal_basis = coalesce(v."legalBasis", s.legal_basis),
        note = coalesce(v.note, s.note), import_id = ${batch.importId}::int,
        activated_by = CASE WHEN s.state = 'draft' AND v.state = 'active' THEN ${batch.by} ELSE s.activated_by END,
        activated_at = CASE WHEN s.state = 'draft' AND v.state = 'active' THEN now() ELSE s.activated_at END,
        state = CASE WHEN v.state = 'active' THEN 'active' ELSE s.state END
      FROM v WHERE s.instansi_id = ${batch.instansiId}::int AND s.state <> 'archived' AND s.kind = v.kind AND s.year = v.year AND lower(s.title) = lower(v.title)
      RETURNING s.kind, s.year, lower(s.title) AS title)
    INSERT INTO stated_need (instansi_id, kind, year, title, competency_id, level, training, population, jenjang, unit_id, number, goal_id, goal_link,
      legal_basis, note, state, import_id, made_by, made_at, activated_by, activated_at)
    SELECT ${batch.instansiId}::int, v.kind, v.year, v.title, v."competencyId", v.level, v.training, CASE WHEN v.number IS NULL THEN 'rule' ELSE 'number' END,
      v.jenjang, v."unitId", v.number, v."goalId", v."goalLink", v."legalBasis", v.note, coalesce(v.state, 'draft'), ${batch.importId}::int, ${batch.by}, now(),
      CASE WHEN v.state = 'active' THEN ${batch.by} END, CASE WHEN v.state = 'active' THEN now() END
    FROM v WHERE NOT EXISTS (SELECT FROM changed c WHERE (c.kind, c.year, c.title) = (v.kind, v.year, lower(v.title)))`.execute(
    tx,
  )
}

/** Needs of the organisation and mandates, with their goal or legal basis. */
export const statedNeedImport: ImportKind = {
  kind: 'kebutuhan',
  name: { id: 'Kebutuhan organisasi dan mandat', en: 'Needs of the organisation, and mandates' },
  lead: {
    id: 'Kebutuhan dengan sasaran atau dasar hukumnya, untuk siapa dan tahun berapa.',
    en: 'Needs with their goal or legal basis, for whom and in which year.',
  },
  notes: [
    { id: 'Satu baris satu kebutuhan.', en: 'One row one need.' },
    {
      id: 'Jenis, tahun, dan judul yang sama dianggap kebutuhan yang sama; sel kosong tidak menghapus yang sudah ada.',
      en: 'The same kind, year and title are the same need; a blank cell does not delete what is there.',
    },
    {
      id: 'Mandat harus menyebut dasar hukum; kebutuhan organisasi menyebut sasaran atau dasar hukumnya.',
      en: 'A mandate names its legal basis; a need of the organisation its goal or legal basis.',
    },
  ],
  fields,
  subject: cells => (cells.title === undefined ? '–' : String(cells.title)),
  async prepare(p) {
    const at = await p.read(async tx => {
      const all = await loadCompetencies(tx)
      return {
        today: p.today,
        posts: await PostFinder.load(tx, p.instansiId),
        competencies: new CompetencyFinder(all),
        competencyNames: new NameIndex(all.map(one => one.name)),
        goals: await goalsFor(tx, p.instansiId),
      }
    })
    return { check: cells => checkStated(cells, at) }
  },
  before: instansiId => sql`
    SELECT s.row_number, jsonb_build_object('kind', n.kind, 'year', n.year, 'title', n.title, 'competencyId', n.competency_id, 'competency', c.name,
      'level', n.level, 'training', n.training, 'jenjang', n.jenjang, 'unitId', n.unit_id, 'unit', u.name, 'number', n.number, 'goalId', n.goal_id,
      'goal', g.code || ' ' || g.name, 'goalLink', n.goal_link::float8::text, 'legalBasis', n.legal_basis, 'note', n.note, 'state', n.state) AS before
    FROM staged s JOIN stated_need n ON n.instansi_id = ${instansiId}::int AND n.state <> 'archived' AND n.kind = s.values->>'kind'
      AND n.year = (s.values->>'year')::int AND lower(n.title) = lower(s.values->>'title')
    LEFT JOIN competency c ON c.id = n.competency_id LEFT JOIN unit u ON u.id = n.unit_id LEFT JOIN goal g ON g.id = n.goal_id`,
  apply: write,
  fact: 'factors.changed',
}
