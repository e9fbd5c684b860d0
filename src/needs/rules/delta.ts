/** A row of competency_gap as far as sums depend on it. */
export type Gap = {
  pegawai_id: number
  competency_id: number
  post: 'held' | 'aimed'
  unit_id: number
  jenjang: string
  required: number
  held: number | null
  gap: number | null
}

/** By how much a cell of the heatmap changes. */
export type CellMove = {
  unit_id: number
  competency_id: number
  required_people: number
  assessed_people: number
  gap_people: number
  gap_sum: number
}

export type GapKey = { post: 'held' | 'aimed'; competency_id: number; level_to: number; jenjang: string }
/** How many people more (or fewer) of each level held a need of kind `gap` has. */
export type NeedMove = GapKey & { levels: Record<number, number> }

/**
 * What a change of some people's gaps does to the sums over everybody: the sums move by the difference and no other person is read.
 * Moves of nothing are left out.
 */
export function moves(before: readonly Gap[], after: readonly Gap[]): { cells: CellMove[]; needs: NeedMove[] } {
  const cells = new Map<string, CellMove>()
  const needs = new Map<string, NeedMove>()
  const count = (row: Gap, sign: 1 | -1) => {
    if (row.post === 'held') {
      const key = `${row.unit_id} ${row.competency_id}`
      const cell = cells.get(key) ?? {
        unit_id: row.unit_id,
        competency_id: row.competency_id,
        required_people: 0,
        assessed_people: 0,
        gap_people: 0,
        gap_sum: 0,
      }
      cell.required_people += sign
      if (row.held !== null) cell.assessed_people += sign
      if ((row.gap ?? 0) > 0) cell.gap_people += sign
      cell.gap_sum += sign * (row.gap ?? 0)
      cells.set(key, cell)
    }
    if (row.held === null || (row.gap ?? 0) === 0) return
    const key = `${row.post} ${row.competency_id} ${row.required} ${row.jenjang}`
    const need = needs.get(key) ?? {
      post: row.post,
      competency_id: row.competency_id,
      level_to: row.required,
      jenjang: row.jenjang,
      levels: {},
    }
    need.levels[row.held] = (need.levels[row.held] ?? 0) + sign
    needs.set(key, need)
  }
  for (const row of before) count(row, -1)
  for (const row of after) count(row, 1)
  return {
    cells: [...cells.values()].filter(cell => cell.required_people || cell.assessed_people || cell.gap_people || cell.gap_sum),
    needs: [...needs.values()].filter(need => Object.values(need.levels).some(n => n !== 0)),
  }
}

/** The people of a need by level held, after a move; levels nobody holds are left out. Throws where more would leave than there are. */
export function moved(
  distribution: Readonly<Record<string, number>>,
  levels: Readonly<Record<number, number>>,
): Record<string, number> {
  const result: Record<string, number> = { ...distribution }
  for (const [level, by] of Object.entries(levels)) {
    const people = (result[level] ?? 0) + by
    if (people < 0) throw new RangeError(`level ${level} would have ${people} people`)
    if (people === 0) delete result[level]
    else result[level] = people
  }
  return result
}

/** Somebody as one of those whom a need of another kind counts. `measure`: what else of them the need's figures depend on. */
export type GroupMember = {
  kind: 'training' | 'performance'
  pegawai_id: number
  post: 'held' | 'aimed'
  subject: string
  jenjang: string
  measure: string
}

/** The groups whose members are others than before, each once. */
export function touchedGroups(
  before: readonly GroupMember[],
  after: readonly GroupMember[],
): Omit<GroupMember, 'pegawai_id' | 'measure'>[] {
  const keyOf = (member: GroupMember) =>
    JSON.stringify([member.pegawai_id, member.kind, member.post, member.subject, member.jenjang, member.measure])
  const [was, is] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  const moved = [...before.filter(member => !is.has(keyOf(member))), ...after.filter(member => !was.has(keyOf(member)))]
  const groups = new Map(
    moved.map(({ kind, post, subject, jenjang }) => [
      JSON.stringify([kind, post, subject, jenjang]),
      { kind, post, subject, jenjang },
    ]),
  )
  return [...groups.values()]
}
