export * from './competency.ts'
export * from './jpm.ts'
export { type DatedValue, OutsideSeries, type Series, series } from './series.ts'
