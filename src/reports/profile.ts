import { daysOn, jpm, jpmCapPolicy, jpmCategory, resultsOf } from '../assessment/index.ts'
import { type GapRow, gapsOf } from '../needs/index.ts'
import { historyOf, leaderOf, personById, personInScope } from '../people/index.ts'
import type { Scope } from '../platform/actor.ts'
import { type Db, inScope } from '../platform/db/index.ts'
import { policyAt } from '../policies/index.ts'
import { highestLevel, jpmBands } from '../regulation/index.ts'
import { requirementsOf } from '../standards/index.ts'

/** What a person was assessed at; null for who may see the person but not the levels (a trainer, who runs a class). */
const loadLevels = (db: Db, levels: Scope, pegawaiId: number, today: string) =>
  inScope(db, levels, async tx =>
    (await personInScope(tx, pegawaiId))
      ? { gaps: await gapsOf(tx, [pegawaiId]), results: await resultsOf(tx, pegawaiId, today) }
      : null,
  )

/** Everything one person's page shows: the person within `scope`, the levels within `levels`; null outside the first. */
export async function loadProfile(db: Db, scope: Scope, levels: Scope, pegawaiId: number, today: string) {
  const read = await inScope(db, scope, async tx => {
    const person = await personById(tx, pegawaiId)
    if (!person) return null
    return {
      person,
      history: await historyOf(tx, pegawaiId),
      policy: await policyAt(tx, jpmCapPolicy, person.instansi.id, today),
      days: await daysOn(tx, person.instansi.id, today),
      requirements: person.jabatan ? await requirementsOf(tx, person.jabatan.id, today) : [],
    }
  })
  if (!read) return null
  const seen = await loadLevels(db, levels, pegawaiId, today)
  const found = { ...read, ...(seen ?? { gaps: [], results: [] }), levelsHidden: seen === null }
  const match = jpm(
    found.gaps.map(row => ({ required: row.required, held: row.held })),
    found.policy.value.cap,
  )
  const used = new Map<string, string>()
  for (const result of found.results) if (!used.has(result.code)) used.set(result.code, result.validUntil)
  const firstExpiry = [...used.values()].filter(date => date >= today).sort()[0] ?? null
  return {
    ...found,
    leader: found.person.atasan ?? (await leaderOf(db, scope, pegawaiId)),
    match: {
      ...match,
      cap: found.policy.value.cap,
      categories: (['pengisian', 'pemetaan'] as const).map(purpose => {
        const bands = jpmBands[purpose].at(today)
        return {
          purpose,
          category: match.percent === null ? null : jpmCategory(match.percent, bands.value),
          source: bands.source,
        }
      }),
    },
    validUntil: firstExpiry,
    expiresSoon: firstExpiry !== null && firstExpiry <= found.days.soon,
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
