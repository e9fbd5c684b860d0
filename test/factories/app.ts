import { createApp } from '../../src/app.ts'
import { createAuth, hashPassword, sessionSecret } from '../../src/identity/index.ts'
import * as identity from '../../src/identity/store.ts'
import type { Role } from '../../src/platform/actor.ts'
import { asJob, type Database } from '../../src/platform/db/index.ts'
import { importServices } from './imports.ts'

const host = 'http://piawai.test'

/** The whole app over a database as it is, without the demo and without a listening server. */
export async function bareApp(database: Database) {
  const { services, cleanUp } = importServices(database)
  const auth = createAuth(database.outer, await sessionSecret(database.outer), undefined)
  const assets = { folder: 'dist/client', names: () => ({ css: '/style.css', js: '/app.js', font: '/font.woff2' }) }
  const app = createApp(services, auth, assets)
  const ask = async (path: string, init: RequestInit = {}) => app.request(host + path, init)
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } })
  const cookieOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map(cookie => cookie.split(';')[0])
      .join('; ')
  return {
    services,
    auth,
    app,
    ask,
    post,
    cleanUp,
    get: (path: string, cookie: string) => ask(path, { headers: { cookie } }),
    /** The cookie to send from then on, or the status that was answered instead. */
    async signIn(akun: string, sandi: string): Promise<string> {
      const answer = await post('/masuk', { akun, sandi })
      return answer.status === 303 ? cookieOf(answer) : String(answer.status)
    },
    async account(username: string, password: string, values: { pegawaiId?: number; mustChange?: boolean; role?: Role } = {}) {
      const passwordHash = await hashPassword(password)
      return asJob(database.outer, async tx => {
        const { pegawaiId = null, mustChange = false, role } = values
        const id = await identity.insertAccount(tx, { username, name: username, pegawaiId, passwordHash, mustChange })
        const grant = { accountId: id, place: 'nation', instansiId: null, unitId: null, grantedBy: id } as const
        if (role) await identity.insertGrant(tx, { ...grant, role })
        return id
      })
    },
  }
}
