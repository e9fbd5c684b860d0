import type { ComponentChildren } from 'preact'
import { h } from 'preact'
import { formatInstant, formatNumber, type Language } from '../platform/i18n/index.ts'
import type { ImportField, ImportKind } from './kind.ts'
import type { Messages } from './messages.ts'
import { Counted, Ended, ImportFrame, type Next, type Sample, Samples, Working } from './pages/show.tsx'
import { allRows, toWrite, valuesToShow } from './present.ts'
import { type Import, type Outcome, outcomes, type SampleRow } from './store.ts'
import { columnLetter } from './workbooks.ts'

export type View = { it: Import; kind: ImportKind; language: Language; m: Messages }

export const titleOf = ({ it, kind, language, m }: View) => `${m.number(it.id)}: ${kind.name[language]}`

/** The frame of every page of one import, with what is known about its file. */
export function framed(view: View, children: ComponentChildren) {
  const { it, kind, language, m } = view
  const source = kind.sources?.find(source => source.key === it.preset)
  const facts = [
    { label: m.facts.file, value: it.file_name },
    ...(it.sheet_name ? [{ label: m.facts.sheet, value: it.sheet_name }] : []),
    ...(it.file_bytes > 0 ? [{ label: m.facts.size, value: m.bytes(it.file_bytes) }] : []),
    ...(source ? [{ label: m.facts.source, value: source.name[language] }] : []),
    ...(it.total > 0 ? [{ label: m.facts.rows, value: formatNumber(it.total, language) }] : []),
  ]
  const lead = [it.instansi, formatInstant(it.created_at, language, it.time_zone), it.who].filter(Boolean).join(' · ')
  return h(ImportFrame, { m, title: titleOf(view), lead, state: it.state, facts, children })
}

export function working({ it, language, m }: View) {
  const reading = it.state === 'reading'
  const rows = it.counts ? toWrite(it.counts) : 0
  const words = !reading ? m.applying(rows) : it.total === 0 ? m.reading : m.readingRows(it.progress, it.total)
  return h(Working, {
    m,
    id: it.id,
    title: m.states[it.state],
    words,
    progress: it.progress,
    total: reading ? it.total : 0,
    key: language,
  })
}

export function ended({ it, language, m }: View) {
  const failed = it.state === 'failed'
  return h(Ended, {
    m,
    id: it.id,
    title: failed ? m.failedTitle : m.cancelledTitle,
    words: failed ? (it.problem?.[language] ?? '') : m.cancelledLead,
    bad: failed,
    canRetry: failed && it.file_bytes > 0,
    columns: it.columns !== null && it.mapping !== null,
  })
}

/** The outcome whose rows are shown first: what a person would want to look at. */
export const firstOutcome = (it: Import): Outcome =>
  (['refused', 'changed', 'new', 'same', 'skipped'] as const).find(outcome => (it.counts?.[outcome] ?? 0) > 0) ?? 'new'

type Rows = {
  outcome: Outcome
  rows: SampleRow[]
  fields: readonly ImportField[]
  pager: Parameters<typeof Samples>[0]['pager']
  appliedBefore: Date | null
  /** Once it is done. */
  next: Next | null
}

export function counted(view: View, shown: Rows) {
  const { it, language, m } = view
  const counts = it.counts!
  const done = it.state === 'done'
  const figures = outcomes
    .filter(outcome => outcome !== 'skipped' || counts.skipped > 0)
    .map(outcome => ({
      label: m.outcomes[outcome],
      value: formatNumber(counts[outcome], language),
      detail: (done ? m.outcomeDone : m.outcomeMeaning)[outcome],
      ...(counts[outcome] > 0 && it.file_bytes > 0 ? { href: `/impor/${it.id}?hasil=${outcome}#contoh` } : {}),
      tone: outcome === 'refused' && counts.refused > 0 ? ('warn' as const) : ('neutral' as const),
    }))
  const when = shown.appliedBefore && !done ? m.appliedBefore(formatInstant(shown.appliedBefore, language, it.time_zone)) : null
  return h(Counted, {
    m,
    id: it.id,
    rows: { count: toWrite(counts), shown: formatNumber(toWrite(counts), language) },
    refused: it.file_bytes > 0 ? counts.refused : 0,
    figures,
    done,
    note: it.file_bytes === 0 ? m.forgotten : when,
    canChange: !done,
    next: shown.next,
    children:
      it.file_bytes > 0 && allRows(counts) > 0
        ? h(Samples, {
            m,
            outcome: m.outcomes[shown.outcome],
            refused: shown.outcome === 'refused' || shown.outcome === 'skipped',
            samples: shown.rows.map(row => sample(row, it, shown.fields, language, m)),
            pager: shown.pager,
          })
        : null,
  })
}

function sample(row: SampleRow, it: Import, fields: readonly ImportField[], language: Language, m: Messages): Sample {
  const where = (column: number | null) => (column === null ? '' : it.columns?.[column]?.header || m.column(columnLetter(column)))
  const reasons = (row.errors ?? []).map(error => ({ where: where(error.column), words: error[language] }))
  if (row.note) reasons.push({ where: '', words: row.note[language] })
  return {
    row: formatNumber(row.row_number, language),
    subject: row.subject,
    values: valuesToShow(row, fields, language, m),
    reasons,
  }
}
