import { ButtonLink, Progress, Section } from '../../../ui/index.ts'
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
