import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntryRules, entryRulesSchema } from '../schema.ts'
import { monthsBetween } from './days.ts'
import { type Candidate, evaluateEntry, monthsIn } from './entry.ts'

/** PKN II as DOMAIN.md 5 has it (SIPPN MenPANRB 8216791). */
const pkn2: EntryRules = {
  employment: ['pns'],
  ways: [
    { jenjang: ['jpt_pratama'], yearsBeforeBup: 1.5 },
    { jenjang: ['ahli_utama'], yearsBeforeBup: 3, selection: true },
    { jenjang: ['administrator'], golonganFrom: 'IV/a', monthsInGolongan: 42, maxAge: 55, selection: true },
    { jenjang: ['ahli_madya'], golonganFrom: 'IV/a', monthsInGolongan: 30, maxAge: 55, selection: true },
  ],
}
const today = '2026-11-22'
const nobody: Candidate = {
  jenis: null,
  jenjang: null,
  tenures: null,
  golongan: null,
  golonganSince: null,
  birthDate: null,
  employment: null,
  trainings: null,
  selected: null,
  disciplineClear: null,
}
const who = (known: Partial<Candidate>): Candidate => ({ ...nobody, employment: 'pns', ...known })
const pkn = (known: Partial<Candidate>) => evaluateEntry(pkn2, who(known), today)
const failed = (entry: ReturnType<typeof evaluateEntry>, met: boolean | null = false) =>
  entry.each.filter(one => one.met === met).map(one => one.rule)

describe('PKN II', () => {
  it('is a set of rules that can be stored', () => expect(entryRulesSchema.parse(pkn2)).toEqual(pkn2))

  it('takes a JPT Pratama with a year and six months to go before 60, and not a day less', () => {
    // Born 22 May 1968: 60 on 22 May 2028, eighteen months after 22 November 2026.
    expect(pkn({ jenjang: 'jpt_pratama', birthDate: '1968-05-22' })).toMatchObject({ met: true, way: 0 })
    const late = pkn({ jenjang: 'jpt_pratama', birthDate: '1968-05-21' })
    expect(late.met).toBe(false)
    expect(failed(late)).toEqual(['yearsBeforeBup'])
  })

  it('takes an Administrator of IV/a after 3 years 6 months in rank, at most 55, who was selected', () => {
    const able = {
      jenjang: 'administrator',
      golongan: 'IV/a',
      golonganSince: '2023-05-22',
      birthDate: '1971-01-01',
      selected: true,
    } as const
    expect(pkn(able)).toMatchObject({ met: true, way: 2 })
    expect(failed(pkn({ ...able, golonganSince: '2023-05-23' }))).toEqual(['monthsInGolongan'])
    expect(failed(pkn({ ...able, golongan: 'III/d' }))).toEqual(['golonganFrom'])
    expect(failed(pkn({ ...able, birthDate: '1970-11-22' }))).toEqual(['maxAge'])
    expect(pkn({ ...able, birthDate: '1970-11-23' }).met).toBe(true)
    expect(failed(pkn({ ...able, selected: false }))).toEqual(['selection'])
    expect(pkn({ ...able, selected: null }).met).toBeNull()
  })

  it('takes an Ahli Madya of IV/a after 2 years 6 months; the same is too short for an Administrator', () => {
    const able = { golongan: 'IV/b', golonganSince: '2024-05-22', birthDate: '1975-01-01', selected: true } as const
    expect(pkn({ ...able, jenjang: 'ahli_madya' })).toMatchObject({ met: true, way: 3 })
    expect(pkn({ ...able, jenjang: 'administrator' }).met).toBe(false)
  })

  it('takes an Ahli Utama three years before 65', () => {
    expect(pkn({ jenjang: 'ahli_utama', birthDate: '1964-11-22', selected: true })).toMatchObject({ met: true, way: 1 })
    expect(failed(pkn({ jenjang: 'ahli_utama', birthDate: '1964-11-21', selected: true }))).toEqual(['yearsBeforeBup'])
  })

  it('refuses a Pengawas and a PPPK', () => {
    expect(pkn({ jenjang: 'pengawas', birthDate: '1980-01-01', selected: true }).met).toBe(false)
    expect(
      evaluateEntry(pkn2, { ...nobody, employment: 'pppk', jenjang: 'jpt_pratama', birthDate: '1980-01-01' }, today).met,
    ).toBe(false)
  })

  it('cannot tell of an Administrator whose time in rank is not on record', () => {
    const entry = pkn({ jenjang: 'administrator', golongan: 'IV/a', birthDate: '1980-01-01', selected: true })
    expect(entry).toMatchObject({ met: null, way: 2 })
    expect(failed(entry, null)).toEqual(['monthsInGolongan'])
  })
})

describe('one rule', () => {
  const met = (rules: EntryRules, known: Partial<Candidate>) => evaluateEntry(rules, who(known), today).met

  it('asks nothing of anybody where there are none', () =>
    expect(evaluateEntry({}, nobody, today)).toEqual({ met: true, each: [], way: null }))

  it('reads the golongan of a PNS from I/a to IV/e; that of a PPPK is another scale', () => {
    expect(met({ golonganFrom: 'III/d' }, { golongan: 'III/c' })).toBe(false)
    expect(met({ golonganFrom: 'III/d' }, { golongan: 'III/d' })).toBe(true)
    expect(met({ golonganFrom: 'III/d' }, { golongan: 'IV/e' })).toBe(true)
    expect(met({ golonganFrom: 'III/d' }, { golongan: 'II/d' })).toBe(false)
    for (const pppk of ['I', 'IX', 'XVII']) expect(met({ golonganFrom: 'I/a' }, { golongan: pppk })).toBeNull()
    expect(met({ golonganFrom: 'III/d' }, { golongan: null })).toBeNull()
  })

  it('adds up the time in a jenjang over posts, counting no day twice', () => {
    const two = { monthsInJenjang: { jenjang: 'pengawas' as const, months: 24 } }
    expect(met(two, { tenures: [{ jenjang: 'pengawas', from: '2024-11-22', until: null }] })).toBe(true)
    expect(met(two, { tenures: [{ jenjang: 'pengawas', from: '2024-11-23', until: null }] })).toBe(false)
    // Since risen to Administrator: what was, was.
    expect(
      met(two, {
        tenures: [
          { jenjang: 'pengawas', from: '2019-01-01', until: '2020-12-31' },
          { jenjang: 'administrator', from: '2021-01-01', until: null },
        ],
      }),
    ).toBe(true)
    const overlapping = [
      { jenjang: 'pengawas' as const, from: '2025-01-01', until: '2025-12-31' },
      { jenjang: 'pengawas' as const, from: '2025-06-01', until: '2026-05-31' },
    ]
    expect(monthsIn(overlapping, 'pengawas', today)).toBe(17)
    expect(monthsIn([{ jenjang: 'pengawas', from: '2027-01-01', until: null }], 'pengawas', today)).toBe(0)
    expect(met(two, { tenures: null })).toBeNull()
    expect(met(two, { tenures: [] })).toBe(false)
  })

  it('finds a training by its name, whatever stands around it; some of several is not enough', () => {
    const rules = { trainings: ['Pelatihan Kepemimpinan Pengawas'] }
    expect(met(rules, { trainings: ['PELATIHAN KEPEMIMPINAN PENGAWAS (PKP) Angkatan II'] })).toBe(true)
    expect(met(rules, { trainings: ['Pelatihan Kepemimpinan Pengawasan'] })).toBe(false)
    expect(met(rules, { trainings: [] })).toBe(false)
    expect(met(rules, { trainings: null })).toBeNull()
    expect(met({ trainings: ['PKP', 'PBJ'] }, { trainings: ['PKP'] })).toBe(false)
  })

  it('does not know the discipline and the selection of anybody unless it is told', () => {
    expect(met({ noDiscipline: true }, {})).toBeNull()
    expect(met({ noDiscipline: true }, { disciplineClear: true })).toBe(true)
    expect(met({ noDiscipline: true }, { disciplineClear: false })).toBe(false)
    expect(met({ selection: true }, {})).toBeNull()
  })

  it('says when retirement has passed already', () => {
    const entry = evaluateEntry({ yearsBeforeBup: 1 }, who({ jenjang: 'pelaksana', birthDate: '1966-01-01' }), today)
    expect(entry.each[0]).toMatchObject({ met: false, have: -3 })
  })
})

describe('all rules', () => {
  const day = fc.integer({ min: 0, max: 25_000 }).map(n => new Date(Date.UTC(1960, 0, 1 + n)).toISOString().slice(0, 10))
  const candidate: fc.Arbitrary<Candidate> = fc.record({
    jenis: fc.constantFrom('jpt' as const, 'pengawas' as const, null),
    jenjang: fc.constantFrom('jpt_pratama' as const, 'administrator' as const, 'ahli_madya' as const, null),
    tenures: fc.constantFrom(null, []),
    golongan: fc.constantFrom('III/d', 'IV/b', 'IX', null),
    golonganSince: fc.option(day),
    birthDate: fc.option(day),
    employment: fc.constantFrom('pns' as const, 'pppk' as const, null),
    trainings: fc.constantFrom(null, ['PKP']),
    selected: fc.constantFrom(true, false, null),
    disciplineClear: fc.constantFrom(true, false, null),
  })

  it('what is not known never decides: telling it can only turn “unknown” into an answer', () => {
    fc.assert(
      fc.property(candidate, fc.constantFrom(...(Object.keys(nobody) as (keyof Candidate)[])), (one, key) => {
        const rules = { ...pkn2, noDiscipline: true }
        const less = evaluateEntry(rules, { ...one, [key]: null }, today).met
        if (less !== null) expect(evaluateEntry(rules, one, today).met).toBe(less)
      }),
    )
  })

  it('is met only where no check shown failed or is unknown', () => {
    fc.assert(
      fc.property(candidate, one => {
        const entry = evaluateEntry(pkn2, one, today)
        expect(entry.met === true).toBe(entry.each.every(check => check.met === true))
      }),
    )
  })

  it('counts whole months as the calendar does', () => {
    expect(monthsBetween('2024-01-31', '2024-02-29')).toEqual({ months: 1, days: 0 })
    expect(monthsBetween('2024-01-31', '2024-03-30')).toEqual({ months: 1, days: 30 })
    expect(monthsBetween('2026-11-22', '2026-11-22')).toEqual({ months: 0, days: 0 })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, until] = a < b ? [a, b] : [b, a]
        const { months, days } = monthsBetween(from, until)
        expect(months).toBeGreaterThanOrEqual(0)
        expect(days).toBeGreaterThanOrEqual(0)
        expect(days).toBeLessThan(31)
      }),
    )
  })
})
