import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFromParts, kegiatanText, readCode } from './code.ts'

const codeOf = (text: string) => {
  const reading = readCode(text)
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.flaw)}`)
  return reading.code
}
const flawOf = (text: string) => {
  const reading = readCode(text)
  return reading.ok ? null : reading.flaw
}

describe('a nomenclature code', () => {
  it('says its level, its government and what it stands under', () => {
    expect(codeOf('5')).toEqual({ code: '5', level: 'urusan', government: null, parent: null, subDigits: null })
    expect(codeOf('5.03')).toMatchObject({ level: 'bidang', government: null, parent: '5' })
    expect(codeOf('5.03.02')).toMatchObject({ level: 'program', government: null, parent: '5.03' })
    expect(codeOf('5.03.02.1.03')).toMatchObject({ level: 'kegiatan', government: 'provinsi', parent: '5.03.02' })
    expect(codeOf('5.03.02.2.03')).toMatchObject({ level: 'kegiatan', government: 'kabupaten_kota', parent: '5.03.02' })
    expect(codeOf('5.04.02.1.02.0003')).toMatchObject({ level: 'sub_kegiatan', parent: '5.04.02.1.02', subDigits: 4 })
  })

  it('of an old table has two digits for the sub kegiatan, never three', () => {
    expect(codeOf('5.03.02.1.03.01').subDigits).toBe(2)
    expect(flawOf('5.03.02.1.03.001')).toEqual({ part: 6, text: '001' })
  })

  it('of every office begins with X.XX, both or neither', () => {
    expect(codeOf('x.xx.01.2.05.0009')).toEqual({
      code: 'X.XX.01.2.05.0009',
      level: 'sub_kegiatan',
      government: 'kabupaten_kota',
      parent: 'X.XX.01.2.05',
      subDigits: 4,
    })
    expect(flawOf('X.03.02')).toEqual({ part: 2, text: '03' })
    expect(flawOf('5.XX.02')).toEqual({ part: 2, text: 'XX' })
  })

  it('is read with blanks and a dot at its end', () => expect(codeOf(' 5 . 03.02. ').code).toBe('5.03.02'))

  it.each<[string, ReturnType<typeof flawOf>]>([
    ['', { part: 'parts', text: '' }],
    ['5.03.02.1', { part: 'parts', text: '5.03.02.1' }],
    ['5.03.02.1.03.0001.7', { part: 'parts', text: '5.03.02.1.03.0001.7' }],
    ['55.03', { part: 1, text: '55' }],
    ['5.3', { part: 2, text: '3' }],
    ['5.03.2', { part: 3, text: '2' }],
    ['5.03.02.3.03', { part: 4, text: '3' }],
    ['5.03.02.1.3', { part: 5, text: '3' }],
    ['lima', { part: 1, text: 'LIMA' }],
  ])('that is wrong names the part: %s', (text, flaw) => expect(flawOf(text)).toEqual(flaw))
})

const digits = (width: number) => fc.integer({ min: 0, max: 10 ** width - 1 }).map(n => String(n).padStart(width, '0'))
const anyCode = fc
  .tuple(digits(1), digits(2), digits(2), fc.constantFrom('1', '2'), digits(2), fc.oneof(digits(2), digits(4)))
  .chain(parts => fc.constantFrom(1, 2, 3, 5, 6).map(length => parts.slice(0, length).join('.')))

describe('any code', () => {
  it('is read as itself, and its parent is a code one level up that begins it', () =>
    fc.assert(
      fc.property(anyCode, text => {
        const { code, parent, level } = codeOf(text)
        expect(code).toBe(text)
        if (parent === null) {
          expect(level).toBe('urusan')
          return
        }
        expect(text.startsWith(`${parent}.`)).toBe(true)
        const order = ['urusan', 'bidang', 'program', 'kegiatan', 'sub_kegiatan']
        expect(order.indexOf(codeOf(parent).level)).toBe(order.indexOf(level) - 1)
      }),
    ))

  it('is never made of anything else: whatever is read is made of the parts that the format allows', () =>
    fc.assert(
      fc.property(fc.oneof(anyCode, fc.string({ maxLength: 20 })), text => {
        const reading = readCode(text)
        if (reading.ok) expect(reading.code.code).toMatch(/^(\d|X)(\.(\d\d|XX)(\.\d\d(\.[12]\.\d\d(\.(\d\d|\d{4}))?)?)?)?$/)
      }),
    ))

  it('is the same from one cell and from a column for each level that lost its zeros', () =>
    fc.assert(
      fc.property(anyCode, text => {
        const [urusan = '', bidang = '', program = '', level, kegiatan, sub = ''] = text.split('.')
        const bare = (part: string) => part.replace(/^0+(?=\d)/, '')
        const parts = {
          urusan,
          bidang: bare(bidang),
          program: bare(program),
          kegiatan: level === undefined ? '' : kegiatanText(Number(`${level}.${kegiatan}`)),
          sub: bare(sub),
        }
        expect(codeFromParts(parts, sub.length === 2 ? 2 : 4)).toBe(text)
      }),
    ))
})
