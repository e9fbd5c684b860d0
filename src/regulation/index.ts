export * from './competency.ts'
export * from './jpm.ts'
