import { jenjangLabels } from '../people/index.ts'
import type { Tx } from '../platform/db/index.ts'
import { formatNumber, type Language, type Words } from '../platform/i18n/index.ts'
import { mostSimulated, type PolicyChange, type Simulation } from '../policies/index.ts'
import type { Jenjang } from '../regulation/index.ts'
import { messages, type NeedMessages } from './messages.ts'
import { scoreText } from './present.ts'
import type { Tier } from './rules/priority.ts'
import { type RankMove, rankMoves } from './rules/standing.ts'
import { type PriorityValue, policyOf } from './rules/weights.ts'
import { needsToSimulate, type SimulatedNeed } from './store-simulate.ts'

const tiers: readonly Tier[] = ['urgen', 'penting', 'dapat_ditunda', 'belum_dapat_dinilai']

const both = (say: (m: NeedMessages, language: Language) => string): Words => ({
  id: say(messages.id, 'id'),
  en: say(messages.en, 'en'),
})
const arrow = (before: string, after: string) => (before === after ? before : `${before} → ${after}`)

const cellsOf = (need: SimulatedNeed, { before, after }: RankMove, manyInstansi: boolean): Words[] => [
  both((_, language) =>
    [need.name, manyInstansi ? need.instansi : null, need.jenjang && jenjangLabels[language][need.jenjang as Jenjang]]
      .filter(Boolean)
      .join(' · '),
  ),
  both(m => arrow(m.tiers[before.tier], m.tiers[after.tier])),
  both((_, language) => arrow(scoreText(before.score, language), scoreText(after.score, language))),
  both((_, language) => arrow(formatNumber(before.rank, language), formatNumber(after.rank, language))),
]

/** Which needs change tier or rank where the score is made otherwise. */
export async function simulatePriority(tx: Tx, { instansiIds, now, next }: PolicyChange<PriorityValue>): Promise<Simulation> {
  const needs = await needsToSimulate(tx, instansiIds)
  const byId = new Map(needs.map(need => [need.id, need]))
  const { all, moved } = rankMoves(needs, policyOf(now), policyOf(next))
  const first = moved.slice(0, mostSimulated)
  const tierMoves = moved.filter(one => one.before.tier !== one.after.tier).length
  const count = (tier: Tier, when: 'before' | 'after') => all.filter(one => one[when].tier === tier).length
  return {
    sentence: both((m, language) =>
      m.simulated(
        formatNumber(tierMoves, language),
        formatNumber(moved.length - tierMoves, language),
        formatNumber(all.length, language),
      ),
    ),
    figures: tiers.map(tier => ({
      label: both(m => m.tiers[tier]),
      before: count(tier, 'before'),
      after: count(tier, 'after'),
    })),
    columns: [both(m => m.needs), both(m => m.tier), both(m => m.score), both(m => m.rank)],
    rows: first.map(one => cellsOf(byId.get(one.id)!, one, instansiIds.length > 1)),
    hrefs: first.map(one => `/kebutuhan/${one.id}`),
    total: moved.length,
  }
}
