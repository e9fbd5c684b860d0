import type { Files } from '../files/index.ts'
import type { Ctx } from './context.ts'
import { rangeOf } from './range.ts'
import { notFound } from './refusal.ts'

export type SentFile = {
  key: string
  name: string
  /** Its media type, decided by its content when it came. */
  type: string
  sha256: string
  /** Shown by the browser where it can; otherwise kept. */
  inline: boolean
}

/** Nothing in a file may run: no script, no frame, no request. A PDF is shown by a viewer that a sandbox would shut out. */
const policyFor = (type: string) =>
  `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'${type === 'application/pdf' ? "; object-src 'self'; style-src 'unsafe-inline'" : '; sandbox'}`

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
/** The name for every browser: plain letters, and the name itself. */
const disposition = ({ inline, name }: SentFile) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encoded(name)}`

/** A kept file, whole or the stretch that was asked for, as it is read from where it lies. Who may have it was decided before. */
export async function sendFile(c: Ctx, files: Files, file: SentFile): Promise<Response> {
  const size = await files.size(file.key)
  if (size === null) throw notFound()
  const validator = `"${file.sha256.slice(0, 32)}"`
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
