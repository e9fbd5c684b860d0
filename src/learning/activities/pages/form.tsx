import { Button, ButtonLink, CheckField, Form, FormActions, HiddenField, PageHeader, TextField } from '../../../ui/index.ts'
import type { ActivityForm } from '../form.ts'
import type { ActivityMessages } from '../messages.ts'

type Props = {
  m: ActivityMessages
  title: string
  action: string
  backHref: string
  kind: string
  /** Where another kind is chosen; null where it stands already. */
  otherHref: string | null
  about: string
  values: ActivityForm
  partner: boolean
  host: boolean
  errors: { field: string; message: string }[]
}

export function ActivityFormPage({ m, title, action, backHref, kind, otherHref, about, values, partner, host, errors }: Props) {
  const text = (name: keyof ActivityForm, label: string, help?: string) => ({
    name,
    label,
    help,
    value: values[name],
    error: errors.find(one => one.field === name)?.message,
  })
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={kind}
        lead={about}
        actions={otherHref && <ButtonLink href={otherHref}>{m.otherKind}</ButtonLink>}
      />
      <Form action={action} errors={errors} errorTitle={m.errors}>
        <HiddenField name="jenis" value={values.jenis} />
        <TextField {...text('nama', m.name, m.nameHelp)} maxlength={200} required />
        <TextField {...text('tujuan', m.aim, m.aimHelp)} rows={3} maxlength={4000} required />
        <TextField {...text('rencana', m.plan, m.planHelp)} rows={5} maxlength={4000} required />
        {partner && <TextField {...text('nip', m.partnerNip, m.partnerHelp)} inputmode="numeric" maxlength={25} required />}
        {host && (
          <>
            <TextField {...text('tempat', m.host, m.hostHelp)} maxlength={200} required />
            <TextField {...text('kontak', m.hostContact)} maxlength={200} />
            <CheckField label={m.international} name="luar_negeri" checked={values.luar_negeri === '1'} />
          </>
        )}
        <TextField {...text('mulai', m.starts)} type="date" required />
        <TextField {...text('selesai', m.ends)} type="date" required />
        <TextField {...text('surat', m.letterNumber, m.letterHelp)} maxlength={100} />
        <FormActions>
          <Button>{m.save}</Button>
          <ButtonLink href={backHref} tone="ghost">
            {m.cancelEdit}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  )
}

export const ActivityKindsPage = ({
  m,
  kinds,
}: {
  m: ActivityMessages
  kinds: { href: string; label: string; about: string; counted: string }[]
}) => (
  <>
    <PageHeader title={m.create} lead={m.chooseKind} />
    <ul class="course-cards">
      {kinds.map(kind => (
        <li class="course-card" key={kind.href}>
          <h2>
            <a href={kind.href}>{kind.label}</a>
          </h2>
          <p class="course-card-words">{kind.about}</p>
          <p class="course-card-who">{kind.counted}</p>
        </li>
      ))}
    </ul>
  </>
)
