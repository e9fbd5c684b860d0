export { goalImport } from './goals.ts'
export { nomenclatureImport } from './nomenclature.ts'
