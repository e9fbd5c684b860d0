import { formatDate, formatInstant, type Language } from '../platform/i18n/index.ts'
import { performanceRatings, predicateMatrix, predicatePercent } from '../regulation/index.ts'
import { performanceLabels } from './labels.ts'
import { messages } from './messages.ts'
import type { PastRating } from './pages/person.tsx'
import { achievementWords, periodChoices, periodWords, predicateTone } from './present.ts'
import { lastFinishedYear, periodCode } from './rules/period.ts'
import type { RatingRow } from './store/ratings.ts'

/** The ratings that count, and those that were replaced. `here`: the address of the page, where this actor may correct them. */
export function pastRatings(
  rows: readonly RatingRow[],
  { language, timeZone, here }: { language: Language; timeZone: string; here: string | null },
): { current: PastRating[]; replaced: PastRating[] } {
  const m = messages[language]
  const labels = performanceLabels[language]
  const who = (name: string | null, at: Date) => m.recordedBy(name ?? m.someone, formatInstant(at, language, timeZone))
  const past = (row: RatingRow): PastRating => ({
    id: row.id,
    period: periodWords(row, language),
    result: row.result ? labels.shortRating[row.result] : m.unknown,
    behaviour: row.behaviour ? labels.shortRating[row.behaviour] : m.unknown,
    predicate: row.predicate
      ? { text: labels.predicate[row.predicate], tone: predicateTone[row.predicate] }
      : { text: m.unknownPredicate, tone: 'neutral' },
    achieved: achievementWords(row, language),
    rater: row.raterName ?? (row.ratedOn ? '' : '–'),
    ratedOn: row.ratedOn ? formatDate(row.ratedOn, language) : '',
    recorded: row.recordedBy ?? m.someone,
    recordedHow: [
      formatInstant(row.recordedAt, language, timeZone),
      row.source === 'formulir' ? m.byForm : row.importId === null ? '' : m.byImport(row.importId),
    ]
      .filter(Boolean)
      .join(' · '),
    superseded: row.supersededAt && { by: who(row.supersededBy, row.supersededAt), why: row.supersededWhy ?? '–' },
    correctHref: here && row.supersededAt === null ? `${here}?koreksi=${row.id}#catat` : null,
  })
  const shown = rows.map(past)
  return { current: shown.filter(row => !row.superseded), replaced: shown.filter(row => row.superseded) }
}

const written = (amount: number | null) => (amount === null ? '' : String(amount).replace('.', ','))

/** What stands in the form at first: the rating to correct, or the last year that is over. */
export const typedOf = (row: RatingRow | null, blank: { today: string; rater: string }): Record<string, string> =>
  row
    ? {
        gantikan: String(row.id),
        tahun: String(row.year),
        periode: periodCode(row),
        hasil: row.result ?? '',
        perilaku: row.behaviour ?? '',
        target: written(row.target),
        capaian: written(row.achieved),
        satuan: row.unit ?? '',
        tanggal: row.ratedOn ?? '',
        penilai: row.raterName ?? '',
        nip_penilai: row.raterNip ?? '',
      }
    : { tahun: String(lastFinishedYear(blank.today)), periode: 'tahunan', penilai: blank.rater }

export function formOf(
  language: Language,
  form: {
    action: string
    correcting: RatingRow | null
    typed: Record<string, string>
    errors: { field: string; message: string }[]
    cancelHref: string
  },
) {
  const m = messages[language]
  const { correcting } = form
  return {
    m,
    action: form.action,
    title: correcting ? m.correctTitle(periodWords(correcting, language)) : m.recordTitle,
    lead: correcting ? m.correctLead : m.recordLead,
    typed: form.typed,
    errors: form.errors,
    choices: {
      period: periodChoices(language),
      rating: performanceRatings.map(value => ({ value, label: performanceLabels[language].rating[value] })),
    },
    cancelHref: correcting ? form.cancelHref : null,
  }
}

/** The matrix in force today, with the act. */
export function matrixOf(language: Language, today: string) {
  const m = messages[language]
  const labels = performanceLabels[language]
  const matrix = predicateMatrix.at(today)
  const percent = predicatePercent.at(today)
  return {
    rows: performanceRatings.map(result => ({
      result: m.matrixResult(labels.rating[result].toLowerCase()),
      cells: performanceRatings.map(behaviour => {
        const predicate = matrix.value[result][behaviour]
        return {
          behaviour: m.matrixBehaviour(labels.shortRating[behaviour].toLowerCase()),
          predicate: labels.predicate[predicate],
          percent: m.percent(percent.value[predicate]),
          tone: predicateTone[predicate],
        }
      }),
    })),
    lead: m.matrixLead(matrix.act ?? matrix.source),
    percentLead: m.percentLead(percent.act ?? percent.source),
    source: m.matrixSource(matrix.source),
    verified: matrix.verified,
  }
}
