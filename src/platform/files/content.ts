/** What a file is by what it holds, whatever its name or its sender says. `zip`: also the formats of offices; `ole`: those of before 2007. */
export type Content = 'empty' | 'pdf' | 'jpeg' | 'png' | 'webp' | 'mp4' | 'heic' | 'zip' | 'ole' | 'svg' | 'markup' | 'other'

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
const begins = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign)

/** From its first bytes (512 are enough). */
export function contentOf(head: Uint8Array): Content {
  if (head.length === 0) return 'empty'
  if (ascii(head, 0, 5) === '%PDF-') return 'pdf'
  if (begins(head, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp'
  if (ascii(head, 4, 8) === 'ftyp') return /^(heic|heix|mif1|msf1|hevc)$/.test(ascii(head, 8, 12)) ? 'heic' : 'mp4'
  if (begins(head, 0x50, 0x4b, 0x03, 0x04)) return 'zip'
  if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  const start = ascii(head, 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg/s.test(start)) return 'svg'
  return start.startsWith('<') ? 'markup' : 'other'
}

export const mediaTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const
/** What a letter or certificate may be: something a person can look at and a page can show. */
export type Viewable = keyof typeof mediaTypes
export const isViewable = (content: Content): content is Viewable => Object.hasOwn(mediaTypes, content)

/** A name that no disk and no header stumbles over; `ending` says what the file is. */
export function safeName(name: string, ending: string): string {
  const stem = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    // Signs that steer, hide or turn text round, and those that a system reads as more than a letter.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*%;&$`'{}#]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 100)
    .trim()
  return `${stem || 'berkas'}.${ending}`
}
