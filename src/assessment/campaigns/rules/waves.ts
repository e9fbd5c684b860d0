/** Dates `yyyy-mm-dd`, both included; `quota` people, null: as many as there are. */
export type Wave = { number: number; startsOn: string; endsOn: string; quota: number | null }

export type WaveFlaw = { number: number; flaw: 'dates' | 'order' | 'quota' }

/** What is wrong with waves as they were typed: an end before its start, a start before that of the wave before, a quota of nobody. */
export function waveFlaws(waves: readonly Wave[]): WaveFlaw[] {
  return waves.flatMap((wave, index): WaveFlaw[] => {
    const before = waves[index - 1]
    return [
      ...(wave.endsOn < wave.startsOn ? [{ number: wave.number, flaw: 'dates' as const }] : []),
      ...(before && wave.startsOn < before.startsOn ? [{ number: wave.number, flaw: 'order' as const }] : []),
      ...(wave.quota !== null && wave.quota < 1 ? [{ number: wave.number, flaw: 'quota' as const }] : []),
    ]
  })
}

export type Office = { unitId: number; people: number }

/**
 * Which wave each office falls into: an office stays together, in the first wave that still has room for all of it; where none has, in
 * the one with the most room. The largest are placed first, so that the small fill what is left. At least one wave.
 */
export function shareOut(offices: readonly Office[], waves: readonly Wave[]): Map<number, number> {
  const left = new Map(waves.map(wave => [wave.number, wave.quota ?? Number.POSITIVE_INFINITY]))
  const bySize = [...offices].sort((a, b) => b.people - a.people || a.unitId - b.unitId)
  return new Map(
    bySize.map(({ unitId, people }) => {
      const roomy = waves.find(wave => left.get(wave.number)! >= people)
      const widest = waves.reduce((best, wave) => (left.get(wave.number)! > left.get(best.number)! ? wave : best))
      const { number } = roomy ?? widest
      left.set(number, left.get(number)! - people)
      return [unitId, number]
    }),
  )
}
