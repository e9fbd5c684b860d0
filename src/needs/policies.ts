import { z } from 'zod'
import { type PolicyField, type PolicyKind, weightFlaws } from '../policies/index.ts'
import { messages } from './messages.ts'
import { componentNames, leastKnown } from './rules/priority.ts'
import { type PriorityValue, proposedPriority } from './rules/weights.ts'
import { simulatePriority } from './simulation.ts'

const { id, en } = messages
const percent = { id: '%', en: '%' }
const hundredth = z.number().int().min(0).max(100)

const weight = (name: (typeof componentNames)[number]): PolicyField => ({
  name,
  label: { id: id.weightOf(id.components[name]), en: en.weightOf(en.components[name]) },
  help: { id: id.componentHelp[name], en: en.componentHelp[name] },
  kind: 'integer',
  min: 0,
  max: 100,
  unit: percent,
})

/** What a need weighs, and from which score it is urgen or penting. */
export const priorityPolicy: PolicyKind<PriorityValue> = {
  kind: 'priority',
  path: 'prioritas',
  name: { id: id.priorityName, en: en.priorityName },
  lead: { id: id.priorityLead, en: en.priorityLead },
  schema: z.object({
    gap: hundredth,
    dif: hundredth,
    goal: hundredth,
    mandate: hundredth,
    reach: hundredth,
    urgentFrom: hundredth,
    importantFrom: hundredth,
    // What was set before this was asked holds as it was set.
    urgentKnown: z.number().int().min(leastKnown).max(componentNames.length).default(leastKnown),
  }),
  fields: [
    ...componentNames.map(weight),
    {
      name: 'urgentFrom',
      label: { id: id.urgentFrom, en: en.urgentFrom },
      help: { id: id.tierHelp, en: en.tierHelp },
      kind: 'integer',
      min: 0,
      max: 100,
    },
    { name: 'importantFrom', label: { id: id.importantFrom, en: en.importantFrom }, kind: 'integer', min: 0, max: 100 },
    {
      name: 'urgentKnown',
      label: { id: id.urgentKnown, en: en.urgentKnown },
      help: { id: id.urgentKnownHelp, en: en.urgentKnownHelp },
      kind: 'integer',
      min: leastKnown,
      max: componentNames.length,
    },
  ],
  defaultAt: () => ({
    value: proposedPriority,
    source: 'Usulan bawaan Piawai; belum ditetapkan instansi (tidak ada rumus dalam peraturan)',
    verified: false,
  }),
  flaws: value => [
    ...weightFlaws(value, componentNames),
    ...(value.importantFrom >= value.urgentFrom
      ? [{ field: 'importantFrom', words: { id: id.tiersCross(value.urgentFrom), en: en.tiersCross(value.urgentFrom) } }]
      : []),
  ],
  simulate: simulatePriority,
}
