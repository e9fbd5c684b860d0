import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as regulation from './index.ts'
import { OutsideSeries, type Series, series } from './series.ts'

const isSeries = (value: unknown): value is Series<unknown> =>
  typeof value === 'object' && value !== null && 'entries' in value && 'reads' in value

/** Series that a module exports, alone or inside a record. */
const seriesIn = (module: object): Series<unknown>[] =>
  Object.values({ ...module, register: null }).flatMap(value =>
    isSeries(value) ? [value] : value !== null && typeof value === 'object' ? Object.values(value).filter(isSeries) : [],
  )

const files = readdirSync(import.meta.dirname).filter(file => !/\.test\.ts$|^index\.ts$|^series\.ts$/.test(file))
const { register } = regulation
/** Without those that the tests below make. */
const law = [...register]

describe('the register of law', () => {
  it('holds every series that any file of this folder exports', async () => {
    const exported = (await Promise.all(files.map(async file => seriesIn((await import(`./${file}`)) as object)))).flat()
    expect(exported.length).toBeGreaterThan(10)
    for (const one of exported) expect(law).toContain(one)
    // What is used through the front door is the same thing.
    expect(
      seriesIn(regulation)
        .map(one => one.key)
        .sort(),
    ).toEqual(exported.map(one => one.key).sort())
  })

  it('has no bare number beside it: what is exported as one is the scale of levels, which is in it', () => {
    const bare = Object.entries(regulation).filter(([, value]) => typeof value === 'number')
    expect(bare.map(([name]) => name).sort()).toEqual(['highestLevel', 'lowestLevel'])
    expect(law.map(line => line.key)).toContain('level_scale')
  })

  it('says of each number what it is, who uses it and when it was last checked', () => {
    expect(new Set(law.map(line => line.key)).size).toBe(law.length)
    for (const line of law) {
      for (const text of [line.name.id, line.name.en, line.usedBy.id, line.usedBy.en]) expect(text, line.key).toMatch(/\S{2}/)
      expect(line.checked, line.key).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(line.entries.length, line.key).toBeGreaterThan(0)
    }
  })

  it('says of each value where it comes from; only what an act says is verified', () => {
    for (const { key, entries, reads } of law) {
      for (const entry of entries) {
        expect(entry.source, key).toMatch(/\S{4}/)
        expect(entry.from, key).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        if (entry.verified) expect(entry.act, key).not.toBeNull()
        for (const text of Object.values(reads(entry.value))) expect(text, key).toMatch(/\d|[a-z]{3}/)
      }
    }
  })

  it('has the values of a number in order, none over another', () => {
    for (const { key, entries } of law) {
      entries.forEach((entry, index) => {
        const next = entries[index + 1]
        if (entry.until) expect(entry.until > entry.from, key).toBe(true)
        if (next) expect(next.from > entry.from && (entry.until === undefined || entry.until <= next.from), key).toBe(true)
      })
    }
  })

  it('names the series on a day it does not reach', () => {
    for (const { name, entries, at } of law) {
      expect(() => at('1945-08-17')).toThrow(OutsideSeries)
      expect(() => at('1945-08-17')).toThrow(`${name.id}: no value in force on 1945-08-17`)
      expect(at(entries.at(-1)!.from)).toBe(entries.at(-1))
    }
  })
})

describe('the numbers', () => {
  const on = '2026-11-22'

  it('are those of DOMAIN.md', () => {
    expect(regulation.jpPerYear.at(on)).toMatchObject({ value: 20, act: 'PP 11/2017 jo. PP 17/2020', article: 'Pasal 203' })
    expect(regulation.pppkJpCap.at(on).value).toBe(24)
    expect([regulation.lowestLevel, regulation.highestLevel]).toEqual([1, 5])
    expect(regulation.potentialScale.at(on).value).toEqual({ lowest: 1, highest: 3 })
    expect(regulation.resultValidityYears.at(on)).toMatchObject({ value: 3, verified: false })
    expect(regulation.expiryWarningDays.at(on)).toMatchObject({ value: 90, verified: false })
    expect(regulation.ikkBands.at(on).value).toEqual([
      { band: 'tinggi', from: 50 },
      { band: 'sedang', from: 25 },
      { band: 'rendah', above: 0 },
      { band: 'tidak_ada' },
    ])
  })

  it('give each class its default level; JPT Madya is the doubtful one', () => {
    const levels = regulation.classLevels.at(on)
    expect(levels.verified).toBe(false)
    expect(levels.value).toMatchObject({ jpt_utama: 5, jpt_madya: 4, administrator: 3, pengawas: 2, pelaksana: 1, ahli_utama: 5 })
    expect(Object.keys(levels.value).sort()).toEqual(Object.keys(regulation.jenjangCodes).sort())
  })
})

describe('the 25 forms, as DOMAIN.md 4 has them', () => {
  const { formEntries, jpConversion, learningForms } = regulation
  it.each<[regulation.LearningForm, string, number, 'T' | 'F' | 'P', string, boolean]>([
    // form, code, number in SIASN, certificate, how its JP are counted, seen in a source
    ['struktural', 'KL01', 1, 'T', 'sebesar JP program', true],
    ['manajerial', 'KL02', 5, 'T', 'sebesar JP program; internasional +20 %', true],
    ['teknis', 'KL03', 3, 'T', 'sebesar JP program; internasional +20 %', true],
    ['fungsional', 'KL04', 2, 'F', 'sebesar JP program; internasional +20 %', true],
    ['sosial_kultural', 'KL05', 6, 'T', 'sebesar JP program; internasional +20 %', true],
    ['seminar', 'KL06', 9, 'P', '4 JP sehari; internasional 6 JP sehari', true],
    ['workshop', 'KL07', 4, 'P', '5 JP sehari; internasional 7 JP sehari', true],
    ['kursus', 'KL08', 11, 'T', 'sebesar JP program; internasional +20 %', false],
    ['penataran', 'KL09', 12, 'T', 'sebesar JP program; internasional +20 %', false],
    ['bimtek', 'KL10', 8, 'T', 'sebesar JP program; internasional +20 %', false],
    ['sosialisasi', 'KL11', 7, 'P', 'angkanya belum ditemukan', false],
    ['klasikal_lain', 'KL12', 13, 'T', 'sebesar JP program', true],
    ['coaching', 'NKL01', 14, 'T', '2 JP sekali, paling banyak 2 kali sebulan', true],
    ['mentoring', 'NKL02', 15, 'T', '2 JP sekali, paling banyak 2 kali sebulan', true],
    ['e_learning', 'NKL03', 16, 'T', 'menurut jam, paling banyak 3 JP sehari', true],
    ['jarak_jauh', 'NKL04', 17, 'T', 'sebesar JP program; internasional +20 %', true],
    ['detasering', 'NKL05', 18, 'T', '20 JP sekali kegiatan; internasional +20 %', true],
    ['outbound', 'NKL06', 19, 'T', 'sebesar JP program; internasional +20 %', true],
    ['patok_banding', 'NKL07', 20, 'T', '10 JP sekali kegiatan', true],
    ['pertukaran', 'NKL08', 21, 'T', '20 JP sekali kegiatan; internasional 24 JP sekali kegiatan', true],
    ['belajar_mandiri', 'NKL09', 22, 'T', 'menurut jam, paling banyak 2 JP sehari', true],
    ['komunitas_belajar', 'NKL10', 23, 'T', 'menurut jam, paling banyak 2 JP sehari; internasional +20 %', true],
    ['bimbingan_kerja', 'NKL11', 24, 'T', '2 JP sekali, paling banyak 2 kali sebulan; internasional +20 %', true],
    ['magang', 'NKL12', 10, 'T', '20 JP sekali kegiatan; internasional 24 JP sekali kegiatan', true],
    ['nonklasikal_lain', 'NKL13', 25, 'T', 'sebesar JP program', false],
  ])('%s is %s, number %d, certificate %s: %s', (form, code, national, certificate, counted, verified) => {
    expect(formEntries[form]).toMatchObject({ code, national, certificate, route: code[0] === 'K' ? 'klasikal' : 'nonklasikal' })
    const entry = jpConversion[form].at('2026-11-22')
    expect(jpConversion[form].reads(entry.value).id).toBe(counted)
    expect(entry).toMatchObject({ from: '2018-01-01', act: 'PerLAN 10/2018', article: code, verified })
  })

  it('are all, each number of SIASN once', () => {
    expect(learningForms).toHaveLength(25)
    const numbers = learningForms.map(form => formEntries[form].national).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
  })

  it('are counted in minutes that nobody saw, and against an aim that no act sets', () => {
    expect(regulation.jpMinutes.at('2026-11-22')).toMatchObject({ value: 45, verified: false })
    expect(regulation.learningMix.at('2026-11-22')).toMatchObject({
      value: { formal: 10, social: 20, work: 70 },
      act: null,
      verified: false,
    })
  })
})

describe('national programmes (DOMAIN.md 5)', () => {
  const of = (name: string, day: string) => {
    const { value, act, verified } = regulation.nationalProgramme(name)!.at(day)
    return [value.jp.map(one => one.jp), value.days, value.mark, act, verified]
  }
  it('PKP is 830 JP in 96 days with a mark of 70; since PerLAN 5/2022 that is not sure', () => {
    expect(of('PKP', '2021-06-10')).toEqual([[830], 96, 70, 'PerLAN 15/2019', true])
    expect(of(' pkp angkatan III', '2026-11-22')).toEqual([[830], 96, 70, 'PerLAN 5/2022 jo. 6/2022', false])
  })
  it('Latsar is 647 JP blended and 511 JP classical', () => {
    expect(of('Latsar CPNS', '2026-11-22')).toEqual([[647, 511], null, null, 'PerLAN 1/2021 jo. 10/2021', true])
    expect(regulation.nationalProgrammes.latsar.reads(regulation.nationalProgrammes.latsar.at('2026-11-22').value).id).toBe(
      '647 JP (blended) atau 511 JP (klasikal)',
    )
  })
  it('of PKA and PKN II no hours were found', () => {
    for (const name of ['PKA', 'PKN II', 'PBJ', 'PKPX', '']) expect(regulation.nationalProgramme(name)).toBeNull()
  })
})

describe('accreditation', () => {
  it('with an A holds five years, of B and C nothing is known (DOMAIN.md 6)', () => {
    const entry = regulation.accreditationYears.at('2026-11-22')
    expect(entry).toMatchObject({ value: { A: 5, B: null, C: null }, verified: false })
  })
})

describe('a series', () => {
  const about = (key: string) => ({
    key,
    name: { id: 'Angka uji', en: 'Test number' },
    usedBy: { id: 'uji', en: 'test' },
    checked: '2026-11-22',
    reads: (n: number) => ({ id: String(n), en: String(n) }),
  })
  const cited = { act: 'UU 1/2000', article: 'Pasal 1', source: 'uji', verified: true }
  const years = series(about('uji_years'), [
    { from: '2020-01-01', until: '2022-01-01', value: 1, ...cited },
    { from: '2024-01-01', value: 2, ...cited },
  ])

  it('leaves a gap a gap', () => {
    expect(years.at('2021-12-31').value).toBe(1)
    for (const day of ['2019-12-31', '2022-01-01', '2023-12-31'])
      expect(() => years.at(day)).toThrow(`Angka uji: no value in force on ${day}`)
    expect(years.at('2024-01-01').value).toBe(2)
    expect(() => years.at('2024')).toThrow('Angka uji: 2024 is not a date')
  })

  it('stands in the register as soon as it is made', () => {
    const made = series(about('uji_made'), [{ from: '2020-01-01', value: 7, ...cited }])
    expect(register.at(-1)).toBe(made)
  })

  it('answers with the value whose days hold the date, or with an error, never with a neighbour', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map(n => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, date => {
        const expected = date >= '2020-01-01' && date < '2022-01-01' ? 1 : date >= '2024-01-01' ? 2 : null
        if (expected === null) expect(() => years.at(date)).toThrow(OutsideSeries)
        else expect(years.at(date).value).toBe(expected)
      }),
    )
  })
})
