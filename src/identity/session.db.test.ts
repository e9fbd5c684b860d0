import type { RawBuilder } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { bareApp } from '../../test/factories/app.ts'
import { newInstansi } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { insertGrant, sessionOf } from './store.ts'

const password = 'kuda baterai staples'
let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let cookie: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  app = await bareApp(database)
  await app.account('ani', password)
  cookie = await app.signIn('ani', password)
})
afterEach(async () => {
  app.cleanUp()
  await database.asOwner(db => sql`TRUNCATE identity.user_account, instansi CASCADE`.execute(db))
})

const name = 'piawai.session_token'
/** The cookie as a browser keeps it: the token and its signature. */
const value = () => decodeURIComponent(cookie.slice(name.length + 1))
const bearing = (changed: string) => app.get('/akun-saya', `${name}=${encodeURIComponent(changed)}`)
const sessions = () =>
  database.asOwner(async db => (await sql<{ token: string; expires_at: Date }>`SELECT * FROM identity.session`.execute(db)).rows)
const endsIn = (days: number) =>
  database.asOwner(db => sql`UPDATE identity.session SET expires_at = now() + ${`${days} days`}::interval`.execute(db))
const daysLeft = async () => ((await sessions())[0]!.expires_at.getTime() - Date.now()) / 86_400_000

describe('the cookie of a session', () => {
  it('opens only with the signature it was given', async () => {
    const [token = '', signature = ''] = value().split('.')
    const otherLetter = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
    expect((await bearing(value())).status).toBe(200)
    for (const forged of [
      token,
      `${token}.`,
      `${token}.${otherLetter(signature)}`,
      `${otherLetter(token)}.${signature}`,
      `.${signature}`,
      signature,
    ])
      expect((await bearing(forged)).headers.get('location'), forged).toMatch(/^\/masuk/)
  })

  it('of another session than its signature was made for opens neither', async () => {
    const [mine] = await sessions()
    await app.signIn('ani', password)
    const other = (await sessions()).find(one => one.token !== mine!.token)!
    expect((await bearing(`${other.token}.${value().split('.')[1]}`)).status).toBe(303)
  })

  it('opens nothing once the session was ended', async () => {
    await database.asOwner(db => sql`DELETE FROM identity.session`.execute(db))
    expect((await bearing(value())).status).toBe(303)
  })
})

describe('a session', () => {
  it('prolonged less than a day ago is left as it is', async () => {
    await endsIn(6.5)
    const answer = await bearing(value())
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    expect(await daysLeft()).toBeCloseTo(6.5, 1)
  })

  it('that is used a day later holds seven days from then on, and so does its cookie', async () => {
    await endsIn(5)
    const answer = await bearing(value())
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie().find(one => one.startsWith(name))).toContain('Max-Age=604800')
    expect(await daysLeft()).toBeCloseTo(7, 1)
  })

  it('that has run out opens nothing and is forgotten', async () => {
    await endsIn(-0.01)
    expect((await bearing(value())).status).toBe(303)
    expect(await sessions()).toEqual([])
  })

  it('brings who asks, the name of their government and what is unread at once', async () => {
    const unread = (account: RawBuilder<unknown>) => sql<number>`length(${account}) - length(${account}) + 3`
    const [one] = await sessions()
    const bare = (await sessionOf(database.outer, one!.token, unread))!
    expect([bare.actor?.username, bare.actor?.grants, bare.agency]).toEqual(['ani', [], null])
    await asJob(database.outer, async tx => {
      const instansiId = await newInstansi(tx, { name: 'Kota Contoh' })
      const grantedBy = bare.actor!.accountId
      await insertGrant(tx, { accountId: grantedBy, role: 'pengelola', place: 'instansi', instansiId, unitId: null, grantedBy })
    })
    const now = (await sessionOf(database.outer, one!.token, unread))!
    expect([now.actor?.grants.map(grant => grant.role), now.agency, now.unread]).toEqual([['pengelola'], 'Kota Contoh', 3])
    expect(await sessionOf(database.outer, 'no such token', unread)).toBeNull()
  })
})
