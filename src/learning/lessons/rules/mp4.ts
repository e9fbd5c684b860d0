/** What the boxes of an MP4 say: where the index (moov) stands and how long the film is. */
export type Mp4Box = { type: string; start: number; size: number; header: number }

const ascii = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))

/** The box that begins at the first of these bytes; null where none can. `end`: where the file ends, counted from there. */
export function boxAt(bytes: Uint8Array, start: number, end: number): Mp4Box | null {
  if (bytes.length < 8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const type = ascii(bytes, 4)
  const short = view.getUint32(0)
  if (short === 1) {
    if (bytes.length < 16) return null
    const size = Number(view.getBigUint64(8))
    return size >= 16 && size <= end ? { type, start, size, header: 16 } : null
  }
  const size = short === 0 ? end : short
  return size >= 8 && size <= end ? { type, start, size, header: 8 } : null
}

/** The length of the film in whole seconds, from the inside of a moov box; null where it does not say. */
export function durationIn(moov: Uint8Array): number | null {
  for (let at = 0; at + 8 <= moov.length; ) {
    const box = boxAt(moov.subarray(at), at, moov.length - at)
    if (!box) return null
    if (box.type === 'mvhd') {
      const view = new DataView(moov.buffer, moov.byteOffset + at + box.header, box.size - box.header)
      const long = view.byteLength >= 32 && view.getUint8(0) === 1
      if (!long && view.byteLength < 20) return null
      const timescale = view.getUint32(long ? 20 : 12)
      const duration = long ? Number(view.getBigUint64(24)) : view.getUint32(16)
      const seconds = timescale > 0 ? Math.round(duration / timescale) : 0
      return seconds >= 1 && seconds <= 86_400 ? seconds : null
    }
    at += box.size
  }
  return null
}
