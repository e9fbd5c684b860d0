import { containing, type Db, sql, type Tx } from '../../platform/db/index.ts'
import type { LearningForm } from '../../regulation/index.ts'
import type { EntryRules } from '../schema.ts'

export const patterns = ['klasikal', 'in_house', 'fasilitasi', 'blended', 'jarak_jauh', 'mandiri'] as const
export type Pattern = (typeof patterns)[number]

/** A competency and the level that who passes has reached. */
export type Reached = { competencyId: number; code: string; name: string; nameEn: string | null; level: number }

export type Offer = {
  id: number
  provider: { id: number; name: string; shortName: string; instansiId: number | null; closed: boolean }
  title: string
  summary: string | null
  form: LearningForm
  international: boolean
  pattern: Pattern
  /** What must be accredited, as the register calls it; null: nothing. */
  programme: string | null
  jp: number | null
  days: number | null
  entryRules: EntryRules
  /** Whole rupiah a class, and each; null: not known. */
  costFixed: bigint | null
  costParticipant: bigint | null
  seatsMin: number | null
  seatsMax: number | null
  place: string | null
  /** 1 to 12; empty: any. */
  months: number[]
  source: string | null
  verified: boolean
  closed: boolean
  competencies: Reached[]
}

export type OfferFilter = {
  providerId?: number | null
  form?: LearningForm | null
  pattern?: Pattern | null
  competencyId?: number | null
  /** Of the competency: reaches this level at least. */
  level?: number | null
  /** Held in this month, or in any. */
  month?: number | null
  /** Each participant pays at most so much; what costs nobody knows how much is left out. */
  mostCost?: bigint | null
  q?: string
  /** Closed ones, and those of institutions that teach no more. */
  withClosed?: boolean
  /** By id after this one. */
  afterId?: number
}
export type OfferOrder = 'judul' | 'penyelenggara' | 'jp' | 'biaya'

const orders: Record<OfferOrder, [ReturnType<typeof sql>, ReturnType<typeof sql>]> = {
  judul: [sql`lower(o.title), o.id`, sql`lower(o.title) DESC, o.id`],
  penyelenggara: [sql`lower(p.short_name), lower(o.title), o.id`, sql`lower(p.short_name) DESC, lower(o.title), o.id`],
  jp: [sql`o.jp NULLS LAST, lower(o.title), o.id`, sql`o.jp DESC NULLS LAST, lower(o.title), o.id`],
  biaya: [
    sql`o.cost_participant NULLS LAST, lower(o.title), o.id`,
    sql`o.cost_participant DESC NULLS LAST, lower(o.title), o.id`,
  ],
}

type Row = Omit<Offer, 'costFixed' | 'costParticipant'> & { costFixed: string | null; costParticipant: string | null }
const whole = (text: string | null) => (text === null ? null : BigInt(text))
const offerOf = <R extends Row>(row: R) => ({
  ...row,
  costFixed: whole(row.costFixed),
  costParticipant: whole(row.costParticipant),
})

const columns = sql`
  o.id, jsonb_build_object('id', p.id, 'name', p.name, 'shortName', p.short_name, 'instansiId', p.instansi_id, 'closed', p.closed_at IS NOT NULL) AS provider,
  o.title, o.summary, o.form, o.international, o.pattern, o.programme, o.jp, o.days, o.entry_rules AS "entryRules",
  o.cost_fixed::text AS "costFixed", o.cost_participant::text AS "costParticipant", o.seats_min AS "seatsMin", o.seats_max AS "seatsMax",
  o.place, o.months, o.source, o.verified, o.closed_at IS NOT NULL AS closed,
  coalesce((SELECT jsonb_agg(jsonb_build_object('competencyId', c.id, 'code', c.code, 'name', c.name, 'nameEn', c.name_en, 'level', oc.level)
              ORDER BY c.pillar, c.sort, c.code)
            FROM offer_competency oc JOIN competency c ON c.id = oc.competency_id WHERE oc.offer_id = o.id), '[]') AS competencies`

function matching(filter: OfferFilter) {
  const conditions = [sql`o.id > ${filter.afterId ?? 0}`]
  if (!filter.withClosed) conditions.push(sql`o.closed_at IS NULL AND p.closed_at IS NULL`)
  if (filter.providerId) conditions.push(sql`o.provider_id = ${filter.providerId}`)
  if (filter.form) conditions.push(sql`o.form = ${filter.form}`)
  if (filter.pattern) conditions.push(sql`o.pattern = ${filter.pattern}`)
  if (filter.month) conditions.push(sql`(${filter.month}::int = ANY (o.months) OR o.months = '{}')`)
  if (filter.mostCost != null) conditions.push(sql`o.cost_participant <= ${filter.mostCost.toString()}::bigint`)
  if (filter.competencyId)
    conditions.push(sql`EXISTS (SELECT FROM offer_competency oc WHERE oc.offer_id = o.id AND oc.competency_id = ${filter.competencyId}
      AND oc.level >= ${filter.level ?? 1})`)
  for (const word of (filter.q ?? '').split(/\s+/).filter(Boolean).slice(0, 8)) {
    const text = containing(word)
    conditions.push(sql`(o.title ILIKE ${text} OR o.summary ILIKE ${text} OR p.name ILIKE ${text} OR p.short_name ILIKE ${text}
      OR o.programme ILIKE ${text})`)
  }
  return sql.join(conditions, sql` AND `)
}

/** Offers that match, a page of them. `found`: how many there are in all. */
export async function listOffers(
  db: Db | Tx,
  filter: OfferFilter,
  page: { order: OfferOrder; descending: boolean; offset: number; limit: number },
): Promise<(Offer & { found: number })[]> {
  const { rows } = await sql<Row & { found: number }>`
    SELECT ${columns}, count(*) OVER ()::int AS found FROM offer o JOIN provider p ON p.id = o.provider_id WHERE ${matching(filter)}
    ORDER BY ${orders[page.order][page.descending ? 1 : 0]} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db)
  return rows.map(offerOf)
}

/** What is on offer now, with the competencies it reaches, by id: for a catalogue beside one's own courses. */
export async function openOffers(db: Db | Tx, filter: OfferFilter = {}, limit = 1000): Promise<Offer[]> {
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM offer o JOIN provider p ON p.id = o.provider_id WHERE ${matching({ ...filter, withClosed: false })}
    ORDER BY o.id LIMIT ${limit}`.execute(db)
  return rows.map(offerOf)
}

export async function offerById(db: Db | Tx, id: number): Promise<Offer | null> {
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM offer o JOIN provider p ON p.id = o.provider_id WHERE o.id = ${id}`.execute(db)
  return rows[0] ? offerOf(rows[0]) : null
}

export type OfferValues = Omit<Offer, 'id' | 'provider' | 'closed' | 'competencies'> & {
  competencies: readonly { competencyId: number; level: number }[]
}

/** With `id` null a new one. Its competencies are those given and no others. */
export async function saveOffer(
  tx: Tx,
  providerId: number,
  id: number | null,
  v: OfferValues,
  made: { by: string; at: Date },
): Promise<number> {
  const rules = JSON.stringify(v.entryRules)
  const [fixed, each] = [v.costFixed?.toString() ?? null, v.costParticipant?.toString() ?? null]
  const { rows } = await (id === null
    ? sql<{ id: number }>`
        INSERT INTO offer (provider_id, title, summary, form, international, pattern, programme, jp, days, entry_rules, cost_fixed, cost_participant,
          seats_min, seats_max, place, months, source, verified, made_by, made_at)
        VALUES (${providerId}, ${v.title}, ${v.summary}, ${v.form}, ${v.international}, ${v.pattern}, ${v.programme}, ${v.jp}, ${v.days},
          ${rules}::jsonb, ${fixed}::bigint, ${each}::bigint, ${v.seatsMin}, ${v.seatsMax}, ${v.place}, ${v.months}::int[], ${v.source},
          ${v.verified}, ${made.by}, ${made.at.toISOString()}) RETURNING id`
    : sql<{ id: number }>`
        UPDATE offer SET title = ${v.title}, summary = ${v.summary}, form = ${v.form}, international = ${v.international}, pattern = ${v.pattern},
          programme = ${v.programme}, jp = ${v.jp}, days = ${v.days}, entry_rules = ${rules}::jsonb, cost_fixed = ${fixed}::bigint,
          cost_participant = ${each}::bigint, seats_min = ${v.seatsMin}, seats_max = ${v.seatsMax}, place = ${v.place},
          months = ${v.months}::int[], source = ${v.source}, verified = ${v.verified}
        WHERE id = ${id} RETURNING id`
  ).execute(tx)
  const offerId = rows[0]!.id
  await sql`DELETE FROM offer_competency WHERE offer_id = ${offerId}`.execute(tx)
  await sql`
    INSERT INTO offer_competency (offer_id, competency_id, level)
    SELECT ${offerId}::int, * FROM jsonb_to_recordset(${JSON.stringify(v.competencies)}::jsonb) AS c("competencyId" int, level int)`.execute(
    tx,
  )
  return offerId
}

/** `at` null: it is offered again. False: so it was already. */
export async function setOfferClosed(tx: Tx, id: number, at: Date | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE offer SET closed_at = ${at?.toISOString() ?? null} WHERE id = ${id} AND (closed_at IS NULL) = ${at !== null}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Institutions that teach, what they offer, and of how much of it the cost is known. */
export async function offerFigures(db: Db): Promise<{ teaching: number; offering: number; offers: number; priced: number }> {
  const { rows } = await sql<{ teaching: number; offering: number; offers: number; priced: number }>`
    SELECT (SELECT count(*)::int FROM provider WHERE closed_at IS NULL) AS teaching, count(DISTINCT o.provider_id)::int AS offering,
           count(*)::int AS offers, count(o.cost_participant)::int AS priced
    FROM offer o JOIN provider p ON p.id = o.provider_id WHERE o.closed_at IS NULL AND p.closed_at IS NULL`.execute(db)
  return rows[0]!
}
