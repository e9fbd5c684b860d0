export { individualReport } from './report/document.ts'
