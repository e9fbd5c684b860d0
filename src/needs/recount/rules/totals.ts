/** The sums of a day over one competency: people asked, of them those whose level is known, of them those below it, levels missing. */
export type CompetencySum = { competencyId: number; asked: number; known: number; gaps: number; levels: number }
/** Levels missing of people whose posts ask `asked` levels in all. */
export type LoadSum = { jenjang: string; asked: number; levels: number }
/** How many people a standard spoke for. */
export type StandardSum = { standardId: number; people: number }

/** The sums of a day, or of some of its people. */
export type Totals = { people: number; competencies: CompetencySum[]; loads: LoadSum[]; standards: StandardSum[] }

export const noTotals: Totals = { people: 0, competencies: [], loads: [], standards: [] }

function added<Row>(
  a: readonly Row[],
  b: readonly Row[],
  keyOf: (row: Row) => string | number,
  sums: readonly (keyof Row)[],
): Row[] {
  const rows = new Map<string | number, Row>()
  for (const row of [...a, ...b]) {
    const before = rows.get(keyOf(row))
    rows.set(
      keyOf(row),
      before ? { ...row, ...Object.fromEntries(sums.map(name => [name, Number(before[name]) + Number(row[name])])) } : row,
    )
  }
  return [...rows.values()]
}

/** The sums over the people of both, where nobody is in both. */
export const plusTotals = (a: Totals, b: Totals): Totals => ({
  people: a.people + b.people,
  competencies: added(a.competencies, b.competencies, row => row.competencyId, ['asked', 'known', 'gaps', 'levels']),
  loads: added(a.loads, b.loads, row => `${row.jenjang} ${row.asked}`, ['levels']),
  standards: added(a.standards, b.standards, row => row.standardId, ['people']),
})

/** Over all competencies. */
export const sumOf = ({ competencies }: Totals, name: 'asked' | 'known' | 'gaps' | 'levels') =>
  competencies.reduce((sum, row) => sum + row[name], 0)
