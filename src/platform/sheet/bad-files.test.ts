import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handMade, inline, utf8, worksheet, zipped } from './fixture.ts'
import { readBytes } from './read-bytes.ts'
import { DEFAULT_LIMITS } from './reading.ts'

const read = (bytes: Uint8Array, name = 'data.xlsx') => readBytes(bytes, name, DEFAULT_LIMITS)
const good = handMade([worksheet(`<row r="1">${inline('A1', 'Nama')}${inline('B1', 'NIP')}</row>`)])
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ole2 = (stream: string) =>
  Buffer.concat([Buffer.from(OLE2), Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(100)])

/** Where the central directory's first entry stands: its declared size is 24 bytes on. */
const directory = (zip: Uint8Array) => Buffer.from(zip).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))

describe('a file is known by its content', () => {
  test.each([
    ['encrypted', ole2('EncryptedPackage'), { problem: 'encrypted' }],
    ['old xls', ole2('Workbook'), { problem: 'old_xls' }],
    ['Word 97', ole2('WordDocument'), { problem: 'wrong_type', detail: { kind: 'doc' } }],
    ['pdf', utf8('%PDF-1.7\n…'), { problem: 'wrong_type', detail: { kind: 'pdf' } }],
    ['png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { problem: 'wrong_type', detail: { kind: 'png' } }],
    ['jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), { problem: 'wrong_type', detail: { kind: 'jpeg' } }],
    ['exe', Buffer.from([0x4d, 0x5a, 0x90, 0, 3]), { problem: 'wrong_type', detail: { kind: 'exe' } }],
    [
      'html',
      utf8('\ufeff\n <!DOCTYPE html><table><tr><td>NIP</td></tr></table>'),
      { problem: 'wrong_type', detail: { kind: 'html' } },
    ],
    ['html table', utf8('<table border=1><tr><td>NIP'), { problem: 'wrong_type', detail: { kind: 'html' } }],
    [
      'xml',
      utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
      { problem: 'wrong_type', detail: { kind: 'xml' } },
    ],
    ['binary', Buffer.from([65, 66, 0, 67]), { problem: 'wrong_type', detail: { kind: 'binary' } }],
    ['docx', zipped({ 'word/document.xml': utf8('<w/>') }), { problem: 'wrong_type', detail: { kind: 'docx' } }],
    ['ods', zipped({ mimetype: utf8('x'), 'content.xml': utf8('<o/>') }), { problem: 'wrong_type', detail: { kind: 'ods' } }],
    ['another zip', zipped({ 'readme.txt': utf8('x') }), { problem: 'broken', detail: { part: 'xl/workbook.xml' } }],
    ['nothing', new Uint8Array(), { problem: 'empty' }],
  ])('%s', async (_, bytes, expected) => {
    expect(await read(bytes)).toEqual({ ok: false, ...expected })
  })

  test('an XLSX called .csv is an XLSX, a CSV called .xlsx a CSV', async () => {
    expect(await read(good, 'data.csv')).toMatchObject({ ok: true, sheetName: 'S1' })
    expect(await read(utf8('Nama;NIP\nBudi;1'), 'Pegawai Mataram.xlsx')).toEqual({
      ok: true,
      sheetName: 'Pegawai Mataram',
      rows: [
        ['Nama', 'NIP'],
        ['Budi', '1'],
      ],
    })
  })
})

describe('a zip that lies', () => {
  test('a bomb is refused by what it declares', async () => {
    const bomb = zipped({ 'xl/workbook.xml': utf8('<w/>'), 'xl/media/a': new Uint8Array(11 * 2 ** 20) })
    expect(await read(bomb)).toEqual({ ok: false, problem: 'bomb', detail: { part: 'xl/media/a' } })
    const total = Buffer.from(good)
    total.writeUInt32LE(400 * 2 ** 20, directory(good) + 24)
    expect(await read(total)).toMatchObject({ problem: 'bomb', detail: { unpackedBytes: expect.any(Number) } })
  })

  test('a bomb is refused by what it unpacks to', async () => {
    const lying = Buffer.from(
      zipped({ 'xl/workbook.xml': new Uint8Array(5 * 2 ** 20), 'xl/_rels/workbook.xml.rels': utf8('<R/>') }),
    )
    lying.writeUInt32LE(1_000, directory(lying) + 24)
    expect(await read(lying)).toEqual({ ok: false, problem: 'bomb', detail: { part: 'xl/workbook.xml' } })
  })

  test('too many entries, entries that climb, one name twice, a wrong checksum', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`f${i}`, new Uint8Array()]))
    expect(await read(zipped(many))).toMatchObject({ problem: 'bomb', detail: { entries: 2_001 } })
    expect(await read(zipped({ '../xl/workbook.xml': utf8('<w/>') }))).toMatchObject({ problem: 'broken' })
    const twice = Buffer.from(zipped({ 'xl/workbook.xml': utf8('<w/>'), 'xl/workbook.xm2': utf8('<w/>') }))
    expect(await read(Buffer.from(twice.toString('latin1').replaceAll('.xm2', '.xml'), 'latin1'))).toMatchObject({
      problem: 'broken',
    })
    const sum = Buffer.from(good)
    sum.writeUInt32LE(1, directory(good) + 16)
    expect(await read(sum)).toMatchObject({ problem: 'broken', detail: { part: 'xl/workbook.xml' } })
    const secret = Buffer.from(good)
    secret.writeUInt16LE(1, directory(good) + 8)
    expect(await read(secret)).toMatchObject({ problem: 'encrypted' })
  })

  test('a truncated file', async () => {
    for (const share of [0.2, 0.5, 0.9, 0.99])
      expect(await read(good.slice(0, good.length * share))).toMatchObject({ problem: 'broken' })
  })
})

describe('XML that is not well', () => {
  const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  test.each([
    ['entities in the sheet', handMade([laughs + worksheet(`<row r="1">${inline('A1', '&b;')}</row>`)])],
    [
      'entities in the texts',
      handMade([worksheet(`<row r="1">${inline('A1', 'x')}</row>`)], { 'xl/workbook.xml': `${laughs}<workbook/>` }),
    ],
    ['no end', handMade([worksheet(`<row r="1">${inline('A1', 'x')}</row>`).slice(0, -30)])],
    ['crossed tags', handMade([worksheet('<row r="1"><c r="A1"><v>1</row></v></c>')])],
    ['no sheets', handMade([])],
    ['a row number that is none', handMade([worksheet('<row r="1e9"><c r="A1"><v>1</v></c></row>')])],
    ['another encoding', handMade([worksheet('<row r="1"><c r="A1"><v>1</v></c></row>').replace('UTF-8', 'UTF-16')])],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ ok: false, problem: 'broken' })
  })
})

describe('whatever the bytes, there is an answer', () => {
  test('any bytes, alone and behind each known beginning', async () => {
    const beginnings = [[], OLE2, [0x50, 0x4b, 3, 4], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [...utf8('sep=')]]
    const file = fc
      .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 400 }))
      .map(([start, rest]) => Uint8Array.of(...start, ...rest))
    await fc.assert(
      fc.asyncProperty(file, async bytes => {
        expect(typeof (await read(bytes)).ok).toBe('boolean')
      }),
      { numRuns: 400 },
    )
  })

  test('a good workbook with bytes changed', async () => {
    const change = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(change, async changes => {
        const bytes = Uint8Array.from(good)
        for (const [at, byte] of changes) bytes[at] = byte
        expect(typeof (await read(bytes)).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
