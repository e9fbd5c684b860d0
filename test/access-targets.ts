import { asJob, sql, type Tx } from '../src/platform/db/index.ts'
import { activitiesForAll } from './access-activities.ts'
import { claimsForAll } from './access-claims.ts'
import { runningForAll } from './access-classes.ts'
import { communitiesForAll } from './access-communities.ts'
import { daysForAll } from './access-days.ts'
import { enrolmentsForAll } from './access-enrolment.ts'
import { evidenceForAll } from './access-evidence.ts'
import { recordsForAll } from './access-jp.ts'
import { lessonsForAll } from './access-lessons.ts'
import { providersForAll } from './access-providers.ts'
import { siasnForAll } from './access-siasn.ts'
import type { Role } from './access-table.ts'
import type { DemoApp } from './factories/demo.ts'

/** Something to ask for: a government with what belongs to it, and a person. */
export type Target = {
  instansi: string
  instansiId: number
  unit: number
  jabatan: number
  need: number
  /** A need that was stated, and a proposal that waits: one's own where one heads a unit. */
  stated: number
  proposal: number
  /** A development plan of the government, and a goal in it with another under it. */
  plan: number
  goal: number
  competency: string
  /** Drafts of the government: a standard of a class, and a dictionary. */
  draft: number
  dictionary: number
  person: number
  nip: string
  /** A result of the person. */
  result: number
  /** How the list of people is asked for: by government where the role holds one whole. */
  people: string
}
export type Targets = Record<Role, { inside: Target; outside: Target }>

const passwordOf = sql`SELECT password FROM identity.credential WHERE account_id = 'demo-admin'`

/** Everybody has one document issued about them, known by the person's id; all have the same file. */
export const documentFile = 'documents/uji.pdf'
export const documentText = 'Dokumen uji'
export const documentOf = ({ person }: Pick<Target, 'person'>) => 1_000_000 + person
async function documentsForAll(tx: Tx): Promise<void> {
  await sql`
    WITH made AS (
      INSERT INTO issued_document (pegawai_id, id, instansi_id, instansi_then, kind, subject, title, language, as_of, state, beat_at, requested_by,
        requested_by_name, requested_at, issued_at)
      SELECT p.pegawai_id, 1000000 + p.pegawai_id, p.instansi_id, p.instansi_id, 'akd_pegawai', p.name, 'AKD ' || p.name, 'id', current_date, 'ready',
        now(), 'demo-admin', 'Admin', now(), now() FROM pegawai p
      RETURNING pegawai_id, id, instansi_id)
    INSERT INTO issued_file (pegawai_id, document_id, format, instansi_id, file_key, bytes, sha256, names)
    SELECT pegawai_id, id, 'pdf', instansi_id, ${documentFile}::text, 11, encode(sha256(${documentText}::text::bytea), 'hex'), true FROM made`.execute(
    tx,
  )
}

/** What the demo lacks: somebody of the ministry with a gap, and an admin of one kabupaten. */
export async function addToDemo(tx: Tx): Promise<void> {
  await sql`
    WITH office AS (INSERT INTO unit (instansi_id, code, name) VALUES (1, 'BIRO', 'Biro Uji') RETURNING id),
    post AS (INSERT INTO jabatan (instansi_id, unit_id, code, name, jenis, jenjang)
      SELECT 1, id, 'PRC', 'Perencana Uji', 'fungsional', 'ahli_muda' FROM office RETURNING id, unit_id),
    person AS (INSERT INTO pegawai (instansi_id, unit_id, jabatan_id, nip, name, employment, sex, birth_date)
      SELECT 1, unit_id, id, '198001012005011001', 'Orang Kementerian', 'pns', 'l', '1980-01-01' FROM post RETURNING pegawai_id, jabatan_id)
    INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until)
    SELECT person.pegawai_id, 1, 1, c.id, 1, 'cact', current_date - 100, current_date + 900 FROM person, competency c WHERE c.code = 'M.1'`.execute(
    tx,
  )
  await sql`UPDATE unit SET top_id = id WHERE instansi_id = 1`.execute(tx)
  await sql`
    INSERT INTO standard (instansi_id, jenjang, version, state, made_by, made_at)
    SELECT id, 'pelaksana', coalesce((SELECT max(s.version) FROM standard s WHERE s.instansi_id = i.id AND s.jenjang = 'pelaksana'), 0) + 1, 'draft',
      'demo-admin', now() FROM instansi i`.execute(tx)
  await sql`
    WITH made AS (INSERT INTO dictionary (instansi_id, name, state, legal_basis, made_by, made_at)
      SELECT id, 'Kamus uji', 'draft', 'SK uji', 'demo-admin', now() FROM instansi RETURNING id)
    INSERT INTO competency (dictionary_id, active, code, name, pillar, legal_basis) SELECT id, false, 'UJI.1', 'Uji', 'teknis', 'SK uji' FROM made`.execute(
    tx,
  )
  // A stated need, a proposal that waits and a factor in every government; a training that the ministry's post asks for.
  await sql`
    INSERT INTO stated_need (instansi_id, kind, year, title, population, number, legal_basis, state, made_by, made_at, activated_at)
    SELECT i.id, 'mandate', 2099, 'Kebutuhan uji', 'number', 1, 'Dasar uji', 'active', 'uji', now(), now() FROM instansi i
    WHERE NOT EXISTS (SELECT FROM stated_need s WHERE s.instansi_id = i.id)`.execute(tx)
  await sql`
    WITH call AS (
      INSERT INTO proposal_call (instansi_id, year, opens_on, closes_on, made_by, made_at)
      SELECT i.id, 2099, current_date, current_date + 1, 'uji', now() FROM instansi i
      WHERE NOT EXISTS (SELECT FROM proposal_call c WHERE c.instansi_id = i.id) RETURNING id, instansi_id)
    INSERT INTO need_proposal (instansi_id, call_id, unit_id, title, reason, urgency, others, named, state, made_by, made_at, sent_at)
    SELECT call.instansi_id, call.id, (SELECT min(u.id) FROM unit u WHERE u.instansi_id = call.instansi_id AND u.id = u.top_id), 'Usulan uji', 'Alasan uji',
      'rendah', 1, 0, 'sent', 'uji', now(), now() FROM call`.execute(tx)
  await sql`
    INSERT INTO need_factor (instansi_id, kind, jenjang, subject, difficulty)
    SELECT i.id, 'performance', 'ahli_muda', 'perilaku', 's' FROM instansi i
    WHERE NOT EXISTS (SELECT FROM need_factor f WHERE f.instansi_id = i.id)`.execute(tx)
  await sql`
    INSERT INTO jabatan_dif (instansi_id, jabatan_id, kind, subject, difficulty, importance, frequency, set_by, set_at)
    SELECT j.instansi_id, min(j.id), 'training', 'uji akses', 'r', 's', 't', 'uji', now() FROM jabatan j GROUP BY j.instansi_id`.execute(
    tx,
  )
  await sql`
    INSERT INTO standard_qualification (standard_id, sort, kind, name, importance)
    SELECT s.id, 900, 'pelatihan', 'Pelatihan Uji Akses', 'perlu' FROM standard s
    WHERE s.instansi_id IS NULL AND s.jabatan_id IS NULL AND s.urusan IS NULL AND s.family IS NULL AND s.state = 'active'
      AND s.jenjang IN ('ahli_muda', 'ahli_pertama', 'pelaksana')`.execute(tx)
  await sql`
    INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, result_rating, behaviour_rating, predicate, matrix_from, source, recorded_by)
    SELECT pegawai_id, 1, 1, 2025, 'tahunan', 'sesuai', 'sesuai', 'baik', '2022-01-01', 'formulir', 'demo-admin' FROM pegawai WHERE instansi_id = 1`.execute(
    tx,
  )
  // What no seed fills: somebody of each government was on leave once.
  await sql`
    INSERT INTO former_status (pegawai_id, instansi_id, instansi_then, status, until_date)
    SELECT min(pegawai_id), instansi_id, instansi_id, 'cltn', '2024-01-01' FROM pegawai GROUP BY instansi_id`.execute(tx)
  // A plan for each government that the demo gives none.
  await sql`
    WITH plan AS (
      INSERT INTO development_plan (instansi_id, kind, name, year_from, year_until, legal_basis, state, made_by, made_at, activated_by, activated_at)
      SELECT i.id, 'strategi_sdm', 'Rencana uji', 2025, 2029, 'uji', 'active', 'demo-admin', now(), 'demo-admin', now() FROM instansi i
      WHERE NOT EXISTS (SELECT FROM development_plan p WHERE p.instansi_id = i.id) RETURNING id),
    aim AS (INSERT INTO goal (plan_id, kind, code, name) SELECT id, 'tujuan', '1', 'Tujuan uji' FROM plan RETURNING id, plan_id)
    INSERT INTO goal (plan_id, parent_id, kind, code, name) SELECT plan_id, id, 'sasaran', '1.1', 'Sasaran uji' FROM aim`.execute(
    tx,
  )
  await sql`
    INSERT INTO identity.user_account (id, name, email, username)
    VALUES ('uji-admin-kabupaten', 'Admin Kabupaten', 'uji-admin-kabupaten@akun.invalid', 'admin-kabupaten')`.execute(tx)
  await sql`
    INSERT INTO identity.credential (id, external_id, provider_id, account_id, password)
    VALUES ('uji-admin-kabupaten', 'uji-admin-kabupaten', 'credential', 'uji-admin-kabupaten', (${passwordOf}))`.execute(tx)
  await sql`
    INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES ('uji-admin-kabupaten', 'admin', 'instansi', 3)`.execute(
    tx,
  )
  // Everybody who was assessed objects to one result; the objection bears the person's number.
  await sql`
    INSERT INTO appeal (pegawai_id, id, instansi_id, instansi_then, result_id, competency_id, level_before, state, reason, filed_by, filed_at, due_on)
    SELECT DISTINCT ON (pegawai_id) pegawai_id, pegawai_id, instansi_id, instansi_then, id, competency_id, level, 'filed', 'Alasan uji yang cukup panjang.',
      'uji', now(), current_date + 30 FROM assessment_result ORDER BY pegawai_id, id`.execute(tx)
  await documentsForAll(tx)
  await recordsForAll(tx, documentFile)
  await daysForAll(tx)
  await lessonsForAll(tx)
  await evidenceForAll(tx)
  await activitiesForAll(tx)
  await communitiesForAll(tx)
  await providersForAll(tx)
  await enrolmentsForAll(tx)
  await runningForAll(tx)
  await claimsForAll(tx)
  await siasnForAll(tx)
}

/** The account that plays a role. */
export const accountOf = (role: Role) => (role === 'adminKabupaten' ? 'admin-kabupaten' : role)
export const accountIdOf = (role: Role) => (role === 'adminKabupaten' ? 'uji-admin-kabupaten' : `demo-${role}`)

const one = async <T>(tx: Tx, text: string): Promise<T> => {
  const { rows } = await sql.raw<T>(text).execute(tx)
  if (!rows[0]) throw new Error(`the demo holds nothing for: ${text}`)
  return rows[0]
}

type Person = { person: number; nip: string; result: number }
const personWhere = (tx: Tx, condition: string) =>
  one<Person>(
    tx,
    `SELECT p.pegawai_id AS person, p.nip, (SELECT min(r.id) FROM assessment_result r WHERE r.pegawai_id = p.pegawai_id) AS result
     FROM pegawai p WHERE p.status = 'aktif'
     AND EXISTS (SELECT FROM assessment_result r WHERE r.pegawai_id = p.pegawai_id)
     AND EXISTS (SELECT FROM competency_gap g WHERE g.pegawai_id = p.pegawai_id)
     AND ${condition} ORDER BY p.pegawai_id LIMIT 1`,
  )
const personOf = (account: string) => `(SELECT a.pegawai_id FROM identity.user_account a WHERE a.username = '${account}')`
const leaderOf = (account: string) => `(SELECT v.atasan_id FROM pegawai_atasan v WHERE v.pegawai_id = ${personOf(account)})`
const teamOf = (account: string) => `(SELECT v.pegawai_id FROM pegawai_atasan v WHERE v.atasan_id = ${personOf(account)})`
const caseOf = (id: number) => `(SELECT c.pegawai_id FROM identity.scope_case_person c WHERE c.case_id = ${id})`
const notActor = `p.pegawai_id NOT IN (SELECT a.pegawai_id FROM identity.user_account a WHERE a.pegawai_id IS NOT NULL)`

/** A government, somebody of it, and the way to its people. */
async function at(tx: Tx, code: string): Promise<Target> {
  const place = await one<Omit<Target, 'person' | 'nip' | 'result' | 'people' | 'plan' | 'goal'>>(
    tx,
    `SELECT i.region_code AS instansi, i.id AS "instansiId", j.unit_id AS unit, j.id AS jabatan, n.id AS need, c.code AS competency,
       (SELECT min(s.id) FROM stated_need s WHERE s.instansi_id = i.id AND s.state = 'active') AS stated,
       (SELECT min(q.id) FROM need_proposal q WHERE q.instansi_id = i.id AND q.state = 'sent') AS proposal,
       (SELECT min(s.id) FROM standard s WHERE s.instansi_id = i.id AND s.state = 'draft') AS draft,
       (SELECT min(d.id) FROM dictionary d WHERE d.instansi_id = i.id AND d.state = 'draft') AS dictionary
     FROM instansi i JOIN need n ON n.instansi_id = i.id AND n.people > 0 JOIN competency c ON c.id = n.competency_id
     JOIN competency_gap g ON g.instansi_id = i.id AND g.competency_id = n.competency_id AND g.jenjang = n.jenjang AND g.gap > 0
     JOIN pegawai p ON p.pegawai_id = g.pegawai_id JOIN jabatan j ON j.id = p.jabatan_id
     WHERE i.region_code = '${code}' ORDER BY n.id, p.pegawai_id LIMIT 1`,
  )
  const goal = await one<{ plan: number; goal: number }>(
    tx,
    `SELECT p.id AS plan, g.id AS goal FROM development_plan p JOIN goal g ON g.plan_id = p.id
     WHERE p.instansi_id = ${place.instansiId} AND p.state = 'active' AND EXISTS (SELECT FROM goal c WHERE c.parent_id = g.id)
     ORDER BY p.id, g.id LIMIT 1`,
  )
  const person = await personWhere(tx, `p.instansi_id = ${place.instansiId} AND ${notActor}`)
  return { ...place, ...goal, ...person, people: `instansi=${code}` }
}

const nowhere: Target = {
  instansi: '99',
  instansiId: 999_999,
  unit: 999_999,
  jabatan: 999_999,
  need: 999_999,
  stated: 999_999,
  proposal: 999_999,
  plan: 999_999,
  goal: 999_999,
  competency: 'M.1',
  draft: 999_999,
  dictionary: 999_999,
  person: 999_999,
  nip: '199912312025011999',
  result: 999_999,
  people: 'instansi=99',
}

/** What lies inside and outside the scope of whom: outside is always the nearest thing beyond the border. */
export const targetsOf = (demo: DemoApp): Promise<Targets> =>
  asJob(demo.database.outer, async tx => {
    const province = await at(tx, '19')
    const bangka = await at(tx, '19.01')
    const belitung = await at(tx, '19.02')
    const tengah = await at(tx, '19.04')
    const kota = await at(tx, '19.71')
    const ministry = await at(tx, '3001')
    const who = async (place: Target, condition: string): Promise<Target> => ({
      ...place,
      ...(await personWhere(tx, condition)),
      people: '',
    })
    const is = (account: string) => `p.pegawai_id = ${personOf(account)}`
    const from = (instansi: number, people: string) => `p.instansi_id = ${instansi} AND p.pegawai_id IN ${people}`
    /** By name or figure: one asks for a list of people of the whole government. */
    const beyond = async (place: Target, condition: string): Promise<Target> => ({
      ...(await who(place, condition)),
      people: place.people,
    })
    const proposedBy = (account: string) =>
      one<{ proposal: number }>(
        tx,
        `SELECT min(id) AS proposal FROM need_proposal WHERE made_by = '${account}' AND state = 'sent' HAVING min(id) IS NOT NULL`,
      )
    const colleague = `p.unit_id = (SELECT q.unit_id FROM pegawai q WHERE q.pegawai_id = ${personOf('bappeda')}) AND NOT ${is('bappeda')}`
    return {
      admin: { inside: ministry, outside: nowhere },
      nasional: { inside: ministry, outside: nowhere },
      adminKabupaten: { inside: bangka, outside: province },
      pengelola: { inside: province, outside: bangka },
      kabupaten: { inside: bangka, outside: province },
      perencana: { inside: tengah, outside: ministry },
      pembina: { inside: kota, outside: ministry },
      pimpinan: { inside: province, outside: kota },
      bappeda: { inside: await who(province, is('bappeda')), outside: await beyond(ministry, colleague) },
      atasan: {
        inside: { ...(await who(province, from(2, teamOf('atasan')))), ...(await proposedBy('demo-atasan')) },
        outside: await beyond(bangka, `p.pegawai_id = ${leaderOf('atasan')}`),
      },
      pegawai: {
        inside: await who(province, is('pegawai')),
        outside: await beyond(bangka, `p.pegawai_id = ${leaderOf('pegawai')}`),
      },
      asesor: {
        inside: await who(province, from(3, caseOf(1))),
        outside: await beyond(belitung, from(2, caseOf(2))),
      },
      penyelenggara: {
        inside: { ...(await who(province, from(9, caseOf(2)))), ...(await proposedBy('demo-penyelenggara')) },
        outside: await beyond(belitung, from(2, caseOf(1))),
      },
      fasilitator: {
        inside: await who(province, from(6, caseOf(2))),
        outside: await beyond(belitung, from(3, caseOf(1))),
      },
    }
  })

export type Everybody = { id: number; instansiId: number; nips: string[] }[]

/** Every person in the database with all numbers they ever bore, read past every scope. */
export const everybody = (demo: DemoApp): Promise<Everybody> =>
  asJob(demo.database.outer, async tx => {
    const { rows } = await sql<Everybody[number]>`
      SELECT p.pegawai_id AS id, p.instansi_id AS "instansiId",
             p.nip || coalesce((SELECT array_agg(h.nip) FROM employment_history h WHERE h.pegawai_id = p.pegawai_id), '{}') AS nips
      FROM pegawai p ORDER BY p.pegawai_id`.execute(tx)
    return rows
  })

/** Whom each role may see: written out here, not asked of the product. */
export const whoSeesWhom = (demo: DemoApp, all: Everybody): Promise<Record<Role, Set<number>>> =>
  asJob(demo.database.outer, async tx => {
    const ids = async (list: string) =>
      (await sql.raw<{ id: number }>(`SELECT unnest(array${list}) AS id`).execute(tx)).rows.map(row => row.id)
    const of = (...instansi: number[]) => all.filter(person => instansi.includes(person.instansiId)).map(person => person.id)
    const self = (account: string) => ids(personOf(account))
    const team = (account: string) => ids(teamOf(account))
    const everyone = all.map(person => person.id)
    const guided = of(2, 3, 4, 5, 6, 7, 8, 9)
    return {
      admin: new Set(everyone),
      nasional: new Set(everyone),
      adminKabupaten: new Set(of(3)),
      pengelola: new Set(of(2)),
      kabupaten: new Set(of(3)),
      perencana: new Set(guided),
      pembina: new Set(guided),
      pimpinan: new Set(of(2)),
      bappeda: new Set(await self('bappeda')),
      atasan: new Set([...(await team('atasan')), ...(await self('atasan'))]),
      pegawai: new Set(await self('pegawai')),
      asesor: new Set([...(await ids(caseOf(1))), ...(await self('asesor'))]),
      penyelenggara: new Set([...(await ids(caseOf(2))), ...(await team('penyelenggara')), ...(await self('penyelenggara'))]),
      fasilitator: new Set([...(await ids(caseOf(2))), ...(await self('fasilitator'))]),
    }
  })

export type Fresh = { import: number; account: string; grant: number; token: number; entry: number; opening: number }
/** Where nothing may be changed: ids that are nowhere. */
export const untouched: Fresh = {
  import: 999_999,
  account: 'tidak-ada',
  grant: 999_999,
  token: 999_999_999,
  entry: 999_999_999,
  opening: 999_999,
}

/** Throw-away things that a request may change: an import, an account with a role, a token, an entry of the trail, an opening that is over. */
export const fresh = (demo: DemoApp, target: Target, tokenOf: string): Promise<Fresh> =>
  asJob(demo.database.outer, async tx => {
    const counts = '{"new": 1, "changed": 0, "same": 0, "skipped": 0, "refused": 1}'
    const columns = '[{"header": "NIP", "examples": []}]'
    const token = await sql<{ id: number }>`
      INSERT INTO identity.api_token (account_id, label, digest, expires_at)
      VALUES (${tokenOf}, 'uji', gen_random_uuid()::text, now() + interval '1 day') RETURNING id`.execute(tx)
    const { id } = token.rows[0]!
    if (target === nowhere) return { ...untouched, token: id }
    const made = await sql<Omit<Fresh, 'token'>>`
      WITH i AS (
        INSERT INTO import (instansi_id, account_id, kind, file_name, file_key, file_bytes, file_digest, state, columns, mapping, total, counts, created_at)
        VALUES (${target.instansiId}, 'demo-admin', 'pegawai', 'uji.csv', 'imports/uji', 9, 'uji', 'preview', ${columns}::text::jsonb,
                '{"nip": 0}', 2, ${counts}::text::jsonb, now()) RETURNING id, instansi_id),
      r AS (
        INSERT INTO import_row (import_id, instansi_id, row_number, subject, outcome, cells, errors)
        SELECT id, instansi_id, 2, ${target.nip}, 'refused', jsonb_build_array(${target.nip}::text),
               '[{"field": "nip", "column": 0, "id": "salah", "en": "wrong"}]' FROM i),
      a AS (
        INSERT INTO identity.user_account (id, name, email)
        SELECT u, 'Uji', u || '@akun.invalid' FROM (SELECT gen_random_uuid()::text AS u) x RETURNING id),
      g AS (
        INSERT INTO identity.role_grant (account_id, role, place, instansi_id)
        SELECT id, 'pimpinan', 'instansi', ${target.instansiId}::int FROM a RETURNING id, account_id),
      e AS (
        INSERT INTO audit_entry (at, instansi_id, account_id, verb, subject, salt, digest, detail)
        VALUES (now(), ${target.instansiId}, 'demo-admin', 'transfer_pegawai', ${`pegawai:${target.person}`}, 'uji', 'uji', '{"why": "uji"}') RETURNING id),
      o AS (
        INSERT INTO identity.account_opening (kind, instansi_id, account_id, state, total, written, beat_at, asked_at, finished_at)
        VALUES ('open', ${target.instansiId}, ${tokenOf}, 'done', 0, 0, now(), now(), now()) RETURNING id)
      SELECT i.id AS import, g.account_id AS account, g.id AS grant, e.id AS entry, o.id AS opening FROM i, g, e, o`.execute(tx)
    return { ...made.rows[0]!, token: id }
  })
