import { type Db, sql, type Tx } from '../../platform/db/index.ts'
import { nomenclatureVersions } from '../../regulation/index.ts'
import type { CodeGovernment, CodeLevel } from '../rules/code.ts'

export type NomenclatureRow = {
  code: string
  parentCode: string | null
  level: CodeLevel
  government: CodeGovernment | null
  name: string
  verified: boolean
}

const columns = sql`n.code, n.parent_code AS "parentCode", n.level, n.government, n.name, n.verified`
const escaped = (text: string) => text.replace(/[\\%_]/g, sign => `\\${sign}`)

export type NomenclatureFilter = {
  version: string
  /** Words of the name, or the beginning of a code; '' for the tree. */
  q: string
  /** In the tree: what stands under this code; null: where the tree begins. */
  parent: string | null
  government: CodeGovernment | null
}

function matching({ version, q, parent, government }: NomenclatureFilter) {
  const conditions = [sql`n.version = ${version}`]
  if (government) conditions.push(sql`(n.government = ${government} OR n.government IS NULL)`)
  if (/^[\dXx]+(\.[\dXx]*)*$/.test(q)) conditions.push(sql`n.code LIKE ${`${escaped(q.toUpperCase())}%`}`)
  else if (q !== '') {
    for (const word of q.split(/\s+/).filter(Boolean).slice(0, 8)) conditions.push(sql`n.name ILIKE ${`%${escaped(word)}%`}`)
  } else if (parent !== null) conditions.push(sql`n.parent_code = ${parent}`)
  else conditions.push(sql`NOT EXISTS (SELECT FROM nomenclature up WHERE up.version = n.version AND up.code = n.parent_code)`)
  return sql.join(conditions, sql` AND `)
}

export type NomenclatureItem = NomenclatureRow & { below: number; found: number }

/** A page of the tree or of what a search finds, by code. */
export async function listNomenclature(
  db: Db,
  filter: NomenclatureFilter,
  page: { offset: number; limit: number },
): Promise<NomenclatureItem[]> {
  const { rows } = await sql<NomenclatureItem>`
    WITH page AS MATERIALIZED (
      SELECT n.*, count(*) OVER ()::int AS found FROM nomenclature n WHERE ${matching(filter)}
      ORDER BY n.code LIMIT ${page.limit} OFFSET ${page.offset})
    SELECT ${columns}, n.found,
           (SELECT count(*)::int FROM nomenclature b WHERE b.version = n.version AND b.parent_code = n.code) AS below
    FROM page n ORDER BY n.code`.execute(db)
  return rows
}

/** Codes after one, in order, for the API. */
export async function nomenclatureAfter(
  db: Db,
  part: { version: string; q: string; after: string; limit: number },
): Promise<NomenclatureRow[]> {
  const found = part.q === '' ? sql`n.version = ${part.version}` : matching({ ...part, parent: null, government: null })
  const { rows } = await sql<NomenclatureRow>`
    SELECT ${columns} FROM nomenclature n WHERE ${found} AND n.code > ${part.after} ORDER BY n.code LIMIT ${part.limit}`.execute(
    db,
  )
  return rows
}

/** What stands above a code, the widest first, itself last; as far as the table holds them. */
export async function pathOf(db: Db, version: string, code: string): Promise<NomenclatureRow[]> {
  const { rows } = await sql<NomenclatureRow>`
    WITH RECURSIVE up AS (
      SELECT n.*, 0 AS step FROM nomenclature n WHERE n.version = ${version} AND n.code = ${code}
      UNION ALL SELECT n.*, up.step + 1 FROM up JOIN nomenclature n ON n.version = up.version AND n.code = up.parent_code WHERE up.step < 6)
    SELECT ${columns} FROM up n ORDER BY n.step DESC`.execute(db)
  return rows
}

/** How many codes each version holds, and how many of them were not compared with the official text. */
export async function versionSizes(db: Db): Promise<Map<string, { codes: number; unverified: number }>> {
  const { rows } = await sql<{ version: string; codes: number; unverified: number }>`
    SELECT version, count(*)::int AS codes, (count(*) FILTER (WHERE NOT verified))::int AS unverified FROM nomenclature GROUP BY version`.execute(
    db,
  )
  return new Map(rows.map(({ version, ...size }) => [version, size]))
}

/**
 * What a code meant on a day `yyyy-mm-dd`, in the version in force then; null where that version does not hold it.
 * @throws OutsideSeries before the first version: there is no neighbour's meaning to fall back to
 */
export async function nomenclatureAt(db: Db | Tx, code: string, date: string): Promise<NomenclatureRow | null> {
  const { value } = nomenclatureVersions.at(date)
  const { rows } = await sql<NomenclatureRow>`
    SELECT ${columns} FROM nomenclature n WHERE n.version = ${value.key} AND n.code = ${code}`.execute(db)
  return rows[0] ?? null
}
