import type { Component, Policy, Tier } from '../../rules/priority.ts'

/** A need as far as two lists of needs are compared by it. */
export type ListedNeed = Record<Component, number | null> & {
  kind: 'gap' | 'performance' | 'organisation' | 'mandate' | 'training'
  post: 'held' | 'aimed'
  /** Of a competency its code; of other kinds what names them. */
  code: string
  name: string
  jenjang: string | null
  levelFrom: number | null
  levelTo: number | null
  people: number
  staff: number
  score: number | null
  tier: Tier
}
/** A list as it stood, in the order of the ranking, with what made it. */
export type NeedList = { needs: readonly ListedNeed[]; ruleVersion: string; policy: Policy }

export type NeedChange = 'same' | 'differs' | 'only_issued' | 'only_recomputed' | 'not_recomputed'
/** Why a need stands in one list otherwise than in the other; `kind`: it is not worked out again at all. */
export type Reason = 'people' | 'levels' | 'staff' | 'dif' | 'goal' | 'mandate' | 'weights' | 'rule' | 'gone' | 'came' | 'kind'

export type Ranked = { rank: number; need: ListedNeed }
export type Difference = { change: NeedChange; issued: Ranked | null; recomputed: Ranked | null; reasons: Reason[] }

const keyOf = (need: ListedNeed) => [need.code, need.levelTo, need.jenjang].join(' ')
/** What is worked out again: gaps in competence for the post held. */
export const isRecomputed = (need: ListedNeed) => need.kind === 'gap' && need.post === 'held'

const ranked = (list: NeedList): Ranked[] => list.needs.filter(isRecomputed).map((need, index) => ({ rank: index + 1, need }))

const samePolicy = (a: Policy, b: Policy) =>
  a.urgentFrom === b.urgentFrom &&
  a.importantFrom === b.importantFrom &&
  a.urgentKnown === b.urgentKnown &&
  (Object.keys(a.weights) as Component[]).every(name => a.weights[name] === b.weights[name])

/** Weights and rule are given as reasons only where score or tier differ: they move nothing else. */
function reasonsOf(a: ListedNeed, b: ListedNeed, lists: { issued: NeedList; recomputed: NeedList }): Reason[] {
  const differs = (name: keyof ListedNeed) => a[name] !== b[name]
  const scored = differs('score') || differs('tier')
  const reasons: [Reason, boolean][] = [
    ['people', differs('people')],
    ['levels', differs('gap') || differs('levelFrom')],
    ['staff', differs('staff')],
    ['dif', differs('dif')],
    ['goal', differs('goal')],
    ['mandate', differs('mandate')],
    ['weights', scored && !samePolicy(lists.issued.policy, lists.recomputed.policy)],
    ['rule', scored && lists.issued.ruleVersion !== lists.recomputed.ruleVersion],
  ]
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason)
}

/**
 * What differs, need by need, between a list as it was issued and as it comes out again: in the order of the issued list, then what only
 * comes out again, then what is not worked out at all. Rank counts among what is worked out again; a rank alone that differs follows from others.
 */
export function differences(issued: NeedList, recomputed: NeedList): Difference[] {
  const again = new Map(ranked(recomputed).map(one => [keyOf(one.need), one]))
  const found = ranked(issued).map((before): Difference => {
    const after = again.get(keyOf(before.need)) ?? null
    again.delete(keyOf(before.need))
    if (after === null) return { change: 'only_issued', issued: before, recomputed: null, reasons: ['gone'] }
    const reasons = reasonsOf(before.need, after.need, { issued, recomputed })
    return { change: reasons.length > 0 ? 'differs' : 'same', issued: before, recomputed: after, reasons }
  })
  const came = [...again.values()].map(
    (after): Difference => ({ change: 'only_recomputed', issued: null, recomputed: after, reasons: ['came'] }),
  )
  const others = issued.needs
    .map((need, index) => ({ rank: index + 1, need }))
    .filter(({ need }) => !isRecomputed(need))
    .map((before): Difference => ({ change: 'not_recomputed', issued: before, recomputed: null, reasons: ['kind'] }))
  return [...found, ...came, ...others]
}

export const countOf = (all: readonly Difference[], change: NeedChange) => all.filter(one => one.change === change).length
