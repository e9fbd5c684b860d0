import { Button, ButtonLink, Form, FormActions, PageHeader, RadioField, TextField } from '../../../ui/index.ts'
import type { CommunityMessages } from '../messages.ts'

type Props = {
  m: CommunityMessages
  typed: { name: string; about: string; openTo: string }
  openTos: { value: string; label: string }[]
  errors: { field: string; message: string }[]
}

export function CommunityFormPage({ m, typed, openTos, errors }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={m.create} />
      <Form action="/komunitas/baru" errors={errors} errorTitle={m.errors}>
        <TextField label={m.name} name="nama" value={typed.name} error={error('nama')} maxlength={120} required />
        <TextField
          label={m.about}
          name="tentang"
          value={typed.about}
          help={m.aboutHelp}
          error={error('tentang')}
          rows={4}
          maxlength={2000}
          required
        />
        <RadioField label={m.openTo} name="terbuka" value={typed.openTo} options={openTos} />
        <FormActions>
          <Button>{m.save}</Button>
          <ButtonLink href="/komunitas" tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}
