import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { PdfDocument } from './blocks.ts'
import { definitionOf } from './layout.ts'

const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const face = (name: string) => join(fonts, `Roboto-${name}.ttf`)

pdfmake.setFonts({
  Roboto: { normal: face('Regular'), bold: face('Medium'), italics: face('Italic'), bolditalics: face('MediumItalic') },
})
// A document holds what it is given: it fetches nothing, and reads no file but the fonts.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(path => path.startsWith(fonts))

/** Lays the document out, in the thread that calls it: seconds for thousands of rows. The same document gives the same bytes. */
export async function renderPdf(document: PdfDocument): Promise<Uint8Array> {
  const bytes = await pdfmake.createPdf(definitionOf(document)).getBuffer()
  return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength)
}
