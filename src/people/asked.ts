/** The instansi that facts about people name, and of each the people concerned; null: everybody. */
export function peopleAsked(jobs: readonly Record<string, unknown>[]): Map<number, number[] | null> {
  const asked = new Map<number, number[] | null>()
  for (const { instansiId, pegawaiIds } of jobs) {
    const id = Number(instansiId)
    const before = asked.get(id)
    if (!Array.isArray(pegawaiIds) || before === null) asked.set(id, null)
    else asked.set(id, [...new Set([...(before ?? []), ...pegawaiIds.map(Number)])])
  }
  return asked
}
