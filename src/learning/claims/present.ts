import { formatInstant, formatNumber, formatPeriod, type Language } from '../../platform/i18n/index.ts'
import { conversionText, jpText } from '../jp/present.ts'
import { flagSentence } from './flag-words.ts'
import { formWords } from './labels.ts'
import { messages } from './messages.ts'
import type { EventLine, FlagLine } from './pages/parts.tsx'
import type { Claim, FoundFlag, WholeClaim } from './store/claim.ts'
import { verifyMessages } from './verify-messages.ts'

export const dateWords = ({ startedOn, endedOn }: Pick<Claim, 'startedOn' | 'endedOn'>, language: Language): string =>
  endedOn === null ? '–' : formatPeriod(startedOn ?? endedOn, endedOn, language)

/** What counts of it: hours, else sessions, else nothing said. */
export const amountWords = ({ jp, sessions }: Pick<Claim, 'jp' | 'sessions'>, language: Language): string => {
  if (jp !== null) return formatNumber(jp, language)
  return sessions === null ? '–' : `${formatNumber(sessions, language)} ${messages[language].sessions.toLowerCase()}`
}

/** What was claimed, line by line. */
export function claimFacts(claim: Claim, language: Language): { label: string; value: string }[] {
  const m = messages[language]
  const lines: [string, string | null][] = [
    [m.form, claim.form && formWords(claim.form, language)],
    [m.organiser, claim.organiser],
    [m.dates, dateWords(claim, language)],
    [m.jp, claim.jp === null ? null : formatNumber(claim.jp, language)],
    [m.sessions, claim.sessions === null ? null : formatNumber(claim.sessions, language)],
    [m.international, claim.international ? m.yes : null],
    [m.certificateNumber, claim.certificateNumber],
    [m.competency, claim.competency && `${claim.competency.code} ${claim.competency.name}`],
    [m.note, claim.note],
  ]
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** What would be recognised of it, in tenths of a JP, and by which rule. */
export function countFacts({ form, endedOn }: Claim, tenths: number, language: Language): { label: string; value: string }[] {
  const m = verifyMessages[language]
  const law = form && endedOn && conversionText(form, endedOn, language)
  return [
    { label: m.wouldCount, value: m.jpAmount(jpText(tenths, language)) },
    ...(law ? [{ label: m.rule, value: law.rule }] : []),
  ]
}

export const eventLines = ({ events, person }: WholeClaim, language: Language): EventLine[] => {
  const m = messages[language]
  const shown = (value: unknown) => (value === null || value === undefined ? '–' : String(value))
  return events.map((event, key) => ({
    key,
    label: `${m.moves[event.move]} · ${event.by}`,
    value: formatInstant(event.at, language, person.timeZone),
    lines: [
      ...(event.reason ? [event.reason] : []),
      ...(event.corrected?.jp ? [m.correctedJp(shown(event.corrected.jp[0]), shown(event.corrected.jp[1]))] : []),
      ...(event.corrected?.form
        ? [
            m.correctedForm(
              formWords(event.corrected.form[0] as 'kursus', language),
              formWords(event.corrected.form[1] as 'kursus', language),
            ),
          ]
        : []),
    ],
  }))
}

/** `hrefOf`: where the other claim is read; it is led there only who may see it. */
export const flagLines = (flags: readonly FoundFlag[], language: Language, hrefOf: (claimId: number) => string): FlagLine[] =>
  flags.map(flag => ({
    key: flag.kind,
    text: flagSentence(flag, language),
    blocks: flag.blocks,
    href: flag.other?.seen && flag.other.claimId !== null ? hrefOf(flag.other.claimId) : null,
  }))
