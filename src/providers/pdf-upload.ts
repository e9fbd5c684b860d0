import { contentOf, safeName } from '../platform/files/index.ts'
import type { Ctx } from '../platform/http/context.ts'
import type { Pdf } from './actions.ts'
import { messages } from './messages.ts'

const largest = 10 * 1024 * 1024

/** Why bytes are no PDF that may be kept, by what they hold and not by their name; half a file is noticed by the end mark that it lacks. */
export function pdfFlaw(bytes: Uint8Array): 'large' | 'kind' | 'cut' | null {
  if (bytes.length > largest) return 'large'
  if (contentOf(bytes) !== 'pdf') return 'kind'
  return Buffer.from(bytes.subarray(-1024)).includes('%%EOF') ? null : 'cut'
}

/** The PDF of a posted form: none, one that may be kept, or why it may not. */
export async function readPdf(c: Ctx, name: string): Promise<{ pdf: Pdf | null; errors: { field: string; message: string }[] }> {
  const file = (await c.req.parseBody())[name]
  if (!(file instanceof File) || file.size === 0) return { pdf: null, errors: [] }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const flaw = pdfFlaw(bytes)
  if (flaw) return { pdf: null, errors: [{ field: name, message: messages[c.get('language')].flaws.file[flaw] }] }
  return { pdf: { bytes, name: safeName(file.name, 'pdf') }, errors: [] }
}

/** How a kept one goes out: to be kept, never shown in the page's place. */
export const sentPdf = (key: string, name: string) => ({ key, name, type: 'application/pdf', inline: false })
