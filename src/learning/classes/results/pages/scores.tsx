import {
  Alert,
  Badge,
  Button,
  Disclosure,
  FileField,
  FilterBar,
  Form,
  FormActions,
  KeyFigure,
  Section,
  SelectField,
  TextField,
  type Tone,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Row = {
  pegawaiId: number
  name: string
  detail: string
  /** `isTyped`: not what the lessons say. */
  fields: { name: string; label: string; isTyped: boolean; value: string }[]
  final: string
  outcome: { label: string; tone: Tone }
  why: string
}
type Props = {
  m: Messages
  figure: { value: string; sentence: string; tone: Tone }
  rule: string[]
  rows: Row[]
  action: string
  editable: boolean
  scored: boolean
  values: { q: string; saring: string; urut: string }
  errors: { field: string; message: string }[]
  importErrors: string[]
}

const ScoreRow = ({ m, row, editable, wrong }: { m: Messages; row: Row; editable: boolean; wrong: ReadonlySet<string> }) => (
  <li class="mark-row">
    <div>
      <strong>{row.name}</strong>
      <small class="cell-detail">{row.detail}</small>
      <p>
        <Badge tone={row.outcome.tone}>{row.outcome.label}</Badge>{' '}
        <small class="cell-detail">
          {m.final} {row.final} · {row.why}
        </small>
      </p>
    </div>
    <div class="score-fields">
      {row.fields.map(field => (
        <label key={field.name} for={`f-${field.name}`}>
          {field.label}
          {editable && field.isTyped ? (
            <input
              class="input"
              id={`f-${field.name}`}
              name={field.name}
              value={field.value}
              inputmode="decimal"
              maxlength={6}
              autocomplete="off"
              aria-label={`${field.label}, ${row.name}`}
              aria-invalid={wrong.has(field.name) ? 'true' : undefined}
            />
          ) : (
            <strong>{field.value || '–'}</strong>
          )}
        </label>
      ))}
    </div>
  </li>
)

export function ScoresPage(props: Props) {
  const { m, figure, rows, values, errors } = props
  const wrong = new Set(errors.map(one => one.field))
  return (
    <>
      <KeyFigure label={m.figure} value={figure.value} sentence={figure.sentence} tone={figure.tone} />
      <Section title={m.ruleTitle}>
        <ul class="plain-list">
          {props.rule.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Section>
      <Section title={m.scores} lead={props.scored ? m.lead : m.noComponents}>
        <FilterBar action={props.action} submit={m.apply} autosubmit>
          <TextField label={m.search} name="q" value={values.q} type="search" />
          <SelectField
            label={m.filter}
            name="saring"
            value={values.saring}
            options={[
              { value: '', label: m.all },
              { value: 'belum', label: m.onlyUnknown },
              { value: 'gagal', label: m.onlyFailed },
            ]}
          />
          <SelectField
            label={m.order}
            name="urut"
            value={values.urut}
            options={[
              { value: '', label: m.byName },
              { value: 'nilai', label: m.byFinal },
            ]}
          />
        </FilterBar>
        {rows.length === 0 && <Alert tone="info">{values.q || values.saring ? m.noMatch : m.nobody}</Alert>}
        {rows.length > 0 && (
          <Form action={props.action} errors={errors} errorTitle={m.errorTitle} wide>
            <ul class="mark-rows score-rows">
              {rows.map(row => (
                <ScoreRow key={row.pegawaiId} m={m} row={row} editable={props.editable} wrong={wrong} />
              ))}
            </ul>
            {props.editable && (
              <FormActions>
                <Button>{m.save}</Button>
              </FormActions>
            )}
          </Form>
        )}
      </Section>
      {props.editable && rows.length > 0 && (
        <Disclosure summary={m.importTitle} open={props.importErrors.length > 0}>
          <p>{m.importLead}</p>
          <Form
            action={`${props.action}/unggah`}
            multipart
            errors={props.importErrors.map(message => ({ field: 'berkas', message }))}
            errorTitle={m.importErrorTitle}
          >
            <FileField label={m.file} name="berkas" accept=".xlsx,.csv" />
            <FormActions>
              <Button tone="neutral" icon="upload">
                {m.import}
              </Button>
            </FormActions>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
