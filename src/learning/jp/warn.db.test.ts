import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newAccount, toldTo } from '../../../test/factories/notices.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { addRecords } from '../records/write.ts'
import { expectAll, expectOfClasses } from './expect.ts'
import { jpPolicy } from './policy.ts'
import { recogniseAll } from './recalculate.ts'
import { jpRoutes } from './routes.ts'
import { warnOfJp } from './warn.ts'

let database: Database
const o = { instansi: 0, unit: 0, head: 0, ani: 0, budi: 0, cici: 0, dedi: 0, soon: 0, past: 0 }
const account: Record<string, string> = {}

const learn = (tx: Tx, pegawaiId: number, jp: number) =>
  addRecords(
    tx,
    [
      {
        pegawaiId,
        form: 'teknis',
        international: false,
        name: 'Belajar',
        organiser: null,
        startedOn: '2026-03-02',
        endedOn: '2026-03-04',
        jp,
        sessions: null,
        certificateNumber: null,
        source: 'klaim',
        sourceId: null,
        file: null,
      },
    ],
    { account: 'uji', at: new Date('2026-04-01T03:00:00Z') },
  )
const at = (instant: string) => ({ db: database.outer, clock: fixedClock(instant) })
const now = '2026-10-01T01:00:00Z'

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { name: 'Provinsi Uji', region_code: '19' })
    o.unit = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Kesehatan' })
    const person = (name: string, more: object = {}) =>
      newPegawai(tx, { instansi_id: o.instansi, unit_id: o.unit, name, ...more })
    o.head = await person('Hadi')
    const under = { atasan_id: o.head }
    o.ani = await person('Ani', under) // 8 JP, and 6 to come: 14
    o.budi = await person('Budi', under) // 15 JP, and 6 to come: 21
    o.cici = await person('Cici', { ...under, employment: 'pppk' }) // nothing is asked for
    o.dedi = await person('Dedi', under) // nothing; no account
    for (const [name, id] of Object.entries({ head: o.head, ani: o.ani, budi: o.budi, cici: o.cici }))
      account[name] = await newAccount(tx, `${name}-${id}`, id)
    account.keeper = await newAccount(tx, 'pengelola-uji')
    await sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id, granted_by)
      VALUES (${account.keeper}, 'pengelola', 'instansi', ${o.instansi}, 'uji')`.execute(tx)
    await learn(tx, o.ani, 8)
    await learn(tx, o.budi, 15)
    await learn(tx, o.head, 20)
    const provider = await newProvider(tx, o.instansi)
    const { versionId } = await newCourse(tx, provider, { jp: 6 })
    o.soon = await newClass(tx, provider, versionId, { startsOn: '2026-11-09', endsOn: '2026-11-10' })
    o.past = await newClass(tx, provider, versionId, { startsOn: '2026-09-01', endsOn: '2026-09-02', state: 'running' })
    await enrol(tx, o.soon, [o.ani, o.budi])
    await enrol(tx, o.past, [o.dedi])
  })
  await recogniseAll(at(now))
})
afterAll(() => database.close())

const expected = async () =>
  (
    await asJob(database.outer, tx =>
      sql<{ id: number; adds: number }>`SELECT pegawai_id AS id, adds FROM jp_expected WHERE year = 2026 ORDER BY 1`.execute(tx),
    )
  ).rows
const told = async (who: string) => (await toldTo(database, account[who]!)).map(row => [row.key, row.title_id])
const bodies = async () =>
  (
    await asJob(database.outer, tx =>
      sql<{ key: string; body: string; href: string; topic: string; duty: boolean }>`
        SELECT key, body_id AS body, href, topic, duty FROM notices.notice ORDER BY id`.execute(tx),
    )
  ).rows

describe('what a year is expected to come to', () => {
  it('is kept of who is in a class that ends this year, and follows who joins and leaves', async () => {
    expect(await expected()).toEqual([
      { id: o.ani, adds: 60 },
      { id: o.budi, adds: 60 },
    ])
    await asJob(database.outer, tx => sql`UPDATE enrolment SET state = 'withdrawn' WHERE pegawai_id = ${o.budi}`.execute(tx))
    await expectOfClasses(at(now), [o.soon])
    expect(await expected()).toEqual([{ id: o.ani, adds: 60 }])
    await asJob(database.outer, tx => sql`UPDATE enrolment SET state = 'enrolled' WHERE pegawai_id = ${o.budi}`.execute(tx))
    await expectOfClasses(at(now), [o.soon])
    expect(await expected()).toHaveLength(2)
  })

  it('forgets a class that is over without a result, and last year', async () => {
    await expectAll(at('2026-11-12T01:00:00Z'))
    expect(await expected()).toEqual([])
    await expectAll(at(now))
    await expectAll(at('2027-01-02T01:00:00Z'))
    expect(await expected()).toEqual([])
    await expectAll(at(now))
    expect(await expected()).toHaveLength(2)
  })

  it('is shown, filtered, sorted and downloaded', async () => {
    const pages = jpRoutes({ ...servicesFor(database), clock: fixedClock(now) })
    const who = actor({ accountId: 'pengelola', homeInstansiId: o.instansi, grants: [grant('pengelola', [o.instansi])] })
    const { get } = browser(who, { pages })
    const { text } = await get('/jp/orang?keadaan=prakiraan&urut=prakiraan&arah=turun')
    expect(text).toContain('Menurut prakiraan 2 orang tidak akan mencapainya, juga bila lulus semua kelas yang diikuti.')
    expect(text.indexOf('>Ani')).toBeGreaterThan(0)
    expect(text.indexOf('>Dedi')).toBeGreaterThan(text.indexOf('>Ani'))
    expect(text).not.toContain('>Budi')
    expect((await get('/jp/orang?keadaan=kurang')).text).toContain('Kurang 5, cukup bila lulus')
    // A year gone by has no forecast: the filter is none there.
    expect((await get('/jp/orang?keadaan=prakiraan&tahun=2025')).text).not.toContain('Belum cukup menurut prakiraan')
    const rows = await readSheetBytes(await (await get('/jp/orang.xlsx?keadaan=prakiraan')).bytes())
    const header = rows.find(row => row.includes('Prakiraan akhir tahun'))!
    expect(rows.find(row => row.includes('Ani'))![header.indexOf('Prakiraan akhir tahun')]).toBe(14)
    const recap = (await get('/jp/instansi')).text
    expect(recap).toContain('/jp/orang?instansi=19&amp;tahun=2026&amp;keadaan=prakiraan')
  })
})

describe('the early warning', () => {
  it('is silent before the month that was chosen', async () => {
    expect(await warnOfJp(at('2026-09-30T16:59:00Z'))).toBe(0)
    expect(await bodies()).toEqual([])
  })

  it('tells who will fall short, their atasan and who keeps the instansi, and nobody else', async () => {
    expect(await warnOfJp(at(now))).toBe(3)
    expect(await told('ani')).toEqual([['jp:short:2026-10', 'Lihat prakiraan JP Anda tahun 2026']])
    expect(await told('head')).toEqual([['jp:team:2026-10', 'Lihat prakiraan JP tim Anda tahun 2026']])
    expect(await told('keeper')).toEqual([[`jp:instansi:${o.instansi}:2026-10`, 'Lihat prakiraan JP Provinsi Uji tahun 2026']])
    expect([await told('budi'), await told('cici')]).toEqual([[], []])
    const [own, team, whole] = await bodies()
    expect(own!.body).toContain(
      'Diakui 8 dari 20 JP. Bila lulus semua kelas yang Anda ikuti, akhir tahun menjadi 14 JP: masih kurang 6 JP.',
    )
    expect(team!.body).toContain('2 anggota tim diperkirakan belum mencapai 20 JP pada akhir tahun: Ani, Dedi.')
    expect(whole).toMatchObject({ topic: 'jp', duty: false, href: '/jp/orang?instansi=19&keadaan=prakiraan' })
  })

  it('is told once a month, however often the job runs or is taken up again', async () => {
    expect(await warnOfJp(at('2026-10-02T01:00:00Z'))).toBe(0)
    // Killed after some had been told: the rest is told when it is taken up again.
    await asJob(database.outer, tx => sql`DELETE FROM notices.notice WHERE key LIKE 'jp:team%'`.execute(tx))
    expect(await warnOfJp(at('2026-10-31T01:00:00Z'))).toBe(1)
    expect(await warnOfJp(at('2026-11-01T01:00:00Z'))).toBe(3)
    expect((await told('ani')).map(([key]) => key)).toEqual(['jp:short:2026-10', 'jp:short:2026-11'])
  })

  it('can be switched off, and begins when the instansi says', async () => {
    await asJob(database.outer, tx =>
      sql`INSERT INTO notices.choice (account_id, topic, in_app, email, push) VALUES (${account.ani}, 'jp', false, 'off', false)`.execute(
        tx,
      ),
    )
    await warnOfJp(at('2026-12-01T01:00:00Z'))
    expect((await toldTo(database, account.ani!)).at(-1)).toMatchObject({ key: 'jp:short:2026-12', in_app: false })
    const chosen = { ...jpPolicy.defaultAt('2026-01-01').value, warnFrom: 12 }
    await asJob(database.outer, async tx => {
      await sql`DELETE FROM notices.notice`.execute(tx)
      await sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
        VALUES (${o.instansi}, 'jp', 1, 'active', ${JSON.stringify(chosen)}, 'SK uji', '2026-01-01', 'uji', now())`.execute(tx)
    })
    expect([await warnOfJp(at('2026-11-30T01:00:00Z')), await warnOfJp(at('2026-12-01T01:00:00Z'))]).toEqual([0, 3])
  })
})
