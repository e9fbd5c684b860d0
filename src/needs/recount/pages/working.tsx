import { Button, ButtonLink, Form, FormActions, HiddenField, PostButton, Progress, Section } from '../../../ui/index.ts'
import type { RecountMessages } from '../messages.ts'

/** `total` 0: it waits, or nothing can be counted yet. */
export type WorkingProps = { m: RecountMessages; liveHref: string; href: string; lines: string[]; value: number; total: number }

/** Refreshes itself while the work goes on; without JavaScript the link does. */
export const Working = ({ m, liveHref, href, lines, value, total }: WorkingProps) => (
  <div data-live={liveHref}>
    <Section
      title={m.working}
      lead={m.leave}
      actions={
        <ButtonLink href={href} icon="refresh">
          {m.reload}
        </ButtonLink>
      }
    >
      {total > 0 ? (
        <Progress value={value} max={total} label={lines.join(' · ')} />
      ) : (
        lines.map(line => (
          <p key={line} role="status">
            {line}
          </p>
        ))
      )}
    </Section>
  </div>
)

type Asked = { action: string; fields: Record<string, string> }

/** The one press that has days worked out. */
export const Ask = ({ action, fields, label }: Asked & { label: string }) => (
  <Form action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <HiddenField key={name} name={name} value={value} />
    ))}
    <FormActions>
      <Button>{label}</Button>
    </FormActions>
  </Form>
)

/** The same once more, where it was done before or failed. */
export const AskAgain = ({ m, action, fields }: Asked & { m: RecountMessages }) => (
  <PostButton action={action} label={m.again} icon="refresh" fields={{ ...fields, ulang: '1' }} />
)
