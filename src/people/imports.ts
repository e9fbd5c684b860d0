export { jabatanImport, pegawaiImport } from './imports/index.ts'
