import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { bareApp } from '../../test/factories/app.ts'
import { freePort, type MailServer, mailServer } from '../../test/factories/mail-server.ts'
import { newInstansi } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'

const password = 'kuda baterai staples'
const here = '/sistem/surel'
let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let server: MailServer
let cookie: string
let admin: string

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, tx => newInstansi(tx))
  app = await bareApp(database)
  admin = await app.account('kepala', password, { role: 'admin' })
  await app.account('ani', password)
  cookie = await app.signIn('kepala', password)
})
afterAll(async () => {
  app.cleanUp()
  await database.close()
})
beforeEach(async () => {
  server = await mailServer({
    rcpt: address => (address.startsWith('tiada') ? { code: 550, text: `5.1.1 ${address} unknown` } : undefined),
  })
  mailAt(server.url)
  await asJob(database.outer, tx => sql`DELETE FROM notices.letter`.execute(tx))
})
afterEach(() => server.close())

const mailAt = (url: string | null) => {
  const mail = url === null ? null : { url, from: 'Piawai <piawai@contoh.go.id>', perMinute: 60 }
  app.services.config = { ...app.services.config, publicUrl: 'https://piawai.test', mail }
}
const get = async (path: string) => (await app.get(path, cookie)).text()
const test = async (surel: string) => {
  const answer = await app.post(`${here}/uji`, { surel }, cookie)
  return { status: answer.status, text: await answer.text(), said: answer.headers.getSetCookie().join('; ').split(';')[0] }
}
const letter = (state: string, trouble: string | null, settled = 'now()', attempts = 1) =>
  asJob(database.outer, tx =>
    sql`INSERT INTO notices.letter (account_id, kind, state, attempts, next_at, trouble, made_at, settled_at)
      VALUES (${admin}, 'notice', ${state}, ${attempts}, '2026-11-22T05:00:00Z', ${trouble}, '2026-11-22T01:00:00Z', ${sql.raw(settled)})`.execute(
      tx,
    ),
  )

describe('outgoing e-mail', () => {
  it('is shown to who keeps the installation, and to nobody else', async () => {
    const ani = await app.signIn('ani', password)
    for (const path of [here, `${here}.xlsx`]) expect((await app.get(path, ani)).status).toBe(403)
    expect((await app.post(`${here}/uji`, { surel: 'ani@contoh.go.id' }, ani)).status).toBe(403)
    expect(server.got).toEqual([])
    expect(await get('/pesan/pengaturan')).toContain('href="/sistem/surel"')
    expect(await (await app.get('/pesan/pengaturan', ani)).text()).not.toContain('/sistem/surel')
  })

  it('says by which server and as whom, and no secret', async () => {
    const text = await get(here)
    expect(text).toContain(new URL(server.url).host)
    expect(text).toContain('Piawai &lt;piawai@contoh.go.id>')
    expect(text).toContain('dengan nama dan kata sandi')
    expect(text).toContain('60 surel semenit')
    expect(text).not.toMatch(/rah(:|%3A)as/i)
  })

  it('says what to do where it is not set up', async () => {
    mailAt(null)
    expect(await get(here)).toContain('Setel SMTP_URL, MAIL_FROM, dan PUBLIC_URL')
    expect((await test('ani@contoh.go.id')).status).toBe(303)
  })

  it('lists the last letters with the reason, by state, and names nobody', async () => {
    await letter('sent', null)
    await letter('refused', '550 5.1.1 … unknown')
    await letter('failed', 'lama', "now() - interval '30 days'")
    await letter('queued', '451 greylisted', 'NULL')
    const text = await get(here)
    expect(text).toMatch(/key-figure-value">1</)
    expect(text).toContain('1 terkirim, 1 menunggu.')
    expect(text).toContain('451 greylisted; dicoba lagi 22 November 2026')
    expect(text).not.toContain('kepala@')
    const refused = await get(`${here}?keadaan=refused`)
    expect(refused).toContain('550 5.1.1 … unknown')
    expect(refused).not.toContain('greylisted')
    expect(await get(`${here}?keadaan=sending`)).toContain('Tidak ada surel dalam keadaan ini')
    const sheet = await app.get(`${here}.xlsx?keadaan=refused`, cookie)
    const rows = await readSheetBytes(new Uint8Array(await sheet.arrayBuffer()))
    expect(rows.at(-1)!.slice(3)).toEqual(['ditolak server penerima', 1, '550 5.1.1 … unknown'])
  })
})

describe('a test letter', () => {
  it('goes out at once and says only that it is one', async () => {
    const { status, said } = await test('ani@contoh.go.id')
    expect(status).toBe(303)
    expect(server.got[0]).toMatchObject({ subject: 'Surel uji dari Piawai', to: { value: [{ address: 'ani@contoh.go.id' }] } })
    expect(server.got[0]!.text).toContain('Ini surel uji dari https://piawai.test.')
    const after = await (await app.get(here, `${cookie}; ${said}`)).text()
    expect(after).toContain('Server surel menerima surel uji untuk ani@contoh.go.id.')
  })

  it('that is refused, or finds no server, says so at the field, keeps what was typed and betrays no secret', async () => {
    for (const wrong of ['', 'ani', 'a@b.id, c@d.id']) expect((await test(wrong)).status).toBe(422)
    await letter('sent', null)
    const refused = await test('tiada@contoh.go.id')
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Server surel menolak alamat atau surel ini: 550 5.1.1 … unknown. Tidak ada yang terkirim.')
    expect(refused.text).toContain('value="tiada@contoh.go.id"')
    // The list below the form is the list, not the address that the form was sent to.
    for (const href of [`${here}?arah=naik`, `${here}.xlsx`]) expect(refused.text).toContain(`href="${href}"`)
    mailAt(`smtp://piawai:sangat-rahasia@127.0.0.1:${await freePort()}`)
    const nobody = await test('ani@contoh.go.id')
    expect(nobody.text).toContain('Surel uji tidak terkirim:')
    expect(nobody.text).not.toContain('sangat-rahasia')
    expect(server.got).toEqual([])
  })

  it('is written down without the address', async () => {
    const { rows } = await asJob(database.outer, tx =>
      sql<{ detail: object }>`SELECT detail FROM audit_entry WHERE verb = 'send_test_mail' ORDER BY id`.execute(tx),
    )
    expect(rows.map(row => row.detail)).toEqual([{ label: 'sent' }, { label: 'refused' }, { label: 'later' }])
  })
})
