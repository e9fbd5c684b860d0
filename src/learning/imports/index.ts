export { courseImport } from './courses.ts'
export { recordImport } from './records.ts'
