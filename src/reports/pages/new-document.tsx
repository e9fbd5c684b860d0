import { Button, Disclosure, Form, FormActions, HiddenField, PageHeader, SelectField, TextField } from '../../ui/index.ts'
import type { DocumentMessages } from '../documents-messages.ts'

export const newDocumentFields = ['jenis', 'unit', 'bahasa', 'nomor', 'tempat', 'jabatan', 'nama', 'nip'] as const
export type NewDocumentValues = Record<(typeof newDocumentFields)[number] | 'instansi', string>

type Choice = { value: string; label: string }
type Props = {
  m: DocumentMessages
  /** Today where the instansi is, in words. */
  today: string
  kinds: Choice[]
  units: Choice[]
  place: string
  values: NewDocumentValues
  errors: { field: string; message: string }[]
}

export function NewDocumentPage({ m, today, kinds, units, place, values, errors }: Props) {
  const field = (name: keyof NewDocumentValues) => ({
    name,
    value: values[name],
    error: errors.find(error => error.field === name)?.message,
  })
  const signing = Boolean(values.tempat || values.jabatan || values.nama || values.nip)
  return (
    <>
      <PageHeader title={m.issue} eyebrow={place} lead={m.issueLead} />
      <Form action="/dokumen" errors={errors} errorTitle={m.errorTitle}>
        <HiddenField name="instansi" value={values.instansi} />
        <SelectField label={m.kind} options={kinds} help={m.kindHelp} {...field('jenis')} />
        <SelectField label={m.unit} options={[{ value: '', label: m.unitNone }, ...units]} help={m.unitHelp} {...field('unit')} />
        <p class="text-muted">{m.asOfToday(today)}</p>
        <SelectField
          label={m.language}
          options={[
            { value: 'id', label: m.languages.id },
            { value: 'en', label: m.languages.en },
          ]}
          {...field('bahasa')}
        />
        <TextField label={m.numberField} help={m.numberHelp} maxlength={100} {...field('nomor')} />
        <Disclosure summary={m.signatory} open={signing}>
          <p class="text-muted">{m.signatoryHelp}</p>
          <TextField label={m.place} maxlength={80} {...field('tempat')} />
          <TextField label={m.signTitle} maxlength={160} {...field('jabatan')} />
          <TextField label={m.signName} maxlength={120} {...field('nama')} />
          <TextField label={m.signNip} inputmode="numeric" maxlength={24} {...field('nip')} />
        </Disclosure>
        <FormActions>
          <Button icon="file">{m.submit}</Button>
        </FormActions>
      </Form>
    </>
  )
}
