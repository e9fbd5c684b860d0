import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export type RunningServer = {
  url: string
  /** The line it printed when it was ready. */
  line: string
  process: ChildProcess
  stop(): Promise<void>
  kill(): Promise<void>
}

export const temporaryFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'piawai-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts the built server on a free port and waits for its one line. Throws with what it printed when it does not come up. */
export async function startServer(dataFolder: string, env: Record<string, string> = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(root, 'dist/server/server.js')], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', PIAWAI_DATA: dataFolder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', chunk => {
      printed += chunk
      const ready = /^Piawai siap.*$/m.exec(printed)
      if (ready) resolve(ready[0])
    })
    child.stderr!.on('data', chunk => {
      printed += chunk
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${printed}`)))
  })
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>(resolve => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  return {
    url: new URL(/https?:\/\/\S+/.exec(line)![0]).origin,
    line,
    process: child,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  }
}

/** Signs in as a demo account; answers the cookie header. */
export async function signIn(url: string, account: string, password = 'piawai-demo'): Promise<string> {
  const response = await fetch(`${url}/masuk`, {
    method: 'POST',
    body: new URLSearchParams({ akun: account, sandi: password }),
    redirect: 'manual',
  })
  if (response.status !== 303) throw new Error(`sign-in as ${account} answered ${response.status}`)
  return response.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
