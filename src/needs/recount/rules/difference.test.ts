import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOf, differences, type ListedNeed, type NeedList } from './difference.ts'

const policy = {
  weights: { gap: 30, dif: 20, goal: 25, mandate: 15, reach: 10 },
  urgentFrom: 70,
  importantFrom: 45,
  urgentKnown: 3,
}
const need = (code: string, values: Partial<ListedNeed> = {}): ListedNeed => ({
  kind: 'gap',
  post: 'held',
  code,
  name: code,
  jenjang: 'pengawas',
  levelFrom: 1,
  levelTo: 3,
  people: 10,
  staff: 40,
  gap: 0.5,
  dif: 0.777778,
  goal: null,
  mandate: null,
  reach: 0.25,
  score: 0.52,
  tier: 'penting',
  ...values,
})
const list = (needs: ListedNeed[], values: Partial<NeedList> = {}): NeedList => ({
  needs,
  ruleVersion: 'prioritas-1',
  policy,
  ...values,
})

describe('a list as it was issued beside the list of the same day worked out again', () => {
  it('says of each need what differs and why', () => {
    const issued = list([need('M.1'), need('M.2'), need('M.3'), need('M.4')])
    const again = list([
      need('M.2'),
      need('M.1', { people: 12, reach: 0.3, score: 0.51 }), // two results came in after it was issued
      need('M.4', { dif: null, score: 0.5 }),
      need('M.5'),
    ])
    expect(differences(issued, again)).toMatchObject([
      { change: 'differs', issued: { rank: 1 }, recomputed: { rank: 2 }, reasons: ['people'] },
      { change: 'same', issued: { rank: 2 }, recomputed: { rank: 1 }, reasons: [] },
      { change: 'only_issued', issued: { rank: 3, need: { code: 'M.3' } }, recomputed: null, reasons: ['gone'] },
      { change: 'differs', reasons: ['dif'] },
      { change: 'only_recomputed', issued: null, recomputed: { rank: 4, need: { code: 'M.5' } }, reasons: ['came'] },
    ])
  })

  it('names weights and rule only where the score or the tier differs by them', () => {
    const other = { ...policy, weights: { ...policy.weights, gap: 40, reach: 0 } }
    const by = (values: Partial<ListedNeed>) =>
      differences(list([need('M.1')]), list([need('M.1', values)], { policy: other, ruleVersion: 'prioritas-2' }))[0]!.reasons
    expect(by({})).toEqual([])
    expect(by({ score: 0.6 })).toEqual(['weights', 'rule'])
    expect(by({ tier: 'urgen' })).toEqual(['weights', 'rule'])
    expect(by({ staff: 50, reach: 0.2 })).toEqual(['staff'])
  })

  it('leaves alone what is not worked out again, and says so', () => {
    const issued = list([need('PIM IV', { kind: 'training', levelTo: null }), need('M.1'), need('M.1', { post: 'aimed' })])
    const all = differences(issued, list([need('M.1')]))
    expect(all.map(one => [one.change, one.issued?.rank])).toEqual([
      ['same', 1],
      ['not_recomputed', 1],
      ['not_recomputed', 3],
    ])
    expect([countOf(all, 'same'), countOf(all, 'not_recomputed')]).toEqual([1, 2])
  })
})

const any = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('M.1', 'M.2', 'M.3', 'M.4'),
    levelTo: fc.integer({ min: 2, max: 3 }),
    people: fc.integer({ min: 1, max: 3 }),
    dif: fc.option(fc.constantFrom(0.5, 1)),
  }),
  { selector: one => `${one.code} ${one.levelTo}` },
)

it('finds nothing between a list and itself, and every need of both exactly once', () =>
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [first, second] = [list(a.map(one => need(one.code, one))), list(b.map(one => need(one.code, one)))]
      expect(differences(first, first).every(one => one.change === 'same')).toBe(true)
      const found = differences(first, second)
      const keys = (needs: readonly ListedNeed[]) => needs.map(one => `${one.code} ${one.levelTo}`).sort()
      expect(keys(found.flatMap(one => (one.issued ? [one.issued.need] : [])))).toEqual(keys(first.needs))
      expect(keys(found.flatMap(one => (one.recomputed ? [one.recomputed.need] : [])))).toEqual(keys(second.needs))
      expect(found.length).toBe(new Set([...keys(first.needs), ...keys(second.needs)]).size)
    }),
  ))
