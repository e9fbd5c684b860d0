import { type Batch, type ImportKind, namedBy, staleImport } from '../../imports/index.ts'
import { sql, type Tx } from '../../platform/db/index.ts'
import { loadCodes, loadProviders, ProviderFinder } from '../../providers/imports/index.ts'
import { manageProviders } from '../../providers/index.ts'
import { copyLessons } from '../lessons/copy.ts'
import { usualPass } from '../rules/pass.ts'
import { checkCourse } from './course-check.ts'
import { courseImportFields } from './course-fields.ts'

async function archivedCodes(tx: Tx, instansiId: number): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    SELECT k.provider_id || ' ' || k.code AS key FROM course k JOIN provider p ON p.id = k.provider_id
    WHERE p.instansi_id = ${instansiId} AND k.archived_at IS NOT NULL`.execute(tx)
  return new Set(rows.map(row => row.key))
}

const typed = (batch: Batch) => sql`
  SELECT v.* FROM (${batch.rows}) s, jsonb_to_record(s.values) AS v("providerId" int, code text, title text, form text, jp int, competencies text,
    subjects text, summary text, audience text, "costParticipant" bigint, programme text, "openTo" text, "inForce" boolean)`

/** The version of each course that the file speaks of: its draft, which there is by now. */
const drafts = (batch: Batch) => sql`
  v AS (${typed(batch)}),
  drafts AS (
    SELECT d.id, d.course_id, v.* FROM v JOIN course k ON k.provider_id = v."providerId" AND k.code = v.code
    JOIN course_version d ON d.course_id = k.id AND d.state = 'draft')`

/** Each course with a draft: a new one, the one that stands, or one that begins as what is in force. */
async function beginDrafts(tx: Tx, batch: Batch): Promise<void> {
  await sql`
    WITH v AS (${typed(batch)})
    INSERT INTO course AS k (provider_id, code, open_to, made_by, made_at)
    SELECT v."providerId", v.code, coalesce(v."openTo", o.open_to, 'instansi'), ${batch.by}, now()
    FROM v LEFT JOIN course o ON o.provider_id = v."providerId" AND o.code = v.code
    ON CONFLICT (provider_id, code) DO UPDATE SET open_to = excluded.open_to`.execute(tx)
  const { rows } = await sql<{ from: number | null; to: number }>`
    WITH v AS (${typed(batch)}),
    begun AS (
      INSERT INTO course_version (course_id, number, title, summary, audience, form, international, programme, jp, conformity, conformity_basis,
        entry_rules, pass, cost_participant, made_by, made_at)
      SELECT k.id, coalesce((SELECT max(number) FROM course_version WHERE course_id = k.id), 0) + 1, v.title, coalesce(l.summary, ''), l.audience, v.form,
        coalesce(l.international, false), l.programme, v.jp, coalesce(l.conformity, 'belum'), l.conformity_basis, coalesce(l.entry_rules, '{}'),
        coalesce(l.pass, ${JSON.stringify(usualPass)}::jsonb), l.cost_participant, ${batch.by}, now()
      FROM v JOIN course k ON k.provider_id = v."providerId" AND k.code = v.code
      LEFT JOIN LATERAL (SELECT * FROM course_version o WHERE o.course_id = k.id ORDER BY o.state = 'active' DESC, o.number DESC LIMIT 1) l ON true
      WHERE NOT EXISTS (SELECT FROM course_version d WHERE d.course_id = k.id AND d.state = 'draft')
      RETURNING id, course_id)
    SELECT b.id AS to, (SELECT o.id FROM course_version o WHERE o.course_id = b.course_id ORDER BY o.state = 'active' DESC, o.number DESC LIMIT 1) AS from
    FROM begun b`.execute(tx)
  const copied = rows.flatMap(({ from, to }) => (from === null ? [] : [{ from, to }]))
  if (copied.length === 0) return
  const pairs = sql`jsonb_to_recordset(${JSON.stringify(copied)}::jsonb) AS p("from" int, "to" int)`
  await sql`
    WITH subjects AS (
      INSERT INTO course_subject (version_id, sort, title, jp)
      SELECT p."to", s.sort, s.title, s.jp FROM ${pairs} JOIN course_subject s ON s.version_id = p."from")
    INSERT INTO course_competency (version_id, competency_id, level)
    SELECT p."to", c.competency_id, c.level FROM ${pairs} JOIN course_competency c ON c.version_id = p."from"`.execute(tx)
  await copyLessons(tx, copied)
}

async function write(tx: Tx, batch: Batch): Promise<void> {
  // Meanwhile an institution may have been closed, or a course archived.
  const { rows: gone } = await sql`
    SELECT 1 FROM (${batch.rows}) s LEFT JOIN provider p ON p.id = (s.values->>'providerId')::int AND p.instansi_id = ${batch.instansiId}::int
      AND p.closed_at IS NULL
    LEFT JOIN course k ON k.provider_id = p.id AND k.code = s.values->>'code'
    WHERE p.id IS NULL OR k.archived_at IS NOT NULL LIMIT 1`.execute(tx)
  if (gone.length > 0) throw staleImport()
  await beginDrafts(tx, batch)
  await sql`
    WITH ${drafts(batch)}
    UPDATE course_version o SET title = d.title, form = d.form, jp = d.jp, summary = coalesce(d.summary, o.summary),
      audience = coalesce(d.audience, o.audience), programme = coalesce(d.programme, o.programme),
      cost_participant = coalesce(d."costParticipant", o.cost_participant)
    FROM drafts d WHERE o.id = d.id`.execute(tx)
  await sql`WITH ${drafts(batch)} DELETE FROM course_subject WHERE version_id IN (SELECT id FROM drafts WHERE subjects IS NOT NULL)`.execute(
    tx,
  )
  await sql`
    WITH ${drafts(batch)}
    INSERT INTO course_subject (version_id, sort, title, jp)
    SELECT d.id, part.n, regexp_replace(part.said, ': [0-9]+$', ''), substring(part.said FROM '[0-9]+$')::int
    FROM drafts d CROSS JOIN LATERAL regexp_split_to_table(d.subjects, '; ') WITH ORDINALITY AS part(said, n)`.execute(tx)
  await sql`
    WITH ${drafts(batch)} DELETE FROM course_competency WHERE version_id IN (SELECT id FROM drafts WHERE competencies IS NOT NULL)`.execute(
    tx,
  )
  await sql`
    WITH ${drafts(batch)}
    INSERT INTO course_competency (version_id, competency_id, level)
    SELECT DISTINCT ON (d.id, upper(c.code)) d.id, c.id, split_part(part, ':', 2)::int
    FROM drafts d CROSS JOIN LATERAL regexp_split_to_table(d.competencies, '; ') AS part
    JOIN competency c ON upper(c.code) = split_part(part, ':', 1) AND c.active ORDER BY d.id, upper(c.code), c.id`.execute(tx)
  // A first version only: what is in force is replaced by somebody who has seen the difference.
  await sql`
    WITH ${drafts(batch)}
    UPDATE course_version o SET state = 'active', activated_by = ${batch.by}, activated_at = now()
    FROM drafts d WHERE o.id = d.id AND d."inForce" AND NOT EXISTS (SELECT FROM course_version a WHERE a.course_id = d.course_id AND a.state = 'active')
      AND (o.conformity IN ('belum', 'tidak_ada') OR o.conformity_basis IS NOT NULL)`.execute(tx)
}

export const courseImport: ImportKind = {
  kind: 'kursus',
  scope: manageProviders,
  name: { id: 'Kursus', en: 'Courses' },
  lead: {
    id: 'Kursus lembaga di daftar instansi ini, dengan kurikulum dan kompetensi yang dicapai.',
    en: 'Courses of the providers in the register of this agency, with curriculum and the competencies reached.',
  },
  notes: [
    {
      id: 'Satu baris satu kursus. Lembaga dan kode yang sama dianggap kursus yang sama.',
      en: 'One row one course. The same provider and code is the same course.',
    },
    {
      id: 'Kursus yang sudah berlaku tidak langsung berubah: perubahannya menjadi rancangan versi berikutnya, yang Anda berlakukan di halaman kursus.',
      en: 'A course in force is not changed at once: changes become the draft of its next version, which you put into force on its page.',
    },
    { id: 'Sel kosong tidak menghapus apa yang sudah tercatat.', en: 'A blank cell removes nothing that is on record.' },
    { id: 'Lembaganya harus sudah ada di menu Penyelenggara.', en: 'The provider must be in the register already.' },
  ],
  fields: courseImportFields,
  subject: cells => namedBy(cells.code, cells.title),
  async prepare(p) {
    const providers = new ProviderFinder(await p.read(tx => loadProviders(tx, p.instansiId)))
    const codes = await p.read(loadCodes)
    const archived = await p.read(tx => archivedCodes(tx, p.instansiId))
    return { check: cells => checkCourse(cells, { providers, codes, archived }) }
  },
  before: () => sql`
    SELECT s.row_number, jsonb_strip_nulls(jsonb_build_object('providerId', k.provider_id, 'provider', p.name, 'code', k.code, 'title', o.title,
      'form', o.form, 'jp', o.jp, 'summary', nullif(o.summary, ''), 'audience', o.audience, 'costParticipant', o.cost_participant::text,
      'programme', o.programme, 'openTo', k.open_to,
      'inForce', CASE WHEN EXISTS (SELECT FROM course_version a WHERE a.course_id = k.id AND a.state = 'active') THEN true END,
      'subjects', (SELECT string_agg(t.title || ': ' || t.jp, '; ' ORDER BY t.sort) FROM course_subject t WHERE t.version_id = o.id),
      'competencies', (SELECT string_agg(upper(c.code) || ':' || r.level, '; ' ORDER BY upper(c.code) COLLATE "C")
        FROM course_competency r JOIN competency c ON c.id = r.competency_id WHERE r.version_id = o.id))) AS before
    FROM staged s JOIN course k ON k.provider_id = (s.values->>'providerId')::int AND k.code = s.values->>'code'
    JOIN provider p ON p.id = k.provider_id
    JOIN LATERAL (
      SELECT * FROM course_version x WHERE x.course_id = k.id
      ORDER BY array_position(ARRAY['draft', 'active', 'archived'], x.state), x.number DESC LIMIT 1) o ON true`,
  apply: write,
}
