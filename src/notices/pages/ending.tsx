import { Button, ButtonLink, EmptyState, Form, PageHeader } from '../../ui/index.ts'
import type { SettingsWords } from '../settings-words.ts'

export const EndingPage = ({ m, ask, action }: { m: SettingsWords; ask: string; action: string }) => (
  <>
    <PageHeader title={m.endTitle} lead={ask} />
    <Form action={action}>
      <Button>{m.end}</Button>
    </Form>
  </>
)

export const EndedPage = ({ m, title, what }: { m: SettingsWords; title: string; what: string }) => (
  <EmptyState title={title} action={<ButtonLink href="/pesan/pengaturan">{m.title}</ButtonLink>}>
    <p>{what}</p>
  </EmptyState>
)
