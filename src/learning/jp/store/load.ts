import { sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm } from '../../../regulation/index.ts'
import type { Share } from '../rules/choice.ts'
import type { Claim, Reason } from '../rules/count.ts'
import type { Period } from '../rules/employment.ts'
import type { Employment, Warning } from '../rules/recognise.ts'
import type { StoredRecord, StoredYear } from '../rules/stored.ts'

/** People: ids from `from` up to but not including `to`, or these. */
export type PeopleSet = { from: number; to: number } | readonly number[]
export const everybody: PeopleSet = { from: 0, to: 2 ** 31 - 1 }

const among = (set: PeopleSet, column: string) =>
  'from' in set
    ? sql`${sql.ref(column)} >= ${set.from} AND ${sql.ref(column)} < ${set.to}`
    : sql`${sql.ref(column)} = ANY (${[...set]}::int[])`

/** Everything that recognition needs of one person, with what stands already. */
export type PersonRecords = {
  pegawaiId: number
  employment: Employment
  periods: Period[]
  claims: Claim[]
  /** By record. */
  stood: Map<number, StoredRecord>
  years: Map<number, StoredYear>
}

type Columns<T> = { [K in keyof T]: T[K][] }
type RecordColumns = Columns<{
  pegawaiId: number
  id: number
  form: LearningForm
  international: boolean
  startedOn: string | null
  endedOn: string
  jp: number | null
  sessions: number | null
  withdrawn: boolean
  year: number | null
  stoodForm: LearningForm
  share: Share
  claimed: number | null
  recognised: number
  reasons: Reason[]
  rule: string
  policyId: number | null
}>
type YearColumns = Columns<{ pegawaiId: number; year: number } & Omit<StoredYear, 'warnings'> & { warnings: Warning[] }>
type PeopleColumns = Columns<{ pegawaiId: number; employment: Employment; periods: Period[] | null }>

/** One array a column: a tenth of the bytes and of the time of a row each. */
const columns = (fields: Record<string, string>) =>
  sql.raw(`json_build_object(${Object.entries(fields).map(([key, column]) => `'${key}', coalesce(json_agg(${column}), '[]')`)})`)

/** The people of an instansi who have, or had, a record. Each table is narrowed by itself: an index leads to the people of a chunk. */
export async function loadPeople(tx: Tx, instansiId: number, set: PeopleSet): Promise<PersonRecords[]> {
  const { rows } = await sql<{ people: PeopleColumns; records: RecordColumns; years: YearColumns }>`
    WITH who AS MATERIALIZED (
      SELECT p.pegawai_id, p.employment, (
        SELECT json_agg(json_build_object('employment', h.employment, 'from', h.from_date, 'until', h.until_date)) FROM employment_history h
        WHERE h.pegawai_id = p.pegawai_id HAVING bool_or(h.employment <> p.employment)) AS periods
      FROM pegawai p WHERE p.instansi_id = ${instansiId}::int AND ${among(set, 'p.pegawai_id')}),
    r AS MATERIALIZED (
      SELECT r.pegawai_id, r.id, r.form, r.international, r.started_on, r.ended_on, r.jp, r.sessions, r.withdrawn_at IS NOT NULL AS withdrawn,
        q.year, q.form AS stood_form, q.share, q.claimed, q.recognised, q.reasons, q.rule, q.policy_id
      FROM who JOIN learning_record r ON r.pegawai_id = who.pegawai_id
      LEFT JOIN jp_recognition q ON q.pegawai_id = r.pegawai_id AND q.record_id = r.id AND ${among(set, 'q.pegawai_id')}
      WHERE ${among(set, 'r.pegawai_id')} AND (r.withdrawn_at IS NULL OR q.record_id IS NOT NULL)),
    y AS MATERIALIZED (SELECT y.* FROM who JOIN jp_year y ON y.pegawai_id = who.pegawai_id WHERE ${among(set, 'y.pegawai_id')})
    SELECT (SELECT ${columns({ pegawaiId: 'pegawai_id', employment: 'employment', periods: 'periods' })} FROM who
        WHERE pegawai_id IN (SELECT r.pegawai_id FROM r UNION SELECT y.pegawai_id FROM y)) AS people,
      (SELECT ${columns({
        pegawaiId: 'pegawai_id',
        id: 'id',
        form: 'form',
        international: 'international',
        startedOn: 'started_on',
        endedOn: 'ended_on',
        jp: 'jp',
        sessions: 'sessions',
        withdrawn: 'withdrawn',
        year: 'year',
        stoodForm: 'stood_form',
        share: 'share',
        claimed: 'claimed',
        recognised: 'recognised',
        reasons: 'reasons',
        rule: 'rule',
        policyId: 'policy_id',
      })} FROM r) AS records,
      (SELECT ${columns({
        pegawaiId: 'pegawai_id',
        year: 'year',
        employment: 'employment',
        records: 'records',
        claimed: 'claimed',
        recognised: 'recognised',
        ten: 'ten',
        twenty: 'twenty',
        seventy: 'seventy',
        required: 'required',
        warnings: 'warnings',
        rule: 'rule',
        policyId: 'policy_id',
      })} FROM y) AS years`.execute(tx)
  const { people, records, years } = rows[0]!
  return asPeople(people, records, years)
}

function asPeople(people: PeopleColumns, r: RecordColumns, y: YearColumns): PersonRecords[] {
  const byId = new Map<number, PersonRecords>()
  for (const [i, pegawaiId] of people.pegawaiId.entries()) {
    const [employment, periods] = [people.employment[i]!, people.periods[i] ?? []]
    byId.set(pegawaiId, { pegawaiId, employment, periods, claims: [], stood: new Map(), years: new Map() })
  }
  for (const [i, id] of r.id.entries()) {
    const person = byId.get(r.pegawaiId[i]!)!
    if (!r.withdrawn[i]) {
      person.claims.push({
        id,
        form: r.form[i]!,
        international: r.international[i]!,
        startedOn: r.startedOn[i]!,
        endedOn: r.endedOn[i]!,
        jp: r.jp[i]!,
        sessions: r.sessions[i]!,
      })
    }
    const year = r.year[i]!
    if (year === null) continue
    person.stood.set(id, {
      year,
      form: r.stoodForm[i]!,
      share: r.share[i]!,
      claimed: r.claimed[i]!,
      recognised: r.recognised[i]!,
      reasons: r.reasons[i]!,
      rule: r.rule[i]!,
      policyId: r.policyId[i]!,
    })
  }
  for (const [i, year] of y.year.entries()) {
    byId.get(y.pegawaiId[i]!)!.years.set(year, {
      employment: y.employment[i]!,
      records: y.records[i]!,
      claimed: y.claimed[i]!,
      recognised: y.recognised[i]!,
      ten: y.ten[i]!,
      twenty: y.twenty[i]!,
      seventy: y.seventy[i]!,
      required: y.required[i]!,
      warnings: y.warnings[i]!,
      rule: y.rule[i]!,
      policyId: y.policyId[i]!,
    })
  }
  return [...byId.values()]
}
