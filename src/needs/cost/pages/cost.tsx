import { Alert, Disclosure, Facts, Figures, Section } from '../../../ui/index.ts'
import type { CostMessages } from '../messages.ts'
import type { CostView } from '../present.ts'

type Props = {
  m: CostMessages
  /** Null: nothing at all is filled in. */
  cost: CostView | null
  /** Where the prices are set. */
  href: string
}

/** What it costs to leave a gap open, how that was worked out, and from what. */
export const CostSection = ({ m, cost, href }: Props) => (
  <Section title={m.title} lead={m.lead}>
    {cost === null ? (
      <Alert tone="info">
        <p>
          {m.unset} <a href={href}>{m.unsetWhere}</a>
        </p>
      </Alert>
    ) : (
      <>
        <Figures
          items={[
            {
              label: m.yearly,
              value: cost.short,
              detail: [cost.yearly === cost.short ? null : cost.yearly, cost.uncounted].filter(Boolean).join('. ') || undefined,
              tone: cost.uncounted ? 'warn' : 'neutral',
            },
            {
              label: m.closingOnce,
              value: cost.closingShort,
              detail: cost.closing === cost.closingShort ? undefined : cost.closing,
            },
          ]}
        />
        <Disclosure summary={m.formula}>
          <p>{m.formulaText}</p>
          <p>{m.formulaClosing}</p>
          <Facts items={cost.inputs} />
          <p>
            {cost.source} <a href={cost.href}>{m.policyName}</a>
          </p>
        </Disclosure>
      </>
    )}
  </Section>
)

/** The same in a line below a picture of many gaps. */
export const CostLine = ({ m, cost, href }: Props) => (
  <p class="section-lead">
    {cost === null ? (
      <>
        {m.unset} <a href={href}>{m.unsetWhere}</a>
      </>
    ) : (
      <>
        {m.footer(cost.yearly)} {m.footerClosing(cost.closing)} {cost.uncounted} {m.estimate}{' '}
        <a href={cost.href}>{m.policyName}</a>
      </>
    )}
  </p>
)
