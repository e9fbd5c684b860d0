import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { brokenSeal, sealAudit } from '../../platform/audit/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { insertGrant } from '../store.ts'
import { forgetSpent, resumeOpenings } from './jobs.ts'
import * as store from './store.ts'
import { workOnOpening } from './work.ts'

const password = 'kuda baterai staples'
let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let sent: { name: string; data: Record<string, unknown> }[]
let cookie: string
const o = { bangka: 0, belitung: 0, dinkes: 0, puskesmas: 0, disdik: 0, admin: '' }
const nip = (n: number) => `19900101202012${1 + (n % 2)}${String(n).padStart(3, '0')}`

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  app = await bareApp(database)
  sent = []
  app.services.jobs.send = async (_tx, name, data) => void sent.push({ name, data: data as Record<string, unknown> })
  await asJob(database.outer, async tx => {
    o.bangka = await newInstansi(tx, { name: 'Kabupaten Bangka', region_code: '19.01' })
    o.belitung = await newInstansi(tx, { name: 'Kabupaten Belitung', region_code: '19.02' })
    o.dinkes = await newUnit(tx, { instansi_id: o.bangka, name: 'Dinas Kesehatan' })
    o.puskesmas = await newUnit(tx, { instansi_id: o.bangka, name: 'Puskesmas', parent_id: o.dinkes })
    o.disdik = await newUnit(tx, { instansi_id: o.bangka, name: 'Dinas Pendidikan' })
    const person = (n: number, unit_id: number, name: string, status = 'aktif') =>
      newPegawai(tx, { instansi_id: o.bangka, unit_id, nip: nip(n), name, status })
    await person(1, o.dinkes, 'Ani')
    await person(2, o.puskesmas, 'Budi')
    await person(3, o.disdik, 'Cici', 'tugas_belajar')
    await person(4, o.disdik, 'Dedi', 'berhenti')
    await newPegawai(tx, {
      instansi_id: o.belitung,
      unit_id: await newUnit(tx, { instansi_id: o.belitung }),
      nip: nip(9),
      name: 'Lain',
    })
  })
  o.admin = await app.account('admin-bangka', password)
  await asJob(database.outer, tx =>
    insertGrant(tx, {
      accountId: o.admin,
      role: 'admin',
      place: 'instansi',
      instansiId: o.bangka,
      unitId: null,
      grantedBy: o.admin,
    }),
  )
  cookie = await app.signIn('admin-bangka', password)
})
afterEach(async () => {
  app.cleanUp()
  await database.asOwner(db =>
    sql`TRUNCATE identity.user_account, pegawai, unit, instansi, audit_entry, audit_seal CASCADE`.execute(db),
  )
})

const query = async <T>(text: string) => (await asJob(database.outer, tx => sql.raw<T>(text).execute(tx))).rows
const usernames = async () =>
  (await query<{ username: string }>('SELECT username FROM identity.user_account WHERE pegawai_id IS NOT NULL ORDER BY 1')).map(
    row => row.username,
  )
const ask = (fields: Record<string, string> = {}, as = cookie) =>
  app.post('/akun/massal', { instansi: '19.01', unit: '', pekerjaan: 'open', ...fields }, as)
/** Asks for an opening; answers its id. */
const asked = async (fields: Record<string, string> = {}) => {
  const answer = await ask(fields)
  expect(answer.status).toBe(303)
  return Number(/\/akun\/massal\/(\d+)$/.exec(answer.headers.get('location')!)![1])
}
const work = async () => {
  for (let job = sent.shift(); job; job = sent.shift()) await workOnOpening(app.services, Number(job.data.openingId))
}
const opened = async (fields: Record<string, string> = {}) => {
  const id = await asked(fields)
  await work()
  return id
}
const stateOf = (id: number) => asJob(database.outer, async tx => (await store.openingById(tx, id))!)
const fetched = async (id: number, as = cookie) => app.post(`/akun/massal/${id}/sandi`, {}, as)
/** The rows of the file: [nip, password, remark]. */
const passwords = async (answer: Response) =>
  (await readSheetBytes(new Uint8Array(await answer.arrayBuffer())))
    .slice(4)
    .map(row => [row[0], row[6], row[7] ?? null] as [string, string | null, string | null])
const keys = () => {
  const folder = join(app.services.config.dataFolder, 'openings')
  return existsSync(folder) ? readdirSync(folder) : []
}
const page = async (path: string) => (await app.get(path, cookie)).text()

describe('opening accounts for many', () => {
  it('says first how many have none, and asks before it begins', async () => {
    const text = await page('/akun/massal')
    expect(text).toContain('dari 3 pegawai yang masih bekerja di sini')
    expect(text).toContain('Buka 3 akun')
    expect(text).toContain('sekitar 1 menit')
    expect(await page(`/akun/massal?unit=${o.dinkes}`)).toContain('Buka 2 akun')
    expect((await app.get('/akun/massal?unit=999999', cookie)).status).toBe(404)
    expect((await app.get('/akun/massal?instansi=19.02', cookie)).status).toBe(404)
    expect((await ask({ instansi: '19.02' })).status).toBe(404)
  })

  it('opens one for everybody in service who has none, with a password each that must be changed', async () => {
    const id = await opened()
    expect(await usernames()).toEqual([nip(1), nip(2), nip(3)].sort())
    expect(await stateOf(id)).toMatchObject({ state: 'done', total: 3, progress: 3, written: 3 })
    const told = await passwords(await fetched(id))
    expect(told.map(([who]) => who).sort()).toEqual([nip(1), nip(2), nip(3)].sort())
    for (const [who, sandi] of told) {
      const own = await app.signIn(who, sandi!)
      expect((await app.get('/saya', own)).headers.get('location')).toBe('/sandi')
    }
  })

  it('opens those of an office and what is below it', async () => {
    await opened({ unit: String(o.dinkes) })
    expect(await usernames()).toEqual([nip(1), nip(2)].sort())
  })

  it('again finds nobody left, and opens only who came since', async () => {
    await opened()
    const nothing = await ask()
    expect(nothing.headers.get('location')).toBe('/akun/massal?instansi=19.01')
    expect(sent).toEqual([])
    await asJob(database.outer, tx => newPegawai(tx, { instansi_id: o.bangka, unit_id: o.disdik, nip: nip(5), name: 'Eko' }))
    const id = await opened()
    expect((await passwords(await fetched(id))).map(row => row[0])).toEqual([nip(5)])
  })

  it('asked for twice at once is done once', async () => {
    const [first, second] = await Promise.all([asked(), asked()])
    expect(second).toBe(first)
    expect(sent).toHaveLength(1)
    expect(keys()).toHaveLength(1)
    await work()
    expect(await usernames()).toHaveLength(3)
  })

  it('is one entry of the trail, in the chain, without a password or a name', async () => {
    const id = await opened()
    const entries = await query<{
      verb: string
      subject: string
      rows: number
      instansi_id: number
      account_id: string
      detail: object
    }>("SELECT verb, subject, rows, instansi_id, account_id, detail FROM audit_entry WHERE subject LIKE 'opening:%' ORDER BY id")
    expect(
      entries.map(({ verb, subject, rows, instansi_id, account_id }) => [verb, subject, rows, instansi_id, account_id]),
    ).toEqual([
      ['request_opening', `opening:${id}`, 1, o.bangka, o.admin],
      ['open_accounts', `opening:${id}`, 3, o.bangka, o.admin],
    ])
    expect(JSON.stringify(entries[1]!.detail)).toMatch(/"accountsDigest":"[0-9a-f]{64}"/)
    await asJob(database.outer, async tx => {
      await sealAudit(tx, new Date('2026-11-22T04:00:00Z'))
      expect(await brokenSeal(tx)).toBeNull()
    })
  })

  it('passes over who left, moved away, got an account or lost the name meanwhile, and says so in the file', async () => {
    const id = await asked()
    const [claim, opening] = ['uji', await stateOf(id)]
    await asJob(database.outer, async tx => {
      await store.claimOpening(tx, id, claim)
      await store.writePeople(tx, opening, claim)
    })
    await asJob(database.outer, tx => sql`UPDATE pegawai SET status = 'berhenti' WHERE nip = ${nip(1)}`.execute(tx))
    await app.account(nip(2), password) // somebody else's, of that name
    await work()
    expect(await stateOf(id)).toMatchObject({ state: 'done', total: 3, written: 1 })
    expect(await passwords(await fetched(id))).toEqual(
      expect.arrayContaining([
        [nip(1), null, expect.stringContaining('Tidak dibuka')],
        [nip(2), null, expect.stringContaining('Tidak dibuka')],
        [nip(3), expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/), null],
      ]),
    )
  })
})

describe('a process that stops', () => {
  const many = async (n: number) =>
    asJob(database.outer, async tx => {
      for (let i = 0; i < n; i++)
        await newPegawai(tx, { instansi_id: o.bangka, unit_id: o.disdik, nip: nip(100 + i), name: `Orang ${i}` })
    })

  it('in the middle of hashing leaves no account, and the next goes on where it was', async () => {
    await many(60)
    const id = await asked()
    const opening = await stateOf(id)
    await asJob(database.outer, async tx => {
      await store.claimOpening(tx, id, 'mati')
      await store.writePeople(tx, opening, 'mati')
      const some = await store.unhashed(tx, id, 40)
      const hashed = some.map(pegawaiId => ({ pegawaiId, password: `sidik ${pegawaiId}` }))
      expect(await store.saveHashes(tx, id, 'mati', hashed)).toBe(true)
    })
    expect([(await stateOf(id)).progress, await usernames()]).toEqual([40, []])
    expect(await page(`/akun/massal/${id}`)).toContain('40 dari 63 kata sandi disiapkan')
    await work()
    expect(await stateOf(id)).toMatchObject({ state: 'done', total: 63, progress: 63, written: 63 })
    const kept = await query<{ n: number }>(`
      SELECT count(*) FILTER (WHERE c.password = 'sidik ' || a.pegawai_id)::int AS n
      FROM identity.credential c JOIN identity.user_account a ON a.id = c.account_id`)
    expect(kept).toEqual([{ n: 40 }]) // nothing was hashed twice
    expect(await passwords(await fetched(id))).toHaveLength(63)
  })

  it('that comes back finds another at work, and writes nothing more', async () => {
    const id = await asked()
    const opening = await stateOf(id)
    await asJob(database.outer, async tx => {
      await store.claimOpening(tx, id, 'lama')
      await store.claimOpening(tx, id, 'baru')
      expect(await store.writePeople(tx, opening, 'lama')).toBeNull()
      expect(await store.saveHashes(tx, id, 'lama', [])).toBe(false)
      expect(await store.lockOpening(tx, id, 'lama')).toBe(false)
      expect(await store.lockOpening(tx, id, 'baru')).toBe(true)
    })
  })

  it('in the middle of the last step has written nothing of it', async () => {
    const id = await asked()
    app.services.log.level = 'silent'
    const stopped = () => {
      throw new Error('stopped')
    }
    await expect(workOnOpening({ ...app.services, clock: { ...app.services.clock, now: stopped } }, id)).rejects.toThrow(
      'stopped',
    )
    expect([await usernames(), (await stateOf(id)).state]).toEqual([[], 'queued'])
    await work()
    expect(await usernames()).toHaveLength(3)
  })

  it('is found again, and two attempts at once come to one result', async () => {
    const id = await asked()
    sent.length = 0 // the job went down with its process
    await asJob(database.outer, tx => sql`UPDATE identity.account_opening SET beat_at = now() - interval '1 hour'`.execute(tx))
    app.services.clock = { ...app.services.clock, now: () => new Date() }
    await resumeOpenings(app.services, new Date(0))
    expect(sent).toEqual([{ name: 'account.open', data: { openingId: id } }])
    await Promise.all([workOnOpening(app.services, id), workOnOpening(app.services, id)])
    await work()
    expect(await usernames()).toHaveLength(3)
    await workOnOpening(app.services, id) // the queue delivers once more
    expect((await query<{ n: number }>('SELECT count(*)::int AS n FROM identity.credential'))[0]!.n).toBe(4)
    expect((await query("SELECT 1 FROM audit_entry WHERE verb = 'open_accounts'")).length).toBe(1)
  })

  it('with the key gone opens nothing and says so', async () => {
    const id = await asked()
    await app.services.files.remove((await stateOf(id)).keyFile!)
    app.services.log.level = 'silent'
    await work()
    expect(await stateOf(id)).toMatchObject({ state: 'failed', keyFile: null })
    expect(await usernames()).toEqual([])
    expect(await page(`/akun/massal/${id}`)).toContain('Tidak satu akun pun dibuka')
    expect(await opened()).not.toBe(id)
  })
})

describe('the passwords', () => {
  it('are told once, to who asked; nothing is left to find them from', async () => {
    const id = await opened()
    expect(await page(`/akun/massal/${id}`)).toContain('hanya dapat diunduh satu kali, paling lambat 6 Desember 2026')
    const answer = await fetched(id)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="kata-sandi-${id}-2026-11-22.xlsx"`,
    ])
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const told = await passwords(answer)
    expect(keys()).toEqual([])
    expect(await query('SELECT 1 FROM identity.account_opening_person')).toEqual([])
    expect((await fetched(id)).status).toBe(409)
    expect(await page(`/akun/massal/${id}`)).toContain('Kata sandinya sudah diambil pada 22 November 2026')
    const dump = JSON.stringify([
      await query('SELECT * FROM identity.account_opening'),
      await query('SELECT * FROM identity.credential'),
      await query('SELECT * FROM audit_entry'),
    ])
    for (const [, sandi] of told) expect(dump).not.toContain(sandi)
    expect((await query<{ rows: number }>("SELECT rows FROM audit_entry WHERE verb = 'fetch_passwords'"))[0]!.rows).toBe(3)
  })

  it('asked for twice at the same moment are told to one', async () => {
    const id = await opened()
    const answers = await Promise.all([fetched(id), fetched(id)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })

  it('are not told while they are made, nor to another admin, nor to anybody else', async () => {
    const id = await asked()
    expect((await fetched(id)).status).toBe(409)
    await work()
    const other = await app.account('admin-lain', password, { role: 'admin' })
    const theirs = await app.signIn('admin-lain', password)
    expect(other).not.toBe(o.admin)
    expect((await fetched(id, theirs)).status).toBe(403)
    expect(await (await app.get(`/akun/massal/${id}`, theirs)).text()).toContain('hanya dapat diambil oleh admin-bangka')
    await app.account('pengelola', password, { role: 'pengelola' })
    expect((await fetched(id, await app.signIn('pengelola', password))).status).toBe(403)
    expect((await passwords(await fetched(id))).length).toBe(3)
  })

  it('of somebody who was reset meanwhile are not told: they no longer hold', async () => {
    const id = await opened()
    await asJob(database.outer, tx =>
      sql`UPDATE identity.credential SET password = 'lain' WHERE account_id = (SELECT id FROM identity.user_account WHERE username = ${nip(1)})`.execute(
        tx,
      ),
    )
    const told = new Map((await passwords(await fetched(id))).map(([who, sandi]) => [who, sandi]))
    expect([told.get(nip(1)), typeof told.get(nip(2))]).toEqual([null, 'string'])
  })

  it('that nobody fetched go after two weeks', async () => {
    const id = await opened()
    app.services.clock = fixedClock('2026-12-06T02:59:00Z')
    await forgetSpent(app.services)
    expect(keys()).toHaveLength(1)
    app.services.clock = fixedClock('2026-12-06T03:01:00Z')
    await forgetSpent(app.services)
    expect(keys()).toEqual([])
    expect(await query('SELECT 1 FROM identity.account_opening_person')).toEqual([])
    expect((await fetched(id)).status).toBe(409)
    expect(await page(`/akun/massal/${id}`)).toContain('tidak diambil dalam 14 hari')
  })

  it('that a stopped process left behind go too', async () => {
    const id = await opened()
    await asJob(database.outer, tx => store.markFetched(tx, id, app.services.clock.now()))
    expect(keys()).toHaveLength(1)
    await forgetSpent(app.services)
    expect(keys()).toEqual([])
    expect(await query('SELECT 1 FROM identity.account_opening_person')).toEqual([])
  })
})

describe('passwords that were lost', () => {
  it('are made anew for accounts that were never used, and the old ones end', async () => {
    const first = await passwords(await fetched(await opened()))
    const [used, lost, pimpinan] = [first[0]!, first[1]!, first[2]!]
    const own = await app.signIn(used[0], used[1]!)
    expect((await app.post('/sandi', { lama: used[1]!, baru: 'mangga di pohon', ulang: 'mangga di pohon' }, own)).status).toBe(
      303,
    )
    const [{ id: leader }] = (await query<{ id: string }>(
      `SELECT id FROM identity.user_account WHERE username = '${pimpinan[0]}'`,
    )) as [{ id: string }]
    await asJob(database.outer, tx =>
      insertGrant(tx, {
        accountId: leader,
        role: 'pimpinan',
        place: 'nation',
        instansiId: null,
        unitId: null,
        grantedBy: o.admin,
      }),
    )
    expect(await page('/akun/massal')).toContain('Buat ulang 1 kata sandi')
    const open = await app.signIn(lost[0], lost[1]!)
    const second = await passwords(await fetched(await opened({ pekerjaan: 'renew' })))
    expect(second.map(row => row[0])).toEqual([lost[0]])
    expect(second[0]![1]).not.toBe(lost[1])
    expect((await app.get('/sandi', open)).headers.get('location')).toMatch(/^\/masuk/)
    expect(await app.signIn(lost[0], lost[1]!)).toBe('401')
    expect(await app.signIn(lost[0], second[0]![1]!)).not.toBe('401')
    expect(await app.signIn(used[0], 'mangga di pohon')).not.toBe('401')
    expect(await app.signIn(pimpinan[0], pimpinan[1]!)).not.toBe('401')
    expect((await query("SELECT 1 FROM audit_entry WHERE verb = 'renew_passwords' AND rows = 1")).length).toBe(1)
  })
})

describe('an opening under way', () => {
  it('shows how far it is, leads on when it is done, and is found again in the list', async () => {
    const id = await asked()
    expect(await page(`/akun/massal/${id}`)).toContain(`data-live="/akun/massal/${id}/keadaan"`)
    const fragment = await app.get(`/akun/massal/${id}/keadaan`, cookie)
    expect([fragment.headers.get('X-Location'), (await fragment.text()).startsWith('<div data-live')]).toEqual([null, true])
    await work()
    expect((await app.get(`/akun/massal/${id}/keadaan`, cookie)).headers.get('X-Location')).toBe(`/akun/massal/${id}`)
    expect(await page('/akun/massal')).toContain(`href="/akun/massal/${id}"`)
    expect((await app.get('/akun/massal/999999', cookie)).status).toBe(404)
  })

  it('can be called off before anything was written, not after', async () => {
    const id = await asked()
    expect((await app.post(`/akun/massal/${id}/batal`, {}, cookie)).headers.get('location')).toBe('/akun/massal?instansi=19.01')
    await work()
    expect([await usernames(), keys()]).toEqual([[], []])
    expect(await page(`/akun/massal/${id}`)).toContain('Pekerjaan ini dibatalkan')
    const next = await opened()
    expect((await app.post(`/akun/massal/${next}/batal`, {}, cookie)).headers.get('location')).toBe(`/akun/massal/${next}`)
    expect(await usernames()).toHaveLength(3)
  })

  it('of another government is not there', async () => {
    const id = await opened()
    const other = await app.account('admin-belitung', password)
    await asJob(database.outer, tx =>
      insertGrant(tx, {
        accountId: other,
        role: 'admin',
        place: 'instansi',
        instansiId: o.belitung,
        unitId: null,
        grantedBy: other,
      }),
    )
    const theirs = await app.signIn('admin-belitung', password)
    for (const path of [`/akun/massal/${id}`, `/akun/massal/${id}/keadaan`])
      expect((await app.get(path, theirs)).status).toBe(404)
    expect((await fetched(id, theirs)).status).toBe(404)
    expect((await app.post(`/akun/massal/${id}/batal`, {}, theirs)).status).toBe(404)
    expect(await (await app.get('/akun/massal', theirs)).text()).not.toContain(`/akun/massal/${id}"`)
  })
})
