/** `reach`: the value not to exceed (or, of `atLeast`, to reach), null where the figure only informs. `reference`: what it is measured against, in the same run. */
export type Figure = { name: string; value: number; unit: string; reach: number | null; reference: string | null; ok: boolean }
export type Bench = { slow?: boolean; run(options: { all: boolean }): Promise<Figure[]> }

const shown = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

export const atMost = (
  name: string,
  value: number,
  unit: string,
  reach: number | null,
  reference: string | null = null,
): Figure => ({
  name,
  value: shown(value),
  unit,
  reach,
  reference,
  ok: reach === null || value <= reach,
})

export const atLeast = (name: string, value: number, unit: string, reach: number, reference: string | null = null): Figure => ({
  name,
  value: shown(value),
  unit,
  reach,
  reference,
  ok: value >= reach,
})

/** The value below which `share` of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!
}

/** Milliseconds of each of `times` runs, one after the other, after `warm` that do not count. */
export async function timed(times: number, work: () => Promise<unknown>, warm = 5): Promise<number[]> {
  for (let i = 0; i < warm; i++) await work()
  const samples: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await work()
    samples.push(performance.now() - started)
  }
  return samples
}
