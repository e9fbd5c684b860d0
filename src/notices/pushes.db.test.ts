import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { importServices } from '../../test/factories/imports.ts'
import { threePeople } from '../../test/factories/notices.ts'
import { browserKeys, type PushService, pushService } from '../../test/factories/push-service.ts'
import { fixedClock } from '../platform/clock.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { routeNotices } from './jobs.ts'
import { type Notice, notify } from './notify.ts'
import { sendPushes } from './send-pushes.ts'
import { addDevice, takePushes } from './store/devices.ts'

let database: Database
let o: Awaited<ReturnType<typeof threePeople>>
let service: PushService
let answer = 201
let s: ReturnType<typeof importServices>
const phone = browserKeys()

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  answer = 201
  service = await pushService(() => answer)
  s = importServices(database)
  o = await threePeople(database)
  await device('/phone', o.aniAccount)
})
afterEach(async () => {
  await service.close()
  s.cleanUp()
  await asJob(database.outer, tx => sql`DELETE FROM notices.device`.execute(tx))
})

const device = (path: string, account: string) =>
  asJob(database.outer, tx =>
    addDevice(tx, account, 'Ponsel', { endpoint: service.origin + path, ...phone }, s.services.clock.now(), 10),
  )
const tell = async (changes: Partial<Notice> = {}) => {
  await asJob(database.outer, tx =>
    notify(tx, [
      {
        topic: 'class',
        to: { pegawaiIds: [o.ani, o.budi] },
        title: { id: 'Kelas Anda mulai Senin', en: 'Your class begins on Monday' },
        body: { id: 'Nilai awal 40', en: 'First result 40' },
        href: '/belajar/rahasia',
        duty: false,
        key: 'a',
        ...changes,
      },
    ]),
  )
  await routeNotices(s.services)
}
const send = () => sendPushes(s.services, service.allows)
const left = async () =>
  (
    await asJob(database.outer, tx =>
      sql<{ devices: number; pushes: number }>`
        SELECT (SELECT count(*)::int FROM notices.device) AS devices, (SELECT count(*)::int FROM notices.push) AS pushes`.execute(
        tx,
      ),
    )
  ).rows[0]
const minutesLater = (minutes: number) => {
  s.services.clock = fixedClock(new Date(s.services.clock.now().getTime() + minutes * 60_000).toISOString())
}

describe('a notice on a phone', () => {
  it('reaches every device of who is told, once, with title and link and nothing else', async () => {
    await device('/laptop', o.aniAccount)
    await tell()
    expect(await send()).toBe(2)
    expect(await send()).toBe(0)
    expect(service.got.map(one => one.path).sort()).toEqual(['/laptop', '/phone'])
    const said = JSON.parse(phone.read(service.got[0]!.body))
    expect(said).toEqual({ title: 'Kelas Anda mulai Senin', href: expect.stringMatching(/^\/pesan\/\d+$/) })
    expect(await left()).toEqual({ devices: 2, pushes: 0 })
  })

  it('is not shown where the topic is off, unless it is a duty; nor once it was read or is over', async () => {
    await asJob(database.outer, tx =>
      sql`INSERT INTO notices.choice VALUES (${o.aniAccount}, 'class', true, 'off', false)`.execute(tx),
    )
    await tell()
    await tell({ key: 'duty', duty: true, title: { id: 'Wajib', en: 'Duty' } })
    await tell({ key: 'read', duty: true })
    await asJob(database.outer, tx => sql`UPDATE notices.notice SET read_at = now() WHERE key = 'read'`.execute(tx))
    await tell({ key: 'over', duty: true, expiresOn: '2026-11-21' })
    expect(await send()).toBe(1)
    expect(JSON.parse(phone.read(service.got[0]!.body)).title).toBe('Wajib')
    expect((await left())!.pushes).toBe(0)
  })

  it('forgets a browser that is gone', async () => {
    answer = 410
    await tell()
    expect(await send()).toBe(0)
    expect(await left()).toEqual({ devices: 0, pushes: 0 })
  })

  it('comes later where the service cannot take it now, and is given up after five times', async () => {
    answer = 503
    await tell()
    for (const minutes of [0, 1, 5, 15, 60]) {
      minutesLater(minutes)
      await send()
    }
    expect(service.got.length).toBe(5)
    expect(await left()).toEqual({ devices: 1, pushes: 0 })
  })

  it('taken by a process that was killed is taken by the next, five minutes later', async () => {
    await tell()
    await asJob(database.outer, tx => takePushes(tx, s.services.clock.now(), '2026-11-22', 50, 5))
    expect(await send()).toBe(0)
    minutesLater(5)
    expect(await send()).toBe(1)
  })
})
