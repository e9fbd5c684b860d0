import { formatDate, formatNumber, type Language } from '../../../platform/i18n/index.ts'
import { potentialScale } from '../../../regulation/index.ts'
import { Alert, Badge, ButtonLink, DataTable, Disclosure, type Figure, Figures, LevelDots, Section } from '../../../ui/index.ts'
import { methodLabels } from '../../labels.ts'
import { policyMessages } from '../../policy-messages.ts'
import { aspectLabels } from '../../potential/labels.ts'
import { type PotentialMessages, potentialMessages } from '../../potential/messages.ts'
import { aspects } from '../../potential/rules/potential.ts'
import type { PotentialResult } from '../../potential/store.ts'
import { bandTone, ikkNumber, ikkSentence, shareWords } from '../present.ts'
import type { PersonStanding } from '../rules/weigh.ts'

type Props = {
  language: Language
  today: string
  /** The last day on which a result that holds counts as about to end. */
  soon: string
  standing: PersonStanding<PotentialResult>
  /** Every result of potential that was kept, the newest first. */
  results: readonly PotentialResult[]
  weights: { source: string; verified: boolean }
  /** Null for who may not. */
  recordHref: string | null
  reportHref: string | null
}

function stateOf(m: PotentialMessages, one: PotentialResult, { today, standing }: Props): { text: string; used: boolean } {
  if (one.replaced) return { text: m.replaced(one.replacedWhy ?? ''), used: false }
  if (standing.spoken.some(spoken => spoken.id === one.id)) return { text: m.used, used: true }
  if (one.assessedOn > today) return { text: m.future, used: false }
  return { text: one.validUntil < today ? m.expired : m.older, used: false }
}

function figuresOf(m: PotentialMessages, { standing, language, today }: Props): Figure[] {
  const { ikk, potential, competency } = standing
  return [
    ikk
      ? {
          label: m.ikk,
          value: ikkNumber(ikk.value, language, today),
          detail: policyMessages[language].bands[ikk.band],
          tone: bandTone[ikk.band],
        }
      : { label: m.ikk, value: '–', detail: m.ikkUnknown },
    {
      label: m.potential,
      value: shareWords(potential, language),
      detail: potential
        ? m.potentialDetail(formatNumber(potential.held, language), formatNumber(potential.of, language))
        : undefined,
    },
    { label: m.competency, value: shareWords(competency, language) },
  ]
}

function Aspects({ m, language, standing, today }: Props & { m: PotentialMessages }) {
  const { highest } = potentialScale.at(today).value
  const missing = aspects.filter(aspect => !standing.spoken.some(one => one.aspect === aspect))
  return (
    <>
      <DataTable<PotentialResult>
        caption={m.scores}
        captionVisible
        compact
        rows={standing.spoken}
        rowKey={row => row.id}
        empty=""
        columns={[
          { key: 'aspect', header: m.aspect, primary: true, cell: row => aspectLabels[language][row.aspect] },
          {
            key: 'dots',
            header: m.score,
            cell: row => <LevelDots value={row.score} of={0} max={highest} label={m.of(row.score, highest)} />,
          },
          { key: 'score', header: m.result, nowrap: true, cell: row => m.of(row.score, highest) },
        ]}
      />
      {missing.length > 0 && <p class="text-muted">{m.unassessed(missing.map(one => aspectLabels[language][one]).join(', '))}</p>}
    </>
  )
}

const AllResults = ({ m, ...props }: Props & { m: PotentialMessages }) => {
  const { language, results } = props
  return (
    <Disclosure summary={m.allResults(formatNumber(results.length, language))}>
      <DataTable<PotentialResult>
        caption={m.allResults(formatNumber(results.length, language))}
        rows={results}
        rowKey={row => row.id}
        empty={m.none}
        columns={[
          { key: 'aspect', header: m.aspect, primary: true, cell: row => aspectLabels[language][row.aspect] },
          { key: 'score', header: m.score, align: 'right', cell: row => row.score },
          { key: 'method', header: m.method, cell: row => methodLabels[language][row.method] ?? row.method },
          { key: 'assessor', header: m.assessor, cell: row => row.assessor ?? '–' },
          { key: 'on', header: m.assessedOn, cell: row => formatDate(row.assessedOn, language) },
          { key: 'until', header: m.validUntil, cell: row => formatDate(row.validUntil, language) },
          {
            key: 'state',
            header: m.state,
            cell: row => {
              const { text, used } = stateOf(m, row, props)
              return <Badge tone={used ? 'ok' : text === m.expired ? 'warn' : 'neutral'}>{text}</Badge>
            },
          },
        ]}
      />
    </Disclosure>
  )
}

/** On the page of a person: the aspects of potential, and the gap index with what it is made of. */
export function StandingSection(props: Props) {
  const { language, today, soon, standing, results, weights, recordHref, reportHref } = props
  const m = potentialMessages[language]
  const until = standing.spoken.map(one => one.validUntil).sort()[0] ?? null
  const links = (recordHref || reportHref) && (
    <>
      {reportHref && (
        <ButtonLink href={reportHref} icon="file">
          {m.report}
        </ButtonLink>
      )}
      {recordHref && (
        <ButtonLink href={recordHref} tone="ghost" icon="plus">
          {m.record}
        </ButtonLink>
      )}
    </>
  )
  return (
    <Section id="potensi" title={m.section} lead={m.sectionLead} actions={links || undefined}>
      <div class="grid grid-cols-1 gap-4">
        {(standing.ikk !== null || standing.potential !== null) && <Figures items={figuresOf(m, props)} />}
        <p>{ikkSentence(standing, language, today)}</p>
        {standing.ikk && (
          <p class="text-muted">
            {m.ikkRule(weights.source)} {!weights.verified && <Badge tone="warn">{m.unverified}</Badge>}
          </p>
        )}
        {until !== null && until <= soon && <Alert tone="warn">{m.expiresSoon(formatDate(until, language))}</Alert>}
        {standing.spoken.length > 0 && <Aspects {...props} m={m} />}
        {until !== null && until > soon && <p class="text-muted">{m.until(formatDate(until, language))}</p>}
        {standing.spoken.length === 0 && results.some(one => !one.replaced) && <Alert tone="warn">{m.allExpired}</Alert>}
        {results.length > 0 && <AllResults {...props} m={m} />}
      </div>
    </Section>
  )
}
