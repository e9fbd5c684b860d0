import { createHash } from 'node:crypto'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Language } from '../i18n/index.ts'
import type { Block, Cell, PdfDocument } from './blocks.ts'
import { paper } from './chart-ink.ts'
import { contentOf, factsOf, type Margins, margin, type Orientation, printable, textWidth } from './content.ts'

const words = {
  id: { contents: 'Daftar isi', page: (n: number, of: number) => `Halaman ${n} dari ${of}`, digest: 'isi' },
  en: { contents: 'Contents', page: (n: number, of: number) => `Page ${n} of ${of}`, digest: 'content' },
} as const satisfies Record<Language, unknown>

/** Further down a page no heading begins: below it must go a sentence, the head of a table and its first row. */
const lastHeading = 0.82

/** The digest of what a document says, whatever file it was put into: the first half of it stands at the foot of every page. */
export const contentDigest = (document: PdfDocument) => createHash('sha256').update(JSON.stringify(document)).digest('hex')

/** The document in the terms of pdfmake. Draws nothing itself: render.ts does. */
export function definitionOf(document: PdfDocument): TDocumentDefinitions {
  const w = words[document.language]
  const digest = contentDigest(document).slice(0, 32)
  const created = new Date(document.madeAt)
  return {
    pageSize: 'A4',
    pageMargins: [margin.left, margin.top, margin.right, margin.bottom],
    language: document.language === 'id' ? 'id-ID' : 'en-GB',
    displayTitle: true,
    version: '1.7',
    info: {
      title: printable(document.title),
      author: printable(document.issuer.instansi),
      subject: printable(document.subtitle ?? document.title),
      creator: 'Piawai',
      producer: 'Piawai (pdfmake)',
      creationDate: created,
      modDate: created,
    },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: paper.text },
    content: [...opening(document), ...bodyOf(document.blocks)],
    header: page => (page === 1 ? '' : running(document)),
    footer: (page, pages) => foot(`${document.footer} · ${w.digest} ${digest}`, w.page(page, pages)),
    pageBreakBefore: node => node.headlineLevel !== undefined && node.startPosition.verticalRatio > lastHeading,
  }
}

const rule = (thickness: number, color: string, y = 0): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: y, x2: textWidth.portrait, y2: y, lineWidth: thickness, lineColor: color }],
})

const running = ({ title, issuer }: PdfDocument): Content => ({
  columns: [
    { text: printable(title), width: '*' },
    { text: printable(issuer.instansi), width: 'auto', alignment: 'right' },
  ],
  columnGap: 12,
  fontSize: 7.5,
  color: paper.quiet,
  margin: [margin.left, 26, margin.right, 0],
})

const foot = (left: string, right: string): Content => ({
  columns: [
    { text: printable(left), width: '*' },
    { text: right, width: 'auto', alignment: 'right' },
  ],
  columnGap: 16,
  fontSize: 7,
  lineHeight: 1.15,
  color: paper.quiet,
  margin: [margin.left, 20, margin.right, 0],
})

/** The official heading, the title and what it is about; with a cover also the table of contents. */
function opening(document: PdfDocument): Content[] {
  const { title, subtitle, issuer, facts, cover, language } = document
  const heading: Content[] = [
    { text: printable(issuer.instansi).toUpperCase(), bold: true, fontSize: 13, alignment: 'center', lineHeight: 1.15 },
    ...(issuer.office ? [{ text: printable(issuer.office), bold: true, fontSize: 11, alignment: 'center' as const }] : []),
    { ...(rule(2, paper.text, 6) as object), margin: [0, 0, 0, 0] } as Content,
    { ...(rule(0.6, paper.text, 3) as object), margin: [0, 0, 0, cover ? 44 : 20] } as Content,
  ]
  const titles: Content[] = [
    { text: printable(title), fontSize: cover ? 24 : 18, bold: true, color: paper.primary, lineHeight: 1.1 },
    ...(subtitle ? [{ text: printable(subtitle), fontSize: 11.5, color: paper.quiet, margin: [0, 4, 0, 0] as Margins }] : []),
    { ...(factsOf(facts) as object), margin: [0, cover ? 22 : 12, 0, cover ? 26 : 14] } as Content,
  ]
  if (!cover) return [...heading, ...titles]
  return [
    ...heading,
    ...titles,
    {
      toc: {
        title: { text: words[language].contents, bold: true, fontSize: 13, color: paper.primary, margin: [0, 4, 0, 6] },
        textStyle: { fontSize: 10 },
        numberStyle: { fontSize: 10, color: paper.quiet },
        outlines: true,
      },
    },
  ]
}

function bodyOf(blocks: readonly Block[]): Content[] {
  let page: Orientation = 'portrait'
  const body: Content[] = []
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]!
    if (block.kind === 'heading' && block.page) page = block.page
    const together = keptTogether(blocks, at)
    const contents = blocks.slice(at, at + together).flatMap(one => contentOf(one, page))
    at += together
    const next = blocks[at]
    // Room below the last thing of a page would otherwise spill over and leave a page blank.
    if (next?.kind === 'heading' && next.page) withoutRoomBelow(contents.at(-1))
    body.push(...(together > 1 ? [{ stack: contents.map(asPartOfStack), unbreakable: true }] : contents))
  }
  return body
}

/** So many rows with so many letters in all still stand on one page without leaving much of the page before blank. */
const shortTable = { rows: 8, letters: 800 }

const isShort = ({ rows }: Extract<Block, { kind: 'table' }>) =>
  rows.length <= shortTable.rows && rows.flat().reduce<number>((sum, cell) => sum + lettersOf(cell), 0) <= shortTable.letters

const lettersOf = (cell: Cell | undefined) => String(typeof cell === 'object' && cell !== null ? cell.text : (cell ?? '')).length

/** How many blocks from `at` on go onto one page: a heading, its line of introduction, and the picture or short table that it heads. */
function keptTogether(blocks: readonly Block[], at: number): number {
  const block = blocks[at]!
  if (block.kind !== 'heading' || block.page) return 1
  const after = blocks[at + 1]?.kind === 'paragraph' ? 2 : 1
  const headed = blocks[at + after]
  // A heading goes along with the heading below it.
  const below = headed?.kind === 'heading' && headed.level > block.level ? keptTogether(blocks, at + after) : 0
  if (below > 1) return after + below
  const fits = headed?.kind === 'chart' || (headed?.kind === 'table' && isShort(headed))
  return fits ? after + 1 : 1
}

const withoutRoomBelow = (content: Content | undefined) => {
  if (content && typeof content === 'object' && 'margin' in content && Array.isArray(content.margin))
    content.margin = [0, content.margin[1] ?? 0, 0, 0]
}
/** Inside what is kept together no page may begin. */
const asPartOfStack = (content: Content): Content =>
  typeof content === 'object' && 'headlineLevel' in content ? { ...content, headlineLevel: undefined } : content
