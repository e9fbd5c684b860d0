import { describe, expect, it } from 'vitest'
import { mayBecome, openFlaws, readClass, type TypedClass } from './class.ts'

const typed: TypedClass = {
  name: 'Angkatan II',
  pattern: 'klasikal',
  form: 'teknis',
  starts: '2026-05-04',
  ends: '2026-05-08',
  seatsMin: '20',
  seatsMax: '30',
  registrationUntil: '2026-04-27',
  admission: 'approval',
  instansiFirst: true,
  forInstansi: [],
  place: 'Aula',
  meetingUrl: '',
  meetingCapacity: '',
  cost: 'Rp 1.250.000',
  regionalShare: '30',
  regionalUntil: '2026-04-20',
}
const flaws = (changes: Partial<TypedClass>) => {
  const read = readClass({ ...typed, ...changes })
  return read.ok ? [] : read.flaws
}

describe('the form of a class', () => {
  it('is read as it is typed', () => {
    expect(readClass(typed)).toEqual({
      ok: true,
      values: {
        name: 'Angkatan II',
        pattern: 'klasikal',
        form: 'teknis',
        startsOn: '2026-05-04',
        endsOn: '2026-05-08',
        seatsMin: 20,
        seatsMax: 30,
        registrationUntil: '2026-04-27',
        admission: 'approval',
        instansiFirst: true,
        forInstansi: null,
        place: 'Aula',
        meetingUrl: null,
        meetingCapacity: null,
        cost: 1_250_000,
        regionalShare: 30,
        regionalUntil: '2026-04-20',
      },
    })
  })
  it('asks for days unless one learns alone, and then for none', () => {
    expect(flaws({ starts: '', ends: '' })).toEqual(['starts', 'ends'])
    expect(flaws({ starts: '2026-02-30' })).toEqual(['starts'])
    expect(flaws({ ends: '2026-05-01', registrationUntil: '', regionalUntil: '' })).toEqual(['ends_before'])
    expect(flaws({ pattern: 'mandiri' })).toEqual(['dates_not_needed'])
    expect(flaws({ pattern: 'mandiri', starts: '', ends: '', regionalUntil: '' })).toEqual([])
    expect(flaws({ ends: '2028-05-08' })).toEqual(['too_long'])
  })
  it('tells no amount from a wrong one: 0 rupiah is free, nothing is not known', () => {
    const cost = (text: string) => {
      const read = readClass({ ...typed, cost: text })
      return read.ok ? read.values.cost : read.flaws
    }
    expect(cost('0')).toBe(0)
    expect(cost('')).toBeNull()
    expect(cost('gratis')).toEqual(['cost'])
    expect(cost('-5')).toEqual(['cost'])
  })
  it('keeps seats within each other and within the online room', () => {
    expect(flaws({ seatsMin: '31' })).toEqual(['seats_order'])
    expect(flaws({ seatsMax: '0' })).toEqual(['seats_max'])
    expect(flaws({ pattern: 'jarak_jauh', meetingCapacity: '25' })).toEqual(['meeting_small'])
    expect(flaws({ seatsMax: '', seatsMin: '' })).toEqual(['share_without_seats'])
    expect(flaws({ regionalShare: '101' })).toEqual(['share'])
    expect(flaws({ regionalUntil: '2026-05-05' })).toEqual(['share_until_late'])
  })
  it('says for whom a class in their own place is', () => {
    expect(flaws({ pattern: 'in_house' })).toEqual(['for_missing'])
    expect(flaws({ pattern: 'fasilitasi', forInstansi: [4] })).toEqual([])
  })
  it('takes only addresses that are safe to open', () => {
    for (const meetingUrl of ['javascript:alert(1)', 'http://rapat.go.id', 'https://a@b.go.id', 'rapat.go.id'])
      expect(flaws({ meetingUrl })).toEqual(['meeting_url'])
    expect(flaws({ meetingUrl: 'https://rapat.go.id/kelas' })).toEqual([])
  })
})

describe('the life of a class', () => {
  it('leads from draft to an end, and nothing leaves an end', () => {
    expect(mayBecome('draft', 'open')).toBe(true)
    expect(mayBecome('open', 'running')).toBe(true)
    expect(mayBecome('running', 'closed')).toBe(true)
    expect(mayBecome('draft', 'closed')).toBe(false)
    for (const end of ['closed', 'cancelled'] as const)
      for (const to of ['draft', 'open', 'running', 'closed', 'cancelled'] as const) expect(mayBecome(end, to)).toBe(false)
  })
  it('opens while there is time to enrol, of a version in force', () => {
    const one = { state: 'draft', endsOn: '2026-05-08', registrationUntil: '2026-04-27', versionActive: true } as const
    expect(openFlaws(one, '2026-04-27')).toEqual([])
    expect(openFlaws(one, '2026-04-28')).toEqual(['registration_over'])
    expect(openFlaws(one, '2026-05-09')).toEqual(['over'])
    expect(openFlaws({ ...one, versionActive: false, state: 'open' }, '2026-04-01')).toEqual(['state', 'version'])
  })
})
