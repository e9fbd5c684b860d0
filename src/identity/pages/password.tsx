import { Alert, Button, Form, PageHeader, TextField } from '../../ui/index.ts'
import type { messages } from '../messages.ts'

type Props = { m: (typeof messages)['id']; must: boolean; errors: { field: string; message: string }[] }

export function PasswordPage({ m, must, errors }: Props) {
  const error = (field: string) => errors.find(e => e.field === field)?.message
  return (
    <>
      <PageHeader title={m.changePassword} lead={m.changePasswordLead} />
      {must && (
        <Alert tone="warn" title={m.mustChange}>
          {null}
        </Alert>
      )}
      <Form action="/sandi" errors={errors} errorTitle={m.formErrors}>
        <TextField
          label={m.oldPassword}
          name="lama"
          type="password"
          autocomplete="current-password"
          required
          error={error('lama')}
        />
        <TextField
          label={m.newPassword}
          name="baru"
          type="password"
          autocomplete="new-password"
          required
          help={m.newPasswordHelp}
          error={error('baru')}
        />
        <TextField
          label={m.repeatPassword}
          name="ulang"
          type="password"
          autocomplete="new-password"
          required
          error={error('ulang')}
        />
        <Button tone="primary">{m.save}</Button>
      </Form>
    </>
  )
}
