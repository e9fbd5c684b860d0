import type { Role, Scope } from '../actor.ts'
import type { Tx } from '../db/index.ts'
import type { Language, Words } from '../i18n/index.ts'
import type { Block, Fact, Signatory } from '../pdf/index.ts'
import type { SheetToWrite } from '../sheet/index.ts'

export type Format = 'pdf' | 'xlsx'

/** What a document is about: an instansi, a unit of it, or one person of it (`pegawaiId` 0: no single person). */
export type Subject = { instansiId: number; unitId: number | null; pegawaiId: number }

/** What is printed on it beside its content. `given` is what else its kind asks for. */
export type Params = {
  number: string | null
  signatory: Signatory | null
  given: Record<string, string | number | boolean>
}

/** What a kind is handed to make one document: it sees its subject and nothing else. */
export type Making = {
  subject: Subject
  language: Language
  params: Params
  now: Date
  /** yyyy-mm-dd in a time zone. */
  today(timeZone?: string): string
  /** One transaction over one moment, in the scope of the subject. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** How far it is, 0 to 1. */
  progress(share: number): Promise<void>
}

/** One thing that a document was made from: `key` for programs, the rest for people. */
export type Input = { key: string; label: string; value: string | number }

export type Built = {
  title: string
  subtitle?: string
  /** Whose document it is: the official heading. */
  issuer: { instansi: string; office: string | null }
  timeZone: string
  /** The date its figures hold for, yyyy-mm-dd. */
  asOf: string
  /** Under the title, beside what every document says of itself. */
  facts: Fact[]
  inputs: Input[]
  /** What it lists, for programs: kept with it, so that it can be compared with what is worked out later. Names nobody. */
  listed?: object
  /** `names`: whether persons are named in it. */
  pdf?: { blocks: Block[]; cover: boolean; names: boolean }
  xlsx?: { sheets: SheetToWrite[]; names: boolean }
}

/** One kind of document, from its readers to its content. Written by the capability whose figures it shows. */
export type DocumentKind = {
  /** As stored. */
  kind: string
  name: Words
  lead: Words
  about: 'instansi' | 'unit' | 'pegawai'
  /** Who reads it whole. */
  readers: readonly Role[]
  /** Who reads only those of its files that name nobody. */
  readersWithoutNames?: readonly Role[]
  issuers: readonly Role[]
  /** A Refusal tells the asker why there is nothing to make and what to do. */
  build(making: Making): Promise<Built>
}

/** The rows that the making of a document may see. */
export const scopeOfSubject = ({ instansiId, pegawaiId }: Subject): Scope =>
  pegawaiId === 0 ? { kind: 'instansi', instansi: [instansiId] } : { kind: 'people', people: [pegawaiId] }
