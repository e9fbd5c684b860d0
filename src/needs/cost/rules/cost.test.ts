import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, fraction } from '../../rules/fraction.ts'
import { anyRate, closingCost, groupOfJenjang, type Load, openCost, postGroups, type Rates, wholeRupiah } from './cost.ts'

const rates: Rates = {
  yearly: {
    jpt: null,
    administrator: 240_000_000n,
    pengawas: 168_000_000n,
    ahli: 156_000_000n,
    keterampilan: 108_000_000n,
    pelaksana: 84_000_000n,
  },
  closing: 3_500_000n,
}
const nothing: Rates = {
  yearly: { jpt: null, administrator: null, pengawas: null, ahli: null, keterampilan: null, pelaksana: null },
  closing: null,
}
const rupiah = (loads: Load[]) => {
  const { exact } = openCost(loads, rates)
  return exact && wholeRupiah(exact)
}

describe('what an open gap costs a year', () => {
  it('is the part of the yearly cost that is paid for what is not there', () => {
    // 13 competencies at level 3 are 39 levels; two of them missing: 240.000.000 × 2 ÷ 39 = 12.307.692,3
    expect(rupiah([{ jenjang: 'administrator', asked: 39, levels: 2 }])).toBe(12_307_692n)
    // 84.000.000 × 1 ÷ 13 = 6.461.538,5 (half up)
    expect(rupiah([{ jenjang: 'pelaksana', asked: 13, levels: 1 }])).toBe(6_461_538n)
  })

  it('is rounded once, at the end', () => {
    // 12.307.692,307… + 6.461.538,461… = 18.769.230,769…; rounded one by one it would be 18.769.230
    expect(
      rupiah([
        { jenjang: 'administrator', asked: 39, levels: 2 },
        { jenjang: 'pelaksana', asked: 13, levels: 1 },
      ]),
    ).toBe(18_769_231n)
  })

  it('is the whole year of somebody who has nothing of what the post asks', () => {
    expect(rupiah([{ jenjang: 'ahli_muda', asked: 30, levels: 30 }])).toBe(156_000_000n)
  })

  it('is not known where nobody filled in what those people cost, and is not taken for nothing', () => {
    expect(openCost([{ jenjang: 'jpt_pratama', asked: 52, levels: 4 }], rates)).toEqual({ exact: null, levels: 0, unknown: 4 })
    const part = openCost(
      [
        { jenjang: 'jpt_pratama', asked: 52, levels: 4 },
        { jenjang: 'ahli_muda', asked: 30, levels: 30 },
      ],
      rates,
    )
    expect([wholeRupiah(part.exact!), part.levels, part.unknown]).toEqual([156_000_000n, 30, 4])
    expect([anyRate(rates), anyRate(nothing), anyRate({ ...nothing, closing: 0n })]).toEqual([true, false, true])
  })

  it('is nothing where no level is missing, whatever is known', () => {
    expect(openCost([], nothing)).toEqual({ exact: fraction(0), levels: 0, unknown: 0 })
    expect(openCost([{ jenjang: 'jpt_madya', asked: 52, levels: 0 }], rates)).toEqual({
      exact: fraction(0),
      levels: 0,
      unknown: 0,
    })
  })

  it('is no figure of a post that asks nothing', () => {
    expect(() => openCost([{ jenjang: 'pengawas', asked: 0, levels: 1 }], rates)).toThrow(RangeError)
  })
})

describe('what it costs to close gaps', () => {
  it('is the price of a level for each level', () => {
    expect(closingCost(12, rates)).toBe(42_000_000n)
    expect([closingCost(12, nothing), closingCost(0, nothing)]).toEqual([null, 0n])
  })
})

const load = fc
  .record({
    jenjang: fc.constantFrom(...(Object.keys(groupOfJenjang) as Load['jenjang'][])),
    asked: fc.integer({ min: 1, max: 65 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ jenjang, asked, share }): Load => ({ jenjang, asked, levels: Math.round(asked * share) }))
const anyRates = fc
  .record({ yearly: fc.array(fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n })), { minLength: 6, maxLength: 6 }) })
  .map(
    ({ yearly }): Rates => ({
      yearly: Object.fromEntries(postGroups.map((group, index) => [group, yearly[index]])) as Rates['yearly'],
      closing: null,
    }),
  )
const same = (a: { n: bigint; d: bigint }, b: { n: bigint; d: bigint }) => a.n * b.d === b.n * a.d

it('adds up over people, however they are parted', () =>
  fc.assert(
    fc.property(fc.array(load, { maxLength: 12 }), fc.array(load, { maxLength: 12 }), anyRates, (some, others, by) => {
      const [a, b, all] = [openCost(some, by), openCost(others, by), openCost([...some, ...others], by)]
      expect([all.levels, all.unknown]).toEqual([a.levels + b.levels, a.unknown + b.unknown])
      const known = [a, b].filter(one => one.exact !== null)
      if (all.exact === null) expect(known.every(one => same(one.exact!, fraction(0)))).toBe(true)
      else
        expect(
          same(
            all.exact,
            known.reduce((sum, one) => add(sum, one.exact!), fraction(0)),
          ),
        ).toBe(true)
    }),
  ))

it('never passes what those people cost in all, and grows with every level that is missing', () =>
  fc.assert(
    fc.property(load, fc.bigInt({ min: 1n, max: 10n ** 12n }), (one, price) => {
      const by: Rates = { yearly: Object.fromEntries(postGroups.map(group => [group, price])) as Rates['yearly'], closing: null }
      const cost = openCost([one], by).exact!
      expect(cost.n <= price * cost.d).toBe(true)
      if (one.levels < one.asked) {
        const more = openCost([{ ...one, levels: one.levels + 1 }], by).exact!
        expect(more.n * cost.d > cost.n * more.d).toBe(true)
      }
    }),
  ))
