/** Stretches of a film in whole seconds, [from, until): in order, apart from each other. */
export type Stretch = [from: number, until: number]

/** Everything seen before and now: said twice it is the same. */
export function merged(before: readonly Stretch[], now: readonly Stretch[], duration: number | null): Stretch[] {
  const within = [...before, ...now]
    .map(
      ([from, until]): Stretch => [
        Math.max(0, Math.floor(from)),
        Math.min(duration ?? Number.MAX_SAFE_INTEGER, Math.ceil(until)),
      ],
    )
    .filter(([from, until]) => until > from)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const out: Stretch[] = []
  for (const [from, until] of within) {
    const last = out.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else out.push([from, until])
  }
  return out
}

export const secondsOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, [from, until]) => sum + until - from, 0)

/** Seen to nine tenths; of a film whose length is not known nobody can say so. */
export const isWatched = (stretches: readonly Stretch[], duration: number | null): boolean =>
  duration !== null && secondsOf(stretches) * 10 >= duration * 9
