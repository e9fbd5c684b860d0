export { barChart } from './bars.ts'
export { changeChart } from './change.ts'
export { radarChart } from './radar.ts'
export { trendChart } from './trend.ts'
