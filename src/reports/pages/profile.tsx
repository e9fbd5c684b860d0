import type { ComponentChildren } from 'preact'
import { radarChart } from '../../platform/charts/index.ts'
import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { pillars } from '../../regulation/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import {
  Alert,
  Badge,
  ButtonLink,
  Chart,
  DataTable,
  EmptyState,
  Facts,
  Figures,
  KeyFigure,
  LevelDots,
  PageHeader,
  Section,
} from '../../ui/index.ts'
import type { ReportMessages } from '../messages.ts'
import type { Profile } from '../profile.ts'
import { Dossier } from './dossier.tsx'

type Props = {
  m: ReportMessages
  language: Language
  profile: Profile
  own: boolean
  title: string
  /** What is known of the person's performance; null for who may not see it. */
  performance: ComponentChildren
  /** Potential and the gap index; null for who may not see levels. */
  standing: ComponentChildren
  /** Training not held and the post aimed at, for who may read them. */
  needs: ComponentChildren
  /** What was learned, with its JP. */
  learning: ComponentChildren
  /** What passed learning was taken for. */
  evidence: ComponentChildren
  /** What moved the radar lately, and why. */
  risen: { words: string; why: string }[]
  /** What waits for the person; only on one's own page. */
  tasks: ComponentChildren
  /** For who may write down results of the person. */
  recordHref: string | null
  /** For who may move the person into another post. */
  transferHref: string | null
  /** The AKD of the person, for who may read it. */
  akdHref: string | null
}
type Gap = Profile['gaps'][number]

function Verdict({ m, gap }: { m: ReportMessages; gap: Gap }) {
  if (gap.held === null) return <Badge tone="neutral">{m.notAssessed}</Badge>
  if (gap.held < gap.required) return <Badge tone="warn">{m.below(gap.required - gap.held)}</Badge>
  return <Badge tone="ok">{gap.held > gap.required ? m.above : m.met}</Badge>
}

const GapTable = ({ m, gaps, max, caption }: { m: ReportMessages; gaps: Gap[]; max: number; caption: string }) => (
  <DataTable<Gap>
    caption={caption}
    captionVisible
    rows={gaps}
    rowKey={row => row.code}
    empty=""
    columns={[
      { key: 'name', header: m.competency, primary: true, cell: row => <a href={`/kamus/${row.code}`}>{row.name}</a> },
      {
        key: 'dots',
        header: m.level,
        cell: row => (
          <LevelDots
            value={row.held}
            of={row.required}
            max={max}
            label={`${m.held} ${row.held ?? m.notAssessed}, ${m.standard} ${row.required}`}
          />
        ),
      },
      { key: 'required', header: m.standard, align: 'right', secondary: true, cell: row => row.required },
      { key: 'held', header: m.held, align: 'right', secondary: true, cell: row => row.held ?? '–' },
      { key: 'verdict', header: m.gap, cell: row => <Verdict m={m} gap={row} /> },
    ]}
  />
)

function Next({ m, profile, own }: { m: ReportMessages; profile: Profile; own: boolean }) {
  const { next, figures } = profile
  return (
    <Section title={m.nextTitle}>
      <ol class="grid gap-4">
        {next.map(step => (
          <li key={step.name}>
            <strong>{m.nextGap(step.name, step.from, step.to)}</strong>
            {step.demand && (
              <p class="text-muted">
                {m.nextWhat} {step.demand}
              </p>
            )}
          </li>
        ))}
        {next.length === 0 && figures.assessed > 0 && <li>{m.nextNone}</li>}
        {figures.notAssessed > 0 && <li>{m.nextAssess}</li>}
      </ol>
      {next.length > 0 && (
        <p>
          <ButtonLink href={own ? '/belajar/untuk-saya' : `/pegawai/${profile.person.pegawaiId}/belajar`} icon="book">
            {m.nextLearn}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

function Match({ m, profile, language }: { m: ReportMessages; profile: Profile; language: Language }) {
  const { match } = profile
  if (match.percent === null) return null
  return (
    <Section title={m.jpm} lead={m.jpmCapNote(m.caps[match.cap], profile.match.basis)}>
      <Figures
        items={[
          {
            label: m.jpm,
            value: `${formatNumber(match.percent, language, 2)} %`,
            detail: m.jpmDetail(match.held, match.required),
          },
        ]}
      />
      <Facts
        items={match.categories.map(one => ({
          label: m.purposes[one.purpose],
          value: one.category ? m.categories[one.category] : '–',
        }))}
      />
    </Section>
  )
}

/** One person: the figure, the radar against the standard, the gaps by pillar, what next; then the dossier. */
export function ProfilePage(props: Props) {
  const {
    m,
    language,
    profile,
    own,
    title,
    performance,
    learning,
    evidence,
    risen,
    standing,
    needs,
    tasks,
    recordHref,
    transferHref,
    akdHref,
  } = props
  const { person, gaps, figures } = profile
  const header = (
    <PageHeader
      title={title}
      eyebrow={own ? person.jabatan?.name : undefined}
      lead={own ? person.unit.path.join(' › ') : `${person.jabatan?.name ?? '–'} · ${person.unit.path.join(' › ')}`}
      actions={
        <>
          {person.jabatan && (
            <ButtonLink href={`/standar/${person.jabatan.id}`} icon="list">
              {own ? m.myStandard : m.standard}
            </ButtonLink>
          )}
          {akdHref && (
            <ButtonLink href={akdHref} icon="file">
              {m.akd}
            </ButtonLink>
          )}
          {recordHref && (
            <ButtonLink href={recordHref} icon="plus">
              {m.recordResult}
            </ButtonLink>
          )}
          {transferHref && (
            <ButtonLink href={transferHref} tone="ghost">
              {m.transfer}
            </ButtonLink>
          )}
        </>
      }
    />
  )
  if (gaps.length === 0) {
    return (
      <>
        {header}
        {tasks}
        <EmptyState title={m.profileTitle}>
          {profile.levelsHidden ? m.levelsHidden : person.jabatan ? m.noResults : m.noJabatan}
        </EmptyState>
        {needs}
        {standing}
        {performance}
        {learning}
        {evidence}
        <Dossier m={m} profile={profile} language={language} />
      </>
    )
  }
  const radar = gaps.filter(row => row.pillar === 'manajerial' || row.pillar === 'sosial_kultural')
  return (
    <>
      {header}
      <KeyFigure
        value={m.metFigure(formatNumber(figures.met, language), formatNumber(figures.assessed, language))}
        label={m.metLabel}
        sentence={figures.assessed === 0 ? m.noResults : m.metSentence(figures.gaps, figures.notAssessed)}
        tone={figures.assessed === 0 ? 'info' : figures.gaps === 0 ? 'ok' : 'warn'}
      />
      {tasks}
      {profile.expiresSoon && profile.validUntil && (
        <Alert tone="warn" title={m.validUntil}>
          {m.expiring(formatDate(profile.validUntil, language))}
        </Alert>
      )}
      <Next m={m} profile={profile} own={own} />
      <Section
        title={own ? m.gapsTitle : m.gapsOf}
        lead={profile.validUntil && !profile.expiresSoon ? m.validity(formatDate(profile.validUntil, language)) : undefined}
      >
        {risen.length > 0 && (
          <div class="grid gap-3 mb-6">
            {risen.map(one => (
              <Alert key={one.words} tone="ok" title={one.words}>
                {one.why}
              </Alert>
            ))}
          </div>
        )}
        {figures.assessed > 0 && radar.length > 2 && (
          <Chart
            svg={radarChart({
              title: m.radarTitle,
              description: m.radarDescription(person.jabatan?.name ?? ''),
              max: profile.maxLevel,
              axes: radar.map(row => ({ label: row.name, standard: row.required, held: row.held })),
              legend: { standard: m.standard, held: m.held, unassessed: m.notAssessed },
            })}
            tableLabel={m.radarTitle}
            table={<GapTable m={m} gaps={radar} max={profile.maxLevel} caption={m.radarTitle} />}
          />
        )}
        {pillars.map(pillar => {
          const rows = gaps.filter(row => row.pillar === pillar)
          return (
            rows.length > 0 && (
              <GapTable key={pillar} m={m} gaps={rows} max={profile.maxLevel} caption={pillarLabels[language][pillar]} />
            )
          )
        })}
        <p>
          <ButtonLink href={own ? '/saya/mengapa' : `/pegawai/${person.pegawaiId}/mengapa`} icon="help">
            {m.whyLink}
          </ButtonLink>
        </p>
      </Section>
      {needs}
      <Match m={m} profile={profile} language={language} />
      {standing}
      {performance}
      {learning}
      {evidence}
      <Dossier m={m} profile={profile} language={language} />
    </>
  )
}
