import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  PostButton,
  TextField,
} from '../../../ui/index.ts'
import type { ViewMessages } from '../messages.ts'

export type ViewRow = { id: number; name: string; href: string; list: string; link: string; created: string }
type Props = {
  m: ViewMessages
  /** What was typed and could not be kept; null: nothing was refused. */
  refused: { name: string; path: string; message: string } | null
  rows: ViewRow[]
}

/** A field that holds an address to copy: it is selected as a whole and never sent. */
const Link = ({ label, value }: { label: string; value: string }) => (
  <input class="input link-field" type="text" readOnly value={value} aria-label={label} />
)

export function ViewsPage({ m, refused, rows }: Props) {
  return (
    <>
      <PageHeader title={m.title} lead={m.lead} />
      {refused && (
        <Form action="/tampilan" errors={[{ field: 'nama', message: refused.message }]} errorTitle={m.errors}>
          <HiddenField name="alamat" value={refused.path} />
          <TextField label={m.name} name="nama" value={refused.name} help={m.nameHelp} error={refused.message} required />
          <FormActions>
            <Button>{m.submit}</Button>
          </FormActions>
        </Form>
      )}
      <DataTable<ViewRow>
        caption={m.title}
        rows={rows}
        rowKey={row => row.id}
        empty={
          <EmptyState title={m.none} action={<ButtonLink href="/kebutuhan">{m.toNeeds}</ButtonLink>}>
            {m.noneWhat}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: m.name,
            primary: true,
            cell: row => (
              <>
                <a class="row-link" href={row.href}>
                  {row.name}
                </a>{' '}
                <small class="cell-detail">{row.list}</small>
              </>
            ),
          },
          { key: 'link', header: m.link, long: true, cell: row => <Link label={m.linkOf(row.name)} value={row.link} /> },
          { key: 'created', header: m.created, cell: row => row.created },
          {
            key: 'remove',
            header: '',
            cell: row => (
              <PostButton action={`/tampilan/${row.id}/hapus`} label={m.remove} tone="danger" confirm={m.removeQuestion} />
            ),
          },
        ]}
      />
    </>
  )
}
