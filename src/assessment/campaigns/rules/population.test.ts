import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departure, fits, type Population, type Somebody, wholeInstansi } from './population.ts'

const today = '2026-11-22'
const ani: Somebody = {
  instansiId: 2,
  active: true,
  unitIds: [30, 3, 1],
  jabatan: { jenis: 'fungsional', jenjang: 'ahli_muda' },
  employment: 'pns',
  validUntil: '2027-03-01',
}
const rule = (values: Partial<Population>): Population => ({ ...wholeInstansi, ...values })
const takes = (values: Partial<Population>, who: Partial<Somebody> = {}) => fits(rule(values), { ...ani, ...who }, 2, today)

describe('the people of a campaign', () => {
  it('are all of the instansi who are active and hold a jabatan, where the rule is open', () => {
    expect(takes({})).toBe(true)
    expect([takes({}, { active: false }), takes({}, { jabatan: null }), takes({}, { instansiId: 3 })]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('are those of a unit and below it', () => {
    expect([takes({ unitIds: [3] }), takes({ unitIds: [30, 99] }), takes({ unitIds: [31] })]).toEqual([true, true, false])
  })

  it('not mapped yet: no result, or none that holds today', () => {
    expect(takes({ mapped: 'unmapped' })).toBe(false)
    expect(takes({ mapped: 'unmapped' }, { validUntil: '2026-11-21' })).toBe(true)
    expect(takes({ mapped: 'unmapped' }, { validUntil: '2026-11-22' }), 'it holds through its last day').toBe(false)
    expect(takes({ mapped: 'unmapped' }, { validUntil: null })).toBe(true)
  })

  it('whose results end before a day', () => {
    expect(takes({ mapped: 'expiring', before: '2027-03-01' })).toBe(false)
    expect(takes({ mapped: 'expiring', before: '2027-03-02' })).toBe(true)
  })
})

describe('who leaves', () => {
  const why = (who: Partial<Somebody>, added = false) =>
    departure(
      rule({ unitIds: [3], jenis: ['fungsional'], jenjang: ['ahli_muda'], employment: ['pns'] }),
      { ...ani, ...who },
      2,
      added,
    )

  it('leaves with the reason', () => {
    expect(why({})).toBeNull()
    expect(why({ instansiId: 5 })).toBe('moved')
    expect(why({ active: false })).toBe('inactive')
    expect(why({ jabatan: null })).toBe('no_jabatan')
    expect(why({ unitIds: [40, 4, 1] })).toBe('unit')
    expect(why({ jabatan: { jenis: 'pengawas', jenjang: 'pengawas' } })).toBe('jenis')
    expect(why({ jabatan: { jenis: 'fungsional', jenjang: 'ahli_madya' } })).toBe('jenjang')
    expect(why({ employment: 'pppk' })).toBe('employment')
  })

  it('does not leave because of having been assessed meanwhile', () => {
    expect(departure(rule({ mapped: 'unmapped' }), { ...ani, validUntil: '2029-01-01' }, 2, false)).toBeNull()
  })

  it('stays beside the rule where added by hand, as long as there is a post here', () => {
    expect([why({ unitIds: [40] }, true), why({ employment: 'pppk' }, true), why({ instansiId: 5 }, true)]).toEqual([
      null,
      null,
      'moved',
    ])
  })
})

it('nobody who fits is one who leaves', () => {
  const somebody = fc.record({
    instansiId: fc.constantFrom(2, 3),
    active: fc.boolean(),
    unitIds: fc.constantFrom([30, 3], [4], [3]),
    jabatan: fc.option(
      fc.record({
        jenis: fc.constantFrom('fungsional', 'pelaksana'),
        jenjang: fc.constantFrom('ahli_muda' as const, 'pelaksana' as const),
      }),
    ),
    employment: fc.constantFrom('pns', 'pppk'),
    validUntil: fc.option(fc.constantFrom('2026-01-01', '2028-01-01')),
  })
  const population = fc.record({
    unitIds: fc.constantFrom([], [3], [4, 30]),
    jenis: fc.constantFrom([], ['fungsional']),
    jenjang: fc.constantFrom([], ['pelaksana' as const]),
    employment: fc.constantFrom([], ['pns']),
    mapped: fc.constantFrom('any' as const, 'unmapped' as const, 'expiring' as const),
    before: fc.constantFrom(null, '2027-01-01'),
  })
  fc.assert(
    fc.property(population, somebody, fc.boolean(), (rule, who, added) => {
      fc.pre(fits(rule, who, 2, today))
      expect(departure(rule, who, 2, added)).toBeNull()
    }),
  )
})
