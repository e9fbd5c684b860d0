import type { Ctx, Services } from '../platform/http/context.ts'
import { Refusal } from '../platform/http/refusal.ts'
import type { Pdf } from './actions.ts'
import { messages } from './messages.ts'
import { pdfFlaw, safePdfName } from './rules/pdf.ts'

/** The PDF of a posted form: none, one that may be kept, or why it may not. */
export async function readPdf(c: Ctx, name: string): Promise<{ pdf: Pdf | null; errors: { field: string; message: string }[] }> {
  const file = (await c.req.parseBody())[name]
  if (!(file instanceof File) || file.size === 0) return { pdf: null, errors: [] }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const flaw = pdfFlaw(bytes)
  if (flaw) return { pdf: null, errors: [{ field: name, message: messages[c.get('language')].flaws.file[flaw] }] }
  return { pdf: { bytes, name: safePdfName(file.name) }, errors: [] }
}

/** A kept PDF as a download: never run in the page's place, never guessed to be something else. */
export async function sendPdf(c: Ctx, services: Services, file: { key: string; name: string }): Promise<Response> {
  const bytes = await services.files.get(file.key).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    throw new Refusal(404, { id: messages.id.fileGone, en: messages.en.fileGone })
  })
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${file.name}"`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-store',
  }) as Response
}
