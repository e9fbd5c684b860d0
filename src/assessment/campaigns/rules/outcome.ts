/** How a rater stands to the rated. `integrasi`: what two asesor settled after they lay apart. */
export type Relation = 'asesor' | 'atasan' | 'rekan' | 'bawahan' | 'diri' | 'integrasi'
export type CampaignMethod = 'assessment_center' | 'penilaian_atasan' | 'penilaian_rekan' | 'penilaian_bawahan' | 'penilaian_diri'

/** Who rates by a method. */
export const relationOf: Record<CampaignMethod, Exclude<Relation, 'integrasi'>> = {
  assessment_center: 'asesor',
  penilaian_atasan: 'atasan',
  penilaian_rekan: 'rekan',
  penilaian_bawahan: 'bawahan',
  penilaian_diri: 'diri',
}
export const campaignMethods = Object.keys(relationOf) as CampaignMethod[]

/** Whose ratings nobody else may know: they show only as a mean over enough raters. */
export const anonymous: readonly Relation[] = ['rekan', 'bawahan']

/** What the instansi chose: from how many raters on the anonymous show, what each relation weighs in the 360°, when two asesor must settle. */
export type RatingPolicy = {
  threshold: number
  atasan: number
  rekan: number
  bawahan: number
  diri: number
  consensusFrom: number
}

/** What the raters of one relation said of one competency: the sum of their levels, how many they were, the lowest and the highest. */
export type Said = { relation: Relation; sum: number; raters: number; low: number; high: number }

export type Outcome = { method: CampaignMethod | 'penilaian_360'; level: number; raters: number }

/** To the nearest level, a half downwards: in doubt the lower is certain. */
const rounded = (n: number, d: number) => Math.floor((2 * n + d - 1) / (2 * d))

/** Whether the asesor lie so far apart that they must settle it, and have not. */
export function apart(said: readonly Said[], policy: RatingPolicy): boolean {
  const asesor = said.find(one => one.relation === 'asesor')
  return (
    asesor !== undefined &&
    asesor.raters > 1 &&
    asesor.high - asesor.low >= policy.consensusFrom &&
    !said.some(one => one.relation === 'integrasi')
  )
}

const around = ['atasan', 'rekan', 'bawahan', 'diri'] as const

/**
 * The levels that follow for one competency, by method. Asesor: what they settled, else their mean; none while they lie apart. Peers and
 * subordinates: their mean, from the threshold on. 360°: the mean of the relations by weight, over those that are known, where at least
 * two are and one of them is not oneself. Half a level counts downwards. A method nobody was heard by gives nothing: unknown is not zero.
 */
export function outcomes(said: readonly Said[], policy: RatingPolicy): Outcome[] {
  const of = (relation: Relation) => said.find(one => one.relation === relation && one.raters > 0)
  const speaks = (one: Said) => !anonymous.includes(one.relation) || one.raters >= policy.threshold
  const found: Outcome[] = []
  const asesor = of('asesor')
  const settled = of('integrasi')
  if (asesor && !apart(said, policy)) {
    const from = settled ?? asesor
    found.push({ method: 'assessment_center', level: rounded(from.sum, from.raters), raters: asesor.raters })
  }
  const heard = around.flatMap(relation => {
    const one = of(relation)
    return one && speaks(one) ? [{ ...one, weight: policy[relation] }] : []
  })
  for (const one of heard) {
    const method = `penilaian_${one.relation}` as CampaignMethod
    found.push({ method, level: rounded(one.sum, one.raters), raters: one.raters })
  }
  const weighed = heard.filter(one => one.weight > 0)
  if (weighed.length > 1 && weighed.some(one => one.relation !== 'diri')) {
    const others = (own: (typeof weighed)[number]) => weighed.reduce((all, one) => (one === own ? all : all * one.raters), 1)
    const n = weighed.reduce((sum, one) => sum + one.weight * one.sum * others(one), 0)
    const d = weighed.reduce((sum, one) => sum + one.weight, 0) * weighed.reduce((all, one) => all * one.raters, 1)
    found.push({ method: 'penilaian_360', level: rounded(n, d), raters: weighed.reduce((sum, one) => sum + one.raters, 0) })
  }
  return found
}
