import {
  Button,
  ButtonLink,
  CheckField,
  FieldRow,
  FileField,
  Form,
  FormActions,
  PageHeader,
  SelectField,
  TextField,
} from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { ClaimForm } from '../schema.ts'

type Props = {
  m: Messages
  title: string
  action: string
  backHref: string
  today: string
  values: ClaimForm
  kept: string | null
  errors: { field: string; message: string }[]
  /** What was right is kept already. */
  draftKept: boolean
  forms: { value: string; label: string; group: string }[]
  competencies: { value: string; label: string }[]
}

export function ClaimFormPage({
  m,
  title,
  action,
  backHref,
  today,
  values,
  kept,
  errors,
  draftKept,
  forms,
  competencies,
}: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  const text = (name: keyof ClaimForm & string) => ({ name, value: String(values[name] ?? ''), error: error(name) })
  return (
    <>
      <PageHeader title={title} lead={m.formLead} />
      <Form action={action} multipart errors={errors} errorTitle={draftKept ? m.keptErrorTitle : m.errorTitle}>
        <SelectField
          label={m.form}
          name="bentuk"
          value={values.bentuk}
          error={error('bentuk')}
          options={[{ value: '', label: m.chooseForm }, ...forms]}
        />
        <TextField label={m.name} help={m.help.nama} maxlength={400} {...text('nama')} />
        <TextField label={m.organiser} maxlength={300} {...text('penyelenggara')} />
        <FieldRow legend={m.dates}>
          <TextField label={m.startedOn} type="date" max={today} help={m.help.mulai} {...text('mulai')} />
          <TextField label={m.endedOn} type="date" max={today} help={m.help.selesai} {...text('selesai')} />
        </FieldRow>
        <TextField label={m.jp} inputmode="numeric" help={m.help.jp} {...text('jp')} />
        <TextField label={m.sessions} inputmode="numeric" help={m.help.sesi} {...text('sesi')} />
        <FileField
          label={m.file}
          name="berkas"
          accept=".jpg,.jpeg,.png,.webp,.pdf"
          help={kept ? m.help.berkasKept(kept) : m.help.berkas}
          error={error('berkas')}
        />
        <TextField label={m.certificateNumber} maxlength={150} help={m.help.nomor} {...text('nomor')} />
        <CheckField label={m.help.internasional} name="internasional" checked={values.internasional} />
        <SelectField
          label={m.competency}
          name="kompetensi"
          value={values.kompetensi}
          help={m.help.kompetensi}
          options={[{ value: '', label: m.noCompetency }, ...competencies]}
        />
        <TextField label={m.note} rows={2} maxlength={600} help={m.help.catatan} {...text('catatan')} />
        <FormActions>
          <Button name="langkah" value="ajukan">
            {m.submit}
          </Button>
          <Button name="langkah" value="simpan" tone="neutral">
            {m.save}
          </Button>
          <ButtonLink href={backHref} tone="ghost">
            {m.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
