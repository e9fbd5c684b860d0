import { Button, EmptyState, Form, PageHeader } from '../../ui/index.ts'
import type { SettingsWords } from '../settings-words.ts'

/** Where the link of the first letter leads: one press says that the address is one's own. */
export const AddressPage = ({ m, address, action }: { m: SettingsWords; address: string | null; action: string }) =>
  address === null ? (
    <EmptyState title={m.linkSpent} action={<a href="/pesan/pengaturan">{m.title}</a>} />
  ) : (
    <>
      <PageHeader title={m.confirmTitle} lead={m.confirmLead(address)} />
      <Form action={action}>
        <Button icon="check">{m.confirm}</Button>
      </Form>
    </>
  )
