import { Badge, Button, Disclosure, Form, FormActions, PageHeader, PostButton, Section, TextField } from '../../../ui/index.ts'
import type { CommunityMessages } from '../messages.ts'

type ReplyView = { id: number; by: string; body: string; accepted: boolean; mayAccept: boolean; mayRemove: boolean }
type Props = {
  m: CommunityMessages
  action: string
  kind: string
  title: string
  body: string
  by: string
  replies: ReplyView[]
  mayReply: boolean
  typed: string
  error: string | null
}

/** What somebody typed, line by line. */
const Words = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map((part, index) => (
      <p key={index}>
        {part.split('\n').map((line, at) => (
          <>
            {at > 0 && <br />}
            {line}
          </>
        ))}
      </p>
    ))}
  </>
)

const Reply = ({ m, action, reply }: { m: CommunityMessages; action: string; reply: ReplyView }) => (
  <li class={reply.accepted ? 'reply reply-accepted' : 'reply'}>
    <p class="reply-by">
      {reply.by} {reply.accepted && <Badge tone="ok">{m.accepted}</Badge>}
    </p>
    <Words text={reply.body} />
    {reply.mayAccept && (
      <div class="actions">
        <PostButton action={`${action}/balasan/${reply.id}/terima`} label={m.accept} />
      </div>
    )}
    {reply.mayRemove && (
      <Disclosure summary={m.remove}>
        <Form action={`${action}/balasan/${reply.id}/sembunyikan`}>
          <TextField label={m.removeWhy} name="alasan" id={`alasan-${reply.id}`} maxlength={500} />
          <FormActions>
            <Button tone="danger">{m.remove}</Button>
          </FormActions>
        </Form>
      </Disclosure>
    )}
  </li>
)

export const TopicPage = ({ m, action, kind, title, body, by, replies, mayReply, typed, error }: Props) => (
  <>
    <PageHeader title={title} eyebrow={`${kind} · ${by}`} />
    <div class="reply-words">
      <Words text={body} />
    </div>
    <Section title={m.replies} lead={replies.length === 0 ? m.noReplies : undefined}>
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map(reply => (
            <Reply key={reply.id} m={m} action={action} reply={reply} />
          ))}
        </ol>
      )}
      {mayReply && (
        <Form action={`${action}/balas`} errors={error ? [{ field: 'balasan', message: error }] : []} errorTitle={m.errors}>
          <TextField
            label={m.reply}
            name="balasan"
            help={m.replyHelp}
            value={typed}
            error={error ?? undefined}
            rows={4}
            maxlength={8000}
          />
          <FormActions>
            <Button>{m.reply}</Button>
          </FormActions>
        </Form>
      )}
    </Section>
  </>
)
