import { Icon } from './icon.tsx'

export type Step = { label: string; state: 'done' | 'now' | 'later'; href?: string }

export const Steps = ({ steps, label }: { steps: Step[]; label: string }) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step, index) => (
      <li key={step.label} class={`step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
        <span class="step-mark">{step.state === 'done' ? <Icon name="check" /> : index + 1}</span>
        {step.href ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
      </li>
    ))}
  </ol>
)
