import { containing, sql, type Tx } from '../../../platform/db/index.ts'
import type { LearningForm, Pillar } from '../../../regulation/index.ts'
import type { Viewer } from '../access.ts'
import { type CatalogueFilter, type CatalogueKind, type CatalogueOrder, formsOf, type Pattern, spanOf } from '../rules/filter.ts'
import { joinable, type Own, openTo, ownOf, registered } from './open.ts'

export type CompetencyShown = {
  id: number
  code: string
  name: string
  nameEn: string | null
  pillar: Pillar
  level: number
  /** What the jabatan asked about demands of it; null: nothing. */
  demanded: number | null
}
export type CatalogueItem = {
  kind: CatalogueKind
  id: number
  title: string
  summary: string
  provider: string
  /** Null: of a programme, which has those of its courses. */
  form: LearningForm | null
  /** Null: not said; of a programme, which depends on what one chooses. */
  jp: number | null
  /** Whole rupiah each; null: not known. */
  cost: number | null
  audience: string | null
  entryRules: object
  patterns: Pattern[]
  /** First day of the next class that takes people in; null: there is none with a day. */
  nextOn: string | null
  /** Of that class, or of an offer: seats that are left; null: as many as come. */
  seats: number | null
  /** Can be begun at any time. */
  alone: boolean
  /** Of a programme: how many courses it holds. */
  courses: number | null
  competencies: CompetencyShown[]
  /** Null: one has not joined it. */
  own: Own | null
}

/** All that is open to who looks, as one list (the columns of `item`), and what each of it reaches (`reach`). */
const shelf = (viewer: Viewer, today: string) => sql`
  open_course AS MATERIALIZED (
    SELECT c.id, v.id AS version_id, p.short_name AS provider, p.id AS provider_id
    FROM course c JOIN provider p ON p.id = c.provider_id JOIN course_version v ON v.course_id = c.id AND v.state = 'active'
    WHERE c.archived_at IS NULL AND p.closed_at IS NULL AND ${openTo(viewer)}),
  open_programme AS MATERIALIZED (
    SELECT g.id, p.short_name AS provider, p.id AS provider_id, count(DISTINCT o.id)::int AS courses
    FROM programme g JOIN provider p ON p.id = g.provider_id
    JOIN programme_course r ON r.programme_id = g.id JOIN open_course o ON o.id = r.course_id
    WHERE g.state = 'active' AND p.closed_at IS NULL GROUP BY g.id, p.id),
  open_offer AS MATERIALIZED (
    SELECT o.id, p.short_name AS provider, p.id AS provider_id FROM offer o JOIN provider p ON p.id = o.provider_id
    WHERE o.closed_at IS NULL AND p.closed_at IS NULL AND ${registered(viewer)}),
  class AS MATERIALIZED (
    SELECT v.course_id, l.pattern, l.starts_on, greatest(l.seats_max - l.seats_taken, 0) AS seats_left FROM course_class l JOIN course_version v ON v.id = l.version_id
    WHERE ${joinable(viewer, today)}),
  held AS (
    SELECT course_id, array_agg(DISTINCT pattern) AS patterns, min(starts_on) AS next_on, bool_or(pattern = 'mandiri') AS alone,
      (array_agg(seats_left ORDER BY starts_on NULLS LAST))[1] AS seats
    FROM class GROUP BY course_id),
  item AS (
    SELECT 'kursus' AS kind, o.id, v.title, v.summary, o.provider, o.provider_id, v.form, v.jp, v.cost_participant::float8 AS cost, v.audience,
      v.entry_rules, coalesce(h.patterns, '{}') AS patterns, h.next_on, CASE WHEN h.next_on IS NOT NULL THEN h.seats END AS seats,
      coalesce(h.alone, false) AS alone, NULL::int AS courses, o.version_id
    FROM open_course o JOIN course_version v ON v.id = o.version_id LEFT JOIN held h ON h.course_id = o.id
    UNION ALL
    SELECT 'program', o.id, g.title, g.summary, o.provider, o.provider_id, NULL, NULL, NULL, NULL, '{}', '{}', NULL, NULL, false, o.courses, NULL
    FROM open_programme o JOIN programme g ON g.id = o.id
    UNION ALL
    SELECT 'penawaran', o.id, f.title, coalesce(f.summary, ''), o.provider, o.provider_id, f.form, f.jp, f.cost_participant::float8, NULL,
      f.entry_rules, ARRAY[f.pattern], NULL, f.seats_max, false, NULL, NULL
    FROM open_offer o JOIN offer f ON f.id = o.id),
  reach AS MATERIALIZED (
    SELECT 'kursus' AS kind, o.id, r.competency_id, r.level FROM open_course o JOIN course_competency r ON r.version_id = o.version_id
    UNION ALL
    SELECT 'program', g.id, r.competency_id, max(r.level) FROM open_programme g JOIN programme_course m ON m.programme_id = g.id
      JOIN open_course o ON o.id = m.course_id JOIN course_competency r ON r.version_id = o.version_id GROUP BY g.id, r.competency_id
    UNION ALL
    SELECT 'penawaran', o.id, r.competency_id, r.level FROM open_offer o JOIN offer_competency r ON r.offer_id = o.id)`

const wordsOf = ({ q }: CatalogueFilter) => q.split(/\s+/).filter(Boolean).slice(0, 8)

function matching(filter: CatalogueFilter) {
  const reaching = (condition: ReturnType<typeof sql>) =>
    sql`EXISTS (SELECT FROM reach r JOIN competency k ON k.id = r.competency_id WHERE r.kind = i.kind AND r.id = i.id AND ${condition})`
  const conditions = [sql`true`]
  if (filter.kind) conditions.push(sql`i.kind = ${filter.kind}`)
  if (filter.competencyId !== null || filter.level !== null)
    conditions.push(
      reaching(
        sql`(${filter.competencyId}::int IS NULL OR k.id = ${filter.competencyId}::int) AND r.level >= coalesce(${filter.level}::int, 1)`,
      ),
    )
  if (filter.pillar) conditions.push(reaching(sql`k.pillar = ${filter.pillar}`))
  if (filter.form) conditions.push(sql`i.form = ${filter.form}`)
  if (filter.route) conditions.push(sql`i.form = ANY (${formsOf(filter.route)}::text[])`)
  if (filter.pattern) conditions.push(sql`${filter.pattern} = ANY (i.patterns)`)
  if (filter.length) {
    const { from, until } = spanOf(filter.length)
    conditions.push(sql`i.jp BETWEEN ${from}::int AND coalesce(${until}::int, 100000)`)
  }
  if (filter.free) conditions.push(sql`i.cost = 0`)
  if (filter.providerId !== null) conditions.push(sql`i.provider_id = ${filter.providerId}::int`)
  if (filter.jabatanId !== null)
    conditions.push(
      sql`EXISTS (SELECT FROM reach r JOIN demand d ON d.competency_id = r.competency_id WHERE r.kind = i.kind AND r.id = i.id)`,
    )
  // ILIKE and no text search: a catalogue has thousands of entries, not millions; PostgreSQL stems no Indonesian well, and a part of a word
  // ("arsip" in "kearsipan") is what people type.
  for (const word of wordsOf(filter)) {
    const text = containing(word)
    conditions.push(sql`(i.title ILIKE ${text} OR i.summary ILIKE ${text} OR i.provider ILIKE ${text}
      OR EXISTS (SELECT FROM course_subject s WHERE s.version_id = i.version_id AND s.title ILIKE ${text})
      OR ${reaching(sql`(k.name ILIKE ${text} OR k.name_en ILIKE ${text})`)})`)
  }
  return sql.join(conditions, sql` AND `)
}

const orders = {
  saran: [
    sql`named DESC, (alone OR next_on IS NOT NULL OR kind = 'program') DESC, matched DESC, title, kind, id`,
    sql`named, matched, title, kind, id`,
  ],
  judul: [sql`title, kind, id`, sql`title DESC, kind, id`],
  jp: [sql`jp NULLS LAST, title, kind, id`, sql`jp DESC NULLS LAST, title, kind, id`],
  mulai: [sql`next_on NULLS LAST, alone DESC, title, kind, id`, sql`next_on DESC NULLS LAST, title, kind, id`],
  biaya: [sql`cost NULLS LAST, title, kind, id`, sql`cost DESC NULLS LAST, title, kind, id`],
} as const

/** Whether every word that is searched stands in the title: then it comes before what only mentions them. */
const named = (filter: CatalogueFilter) =>
  sql.join([sql`true`, ...wordsOf(filter).map(word => sql`i.title ILIKE ${containing(word)}`)], sql` AND `)

/** What the catalogue has for who looks. `found`: how many match in all. */
export async function listCatalogue(
  tx: Tx,
  viewer: Viewer,
  filter: CatalogueFilter,
  page: { order: CatalogueOrder; descending: boolean; offset: number; limit: number; today: string },
): Promise<(CatalogueItem & { found: number })[]> {
  const order = orders[page.order][page.descending ? 1 : 0]
  const { rows } = await sql<CatalogueItem & { found: number }>`
    WITH ${shelf(viewer, page.today)},
    demand AS MATERIALIZED (SELECT competency_id, level FROM jabatan_requirement WHERE jabatan_id = ${filter.jabatanId}::int),
    found AS (
      SELECT i.*, (SELECT count(*) FROM reach r JOIN demand d ON d.competency_id = r.competency_id WHERE r.kind = i.kind AND r.id = i.id) AS matched,
        ${named(filter)} AS named
      FROM item i WHERE ${matching(filter)}),
    page AS MATERIALIZED (
      SELECT *, row_number() OVER (ORDER BY ${order}) AS place, count(*) OVER ()::int AS found FROM found ORDER BY ${order}
      LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT g.kind, g.id, g.title, g.summary, g.provider, g.form, g.jp, g.cost, g.audience, g.entry_rules AS "entryRules", g.patterns,
      g.next_on AS "nextOn", g.seats, g.alone, g.courses, g.found, CASE WHEN g.kind = 'kursus' THEN ${ownOf(viewer, sql`g.id`)} END AS own,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name, 'nameEn', k.name_en, 'pillar', k.pillar,
          'level', r.level, 'demanded', d.level) ORDER BY d.level IS NULL, k.sort, k.code)
        FROM reach r JOIN competency k ON k.id = r.competency_id LEFT JOIN demand d ON d.competency_id = k.id
        WHERE r.kind = g.kind AND r.id = g.id), '[]') AS competencies
    FROM page g ORDER BY g.place`.execute(tx)
  return rows
}
