import type { Share } from '../../rules/ikk.ts'

/** The eight aspects that assessment centres report. @see DOMAIN.md 2.1 (two implementers; no act) */
export const aspects = [
  'intelektual',
  'interpersonal',
  'kesadaran_diri',
  'berpikir_kritis_strategis',
  'pemecahan_masalah',
  'kecerdasan_emosi',
  'belajar_cepat',
  'motivasi_komitmen',
] as const
export type Aspect = (typeof aspects)[number]

export type AspectResult = {
  id: number
  aspect: Aspect
  score: number
  /** yyyy-mm-dd */
  assessedOn: string
  validUntil: string
  /** By a correction; kept, but no longer spoken of. */
  replaced: boolean
}

/** Of each aspect the latest result that holds on `day` (`yyyy-mm-dd`), in the order of the aspects; an aspect without one is absent. */
export function spokenAspects<R extends AspectResult>(results: readonly R[], day: string): R[] {
  const live = results.filter(one => !one.replaced && one.assessedOn <= day && one.validUntil >= day)
  return aspects.flatMap(aspect =>
    live
      .filter(one => one.aspect === aspect)
      .sort((a, b) => (a.assessedOn === b.assessedOn ? b.id - a.id : a.assessedOn < b.assessedOn ? 1 : -1))
      .slice(0, 1),
  )
}

/**
 * Job person match of potential: Σ score ÷ (highest score × n) over the n aspects that were assessed. One that was not stands in
 * neither sum; null where none was.
 * @param highest of the scale: 3
 * @see DOMAIN.md 2.1
 */
export const potentialShare = (scores: readonly number[], highest: number): Share | null =>
  scores.length === 0 ? null : { held: scores.reduce((sum, score) => sum + score, 0), of: highest * scores.length }
