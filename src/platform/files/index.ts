export {
  type Content,
  contentOf,
  isOneOf,
  mediaTypes,
  namedContent,
  safeName,
  telling,
  type Viewable,
  viewable,
} from './content.ts'

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'

export type StoredFile = { bytes: number; sha256: string }

/** Where files live. One process keeps them in a folder; the same verbs can be served by an object store. */
export type Files = {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** Keeps a file as it comes, without ever holding it whole. Nothing is kept where it breaks off, or passes `limit` bytes (null). */
  putStream(key: string, chunks: AsyncIterable<Uint8Array>, limit: number): Promise<StoredFile | null>
  get(key: string): Promise<Uint8Array>
  /** How many bytes a file has; null where there is none. */
  size(key: string): Promise<number | null>
  /** Bytes `start` to `end`, both included, as they are read. */
  readStream(key: string, start: number, end: number): ReadableStream<Uint8Array>
  /** A path that a worker thread can read. */
  path(key: string): string
  remove(key: string): Promise<void>
}

export function folderFiles(folder: string): Files {
  const path = (key: string) => {
    if (!/^[a-z0-9][a-z0-9/_.-]*$/i.test(key) || key.includes('..')) throw new Error(`not a file key: ${key}`)
    return join(folder, key)
  }
  return {
    path,
    async put(key, bytes) {
      const target = path(key)
      await mkdir(dirname(target), { recursive: true })
      // Written aside, flushed, then renamed: after a crash there is the whole file or none.
      const file = await open(`${target}.part`, 'w')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${target}.part`, target)
    },
    async putStream(key, chunks, limit) {
      const target = path(key)
      const aside = `${target}.${randomUUID()}.part`
      await mkdir(dirname(target), { recursive: true })
      const file = await open(aside, 'w')
      const hash = createHash('sha256')
      let bytes = 0
      try {
        for await (const chunk of chunks) {
          bytes += chunk.length
          if (bytes > limit) break
          hash.update(chunk)
          await file.write(chunk)
        }
        await file.sync()
        await file.close()
        if (bytes > limit) await rm(aside, { force: true })
        else await rename(aside, target)
      } catch (error) {
        await file.close().catch(() => {})
        await rm(aside, { force: true })
        throw error
      }
      return bytes > limit ? null : { bytes, sha256: hash.digest('hex') }
    },
    get: key => readFile(path(key)),
    size: key =>
      stat(path(key)).then(
        found => found.size,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null
          throw error
        },
      ),
    readStream: (key, start, end) =>
      Readable.toWeb(createReadStream(path(key), { start, end })) as unknown as ReadableStream<Uint8Array>,
    remove: key => rm(path(key), { force: true }),
  }
}
