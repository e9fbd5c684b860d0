import { describe, expect, it } from 'vitest'
import { letterNumber, templateFlaw, usualTemplate, waLink, waNumber } from './number.ts'

describe('the number of a letter', () => {
  it('is made by the rule: number, code, month in Roman figures, year', () => {
    expect(letterNumber(usualTemplate, 'DIKLAT', 7, '2026-11-22')).toBe('007/DIKLAT/XI/2026')
    expect(letterNumber('{kode}.{nomor}-{bulan}-{tahun}', '800', 1234, '2027-01-04')).toBe('800.1234-01-2027')
  })
  it('must say the number and the year', () => {
    expect(templateFlaw(usualTemplate)).toBeNull()
    expect(templateFlaw('{kode}/{tahun}')).toBe('number_missing')
    expect(templateFlaw('{nomor}/{kode}')).toBe('year_missing')
    expect(templateFlaw('{nomor}/{tahun}/{rahasia}')).toBe('unknown_place')
    expect(templateFlaw('{nomor}/{tahun')).toBe('unknown_place')
    expect(templateFlaw(`${'x'.repeat(100)}{nomor}{tahun}`)).toBe('long')
  })
})

describe('a WhatsApp number', () => {
  it('is read as people write it', () => {
    for (const typed of ['0812 3456 7890', '+62 812-3456-7890', '6281234567890']) expect(waNumber(typed)).toBe('6281234567890')
    for (const typed of ['', '0717 123456', '123', 'abc', '+1 202 555 0100']) expect(waNumber(typed)).toBeNull()
  })
  it('is left out where there is none, and the text is whole', () => {
    expect(waLink(null, 'a & b?')).toBe('https://wa.me/?text=a%20%26%20b%3F')
  })
})
