import type { Files } from '../../platform/files/index.ts'
import { boxAt, durationIn } from './rules/mp4.ts'

const mostBoxes = 2000
const moovHead = 1024 * 1024

async function bytesOf(files: Files, key: string, start: number, length: number, size: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const end = Math.min(start + length, size) - 1
  if (end < start) return new Uint8Array()
  for await (const piece of files.readStream(key, start, end)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** How long a film is in seconds, read from its own index, wherever that stands; null where the file does not say. */
export async function durationOf(files: Files, key: string, size: number): Promise<number | null> {
  for (let at = 0, n = 0; at < size && n < mostBoxes; n++) {
    const box = boxAt(await bytesOf(files, key, at, 16, size), at, size - at)
    if (!box) return null
    if (box.type === 'moov') {
      const inside = await bytesOf(files, key, at + box.header, Math.min(box.size - box.header, moovHead), size)
      return durationIn(inside)
    }
    at += box.size
  }
  return null
}
