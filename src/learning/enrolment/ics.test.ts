import { describe, expect, it } from 'vitest'
import { calendarOf } from './ics.ts'
import type { Dated } from './store/calendar.ts'

const at = new Date('2026-01-01T00:00:00Z')
const row = (values: Partial<Dated>): Dated => ({
  key: 'c1',
  kind: 'class',
  classId: 1,
  title: 'Arsip Dinamis',
  name: 'Angkatan I',
  from: '2026-05-04',
  until: '2026-05-08',
  timed: false,
  place: null,
  url: null,
  timeZone: 'Asia/Jayapura',
  stands: 'enrolled',
  ...values,
})
const lines = (...rows: Dated[]) => calendarOf(rows, 'id', at, 'https://piawai.test').replaceAll('\r\n ', '').split('\r\n')

describe('a calendar', () => {
  it('gives a class of whole days those days in every zone, the end being the day after', () => {
    expect(lines(row({}))).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20260504',
        'DTEND;VALUE=DATE:20260509',
        'SUMMARY:Arsip Dinamis (Angkatan I)',
        'STATUS:CONFIRMED',
      ]),
    )
  })
  it('gives a session its instant: 08.30 WIT is 23.30 UTC of the day before', () => {
    const session = row({ key: 's9', kind: 'session', timed: true, from: '2026-05-04T23:30:00Z', until: '2026-05-05T01:00:00Z' })
    expect(lines(session)).toEqual(
      expect.arrayContaining(['DTSTART:20260504T233000Z', 'DTEND:20260505T010000Z', 'UID:s9@piawai']),
    )
  })
  it('says that a seat is not certain while one waits', () => {
    expect(lines(row({ stands: 'waiting' }))).toContain('STATUS:TENTATIVE')
  })
  it('keeps what stands in a name inside its line', () => {
    const bad = row({ title: 'A\r\nEND:VEVENT\nX;Y,Z', place: 'Aula; lantai 2, barat' })
    const text = lines(bad)
    expect(text.filter(line => line === 'END:VEVENT')).toHaveLength(1)
    expect(text).toContain('LOCATION:Aula\\; lantai 2\\, barat')
  })
  it('is a calendar too where nothing stands in it', () => {
    expect(lines()).toEqual(expect.arrayContaining(['BEGIN:VCALENDAR', 'END:VCALENDAR']))
    expect(lines()).not.toContain('BEGIN:VEVENT')
  })
})
