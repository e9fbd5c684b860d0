/** A level that a person lacks: for the post held, or only for the post aimed at. */
export type Gap = { competencyId: number; post: 'held' | 'aimed'; level: number; required: number }

/** Something that can be learned: a course or what a provider offers, with the level it brings who passes to. */
export type Option = {
  kind: 'course' | 'offer'
  id: number
  title: string
  reaches: readonly { competencyId: number; level: number }[]
  /** Null: not said. */
  jp: number | null
  /** Whole rupiah for the person; null: not known. */
  cost: number | null
  /** Can be begun today, alone. */
  now: boolean
  /** Whether the person may join; false: a rule of entry is not met; null: something of it is not known. */
  mayJoin: boolean | null
  /** The first day of the next class that one may still join, yyyy-mm-dd; null: none is known. */
  startsOn: string | null
}

/** One gap that an option closes, or makes smaller. */
export type Closes = Gap & { to: number; whole: boolean }
export type Recommendation = { option: Option; closes: readonly Closes[]; levels: number }

const weight = { held: 2, aimed: 1 } as const

/**
 * What to learn first: what makes the gaps of a person smaller, with which and by how much. Levels of the post held count double; what closes
 * as much and can begin now, costs nothing, begins sooner, is shorter comes first. What the person may not join is left out. A level that nobody
 * assessed is no gap and recommends nothing.
 * @see ours; no act orders it
 */
export function recommend(gaps: readonly Gap[], options: readonly Option[]): Recommendation[] {
  return options
    .filter(option => option.mayJoin !== false)
    .map(option => ({ option, closes: closedBy(gaps, option) }))
    .filter(({ closes }) => closes.length > 0)
    .map(({ option, closes }) => ({
      option,
      closes,
      levels: closes.reduce((sum, one) => sum + weight[one.post] * (one.to - one.level), 0),
    }))
    .sort(
      (a, b) =>
        b.levels - a.levels ||
        Number(b.option.now) - Number(a.option.now) ||
        rank(a.option.cost) - rank(b.option.cost) ||
        (a.option.startsOn ?? '9').localeCompare(b.option.startsOn ?? '9') ||
        rank(a.option.jp) - rank(b.option.jp) ||
        a.option.title.localeCompare(b.option.title) ||
        a.option.kind.localeCompare(b.option.kind) ||
        a.option.id - b.option.id,
    )
}

const rank = (known: number | null) => known ?? Number.MAX_SAFE_INTEGER

/** Of a competency that both posts ask for, the gap of the post held: learning it serves both. The widest first. */
function closedBy(gaps: readonly Gap[], option: Option): Closes[] {
  const closes = gaps.flatMap((gap): Closes[] => {
    const reached = option.reaches.find(one => one.competencyId === gap.competencyId)?.level ?? 0
    const to = Math.min(reached, gap.required)
    if (to <= gap.level) return []
    const heldToo =
      gap.post === 'aimed' && gaps.some(one => one.competencyId === gap.competencyId && one.post === 'held' && one.required >= to)
    return heldToo ? [] : [{ ...gap, to, whole: to === gap.required }]
  })
  return closes.sort(
    (a, b) => weight[b.post] - weight[a.post] || b.to - b.level - (a.to - a.level) || a.competencyId - b.competencyId,
  )
}
