import type { Column, Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces'
import type { Block, Cell, Fact, HeatTone, Signatory } from './blocks.ts'
import { heat, inked, paper } from './chart-ink.ts'

export const margin = { left: 48, top: 52, right: 48, bottom: 58 }
/** Of A4, in points. */
export const textWidth = { portrait: 595.28 - margin.left - margin.right, landscape: 841.89 - margin.left - margin.right }
export type Orientation = keyof typeof textWidth
const heatColumn = 25
/** What a column of a heatmap takes with its padding and its line. */
const heatPitch = heatColumn + 4
/** Columns of a heatmap that fit beside the names of the units; more go into a further table. */
const heatColumns: Record<Orientation, number> = { portrait: 12, landscape: 19 }

export type Margins = [number, number, number, number]

/** What the embedded font has no sign for is written with one it has; what is no sign at all goes. */
export const printable = (text: string) =>
  text
    .replace(/→/g, '›')
    .replace(/←/g, '‹')
    .replace(/[\u2009\u200a\u202f]/g, '\u00a0')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .toWellFormed()

/** One block in the terms of pdfmake. */
export function contentOf(block: Block, page: Orientation): Content[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block)]
    case 'paragraph':
      return [
        {
          text: printable(block.text),
          margin: [0, 0, 0, 7],
          ...(block.tone === 'lead' ? { fontSize: 11 } : {}),
          ...(block.tone === 'quiet' ? { color: paper.quiet, fontSize: 8.5 } : {}),
        },
      ]
    case 'list':
      return [{ ul: block.items.map(item => ({ text: printable(item), margin: [0, 0, 0, 2] as Margins })), margin: [0, 0, 0, 8] }]
    case 'figures':
      return [figuresOf(block.items)]
    case 'facts':
      return [{ ...(factsOf(block.items) as object), margin: [0, 0, 0, 10] } as Content]
    case 'table':
      return [tableOf(block)]
    case 'chart':
      return [
        {
          stack: [
            { svg: inked(printable(block.svg)), width: Math.min(block.width ?? 260, textWidth[page]), alignment: 'center' },
            { text: printable(block.caption), fontSize: 8, color: paper.quiet, alignment: 'center', margin: [24, 4, 24, 0] },
          ],
          unbreakable: true,
          margin: [0, 4, 0, 12],
        },
      ]
    case 'heat':
      return heatOf(block, page)
    case 'signature':
      return [signatureOf(block.signatory, block.date, block.note)]
  }
}

const headingOf = (block: Extract<Block, { kind: 'heading' }>): Content => {
  const first = block.level === 1
  return {
    text: printable(block.text),
    bold: true,
    fontSize: first ? 15 : 11.5,
    lineHeight: 1.15,
    color: first ? paper.primary : paper.text,
    margin: [0, first ? 14 : 8, 0, first ? 7 : 4],
    headlineLevel: block.level,
    tocItem: true,
    tocMargin: [first ? 0 : 14, first ? 4 : 1, 0, 0],
    ...(block.page ? { pageBreak: 'before' as const, pageOrientation: block.page } : {}),
  }
}

const plain: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: column => (column === 0 ? 12 : 0),
  paddingTop: () => 2,
  paddingBottom: () => 2,
}

export const factsOf = (items: readonly Fact[]): Content => ({
  table: {
    widths: [130, '*'],
    body:
      items.length === 0
        ? [['', '']]
        : items.map(({ label, value }) => [{ text: printable(label), color: paper.quiet }, { text: printable(value) }]),
  },
  layout: plain,
})

function figuresOf(items: Extract<Block, { kind: 'figures' }>['items']): Content {
  const atOnce = items.length <= 5 ? items.length : 4
  const rows = Array.from({ length: Math.ceil(items.length / atOnce) }, (_, row) => items.slice(row * atOnce, (row + 1) * atOnce))
  const cell = (item: (typeof items)[number] | undefined): TableCell =>
    item
      ? {
          stack: [
            { text: printable(item.label), fontSize: 8, color: paper.quiet },
            { text: printable(item.value), fontSize: 19, bold: true, color: paper.primary, lineHeight: 1.15 },
            ...(item.detail ? [{ text: printable(item.detail), fontSize: 8, color: paper.quiet }] : []),
          ],
        }
      : ''
  return {
    table: {
      widths: Array.from({ length: atOnce }, () => '*'),
      body: rows.map(row => Array.from({ length: atOnce }, (_, index) => cell(row[index]))),
      dontBreakRows: true,
    },
    layout: {
      hLineWidth: line => (line === 0 || line === rows.length ? 0 : 6),
      hLineColor: () => '#ffffff',
      vLineWidth: line => (line === 0 || line === atOnce ? 0 : 6),
      vLineColor: () => '#ffffff',
      fillColor: () => paper.soft,
      paddingLeft: () => 9,
      paddingRight: () => 7,
      paddingTop: () => 7,
      paddingBottom: () => 6,
    },
    margin: [0, 2, 0, 12],
  }
}

const toneColor = { quiet: paper.quiet, bad: paper.bad, warn: paper.warn, good: paper.good, info: paper.info } as const

const zebra: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 1 || line === node.table.body.length ? 0.8 : 0),
  hLineColor: () => paper.primary,
  vLineWidth: () => 0,
  fillColor: row => (row === 0 ? '#dcefec' : row % 2 === 0 ? paper.soft : null),
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
}

/** Thousands of rows: the head comes again on every page, no row is cut in two. */
function tableOf({ columns, rows, empty }: Extract<Block, { kind: 'table' }>): Content {
  if (rows.length === 0) return { text: printable(empty), italics: true, color: paper.quiet, margin: [0, 0, 0, 10] }
  const cell = (value: Cell | undefined, align: 'left' | 'right' | 'center'): TableCell => {
    const given = value ?? ''
    if (typeof given !== 'object') return { text: printable(String(given)), alignment: align }
    return {
      text: printable(given.text),
      alignment: align,
      ...(given.strong ? { bold: true } : {}),
      ...(given.tone ? { color: toneColor[given.tone] } : {}),
    }
  }
  const aligns = columns.map(column => column.align ?? 'left')
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(column => column.width ?? '*'),
      body: [
        columns.map((column, index) => ({
          text: printable(column.header),
          bold: true,
          color: paper.primary,
          alignment: aligns[index],
        })),
        ...rows.map(row => aligns.map((align, index) => cell(row[index], align))),
      ],
    },
    layout: zebra,
    fontSize: 8.5,
    lineHeight: 1.15,
    margin: [0, 2, 0, 12],
  }
}

const heatFill = (tone: HeatTone) => (tone === null ? { fill: '#ffffff', ink: paper.quiet } : heat[tone])

const heatGrid: CustomTableLayout = {
  hLineWidth: () => 1,
  vLineWidth: () => 1,
  hLineColor: () => '#ffffff',
  vLineColor: () => '#ffffff',
  paddingLeft: () => 1.5,
  paddingRight: () => 1.5,
  paddingTop: () => 2,
  paddingBottom: () => 1,
}

function heatOf(block: Extract<Block, { kind: 'heat' }>, page: Orientation): Content[] {
  const most = heatColumns[page]
  const names = Math.min(210, textWidth[page] - Math.min(most, block.columns.length) * heatPitch - 6)
  const parts = Array.from({ length: Math.ceil(block.columns.length / most) }, (_, part) => part * most)
  const tables = parts.map((from): Content => {
    const columns = block.columns.slice(from, from + most)
    return {
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: [names, ...columns.map(() => heatColumn)],
        body: [
          [
            { text: printable(block.rowHeader), bold: true },
            ...columns.map(code => ({ text: printable(code), bold: true, fontSize: 5.8, alignment: 'center' as const })),
          ],
          ...block.rows.map(row => [
            { text: printable(row.label) },
            ...columns.map((_, index): TableCell => {
              const cell = row.cells[from + index]
              if (!cell) return ''
              const { fill, ink } = heatFill(cell.tone)
              return { text: cell.text, alignment: 'center', fillColor: fill, color: ink }
            }),
          ]),
        ],
      },
      layout: heatGrid,
      fontSize: 7,
      lineHeight: 1.1,
      margin: [0, 2, 0, 8],
    }
  })
  const swatch = (fill: string, label: string): Column[] => [
    { canvas: [{ type: 'rect', x: 0, y: 1, w: 10, h: 8, color: fill, lineColor: paper.line, lineWidth: 0.5 }], width: 12 },
    { text: printable(label), width: 'auto', fontSize: 7.5, color: paper.quiet },
  ]
  const legend = block.legend.flatMap((label, tone) => swatch(heat[tone]?.fill ?? '#ffffff', label))
  return [...tables, { columns: [...legend, ...swatch('#ffffff', block.none)], columnGap: 5, margin: [0, 0, 0, 12] }]
}

const signatureOf = ({ place, title, name, nip }: Signatory, date: string, note: string | undefined): Content => ({
  columns: [
    { text: printable(note ?? ''), width: '*', fontSize: 8, color: paper.quiet, margin: [0, 74, 20, 0] },
    {
      width: 230,
      stack: [
        { text: printable(`${place}, ${date}`) },
        { text: printable(`${title},`), margin: [0, 2, 0, 58] },
        { text: printable(name), bold: true, decoration: 'underline' },
        ...(nip ? [{ text: printable(`NIP ${nip}`) }] : []),
      ],
    },
  ],
  unbreakable: true,
  margin: [0, 26, 0, 0],
})
