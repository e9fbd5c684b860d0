import type { ComponentChildren } from 'preact'
import {
  Alert,
  ButtonLink,
  DataTable,
  Disclosure,
  EmptyState,
  type Figure,
  Figures,
  FilterBar,
  HiddenField,
  KeyFigure,
  PageHeader,
  PostButton,
  Section,
  SelectField,
  Tabs,
  TextField,
  type Tone,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { ShareView } from '../present.ts'
import { Shares } from './shares.tsx'

export type RecordCells = {
  id: number
  href: string
  name: string
  form: string
  days: string
  claimed: string
  recognised: string
  why: string
}
export type WithdrawnCells = { id: number; href: string; name: string; days: string; why: string; by: string }
type Link = { href: string; label: string }

type Props = {
  m: Messages
  title: string
  eyebrow: string | null
  lead: string
  tabs: Parameters<typeof Tabs>[0] | null
  /** The button that issues the year as a document; null: not for who looks, or of another day. */
  issue: { action: string; label: string; year: number } | null
  exportHref: string | null
  /** Words where the page shows another day than today, and the way back. */
  asOf: { notice: string; tone: Tone; href: string } | null
  figure: { value: string; unit: string; label: string; sentence: string; tone: Tone; actions: Link[] }
  figures: Figure[]
  warnings: string[]
  shares: ShareView[]
  expected: { id: number; name: string; ends: string; adds: string }[]
  learnedTitle: string
  records: RecordCells[]
  empty: { title: string; text: string; actions: Link[] }
  withdrawn: { title: string; rows: WithdrawnCells[] } | null
  year: { action: string; value: number; choices: { value: number; label: string }[]; day: string }
}

const Links = ({ links }: { links: Link[] }): ComponentChildren =>
  links.length === 0
    ? null
    : links.map((link, index) => (
        <ButtonLink key={link.href} href={link.href} tone={index === 0 ? 'primary' : 'neutral'}>
          {link.label}
        </ButtonLink>
      ))

const Records = ({ m, records, learnedTitle }: Pick<Props, 'm' | 'records' | 'learnedTitle'>) => (
  <DataTable<RecordCells>
    caption={learnedTitle}
    rows={records}
    rowKey={row => row.id}
    rowHref={row => row.href}
    empty=""
    columns={[
      {
        key: 'name',
        header: m.name,
        primary: true,
        cell: row => (
          <>
            {row.name} <small class="cell-detail">{row.form}</small>
          </>
        ),
      },
      { key: 'when', header: m.when, cell: row => row.days },
      { key: 'claimed', header: m.claimed, align: 'right', cell: row => row.claimed },
      { key: 'recognised', header: m.recognised, align: 'right', cell: row => <strong>{row.recognised}</strong> },
      { key: 'why', header: m.why, long: true, cell: row => row.why || m.whole },
    ]}
  />
)

const Withdrawn = ({ m, title, rows }: { m: Messages; title: string; rows: WithdrawnCells[] }) => (
  <Disclosure summary={title}>
    <DataTable<WithdrawnCells>
      caption={title}
      rows={rows}
      rowKey={row => row.id}
      rowHref={row => row.href}
      empty=""
      columns={[
        { key: 'name', header: m.name, primary: true, cell: row => row.name },
        { key: 'when', header: m.when, cell: row => row.days },
        { key: 'why', header: m.withdrawnWhy, long: true, cell: row => row.why },
        { key: 'by', header: m.source, cell: row => row.by },
      ]}
    />
  </Disclosure>
)

const Expected = ({ m, expected }: Pick<Props, 'm' | 'expected'>) => (
  <Section title={m.expectedTitle}>
    <DataTable<Props['expected'][number]>
      caption={m.expectedTitle}
      rows={expected}
      rowKey={row => row.id}
      empty=""
      compact
      columns={[
        { key: 'name', header: m.course, primary: true, cell: row => row.name },
        { key: 'ends', header: m.endsOn, cell: row => row.ends },
        { key: 'adds', header: m.adds, align: 'right', cell: row => row.adds },
      ]}
    />
  </Section>
)

/** One person's JP: the figure of a year, what is missing and what to do, then every record with its reason. */
export function JpPersonPage(props: Props) {
  const { m, figure, asOf, withdrawn, year } = props
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.eyebrow} lead={props.lead} />
      {props.tabs && <Tabs {...props.tabs} />}
      {asOf && (
        <Alert tone={asOf.tone}>
          <p>
            {asOf.notice} <a href={asOf.href}>{m.toNow}</a>
          </p>
        </Alert>
      )}
      <KeyFigure
        value={figure.value}
        unit={figure.unit}
        label={figure.label}
        sentence={figure.sentence}
        tone={figure.tone}
        action={figure.actions.length > 0 && <Links links={figure.actions} />}
      />
      {props.warnings.length > 0 && (
        <Alert tone="warn" title={m.warnings}>
          {props.warnings.map(warning => (
            <p key={warning}>{warning}</p>
          ))}
        </Alert>
      )}
      {props.figures.length > 0 && <Figures items={props.figures} />}
      {props.expected.length > 0 && <Expected m={m} expected={props.expected} />}
      <Section
        title={props.learnedTitle}
        actions={
          <>
            {props.issue && (
              <PostButton
                action={props.issue.action}
                label={props.issue.label}
                fields={{ tahun: String(props.issue.year) }}
                icon="file"
              />
            )}
            {props.exportHref && (
              <ButtonLink href={props.exportHref} icon="download" download>
                {m.download}
              </ButtonLink>
            )}
          </>
        }
      >
        <FilterBar action={year.action} submit={m.show} autosubmit>
          {year.day !== '' && <HiddenField name="pada" value={year.day} />}
          <SelectField label={m.year} name="tahun" value={year.value} options={year.choices} />
        </FilterBar>
        {props.records.length > 0 ? (
          <Records m={m} records={props.records} learnedTitle={props.learnedTitle} />
        ) : (
          <EmptyState title={props.empty.title} action={<Links links={props.empty.actions} />}>
            {props.empty.text}
          </EmptyState>
        )}
      </Section>
      <Shares m={m} shares={props.shares} />
      {withdrawn && <Withdrawn m={m} {...withdrawn} />}
      <Disclosure summary={m.asOfTitle}>
        <p class="text-muted">{m.asOfLead}</p>
        <FilterBar action={year.action} submit={m.show}>
          <TextField label={m.asOfField} name="pada" type="date" value={year.day} />
        </FilterBar>
      </Disclosure>
    </>
  )
}
