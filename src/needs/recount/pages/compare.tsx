import {
  Alert,
  ButtonLink,
  DataTable,
  EmptyState,
  type Figure,
  Figures,
  FilterBar,
  KeyFigure,
  PageHeader,
  SavedViews,
  type SavedViewsProps,
  Section,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'
import { type CauseView, Competencies, type CompetencyView, Why } from './compare-why.tsx'
import { Ask, Failed, MadeAt, Working, type WorkingProps } from './working.tsx'

export type MadeView = {
  figure: { value: string; label: string; sentence: string }
  figures: Figure[]
  madeAt: string
  stale: boolean
  causes: CauseView[]
  competencies: CompetencyView[]
  peopleHref: string | null
  exportHref: string
  /** What the costs rest on; null where none are shown. */
  costNote: { text: string; href: string | null; link: string } | null
  rowsGone: boolean
}

export type CompareProps = {
  m: RecountMessages
  views: SavedViewsProps
  values: { instansi: string; from: string; until: string }
  today: string
  errors: { field: string; message: string }[]
  choices: { value: string; label: string }[]
  shortcuts: { href: string; label: string; current: boolean }[]
  working: WorkingProps | null
  failed: { title: string; words: string } | null
  made: MadeView | null
  /** What stands where nothing is made yet: how many people there are. */
  notYet: string | null
  last: { href: string; days: string; gaps: string; at: string }[]
  mayNames: boolean
  format: (value: number) => string
}

const askOf = ({ values }: CompareProps) => ({
  action: '/kesenjangan/banding',
  fields: { instansi: values.instansi, dari: values.from, sampai: values.until },
})

const Choose = ({ m, values, today, errors, choices, shortcuts }: CompareProps) => {
  const errorOf = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <nav class="see-also" aria-label={m.shortcuts}>
        <ul>
          {shortcuts.map(one => (
            <li key={one.href}>
              <a href={one.href} aria-current={one.current ? 'true' : undefined}>
                {one.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FilterBar action="/kesenjangan/banding" submit={m.show}>
        {choices.length > 1 && <SelectField label={m.instansi} name="instansi" value={values.instansi} options={choices} />}
        <TextField label={m.from} name="dari" type="date" value={values.from} max={today} error={errorOf('dari')} required />
        <TextField
          label={m.until}
          name="sampai"
          type="date"
          value={values.until}
          max={today}
          error={errorOf('sampai')}
          required
        />
      </FilterBar>
    </>
  )
}

function Made(props: CompareProps & { made: MadeView }) {
  const { m, made, mayNames, format } = props
  return (
    <>
      <KeyFigure
        value={made.figure.value}
        unit={m.gaps}
        label={made.figure.label}
        sentence={made.figure.sentence}
        action={
          made.peopleHref && (
            <ButtonLink href={made.peopleHref} tone="primary" icon="people">
              {m.seePeople}
            </ButtonLink>
          )
        }
      />
      <Figures items={made.figures} />
      {made.costNote && (
        <p class="section-lead">
          {made.costNote.text} {made.costNote.href && <a href={made.costNote.href}>{made.costNote.link}</a>}
        </p>
      )}
      <Why m={m} causes={made.causes} format={format} />
      <Competencies m={m} competencies={made.competencies} />
      <MadeAt m={m} made={made} {...askOf(props)}>
        {made.rowsGone && <p>{m.rowsGone}</p>}
        {!mayNames && <p>{m.noNames}</p>}
      </MadeAt>
    </>
  )
}

export function ComparePage(props: CompareProps) {
  const { m, made, working, failed, last } = props
  return (
    <>
      <PageHeader
        title={m.compare}
        lead={m.compareLead}
        actions={
          made && (
            <ButtonLink href={made.exportHref} icon="download" download>
              {m.export}
            </ButtonLink>
          )
        }
      />
      {props.errors.length > 0 && (
        <Alert tone="bad" title={m.formErrors}>
          <ul>
            {props.errors.map(error => (
              <li key={error.field}>{error.message}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Choose {...props} />
      <SavedViews {...props.views} />
      {working && <Working {...working} />}
      {failed && <Failed m={m} {...failed} {...askOf(props)} />}
      {made && working && <p class="section-lead">{m.older}</p>}
      {made && <Made {...props} made={made} />}
      {props.notYet && (
        <EmptyState title={m.notYetTitle} action={<Ask {...askOf(props)} label={m.work} />}>
          {props.notYet}
        </EmptyState>
      )}
      {last.length > 0 && (
        <Section title={m.lastTitle}>
          <DataTable<CompareProps['last'][number]>
            caption={m.lastTitle}
            compact
            rows={last}
            rowKey={row => row.href}
            rowHref={row => row.href}
            empty={m.lastNone}
            columns={[
              { key: 'days', header: m.days, primary: true, cell: row => row.days },
              { key: 'gaps', header: m.cardGaps, cell: row => row.gaps, nowrap: true },
              { key: 'at', header: m.madeOn, cell: row => row.at },
            ]}
          />
        </Section>
      )}
    </>
  )
}
