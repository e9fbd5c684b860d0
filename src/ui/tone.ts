import type { IconName } from './icon.tsx'

/** How a thing stands. Never shown by colour alone: an icon or words stand beside it. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral'

export const toneIcon: Record<Tone, IconName> = { ok: 'check', warn: 'warning', bad: 'alert', info: 'info', neutral: 'info' }

/** Joins class names, leaving out what is not there. */
export const classes = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
