import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { threePeople, toldTo } from '../../test/factories/notices.ts'
import type { Scope } from '../platform/actor.ts'
import { asAccount, asClass, asJob, asRater, type Database, inScope, sql } from '../platform/db/index.ts'
import { type Notice, notify } from './index.ts'

let database: Database
let o: Awaited<ReturnType<typeof threePeople>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  o = await threePeople(database)
})

const notice = (changes: Partial<Notice> = {}): Notice => ({
  topic: 'enrolment',
  to: { pegawaiIds: [o.ani, o.budi] },
  title: { id: 'Pendaftaran Anda disetujui', en: 'Your enrolment was approved' },
  href: '/belajar',
  duty: false,
  key: 'enrolment:1:approved',
  ...changes,
})
const facts = async () =>
  (await sql<{ n: number }>`SELECT count(*)::int AS n FROM outbox WHERE fact = 'notices.told'`.execute(database.outer)).rows[0]!.n

describe('telling people', () => {
  it('reaches those with an account, counts those without, and says so once', async () => {
    const before = await facts()
    const told = await asJob(database.outer, tx => notify(tx, [notice({ to: { pegawaiIds: [o.ani, o.budi, o.cici] } })]))
    expect(told).toEqual({ told: 2, without: 1 })
    expect(await toldTo(database, o.aniAccount)).toMatchObject([
      { topic: 'enrolment', title_id: 'Pendaftaran Anda disetujui', href: '/belajar', duty: false, in_app: true },
    ])
    expect(await facts()).toBe(before + 1)
  })

  it('tells the same person the same thing once, also within one call, and anew under another key', async () => {
    const tell = (...notices: Notice[]) => asJob(database.outer, tx => notify(tx, notices))
    expect(await tell(notice(), notice({ title: { id: 'Lagi', en: 'Again' } }))).toEqual({ told: 2, without: 0 })
    expect(await tell(notice())).toEqual({ told: 0, without: 0 })
    expect(await tell(notice({ key: 'enrolment:2:approved' }))).toEqual({ told: 2, without: 0 })
    expect((await toldTo(database, o.budiAccount)).map(row => row.title_id)).toEqual([
      'Pendaftaran Anda disetujui',
      'Pendaftaran Anda disetujui',
    ])
  })

  it('keeps apart who is told which of two things under one key', async () => {
    await asJob(database.outer, tx =>
      notify(tx, [
        notice({ to: { pegawaiIds: [o.ani] }, title: { id: 'Untuk Ani', en: 'For Ani' } }),
        notice({ to: { accountIds: [o.budiAccount, o.adminAccount] }, title: { id: 'Untuk lain', en: 'For others' } }),
      ]),
    )
    const titles = async (account: string) => (await toldTo(database, account)).map(row => row.title_id)
    expect(await titles(o.aniAccount)).toEqual(['Untuk Ani'])
    expect(await titles(o.budiAccount)).toEqual(['Untuk lain'])
    expect(await titles(o.adminAccount)).toEqual(['Untuk lain'])
  })

  it('is a part of the change: undone with it', async () => {
    const failing = asJob(database.outer, async tx => {
      await notify(tx, [notice()])
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await toldTo(database, o.aniAccount)).toEqual([])
  })

  it('tells a closed account nothing', async () => {
    await asJob(database.outer, tx =>
      sql`UPDATE identity.user_account SET closed_at = now() WHERE id IN (${o.aniAccount}, ${o.adminAccount})`.execute(tx),
    )
    const given = [notice({ to: { pegawaiIds: [o.ani] } }), notice({ key: 'x', to: { accountIds: [o.adminAccount] } })]
    expect(await asJob(database.outer, tx => notify(tx, given))).toEqual({ told: 0, without: 1 })
  })

  it('heeds that a topic was switched off in the product, but not for a duty', async () => {
    await asAccount(database.outer, o.aniAccount, tx =>
      sql`INSERT INTO notices.choice VALUES (${o.aniAccount}, 'enrolment', false, 'off', false)`.execute(tx),
    )
    await asJob(database.outer, tx => notify(tx, [notice(), notice({ key: 'duty', duty: true })]))
    expect((await toldTo(database, o.aniAccount)).map(row => row.in_app)).toEqual([false, true])
  })

  it('makes whatever concerns the account a duty', async () => {
    await asJob(database.outer, tx => notify(tx, [notice({ topic: 'account' })]))
    expect(await toldTo(database, o.aniAccount)).toMatchObject([{ duty: true }])
  })

  it('leads nowhere but to us, and has a title of one line', async () => {
    const tell = (changes: Partial<Notice>) => asJob(database.outer, tx => notify(tx, [notice(changes)]))
    for (const href of ['https://lain.id', '//lain.id', '/\\lain.id', 'belajar', '', '/a\r\nb']) {
      await expect(tell({ href })).rejects.toThrow('a page of ours')
    }
    await expect(tell({ title: { id: ' \n', en: 'x' } })).rejects.toThrow('has no title')
    await tell({ title: { id: 'Satu\r\nBcc: a@b.id', en: 'One' }, key: 'lines' })
    expect((await toldTo(database, o.aniAccount)).map(row => row.title_id)).toEqual(['Satu Bcc: a@b.id'])
  })
})

describe('whose a notice is', () => {
  const all = 'SELECT account_id FROM notices.notice'
  const scopes = (): Scope[] => [
    { kind: 'none' },
    { kind: 'people', people: [o.ani, o.budi] },
    { kind: 'instansi', instansi: [o.instansi] },
    { kind: 'mixed', instansi: [o.instansi], people: [o.ani] },
    { kind: 'nation' },
  ]

  it('is told from every scope, and seen in none of them', async () => {
    for (const [n, scope] of scopes().entries()) {
      const told = await inScope(database.outer, scope, tx => notify(tx, [notice({ key: `scope:${n}` })]))
      expect([scope.kind, told]).toEqual([scope.kind, { told: 2, without: 0 }])
      const seen = inScope(database.outer, scope, tx => sql.raw(all).execute(tx))
      if (scope.kind === 'none') expect((await seen).rows).toEqual([])
      else await expect(seen).rejects.toThrow('permission denied')
    }
    const told = [
      await asClass(database.outer, 1, tx => notify(tx, [notice({ key: 'class' })])),
      await asRater(database.outer, { pegawaiId: o.ani, accountId: o.aniAccount }, tx => notify(tx, [notice({ key: 'rater' })])),
    ]
    expect(told).toEqual([
      { told: 2, without: 0 },
      { told: 2, without: 0 },
    ])
  })

  it('is read and changed by its own account alone', async () => {
    await asJob(database.outer, tx => notify(tx, [notice()]))
    expect((await sql.raw(all).execute(database.outer)).rows).toEqual([])
    await asAccount(database.outer, o.budiAccount, async tx => {
      expect((await sql.raw(all).execute(tx)).rows).toEqual([{ account_id: o.budiAccount }])
      await sql`UPDATE notices.notice SET read_at = now()`.execute(tx)
      await sql`DELETE FROM notices.notice WHERE account_id = ${o.aniAccount}`.execute(tx)
    })
    const { rows } = await asAccount(database.outer, o.aniAccount, tx =>
      sql<{ read_at: Date | null }>`SELECT read_at FROM notices.notice`.execute(tx),
    )
    expect(rows).toEqual([{ read_at: null }])
    await expect(
      asAccount(database.outer, o.budiAccount, tx =>
        sql`INSERT INTO notices.choice VALUES (${o.aniAccount}, 'class', false, 'off', false)`.execute(tx),
      ),
    ).rejects.toThrow('row-level security')
  })

  it('refuses an account that is no id', () => {
    expect(() => asAccount(database.outer, "x'; RESET ROLE; --", async () => 1)).toThrow('an account id')
  })

  it('counts what is unread and still matters, up to 100', async () => {
    const unread = async (account: string) =>
      (await sql<{ n: number }>`SELECT notices.unread(${account}, '2026-11-22') AS n`.execute(database.outer)).rows[0]!.n
    expect(await unread(o.aniAccount)).toBe(0)
    const many = Array.from({ length: 120 }, (_, n) => notice({ key: `many:${n}`, to: { pegawaiIds: [o.budi] } }))
    await asJob(database.outer, tx =>
      notify(tx, [
        ...many,
        notice({ key: 'gone', to: { pegawaiIds: [o.ani] }, expiresOn: '2026-11-21' }),
        notice({ key: 'last day', to: { pegawaiIds: [o.ani] }, expiresOn: '2026-11-22' }),
      ]),
    )
    expect(await unread(o.aniAccount)).toBe(1)
    expect(await unread(o.budiAccount)).toBe(100)
  })
})
