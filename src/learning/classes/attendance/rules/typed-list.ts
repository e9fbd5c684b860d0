export const markStates = ['hadir', 'izin', 'sakit', 'alpa'] as const
export type MarkState = (typeof markStates)[number]

/** A line that could not be read, as it was typed. */
export type BadLine = { text: string; why: 'nip' | 'state' | 'unknown' | 'twice' }

/**
 * Reads a list as it is typed or pasted from a sheet: a NIP a line, then perhaps hadir, izin, sakit or alpa (nothing: hadir), divided by
 * semicolon, comma or tab. What cannot be read comes back.
 */
export function readTypedList(
  text: string,
  participants: readonly { pegawaiId: number; nip: string }[],
): { marks: { pegawaiId: number; state: MarkState }[]; bad: BadLine[] } {
  const byNip = new Map(participants.map(one => [one.nip, one.pegawaiId]))
  const marks = new Map<number, MarkState>()
  const bad: BadLine[] = []
  for (const line of text.split(/\r?\n/).map(one => one.trim())) {
    if (line === '') continue
    const parts = line.split(/[;,\t]/).map(one => one.trim())
    const nip = parts[0]!.replace(/[\s'.]/g, '')
    const word = (parts.slice(1).find(one => one !== '') ?? 'hadir').toLowerCase()
    const state = markStates.find(one => one === word)
    const pegawaiId = byNip.get(nip)
    if (!/^\d{18}$/.test(nip)) bad.push({ text: line, why: 'nip' })
    else if (!state) bad.push({ text: line, why: 'state' })
    else if (pegawaiId === undefined) bad.push({ text: line, why: 'unknown' })
    else if (marks.has(pegawaiId)) bad.push({ text: line, why: 'twice' })
    else marks.set(pegawaiId, state)
  }
  return { marks: [...marks].map(([pegawaiId, state]) => ({ pegawaiId, state })), bad }
}
