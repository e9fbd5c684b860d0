import type { Actor } from '../../platform/actor.ts'
import { coversInstansi } from '../../platform/actor.ts'
import { dateIn } from '../../platform/clock.ts'
import { formatDate, formatInstant, type Language } from '../../platform/i18n/index.ts'
import { methodLabels } from '../labels.ts'
import { manageAppeals } from './access.ts'
import type { AppealMessages } from './messages.ts'
import type { AppealLine } from './pages/list.tsx'
import type { ShowProps } from './pages/show.tsx'
import { isOpen } from './rules/appeal.ts'
import type { Appeal, ResultAppealed } from './store.ts'

const nameOf = (row: { code: string; competency: string; competencyEn: string | null }, language: Language) =>
  `${row.code} ${language === 'en' ? (row.competencyEn ?? row.competency) : row.competency}`

export const lineOf = (appeal: Appeal, m: AppealMessages, language: Language, today: string): AppealLine => ({
  id: appeal.id,
  name: appeal.name,
  unit: appeal.unit,
  competency: nameOf(appeal, language),
  level: String(appeal.levelBefore),
  filed: formatDate(dateIn(appeal.filedAt, appeal.timeZone), language),
  due: formatDate(appeal.dueOn, language),
  late: isOpen(appeal.state) && appeal.dueOn < today,
  state: appeal.state,
  outcome: appeal.outcome ? m.outcomes[appeal.outcome] : '–',
})

export const resultFacts = (row: Appeal | ResultAppealed, m: AppealMessages, language: Language) => [
  { label: m.competency, value: nameOf(row, language) },
  { label: m.level, value: String('level' in row ? row.level : row.levelBefore) },
  { label: m.method, value: methodLabels[language][row.method] },
  { label: m.assessed, value: formatDate(row.assessedOn, language) },
  { label: m.assessor, value: row.assessor ?? '–' },
]

/** What a reader of the page may see and do: the person waits for the decision to see who read it and what they thought. */
export function viewOf(appeal: Appeal, actor: Actor, m: AppealMessages, language: Language, today: string) {
  const own = actor.pegawaiId === appeal.pegawaiId
  const manager = !own && coversInstansi(manageAppeals(actor), appeal.instansiId)
  const reader = appeal.readerId === actor.accountId
  const seesReading = !own || appeal.state === 'decided'
  const at = (when: Date) => formatInstant(when, language, appeal.timeZone)
  const show: Omit<ShowProps, 'assign' | 'give' | 'decide' | 'errors'> = {
    m,
    id: appeal.id,
    title: m.showTitle(nameOf(appeal, language)),
    lead: m.showLead(appeal.name, appeal.unit),
    state: appeal.state,
    late: isOpen(appeal.state) && appeal.dueOn < today,
    facts: resultFacts(appeal, m, language),
    reason: appeal.reason,
    course: [
      { label: m.filed, value: at(appeal.filedAt) },
      { label: m.due, value: formatDate(appeal.dueOn, language) },
      { label: m.reader, value: appeal.reader === null ? m.noReader : seesReading ? appeal.reader : m.hidden },
      ...(appeal.readAt ? [{ label: m.opinion, value: at(appeal.readAt) }] : []),
      ...(appeal.decidedAt ? [{ label: m.outcome, value: at(appeal.decidedAt) }] : []),
      ...(appeal.decider ? [{ label: m.decidedBy, value: appeal.decider }] : []),
    ],
    opinion: appeal.opinionLevel !== null && seesReading ? { level: appeal.opinionLevel, text: appeal.opinion ?? '' } : null,
    decision: appeal.outcome
      ? {
          sentence:
            appeal.outcome === 'changed'
              ? m.outcomeSentence.changed(appeal.levelBefore, appeal.levelAfter!)
              : m.outcomeSentence.upheld(appeal.levelBefore),
          grounds: appeal.grounds ?? '',
          by: appeal.decider ?? '',
        }
      : null,
    notice: manager && reader && appeal.state === 'read' ? m.decisionFlaws.reader : null,
    withdraw: own && (appeal.state === 'filed' || appeal.state === 'reading'),
  }
  return { show, own, manager, reader }
}
