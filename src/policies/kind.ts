import type { z } from 'zod'
import type { Tx } from '../platform/db/index.ts'
import type { Words } from '../platform/i18n/index.ts'

/** One input of the form of a policy. `name` is a key of its value. */
export type PolicyField =
  /** With `blank` it may be left blank (null: not known). */
  | { name: string; label: Words; help?: Words; kind: 'integer'; min: number; max: number; unit?: Words; blank?: true }
  /** Whole rupiah; may be left blank (null: not known). */
  | { name: string; label: Words; help?: Words; kind: 'rupiah' }
  | {
      name: string
      label: Words
      help?: Words
      kind: 'choice'
      choices: readonly { value: string; label: Words; help?: Words }[]
    }
  | { name: string; label: Words; help?: Words; kind: 'yes_no' }

/** A cell of a simulation; null: not known. */
export type SimulationCell = string | number | Words | null

/** Of the rows that move so many are listed: a workbook still opens them at once. */
export const mostSimulated = 5_000

/** What a choice would change, before it is made: a sentence, figures before and after, and the first rows that move. */
export type Simulation = {
  sentence: Words
  /** Counts as they are and as they would be. */
  figures?: readonly { label: Words; before: SimulationCell; after: SimulationCell }[]
  columns: readonly Words[]
  rows: readonly (readonly SimulationCell[])[]
  /** Where each of `rows` leads, in their order. */
  hrefs?: readonly string[]
  /** Of all that moves; `rows` holds the first of them. */
  total: number
}

export type PolicyChange<V> = { instansiIds: readonly number[]; today: string; now: V; next: V }

export type PolicyDefault<V> = { value: V; source: string; verified: boolean }

/** A kind of local rule: what it holds, its form, what ships, and what a change of it would move. */
export type PolicyKind<V extends Record<string, unknown> = Record<string, unknown>> = {
  /** As stored in `policy.kind`. */
  kind: string
  /** `/aturan/<path>` */
  path: string
  name: Words
  lead: Words
  schema: z.ZodType<V>
  fields: readonly PolicyField[]
  /** What holds on a date `yyyy-mm-dd` where nobody has chosen. Throws outside its series. */
  defaultAt(date: string): PolicyDefault<V>
  /** What is wrong with the fields taken together (weights that do not sum to 100); empty where nothing is. */
  flaws?(value: V): readonly { field: string; words: Words }[]
  /**
   * What would move if `next` held instead of `now`, in `instansiIds`: the one that chooses, or, for a choice made for all, every one
   * without a choice of its own. Nothing is written.
   */
  simulate?(tx: Tx, change: PolicyChange<V>): Promise<Simulation>
}

export type Policy<V> = PolicyDefault<V> & {
  /** Of the row that holds; null for what ships. */
  id: number | null
  /** Whose choice it is; null: all. */
  instansiId: number | null
  version: number
  activeFrom: string | null
}
