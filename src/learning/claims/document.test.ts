import { describe, expect, it } from 'vitest'
import { readDocument } from './document.ts'

describe('a document, by its content', () => {
  const text = (value: string) => new TextEncoder().encode(value)
  const bytes = (...values: number[]) => new Uint8Array([...values, ...Array(40).fill(0)])
  it.each([
    ['jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['webp', text('RIFF0000WEBPVP8 ')],
    ['pdf', text('%PDF-1.7\n')],
  ])('is %s', (content, file) => expect(readDocument(file)).toEqual({ ok: true, content }))

  it.each([
    ['html', text('<!DOCTYPE html><html><body>Sertifikat</body></html>')],
    ['html', text('\ufeff  <html>')],
    ['html', text('<script>alert(1)</script>')],
    ['html', text('<html>%PDF-1.7\n%%EOF')],
    ['svg', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['heic', text('\0\0\0 ftypheic')],
    ['office', text('PK\u0003\u0004word/document.xml')],
    ['empty', new Uint8Array()],
    ['large', new Uint8Array(10 * 2 ** 20 + 1)],
    ['other', text('GIF89a')],
    ['other', text('Sertifikat ini diberikan kepada')],
    ['other', text('RIFF0000WAVE')],
  ])('is refused as %s', (flaw, file) => expect(readDocument(file)).toEqual({ ok: false, flaw }))

  it('is taken up to exactly 10 MB', () => {
    const full = new Uint8Array(10 * 2 ** 20)
    full.set(text('%PDF-1.4'))
    expect(readDocument(full).ok).toBe(true)
  })
})
