export type { Policy, PolicyDefault, PolicyField, PolicyKind, Simulation } from './kind.ts'
export { policyAt } from './store.ts'
