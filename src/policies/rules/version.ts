/** A version of a local rule as it stands in the database; dates `yyyy-mm-dd`, `until` the first day it no longer holds. */
export type Span = { instansiId: number | null; version: number; activeFrom: string; activeUntil: string | null }

/**
 * The version that held on a day: the instansi's own before the one set for all, of two the later. Null where nobody had chosen.
 * A version that was replaced on the day it was set never held.
 */
export function heldOn<S extends Span>(versions: readonly S[], date: string): S | null {
  const held = versions.filter(one => one.activeFrom <= date && (one.activeUntil === null || date < one.activeUntil))
  const latest = (own: boolean) =>
    held.filter(one => (one.instansiId !== null) === own).sort((a, b) => b.version - a.version)[0] ?? null
  return latest(true) ?? latest(false)
}
