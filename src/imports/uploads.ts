import { bodyLimit } from 'hono/body-limit'
import type { Ctx } from '../platform/http/context.ts'
import { LARGEST_FILE } from './read.ts'

/** The form around the file: its boundaries and other fields. */
const FORM_AROUND = 64 * 1024

/** Stops a body that is too large while it arrives. */
export const limitUpload = (tooBig: (c: Ctx) => Response | Promise<Response>) =>
  bodyLimit({ maxSize: LARGEST_FILE + FORM_AROUND, onError: c => tooBig(c as unknown as Ctx) as Promise<Response> })

export type Uploaded = { fileName: string; bytes: Uint8Array; fields: (name: string) => string }

/** The file of a posted form, or the body itself where it is no form. Null where there is no file. */
export async function readUpload(c: { req: Ctx['req'] }, fileField: string): Promise<Uploaded | null> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data/i.test(type)) {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return bytes.length === 0
      ? null
      : { fileName: c.req.query('filename') ?? 'api', bytes, fields: name => c.req.query(name) ?? '' }
  }
  const body = await c.req.parseBody()
  const fields = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
  const file = body[fileField]
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return { fileName: '', bytes: new Uint8Array(), fields }
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()), fields }
}

export const isTooBig = (bytes: Uint8Array) => bytes.length > LARGEST_FILE
