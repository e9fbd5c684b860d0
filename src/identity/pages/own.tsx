import { Button, ButtonLink, DataTable, Form, PageHeader, PostButton, Section, TextField } from '../../ui/index.ts'
import type { messages } from '../messages.ts'

type M = (typeof messages)['id']
type Token = { id: number; label: string; created: string; until: string }

export function OwnAccountPage({ m, name, username, tokens }: { m: M; name: string; username: string; tokens: Token[] }) {
  return (
    <>
      <PageHeader
        title={m.myAccount}
        lead={`${name} · ${username}`}
        actions={
          <ButtonLink href="/sandi" icon="key">
            {m.changePassword}
          </ButtonLink>
        }
      />
      <Section title={m.tokens} lead={m.tokensLead}>
        <DataTable<Token>
          caption={m.tokens}
          rows={tokens}
          rowKey={row => row.id}
          empty={m.noTokens}
          columns={[
            { key: 'label', header: m.tokenLabel, primary: true, cell: row => row.label },
            { key: 'created', header: m.created, cell: row => row.created },
            { key: 'until', header: m.until, cell: row => row.until },
            {
              key: 'revoke',
              header: m.action,
              cell: row => (
                <PostButton
                  action={`/akun-saya/token/${row.id}/cabut`}
                  label={m.revoke}
                  tone="danger"
                  confirm={m.revokeQuestion}
                />
              ),
            },
          ]}
        />
        <Form action="/akun-saya/token">
          <TextField label={m.tokenLabel} name="nama" required />
          <TextField label={m.tokenDays} name="hari" value="90" type="number" inputmode="numeric" required />
          <Button>{m.createToken}</Button>
        </Form>
      </Section>
    </>
  )
}
