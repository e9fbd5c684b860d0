import type { ComponentChildren } from 'preact'
import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  FilterBar,
  Form,
  FormActions,
  KeyFigure,
  PostButton,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type CheckRow = { label: string; done: boolean; words: string; next: { href: string; label: string } | null }
type BehindRow = { pegawaiId: number; name: string; instansi: string; lessons: string }
type Props = {
  m: Messages
  figure: { value: string; sentence: string; tone: Tone }
  checks: CheckRow[]
  preview: string
  /** Who has not done the lessons that must be done. */
  behind: BehindRow[]
  /** Null: not yet, or not by this actor. */
  closeAction: string | null
  entrust: { action: string; options: { value: number; label: string }[] } | null
  noRemedy: boolean
}

export const ClosingPage = (props: Props): ComponentChildren => {
  const { m, figure, checks, entrust } = props
  return (
    <>
      <KeyFigure
        label={m.figure}
        value={figure.value}
        sentence={figure.sentence}
        tone={figure.tone}
        action={
          props.closeAction && (
            <PostButton action={props.closeAction} label={m.close} tone="primary" confirm={m.closeConfirm} icon="check" />
          )
        }
      />
      <Section title={m.checksTitle} lead={`${m.preview}: ${props.preview}`}>
        <DataTable<CheckRow>
          caption={m.checksTitle}
          rows={checks}
          rowKey={row => row.label}
          empty=""
          columns={[
            { key: 'label', header: m.check, primary: true, cell: row => row.label },
            {
              key: 'state',
              header: m.state,
              long: true,
              cell: row => (
                <Badge tone={row.done ? 'ok' : 'warn'} icon={row.done ? 'check' : 'alert'}>
                  {row.words}
                </Badge>
              ),
            },
            { key: 'next', header: m.next, cell: row => row.next && <a href={row.next.href}>{row.next.label}</a> },
          ]}
        />
      </Section>
      {props.behind.length > 0 && (
        <Section title={m.behind(String(props.behind.length))} lead={m.behindLead}>
          <DataTable<BehindRow>
            caption={m.behind(String(props.behind.length))}
            rows={props.behind}
            rowKey={row => row.pegawaiId}
            empty=""
            compact
            columns={[
              { key: 'name', header: m.name, primary: true, cell: row => row.name },
              { key: 'instansi', header: m.instansi, cell: row => row.instansi },
              { key: 'lessons', header: m.lessons, nowrap: true, cell: row => row.lessons },
            ]}
          />
        </Section>
      )}
      {props.noRemedy && <p>{m.noRemedy}</p>}
      {entrust && (
        <Section title={m.entrustTitle} lead={m.entrustLead}>
          <Form action={entrust.action}>
            <SelectField label={m.entrustTo} name="lembaga" options={entrust.options} />
            <FormActions>
              <Button tone="neutral">{m.entrust}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </>
  )
}

type ResultRow = {
  pegawaiId: number
  name: string
  nip: string
  instansi: string
  outcome: { label: string; tone: Tone }
  final: string
  changed: string
}
type ClosedProps = {
  m: Messages
  figure: { value: string; sentence: string }
  rows: ResultRow[]
  action: string
  values: { q: string; saring: string }
  correctHref: ((pegawaiId: number) => string) | null
}

export const ClosedPage = ({ m, figure, rows, action, values, correctHref }: ClosedProps) => (
  <>
    <KeyFigure label={m.figureClosed} value={figure.value} sentence={figure.sentence} tone="ok" />
    <Section title={m.results} lead={m.resultsLead}>
      <FilterBar action={action} submit={m.apply} autosubmit>
        <TextField label={m.search} name="q" value={values.q} type="search" />
        <SelectField
          label={m.filter}
          name="saring"
          value={values.saring}
          options={[
            { value: '', label: m.all },
            { value: 'gagal', label: m.onlyFailed },
            { value: 'koreksi', label: m.onlyCorrected },
          ]}
        />
      </FilterBar>
      <DataTable<ResultRow>
        caption={m.results}
        rows={rows}
        rowKey={row => row.pegawaiId}
        rowHref={correctHref ? row => correctHref(row.pegawaiId) : undefined}
        empty={m.noMatch}
        compact
        columns={[
          {
            key: 'name',
            header: m.name,
            primary: true,
            cell: row => (
              <>
                {row.name} <small class="cell-detail">{row.nip}</small>
              </>
            ),
          },
          { key: 'instansi', header: m.instansi, cell: row => row.instansi },
          { key: 'outcome', header: m.outcome, cell: row => <Badge tone={row.outcome.tone}>{row.outcome.label}</Badge> },
          { key: 'final', header: m.final, align: 'right', cell: row => row.final },
          { key: 'changed', header: m.changed, long: true, cell: row => row.changed },
        ]}
      />
    </Section>
  </>
)

type CorrectionProps = {
  m: Messages
  title: string
  now: string
  action: string
  backHref: string
  scores: { name: string; label: string; value: string }[]
  sessions: { name: string; label: string; value: string }[]
  states: { value: string; label: string }[]
  reason: string
  errors: { field: string; message: string }[]
}

export const CorrectionPage = (props: CorrectionProps) => {
  const { m, errors } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <Section title={props.title} lead={m.correctLead}>
      <p>
        {m.now}: <strong>{props.now}</strong>
      </p>
      <Form action={props.action} errors={errors} errorTitle={m.errorTitle}>
        {props.scores.map(one => (
          <TextField
            key={one.name}
            label={one.label}
            name={one.name}
            value={one.value}
            inputmode="decimal"
            maxlength={6}
            error={error(one.name)}
          />
        ))}
        {props.sessions.map(one => (
          <SelectField key={one.name} label={one.label} name={one.name} value={one.value} options={props.states} />
        ))}
        <TextField
          label={m.reason}
          name="alasan"
          value={props.reason}
          maxlength={300}
          help={m.reasonHelp}
          error={error('alasan')}
        />
        <FormActions>
          <Button>{m.save}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  )
}
