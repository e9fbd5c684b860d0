export { nationalStructuralImport, nationalKursusImport } from './siasn.ts'
