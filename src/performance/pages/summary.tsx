import type { Language } from '../../platform/i18n/index.ts'
import { Badge, ButtonLink, Section } from '../../ui/index.ts'
import { performanceLabels } from '../labels.ts'
import { messages } from '../messages.ts'
import { periodWords, predicateTone } from '../present.ts'
import type { LatestRating } from '../store/ratings.ts'

/** The predicate that counts now, on the page of a person, with the way to the rest. */
export function PerformanceSummary({
  language,
  rating,
  own,
  href,
}: {
  language: Language
  rating: LatestRating
  own: boolean
  href: string
}) {
  const m = messages[language]
  const { year, kind, number, predicate } = rating
  return (
    <Section title={m.performance} actions={<ButtonLink href={href}>{m.seeHistory}</ButtonLink>}>
      {year === null || kind === null || number === null ? (
        <p class="text-muted">{own ? m.noneMine : m.noneWhat}</p>
      ) : (
        <p>
          <Badge tone={predicate ? predicateTone[predicate] : 'neutral'}>
            {predicate ? performanceLabels[language].predicate[predicate] : m.unknownPredicate}
          </Badge>{' '}
          {m.latestOnly(periodWords({ year, kind, number }, language))}
        </p>
      )}
    </Section>
  )
}
