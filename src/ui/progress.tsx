import type { Tone } from './tone.ts'

export const Progress = ({ value, max, label }: { value: number; max: number; label: string }) => (
  <div class="measure">
    <p class="measure-label">{label}</p>
    <progress class="progress" value={value} max={max} aria-label={label} />
  </div>
)

const clamp = (share: number) => Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0))

/** A share as a bar with its words; the bar repeats what the words say. */
export const ShareBar = ({ share, label, tone = 'neutral' }: { share: number; label: string; tone?: Tone }) => (
  <div class={`measure tone-${tone}`}>
    <p class="measure-label">{label}</p>
    <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="share-of" width="100" height="4" />
      <rect class="share-is" width={Math.round(clamp(share) * 1000) / 10} height="4" />
    </svg>
  </div>
)
