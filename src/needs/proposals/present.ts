import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { messages } from './messages.ts'
import { callStands, daysUntil, type ProposalState } from './rules/proposal.ts'
import type { Call, ProposalRow } from './store.ts'

export const stateTone = {
  draft: 'neutral',
  sent: 'info',
  accepted: 'ok',
  joined: 'ok',
  rejected: 'bad',
} as const satisfies Record<ProposalState, string>

export const urgencyTone = { tinggi: 'bad', sedang: 'warn', rendah: 'neutral' } as const satisfies Record<
  ProposalRow['urgency'],
  string
>

/** `T.KEU.1 · tingkat 3` below the title of a proposal for a competency; '' of others. */
export const wishDetail = (row: ProposalRow, language: Language) =>
  row.competencyId === null
    ? ''
    : [row.competencyCode, row.level && messages[language].level(row.level)].filter(Boolean).join(' · ')

/** Where the call stands, in a sentence. */
export function callSentence(call: Call, today: string, language: Language): string {
  const m = messages[language]
  const year = String(call.year)
  switch (callStands(call, today)) {
    case 'early':
      return m.callEarly(year, formatDate(call.opensOn, language))
    case 'open':
      return m.callOpen(year, formatDate(call.closesOn, language), formatNumber(daysUntil(today, call.closesOn), language))
    case 'late':
      return m.callLate(year, formatDate(call.closesOn, language))
  }
}
