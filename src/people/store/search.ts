import type { RawBuilder } from 'kysely'
import { containing, sql } from '../../platform/db/index.ts'

/** Each word of `q` stands somewhere in the column, whatever the case; `%` and `_` are ordinary signs. */
export function namesLike(column: RawBuilder<unknown>, q: string): RawBuilder<boolean> {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8)
  if (words.length === 0) return sql<boolean>`true`
  return sql<boolean>`(${sql.join(
    words.map(word => sql`${column} ILIKE ${containing(word)}`),
    sql` AND `,
  )})`
}

/** The digits of a NIP or of its beginning, however they are grouped; null where `q` is something else. */
export const nipDigits = (q: string): string | null => {
  const digits = q.replace(/[\s.]/g, '')
  return /^\d{1,18}$/.test(digits) ? digits : null
}
