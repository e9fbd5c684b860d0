import {
  Button,
  CheckField,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  KeyFigure,
  PageHeader,
  Section,
  SelectField,
  Tabs,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'

export type LoadCells = { name: string; tasks: string; submitted: string }
export type AgreementCells = { key: string; name: string; pairs: string; exact: string; difference: string; kappa: string }
export type LeanCells = { key: string; name: string; pairs: string; lean: string }
type Choice = { value: string; label: string; help?: string }
type Props = {
  m: Messages
  name: string
  eyebrow: string
  action: string
  tabs: Parameters<typeof Tabs>[0]['items']
  figure: { value: string; sentence: string; ok: boolean }
  runs: boolean
  asesor: Choice[]
  waves: Choice[]
  offices: Choice[]
  values: { gelombang: string; unit: string; tiap: string; asesor: string[] }
  error: string | null
  load: LoadCells[]
  agreement: AgreementCells[]
  lean: LeanCells[]
  few: string
}

const Assign = ({ m, asesor, waves, offices, values, error, action }: Props) => (
  <Section title={m.assignTitle}>
    {asesor.length === 0 ? (
      <EmptyState title={m.asesorNone}>{m.asesorNoneWhat}</EmptyState>
    ) : (
      <Form action={action} errors={error ? [{ field: 'asesor', message: error }] : []} errorTitle={m.formErrors}>
        <fieldset class="field" id="f-asesor">
          <legend class="field-label">{m.assignWho}</legend>
          {asesor.map(one => (
            <CheckField
              key={one.value}
              id={`f-asesor-${one.value}`}
              name="asesor"
              value={one.value}
              label={one.label}
              help={one.help}
              checked={values.asesor.includes(one.value)}
            />
          ))}
          {error && <p class="field-error">{error}</p>}
        </fieldset>
        {waves.length > 1 && (
          <SelectField
            label={m.wave}
            name="gelombang"
            value={values.gelombang}
            options={[{ value: '', label: m.all }, ...waves]}
          />
        )}
        {offices.length > 1 && (
          <SelectField label={m.office} name="unit" value={values.unit} options={[{ value: '', label: m.all }, ...offices]} />
        )}
        <SelectField
          label={m.assignEach}
          name="tiap"
          value={values.tiap}
          options={['1', '2', '3'].map(value => ({ value, label: value }))}
        />
        <FormActions>
          <Button tone="primary">{m.assign}</Button>
        </FormActions>
      </Form>
    )}
  </Section>
)

/** Who assesses whom, and how far they agree. */
export function AsesorPage(props: Props) {
  const { m, figure } = props
  return (
    <>
      <PageHeader title={props.name} eyebrow={props.eyebrow} lead={m.asesorLead} />
      <Tabs items={props.tabs} label={props.name} />
      <KeyFigure value={figure.value} label={m.withoutAsesorFigure} sentence={figure.sentence} tone={figure.ok ? 'ok' : 'warn'} />
      {props.runs && <Assign {...props} />}
      {props.load.length > 0 && (
        <Section title={m.load}>
          <DataTable<LoadCells>
            caption={m.load}
            rows={props.load}
            rowKey={row => row.name}
            empty=""
            columns={[
              { key: 'name', header: m.asesor, primary: true, cell: row => row.name },
              { key: 'tasks', header: m.tasksGiven, align: 'right', cell: row => row.tasks },
              { key: 'submitted', header: m.tasksDone, align: 'right', cell: row => row.submitted },
            ]}
          />
        </Section>
      )}
      <Section title={m.agreement} lead={m.agreementLead}>
        <DataTable<AgreementCells>
          caption={m.agreement}
          rows={props.agreement}
          rowKey={row => row.key}
          empty={<EmptyState title={m.agreement}>{props.few}</EmptyState>}
          columns={[
            { key: 'name', header: m.competency, primary: true, cell: row => row.name },
            { key: 'pairs', header: m.pairs, align: 'right', cell: row => row.pairs },
            { key: 'exact', header: m.exact, align: 'right', cell: row => row.exact },
            { key: 'difference', header: m.difference, align: 'right', cell: row => row.difference },
            { key: 'kappa', header: m.kappa, align: 'right', cell: row => row.kappa },
          ]}
        />
        {props.lean.length > 0 && (
          <DataTable<LeanCells>
            caption={m.lean}
            captionVisible
            rows={props.lean}
            rowKey={row => row.key}
            empty=""
            columns={[
              { key: 'name', header: m.asesor, primary: true, cell: row => row.name },
              { key: 'pairs', header: m.pairs, align: 'right', cell: row => row.pairs },
              { key: 'lean', header: m.lean, cell: row => row.lean },
            ]}
          />
        )}
      </Section>
    </>
  )
}
