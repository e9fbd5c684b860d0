import type { Language } from '../../platform/i18n/index.ts'
import { formatDate, formatInstant, formatNumber, formatPeriod } from '../../platform/i18n/index.ts'
import { jpText } from '../jp/present.ts'
import { letterMessages } from '../letters/messages.ts'
import { waLink } from '../letters/rules/number.ts'
import type { Seen } from './here.ts'
import { activityMessages } from './messages.ts'
import { stateTone } from './pages/list.tsx'
import type { ActivityPage } from './pages/show.tsx'
import { activitySteps, kindsOfActivity, needsReason, type Part, stepTo } from './rules/activity.ts'
import { holding, letterKindOf, mayHaveLetter } from './rules/letter.ts'
import type { KeptFile } from './store/activity.ts'

export const fileKinds: readonly KeptFile['kind'][] = ['surat', 'laporan', 'bukti']
export type Typed = { on: string; minutes: string; words: string; outcome: string }
export const blankTyped: Typed = { on: '', minutes: '', words: '', outcome: '' }
export type Errors = { field: string; message: string }[]

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What whoever looks does next, or waits for; null: nothing. */
function nextOf({ activity: one, parts, recorded, letters }: Seen, language: Language): string | null {
  const t = activityMessages[language]
  const number = (value: number) => formatNumber(value, language)
  if (recorded)
    return recorded.tenths === null
      ? t.recordedSoon(number(recorded.records))
      : t.recorded(number(recorded.records), jpText(recorded.tenths, language))
  if (parts.includes('learner'))
    return one.state === 'proposed' ? t.waitsFor(one.partner ?? t.deciders) : (t.nextLearner[one.state] ?? null)
  const byPart: [Part, Partial<Record<typeof one.state, string | null>>][] = [
    ['partner', t.nextPartner],
    [
      'approver',
      one.state === 'proposed' && one.partner ? {} : holding(letters).length > 0 ? t.nextApproverSent : t.nextApprover,
    ],
  ]
  return byPart.flatMap(([part, next]) => (parts.includes(part) && next[one.state] ? [next[one.state]!] : [])).join(' ') || null
}

/** One activity as plain words for its page; `link`: of the host, shown once. */
export function activityView(
  seen: Seen,
  language: Language,
  typed: Typed,
  errors: Errors,
  link: string | null,
): Parameters<typeof ActivityPage>[0] {
  const { activity: one, parts, log, files, steps, letters } = seen
  const t = activityMessages[language]
  const l = letterMessages[language]
  const about = kindsOfActivity[one.kind]
  const day = (date: string) => formatDate(date, language)
  const learner = parts.includes('learner')
  const running = one.state === 'agreed'
  const open = activitySteps.filter(step => stepTo(one.kind, one.state, step, parts) !== null)
  return {
    m: t,
    words: l,
    id: one.id,
    title: one.title,
    kind: t.kinds[one.kind],
    state: { label: t.states[one.state], tone: stateTone[one.state] },
    reason: one.reason,
    facts: [
      { label: t.learner, value: one.learner },
      { label: t.when, value: formatPeriod(one.startsOn, one.endsOn, language) },
      ...(one.partner ? [{ label: t.partner, value: one.partner }] : []),
      ...(one.host ? [{ label: t.host, value: [one.host, one.hostContact].filter(Boolean).join(', ') }] : []),
      ...(one.letterNumber ? [{ label: t.letterNumber, value: one.letterNumber }] : []),
      { label: t.aim, value: one.aim },
      { label: t.plan, value: one.plan },
      ...(one.outcome ? [{ label: t.outcome, value: one.outcome }] : []),
    ],
    counted: t.counted[about.counts],
    next: nextOf(seen, language),
    issueHref: parts.includes('approver') && mayHaveLetter(one.state) ? `/kegiatan/${one.id}/surat` : null,
    letterMissing: holding(letters).length === 0 && mayHaveLetter(one.state),
    letterStands: parts.includes('approver') && one.state === 'cancelled' && holding(letters).length > 0,
    withdrawHref: parts.includes('approver') && holding(letters).length > 0 ? `/kegiatan/${one.id}/surat/cabut` : null,
    jpHref: learner && one.state === 'approved' ? '/jp' : null,
    editHref: learner && (one.state === 'draft' || one.state === 'returned') ? `/kegiatan/${one.id}/ubah` : null,
    steps: open.map(step => ({
      step,
      label: t.steps[step],
      needs: step === 'report' ? ('outcome' as const) : needsReason(step) ? ('reason' as const) : null,
      tone: ['reject', 'cancel'].includes(step)
        ? ('danger' as const)
        : ['return', 'reopen'].includes(step)
          ? ('neutral' as const)
          : ('primary' as const),
    })),
    log: log.map(entry => ({
      id: entry.id,
      on: day(entry.on),
      minutes: formatNumber(entry.minutes, language),
      words: entry.words,
      confirmed: about.partner ? entry.confirmed : null,
      mayRemove: learner && running && !entry.confirmed,
    })),
    mayLog: learner && running,
    mayConfirm: parts.includes('partner') && running && log.some(entry => !entry.confirmed),
    files: [
      ...letters.map(letter => ({
        // Who was sent by it finds that it was withdrawn; who keeps the records finds the letter.
        href: letter.withdrawn === null || parts.includes('approver') ? `/kegiatan/${one.id}/surat/${letter.id}.pdf` : null,
        name: letter.number,
        kind: t.letterLine(t.letterKinds[letterKindOf(one.kind)], day(letter.date), letter.signatory.name),
        withdrawn:
          letter.withdrawn &&
          l.withdrawnBy(formatInstant(new Date(letter.withdrawn.at), language), letter.withdrawn.by, letter.withdrawn.why),
      })),
      ...files.map(file => ({
        href: `/kegiatan/${one.id}/berkas/${file.id}`,
        name: file.name,
        kind: t.fileKinds[file.kind],
        withdrawn: null,
      })),
    ],
    fileKinds: fileKinds.map(value => ({ value, label: t.fileKinds[value] })),
    mayAttach: learner && ['draft', 'returned', 'proposed', 'agreed'].includes(one.state),
    host: about.host
      ? {
          said: one.hostVerdict && one.hostName ? t.hostSaid(one.hostName, t.hostVerdicts[one.hostVerdict]) : t.hostNotYet,
          note: one.hostNote,
          asked: one.hostAskedAt ? t.hostAsked(formatInstant(one.hostAskedAt, language)) : null,
          mayAsk: learner && one.hostVerdict === null && (running || one.state === 'reported'),
          link,
          waHref: link && waLink(null, t.hostText(one.learner, one.title, link)),
        }
      : null,
    history: steps.map(step => ({
      step: capital(t.stepsDone[step.step] ?? step.step),
      by: step.byName,
      at: formatInstant(step.at, language),
      reason: step.reason ?? '',
    })),
    typed,
    errors,
  }
}
