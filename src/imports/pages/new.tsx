import { Button, Facts, FileField, Form, HiddenField, PageHeader, Section, SelectField } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Choice = { value: string; label: string }
type Props = {
  m: Messages
  kinds: (Choice & { notes: string[] })[]
  instansi: Choice[]
  values: { kind: string; instansi: string }
  errors: { field: string; message: string }[]
}

export function NewImportPage({ m, kinds, instansi, values, errors }: Props) {
  const error = (field: string) => errors.find(e => e.field === field)?.message
  return (
    <>
      <PageHeader title={m.newImport} lead={m.newLead} />
      <Form action="/impor" multipart errors={errors} errorTitle={m.formErrors}>
        <SelectField label={m.kind} name="jenis" options={kinds} value={values.kind} error={error('jenis')} />
        {instansi.length === 1 ? (
          <HiddenField name="instansi" value={instansi[0]!.value} />
        ) : (
          <SelectField label={m.instansi} name="instansi" options={instansi} value={values.instansi} error={error('instansi')} />
        )}
        <FileField label={m.file} name="berkas" accept=".xlsx,.csv,.txt" help={m.fileHelp} error={error('berkas')} required />
        <Button icon="upload">{m.upload}</Button>
      </Form>
      <Section title={m.notes}>
        <Facts items={kinds.map(kind => ({ label: kind.label, value: kind.notes.map(note => <p key={note}>{note}</p>) }))} />
      </Section>
    </>
  )
}
