import { Refusal } from './refusal.ts'

/** A form with a file, read as it comes: the fields that stand before the file, and the file's bytes without ever holding them whole. */
export type Part = { name: string; fileName: string | null; body: AsyncIterable<Uint8Array> }

const broken = () =>
  new Refusal(400, {
    id: 'Kiriman terputus atau tidak utuh, jadi tidak ada yang disimpan. Periksa sambungan Anda, lalu kirim lagi.',
    en: 'What was sent broke off or is not whole, and nothing was kept. Check your connection and send it again.',
  })

const longestHead = 8 * 1024

const indexOf = (hay: Uint8Array, needle: Uint8Array, from = 0) =>
  Buffer.from(hay.buffer, hay.byteOffset, hay.byteLength).indexOf(needle, from)

const joined = (a: Uint8Array, b: Uint8Array) => (a.length === 0 ? b : Buffer.concat([a, b]))

/** Reads on until what was asked for is there; what is left over waits for the next. */
function reader(stream: ReadableStream<Uint8Array>) {
  const source = stream.getReader()
  let held: Uint8Array = new Uint8Array()
  const more = async () => {
    const { done, value } = await source.read()
    if (done) return false
    held = joined(held, value)
    return true
  }
  return {
    /** Everything before the mark, which is taken too. @throws Refusal where the stream ends before it, or it is longer than allowed */
    async until(mark: Uint8Array, longest: number): Promise<Uint8Array> {
      for (;;) {
        const at = indexOf(held, mark)
        if (at >= 0) {
          const before = held.subarray(0, at)
          held = held.subarray(at + mark.length)
          return before
        }
        if (held.length > longest || !(await more())) throw broken()
      }
    },
    /** The same, piece by piece. */
    async *piecesUntil(mark: Uint8Array): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = indexOf(held, mark)
        if (at >= 0) {
          if (at > 0) yield held.subarray(0, at)
          held = held.subarray(at + mark.length)
          return
        }
        const sure = held.length - mark.length + 1
        if (sure > 0) {
          yield held.subarray(0, sure)
          held = held.subarray(sure)
        }
        if (!(await more())) throw broken()
      }
    },
    async take(length: number): Promise<Uint8Array> {
      while (held.length < length) if (!(await more())) throw broken()
      const taken = held.subarray(0, length)
      held = held.subarray(length)
      return taken
    },
  }
}

/** The parts of a multipart body, one after the other: each must be read before the next. */
export async function* partsOf(request: Request): AsyncGenerator<Part> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";\s]{1,70})"?/i.exec(request.headers.get('content-type') ?? '')?.[1]
  if (!boundary || !request.body) throw broken()
  const bytes = (text: string) => Buffer.from(text, 'latin1')
  const input = reader(request.body)
  await input.until(bytes(`--${boundary}`), longestHead)
  const closing = bytes(`\r\n--${boundary}`)
  for (;;) {
    const next = Buffer.from(await input.take(2)).toString('latin1')
    if (next === '--') return
    if (next !== '\r\n') throw broken()
    const head = Buffer.from(await input.until(bytes('\r\n\r\n'), longestHead)).toString('utf8')
    const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? ''
    const said = (name: string) => new RegExp(`;?\\s*\\b${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition)?.[1]
    const name = / name="([^"]*)"/.exec(` ${disposition}`)?.[1]
    if (name === undefined) throw broken()
    const fileName = said('filename')?.replaceAll('%22', '"') ?? null
    const body = input.piecesUntil(closing)
    yield { name, fileName, body }
    // Who asks for the next part wants no more of this one.
    for await (const _ of body);
  }
}

const longestField = 1_000_000

/** The text of a field. @throws Refusal where it is longer than any field of ours */
export async function textOf(part: Part): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of part.body) {
    length += piece.length
    if (length > longestField) throw broken()
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8').replaceAll('\0', '').trim()
}
