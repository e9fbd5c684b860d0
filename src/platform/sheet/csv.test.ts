import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, detectDelimiter, parseCsv } from './csv.ts'
import { utf8 } from './fixture.ts'
import { DEFAULT_LIMITS, Refusal } from './reading.ts'

const parse = (text: string, limits = {}) => parseCsv(text, { ...DEFAULT_LIMITS, ...limits })
const refusal = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal) return error.toReading()
    throw error
  }
  return null
}

describe('text of any kind', () => {
  test.each([
    ['UTF-8', utf8('café')],
    ['UTF-8 with mark', utf8('\ufeffcafé')],
    ['UTF-16LE', Buffer.from('\ufeffcafé', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeffcafé', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9])],
  ])('%s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('café')
  })
})

describe('records', () => {
  test('quotes, doubled quotes, line breaks inside, blank rows in the middle, blank ends', () => {
    expect(parse('a;b;c\r\n"x ""y""";" z\r\nw ";\n\n  ;1\r"q" r;;\n;;\n\n')).toEqual([
      ['a', 'b', 'c'],
      ['x "y"', 'z\r\nw'],
      [],
      [null, '1'],
      ['q r'],
    ])
  })

  test('the line sep= names the delimiter and is no row', () => {
    expect(parse('sep=|\r\na|b;c\n1|2')).toEqual([
      ['a', 'b;c'],
      ['1', '2'],
    ])
  })

  test('a quote never closed names the line where it opens', () => {
    expect(refusal(() => parse('a;b\n"x\ny";1\r\n2;"oops\n3;4\n'))).toEqual({ ok: false, problem: 'broken', detail: { line: 4 } })
    expect(refusal(() => parse('sep=;\na\n"b'))).toMatchObject({ detail: { line: 3 } })
  })

  test('limits', () => {
    const wide = `${'x,'.repeat(200_000)}x\n1`
    expect(refusal(() => parse(wide))).toEqual({
      ok: false,
      problem: 'too_many_columns',
      detail: { columns: 501, limit: 500, row: 1 },
    })
    expect(parse(`a;b${';'.repeat(20_000)}\n1;2`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(refusal(() => parse('a\nb\nc\n\n', { maxRows: 2 }))).toMatchObject({
      problem: 'too_many_rows',
      detail: { rows: 3, limit: 2 },
    })
    expect(parse('a\nb\n\n\n', { maxRows: 2 })).toHaveLength(2)
    expect(refusal(() => parse('a;b\nc;d', { maxCells: 3 }))).toMatchObject({ problem: 'too_large' })
    expect(refusal(() => parse(' ;\n\n'))).toMatchObject({ problem: 'empty' })
  })
})

describe('the delimiter', () => {
  test.each([
    ['semicolons with decimal commas', 'a;b;c\n1;3,5;4,5\n2;3,1;4,2\n3;1,1;1,2', ';'],
    ['all decimals', 'a;b\n3,5;4,5\n3,1;4,2\n1,1;1,2', ';'],
    ['names with degrees', 'No;Nama;Unit\n1;Budi, S.Kom;A\n2;Ani, M.Si;B', ';'],
    ['commas with lists of semicolons', 'No,Nama,Keahlian\n1,Budi,a;b;c\n2,Ani,a;b;c', ','],
    ['a title with a comma above', 'Daftar Pegawai, Tahun 2024\nNo;Nama;NIP;Unit\n1;Budi, S.E;2;x\n2;Ani, S.H;3;y', ';'],
    ['tabs', 'a\tb, c\n1\t2', '\t'],
    ['pipes', 'a|b|c\n1|2|3', '|'],
    ['quoted delimiters do not count', '"a;b;c",d\n"1;2;3",4', ','],
    ['one column', 'NIP\n1\n2', ';'],
  ])('%s', (_, text, expected) => {
    expect(detectDelimiter(text)).toBe(expected)
  })

  test('is found in the first part of a long file', () => {
    expect(detectDelimiter(`no,nama\n${'1,"Budi; Ani"\n'.repeat(20_000)}`)).toBe(',')
  })
})

describe('what another program wrote', () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  test('any text that was quoted survives', () => {
    const text = fc.string({ unit: fc.constantFrom(...'";,|\t\r\n=+-@\'sep a1é') })
    const table = fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, rows => {
        const all = [['Kolom', 'Isi'], ...rows]
        const back = parse(decodeText(utf8(`\ufeff${all.map(row => row.map(quoted).join(';')).join('\r\n')}\r\n`)))
        for (const [r, row] of all.entries())
          for (const [c, value] of row.entries()) expect(back[r]?.[c] ?? null).toBe(value.trim() || null)
      }),
    )
  })
})
