export { diklatHistoryImport, kursusHistoryImport } from './siasn.ts'
