import {
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  SelectField,
  Tabs,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  title: string
  planName: string
  action: string
  backHref: string
  kind: string
  /** Links to the form of another kind; empty where the goal stands already. */
  kinds: { href: string; label: string; current: boolean }[]
  codeHelp: string
  values: Record<string, string | undefined>
  errors: { field: string; message: string }[]
  /** Null: this kind stands directly under the plan. */
  parents: Choice[] | null
  /** Null: this kind serves what its parent serves. */
  above: Choice[] | null
  units: Choice[]
  /** Null: no indicator. */
  targets: { field: string; label: string }[] | null
}

const Measured = ({ m, values, errors, targets }: Props) => {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <TextField
        label={m.measure}
        name="satuan"
        value={values.satuan}
        help={m.measureHelp}
        error={error('satuan')}
        maxlength={60}
        required
      />
      <SelectField
        label={m.direction}
        name="arah"
        value={values.arah}
        options={[
          { value: '', label: m.chooseParent },
          { value: 'naik', label: m.directions.naik },
          { value: 'turun', label: m.directions.turun },
        ]}
        error={error('arah')}
      />
      <TextField
        label={m.baselineLabel}
        name="awal"
        value={values.awal}
        help={m.baselineHelp}
        error={error('awal')}
        maxlength={60}
      />
      <TextField
        label={m.baselineYear}
        name="tahun_awal"
        value={values.tahun_awal}
        inputmode="numeric"
        maxlength={4}
        error={error('tahun_awal')}
      />
      <Section title={m.targets} lead={m.targetsLead}>
        {targets?.map(({ field, label }) => (
          <TextField key={field} label={label} name={field} value={values[field]} error={error(field)} maxlength={60} />
        ))}
      </Section>
    </>
  )
}

export function GoalFormPage(props: Props) {
  const { m, values, errors, parents, above, units } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.planName} />
      {props.kinds.length > 1 && <Tabs items={props.kinds} label={m.kinds} />}
      <Form action={props.action} errors={errors} errorTitle={m.formErrors}>
        <HiddenField name="jenis" value={props.kind} />
        {parents && <SelectField label={m.parent} name="induk" value={values.induk} options={parents} error={error('induk')} />}
        <TextField
          label={m.code}
          name="kode"
          value={values.kode}
          help={props.codeHelp}
          error={error('kode')}
          maxlength={40}
          required
        />
        <TextField
          label={m.goalName}
          name="uraian"
          value={values.uraian}
          error={error('uraian')}
          rows={3}
          maxlength={500}
          required
        />
        {above && (
          <SelectField
            label={m.serves}
            name="mendukung"
            value={values.mendukung}
            options={above}
            help={m.servesHelp}
            error={error('mendukung')}
          />
        )}
        {units.length > 0 && (
          <SelectField
            label={m.answers}
            name="penanggung_jawab"
            value={values.penanggung_jawab}
            options={[{ value: '', label: m.noAnswer }, ...units]}
            help={m.answersHelp}
            error={error('penanggung_jawab')}
          />
        )}
        {props.targets && <Measured {...props} />}
        <FormActions>
          <Button>{m.save}</Button>
          <ButtonLink href={props.backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
