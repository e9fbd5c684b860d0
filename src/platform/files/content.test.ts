import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { contentOf, isOneOf, namedContent, safeName, viewable } from './content.ts'

const bytes = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))
const zip = (files: Record<string, Uint8Array>) => zipSync(files, { level: 0 })
const office = (part: string, more: Record<string, Uint8Array> = {}) =>
  zip({ ...more, '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('<x/>') })
/** More than is looked at from the beginning. */
const picture = new Uint8Array(200_000)

describe('what a file is', () => {
  it.each([
    ['markup', '<!DOCTYPE html><title>Sertifikat</title>'],
    ['markup', '\u00ef\u00bb\u00bf  <html>'],
    ['markup', '<html>%PDF-1.7 %%EOF'],
    ['other', ' %PDF-1.7'],
    ['svg', '<?xml version="1.0"?><svg onload="x()">'],
    ['svg', '<!-- gambar --><svg>'],
    ['pdf', '%PDF-1.7'],
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['webp', 'RIFF0000WEBPVP8 '],
    ['other', 'RIFF0000WAVE'],
    ['heic', '0000ftypheic'],
    ['mp4', '0000ftypisom'],
    ['other', '0000ftypavif'],
    ['zip', 'PK\x03\x04evil.exe'],
    ['ole', '\xd0\xcf\x11\xe0'],
    ['empty', ''],
    ['other', 'MZ'],
    ['other', '#!/bin/sh'],
    ['other', 'GIF89a'],
  ])('is said by its bytes, whatever it is called: %s %j', (content, text) => expect(contentOf(bytes(text))).toBe(content))

  it('is said of a zip by the parts that it names at its end', () => {
    expect(contentOf(office('word/document.xml'))).toBe('docx')
    expect(contentOf(office('xl/workbook.bin'))).toBe('xlsx')
    expect(contentOf(office('ppt/presentation.xml', { 'word/document.xml': strToU8('<w/>') }))).toBe('pptx')
    expect(contentOf(office('word/document.xml', { 'word/media/a.png': picture }))).toBe('docx')
    expect(contentOf(zip({ 'word/document.xml': strToU8('<w/>') }))).toBe('zip')
    for (const [kind, content] of [
      ['text', 'odt'],
      ['spreadsheet', 'ods'],
      ['presentation', 'odp'],
    ] as const) {
      expect(contentOf(zip({ mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`) }))).toBe(content)
    }
  })

  it('can be said of anything, and of a beginning that is a PDF, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), junk => {
        expect(typeof contentOf(junk)).toBe('string')
        expect(contentOf(Uint8Array.from([...bytes('%PDF-'), ...junk]))).toBe('pdf')
      }),
    )
  })

  it('can be looked at only where a page can show it', () => {
    expect(isOneOf('pdf', viewable)).toBe(true)
    expect(isOneOf('svg', viewable)).toBe(false)
    expect(isOneOf('docx', viewable)).toBe(false)
  })
})

describe('a name', () => {
  it('claims one kind, or none that is taken anywhere', () => {
    expect(['a.PDF', 'foto.jpg', 'foto.jpeg', 'film.mov', 'surat.docx'].map(namedContent)).toEqual([
      'pdf',
      'jpeg',
      'jpeg',
      'mp4',
      'docx',
    ])
    expect(['a.exe', 'pdf', 'a.constructor', '', 'a.html'].map(namedContent)).toEqual([null, null, null, null, null])
  })

  it('loses its folders, its tricks and its wrong ending', () => {
    expect(safeName('C:\\surat\\Undangan "PKA".exe', 'pdf')).toBe('Undangan PKA.pdf')
    expect(safeName('../../etc/passwd', 'pdf')).toBe('passwd.pdf')
    expect(safeName('Bahan Ajar (1).PDF', 'pdf')).toBe('Bahan Ajar (1).pdf')
    expect(safeName('a\u202Efdp.html', 'pdf')).toBe('afdp.pdf')
    expect(safeName('a"; filename="b.html', 'pdf')).toBe('a filename= b.pdf')
    expect(safeName('foto.png', 'jpeg')).toBe('foto.jpg')
    expect(safeName('../../..', 'png')).toBe('berkas.png')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
        const safe = safeName(name, 'pdf')
        expect(safe).toMatch(/\.pdf$/)
        expect(safe.length).toBeLessThanOrEqual(104)
        expect(safe).not.toMatch(/[/\\\0\r\n"<>|?*]|^\./)
        expect(namedContent(safe)).toBe('pdf')
      }),
    )
  })
})
