import { type IkkBand, ikkBands } from '../../regulation/index.ts'

/** A percentage as the sums it is made of. */
export type Share = { held: number; of: number }
/** In percent, whole numbers that sum to 100. */
export type IkkWeights = { potensi: number; kompetensi: number }
export type Ikk = {
  /** 0..100, not rounded; below 0 where somebody stands above the standard. */
  value: number
  band: IkkBand
}

/**
 * Gap index (IKK): 100 − (JPM potensi × its weight + JPM kompetensi × its weight). The band is decided on the exact value.
 * Null where a part that carries weight is unknown: what was not assessed is no gap.
 * @param date `yyyy-mm-dd`, whose bands count
 * @throws OutsideSeries where no bands hold on the date
 * @see DOMAIN.md 2.2
 */
export function ikk(potential: Share | null, competency: Share | null, weights: IkkWeights, date: string): Ikk | null {
  const parts = [
    { share: potential, weight: weights.potensi },
    { share: competency, weight: weights.kompetensi },
  ].filter(part => part.weight > 0)
  let above = 100
  let below = 1
  for (const { share, weight } of parts) {
    if (!share || share.of === 0) return null
    above = above * share.of - weight * share.held * below
    below *= share.of
  }
  const band = ikkBands
    .at(date)
    .value.find(one =>
      one.from !== undefined ? above >= one.from * below : one.above !== undefined ? above > one.above * below : true,
    )!
  return { value: above / below, band: band.band }
}
