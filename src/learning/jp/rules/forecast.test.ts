import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JpChoice } from './choice.ts'
import type { Claim } from './count.ts'
import { type Coming, forecast } from './forecast.ts'
import { type InYear, recognise } from './recognise.ts'
import { warnsOn } from './standing.ts'

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
const asPns: InYear = () => ({ employment: 'pns', choice })
const learned = (id: number, form: Claim['form'], endedOn: string, jp: number | null): Claim => ({
  id,
  form,
  international: false,
  startedOn: endedOn,
  endedOn,
  jp,
  sessions: null,
})
const coming = (form: Coming['form'], startedOn: string, endedOn: string, jp: number): Coming => ({
  form,
  international: false,
  startedOn,
  endedOn,
  jp,
})

describe('the forecast of a year', () => {
  it('is what is recognised and what the classes would add: 8 and 6 are 14', () => {
    const seminar = { ...learned(1, 'seminar', '2026-02-11', null), startedOn: '2026-02-10' }
    expect(forecast([seminar], [coming('teknis', '2026-12-01', '2026-12-02', 6)], asPns, 2026)).toEqual({
      recognised: 140,
      adds: [60],
    })
  })

  it('lets a class add only what the limits leave: of two e-learnings of 5 JP on one day 3 JP count', () => {
    const same = coming('e_learning', '2026-12-01', '2026-12-01', 5)
    expect(forecast([], [same, same], asPns, 2026)).toEqual({ recognised: 30, adds: [30, 0] })
  })

  it('is of its own year: what ends in the next adds nothing to it', () => {
    expect(forecast([], [coming('teknis', '2026-12-28', '2027-01-08', 40)], asPns, 2026).recognised).toBe(0)
  })

  it('is never less than what is recognised', () => {
    const form = fc.constantFrom('teknis' as const, 'e_learning' as const, 'seminar' as const, 'coaching' as const)
    const day = fc.integer({ min: 1, max: 28 }).map(n => `2026-11-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(form, day, fc.integer({ min: 1, max: 20 })), { maxLength: 6 }),
        fc.array(fc.tuple(form, day, fc.integer({ min: 1, max: 20 })), { maxLength: 4 }),
        (had, will) => {
          const claims = had.map(([f, on, jp], n) => learned(n + 1, f, on, jp))
          const now = recognise(claims, asPns).years[0]?.recognised ?? 0
          const then = forecast(
            claims,
            will.map(([f, on, jp]) => coming(f, on, on, jp)),
            asPns,
            2026,
          )
          return then.recognised >= now
        },
      ),
    )
  })
})

describe('the early warning', () => {
  it('begins on the first day of the month that was chosen and ends with the year', () => {
    const on = (day: string, warnFrom = 10) => warnsOn(day, 2026, warnFrom)
    expect([on('2026-09-30'), on('2026-10-01'), on('2026-12-31'), on('2027-01-01'), on('2026-09-30', 9)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ])
  })
})
