import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Conversion,
  jpConversion,
  type LearningForm,
  learningForms,
  OutsideSeries,
  type Series,
} from '../../../regulation/index.ts'
import type { JpChoice } from './choice.ts'
import type { Claim } from './count.ts'
import { dateOf, dayNumber } from './day.ts'
import { cappedJp, type Employment, emptyYear, recognise, requiredJp } from './recognise.ts'

const choice: JpChoice = {
  sosialisasiPerDay: null,
  shares: {
    seminar: 20,
    workshop: 10,
    sosialisasi: 10,
    patok_banding: 20,
    outbound: 70,
    belajar_mandiri: 10,
    nonklasikal_lain: 70,
  },
  warnFrom: 10,
  dayHolds: 16,
}
const as = (employment: Employment, own: Partial<JpChoice> = {}) => {
  const held = { employment, choice: { ...choice, ...own } }
  return () => held
}

let last = 0
const claim = (form: LearningForm, endedOn: string, values: Partial<Claim> = {}): Claim => ({
  id: ++last,
  form,
  international: false,
  startedOn: endedOn,
  endedOn,
  jp: null,
  sessions: null,
  ...values,
})
const one = (form: LearningForm, values: Partial<Claim> = {}, own: Partial<JpChoice> = {}) =>
  recognise([claim(form, '2026-03-12', values)], as('pns', own)).records[0]!
/** Claimed and recognised JP of each, in the order given. */
const amounts = (claims: readonly Claim[], own: Partial<JpChoice> = {}) => {
  const { records } = recognise(claims, as('pns', own))
  return claims.map(given => {
    const { claimed, recognised } = records.find(record => record.id === given.id)!
    return [claimed === null ? null : claimed / 10, recognised / 10]
  })
}

describe('the worked example (a PNS, one year)', () => {
  const year = [
    claim('seminar', '2026-02-11', { startedOn: '2026-02-10' }),
    claim('workshop', '2026-05-20', { international: true }),
    claim('coaching', '2026-03-27', { startedOn: '2026-03-02', sessions: 3 }),
    claim('e_learning', '2026-06-15', { jp: 10 }),
  ]
  const { records, years } = recognise(year, as('pns'))

  it('recognises 8 + 7 + 4 + 3 = 22 of 8 + 7 + 6 + 10 = 31', () => {
    expect(amounts(year)).toEqual([
      [8, 8],
      [7, 7],
      [6, 4],
      [10, 3],
    ])
    expect(years).toEqual([
      {
        year: 2026,
        employment: 'pns',
        records: 4,
        claimed: 310,
        recognised: 220,
        ten: 70 + 30,
        twenty: 80 + 40,
        seventy: 0,
        required: 20,
        warnings: [],
      },
    ])
  })

  it('says why', () => {
    const reasons = new Map(records.map(record => [record.form, record.reasons]))
    expect(reasons.get('seminar')).toEqual([{ code: 'per_day', jp: 4, days: 2 }])
    expect(reasons.get('workshop')).toEqual([{ code: 'per_day', jp: 7, days: 1 }])
    expect(reasons.get('coaching')).toEqual([
      { code: 'per_session', jp: 2, sessions: 2 },
      { code: 'sessions_full', counted: 2, of: 3, most: 2 },
    ])
    expect(reasons.get('e_learning')).toEqual([{ code: 'hours_full', counted: 3, of: 10, most: 3, days: 1 }])
  })
})

describe('each of the 25 forms', () => {
  const threeDays = { startedOn: '2026-03-10' }
  it.each<[LearningForm, Partial<Claim>, number, number]>([
    // form, the record (it ends on 12 March), recognised at home, and abroad
    ['struktural', { jp: 905 }, 905, 905],
    ['manajerial', { jp: 24 }, 24, 28.8],
    ['teknis', { jp: 31 }, 31, 37.2],
    ['fungsional', { jp: 120 }, 120, 144],
    ['sosial_kultural', { jp: 8 }, 8, 9.6],
    ['seminar', { ...threeDays, jp: 24 }, 12, 18],
    ['workshop', { ...threeDays, jp: 10 }, 15, 21],
    ['kursus', { jp: 40 }, 40, 48],
    ['penataran', { jp: 16 }, 16, 19.2],
    ['bimtek', { jp: 21 }, 21, 25.2],
    ['sosialisasi', { jp: 4 }, 0, 0],
    ['klasikal_lain', { jp: 647 }, 647, 647],
    ['coaching', { sessions: 3 }, 4, 4],
    ['mentoring', {}, 2, 2],
    ['e_learning', { ...threeDays, jp: 10 }, 9, 9],
    ['jarak_jauh', { jp: 30 }, 30, 36],
    ['detasering', { jp: 600 }, 20, 24],
    ['outbound', { jp: 16 }, 16, 19.2],
    ['patok_banding', { ...threeDays, jp: 24 }, 10, 10],
    ['pertukaran', {}, 20, 24],
    ['belajar_mandiri', { ...threeDays, jp: 10 }, 6, 6],
    ['komunitas_belajar', { jp: 5 }, 2, 2.4],
    ['bimbingan_kerja', { sessions: 5 }, 4, 4.8],
    ['magang', { startedOn: '2026-01-05', jp: 300 }, 20, 24],
    ['nonklasikal_lain', { jp: 12 }, 12, 12],
  ])('%s with %o counts %d JP, abroad %d', (form, values, home, abroad) => {
    expect(one(form, values).recognised).toBe(Math.round(home * 10))
    expect(one(form, { ...values, international: true }).recognised).toBe(Math.round(abroad * 10))
  })

  it('are all of them', () => expect(learningForms).toHaveLength(25))
})

describe('a conversion that changes', () => {
  /** Seminars: 4 JP a day until the end of 2026, 6 from then on; e-learning at most 3 JP a day, then 5. */
  const changing = (form: LearningForm, home: Conversion['home']): Series<Conversion> => {
    const entry = jpConversion[form].entries[0]!
    const entries = [entry, { ...entry, from: '2027-01-01', value: { home, abroad: null } }]
    return { ...jpConversion[form], entries, at: day => entries.findLast(one => one.from <= day)! }
  }
  const law = {
    ...jpConversion,
    seminar: changing('seminar', { by: 'day', jp: 6 }),
    e_learning: changing('e_learning', { by: 'hours', mostADay: 5 }),
  }
  const recognised = (claims: readonly Claim[]) => recognise(claims, as('pns'), law).records.map(one => one.recognised / 10)

  it('counts each record by the numbers of its own last day, whenever it is worked out', () => {
    expect(recognised([claim('seminar', '2026-12-31'), claim('seminar', '2027-01-01')])).toEqual([4, 6])
    expect(recognised([claim('seminar', '2027-01-02', { startedOn: '2026-12-30' })])).toEqual([24])
    expect(recognised([claim('e_learning', '2026-12-31', { jp: 9 }), claim('e_learning', '2027-01-01', { jp: 9 })])).toEqual([
      3, 5,
    ])
  })
  it('does not reach the year before: what was recognised of it stays', () => {
    const before = [claim('seminar', '2026-11-22', { startedOn: '2026-11-20' }), claim('workshop', '2026-12-01')]
    expect(recognise(before, as('pns'), law)).toEqual(recognise(before, as('pns')))
  })
  it('is known for no day before the first', () => expect(() => jpConversion.seminar.at('2017-12-31')).toThrow(OutsideSeries))
})

describe('a limit of a day', () => {
  it('holds over several records of a form; the first finished is counted first', () => {
    const morning = claim('e_learning', '2026-06-15', { jp: 2 })
    const noon = claim('e_learning', '2026-06-15', { jp: 4 })
    expect(amounts([noon, morning])).toEqual([
      [4, 1],
      [2, 2],
    ])
    expect(amounts([noon, morning, claim('belajar_mandiri', '2026-06-15', { jp: 4 })])[2]).toEqual([4, 2])
  })

  it('lets a record of several days use each of its days once, those that are left', () => {
    const day = claim('e_learning', '2026-06-15', { jp: 3 })
    const week = claim('e_learning', '2026-06-17', { startedOn: '2026-06-14', jp: 20 })
    expect(amounts([day, week])).toEqual([
      [3, 3],
      [20, 9],
    ])
    expect(recognise([day, week], as('pns')).records[1]!.reasons).toEqual([
      { code: 'hours_full', counted: 9, of: 20, most: 3, days: 4 },
    ])
  })

  it('counts every day once where a record crosses the year: it is of the year of its last day', () => {
    const december = claim('komunitas_belajar', '2025-12-31', { startedOn: '2025-12-30', jp: 4 })
    const across = claim('komunitas_belajar', '2026-01-02', { startedOn: '2025-12-30', jp: 9 })
    const { years } = recognise([across, december], as('pns'))
    expect(years.map(({ year, recognised }) => [year, recognised])).toEqual([
      [2025, 40],
      [2026, 40],
    ])
  })
})

describe('sessions', () => {
  it('count twice a month, each form by itself', () => {
    const first = claim('coaching', '2026-03-05', { sessions: 1 })
    const second = claim('coaching', '2026-03-28', { sessions: 2 })
    expect(amounts([first, second, claim('mentoring', '2026-03-28', { sessions: 2 })])).toEqual([
      [2, 2],
      [4, 2],
      [4, 4],
    ])
  })
  it('spread over the months of the record', () =>
    expect(amounts([claim('coaching', '2026-05-31', { startedOn: '2026-03-01', sessions: 8 })])).toEqual([[16, 12]]))
})

describe('what nobody knows', () => {
  it('recognises no sosialisasi until the instansi says what a day of it is worth', () => {
    expect(one('sosialisasi', { jp: 4 })).toMatchObject({ claimed: 40, recognised: 0, reasons: [{ code: 'no_rule' }] })
    expect(one('sosialisasi')).toMatchObject({ claimed: null, recognised: 0 })
    expect(one('sosialisasi', { startedOn: '2026-03-11' }, { sosialisasiPerDay: 3 })).toMatchObject({
      claimed: 60,
      recognised: 60,
      reasons: [{ code: 'per_day_local', jp: 3, days: 2 }],
    })
  })
  it('recognises nothing of a certificate without hours, and says so', () => {
    for (const form of ['teknis', 'e_learning'] as const)
      expect(one(form)).toMatchObject({ claimed: null, recognised: 0, reasons: [{ code: 'no_hours' }] })
  })
  it('recognises nothing from before the rules', () =>
    expect(recognise([claim('teknis', '2017-12-31', { jp: 40 })], as('pns'))).toMatchObject({
      records: [{ claimed: 400, recognised: 0, reasons: [{ code: 'before_rules' }] }],
      years: [{ year: 2017, claimed: 400, recognised: 0, required: 20 }],
    }))
  it('takes a record that begins after it ends, or whose first day is not known, as one day', () => {
    expect(one('seminar', { startedOn: '2026-03-20' }).recognised).toBe(40)
    expect(one('seminar', { startedOn: null }).recognised).toBe(40)
  })
})

describe('a year', () => {
  it('asks 20 JP of a PNS and of nobody else; none before 2017', () => {
    expect(['pns', 'cpns', 'pppk', 'pppk_paruh_waktu'].map(kind => requiredJp(kind as Employment, 2026))).toEqual([
      20,
      null,
      null,
      null,
    ])
    expect(requiredJp('pns', 2016)).toBeNull()
    expect(emptyYear(2026, 'pns')).toMatchObject({ recognised: 0, required: 20 })
  })

  it('warns above 24 JP of a PPPK and cuts nothing', () => {
    const of = (jp: number, employment: Employment) =>
      recognise([claim('teknis', '2026-03-12', { startedOn: '2026-03-10', jp })], as(employment)).years[0]!
    expect(of(24, 'pppk').warnings).toEqual([])
    expect(of(25, 'pppk')).toMatchObject({ recognised: 250, warnings: [{ code: 'over_cap', cap: 24 }] })
    expect(of(25, 'pppk_paruh_waktu').warnings).toHaveLength(1)
    expect(of(25, 'pns').warnings).toEqual([])
    expect(cappedJp('pppk', 2017)).toBeNull()
  })

  it('warns of days that hold more than a day can, and cuts nothing', () => {
    const full = (jp: number) => claim('teknis', '2026-03-12', { startedOn: '2026-03-11', jp })
    expect(recognise([full(20), full(12)], as('pns')).years[0]!.warnings).toEqual([])
    const long = claim('bimtek', '2026-03-13', { startedOn: '2026-03-12', jp: 20 })
    const { years } = recognise([full(20), long], as('pns'))
    expect(years[0]).toMatchObject({
      recognised: 400,
      warnings: [{ code: 'crowded_days', days: 1, first: '2026-03-12', most: 16 }],
    })
    const across = claim('teknis', '2026-01-02', { startedOn: '2025-12-30', jp: 80 })
    const before = claim('teknis', '2025-01-02', { jp: 8 })
    expect(recognise([before, across], as('pns')).years.map(year => year.warnings)).toEqual([
      [{ code: 'crowded_days', days: 2, first: '2025-12-30', most: 16 }],
      [{ code: 'crowded_days', days: 2, first: '2026-01-01', most: 16 }],
    ])
  })

  it('sums to the shares of 10:20:70, of which an instansi chooses the doubtful', () => {
    const claims = [
      claim('teknis', '2026-02-02', { jp: 10 }),
      claim('seminar', '2026-02-12'),
      claim('magang', '2026-05-02', { startedOn: '2026-04-02' }),
    ]
    expect(recognise(claims, as('pns')).years[0]).toMatchObject({ ten: 100, twenty: 40, seventy: 200 })
    const shares = { ...choice.shares, seminar: 10 as const }
    expect(recognise(claims, as('pns', { shares })).years[0]).toMatchObject({ ten: 140, twenty: 0, seventy: 200 })
  })
})

const start = dayNumber('2025-11-20')
/** Records crowded into some ninety days over a change of year, so that limits are met. */
const anyClaim = fc
  .record({
    form: fc.constantFrom(...learningForms, 'e_learning' as const, 'coaching' as const, 'komunitas_belajar' as const),
    international: fc.boolean(),
    from: fc.integer({ min: 0, max: 90 }),
    days: fc.integer({ min: 1, max: 20 }),
    startKnown: fc.boolean(),
    jp: fc.option(fc.integer({ min: 1, max: 60 })),
    sessions: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(
    ({ form, international, from, days, startKnown, jp, sessions }): Omit<Claim, 'id'> => ({
      form,
      international,
      startedOn: startKnown ? dateOf(start + from) : null,
      endedOn: dateOf(start + from + days - 1),
      jp,
      sessions,
    }),
  )
const anyClaims = fc.array(anyClaim, { maxLength: 14 }).map(claims => claims.map((given, index) => ({ ...given, id: index + 1 })))
const recognisedOf = (claims: readonly Claim[], own: Partial<JpChoice> = {}) =>
  new Map(recognise(claims, as('pns', own)).records.map(record => [record.id, record.recognised]))
const total = (claims: readonly Claim[]) => [...recognisedOf(claims).values()].reduce((sum, amount) => sum + amount, 0)
const hourly: readonly LearningForm[] = ['e_learning', 'belajar_mandiri', 'komunitas_belajar']

describe('whatever somebody has learned', () => {
  it('no hour at home, stated or limited by the day, is recognised that was not claimed', () =>
    fc.assert(
      fc.property(anyClaims, claims => {
        for (const record of recognise(claims, as('pns')).records) {
          const given = claims.find(one => one.id === record.id)!
          const byHours = given.jp !== null && ['teknis', 'klasikal_lain', ...hourly].includes(given.form)
          if (byHours && !given.international) expect(record.recognised).toBeLessThanOrEqual(given.jp! * 10)
          expect(Number.isInteger(record.recognised) && record.recognised >= 0).toBe(true)
        }
      }),
    ))

  it('the order in which records are given does not matter', () =>
    fc.assert(
      fc.property(
        anyClaims.chain(claims => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length }))),
        ([claims, shuffled]) => {
          expect(recognise(shuffled, as('pns'))).toEqual(recognise(claims, as('pns')))
        },
      ),
    ))

  it('one more record never makes the sum smaller, and one withdrawn never makes another smaller or larger than it is alone', () =>
    fc.assert(
      fc.property(anyClaims, given => {
        // All at home: abroad an hour is worth a fifth more, and who ended first has the day, whichever of them that is.
        const claims = given.map(one => ({ ...one, international: false }))
        const all = recognisedOf(claims)
        for (const gone of claims) {
          const left = claims.filter(one => one !== gone)
          expect(total(left)).toBeLessThanOrEqual(total(claims))
          for (const [id, amount] of recognisedOf(left)) {
            const alone = recognisedOf(claims.filter(one => one.id === id)).get(id)!
            expect(amount).toBeGreaterThanOrEqual(all.get(id)!)
            expect(amount).toBeLessThanOrEqual(alone)
          }
        }
      }),
      { numRuns: 60 },
    ))

  it('a record split in two on the same days gains nothing where hours are limited', () =>
    fc.assert(
      fc.property(anyClaims, fc.nat(), (claims, at) => {
        const split = claims.flatMap(one => {
          if (!hourly.includes(one.form) || one.jp === null || one.jp < 2) return [one]
          const first = 1 + (at % (one.jp - 1))
          return [
            { ...one, jp: first },
            { ...one, id: one.id + 100, jp: one.jp - first },
          ]
        })
        expect(total(split)).toBe(total(claims))
      }),
    ))

  it('no day of a form holds more than its limit, and no month more sessions', () =>
    fc.assert(
      fc.property(anyClaims, claims => {
        const home = claims.map(one => ({ ...one, international: false }))
        const sums = recognisedOf(home)
        const sumOf = (form: LearningForm) =>
          home.filter(one => one.form === form).reduce((sum, one) => sum + sums.get(one.id)!, 0)
        const days = 110
        expect(sumOf('e_learning')).toBeLessThanOrEqual(30 * days)
        for (const [form, most] of [
          ['e_learning', 3],
          ['belajar_mandiri', 2],
        ] as const) {
          const covered = new Set(
            home
              .filter(one => one.form === form)
              .flatMap(one => {
                const end = dayNumber(one.endedOn)
                const from = one.startedOn === null ? end : dayNumber(one.startedOn)
                return Array.from({ length: end - from + 1 }, (_, index) => from + index)
              }),
          )
          expect(sumOf(form)).toBeLessThanOrEqual(covered.size * most * 10)
        }
        expect(sumOf('coaching')).toBeLessThanOrEqual(5 * 2 * 2 * 10) // November to March
      }),
    ))

  it('the years hold what the records hold', () =>
    fc.assert(
      fc.property(anyClaims, claims => {
        const { records, years } = recognise(claims, as('pppk', { sosialisasiPerDay: 2 }))
        for (const year of years) {
          const own = records.filter(record => record.year === year.year)
          expect(year.records).toBe(own.length)
          expect(year.recognised).toBe(own.reduce((sum, record) => sum + record.recognised, 0))
          expect(year.ten + year.twenty + year.seventy).toBe(year.recognised)
        }
        expect(years.reduce((sum, year) => sum + year.records, 0)).toBe(claims.length)
      }),
    ))
})
