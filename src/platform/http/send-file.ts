import { createHash } from 'node:crypto'
import type { Files } from '../files/index.ts'
import type { Ctx } from './context.ts'
import { rangeOf } from './range.ts'
import { Refusal } from './refusal.ts'

export type SentFile = {
  /** New for each file that came, so that it tells versions apart. */
  key: string
  name: string
  /** Its media type, decided by its content when it came. */
  type: string
  /** Shown by the browser where it can; otherwise kept. */
  inline: boolean
}

const shut = "default-src 'none'; base-uri 'none'; form-action 'none'"
/** Nothing in a file may run: no script, no frame, no request. A PDF is shown by a viewer that a sandbox would shut out, in a page of ours too. */
const policyFor = (type: string) =>
  type === 'application/pdf'
    ? `${shut}; frame-ancestors 'self'; object-src 'self'; style-src 'unsafe-inline'`
    : `${shut}; frame-ancestors 'none'; sandbox`

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
/** The name for every browser: plain letters, and the name itself. */
const disposition = ({ inline, name }: SentFile) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encoded(name)}`

/** A kept file, whole or the stretch that was asked for, as it is read from where it lies. Who may have it was decided before. */
export async function sendFile(c: Ctx, files: Files, file: SentFile): Promise<Response> {
  const size = await files.size(file.key)
  if (size === null) {
    throw new Refusal(404, {
      id: 'Berkas ini tercatat, tetapi tidak ditemukan di penyimpanan. Sampaikan kepada admin; bila Anda memegangnya, unggah lagi.',
      en: 'This file is on record, but it is not in the store. Tell an admin; if you have it, upload it again.',
    })
  }
  const validator = `"${createHash('sha256').update(file.key).digest('hex').slice(0, 32)}"`
  const headers: Record<string, string> = {
    'Content-Type': file.type,
    'Content-Disposition': disposition(file),
    'Content-Security-Policy': policyFor(file.type),
    'Accept-Ranges': 'bytes',
    ETag: validator,
    // A film must not pass through a compressor, and nobody between us and the browser keeps it.
    'Cache-Control': 'private, max-age=3600, no-transform',
  }
  if (c.req.header('if-none-match') === validator) return c.body(null, 304, headers)
  const condition = c.req.header('if-range')
  const asked = condition === undefined || condition === validator ? rangeOf(c.req.header('range'), size) : null
  if (asked === 'unsatisfiable') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` })
  const { start, end } = asked ?? { start: 0, end: size - 1 }
  if (asked) headers['Content-Range'] = `bytes ${start}-${end}/${size}`
  headers['Content-Length'] = String(end - start + 1)
  const body = c.req.method === 'HEAD' || size === 0 ? null : files.readStream(file.key, start, end)
  return c.newResponse(body as ReadableStream | null, asked ? 206 : 200, headers)
}
