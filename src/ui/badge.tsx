import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

export const Badge = ({ tone, children, icon }: { tone: Tone; children: ComponentChildren; icon?: IconName }) => (
  <span class={`badge tag tag-${tone}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
)
