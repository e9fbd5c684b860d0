export { recordImport } from './records.ts'
