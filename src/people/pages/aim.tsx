import {
  Button,
  ButtonLink,
  EmptyState,
  Facts,
  FilterBar,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  PostButton,
  RadioField,
  Section,
  TextField,
} from '../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = {
  m: Messages
  name: string
  now: { label: string; value: string }[]
  action: string
  q: string
  posts: { value: string; label: string; help: string }[]
  value: string
  hasAim: boolean
  error: string | null
  backHref: string
}

/** First find the post, then choose it. */
export function AimPage({ m, name, now, action, q, posts, value, hasAim, error, backHref }: Props) {
  return (
    <>
      <PageHeader title={m.aimTitle} eyebrow={name} lead={m.aimLead} />
      <Facts items={now} />
      <Section title={m.aimWhich}>
        <FilterBar action={action} submit={m.transferFind}>
          <TextField label={m.transferSearch} name="q" type="search" value={q} help={m.transferSearchHelp} id="cari-jabatan" />
        </FilterBar>
        {q !== '' && posts.length === 0 && <EmptyState title={m.transferNoPost}>{m.transferNoPostWhat}</EmptyState>}
        {(posts.length > 0 || error) && (
          <Form action={action} errors={error ? [{ field: 'jabatan', message: error }] : []} errorTitle={m.aimErrors}>
            <HiddenField name="q" value={q} />
            {posts.length > 0 && (
              <RadioField label={m.jabatan} name="jabatan" value={value} options={posts} error={error ?? undefined} />
            )}
            <FormActions>
              {posts.length > 0 && <Button tone="primary">{m.aimSave}</Button>}
              <ButtonLink href={backHref} tone="ghost">
                {m.cancel}
              </ButtonLink>
            </FormActions>
          </Form>
        )}
      </Section>
      {hasAim && (
        <Section title={m.aimNoMore}>
          <PostButton action={action} label={m.aimRemove} fields={{ hapus: '1' }} confirm={m.aimRemoveAsk} />
        </Section>
      )}
    </>
  )
}
