import { Refusal } from './reading.ts'

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const MAGIC: [kind: string, bytes: number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['exe', [0x4d, 0x5a, 0x90]],
  ['elf', [0x7f, 0x45, 0x4c, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
]
const startsWith = (bytes: Uint8Array, magic: number[]) => magic.every((byte, index) => bytes[index] === byte)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/**
 * What a file is by its content, whatever its name says: a zip (perhaps XLSX) or text (CSV).
 * @throws Refusal `empty`, `old_xls`, `encrypted` or `wrong_type` with `detail.kind`
 */
export function recognise(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new Refusal('empty')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, OLE2.slice(0, 4))) {
    // An XLSX with a password is wrapped in the same container as the old .xls; so are old Word files.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (buffer.includes(utf16('EncryptedPackage'))) throw new Refusal('encrypted')
    if (buffer.includes(utf16('WordDocument'))) throw new Refusal('wrong_type', { kind: 'doc' })
    throw new Refusal('old_xls')
  }
  for (const [kind, magic] of MAGIC) if (startsWith(bytes, magic)) throw new Refusal('wrong_type', { kind })
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'text'
  const markup = markupAtStart(bytes)
  if (markup) throw new Refusal('wrong_type', { kind: markup })
  if (isBinary(bytes)) throw new Refusal('wrong_type', { kind: 'binary' })
  return 'text'
}

/** Many applications "export to Excel" by writing an HTML table into a file called .xls. */
function markupAtStart(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 256))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('<?xml')) return 'xml'
  return /^<(!doctype|html|head|body|table|meta|style|!--)/.test(start) ? 'html' : null
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  let odd = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32)) odd++
  }
  return odd > sample.length / 50
}
