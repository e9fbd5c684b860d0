const starts = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign)
const text = (bytes: Uint8Array, at: number, sign: string) =>
  [...sign].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

const office = 'application/vnd.openxmlformats-officedocument'
/** What a zip of an office holds, by the extension that it says it is; the part must be named in it. */
const offices: readonly { extension: string; part: string; media: string }[] = [
  { extension: 'docx', part: 'word/', media: `${office}.wordprocessingml.document` },
  { extension: 'pptx', part: 'ppt/', media: `${office}.presentationml.presentation` },
  { extension: 'xlsx', part: 'xl/', media: `${office}.spreadsheetml.sheet` },
]

/** Whether these bytes name a part of a zip: its entries are listed with their names in plain. */
const names = (bytes: Uint8Array, part: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part, 0, 'latin1')

/**
 * What a file is by its content, where it may be handed out in a class: PDF, Word, PowerPoint, Excel, PNG, JPEG, MP4. The name must say the
 * same. Null: anything else, and what is not what it says.
 */
export function materialType(fileName: string, bytes: Uint8Array): { media: string; extension: string } | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const is = (media: string, ...allowed: string[]) => (allowed.includes(extension) ? { media, extension } : null)
  if (text(bytes, 0, '%PDF-')) return is('application/pdf', 'pdf')
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return is('image/png', 'png')
  if (starts(bytes, 0xff, 0xd8, 0xff)) return is('image/jpeg', 'jpg', 'jpeg')
  if (text(bytes, 4, 'ftyp')) return is('video/mp4', 'mp4')
  if (!starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return null
  const kind = offices.find(one => one.extension === extension && names(bytes, one.part))
  return kind ? { media: kind.media, extension } : null
}

/** A name that any disk takes: letters, digits, dots, strokes; the extension stays. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w.() -]+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return plain.slice(-100) || 'bahan'
}
