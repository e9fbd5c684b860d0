import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  TextField,
} from '../../../ui/index.ts'
import type { TrailMessages } from '../messages.ts'
import type { TrailCells } from './list.tsx'

type Props = {
  m: TrailMessages
  entries: TrailCells[]
  /** Chosen, but with nothing to erase. */
  keptBack: number
  reason: string
  errors: { field: string; message: string }[]
}

/** Asks for the reason before the detail of entries goes for ever. */
export function ErasePage({ m, entries, keptBack, reason, errors }: Props) {
  const back = <ButtonLink href="/jejak">{m.back}</ButtonLink>
  if (entries.length === 0)
    return (
      <>
        <PageHeader title={m.eraseTitle} />
        <EmptyState title={m.eraseNothing} action={back}>
          {m.eraseNothingWhat}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={m.eraseTitle} lead={m.eraseLead} />
      <Section title={m.eraseThese(entries.length)} lead={keptBack > 0 ? m.keptBack(keptBack) : undefined}>
        <DataTable<TrailCells>
          caption={m.eraseThese(entries.length)}
          rows={entries}
          rowKey={row => row.id}
          rowHref={row => `/jejak/${row.id}`}
          empty=""
          columns={[
            { key: 'when', header: m.when, cell: row => row.when, nowrap: true },
            { key: 'what', header: m.what, primary: true, cell: row => row.what },
            { key: 'subject', header: m.subject, cell: row => row.subject },
            { key: 'who', header: m.who, cell: row => row.who },
            { key: 'instansi', header: m.instansi, secondary: true, cell: row => row.instansi },
          ]}
        />
      </Section>
      <Form action="/jejak/hapus" errors={errors} errorTitle={m.formErrors}>
        {entries.map(row => (
          <HiddenField key={row.id} name="catatan" value={row.id} />
        ))}
        <TextField
          label={m.reason}
          name="alasan"
          value={reason}
          rows={3}
          maxlength={500}
          required
          help={m.reasonHelp}
          error={errors.find(error => error.field === 'alasan')?.message}
        />
        <FormActions>
          <Button tone="danger">{m.eraseNow(entries.length)}</Button>
          {back}
        </FormActions>
      </Form>
    </>
  )
}
