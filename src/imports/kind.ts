import type { RawBuilder } from 'kysely'
import type { Fact } from '../events.ts'
import type { Actor, Scope } from '../platform/actor.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Words } from '../platform/i18n/index.ts'
import type { Cell } from '../platform/sheet/index.ts'

export type { Words }

export type KindName =
  | 'pegawai'
  | 'jabatan'
  | 'standar'
  | 'syarat'
  | 'kamus'
  | 'hasil'
  | 'potensi'
  | 'pelatihan'
  | 'rw_kursus'
  | 'rw_diklat'
  | 'kinerja'
  | 'sasaran'
  | 'nomenklatur'
  | 'kebutuhan'
  | 'penawaran'
  | 'kursus'

/** One of the values a column may hold, and the other spellings it is known by. */
export type Choice = { value: string; label: Words; names?: readonly string[] }

export type ImportField = {
  key: string
  label: Words
  /** Other names of its column, best first. The labels are always understood. */
  headers: readonly string[]
  required?: boolean
  help?: Words
  /** What stands in this column in the example rows of the template. */
  examples: readonly (string | number)[]
  type?: 'text' | 'number' | 'date'
  choices?: readonly Choice[]
  /** One value may be given for all rows where the file has no such column. */
  fixable?: boolean
  /** One of many alike (a column per competency): shown apart, and no part of the template unless `inTemplate`. */
  many?: boolean
  inTemplate?: boolean
}

/** The cells of one row by field; a field without a column, or with a blank cell, is absent. */
export type Cells = Readonly<Record<string, Cell | undefined>>
/** Parsed values by field, flat: texts, numbers, booleans. Keys that are no field are for the SQL only. */
export type Values = Record<string, string | number | boolean>
export type FieldError = Words & { field: string }

/**
 * What a row says of one thing (a NIP, a unit). Two rows that say the same of it are duplicates, two that say different things
 * contradict each other. `shared`: many rows may name the thing, so that only who differs from most is wrong.
 */
export type Claim = { field: string; thing: string; says: string; name: Words; shared?: boolean }

/** `note`: worth a look before it is written. `skip`: why it is nothing to be written. */
export type Checked =
  | { ok: true; values: Values; claims: Claim[]; note?: Words }
  | { ok: false; errors: FieldError[] }
  | { ok: false; errors: []; skip: Words }
export type AcceptedRow = { rowNumber: number; values: Values }

export type Preparation = {
  instansiId: number
  /** yyyy-mm-dd where the instansi is. */
  today: string
  rows: readonly Cells[]
  /** A short transaction of its own, for look-ups. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

type RowChecker = {
  /** Pure: the row and what was looked up, nothing else. */
  check(cells: Cells): Checked
  /** What only all rows together show (a circle of units): further refusals by row number. */
  together?(rows: readonly AcceptedRow[]): Map<number, FieldError[]>
}

/** The rows to be written: `WITH staged AS (${rows})` gives (row_number, values, outcome), outcome `new` or `changed`. */
export type Batch = { rows: RawBuilder<unknown>; importId: number; instansiId: number; today: string; by: string }

/** One kind of file, from its columns to its tables. Written by the capability that owns the tables. */
export type ImportKind = {
  kind: KindName
  /** It writes what all governments share: only who keeps the data of the whole nation may bring it in. */
  national?: boolean
  /** Where the actor may bring it in, and see who else did; absent: where the actor keeps the data of a whole instansi. */
  scope?(actor: Actor): Scope
  /** The sheet that holds the data, in a workbook that has one of this name; else the first that holds anything. */
  sheet?: string
  /** The rows of a JSON file of this kind, where it may be one; null for any other JSON. */
  json?(value: unknown): Record<string, unknown>[] | null
  name: Words
  lead: Words
  /** Shown beside the upload and on the notes sheet of the template. */
  notes: readonly Words[]
  fields: readonly ImportField[]
  moreFields?(tx: Tx): Promise<ImportField[]>
  /** Programs whose exports are known by their column names. */
  sources?: readonly { key: string; name: Words; headers: readonly string[] }[]
  /** What else must be mapped, beyond the required fields, and the field it is said at; null where enough is. */
  missing?(mapped: ReadonlySet<string>): (Words & { field: string }) | null
  subject(cells: Cells): string
  prepare(preparation: Preparation): Promise<RowChecker>
  /**
   * SQL that selects (row_number, before jsonb) from `staged` (row_number, values): the same keys as `values`, as they stand now;
   * no row where nothing stands. A row whose values are all in `before` is the same.
   */
  before(instansiId: number): RawBuilder<unknown>
  /** Writes all rows with set-based SQL, inside the caller's transaction. */
  apply(tx: Tx, batch: Batch): Promise<void>
  /** What is said to other capabilities once it is written; absent: nobody has to hear of it. */
  fact?: Fact
}
