export const costGroupings = ['kursus', 'penyelenggara'] as const
export type CostGrouping = (typeof costGroupings)[number]

/** A class that somebody has finished; `spent` in whole rupiah, null: not known. */
export type FinishedClass = {
  classId: number
  courseId: number
  course: string
  providerId: number
  provider: string
  spent: bigint | null
  finished: number
}
/** What came of passing a class: levels risen by, levels known for the first time, proposals not decided yet. */
export type Levels = { risen: number; firstKnown: number; waiting: number }

export type CostRow = {
  id: number
  name: string
  classes: number
  /** Classes of which the cost is known. */
  costed: number
  finished: number
  /** Whole rupiah of those; null: of none is it known. */
  spent: bigint | null
  /** Too few finished for anything to be said of levels. */
  few: boolean
  /** Levels that people rose by after the classes of which the cost is known; after all of them. */
  risen: number
  risenInAll: number
  /** Levels that passing made known for the first time: from where somebody rose is not known, so they are not counted. */
  firstKnown: number
  /** Proposals that nobody has decided yet. */
  waiting: number
  /** Whole rupiah a level; null: no cost is known, or nobody rose. */
  perLevel: bigint | null
}

/** Whole rupiah a level that somebody rose by; null where either is not known or nobody rose. */
export const costPerLevel = (spent: bigint | null, levels: number): bigint | null =>
  spent === null || levels <= 0 ? null : spent / BigInt(levels)

const none = { risen: 0, firstKnown: 0, waiting: 0 }

/**
 * What classes cost together for the levels that rose after them. A class whose cost is not known counts on neither side. Where fewer than
 * `atLeast` people finished nothing is said of levels: it would be said of one of them.
 */
export function costOfClasses(
  classes: readonly FinishedClass[],
  levels: ReadonlyMap<number, Levels>,
  atLeast: number,
): Omit<CostRow, 'id' | 'name'> {
  const sum = (rows: readonly FinishedClass[], each: (one: FinishedClass) => number) =>
    rows.reduce((all, one) => all + each(one), 0)
  const known = classes.filter(one => one.spent !== null)
  const finished = sum(classes, one => one.finished)
  const few = finished < atLeast
  const of = (one: FinishedClass) => (few ? none : (levels.get(one.classId) ?? none))
  const spent = known.length === 0 ? null : known.reduce((all, one) => all + one.spent!, 0n)
  const risen = sum(known, one => of(one).risen)
  return {
    classes: classes.length,
    costed: known.length,
    finished,
    spent,
    few,
    risen,
    risenInAll: sum(classes, one => of(one).risen),
    firstKnown: sum(classes, one => of(one).firstKnown),
    waiting: sum(classes, one => of(one).waiting),
    perLevel: costPerLevel(spent, risen),
  }
}

/** The same by course or by provider. */
export function costBy(
  by: CostGrouping,
  classes: readonly FinishedClass[],
  levels: ReadonlyMap<number, Levels>,
  atLeast: number,
): CostRow[] {
  const keyOf = (one: FinishedClass) => (by === 'kursus' ? one.courseId : one.providerId)
  return [...Map.groupBy(classes, keyOf)].map(([id, theirs]) => ({
    id,
    name: by === 'kursus' ? theirs[0]!.course : theirs[0]!.provider,
    ...costOfClasses(theirs, levels, atLeast),
  }))
}
