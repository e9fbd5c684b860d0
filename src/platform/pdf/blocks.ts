import type { Language } from '../i18n/index.ts'

export type Fact = { label: string; value: string }

type Column = {
  header: string
  /** Points; without it the column shares what is left. */
  width?: number
  align?: 'left' | 'right' | 'center'
}
export type Cell = string | number | null | { text: string; strong?: boolean; tone?: 'quiet' | 'bad' | 'warn' | 'good' | 'info' }

/** 0 (little) to 4 (much); null: nobody was assessed. */
export type HeatTone = 0 | 1 | 2 | 3 | 4 | null
/** A cell that is null asks for nothing: it stays blank. */
export type HeatCell = { text: string; tone: HeatTone } | null

/** Who puts the name under it. A sheet is signed by hand; an electronic signature goes over the finished file (platform/documents). */
export type Signatory = { place: string; title: string; name: string; nip: string }

/** What a document is made of, in the order in which it is read. Numbers arrive as texts where they are to be formatted. */
export type Block =
  /** Level 1 stands in the table of contents and in the outline of the reader; level 2 below it. */
  | { kind: 'heading'; level: 1 | 2; text: string; page?: 'portrait' | 'landscape' }
  | { kind: 'paragraph'; text: string; tone?: 'lead' | 'quiet' }
  | { kind: 'list'; items: string[] }
  | { kind: 'figures'; items: { label: string; value: string; detail?: string }[] }
  | { kind: 'facts'; items: Fact[] }
  | { kind: 'table'; columns: Column[]; rows: Cell[][]; empty: string }
  /** `svg` as platform/charts draws it; `width` in points, at most the page's. */
  | { kind: 'chart'; svg: string; caption: string; width?: number }
  | {
      kind: 'heat'
      rowHeader: string
      columns: string[]
      rows: { label: string; cells: HeatCell[] }[]
      legend: string[]
      none: string
    }
  | { kind: 'signature'; signatory: Signatory; date: string; note?: string }

export type PdfDocument = {
  language: Language
  title: string
  subtitle?: string
  /** Whose document it is: the official heading. */
  issuer: { instansi: string; office: string | null }
  /** Under the title: as of when, number, legal basis. */
  facts: Fact[]
  /** A first page of its own and a table of contents; without it the heading stands above the text. */
  cover: boolean
  blocks: Block[]
  /** At the foot of every page: which document this is, and when it was made. */
  footer: string
  /** ISO; also the file's date of creation, so that the same document gives the same bytes. */
  madeAt: string
}
