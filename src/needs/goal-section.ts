import type { SectionOfGoal } from '../goals/index.ts'
import { inScope } from '../platform/db/index.ts'
import { actorOf, type Services } from '../platform/http/context.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { readNeeds } from './access.ts'
import { messages } from './messages.ts'
import { jenjangText, needName } from './present.ts'
import { needsForGoal } from './store.ts'

const most = 50

/** On the page of a goal: the needs that serve it, the most urgent first. Sums, no names; empty for who does not read needs. */
export const needsOfGoal =
  (services: Services): SectionOfGoal =>
  async (c, goalId) => {
    const language = c.get('language')
    const m = messages[language]
    const scope = readNeeds(actorOf(c))
    const reads = scope.kind !== 'none' && scope.kind !== 'people'
    const rows = reads ? await inScope(services.db, scope, tx => needsForGoal(tx, goalId, most)) : []
    return {
      title: m.goalSection,
      lead: m.goalSectionLead,
      empty: reads ? m.goalSectionEmpty : m.goalSectionHidden,
      rows: rows.map(need => ({
        href: `/kebutuhan/${need.id}`,
        name: needName(need, language),
        detail: [
          m.kinds[need.kind],
          jenjangText(need, language),
          `${formatNumber(need.people, language)} ${m.people.toLowerCase()}`,
          m.tiers[need.tier],
        ].join(' · '),
      })),
    }
  }
