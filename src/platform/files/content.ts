/** What a file is by what it holds, whatever its name or its sender says. `ole`: formats of offices before 2007. */
export type Content = 'empty' | Medium | 'heic' | 'zip' | 'ole' | 'svg' | 'markup' | 'other'

const ascii = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
const begins = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign)

/** So many bytes of the beginning and of the end tell what a file is: a zip lists at its end what it holds. */
export const telling = { start: 8192, end: 65_536 }

/** A zip by the parts that it names; a presentation may hold sheets and documents of its own, so it is asked first. */
function contentOfZip(bytes: Uint8Array): Content {
  const open = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(ascii(bytes, 30, 90))
  if (open) return ({ text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const)[open[1] as 'text']
  const ends = ascii(bytes, 0, telling.start) + ascii(bytes, Math.max(0, bytes.length - telling.end), bytes.length)
  if (!ends.includes('[Content_Types].xml')) return 'zip'
  const parts = { 'ppt/presentation': 'pptx', 'word/document': 'docx', 'xl/workbook': 'xlsx' } as const
  return Object.entries(parts).find(([part]) => ends.includes(part))?.[1] ?? 'zip'
}

/** From the whole file, or from the bytes of it that tell. */
export function contentOf(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty'
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  const brand = ascii(bytes, 4, 8) === 'ftyp' ? ascii(bytes, 8, 12) : ''
  if (/^(heic|heix|mif1|msf1|hevc)$/.test(brand)) return 'heic'
  if (/^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VH|MSNV|dash|qt {2})$/.test(brand)) return 'mp4'
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return contentOfZip(bytes)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole'
  const start = ascii(bytes, 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<svg/s.test(start)) return 'svg'
  return start.startsWith('<') ? 'markup' : 'other'
}

const open = 'application/vnd.oasis.opendocument'
const office = 'application/vnd.openxmlformats-officedocument'
export const mediaTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  mp4: 'video/mp4',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
} as const
export type Medium = keyof typeof mediaTypes

/** One of the kinds that are taken somewhere. */
export const isOneOf = <M extends Medium>(content: Content, kinds: readonly M[]): content is M => kinds.includes(content as M)
/** What a letter or certificate may be: something a person can look at and a page can show. */
export const viewable = ['pdf', 'jpeg', 'png', 'webp'] as const satisfies readonly Medium[]
export type Viewable = (typeof viewable)[number]

const otherEndings: Readonly<Record<string, Medium>> = { jpg: 'jpeg', m4v: 'mp4', mov: 'mp4' }
/** What a name claims to be; null: nothing that is taken anywhere. */
export function namedContent(name: string): Medium | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return otherEndings[ending] ?? (Object.hasOwn(mediaTypes, ending) ? (ending as Medium) : null)
}

/** A name that no disk and no header stumbles over; its ending says what the file is. */
export function safeName(name: string, content: Medium): string {
  const stem = (name.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    // Signs that steer, hide or turn text round, and those that a system reads as more than a letter.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*%;&$`'{}#]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 100)
    .trim()
  return `${stem || 'berkas'}.${content === 'jpeg' ? 'jpg' : content}`
}
