import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from './reading.ts'

const MAX_ENTRIES = 2_000
const MAX_RATIO = 200
const RATIO_MATTERS_FROM = 10 * 2 ** 20

type Entry = { name: string; method: number; flags: number; crc: number; packed: number; size: number; offset: number }
export type Zip = { names: string[]; has(name: string): boolean; read(name: string): Buffer }

/**
 * Opens a zip by its central directory. Nothing is unpacked before it is asked for, and then never beyond the size it declares,
 * so that a lying header costs no memory.
 * @throws Refusal `broken` (not a whole zip, a path that climbs, two entries of one name) or `bomb` (too many, too much, too dense)
 */
export function openZip(bytes: Uint8Array, maxUnpackedBytes: number): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  let total = 0
  for (const entry of directory(buffer)) {
    if (entries.has(entry.name) || entry.name.includes('\0') || entry.name.split(/[\\/]/).includes('..'))
      throw new Refusal('broken')
    total += entry.size
    if (total > maxUnpackedBytes) throw new Refusal('bomb', { unpackedBytes: total })
    if (entry.size > RATIO_MATTERS_FROM && entry.size > entry.packed * MAX_RATIO) throw new Refusal('bomb', { part: entry.name })
    entries.set(entry.name, entry)
  }
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    read(name) {
      const entry = entries.get(name)
      if (!entry) throw new Refusal('broken', { part: name })
      return unpack(buffer, entry)
    },
  }
}

function unpack(buffer: Buffer, entry: Entry): Buffer {
  const broken = new Refusal('broken', { part: entry.name })
  if (entry.flags & 1) throw new Refusal('encrypted')
  if (entry.offset + 30 > buffer.length || buffer.readUInt32LE(entry.offset) !== 0x04034b50) throw broken
  const start = entry.offset + 30 + buffer.readUInt16LE(entry.offset + 26) + buffer.readUInt16LE(entry.offset + 28)
  const packed = buffer.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw broken
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry) : null
  if (!content || content.length !== entry.size || crc32(content) !== entry.crc) throw broken
  return content
}

function inflate(packed: Buffer, entry: Entry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 })
  } catch (error) {
    const more = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refusal(more ? 'bomb' : 'broken', { part: entry.name })
  }
}

function* directory(buffer: Buffer): Generator<Entry> {
  let { at, count } = directoryStart(buffer)
  if (count > MAX_ENTRIES) throw new Refusal('bomb', { entries: count })
  for (; count > 0; count--) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== 0x02014b50) throw new Refusal('broken')
    const nameLength = buffer.readUInt16LE(at + 28)
    const extraLength = buffer.readUInt16LE(at + 30)
    const end = at + 46 + nameLength + extraLength + buffer.readUInt16LE(at + 32)
    if (end > buffer.length) throw new Refusal('broken')
    const entry: Entry = {
      name: buffer.toString('utf8', at + 46, at + 46 + nameLength),
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      crc: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    }
    widen(entry, buffer.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
    yield entry
    at = end
  }
}

/** Zip64: streaming writers put the real numbers into an extra field, only those that read FFFFFFFF, in this order. */
function widen(entry: Entry, extra: Buffer) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let field = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff) continue
      if (field + 8 > extra.length) throw new Refusal('broken')
      entry[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
  }
}

function directoryStart(buffer: Buffer): { at: number; count: number } {
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > buffer.length || end < buffer.length - 65_557) throw new Refusal('broken')
  const count = buffer.readUInt16LE(end + 10)
  const at = buffer.readUInt32LE(end + 16)
  if (count !== 0xffff && at !== 0xffffffff) return { at, count }
  const locator = end - 20
  if (locator < 0 || buffer.readUInt32LE(locator) !== 0x07064b50) return { at, count }
  const wide = Number(buffer.readBigUInt64LE(locator + 8))
  if (wide + 56 > buffer.length || buffer.readUInt32LE(wide) !== 0x06064b50) throw new Refusal('broken')
  return { at: Number(buffer.readBigUInt64LE(wide + 48)), count: Number(buffer.readBigUInt64LE(wide + 32)) }
}
