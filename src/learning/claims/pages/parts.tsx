import { Alert, Facts, Section } from '../../../ui/index.ts'

export type FlagLine = { key: string; text: string; blocks: boolean; href: string | null }

/** What was found beside a claim, what stands in the way first. */
export const FlagList = ({ title, flags, open }: { title: string; flags: readonly FlagLine[]; open: string }) =>
  flags.length === 0 ? null : (
    <Alert tone={flags.some(flag => flag.blocks) ? 'bad' : 'warn'} title={title}>
      <ul class="form-errors">
        {flags.map(flag => (
          <li key={flag.key}>
            {flag.text}
            {flag.href && (
              <>
                {' '}
                <a href={flag.href}>{open}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )

export type EventLine = { key: number; label: string; value: string; lines: string[] }

export const History = ({ title, events }: { title: string; events: readonly EventLine[] }) =>
  events.length === 0 ? null : (
    <Section title={title}>
      <Facts
        items={events.map(event => ({
          label: event.value,
          value: (
            <>
              {event.label}
              {event.lines.map(line => (
                <p key={line}>{line}</p>
              ))}
            </>
          ),
        }))}
      />
    </Section>
  )
