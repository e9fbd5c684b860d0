import { formatPeriod, type Language } from '../../platform/i18n/index.ts'
import type { writeWorkbook } from '../../platform/sheet/index.ts'
import { activityMessages } from './messages.ts'
import { type ActivityLine, stateTone } from './pages/list.tsx'
import type { Activity } from './store/activity.ts'

/** An activity as a line of a list. */
export function activityLine(one: Activity, language: Language): ActivityLine {
  const m = activityMessages[language]
  return {
    id: one.id,
    title: one.title,
    kind: m.kinds[one.kind],
    learner: one.learner,
    partner: one.partner ?? one.host ?? '–',
    when: formatPeriod(one.startsOn, one.endsOn, language),
    state: { label: m.states[one.state], tone: stateTone[one.state] },
  }
}

/** Activities as a sheet to keep. */
export function activitySheet(rows: readonly Activity[], language: Language): Parameters<typeof writeWorkbook>[0][number] {
  const m = activityMessages[language]
  return {
    name: m.title,
    columns: [
      { header: m.learner, width: 32 },
      { header: m.name, width: 50 },
      { header: m.kind, width: 28 },
      { header: m.withWhom, width: 32 },
      { header: m.starts, width: 14 },
      { header: m.ends, width: 14 },
      { header: m.state, width: 16 },
      { header: m.outcome, width: 60 },
    ],
    rows: rows.map(one => [
      one.learner,
      one.title,
      m.kinds[one.kind],
      one.partner ?? one.host,
      one.startsOn,
      one.endsOn,
      m.states[one.state],
      one.outcome,
    ]),
  }
}
