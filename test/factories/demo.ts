import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemo } from '../../seeds/demo/index.ts'
import { createApp } from '../../src/app.ts'
import { createAuth, hashPassword, sessionSecret } from '../../src/identity/index.ts'
import { recogniseAll } from '../../src/learning/index.ts'
import { recalculateAll } from '../../src/needs/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { asJob, type Tx } from '../../src/platform/db/index.ts'
import { folderFiles } from '../../src/platform/files/index.ts'
import type { Services } from '../../src/platform/http/context.ts'
import { createLog } from '../../src/platform/log.ts'
import { testDatabase } from '../database.ts'

const host = 'http://piawai.test'

/**
 * The whole app over the demo, wired as boot.ts does, without a listening server. Jobs are accepted and not done: nothing runs behind
 * the back of a test. `before` adds rows between the load and the calculation.
 */
export async function demoApp(before: (tx: Tx) => Promise<void> = async () => {}) {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'piawai-demo-'))
  const services: Services = {
    config: {
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      databaseUrl: undefined,
      demo: true,
      publicUrl: undefined,
      trustedProxy: { kind: 'none' },
      mail: null,
      logLevel: 'error',
    },
    clock: systemClock,
    database,
    db: database.outer,
    files: folderFiles(join(folder, 'files')),
    jobs: {
      on() {},
      hear() {},
      every() {},
      send: async () => {},
      start: async () => {},
      stop: async () => {},
      ready: () => true,
    },
    log: createLog('error'),
  }
  await loadDemo(database, {
    today: systemClock.today(),
    hashPassword,
    shelf: { from: 'seeds/demo/files', files: services.files },
  })
  await asJob(database.outer, before)
  await database.analyze()
  await recogniseAll(services)
  await recalculateAll(services)
  await database.analyze()
  const auth = createAuth(database.outer, await sessionSecret(database.outer), undefined)
  const app = createApp(services, auth, {
    folder: 'dist/client',
    names: () => ({ css: '/style.css', js: '/app.js', font: '/font.woff2' }),
  })
  return {
    services,
    database,
    app,
    ask: (path: string, init?: RequestInit) => app.request(host + path, init),
    /** Signs in as a person would; answers the cookie to send from then on. */
    async signIn(account: string, password = 'piawai-demo'): Promise<string> {
      const answer = await app.request(`${host}/masuk`, {
        method: 'POST',
        body: new URLSearchParams({ akun: account, sandi: password }),
      })
      if (answer.status !== 303) throw new Error(`sign-in as ${account} answered ${answer.status}`)
      return answer.headers
        .getSetCookie()
        .map(cookie => cookie.split(';')[0])
        .join('; ')
    },
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type DemoApp = Awaited<ReturnType<typeof demoApp>>
