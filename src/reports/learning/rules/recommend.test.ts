import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Gap, type Option, recommend } from './recommend.ts'

const gap = (competencyId: number, level: number, required: number, post: Gap['post'] = 'held'): Gap => ({
  competencyId,
  post,
  level,
  required,
})
const option = (id: number, reaches: [number, number][], more: Partial<Option> = {}): Option => ({
  kind: 'course',
  id,
  title: `K${id}`,
  reaches: reaches.map(([competencyId, level]) => ({ competencyId, level })),
  jp: 10,
  cost: 0,
  now: false,
  mayJoin: true,
  startsOn: null,
  ...more,
})
const ids = (gaps: Gap[], options: Option[]) => recommend(gaps, options).map(one => one.option.id)

describe('what to learn first', () => {
  it('says which gap a course closes: from 2 to the 3 that is asked, although it reaches 4', () =>
    expect(recommend([gap(1, 2, 3)], [option(7, [[1, 4]])])[0]).toMatchObject({
      closes: [{ competencyId: 1, level: 2, to: 3, whole: true }],
      levels: 2,
    }))

  it('says where a course makes a gap smaller and does not close it', () =>
    expect(recommend([gap(1, 1, 3)], [option(7, [[1, 2]])])[0]).toMatchObject({ closes: [{ to: 2, whole: false }] }))

  it('leaves out what teaches nothing that is lacking', () =>
    expect(ids([gap(1, 2, 3)], [option(7, [[1, 2]]), option(8, [[2, 5]])])).toEqual([]))

  it('leaves out what the person may not join, and keeps what nobody knows', () =>
    expect(ids([gap(1, 2, 3)], [option(1, [[1, 3]], { mayJoin: false }), option(2, [[1, 3]], { mayJoin: null })])).toEqual([2]))

  it('puts first what closes more levels, the post held before the post aimed at', () =>
    expect(ids([gap(1, 1, 3), gap(2, 2, 3, 'aimed')], [option(1, [[2, 3]]), option(2, [[1, 2]]), option(3, [[1, 3]])])).toEqual([
      3, 2, 1,
    ]))

  it('counts a competency that both posts ask for once, unless the aim asks for more than the post held gives', () => {
    expect(recommend([gap(1, 2, 3), gap(1, 2, 3, 'aimed')], [option(1, [[1, 3]])])[0]!.closes).toHaveLength(1)
    expect(
      recommend([gap(1, 2, 3), gap(1, 2, 4, 'aimed')], [option(1, [[1, 4]])])[0]!.closes.map(one => [one.post, one.to]),
    ).toEqual([
      ['held', 3],
      ['aimed', 4],
    ])
  })

  it('of what closes as much: what begins now, then what is free, then the sooner, then the shorter', () =>
    expect(
      ids(
        [gap(1, 2, 3)],
        [
          option(1, [[1, 3]], { cost: null }),
          option(2, [[1, 3]], { cost: 500_000 }),
          option(3, [[1, 3]], { jp: 40 }),
          option(4, [[1, 3]], { startsOn: '2026-12-01' }),
          option(5, [[1, 3]], { now: true, cost: 900_000 }),
          option(6, [[1, 3]], { startsOn: '2026-11-25' }),
          option(7, [[1, 3]]),
        ],
      ),
    ).toEqual([5, 6, 4, 7, 3, 2, 1]))

  const gaps = fc.array(
    fc.record({
      competencyId: fc.integer({ min: 1, max: 6 }),
      post: fc.constantFrom('held' as const, 'aimed' as const),
      level: fc.integer({ min: 1, max: 4 }),
      required: fc.integer({ min: 2, max: 5 }),
    }),
    { maxLength: 8 },
  )
  const options = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 99 }),
      to: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })), { maxLength: 4 }),
    }),
    { selector: one => one.id, maxLength: 8 },
  )
  it('recommends nothing that leaves every gap as it was, and never in another order', () =>
    fc.assert(
      fc.property(gaps, options, (lacking, teach) => {
        const made = teach.map(one => option(one.id, one.to))
        const found = recommend(lacking, made)
        const same = recommend(lacking, [...made].reverse()).map(one => one.option.id)
        return (
          found.every(one => one.levels > 0 && one.closes.every(step => step.to > step.level && step.to <= step.required)) &&
          JSON.stringify(same) === JSON.stringify(found.map(one => one.option.id))
        )
      }),
    ))
})
