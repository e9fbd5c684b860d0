import { ikkSentence, methodLabels } from '../../assessment/index.ts'
import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import {
  Badge,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  KeyFigure,
  LevelDots,
  PageHeader,
  Section,
} from '../../ui/index.ts'
import type { Told, Why } from '../why.ts'
import type { WhyMessages } from '../why-messages.ts'

type Props = {
  m: WhyMessages
  language: Language
  why: Why
  own: boolean
  ruleName: string
  ruleHelp: string
  ruleHref: string
  maxLevel: number
}

/** One sentence on the level that counts. */
function heldSentence(m: WhyMessages, language: Language, told: Told, atLeast: number): string {
  const { chosen, held, results } = told
  const day = (date: string) => formatDate(date, language)
  if (!chosen) {
    if (results.length === 0) return m.heldNone
    return results.some(one => one.fate === 'unconfirmed') ? m.heldUnconfirmed(atLeast) : m.heldNotCounted
  }
  if (held === null) return m.heldExpired(chosen.level, day(chosen.validUntil))
  const many = formatNumber(chosen.ids.length, language)
  const how = chosen.value
    ? m.heldMean(chosen.level, formatNumber(chosen.value.n / chosen.value.d, language, 2), many)
    : chosen.method
      ? m.heldOne(chosen.level, methodLabels[language][chosen.method], day(chosen.assessedOn))
      : m.heldConfirmed(chosen.level, many)
  return `${how} ${m.validUntil(day(chosen.validUntil))}`
}

function Results({ m, language, told, own }: { m: WhyMessages; language: Language; told: Told; own: boolean }) {
  type Row = Told['results'][number]
  const detail = (row: Row) =>
    [row.via && m.via(row.via.code, row.via.level), row.raters > 1 && m.raters(formatNumber(row.raters, language))].filter(
      Boolean,
    )
  return (
    <Disclosure summary={m.resultsTitle(formatNumber(told.results.length, language))}>
      <DataTable<Row>
        caption={m.resultsTitle(formatNumber(told.results.length, language))}
        rows={told.results}
        rowKey={row => row.id}
        empty={m.heldNone}
        columns={[
          {
            key: 'method',
            header: m.method,
            primary: true,
            cell: row => (
              <>
                {methodLabels[language][row.method]}
                {detail(row).length > 0 && <small> ({detail(row).join('; ')})</small>}
                {row.requiredThen !== null && (
                  <small class="cell-detail">
                    {row.standardId === null ? (
                      m.requiredThen(row.requiredThen)
                    ) : (
                      <a href={`/standar/versi/${row.standardId}`}>{m.requiredThen(row.requiredThen)}</a>
                    )}
                  </small>
                )}
              </>
            ),
          },
          { key: 'level', header: m.level, align: 'right', cell: row => row.level },
          { key: 'on', header: m.assessedOn, cell: row => formatDate(row.assessedOn, language) },
          { key: 'until', header: m.until, cell: row => formatDate(row.validUntil, language) },
          { key: 'assessor', header: m.assessor, cell: row => row.assessor ?? '–' },
          {
            key: 'fate',
            header: m.fate,
            cell: row => (
              <>
                <Badge tone={row.fate === 'used' ? 'ok' : 'neutral'}>{m.fates[row.fate]}</Badge>
                {row.replacedWhy && <small> {m.replacedBy(row.replacedWhy)}</small>}
                {own && row.fate === 'used' && (
                  <>
                    {' '}
                    <a href={`/saya/hasil/${row.id}/keberatan`}>{m.appeal}</a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Disclosure>
  )
}

/** One competency: asked, held, why, and everything that was ever found. */
function Competency({
  m,
  language,
  told,
  atLeast,
  maxLevel,
  own,
}: {
  own: boolean
  m: WhyMessages
  language: Language
  told: Told
  atLeast: number
  maxLevel: number
}) {
  const { requirement, held, gap } = told
  const name = language === 'en' ? (requirement.nameEn ?? requirement.name) : requirement.name
  return (
    <Section title={`${requirement.code} ${name}`}>
      <p class="mb-2">
        <LevelDots value={held} of={requirement.level} max={maxLevel} label={`${held ?? '–'} / ${requirement.level}`} />{' '}
        <Badge tone={gap === null ? 'info' : gap > 0 ? 'warn' : 'ok'}>
          {gap === null ? m.gapUnknown : gap > 0 ? m.gapOf(gap) : m.gapNone}
        </Badge>
      </p>
      <p>{heldSentence(m, language, told, atLeast)}</p>
      <p>
        {m.asks(requirement.level)} {m.basis(m.asksBy[requirement.origin], requirement.legalBasis ?? '–')}{' '}
        {!requirement.verified && <Badge tone="warn">{m.unverified}</Badge>}
      </p>
      {told.results.length > 0 && <Results m={m} language={language} told={told} own={own} />}
    </Section>
  )
}

export function WhyPage({ m, language, why, own, ruleName, ruleHelp, ruleHref, maxLevel }: Props) {
  const { person, competencies, policy } = why
  const header = <PageHeader title={own ? m.title : m.titleOf(person.name)} lead={m.lead} />
  if (competencies.length === 0) {
    return (
      <>
        {header}
        <EmptyState title={m.noJabatan}>{m.noJabatanWhat}</EmptyState>
      </>
    )
  }
  const met = competencies.filter(one => one.gap === 0).length
  const unknown = competencies.filter(one => one.gap === null).length
  const number = (n: number) => formatNumber(n, language)
  return (
    <>
      {header}
      <KeyFigure
        value={`${number(met)}/${number(competencies.length)}`}
        label={m.figureLabel}
        sentence={[m.figure(number(met), number(competencies.length)), unknown > 0 && m.unknown(number(unknown))]
          .filter(Boolean)
          .join(' ')}
      />
      <Section title={m.ruleTitle}>
        <p>
          <strong>{ruleName}.</strong> {ruleHelp}
        </p>
        <p>
          {policy.activeFrom ? `${policy.source}, ${m.ruleSince(formatDate(policy.activeFrom, language))}` : m.ruleShipped}{' '}
          {!policy.verified && <Badge tone="warn">{m.unverified}</Badge>}
        </p>
        <ButtonLink href={ruleHref} tone="ghost">
          {m.ruleLink}
        </ButtonLink>
      </Section>
      <Section title={m.ikkTitle}>
        <p>{ikkSentence(why.standing, language, why.today)}</p>
        <ButtonLink href={`${own ? '/saya' : `/pegawai/${person.pegawaiId}`}#potensi`} tone="ghost">
          {m.ikkLink}
        </ButtonLink>
      </Section>
      {own && (
        <Section title={m.appealTitle}>
          <p>{m.appealHow}</p>
          <ButtonLink href="/keberatan" tone="ghost">
            {m.appealFollow}
          </ButtonLink>
        </Section>
      )}
      {competencies.map(told => (
        <Competency
          own={own}
          key={told.requirement.competencyId}
          m={m}
          language={language}
          told={told}
          atLeast={why.choice.atLeast}
          maxLevel={maxLevel}
        />
      ))}
    </>
  )
}
