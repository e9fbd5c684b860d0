/** The levels that some person misses in one competency of the post held. */
export type Missing = { unit_id: number; competency_id: number; required: number; jenjang: string; asked: number; levels: number }
/** By how much a row of gap_load changes. */
export type LoadMove = Missing & { people: number }

/** What a change of some people does to the loads over everybody: before and after, no other person is read. Moves of nothing are left out. */
export function loadMoves(before: readonly Missing[], after: readonly Missing[]): LoadMove[] {
  const moves = new Map<string, LoadMove>()
  const count = (row: Missing, sign: 1 | -1) => {
    const key = [row.unit_id, row.competency_id, row.required, row.jenjang, row.asked].join(' ')
    const move = moves.get(key) ?? { ...row, levels: 0, people: 0 }
    moves.set(key, { ...move, levels: move.levels + sign * row.levels, people: move.people + sign })
  }
  for (const row of before) count(row, -1)
  for (const row of after) count(row, 1)
  return [...moves.values()].filter(move => move.people !== 0 || move.levels !== 0)
}
