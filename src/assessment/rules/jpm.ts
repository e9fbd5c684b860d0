import type { JpmCap } from '../../regulation/index.ts'
import type { Share } from './ikk.ts'

export type JpmItem = { required: number; held: number | null }
export type Jpm = {
  /** Sums over the assessed competencies; with the cap `item` a level above the standard counts as the standard. */
  held: number
  required: number
  /** Not rounded; null where nothing was assessed. */
  percent: number | null
  assessed: number
  of: number
}

/** What the percentage is made of; `capped`: each level counts at most its standard. */
export type JpmSums = { held: number; capped: number; required: number }

/** The job person match in percent of sums over what was assessed, not rounded; null where nothing was. */
export function jpmPercent({ held, capped, required }: JpmSums, cap: JpmCap): number | null {
  if (required === 0) return null
  const percent = ((cap === 'item' ? capped : held) * 100) / required
  return cap === 'total' ? Math.min(100, percent) : percent
}

/** The same as a share, for what weighs it further; null where nothing was assessed. */
export const jpmShare = ({ held, capped, required }: JpmSums, cap: JpmCap): Share | null =>
  required === 0 ? null : { held: { item: capped, total: Math.min(held, required), none: held }[cap], of: required }

/**
 * Job person match: Σ level held ÷ Σ level required × 100. What was not assessed stands in neither sum; it is unknown, not zero.
 * @param cap `item`: no competency counts above its standard; `total`: the percentage ends at 100; `none`: neither. No source says which.
 * @see DOMAIN.md 2.1 (three implementers; report text "total X dari Y setara Z % JPM")
 */
export function jpm(items: readonly JpmItem[], cap: JpmCap): Jpm {
  let held = 0
  let capped = 0
  let required = 0
  let assessed = 0
  for (const item of items) {
    if (item.held === null) continue
    held += item.held
    capped += Math.min(item.held, item.required)
    required += item.required
    assessed += 1
  }
  return {
    held: cap === 'item' ? capped : held,
    required,
    percent: jpmPercent({ held, capped, required }, cap),
    assessed,
    of: items.length,
  }
}

/** The category a percentage falls into, compared unrounded; null where it is unknown. `bands` descend, `from` is inclusive. */
export const jpmCategory = <C extends string>(
  percent: number | null,
  bands: readonly { from: number; category: C }[],
): C | null => (percent === null ? null : (bands.find(band => percent >= band.from)?.category ?? null))
