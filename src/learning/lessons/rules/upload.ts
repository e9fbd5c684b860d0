import type { FileNeed, FileType } from './lesson.ts'

export const mimeOf: Readonly<Record<FileType, string>> = {
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/** So many bytes of the beginning tell what a file is. */
export const enoughToTell = 8192

const asLatin = (bytes: Uint8Array) => Array.from(bytes, byte => String.fromCharCode(byte)).join('')

/** What a file is by its first bytes, whatever it is called; null: nothing that is taken here. */
export function typeOf(head: Uint8Array): FileType | null {
  const text = asLatin(head.subarray(0, enoughToTell))
  if (text.startsWith('%PDF-')) return 'pdf'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('\xff\xd8\xff')) return 'jpg'
  if (/^[\s\S]{4}ftyp(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VH|MSNV|dash|qt {2})/.test(text)) return 'mp4'
  if (!text.startsWith('PK\x03\x04')) return null
  const open = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(text)
  if (open) return ({ text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const)[open[1] as 'text']
  if (!/\[Content_Types\]\.xml|_rels\/|docProps\//.test(text)) return null
  if (/(^|[^a-z])word\//.test(text)) return 'docx'
  if (/(^|[^a-z])xl\//.test(text)) return 'xlsx'
  if (/(^|[^a-z])ppt\//.test(text)) return 'pptx'
  return null
}

export type UploadFlaw = 'none' | 'empty' | 'type' | 'name'

/** Whether a file fits: by what it is, and by a name that says the same. */
export function uploadFlaw(need: FileNeed, file: { name: string; bytes: number; head: Uint8Array }): UploadFlaw | null {
  if (file.bytes === 0) return 'empty'
  const type = typeOf(file.head)
  // Of an office file the beginning does not always say which: then its name does, and it is handed out to be kept only.
  const isOffice = type === null && asLatin(file.head.subarray(0, 4)) === 'PK\x03\x04'
  const named = endingOf(file.name)
  if (isOffice && named !== null && /^(docx|xlsx|pptx)$/.test(named)) return need.types.includes(named) ? null : 'type'
  if (type === null || !need.types.includes(type)) return 'type'
  return named === type ? null : 'name'
}

const endings: Readonly<Record<string, FileType>> = { jpeg: 'jpg', m4v: 'mp4', mov: 'mp4' }
/** The type a name claims. */
export function endingOf(name: string): FileType | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()
  if (!ending) return null
  return endings[ending] ?? (ending in mimeOf ? (ending as FileType) : null)
}

/** A file name that no system and no header stumbles over; its ending says what the file is. */
export function safeName(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const stem = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    // Signs that steer, hide or turn text round, and those that a system reads as more than a letter.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*%;&$`'{}#]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 100)
    .trim()
  return `${stem || 'berkas'}.${type}`
}

/** Whether this is WebVTT: text in UTF-8 that begins with its word. */
export function isCaptions(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  return /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text) && text.includes('-->') && !text.includes('\0')
}
