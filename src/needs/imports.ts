import { type GoalChoice, goalsFor } from '../goals/index.ts'
import {
  type Batch,
  type Cells,
  type Checked,
  type Choice,
  type ImportField,
  type ImportKind,
  meant,
  NameIndex,
  plainName,
  RowReader,
  type Values,
} from '../imports/index.ts'
import { PostFinder } from '../people/imports/index.ts'
import { jenjangLabels } from '../people/index.ts'
import { sql, type Tx } from '../platform/db/index.ts'
import { type Jenjang, jenjangCodes } from '../regulation/index.ts'
import { CompetencyFinder, loadCompetencies } from '../standards/imports.ts'

const kinds: readonly Choice[] = [
  { value: 'organisation', label: { id: 'Organisasi', en: 'Organisation' }, names: ['Kebutuhan organisasi'] },
  { value: 'mandate', label: { id: 'Mandat', en: 'Mandate' }, names: ['Mandat peraturan', 'Wajib'] },
]
const links: readonly Choice[] = [
  { value: '1', label: { id: 'Langsung', en: 'Direct' }, names: ['1', 'Penuh'] },
  { value: '0.5', label: { id: 'Menunjang', en: 'Supporting' }, names: ['0,5', '0.5', '½', 'Tidak langsung'] },
]
const states: readonly Choice[] = [
  { value: 'draft', label: { id: 'Draf', en: 'Draft' } },
  { value: 'active', label: { id: 'Berlaku', en: 'In force' }, names: ['Aktif'] },
]
const jenjang: readonly Choice[] = (Object.keys(jenjangCodes) as Jenjang[]).map(value => ({
  value,
  label: { id: jenjangLabels.id[value], en: jenjangLabels.en[value] },
}))

const fields: readonly ImportField[] = [
  {
    key: 'kind',
    label: { id: 'Jenis', en: 'Kind' },
    headers: ['Jenis Kebutuhan'],
    required: true,
    examples: ['Organisasi', 'Mandat'],
    choices: kinds,
    fixable: true,
  },
  {
    key: 'year',
    label: { id: 'Tahun', en: 'Year' },
    headers: ['Tahun Kebutuhan'],
    required: true,
    examples: [2027, 2027],
    type: 'number',
    fixable: true,
  },
  {
    key: 'title',
    label: { id: 'Kebutuhan', en: 'Need' },
    headers: ['Judul', 'Nama Kebutuhan', 'Uraian'],
    required: true,
    examples: ['Layanan perizinan berbasis risiko di semua kabupaten', 'Sertifikasi pengelola keuangan daerah'],
  },
  {
    key: 'competency',
    label: { id: 'Kompetensi', en: 'Competency' },
    headers: ['Kode Kompetensi', 'Nama Kompetensi'],
    examples: ['T.IZIN.1', 'T.KEU.1'],
    help: { id: 'Kode atau nama, bersama tingkatnya.', en: 'Code or name, with its level.' },
  },
  { key: 'level', label: { id: 'Tingkat', en: 'Level' }, headers: ['Level'], examples: [3, 3], type: 'number' },
  {
    key: 'training',
    label: { id: 'Pelatihan', en: 'Training' },
    headers: ['Pelatihan atau Sertifikat', 'Diklat'],
    examples: ['', ''],
    help: { id: 'Bila bukan kompetensi.', en: 'Where it is no competency.' },
  },
  {
    key: 'jenjang',
    label: { id: 'Jenjang', en: 'Jenjang' },
    headers: ['Jenjang Jabatan'],
    examples: ['Ahli Muda', ''],
    choices: jenjang,
    help: { id: 'Kosong berarti semua jenjang.', en: 'Blank means every jenjang.' },
  },
  {
    key: 'unit',
    label: { id: 'Unit', en: 'Unit' },
    headers: ['Perangkat Daerah', 'OPD', 'Unit Kerja'],
    examples: ['', ''],
    help: { id: 'Kode atau nama; kosong berarti seluruh instansi.', en: 'Code or name; blank means the whole agency.' },
  },
  {
    key: 'number',
    label: { id: 'Jumlah orang', en: 'People' },
    headers: ['Jumlah', 'Orang'],
    examples: ['', 40],
    type: 'number',
    help: { id: 'Kosong berarti semua orang pada jenjang dan unit itu.', en: 'Blank means everybody of that jenjang and unit.' },
  },
  {
    key: 'goal',
    label: { id: 'Kode sasaran', en: 'Goal code' },
    headers: ['Sasaran', 'Kode Tujuan/Sasaran/Program'],
    examples: ['', ''],
    help: {
      id: 'Kode tujuan, sasaran, atau program dalam rencana yang berlaku.',
      en: 'Code of a goal or programme of a plan in force.',
    },
  },
  {
    key: 'plan',
    label: { id: 'Rencana', en: 'Plan' },
    headers: ['Nama Rencana', 'Dokumen Rencana'],
    examples: ['', ''],
    help: { id: 'Bila kode yang sama ada di beberapa rencana.', en: 'Where several plans have the same code.' },
  },
  {
    key: 'goalLink',
    label: { id: 'Kaitan sasaran', en: 'Link with the goal' },
    headers: ['Kaitan'],
    examples: ['', ''],
    choices: links,
    help: { id: 'Langsung atau menunjang; kosong berarti langsung.', en: 'Direct or supporting; blank means direct.' },
  },
  {
    key: 'legalBasis',
    label: { id: 'Dasar hukum', en: 'Legal basis' },
    headers: ['Dasar', 'Peraturan'],
    examples: ['Perda RPJMD 2025–2029', 'UU 1/2022'],
    help: { id: 'Wajib untuk mandat.', en: 'Required of a mandate.' },
  },
  { key: 'note', label: { id: 'Catatan', en: 'Note' }, headers: ['Keterangan'], examples: ['', ''] },
  {
    key: 'state',
    label: { id: 'Keadaan', en: 'State' },
    headers: ['Status'],
    examples: ['Berlaku', 'Draf'],
    choices: states,
    fixable: true,
    help: { id: 'Kosong berarti draf.', en: 'Blank means draft.' },
  },
]

const [soonest, farthest] = [0, 10] // years from now
const mostPeople = 100_000

type Lookup = {
  today: string
  posts: PostFinder
  competencies: CompetencyFinder
  competencyNames: NameIndex
  goals: readonly GoalChoice[]
}

function competencyOf(
  row: RowReader,
  at: Lookup,
): { found: NonNullable<ReturnType<CompetencyFinder['find']>>; level: number } | null {
  const text = row.text('competency')
  const level = row.level('level')
  if (text === null) return null
  const found = at.competencies.find(text)
  if (!found) {
    const words = {
      id: `Kompetensi “${text}” tidak ada di kamus. Pakai kode atau namanya.`,
      en: `The dictionary has no competency “${text}”. Use its code or name.`,
    }
    return row.refuse('competency', meant(words, at.competencyNames.nearest(text)))
  }
  return row.need('level', level) === null ? null : { found, level: level! }
}

function goalOf(row: RowReader, at: Lookup): GoalChoice | null {
  const code = row.text('goal', 60)
  const plan = row.text('plan')
  if (code === null) return null
  const named = at.goals.filter(
    goal => goal.code === code.replace(/\.$/, '') && (plan === null || plainName(goal.plan.name) === plainName(plan)),
  )
  if (named.length === 1) return named[0]!
  if (named.length === 0)
    return row.refuse('goal', {
      id: `Sasaran ${code} tidak ada dalam rencana yang berlaku. Periksa kodenya, atau berlakukan rencananya dahulu.`,
      en: `No plan in force has a goal ${code}. Check the code, or put the plan into force first.`,
    })
  const plans = named
    .map(goal => `“${goal.plan.name}”`)
    .slice(0, 3)
    .join(', ')
  return row.refuse('goal', {
    id: `Kode ${code} ada di beberapa rencana: ${plans}. Isi kolom Rencana.`,
    en: `Code ${code} is in several plans: ${plans}. Fill the column Plan.`,
  })
}

function checkStated(cells: Cells, at: Lookup): Checked {
  const row = new RowReader(cells, fields)
  const kind = row.need('kind', row.choice('kind', kinds))
  const thisYear = Number(at.today.slice(0, 4))
  const year = row.need('year', row.whole('year', thisYear + soonest, thisYear + farthest))
  const title = row.need('title', row.text('title'))
  const competency = competencyOf(row, at)
  const training = row.text('training', 200)
  if (competency && training !== null) {
    row.refuse('training', {
      id: 'Isi kompetensi atau pelatihan, bukan keduanya.',
      en: 'Give a competency or a training, not both.',
    })
  }
  const unitText = row.text('unit')
  const unit = unitText === null ? null : at.posts.unit(unitText, null)
  if (unit && !unit.ok) row.refuse('unit', unit.words)
  const [number, goal] = [row.whole('number', 1, mostPeople), goalOf(row, at)]
  const [legalBasis, note] = [row.text('legalBasis'), row.text('note')]
  if (kind === 'mandate' && legalBasis === null) {
    row.refuse('legalBasis', {
      id: 'Mandat harus menyebut peraturan yang mewajibkannya. Isi dasar hukumnya.',
      en: 'A mandate must name the act that demands it. Give its legal basis.',
    })
  } else if (kind === 'organisation' && legalBasis === null && goal === null && row.text('goal', 60) === null) {
    row.refuse('goal', {
      id: 'Kebutuhan organisasi harus menyebut sasaran yang didukung atau dasar hukumnya. Isi salah satunya.',
      en: 'A need of the organisation must name the goal it serves, or its legal basis. Give one of them.',
    })
  }
  const link = row.choice('goalLink', links) ?? '1'
  const given = {
    jenjang: row.choice('jenjang', jenjang),
    training,
    number,
    legalBasis,
    note,
    state: row.choice('state', states),
    competencyId: competency?.found.id ?? null,
    competency: competency?.found.name ?? null,
    level: competency?.level ?? null,
    unitId: unit?.ok ? unit.found.id : null,
    unit: unit?.ok ? unit.found.name : null,
    goalId: goal?.id ?? null,
    goal: goal ? `${goal.code} ${goal.name}` : null,
    goalLink: goal ? link : null,
  }
  if (row.errors.length > 0 || kind === null || year === null || title === null) return { ok: false, errors: row.errors }
  const values: Values = { kind, year, title }
  for (const [key, value] of Object.entries(given)) if (value !== null) values[key] = value
  const claim = {
    field: 'title',
    thing: `${kind} ${year} ${plainName(title)}`,
    says: JSON.stringify(values),
    name: { id: `kebutuhan “${title}”`, en: `the need “${title}”` },
  }
  return { ok: true, values, claims: [claim] }
}

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
