export { importApi } from './api.ts'
export { importJobs } from './jobs.ts'
export type {
  AcceptedRow,
  Batch,
  Cells,
  Checked,
  Choice,
  Claim,
  FieldError,
  ImportField,
  ImportKind,
  Preparation,
  Values,
  Words,
} from './kind.ts'
export { importRoutes } from './routes.ts'
export { meant } from './rules/cell-words.ts'
export { namedBy } from './rules/named-by.ts'
export { NameIndex, plainName } from './rules/plain-name.ts'
export { RowReader } from './rules/row-reader.ts'
export { staleImport } from './stale.ts'
