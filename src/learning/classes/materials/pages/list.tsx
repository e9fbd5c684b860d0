import {
  Badge,
  Button,
  CheckField,
  DataTable,
  EmptyState,
  FileField,
  Form,
  FormActions,
  PostButton,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Row = { id: number; title: string; href: string; session: string; kind: string; shown: boolean }
type Props = {
  m: Messages
  rows: Row[]
  reader: boolean
  /** Null: it may be read and not changed. */
  edit: { action: string; sessions: { value: number; label: string }[] } | null
  values: { judul: string; sesi: string; tautan: string; tampil: boolean }
  errors: { field: string; message: string }[]
}

export function MaterialsPage({ m, rows, reader, edit, values, errors }: Props) {
  const error = (field: string) => errors.find(one => one.field === field)?.message
  return (
    <>
      <Section title={m.list} lead={m.lead}>
        <DataTable<Row>
          caption={m.list}
          rows={rows}
          rowKey={row => row.id}
          empty={<EmptyState title={m.empty}>{reader ? m.emptyReader : m.emptyWhat}</EmptyState>}
          columns={[
            { key: 'title', header: m.title, primary: true, cell: row => <a href={row.href}>{row.title}</a> },
            { key: 'session', header: m.session, cell: row => row.session },
            { key: 'kind', header: m.kind, cell: row => row.kind },
            ...(reader
              ? []
              : [
                  {
                    key: 'shown',
                    header: m.state,
                    cell: (row: Row) => <Badge tone={row.shown ? 'ok' : 'neutral'}>{row.shown ? m.shown : m.hidden}</Badge>,
                  },
                ]),
            ...(edit
              ? [
                  {
                    key: 'actions',
                    header: m.actions,
                    cell: (row: Row) => (
                      <div class="actions">
                        <PostButton
                          action={`${edit.action}/${row.id}`}
                          label={row.shown ? m.hide : m.show}
                          fields={{ keadaan: row.shown ? 'sembunyi' : 'tampil' }}
                        />
                        <PostButton
                          action={`${edit.action}/${row.id}`}
                          label={m.remove}
                          fields={{ keadaan: 'hapus' }}
                          tone="danger"
                          confirm={m.removeConfirm}
                        />
                      </div>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {edit && (
        <Section title={m.add} id="tambah">
          <Form action={edit.action} multipart errors={errors} errorTitle={m.errorTitle}>
            <FileField
              label={m.file}
              name="berkas"
              accept=".pdf,.docx,.pptx,.xlsx,.png,.jpg,.jpeg,.mp4"
              help={m.fileHelp}
              error={error('berkas')}
            />
            <TextField label={m.url} name="tautan" type="url" value={values.tautan} maxlength={500} error={error('tautan')} />
            <TextField
              label={m.title}
              name="judul"
              value={values.judul}
              maxlength={200}
              help={m.titleHelp}
              error={error('judul')}
            />
            <SelectField
              label={m.session}
              name="sesi"
              value={values.sesi}
              options={[{ value: '', label: m.wholeClass }, ...edit.sessions]}
              error={error('sesi')}
            />
            <CheckField label={m.showNow} name="tampil" checked={values.tampil} />
            <FormActions>
              <Button>{m.save}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </>
  )
}
