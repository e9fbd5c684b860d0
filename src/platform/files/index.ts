import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where files live. One process keeps them in a folder; the same five verbs can be served by an object store. */
export type Files = {
  put(key: string, bytes: Uint8Array): Promise<void>
  get(key: string): Promise<Uint8Array>
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
    get: key => readFile(path(key)),
    remove: key => rm(path(key), { force: true }),
  }
}
