import type { Account, Grant, ScopeCase } from './accounts.ts'
import type { Contract, Tenure } from './careers.ts'
import type { Factor } from './factors.ts'
import type { Person } from './people.ts'
import type { Post } from './posts.ts'
import type { Result } from './results.ts'
import type { Schooling, Training } from './trainings.ts'
import type { Unit } from './units.ts'

/** A table's rows with the SQL type of each column; a column `competency` holds a code that the load turns into an id. */
export type Table = { name: string; columns: Record<string, string>; rows: Record<string, unknown>[]; hasIds: boolean }

export const table = (name: string, columns: Record<string, string>, rows: Record<string, unknown>[], hasIds = false): Table => ({
  name,
  columns,
  rows,
  hasIds,
})

export type Parts = {
  units: Unit[]
  posts: Post[]
  people: Person[]
  tenures: Tenure[]
  contracts: Contract[]
  results: Result[]
  trainings: Training[]
  schooling: Schooling[]
  factors: Factor[]
  accounts: Account[]
  cases: ScopeCase[]
  grants: Grant[]
}
