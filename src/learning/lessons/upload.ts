import { randomUUID } from 'node:crypto'
import { contentOf, type Files, isOneOf, mediaTypes, namedContent, safeName, telling } from '../../platform/files/index.ts'
import type { Ctx } from '../../platform/http/context.ts'
import { partsOf, textOf } from '../../platform/http/multipart.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { isCaptions } from './rules/captions.ts'
import { captionsLimit, type FileNeed, type FileType } from './rules/lesson.ts'
import type { LessonFile } from './store/lesson.ts'

export type FileFlaw = 'none' | 'empty' | 'type' | 'name' | 'large' | 'captions'
export type Brought = { file: LessonFile | null; flaw: FileFlaw | null }
export type UploadForm = {
  /** The text of a field; '' where it was not sent. */
  field(name: string): string
  /** Every text under a name. */
  all(name: string): string[]
  /** The file of the form, kept already; whoever does not take it removes it. */
  file: Brought
  captionsKey: string | null
  captionsFlaw: FileFlaw | null
}

const tooMuch = (limit: number) =>
  new Refusal(413, {
    id: `Kiriman ini jauh melebihi batas ${Math.round(limit / 1024 / 1024)} MB, jadi tidak diterima dan tidak ada yang berubah. Kecilkan berkasnya, lalu kirim lagi.`,
    en: `This is far beyond the limit of ${Math.round(limit / 1024 / 1024)} MB; it was not accepted and nothing changed. Make the file smaller and send it again.`,
  })

/** As much as is allowed; what comes beyond is read and dropped, so that the answer reaches the browser. */
async function* upTo(chunks: AsyncIterable<Uint8Array>, limit: number, passed: () => void): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limit * 2 + 1024) throw tooMuch(limit)
    if (bytes > limit) passed()
    else yield chunk
  }
}

/** What a file is by its bytes, where it is one of those that are wanted and its name says the same. */
export function readKind(need: FileNeed, name: string, bytes: Uint8Array): { type: FileType } | { flaw: FileFlaw } {
  const content = contentOf(bytes)
  if (content === 'empty') return { flaw: 'empty' }
  if (!isOneOf(content, need.types)) return { flaw: 'type' }
  return namedContent(name) === content ? { type: content } : { flaw: 'name' }
}

/** The bytes of a kept file that tell what it is. */
async function tellingOf(files: Files, key: string, bytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const read = async (from: number, until: number) => {
    if (from < until) for await (const piece of files.readStream(key, from, until - 1)) pieces.push(piece)
  }
  await read(0, Math.min(bytes, telling.start))
  await read(Math.max(telling.start, bytes - telling.end), bytes)
  return Buffer.concat(pieces)
}

async function keep(files: Files, need: FileNeed, name: string, chunks: AsyncIterable<Uint8Array>): Promise<Brought> {
  const key = `lessons/${randomUUID()}`
  const over = { limit: false }
  const stored = await files.putStream(
    key,
    upTo(chunks, need.limit, () => {
      over.limit = true
    }),
    need.limit,
  )
  const whole = over.limit ? null : stored
  const kind = whole ? readKind(need, name, await tellingOf(files, key, whole.bytes)) : { flaw: 'large' as const }
  if (whole && 'type' in kind)
    return { file: { key, name: safeName(name, kind.type), type: mediaTypes[kind.type], ...whole }, flaw: null }
  await files.remove(key)
  return { file: null, flaw: 'flaw' in kind ? kind.flaw : 'large' }
}

async function keepCaptions(files: Files, chunks: AsyncIterable<Uint8Array>): Promise<string | null> {
  const pieces: Uint8Array[] = []
  const over = { limit: false }
  for await (const piece of upTo(chunks, captionsLimit, () => {
    over.limit = true
  }))
    pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  if (over.limit || !isCaptions(bytes)) return null
  const key = `lessons/${randomUUID()}`
  await files.put(key, bytes)
  return key
}

/** A form with files, read as it comes. `need` null: the form has none. @throws Refusal 413 where far too much is sent */
export async function readUploadForm(c: Ctx, files: Files, need: FileNeed | null): Promise<UploadForm> {
  const most = (need?.limit ?? 0) + captionsLimit + 2 * 1024 * 1024
  if (Number(c.req.header('content-length') ?? 0) > 2 * most) throw tooMuch(need?.limit ?? most)
  const texts = new Map<string, string[]>()
  const form: UploadForm = {
    field: name => texts.get(name)?.[0] ?? '',
    all: name => texts.get(name) ?? [],
    file: { file: null, flaw: 'none' },
    captionsKey: null,
    captionsFlaw: null,
  }
  try {
    for await (const part of partsOf(c.req.raw)) {
      if (part.fileName === null) texts.set(part.name, [...(texts.get(part.name) ?? []), await textOf(part)])
      else if (part.fileName === '' || !need) continue
      else if (part.name === 'takarir') {
        form.captionsKey = await keepCaptions(files, part.body)
        form.captionsFlaw = form.captionsKey ? null : 'captions'
      } else if (part.name === 'berkas' && !form.file.file) form.file = await keep(files, need, part.fileName, part.body)
      if (texts.size > 400) throw tooMuch(most)
    }
  } catch (error) {
    await dropBrought(files, form)
    throw error
  }
  return form
}

/** Takes away what a form brought and nobody took. */
export async function dropBrought(files: Files, form: UploadForm): Promise<void> {
  if (form.file.file) await files.remove(form.file.file.key)
  if (form.captionsKey) await files.remove(form.captionsKey)
}
