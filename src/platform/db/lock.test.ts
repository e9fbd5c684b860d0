import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DataFolderInUse, lockDataFolder } from './lock.ts'

let folder: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'piawai-lock-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  child = undefined
  rmSync(folder, { recursive: true, force: true })
})

const file = () => join(folder, 'piawai.lock')
const script = `
  const { lockDataFolder } = await import(process.argv[1])
  try { lockDataFolder(process.argv[2]); console.log('locked'); setInterval(() => {}, 1000) }
  catch (error) { console.log(error.message); process.exit(3) }`

/** Another process that wants the folder; answers what it says first. */
function inChild(): Promise<string> {
  const started = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    script,
    new URL('./lock.ts', import.meta.url).href,
    folder,
  ])
  child = started
  return new Promise((resolve, reject) => {
    started.stdout.once('data', chunk => resolve(String(chunk)))
    started.once('exit', code => reject(new Error(`ended with ${code}`)))
  })
}
const startOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]!

it('refuses a second process on the same folder, with a sentence that says who holds it and what to do', async () => {
  const lock = lockDataFolder(folder)
  const said = await inChild()
  expect(said).toContain(`Data di ${folder} sedang dipakai proses Piawai lain (nomor proses ${process.pid}).`)
  expect(said).toContain('Hentikan proses itu dahulu, atau setel PIAWAI_DATA ke folder lain.')
  lock.release()
})

it('refuses us while another process holds it, and no longer once that one was killed', async () => {
  expect(await inChild()).toBe('locked\n')
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse)
  expect(() => lockDataFolder(folder)).toThrow(`nomor proses ${child!.pid}`)
  const gone = new Promise(resolve => child!.once('exit', resolve))
  child!.kill('SIGKILL')
  await gone
  lockDataFolder(folder)
  expect(readFileSync(file(), 'utf8')).toBe(`${process.pid} ${startOf(process.pid)}`)
})

it('is free again after it was released', async () => {
  lockDataFolder(folder).release()
  expect(existsSync(file())).toBe(false)
  expect(await inChild()).toBe('locked\n')
})

it('takes over what a process that is no more left behind', () => {
  writeFileSync(file(), '4194400 123456') // above the highest number Linux gives a process
  lockDataFolder(folder)
  expect(readFileSync(file(), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
})

it('takes over where the number belongs to another process now, known by when that one began', () => {
  writeFileSync(file(), `${process.ppid} ${startOf(process.ppid)}`)
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse)
  writeFileSync(file(), `${process.ppid} ${Number(startOf(process.ppid)) + 1}`)
  lockDataFolder(folder)
  expect(readFileSync(file(), 'utf8')).toMatch(new RegExp(`^${process.pid} `))
})

it('takes over a lock without anything in it, and makes a folder that is not there yet', () => {
  writeFileSync(file(), '')
  lockDataFolder(folder).release()
  const deeper = join(folder, 'a', 'b')
  lockDataFolder(deeper)
  expect(existsSync(join(deeper, 'piawai.lock'))).toBe(true)
})
