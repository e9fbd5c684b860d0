import {
  Button,
  ButtonLink,
  CheckField,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  instansi: { name: string; regionCode: string }
  values: Record<string, string>
  zones: { value: string; label: string }[]
  errors: { field: string; message: string }[]
  backHref: string
}

export function EditInstansiPage({ m, instansi, values, zones, errors, backHref }: Props) {
  const error = (field: string) => errors.find(e => e.field === field)?.message
  const text = (label: string, name: string, help?: string) => (
    <TextField label={label} name={name} value={values[name]} help={help} error={error(name)} />
  )
  return (
    <>
      <PageHeader title={m.editTitle} lead={m.editLead(instansi.name)} />
      <Form action="/organisasi/ubah" errors={errors} errorTitle={m.formErrors}>
        <HiddenField name="instansi" value={instansi.regionCode} />
        {text(m.instansiName, 'nama')}
        {text(m.bknCode, 'kode_bkn', m.bknHelp)}
        <SelectField label={m.timeZone} name="zona" options={zones} value={values.zona} error={error('zona')} />
        {text(m.officeKepegawaian, 'kantor_kepegawaian', m.officeHelp)}
        {text(m.officePelatihan, 'kantor_pelatihan')}
        {text(m.officePerencanaan, 'kantor_perencanaan')}
        <CheckField label={m.dob} name="dob" value="ya" checked={values.dob === 'ya'} help={m.dobHelp} />
        <FormActions>
          <Button tone="primary">{m.save}</Button>
          <ButtonLink href={backHref} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
