import type { ComponentChildren } from 'preact'
import { Alert, Button, ButtonLink, Form, FormActions, HiddenField, PostButton, Progress, Section } from '../../../ui/index.ts'
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
const AskAgain = ({ m, action, fields }: Asked & { m: RecountMessages }) => (
  <PostButton action={action} label={m.again} icon="refresh" fields={{ ...fields, ulang: '1' }} />
)

/** It could not be worked out. */
export const Failed = ({ m, title, words, ...asked }: Asked & { m: RecountMessages; title: string; words: string }) => (
  <Alert tone="bad" title={title}>
    <p>{words}</p>
    <p>{m.failedWhat}</p>
    <div class="notice-actions">
      <AskAgain m={m} {...asked} />
    </div>
  </Alert>
)

type MadeAtProps = Asked & { m: RecountMessages; made: { madeAt: string; stale: boolean }; children?: ComponentChildren }

/** When it was worked out, and whether something has changed since. */
export const MadeAt = ({ m, made, children, ...asked }: MadeAtProps) => (
  <Alert tone={made.stale ? 'warn' : 'info'}>
    <p>
      {made.madeAt} {made.stale && m.stale}
    </p>
    {children}
    <div class="notice-actions">
      <AskAgain m={m} {...asked} />
    </div>
  </Alert>
)
