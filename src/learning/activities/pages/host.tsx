import { Alert, Button, Form, FormActions, PageHeader, RadioField, TextField } from '../../../ui/index.ts'
import type { ActivityMessages } from '../messages.ts'

type Props = {
  m: ActivityMessages
  action: string
  lead: string
  verdicts: { value: string; label: string }[]
  typed: { name: string; verdict: string; note: string }
  errors: { field: string; message: string }[]
  thanked: boolean
}

export function HostPage({ m, action, lead, verdicts, typed, errors, thanked }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={m.publicTitle} lead={lead} />
      {thanked ? (
        <Alert tone="ok">{m.publicThanks}</Alert>
      ) : (
        <Form action={action} errors={errors} errorTitle={m.errors}>
          <TextField label={m.publicName} name="nama" value={typed.name} error={error('nama')} maxlength={200} required />
          <RadioField
            label={m.publicVerdict}
            name="penilaian"
            value={typed.verdict}
            options={verdicts}
            error={error('penilaian')}
          />
          <TextField label={m.publicNote} name="catatan" value={typed.note} rows={4} maxlength={2000} />
          <FormActions>
            <Button>{m.publicSend}</Button>
          </FormActions>
        </Form>
      )}
    </>
  )
}
