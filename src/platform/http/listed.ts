import type { Ctx } from './context.ts'
import { pageNumber, sorting, sought } from './form.ts'
import { pagerOf } from './pager.ts'

type Value = number | string | null

const compare = (a: Value, b: Value, down: boolean): number => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'id')
  return down ? -order : order
}

/**
 * A list whose rows were worked out whole (sums of a report): those that `q=` finds in `words`, in the order of `urut=` and `arah=` (the first
 * of `orders` where nothing is asked), and of them the page of `halaman=`. What is not known (null) stands last either way.
 */
export function listed<Row, Name extends string>(
  c: Ctx,
  rows: readonly Row[],
  how: { orders: Record<Name, (row: Row) => Value>; words: (row: Row) => string; size: number },
) {
  const names = Object.keys(how.orders) as Name[]
  const begins = Object.fromEntries(names.map(name => [name, 'asc'])) as Record<Name, 'asc'>
  const { order, descending, sort } = sorting(c, begins)
  const q = sought(c)
  const found = rows
    .filter(row => how.words(row).toLowerCase().includes(q.toLowerCase()))
    .toSorted((a, b) => compare(how.orders[order](a), how.orders[order](b), descending))
  const n = pageNumber(c)
  return {
    q,
    found,
    shown: found.slice((n - 1) * how.size, n * how.size),
    sort,
    pager: pagerOf(c, n, how.size, found.length),
  }
}
