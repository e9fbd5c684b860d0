import {
  Button,
  ButtonLink,
  CheckField,
  Facts,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string | number; label: string }
type Props = {
  m: Messages
  title: string
  lead: string
  action: string
  backHref: string
  values: { jenis: string; unit: string; nama: string; dari: string; sampai: string; dasar_hukum: string; dicocokkan: string }
  errors: { field: string; message: string }[]
  /** Region code, or `nasional`, sent along where the plan is new. */
  owner: { code: string; name: string }
  /** Null: said when the plan was begun, and no longer open. */
  choices: { kinds: Choice[]; units: Choice[] } | null
  fixed: { label: string; value: string }[]
  yearsOpen: boolean
}

export function PlanFormPage(props: Props) {
  const { m, values, errors, choices } = props
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={props.title} eyebrow={props.owner.name} lead={props.lead} />
      {props.fixed.length > 0 && <Facts items={props.fixed} />}
      <Form action={props.action} errors={errors} errorTitle={m.formErrors}>
        {choices && (
          <>
            <HiddenField name="instansi" value={props.owner.code} />
            <SelectField label={m.kind} name="jenis" value={values.jenis} options={choices.kinds} error={error('jenis')} />
            {choices.units.length > 0 && (
              <SelectField
                label={m.unit}
                name="unit"
                value={values.unit}
                options={[{ value: '', label: m.noUnit }, ...choices.units]}
                help={m.unitHelp}
                error={error('unit')}
              />
            )}
          </>
        )}
        <TextField
          label={m.name}
          name="nama"
          value={values.nama}
          help={m.nameHelp}
          error={error('nama')}
          maxlength={200}
          required
        />
        {props.yearsOpen && (
          <>
            <TextField label={m.from} name="dari" value={values.dari} inputmode="numeric" maxlength={4} error={error('dari')} />
            <TextField
              label={m.until}
              name="sampai"
              value={values.sampai}
              inputmode="numeric"
              maxlength={4}
              error={error('sampai')}
            />
          </>
        )}
        <TextField
          label={m.legalBasis}
          name="dasar_hukum"
          value={values.dasar_hukum}
          help={m.basisHelp}
          error={error('dasar_hukum')}
          rows={2}
        />
        <CheckField label={m.compared} name="dicocokkan" checked={values.dicocokkan !== ''} help={m.comparedHelp} />
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
