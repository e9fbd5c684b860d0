import { describe, expect, it } from 'vitest'
import { contentOf, isViewable, safeName } from './content.ts'

const bytes = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0))

describe('what a file is', () => {
  it('is said by its bytes: an HTML page called .pdf is markup', () => {
    expect(contentOf(bytes('<!DOCTYPE html><title>Sertifikat</title>'))).toBe('markup')
    expect(contentOf(bytes('\u00ef\u00bb\u00bf  <html>'))).toBe('markup')
    expect(contentOf(bytes('<?xml version="1.0"?><svg onload="x()">'))).toBe('svg')
    expect(contentOf(bytes('%PDF-1.7'))).toBe('pdf')
    expect(contentOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg')
    expect(contentOf(bytes('\x89PNG\r\n\x1a\n'))).toBe('png')
    expect(contentOf(bytes('RIFF0000WEBPVP8 '))).toBe('webp')
    expect(contentOf(bytes('0000ftypheic'))).toBe('heic')
    expect(contentOf(bytes('0000ftypisom'))).toBe('mp4')
    expect(contentOf(bytes('PK\x03\x04'))).toBe('zip')
    expect(contentOf(new Uint8Array())).toBe('empty')
    expect(contentOf(bytes('MZ'))).toBe('other')
  })
  it('only what a page can show is a letter', () => {
    expect(isViewable('pdf')).toBe(true)
    expect(isViewable('svg')).toBe(false)
  })
  it('a name loses its folders, its tricks and its wrong ending', () => {
    expect(safeName('C:\\surat\\Undangan "PKA".exe', 'pdf')).toBe('Undangan PKA.pdf')
    expect(safeName('a\u202Efdp.html', 'pdf')).toBe('afdp.pdf')
    expect(safeName('../../..', 'png')).toBe('berkas.png')
  })
})
