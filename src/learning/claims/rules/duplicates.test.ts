import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateKey, nameKey } from './certificate.ts'
import { flagsOf, jpOfAWholeDay, type Piece } from './duplicates.ts'

const claim: Piece = {
  pegawaiId: 1,
  claimId: 10,
  recordId: null,
  name: 'Webinar Etika ASN',
  startedOn: null,
  endedOn: '2026-03-02',
  jp: 4,
  certificateNumber: 'B-1187/SIBER/2026',
  fileSha256: 'aa',
}
/** Something else, unlike the claim but for what is given. */
const other = (changes: Partial<Piece>): Piece => ({
  pegawaiId: 1,
  claimId: 11,
  recordId: null,
  name: 'Bimtek Arsip',
  startedOn: null,
  endedOn: '2026-05-05',
  jp: 8,
  certificateNumber: 'lain-99',
  fileSha256: 'bb',
  ...changes,
})
const kinds = (...candidates: Piece[]) => flagsOf(claim, candidates, 12).map(flag => flag.kind)

describe('the same learning', () => {
  it('is nothing to look at where nothing is alike', () => expect(kinds(other({}))).toEqual([]))

  it('is recorded already: the same name or certificate of the same last day, of this person', () => {
    expect(kinds(other({ recordId: 5, name: 'webinar  etika asn.', endedOn: '2026-03-02' }))).toEqual(['recorded'])
    expect(kinds(other({ recordId: 5, certificateNumber: 'b 1187 / siber / 2026', endedOn: '2026-03-02' }))).toEqual(['recorded'])
    expect(flagsOf(claim, [other({ recordId: 5, name: claim.name, endedOn: claim.endedOn })], 12)[0]).toMatchObject({
      blocks: true,
      other: { pegawaiId: 1, claimId: 11, recordId: 5 },
    })
  })

  it('is not recorded by a claim that waits, nor on another day, nor by another person', () => {
    expect(kinds(other({ name: claim.name, endedOn: claim.endedOn }))).toEqual(['same_name'])
    expect(kinds(other({ recordId: 5, name: claim.name, endedOn: '2026-03-03' }))).toEqual([])
    expect(kinds(other({ pegawaiId: 2, recordId: 5, name: claim.name, endedOn: claim.endedOn }))).toEqual([])
  })

  it('bears the same certificate, of oneself and of somebody else, and does not block by that', () => {
    expect(kinds(other({ certificateNumber: claim.certificateNumber }))).toEqual(['certificate_own'])
    expect(kinds(other({ pegawaiId: 2, certificateNumber: 'No. B-1187/SIBER/2026' }))).toEqual(['certificate_other'])
    expect(flagsOf(claim, [other({ certificateNumber: claim.certificateNumber })], 12)[0]!.blocks).toBe(false)
  })

  it('comes with the same file, of oneself and of somebody else', () => {
    expect(kinds(other({ fileSha256: 'aa' }))).toEqual(['file_own'])
    expect(kinds(other({ pegawaiId: 2, fileSha256: 'aa' }))).toEqual(['file_other'])
    expect(flagsOf({ ...claim, fileSha256: null }, [other({ fileSha256: null })], 12)).toEqual([])
  })

  it('has the same name on overlapping days, not on others', () => {
    const course = { ...claim, startedOn: '2026-03-01', endedOn: '2026-03-05' }
    const found = (startedOn: string, endedOn: string) =>
      flagsOf(course, [other({ name: claim.name, startedOn, endedOn })], 12).map(flag => flag.kind)
    expect(found('2026-03-05', '2026-03-09')).toEqual(['same_name'])
    expect(found('2026-02-01', '2026-03-01')).toEqual(['same_name'])
    expect(found('2026-03-06', '2026-03-09')).toEqual([])
  })

  it('is told once a kind, the gravest first', () => {
    const many = [
      other({ name: claim.name, endedOn: claim.endedOn }),
      other({ pegawaiId: 2, certificateNumber: claim.certificateNumber }),
      other({ pegawaiId: 3, certificateNumber: claim.certificateNumber }),
      other({ recordId: 5, name: claim.name, endedOn: claim.endedOn }),
    ]
    expect(kinds(...many)).toEqual(['recorded', 'certificate_other', 'same_name'])
  })
})

describe('what a day holds', () => {
  const day = (jp: number, ...beside: Piece[]) => flagsOf({ ...claim, jp }, beside, 12)

  it('is 32 JP in 24 hours: 33 and 40 are impossible, 32 are too many for the local rule alone', () => {
    expect([jpOfAWholeDay('2026-03-02'), jpOfAWholeDay('2012-03-02')]).toEqual([32, 32])
    expect(day(40)).toEqual([
      { kind: 'day_impossible', blocks: true, other: null, detail: { day: '2026-03-02', jp: 40, most: 32 } },
    ])
    expect(day(33)[0]!.kind).toBe('day_impossible')
    expect(day(32)).toMatchObject([{ kind: 'day_full', blocks: false, detail: { jp: 32, most: 12 } }])
    expect(day(12)).toEqual([])
  })

  it('holds what stands beside it too, spread over its days', () => {
    // 40 JP over 5 days are 8 a day; with 4 they fill the 12, with 5 they pass it.
    const beside = other({ startedOn: '2026-03-01', endedOn: '2026-03-05', jp: 40 })
    expect(day(4, beside)).toEqual([])
    expect(day(5, beside)).toMatchObject([{ kind: 'day_full', detail: { day: '2026-03-02', jp: 13 }, other: { claimId: 11 } }])
  })

  it('finds the first of the fullest days of a long one', () => {
    const long = { ...claim, startedOn: '2026-03-01', endedOn: '2026-03-10', jp: 60 } // 6 a day
    const beside = [
      other({ startedOn: '2026-03-03', endedOn: '2026-03-05', jp: 15 }),
      other({ claimId: 12, startedOn: '2026-03-04', endedOn: '2026-03-04', jp: 6 }),
    ]
    expect(flagsOf(long, beside, 12)).toMatchObject([{ kind: 'day_full', detail: { day: '2026-03-04', jp: 17 } }])
  })

  it('is exact: three thirds are one', () => {
    const third = (n: number) => other({ claimId: n, startedOn: '2026-03-01', endedOn: '2026-03-03', jp: 10 })
    expect(day(2, third(1), third(2), third(3))).toEqual([])
    expect(day(3, third(1), third(2), third(3))).toMatchObject([{ kind: 'day_full', detail: { jp: 13 } }])
  })

  it('counts neither what says no hours, nor other people, nor what is recorded already', () => {
    expect(day(12, other({ endedOn: claim.endedOn, jp: null }))).toEqual([])
    expect(day(12, other({ pegawaiId: 2, endedOn: claim.endedOn, jp: 30 }))).toEqual([])
    expect(day(12, other({ recordId: 5, name: claim.name, endedOn: claim.endedOn, jp: 12 })).map(flag => flag.kind)).toEqual([
      'recorded',
    ])
  })

  it('never grows less by one more beside it', () => {
    const some = fc.record({
      from: fc.integer({ min: 1, max: 20 }),
      days: fc.integer({ min: 1, max: 9 }),
      jp: fc.integer({ min: 1, max: 60 }),
    })
    const piece = ({ from, days, jp }: { from: number; days: number; jp: number }, claimId: number) =>
      other({
        claimId,
        startedOn: `2026-03-${String(from).padStart(2, '0')}`,
        endedOn: new Date(Date.UTC(2026, 2, from + days - 1)).toISOString().slice(0, 10),
        jp,
      })
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 5 }), some, (own, beside, extra) => {
        const it = { ...piece(own, 10), name: 'x', certificateNumber: null, fileSha256: null }
        const load = (pieces: Piece[]) => flagsOf(it, pieces, 1).find(flag => flag.kind.startsWith('day'))?.detail.jp ?? 0
        const pieces = beside.map((one, n) => piece(one, 20 + n))
        expect(load([...pieces, piece(extra, 90)])).toBeGreaterThanOrEqual(load(pieces))
      }),
    )
  })
})

describe('numbers and names as they are compared', () => {
  it.each([
    ['No. 123/BIMTEK/2026', '123/bimtek/2026'],
    ['nomor 123-Bimtek-2026', '123/bimtek/2026'],
    [' 123 / BIMTEK / 2026 ', '123/bimtek/2026'],
    ['-', null],
    ['No. 12', null],
    ['A123', 'a123'],
    [null, null],
  ])('%j is %j', (number, key) => expect(certificateKey(number)).toBe(key))

  it('a name without a letter is none', () => {
    expect([nameKey('Webinar: Etika!'), nameKey('  '), nameKey(null)]).toEqual(['webinar etika', null, null])
  })
})
