import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Form,
  KeyFigure,
  PageHeader,
  Pager,
  PostButton,
  Section,
  SelectField,
  type Sort,
  TextField,
  type Tone,
} from '../../ui/index.ts'
import type { AccountValues } from '../accounts/filter.ts'
import type { AccountMessages } from '../accounts/messages.ts'
import type { AccountRow, AccountState } from '../accounts/store.ts'
import type { messages } from '../messages.ts'

type M = (typeof messages)['id']
type Choice = { value: string; label: string }

export type AccountCells = { id: string; name: string; username: string; instansi: string; roles: string; state: AccountState }

type ListProps = {
  m: M
  words: AccountMessages
  rows: AccountCells[]
  figure: { value: string; sentence: string; tone: Tone }
  openManyHref: string
  values: AccountValues
  choices: { roles: Choice[]; states: Choice[]; instansi: Choice[] }
  sort: Record<'nama' | 'akun', Sort>
  filtered: boolean
  exportHref: string
  pager: Parameters<typeof Pager>[0]
}

const stateTone: Record<AccountState, Tone> = { open: 'ok', unused: 'info', closed: 'neutral' }

const Narrow = ({ m, words, values, choices, filtered }: ListProps) => {
  const any = { value: '', label: words.all }
  return (
    <FilterBar action="/akun" submit={m.apply} resetHref={filtered ? '/akun' : undefined} resetLabel={words.reset}>
      <TextField label={m.search} name="q" value={values.q} type="search" />
      <SelectField label={m.role} name="peran" value={values.peran} options={[any, ...choices.roles]} />
      <SelectField label={m.state} name="keadaan" value={values.keadaan} options={[any, ...choices.states]} />
      {choices.instansi.length > 0 && (
        <SelectField label={m.instansi} name="instansi" value={values.instansi} options={[any, ...choices.instansi]} />
      )}
    </FilterBar>
  )
}

export function AccountsPage(props: ListProps) {
  const { m, words, rows, figure, openManyHref, sort, filtered, exportHref, pager } = props
  return (
    <>
      <PageHeader
        title={m.accounts}
        lead={m.accountsLead}
        actions={
          <>
            <ButtonLink href="/akun/baru" tone="primary" icon="plus">
              {m.newAccount}
            </ButtonLink>
            <ButtonLink href={openManyHref} icon="people">
              {words.openMany}
            </ButtonLink>
            {rows.length > 0 && (
              <ButtonLink href={exportHref} icon="download" download>
                {words.export}
              </ButtonLink>
            )}
          </>
        }
      />
      <KeyFigure value={figure.value} label={words.found} sentence={figure.sentence} tone={figure.tone} />
      <Narrow {...props} />
      <DataTable<AccountCells>
        caption={m.accounts}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/akun/${row.id}`}
        empty={
          <EmptyState
            title={filtered ? words.noMatch : words.none}
            action={filtered && <ButtonLink href="/akun">{words.reset}</ButtonLink>}
          >
            {filtered ? words.noMatchWhat : words.noneWhat}
          </EmptyState>
        }
        columns={[
          { key: 'name', header: m.fullName, primary: true, cell: row => row.name, ...sort.nama },
          { key: 'username', header: m.account, cell: row => row.username, ...sort.akun },
          { key: 'instansi', header: m.instansi, cell: row => row.instansi },
          { key: 'roles', header: m.role, cell: row => row.roles },
          { key: 'state', header: m.state, cell: row => <Badge tone={stateTone[row.state]}>{words.states[row.state]}</Badge> },
        ]}
      />
      {rows.length > 0 && <Pager {...pager} />}
    </>
  )
}

type NewProps = { m: M; values: Record<string, string>; errors: { field: string; message: string }[] }

export function NewAccountPage({ m, values, errors }: NewProps) {
  const error = (field: string) => errors.find(e => e.field === field)?.message
  return (
    <>
      <PageHeader title={m.newAccount} lead={m.newAccountLead} />
      <Form action="/akun" errors={errors} errorTitle={m.formErrors}>
        <TextField label={m.nip} name="nip" value={values.nip} help={m.nipHelp} error={error('nip')} inputmode="numeric" />
        <TextField label={m.fullName} name="nama" value={values.nama} error={error('nama')} />
        <TextField label={m.accountName} name="akun" value={values.akun} help={m.accountNameHelp} error={error('akun')} />
        <Button tone="primary">{m.newAccount}</Button>
      </Form>
    </>
  )
}

type AccountProps = { m: M; words: AccountMessages; account: AccountRow; roles: Choice[]; instansi: Choice[]; places: Choice[] }

export function AccountPage({ m, words, account, roles, instansi, places }: AccountProps) {
  return (
    <>
      <PageHeader
        title={account.name}
        lead={[account.username, account.nip, account.instansi].filter(Boolean).join(' · ')}
        actions={
          <>
            <ButtonLink href={`/jejak?oleh=${encodeURIComponent(account.username)}`}>{words.trail}</ButtonLink>
            <PostButton action={`/akun/${account.id}/sandi`} label={m.resetPassword} confirm={m.resetQuestion} />
            {account.closed ? (
              <PostButton action={`/akun/${account.id}/buka`} label={m.reopenAccount} />
            ) : (
              <PostButton action={`/akun/${account.id}/tutup`} label={m.closeAccount} tone="danger" confirm={m.closeQuestion} />
            )}
          </>
        }
      />
      <Section title={m.role}>
        <DataTable<AccountRow['roles'][number]>
          caption={m.role}
          rows={account.roles}
          rowKey={row => row.id}
          empty={m.noRoles}
          columns={[
            { key: 'role', header: m.role, primary: true, cell: row => m.roles[row.role] },
            { key: 'place', header: m.reach, cell: row => m.places[row.place] },
            { key: 'where', header: m.instansi, cell: row => row.where ?? '–' },
            {
              key: 'end',
              header: m.action,
              cell: row => (
                <PostButton
                  action={`/akun/${account.id}/peran/${row.id}/akhiri`}
                  label={m.endRole}
                  tone="danger"
                  confirm={m.endRoleQuestion}
                />
              ),
            },
          ]}
        />
      </Section>
      <Section title={m.addRole}>
        <Form action={`/akun/${account.id}/peran`}>
          <SelectField label={m.role} name="peran" options={roles} />
          <SelectField label={m.reach} name="jangkauan" options={places} />
          <SelectField label={m.instansi} name="instansi" options={instansi} value={String(account.instansi_id ?? '')} />
          <Button tone="primary">{m.addRole}</Button>
        </Form>
      </Section>
    </>
  )
}
