import {
  Badge,
  Button,
  ButtonLink,
  DataTable,
  FilterBar,
  Form,
  PageHeader,
  Pager,
  PostButton,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts'
import type { messages } from '../messages.ts'
import type { AccountRow } from '../store.ts'

type M = (typeof messages)['id']
type Choice = { value: string; label: string }

export function AccountsPage({ m, rows, q, pager }: { m: M; rows: AccountRow[]; q: string; pager: Parameters<typeof Pager>[0] }) {
  return (
    <>
      <PageHeader
        title={m.accounts}
        lead={m.accountsLead}
        actions={
          <ButtonLink href="/akun/baru" tone="primary" icon="plus">
            {m.newAccount}
          </ButtonLink>
        }
      />
      <FilterBar action="/akun" submit={m.apply}>
        <TextField label={m.search} name="q" value={q} type="search" />
      </FilterBar>
      <DataTable<AccountRow>
        caption={m.accounts}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/akun/${row.id}`}
        empty={m.noAccounts}
        columns={[
          { key: 'name', header: m.fullName, primary: true, cell: row => row.name },
          { key: 'username', header: m.account, cell: row => row.username },
          { key: 'instansi', header: m.instansi, cell: row => row.instansi ?? '–' },
          {
            key: 'roles',
            header: m.role,
            cell: row => row.roles.map(grant => m.roles[grant.role]).join(', ') || (row.nip ? m.roles.pegawai : '–'),
          },
          {
            key: 'state',
            header: m.state,
            cell: row => (row.closed ? <Badge tone="neutral">{m.closed}</Badge> : <Badge tone="ok">{m.open}</Badge>),
          },
        ]}
      />
      <Pager {...pager} />
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

type AccountProps = { m: M; account: AccountRow; roles: Choice[]; instansi: Choice[]; places: Choice[] }

export function AccountPage({ m, account, roles, instansi, places }: AccountProps) {
  return (
    <>
      <PageHeader
        title={account.name}
        lead={[account.username, account.nip, account.instansi].filter(Boolean).join(' · ')}
        actions={
          <>
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
              header: '',
              cell: row => <PostButton action={`/akun/${account.id}/peran/${row.id}/akhiri`} label={m.endRole} tone="ghost" />,
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
