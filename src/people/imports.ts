export { jabatanImport, pegawaiImport, trainingImport } from './imports/index.ts'
