import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { type Tone, toneIcon } from './tone.ts'

type KeyFigureProps = {
  value: ComponentChildren
  unit?: ComponentChildren
  label: ComponentChildren
  sentence?: ComponentChildren
  tone?: Tone
  /** What to do next. */
  action?: ComponentChildren
}

/** The one figure that opens a screen, what it means in a sentence, and what to do next. */
export const KeyFigure = ({ value, unit, label, sentence, tone = 'neutral', action }: KeyFigureProps) => (
  <div class={`key-figure tone-${tone}`}>
    <p class="key-figure-label">{label}</p>
    <p class={typeof value === 'string' && value.length > 9 ? 'key-figure-value is-long' : 'key-figure-value'}>
      {value}
      {unit && <span class="key-figure-unit"> {unit}</span>}
    </p>
    {sentence && (
      <p class="key-figure-sentence">
        {tone !== 'neutral' && <Icon name={toneIcon[tone]} />}
        <span>{sentence}</span>
      </p>
    )}
    {action && <div class="actions">{action}</div>}
  </div>
)

export type Figure = {
  label: ComponentChildren
  value: ComponentChildren
  detail?: ComponentChildren
  href?: string
  tone?: Tone
}

const Words = ({ figure }: { figure: Figure }) => (
  <>
    <span class="figure-label">{figure.label}</span>
    <span class="figure-value">{figure.value}</span>
    {figure.detail && (
      <span class="figure-detail">
        {figure.tone && figure.tone !== 'neutral' && <Icon name={toneIcon[figure.tone]} />}
        <span>{figure.detail}</span>
      </span>
    )}
  </>
)

/** A row of smaller figures; one with an `href` leads down to its rows. */
export const Figures = ({ items }: { items: Figure[] }) => (
  <ul class="figures">
    {items.map((figure, index) => (
      <li key={index} class={`tone-${figure.tone ?? 'neutral'}`}>
        {figure.href ? (
          <a class="figure" href={figure.href}>
            <Words figure={figure} />
          </a>
        ) : (
          <div class="figure">
            <Words figure={figure} />
          </div>
        )}
      </li>
    ))}
  </ul>
)
