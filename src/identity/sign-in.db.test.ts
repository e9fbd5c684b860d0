import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { bareApp } from '../../test/factories/app.ts'
import { newInstansi, newPegawai, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import * as actions from './actions.ts'
import { setUpKey } from './set-up.ts'
import { actorById } from './store.ts'

let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  app = await bareApp(database)
})
afterEach(async () => {
  app.cleanUp()
  await database.asOwner(db => sql`TRUNCATE identity.user_account, pegawai, unit, instansi CASCADE`.execute(db))
})

const password = 'kuda baterai staples'
const inside = async (cookie: string, path = '/akun-saya') => (await app.get(path, cookie)).status
const count = async (table: string) =>
  (await database.asOwner(db => sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(db))).rows[0]!.n
const actorNamed = async (id: string) => (await actorById(database.outer, id))!

/** A person with a NIP and an account. */
const withPerson = async (nip: string, username: string) => {
  const pegawaiId = await asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx)
    return newPegawai(tx, { instansi_id, unit_id: await newUnit(tx, { instansi_id }), nip })
  })
  return app.account(username, password, { pegawaiId })
}

describe('signing in', () => {
  it('goes by the name of the account in any case, or by the NIP with its blanks', async () => {
    await withPerson('199001012020121001', 'ani.wijaya')
    for (const login of ['ani.wijaya', ' Ani.Wijaya ', '199001012020121001', '19900101 202012 1 001'])
      expect(await inside(await app.signIn(login, password)), login).toBe(200)
    expect(await app.signIn('199001012020121001', 'kuda baterai stapler')).toBe('401')
    expect(await app.signIn('nobody', password)).toBe('401')
  })

  it('says the same of a wrong name and a wrong password', async () => {
    await app.account('ani', password)
    const say = async (akun: string) =>
      (await (await app.post('/masuk', { akun, sandi: 'salah sekali' })).text()).replaceAll(akun, '')
    expect(await say('ani')).toBe(await say('xyz'))
  })

  it('ends after five wrong passwords, for the right one too, and is said with a time to wait', async () => {
    await app.account('ani', password)
    await app.account('budi', password)
    for (let i = 0; i < 5; i++) expect(await app.signIn('ani', 'salah sekali')).toBe('401')
    const answer = await app.post('/masuk', { akun: 'ANI', sandi: password })
    expect(answer.status).toBe(429)
    expect(await answer.text()).toContain('15 menit')
    expect(await inside(await app.signIn('budi', password))).toBe(200)
  })

  it('counts the name and the NIP of one account together', async () => {
    await withPerson('199001012020121001', 'ani.wijaya')
    for (let i = 0; i < 3; i++) expect(await app.signIn('ani.wijaya', 'salah sekali')).toBe('401')
    for (let i = 0; i < 2; i++) expect(await app.signIn('199001012020121001', 'salah sekali')).toBe('401')
    expect(await app.signIn('199001012020121001', password)).toBe('429')
  })

  it('counts also guesses that come all at once', async () => {
    await app.account('ani', password)
    const answers = await Promise.all(Array.from({ length: 12 }, () => app.signIn('ani', 'salah sekali')))
    expect(answers.filter(answer => answer === '401').length).toBeLessThanOrEqual(5)
  })
})

describe('signing in through a proxy', () => {
  /** A try over a connection from `connection`, with what stands in X-Forwarded-For. */
  const attempt = async (akun: string, forwarded: string, connection = '10.0.0.2') => {
    const init = { method: 'POST', body: new URLSearchParams({ akun, sandi: 'salah sekali' }) }
    const headers = forwarded ? { 'x-forwarded-for': forwarded } : undefined
    const env = { incoming: { socket: { remoteAddress: connection } } }
    return (await app.app.request('http://piawai.test/masuk', { ...init, headers }, env)).status
  }
  const attempts = async (forwarded: (n: number) => string, connection?: string) => {
    const found: number[] = []
    for (let n = 0; n < 61; n++) found.push(await attempt(`akun-${n}`, forwarded(n), connection))
    return found
  }
  const refusedFrom = async () =>
    asJob(database.outer, async tx => {
      const { rows } = await sql<{ from: string }>`
        SELECT DISTINCT detail->>'address' AS from FROM audit_entry WHERE verb = 'sign_in_refused' AND at = ${app.services.clock.now().toISOString()}
        ORDER BY 1`.execute(tx)
      return rows.map(row => row.from)
    })
  beforeEach(() => database.asOwner(db => sql`TRUNCATE audit_entry`.execute(db)))

  it('without a trusted one is counted by the connection: a made-up header changes nothing', async () => {
    expect((await attempts(n => `203.0.113.${n}`)).at(-1)).toBe(429)
    expect(await refusedFrom()).toEqual(['10.0.0.2'])
  })

  it('that is trusted is counted by whom it reports: one guesser does not lock out the others', async () => {
    app.services.config.trustedProxy = { kind: 'hops', hops: 1 }
    // What the guesser writes into the header itself stands left of what the proxy adds.
    const found = await attempts(n => `198.51.100.${n}, 203.0.113.7`)
    expect([found.slice(0, 60).every(status => status === 401), found.at(-1)]).toEqual([true, 429])
    expect(await attempt('budi', '203.0.113.8')).toBe(401)
    expect(await refusedFrom()).toEqual(['203.0.113.7', '203.0.113.8'])
  })

  it('is not believed to be one because it says so: past the proxy the connection counts', async () => {
    app.services.config.trustedProxy = { kind: 'addresses', has: address => address === '10.0.0.2' }
    expect((await attempts(n => `203.0.113.${n}, 10.0.0.2`, '192.0.2.1')).at(-1)).toBe(429)
    expect(await attempt('budi', '203.0.113.8')).toBe(401)
  })
})

describe('a change of password', () => {
  const change = (cookie: string, lama: string, baru: string) => app.post('/sandi', { lama, baru, ulang: baru }, cookie)

  it('ends every other session and keeps this one; the old password is no more', async () => {
    await app.account('ani', password)
    const [here, there] = [await app.signIn('ani', password), await app.signIn('ani', password)]
    expect((await change(here, password, 'mangga di pohon')).status).toBe(303)
    expect([await inside(here), await inside(there)]).toEqual([200, 303])
    expect(await app.signIn('ani', password)).toBe('401')
    expect(await inside(await app.signIn('ani', 'mangga di pohon'))).toBe(200)
  })

  it('is refused with a wrong old one, the same one or a weak one, and then changes nothing', async () => {
    await app.account('ani', password)
    const [here, there] = [await app.signIn('ani', password), await app.signIn('ani', password)]
    expect((await change(here, 'bukan ini dulu', 'mangga di pohon')).status).toBe(422)
    expect((await change(here, password, password)).status).toBe(422)
    expect((await change(here, password, 'password123')).status).toBe(422)
    expect((await app.post('/sandi', { lama: password, baru: 'mangga di pohon', ulang: 'mangga' }, here)).status).toBe(422)
    expect(await inside(there)).toBe(200)
  })

  it('is forced by a password for one use: nothing else opens before', async () => {
    await app.account('boss', password, { role: 'admin' })
    const admin = await actorNamed(
      (await app.services.db.executeQuery(sql<{ id: string }>`SELECT id FROM identity.user_account`.compile(database.outer)))
        .rows[0]!.id,
    )
    const opened = await actions.openAccount(app.services, admin, {
      username: 'ani',
      name: 'Ani',
      pegawaiId: null,
      instansiId: null,
    })
    const cookie = await app.signIn('ani', opened.password)
    const elsewhere = await app.get('/akun-saya', cookie)
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([303, '/sandi'])
    expect((await app.get('/api/v1/coverage', cookie)).status).toBe(403)
    expect(await inside(cookie, '/sandi')).toBe(200)
    expect((await change(cookie, opened.password, 'mangga di pohon')).status).toBe(303)
    expect(await inside(cookie)).toBe(200)
    expect(await app.signIn('ani', opened.password)).toBe('401')
  })

  it('by somebody else ends all sessions, and the new one is for one use again', async () => {
    const id = await app.account('ani', password)
    const cookie = await app.signIn('ani', password)
    const fresh = await actions.resetPassword(app.services, await actorNamed(id), id, null)
    expect(await inside(cookie)).toBe(303)
    expect((await app.get('/akun-saya', await app.signIn('ani', fresh))).headers.get('location')).toBe('/sandi')
  })
})

describe('an account', () => {
  it('that was closed ends at once, with its sessions and tokens, and can be opened again', async () => {
    const id = await app.account('ani', password)
    const ani = await actorNamed(id)
    const cookie = await app.signIn('ani', password)
    const headers = { authorization: `Bearer ${await actions.createToken(app.services, ani, 'uji', 30)}` }
    expect((await app.ask('/akun-saya', { headers })).status).toBe(200)
    await actions.setClosed(app.services, ani, id, true)
    expect(await inside(cookie)).toBe(303)
    expect((await app.ask('/api/v1/coverage', { headers })).status).toBe(401)
    expect(await app.signIn('ani', password)).toBe('401')
    await actions.setClosed(app.services, ani, id, false)
    expect(await inside(cookie)).toBe(303)
    expect(await inside(await app.signIn('ani', password))).toBe(200)
  })

  it('loses what a role opened with the very next request after the role ends', async () => {
    const id = await app.account('boss', password, { role: 'admin' })
    const cookie = await app.signIn('boss', password)
    expect(await inside(cookie, '/jejak')).toBe(200)
    const { rows } = await asJob(database.outer, tx => sql<{ id: number }>`SELECT id FROM identity.role_grant`.execute(tx))
    const boss = await actorNamed(id)
    expect(await actions.endGrant(app.services, boss, 'somebody else', rows[0]!.id)).toBe(false)
    expect(await inside(cookie, '/jejak')).toBe(200)
    expect(await actions.endGrant(app.services, boss, id, rows[0]!.id)).toBe(true)
    expect(await inside(cookie, '/jejak')).toBe(403)
    expect(await inside(cookie)).toBe(200)
  })
})

describe('a token', () => {
  it('opens until it is revoked, by its owner only; it is stored nowhere', async () => {
    const [id, other] = [await app.account('ani', password), await app.account('budi', password)]
    const token = await actions.createToken(app.services, await actorNamed(id), 'uji', 30)
    const ask = async (text: string) => (await app.ask('/akun-saya', { headers: { authorization: `Bearer ${text}` } })).status
    const { rows } = await asJob(database.outer, tx => sql<{ id: number }>`SELECT * FROM identity.api_token`.execute(tx))
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await ask(token)).toBe(200)
    expect(await ask(`${token}x`)).toBe(303)
    expect(await actions.revokeToken(app.services, await actorNamed(other), rows[0]!.id)).toBe(false)
    expect(await ask(token)).toBe(200)
    expect(await actions.revokeToken(app.services, await actorNamed(id), rows[0]!.id)).toBe(true)
    expect(await ask(token)).toBe(303)
    expect(await actions.revokeToken(app.services, await actorNamed(id), rows[0]!.id)).toBe(false)
  })

  it('ends with its last day', async () => {
    const id = await app.account('ani', password)
    const token = await actions.createToken(app.services, await actorNamed(id), 'uji', 1)
    const later = { ...app.services.clock, now: () => new Date(Date.parse('2026-11-23T03:00:00Z')) }
    app.services.clock = later
    expect((await app.ask('/api/v1/coverage', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401)
  })
})

describe('the set-up link', () => {
  const fields = { wilayah: '', nama_instansi: 'Kementerian Uji', kode_bkn: '3001', nama: 'Ani', akun: 'ani', sandi: password }
  const install = (kunci: string, akun = 'ani') => app.post('/pasang', { ...fields, akun, kunci })

  it('makes one installation where two people use it at once', async () => {
    const key = (await setUpKey(database.outer))!
    const answers = await Promise.all([install(key, 'ani'), install(key, 'budi')])
    expect(answers.map(answer => answer.status).sort()).toEqual([303, 404])
    expect([await count('instansi'), await count('identity.user_account')]).toEqual([1, 1])
    expect((await app.ask(`/pasang?kunci=${key}`)).status).toBe(404)
    expect(await setUpKey(database.outer)).toBeNull()
  })

  it('is kept where the form has an error, no longer holds once a newer one was made, and is no other', async () => {
    const old = (await setUpKey(database.outer))!
    const key = (await setUpKey(database.outer))!
    expect((await app.ask(`/pasang?kunci=${old}`)).status).toBe(404)
    expect((await app.ask('/pasang')).status).toBe(404)
    expect((await app.post('/pasang', { ...fields, sandi: 'pendek', kunci: key })).status).toBe(422)
    expect(await count('instansi')).toBe(0)
    expect((await install(key)).status).toBe(303)
    expect(await inside(await app.signIn('ani', password))).toBe(200)
  })
})
