import {
  Button,
  ButtonLink,
  DataTable,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  TextField,
} from '../../../ui/index.ts'
import type { ProposalMessages } from '../messages.ts'

type CallView = { year: string; opens: string; closes: string; note: string; href: string }
type Props = {
  m: ProposalMessages
  place: string
  instansi: string
  typed: { year: string; opens: string; closes: string; note: string }
  errors: { field: string; message: string }[]
  calls: CallView[]
}

export function CallPage({ m, place, instansi, typed, errors, calls }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <PageHeader title={m.callTitle} eyebrow={place} lead={m.callLead} />
      <Form action="/usulan/masa" errors={errors} errorTitle={m.callErrors}>
        <HiddenField name="instansi" value={instansi} />
        <TextField
          label={m.callYear}
          name="tahun"
          value={typed.year}
          inputmode="numeric"
          maxlength={4}
          error={error('tahun')}
          required
        />
        <TextField label={m.callOpens} name="buka" type="date" value={typed.opens} error={error('buka')} required />
        <TextField
          label={m.callCloses}
          name="tutup"
          type="date"
          value={typed.closes}
          help={m.callClosesHelp}
          error={error('tutup')}
          required
        />
        <TextField label={m.callNote} name="petunjuk" value={typed.note} rows={3} maxlength={1000} help={m.callNoteHelp} />
        <FormActions>
          <Button tone="primary">{m.callSave}</Button>
          <ButtonLink href={`/usulan?instansi=${instansi}`} tone="ghost">
            {m.cancel}
          </ButtonLink>
        </FormActions>
      </Form>
      {calls.length > 0 && (
        <Section title={m.earlier}>
          <DataTable<CallView>
            caption={m.earlier}
            rows={calls}
            rowKey={row => row.year}
            rowHref={row => row.href}
            empty=""
            columns={[
              { key: 'year', header: m.year, primary: true, cell: row => row.year },
              { key: 'opens', header: m.opens, cell: row => row.opens },
              { key: 'closes', header: m.closes, cell: row => row.closes },
              { key: 'note', header: m.noteHeader, long: true, cell: row => row.note },
            ]}
          />
        </Section>
      )}
    </>
  )
}
