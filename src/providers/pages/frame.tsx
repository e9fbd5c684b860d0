import type { ComponentChildren } from 'preact'
import { Alert, Badge, ButtonLink, PageHeader, Tabs } from '../../ui/index.ts'

/** What stands above every page of one institution. */
export type ProviderFrame = {
  name: string
  kind: string
  register: string
  /** Why it teaches no more; null: it does. */
  closed: { label: string; sentence: string } | null
  tabs: Parameters<typeof Tabs>[0]
}

export const Framed = ({
  frame,
  actions,
  children,
}: {
  frame: ProviderFrame
  actions?: ComponentChildren
  children: ComponentChildren
}) => (
  <>
    <PageHeader
      title={frame.name}
      eyebrow={
        <>
          {frame.kind} · {frame.register} {frame.closed && <Badge tone="neutral">{frame.closed.label}</Badge>}
        </>
      }
      actions={actions}
    />
    {frame.closed && <Alert tone="info">{frame.closed.sentence}</Alert>}
    <Tabs {...frame.tabs} />
    {children}
  </>
)

/** Null: not for who looks. */
export const Add = ({ href, label }: { href: string | null; label: string }) =>
  href && (
    <ButtonLink href={href} tone="primary" icon="plus">
      {label}
    </ButtonLink>
  )
