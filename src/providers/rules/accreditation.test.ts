import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Accredited, accreditationOn, lastDayOf, remedies, stateOfAccreditation } from './accreditation.ts'

const line = (
  id: number,
  providerId: number,
  programme: string,
  peringkat: string,
  fromDate: string,
  untilDate: string,
): Accredited => ({
  id,
  providerId,
  programme,
  accreditor: programme === 'PBJ' ? 'LKPP' : 'LAN',
  peringkat,
  decree: `SK ${id}`,
  fromDate,
  untilDate,
  revokedOn: null,
})
// Bangka Belitung, September 2023: A = PKA, B = PKP, A = PBJ (DOMAIN.md 6).
const pka = line(1, 1, 'PKA', 'A', '2022-03-01', '2027-02-28')
const pkp = line(2, 1, 'PKP', 'B', '2023-01-01', '2025-12-31')
const pbj = line(3, 1, 'PBJ', 'A', '2021-06-01', '2026-05-31')
const babel = [pka, pkp, pbj]

describe('an accreditation on the last day of a class', () => {
  it('holds for PKA, PKP and PBJ of Babel in September 2023', () => {
    for (const programme of ['PKA', 'PKP', 'PBJ']) expect(accreditationOn(babel, programme, '2023-09-30').state).toBe('holds')
  })
  it('counts the last day, not the first: a PBJ that begins in May 2026 and ends in June is not covered', () => {
    expect(accreditationOn(babel, 'PBJ', '2026-05-31')).toEqual({ state: 'holds', accreditation: pbj })
    expect(accreditationOn(babel, 'PBJ', '2026-06-01')).toEqual({ state: 'expired', accreditation: pbj })
  })
  it('is missing for what nobody accredited, and for what begins only later', () => {
    expect(accreditationOn(babel, 'PKN II', '2026-01-01')).toEqual({ state: 'missing', accreditation: null })
    expect(accreditationOn(babel, 'PKA', '2022-02-28').state).toBe('missing')
  })
  it('ends on the day it is revoked', () => {
    const revoked = [{ ...pka, revokedOn: '2026-03-10' }]
    expect(accreditationOn(revoked, 'PKA', '2026-03-09').state).toBe('holds')
    expect(accreditationOn(revoked, 'PKA', '2026-03-10').state).toBe('revoked')
  })
  it('follows the renewal where there is one', () => {
    const renewed = line(4, 1, 'pbj ', 'B', '2026-06-01', '2029-05-31')
    expect(accreditationOn([...babel, renewed], 'PBJ', '2026-06-01')).toEqual({ state: 'holds', accreditation: renewed })
  })
})

describe('who could hold it instead', () => {
  const elsewhere = [line(5, 2, 'PBJ', 'A', '2024-01-01', '2028-12-31'), line(6, 3, 'PBJ', 'A', '2024-01-01', '2026-07-31')]
  it('is who is accredited on the last day, the longest first, each once', () => {
    const register = [...babel, ...elsewhere, line(7, 2, 'PBJ', 'B', '2023-01-01', '2026-12-31')]
    expect(remedies('PBJ', '2026-07-15', register).map(one => one.id)).toEqual([5, 6])
    expect(remedies('PBJ', '2027-01-15', register).map(one => one.id)).toEqual([5])
    expect(remedies('PKN II', '2027-01-15', register)).toEqual([])
  })
  it('holds on that day, whatever the register says', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map(n => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10))
    const any = fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 4 }), day, day, fc.option(day))
      .map(([id, provider, a, b, revokedOn]) => {
        const [from, until] = [a, b].sort() as [string, string]
        return { ...line(id, provider, 'PKA', 'A', from, until), revokedOn }
      })
    fc.assert(
      fc.property(fc.array(any), day, (register, on) => {
        const found = remedies('PKA', on, register)
        expect(new Set(found.map(one => one.providerId)).size).toBe(found.length)
        for (const one of found) expect(accreditationOn([one], 'PKA', on).state).toBe('holds')
        const holding = new Set(
          register.filter(one => accreditationOn([one], 'PKA', on).state === 'holds').map(one => one.providerId),
        )
        expect(new Set(found.map(one => one.providerId))).toEqual(holding)
      }),
    )
  })
})

describe('a line of the register by day', () => {
  it('asks to be renewed from 180 days before its end', () => {
    expect(stateOfAccreditation(pbj, '2025-12-01')).toBe('holds')
    expect(stateOfAccreditation(pbj, '2025-12-02')).toBe('ending')
    expect(stateOfAccreditation(pbj, '2026-05-31')).toBe('ending')
    expect(stateOfAccreditation(pbj, '2026-06-01')).toBe('ended')
    expect(stateOfAccreditation(pbj, '2021-05-31')).toBe('coming')
    expect(stateOfAccreditation({ ...pbj, revokedOn: '2023-01-01' }, '2023-01-01')).toBe('revoked')
  })
  it('holds five years with an A; of B and C no number is known', () => {
    expect(lastDayOf('A', '2022-03-01')).toBe('2027-02-28')
    expect(lastDayOf(' a ', '2012-07-15')).toBe('2017-07-14')
    expect(lastDayOf('B', '2022-03-01')).toBeNull()
    expect(lastDayOf('Bintang 3', '2022-03-01')).toBeNull()
  })
})
