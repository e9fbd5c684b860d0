import { Badge, ButtonLink, Facts, PageHeader, PostButton, Section, Tabs, type Tone } from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type EventLine, type FlagLine, FlagList, History } from './parts.tsx'

type Props = {
  m: Messages
  tabs: Parameters<typeof Tabs>[0]
  id: number
  title: string
  state: { text: string; tone: Tone; sentence: string }
  reason: string | null
  facts: { label: string; value: string }[]
  file: { href: string; name: string; picture: boolean } | null
  flags: FlagLine[]
  events: EventLine[]
  editLabel: string | null
  withdrawLabel: string | null
  openOther: string
  noFile: string
}

/** One of one's own claims. */
export const ClaimPage = ({ m, tabs, id, title, state, reason, facts, file, flags, events, openOther, ...rest }: Props) => (
  <>
    <PageHeader
      eyebrow={<Badge tone={state.tone}>{state.text}</Badge>}
      title={title}
      lead={state.sentence}
      actions={
        <>
          {rest.editLabel && (
            <ButtonLink href={`/klaim/${id}/ubah`} tone="primary">
              {rest.editLabel}
            </ButtonLink>
          )}
          {rest.withdrawLabel && (
            <PostButton action={`/klaim/${id}/tarik`} label={rest.withdrawLabel} confirm={m.withdrawConfirm} tone="danger" />
          )}
        </>
      }
    />
    <Tabs {...tabs} />
    {reason && <blockquote class="reason">{reason}</blockquote>}
    <FlagList title={m.flagsTitle} flags={flags} open={openOther} />
    <Section title={m.content}>
      <Facts items={facts} />
    </Section>
    <Section title={m.file}>
      {file ? (
        <p>
          <a class="document" href={file.href}>
            {file.picture && <img src={file.href} alt={file.name} loading="lazy" />}
            {m.openFile}: {file.name}
          </a>
        </p>
      ) : (
        <p>{rest.noFile}</p>
      )}
    </Section>
    <History title={m.history} events={events} />
  </>
)
