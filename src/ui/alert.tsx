import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import { type Tone, toneIcon } from './tone.ts'

export const Alert = ({ tone, title, children }: { tone: Tone; title?: string; children?: ComponentChildren }) => (
  <div class={`alert notice notice-${tone}`}>
    <Icon name={toneIcon[tone]} />
    <div>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)
