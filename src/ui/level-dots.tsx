type Props = { value: number | null; of: number; max: number; label: string }

const state = (level: number, value: number | null, of: number) => {
  if (value !== null && level <= value) return 'dot-held'
  if (level <= of) return value === null ? 'dot-unknown' : 'dot-missing'
  return 'dot-rest'
}

/** The level held against the level required. Full: held; ring: required and missing; dashed ring: required, not assessed. */
export const LevelDots = ({ value, of, max, label }: Props) => (
  <svg class="dots" viewBox={`0 0 ${max * 16} 20`} width={max * 16} height="20" role="img" aria-label={label}>
    {Array.from({ length: max }, (_, index) => (
      <circle key={index} class={state(index + 1, value, of)} cx={index * 16 + 8} cy="10" r="5" />
    ))}
    {of > 0 && of <= max && <path class="dot-line" d={`M${of * 16} 2.500v15`} />}
  </svg>
)
