export { type Bar, barChart } from './bars.ts'
export { type Axis, radarChart } from './radar.ts'
export { type Series, trendChart } from './trend.ts'
