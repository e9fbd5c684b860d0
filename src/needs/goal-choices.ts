import type { GoalChoice } from '../goals/index.ts'

/** Goals for a choice, each with the plan it stands in. */
export const goalChoices = (goals: readonly GoalChoice[]) =>
  goals.map(goal => ({ value: String(goal.id), label: `${goal.plan.name} · ${goal.code} ${goal.name}` }))
