import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type DataFolderLock = { release(): void }

/** Another process holds the data folder. Its message is for the person at the terminal. */
export class DataFolderInUse extends Error {}

// A number that is used again for another process after a crash must not look like the old owner: on Linux the
// process's start time tells them apart.
function startedAt(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Takes the folder for this process. A lock left behind by a process that was killed is taken over. */
export function lockDataFolder(folder: string): DataFolderLock {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'piawai.lock')
  const mine = `${process.pid} ${startedAt(process.pid)}`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return { release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const [pidText = '', started = ''] = readFileSync(file, 'utf8').split(' ')
    const pid = Number(pidText)
    if (pid > 0 && pid !== process.pid && alive(pid) && startedAt(pid) === started) {
      throw new DataFolderInUse(
        `Data di ${folder} sedang dipakai proses Piawai lain (nomor proses ${pid}).\nTidak ada yang diubah. Hentikan proses itu dahulu, atau setel PIAWAI_DATA ke folder lain.`,
      )
    }
    rmSync(file, { force: true })
  }
  throw new DataFolderInUse(`Folder data ${folder} tidak dapat dikunci. Coba lagi sebentar lagi.`)
}
