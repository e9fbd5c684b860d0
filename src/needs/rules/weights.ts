import { type Component, componentNames, type Policy } from './priority.ts'

/** A policy as it is stored and typed: weights in percent that sum to 100, tiers in hundredths of the score, least known for urgen. */
export type PriorityValue = Record<Component, number> & { urgentFrom: number; importantFrom: number; urgentKnown: number }

export const policyOf = (value: PriorityValue): Policy => ({
  weights: Object.fromEntries(componentNames.map(name => [name, value[name]])) as Record<Component, number>,
  urgentFrom: value.urgentFrom,
  importantFrom: value.importantFrom,
  urgentKnown: value.urgentKnown,
})

/** What ships. No regulation has a formula. */
export const proposedPriority: PriorityValue = {
  gap: 30,
  dif: 20,
  goal: 25,
  mandate: 15,
  reach: 10,
  urgentFrom: 70,
  importantFrom: 45,
  urgentKnown: 3,
}
