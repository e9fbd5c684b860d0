import { evidenceOf, jpm, jpmCategory, jpmShare, potentialResults, resultsOf, weigh, weighingOn } from '../assessment/index.ts'
import { learningOf } from '../learning/index.ts'
import { type GapRow, gapsOf, lackingOf } from '../needs/index.ts'
import { historyOf, leaderOf, personById, personInScope } from '../people/index.ts'
import type { Scope } from '../platform/actor.ts'
import { type Db, inScope, type Tx } from '../platform/db/index.ts'
import { highestLevel, jpmBands } from '../regulation/index.ts'
import { requirementsOf } from '../standards/index.ts'

const levelsOf = async (tx: Tx, pegawaiId: number, today: string) => ({
  every: await gapsOf(tx, [pegawaiId], 'both'),
  lacking: await lackingOf(tx, [pegawaiId]),
  results: await resultsOf(tx, pegawaiId, today),
  potential: await potentialResults(tx, pegawaiId),
  evidence: await evidenceOf(tx, pegawaiId),
})

/** The same of who may see the person but perhaps not the levels (a trainer, who runs a class): then null. */
const levelsWithin = (db: Db, levels: Scope, pegawaiId: number, today: string) =>
  inScope(db, levels, async tx => ((await personInScope(tx, pegawaiId)) ? levelsOf(tx, pegawaiId, today) : null))

/** Everything one person's page shows: the person within `scope`, the levels within `levels`; null outside the first. */
export async function loadProfile(db: Db, scope: Scope, levels: Scope, pegawaiId: number, today: string) {
  const asFar = JSON.stringify(levels) === JSON.stringify(scope) // as mostly: then one transaction reads both
  const read = await inScope(db, scope, async tx => {
    const person = await personById(tx, pegawaiId)
    if (!person) return null
    return {
      person,
      history: await historyOf(tx, pegawaiId),
      learning: (await learningOf(tx, pegawaiId, () => today, null))!,
      weighing: await weighingOn(tx, person.instansi.id, today),
      requirements: person.jabatan ? await requirementsOf(tx, person.jabatan.id, today) : [],
      seen: asFar ? await levelsOf(tx, pegawaiId, today) : null,
    }
  })
  if (!read) return null
  const seen = read.seen ?? (asFar ? null : await levelsWithin(db, levels, pegawaiId, today))
  const { every, ...levels_ } = seen ?? { every: [], lacking: [], results: [], potential: [], evidence: [] }
  const gaps = every.filter(row => row.post === 'held')
  const found = { ...read, ...levels_, gaps, aimed: every.filter(row => row.post === 'aimed'), levelsHidden: seen === null }
  const { cap, weights, days } = read.weighing
  const match = jpm(
    found.gaps.map(row => ({ required: row.required, held: row.held })),
    cap.value.cap,
  )
  const used = new Map<string, string>()
  for (const result of found.results) if (!used.has(result.code)) used.set(result.code, result.validUntil)
  const firstExpiry = [...used.values()].filter(date => date >= today).sort()[0] ?? null
  return {
    ...found,
    leader: found.person.atasan ?? (await leaderOf(db, found.person)),
    match: {
      ...match,
      cap: cap.value.cap,
      basis: cap.source,
      categories: (['pengisian', 'pemetaan'] as const).map(purpose => {
        const bands = jpmBands[purpose].at(today)
        return {
          purpose,
          category: match.percent === null ? null : jpmCategory(match.percent, bands.value),
          source: bands.source,
        }
      }),
    },
    standing: weigh(found.potential, jpmShare({ ...match, capped: match.held }, cap.value.cap), weights.value, today),
    validUntil: firstExpiry,
    expiresSoon: firstExpiry !== null && firstExpiry <= days.soon,
    figures: {
      met: found.gaps.filter(row => row.gap === 0).length,
      assessed: found.gaps.filter(row => row.held !== null).length,
      gaps: found.gaps.filter(row => (row.gap ?? 0) > 0).length,
      notAssessed: found.gaps.filter(row => row.held === null).length,
    },
    /** The widest gaps first: what to work on next, with what the next level demands. */
    next: widest(found.gaps)
      .slice(0, 3)
      .map(row => ({
        name: row.name,
        from: row.held!,
        to: row.required,
        demand: found.requirements.find(one => one.competencyId === row.competency_id)?.levelLabel ?? null,
      })),
    maxLevel: highestLevel,
  }
}

export type Profile = NonNullable<Awaited<ReturnType<typeof loadProfile>>>

export const widest = (gaps: readonly GapRow[]) =>
  gaps.filter(row => (row.gap ?? 0) > 0).sort((a, b) => b.gap! - a.gap! || b.required - a.required)
