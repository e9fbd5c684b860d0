export { nationalKursusImport, nationalStructuralImport } from './siasn.ts'
