export const largestDocument = 10 * 2 ** 20

export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type DocumentType = (typeof documentTypes)[number]

/** Why a file is no certificate that can be looked at. */
export type DocumentFlaw = 'empty' | 'large' | 'html' | 'heic' | 'office' | 'svg' | 'other'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const begins = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte)

/** What a file is by its content, whatever its name or its sender says. */
export function readDocument(bytes: Uint8Array): { ok: true; type: DocumentType } | { ok: false; flaw: DocumentFlaw } {
  const refused = (flaw: DocumentFlaw) => ({ ok: false as const, flaw })
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > largestDocument) return refused('large')
  if (begins(bytes, 0xff, 0xd8, 0xff)) return { ok: true, type: 'image/jpeg' }
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { ok: true, type: 'image/png' }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return { ok: true, type: 'image/webp' }
  if (ascii(bytes, 0, 5) === '%PDF-') return { ok: true, type: 'application/pdf' }
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1|hevc)$/.test(ascii(bytes, 8, 12))) return refused('heic')
  if (begins(bytes, 0x50, 0x4b) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refused('office')
  const start = ascii(bytes, 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg/s.test(start)) return refused('svg')
  return refused(start.startsWith('<') ? 'html' : 'other')
}
