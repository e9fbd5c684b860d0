import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { bareApp } from '../../test/factories/app.ts'
import { newInstansi } from '../../test/factories/people.ts'
import { browserKeys } from '../../test/factories/push-service.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { fixedClock } from '../platform/clock.ts'
import { asAccount, asJob, type Database, sql } from '../platform/db/index.ts'
import { endingToken, secretOf } from './links.ts'
import { type Notice, notify } from './notify.ts'

const password = 'kuda baterai staples'
let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
const o = { ani: '', budi: '', aniCookie: '', budiCookie: '' }
let n = 0

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, tx => newInstansi(tx))
})
afterAll(() => database.close())
beforeEach(async () => {
  app?.cleanUp()
  app = await bareApp(database)
  app.services.config = {
    ...app.services.config,
    mail: { url: 'smtp://127.0.0.1:1', from: 'piawai@contoh.go.id', perMinute: 60 },
  }
  n++
  o.ani = await app.account(`ani${n}`, password)
  o.budi = await app.account(`budi${n}`, password)
  o.aniCookie = await app.signIn(`ani${n}`, password)
  o.budiCookie = await app.signIn(`budi${n}`, password)
})

const tell = (...changes: Partial<Notice>[]) =>
  asJob(database.outer, tx =>
    notify(
      tx,
      changes.map((change, k) => ({
        topic: 'enrolment',
        to: { accountIds: [o.ani] },
        title: { id: `Pesan ${k}`, en: `Message ${k}` },
        href: '/tampilan',
        duty: false,
        key: `k${k}`,
        ...change,
      })),
    ),
  )
const own = async <Row>(query: string, account = o.ani) =>
  (await asAccount(database.outer, account, tx => sql.raw<Row>(query).execute(tx))).rows
const get = async (path: string, cookie = o.aniCookie) => {
  const answer = await app.get(path, cookie)
  return { status: answer.status, location: answer.headers.get('Location'), text: await answer.text() }
}
const post = async (path: string, fields: Record<string, string> = {}, cookie = o.aniCookie) => {
  const answer = await app.post(path, fields, cookie)
  return { status: answer.status, location: answer.headers.get('Location'), text: await answer.text() }
}
const idOf = async (key: string) => (await own<{ id: number }>(`SELECT id FROM notices.notice WHERE key = '${key}'`))[0]!.id

describe('the bell', () => {
  it('says on every page how many are unread, and nothing where none are', async () => {
    expect((await get('/tampilan')).text).toContain('aria-label="Pesan"')
    await tell({}, { key: 'b' }, { key: 'gone', expiresOn: '2026-11-21' })
    expect((await get('/tampilan')).text).toContain('aria-label="Pesan: 2 belum dibaca"')
    expect((await get('/tampilan', o.budiCookie)).text).toContain('aria-label="Pesan"')
  })
})

describe('the inbox', () => {
  it('says what to do while it is empty', async () => {
    const { text } = await get('/pesan')
    expect(text).toContain('Belum ada pesan')
    expect(text).toContain('href="/pesan/pengaturan"')
  })

  it('shows the newest first, in the language of the page, and one’s own only', async () => {
    await tell({ body: { id: 'Kelas mulai Senin.', en: 'The class begins on Monday.' } }, {})
    const { text } = await get('/pesan')
    expect(text.indexOf('Pesan 1')).toBeLessThan(text.indexOf('Pesan 0'))
    expect(text).toContain('Kelas mulai Senin.')
    expect((await get('/pesan', `${o.aniCookie}; bahasa=en`)).text).toContain('The class begins on Monday.')
    expect((await get('/pesan', o.budiCookie)).text).toContain('Belum ada pesan')
  })

  it('is read by opening: once, and it leads to where one goes on', async () => {
    await tell({})
    const id = await idOf('k0')
    expect(await get(`/pesan/${id}`)).toMatchObject({ status: 303, location: '/tampilan' })
    const [first] = await own<{ read_at: Date }>('SELECT read_at FROM notices.notice')
    app.services.clock = fixedClock('2026-11-23T03:00:00Z')
    await get(`/pesan/${id}`)
    expect(await own('SELECT read_at FROM notices.notice')).toEqual([first])
    expect(first!.read_at).not.toBeNull()
  })

  it('of somebody else is neither opened nor marked', async () => {
    await tell({})
    const id = await idOf('k0')
    expect((await get(`/pesan/${id}`, o.budiCookie)).status).toBe(404)
    expect((await post(`/pesan/${id}/dibaca`, {}, o.budiCookie)).status).toBe(404)
    await post('/pesan/dibaca', {}, o.budiCookie)
    expect(await own('SELECT read_at FROM notices.notice')).toEqual([{ read_at: null }])
  })

  it('narrows to what is unread and to a topic, and says so where nothing is left', async () => {
    await tell({}, { topic: 'class' }, { topic: 'class', key: 'old', expiresOn: '2026-11-01' })
    await get(`/pesan/${await idOf('k0')}`)
    const unread = (await get('/pesan?lihat=baru')).text
    expect(unread).toContain('Pesan 1')
    expect(unread).not.toMatch(/Pesan 0|Pesan 2/)
    const enrolment = (await get('/pesan?topik=enrolment')).text
    expect(enrolment).toContain('Pesan 0')
    expect(enrolment).not.toContain('Pesan 1')
    expect((await get('/pesan?lihat=baru&topik=enrolment')).text).toContain('Tidak ada pesan yang cocok')
    expect((await get('/pesan?topik=jp')).text).toContain('Tidak ada pesan yang cocok')
    await post('/pesan/dibaca', {})
    expect((await get('/pesan?lihat=baru')).text).toContain('Semua sudah dibaca')
    expect((await get('/pesan?topik=tidak-ada')).status).toBe(200)
  })

  it('finds words of title and text, turns the order, and goes into a sheet', async () => {
    await tell({ body: { id: 'Ruang 100% penuh', en: 'The room is full' } }, {}, { title: { id: 'Lain', en: 'Other' } })
    const found = (await get('/pesan?q=100%25')).text
    expect(found).toContain('Pesan 0')
    expect(found).not.toContain('Pesan 1')
    const oldest = (await get('/pesan?urut=lama')).text
    expect(oldest.indexOf('Pesan 0')).toBeLessThan(oldest.indexOf('Pesan 1'))
    const sheet = await app.get('/pesan.xlsx?q=pesan&urut=lama', o.aniCookie)
    const rows = await readSheetBytes(new Uint8Array(await sheet.arrayBuffer()))
    expect(rows.map(row => row.slice(1))).toEqual([
      ['Topik', 'Pesan', 'Isi', 'Keadaan'],
      ['Pendaftaran', 'Pesan 0', 'Ruang 100% penuh', 'Baru'],
      ['Pendaftaran', 'Pesan 1', null, 'Baru'],
    ])
  })

  it('is marked as read at once, but not what came after the page was drawn', async () => {
    await tell({}, {})
    const seen = /name="sampai" value="(\d+)"/.exec((await get('/pesan')).text)![1]!
    await tell({ key: 'later', title: { id: 'Baru saja', en: 'Just now' } })
    await post('/pesan/dibaca', { sampai: seen })
    expect(await own('SELECT key FROM notices.notice WHERE read_at IS NULL')).toEqual([{ key: 'later' }])
    expect((await get('/pesan')).text).toContain('1 pesan belum Anda baca')
  })

  it('has pages', async () => {
    await tell(...Array.from({ length: 25 }, () => ({})))
    expect((await get('/pesan')).text).toContain('1–20 dari 25')
    const second = (await get('/pesan?halaman=2')).text
    expect(second).toContain('21–25 dari 25')
    expect(second).toContain('Pesan 0<')
  })
})

describe('the API', () => {
  const api = async (path: string, method = 'GET') => {
    const answer = await app.ask(`/api/v1/${path}`, { method, headers: { cookie: o.aniCookie } })
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, never> & { data: { id: number; title: string }[]; next: string | null },
    }
  }

  it('lists page by page, and marks as read', async () => {
    await tell({}, {}, {})
    const first = (await api('notices?limit=2')).body
    expect(first.data.map(row => row.title)).toEqual(['Pesan 2', 'Pesan 1'])
    expect((await api(`notices?limit=2&cursor=${first.next}`)).body).toMatchObject({ data: [{ title: 'Pesan 0' }], next: null })
    expect((await api(`notices/${first.data[0]!.id}/read`, 'POST')).body).toEqual({ href: '/tampilan' })
    expect((await api('notices?unread=true')).body.data.length).toBe(2)
    expect((await api(`notices/read?until=${first.data[0]!.id}`, 'POST')).body).toEqual({ read: 2 })
    expect((await api('notices/999999/read', 'POST')).status).toBe(404)
    expect((await api('notices?topic=lain')).status).toBe(400)
  })
})

const settings = '/pesan/pengaturan'

describe('an e-mail address', () => {
  const ask = (surel: string) => post(`${settings}/surel`, { surel })
  const nonce = async () => (await own<{ nonce: string }>('SELECT nonce FROM notices.contact'))[0]!.nonce
  const confirmed = async () => (await own<{ at: Date | null }>('SELECT confirmed_at AS at FROM notices.contact'))[0]!.at !== null

  it('is kept where it is refused, with the reason at the field', async () => {
    for (const typed of ['', 'ani', 'ani@', 'a b@contoh.id', 'ani@contoh.id, budi@contoh.id', 'Ani <ani@contoh.id>']) {
      const answer = await ask(typed)
      expect([typed, answer.status]).toEqual([typed, 422])
      expect(answer.text).toContain(typed === '' ? 'Isi alamat surel Anda.' : 'Alamat ini belum lengkap')
    }
    expect((await ask('ani@')).text).toContain('value="ani@"')
    expect(await own('SELECT 1 FROM notices.contact')).toEqual([])
  })

  it('counts only once its link was pressed, by who asked, once, within three days; looking is not pressing', async () => {
    expect((await ask('ani@contoh.go.id')).status).toBe(303)
    const link = `/pesan/alamat/${await nonce()}`
    expect((await get(link)).text).toContain('ani@contoh.go.id')
    expect(await confirmed()).toBe(false)
    await post(link, {}, o.budiCookie)
    expect(await confirmed()).toBe(false)
    expect((await app.ask(link, { method: 'POST' })).headers.get('Location')).toContain('/masuk')
    app.services.clock = fixedClock('2026-11-25T03:00:01Z')
    await post(link)
    expect(await confirmed()).toBe(false)
    app.services.clock = fixedClock('2026-11-25T02:59:59Z')
    await post(link)
    expect(await confirmed()).toBe(true)
    expect((await get(settings)).text).toContain('Pesan dikirim ke ani@contoh.go.id')
    await post(link)
    expect(await own('SELECT nonce FROM notices.contact')).toEqual([{ nonce: null }])
  })

  it('that is changed counts anew, and the link to the one before opens nothing', async () => {
    await ask('ani@contoh.go.id')
    const before = await nonce()
    await post(`/pesan/alamat/${before}`)
    await ask('lain@contoh.go.id')
    expect(await confirmed()).toBe(false)
    await post(`/pesan/alamat/${before}`)
    expect(await confirmed()).toBe(false)
    expect(await own("SELECT state FROM notices.letter WHERE state = 'queued'")).toEqual([{ state: 'queued' }])
  })

  it('is asked for five times an hour at most', async () => {
    for (let k = 0; k < 5; k++) expect((await ask(`ani${k}@contoh.go.id`)).status).toBe(303)
    const answer = await ask('ani9@contoh.go.id')
    expect(answer.status).toBe(429)
    expect(answer.text).toContain('5 kali dalam satu jam')
  })

  it('can be removed, and what waited for it is not sent', async () => {
    await ask('ani@contoh.go.id')
    await post(`${settings}/surel/hapus`)
    expect(await own('SELECT address, nonce FROM notices.contact')).toEqual([{ address: null, nonce: null }])
    expect(await own('SELECT state FROM notices.letter')).toEqual([{ state: 'failed' }])
  })

  it('is not asked for where no server of mail is set, and the page says so', async () => {
    app.services.config = { ...app.services.config, mail: null }
    const { text } = await get(settings)
    expect(text).toContain('Surel belum disiapkan')
    expect(text).not.toContain('name="surel"')
    expect((await ask('ani@contoh.go.id')).status).toBe(303)
    expect(await own('SELECT 1 FROM notices.contact')).toEqual([])
  })

  it('stands in no entry of the trail', async () => {
    await ask('rahasia@contoh.go.id')
    await post(`/pesan/alamat/${await nonce()}`)
    const { rows } = await asJob(database.outer, tx =>
      sql<{
        verb: string
        all: string
      }>`SELECT verb, e::text AS all FROM audit_entry e WHERE account_id = ${o.ani} ORDER BY id`.execute(tx),
    )
    expect(rows.map(row => row.verb)).toEqual(['sign_in', 'ask_mail_address', 'confirm_mail_address'])
    expect(rows.filter(row => row.all.includes('rahasia@'))).toEqual([])
  })
})

describe('choices', () => {
  it('are kept as they were made; what is a duty stays whatever is sent', async () => {
    const { text } = await get(settings)
    expect(text).toContain('Tidak dapat dimatikan: menyangkut keamanan akun')
    expect(text).not.toContain('name="surel-account"')
    await post(settings, {
      'aplikasi-class': '1',
      'surel-class': 'off',
      'surel-jp': 'lain',
      'surel-account': 'off',
      ringkasan: 'weekly',
    })
    expect(await own("SELECT in_app, email, push FROM notices.choice WHERE topic = 'class'")).toEqual([
      { in_app: true, email: 'off', push: false },
    ])
    expect(await own("SELECT email FROM notices.choice WHERE topic = 'jp'")).toEqual([{ email: 'digest' }])
    expect(await own("SELECT 1 FROM notices.choice WHERE topic = 'account'")).toEqual([])
    expect(await own('SELECT rhythm FROM notices.contact')).toEqual([{ rhythm: 'weekly' }])
    expect((await get(settings)).text).toMatch(/value="off" selected/)
  })
})

describe('the link that ends e-mail', () => {
  const path = async (topic: 'class' | null) =>
    `/surat/berhenti/${endingToken(await secretOf(database.outer), { accountId: o.ani, topic })}`
  const choices = () => own<{ topic: string; email: string }>('SELECT topic, email FROM notices.choice ORDER BY topic')

  it('is pressed by a program of mail without a session, for one topic (RFC 8058)', async () => {
    const link = await path('class')
    const looked = await app.ask(link)
    expect(looked.status).toBe(200)
    expect(await looked.text()).toContain('tidak akan menerima surel tentang Kelas lagi')
    expect(await choices()).toEqual([])
    const pressed = await app.ask(link, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(pressed.status).toBe(200)
    expect(await choices()).toEqual([{ topic: 'class', email: 'off' }])
  })

  it('of a digest ends what comes with it, and nothing else', async () => {
    await app.ask(await path(null), { method: 'POST' })
    expect(await choices()).toEqual(['community', 'jp', 'learning'].map(topic => ({ topic, email: 'off' })))
  })

  it('that was made up or changed is not known', async () => {
    const link = await path('class')
    const [head, text, mac] = /^(.*\/)([^/.]+)\.(.+)$/.exec(link)!.slice(1)
    const forged = Buffer.from(JSON.stringify([o.budi, 'class'])).toString('base64url')
    for (const bad of [`${head}${forged}.${mac}`, `${head}${text}.`, `${head}${text}`, `${head}x.y`, `${head}.`]) {
      expect([bad, (await app.ask(bad)).status]).toEqual([bad, 404])
      expect((await app.ask(bad, { method: 'POST' })).status).toBe(404)
    }
    expect(await own('SELECT 1 FROM notices.choice', o.budi)).toEqual([])
  })

  it('is refused from a page of another site', async () => {
    const answer = await app.ask(await path('class'), { method: 'POST', headers: { origin: 'https://lain.id' } })
    expect(answer.status).toBe(403)
  })
})

describe('devices', () => {
  const chrome = 'https://fcm.googleapis.com/fcm/send/'
  const add = (endpoint: string, cookie = o.aniCookie, keys: Record<string, string> = browserKeys() as never) =>
    app.ask(`${settings}/perangkat`, {
      method: 'POST',
      headers: { cookie, 'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36' },
      body: new URLSearchParams({ endpoint, p256dh: keys.p256dh!, auth: keys.auth! }),
    })
  const labels = async (account = o.ani) =>
    (await own<{ label: string }>('SELECT label FROM notices.device ORDER BY id', account)).map(row => row.label)

  it('are added by the browser itself, listed by name, and removed', async () => {
    expect((await add(`${chrome}a${n}`)).status).toBe(204)
    const { text } = await get(settings)
    expect(text).toContain('Chrome · Android')
    const path = /action="([^"]*\/perangkat\/\d+\/hapus)"/.exec(text)![1]!
    expect((await post(path, {}, o.budiCookie)).status).toBe(404)
    expect(await labels()).toEqual(['Chrome · Android'])
    expect((await post(path)).status).toBe(303)
    expect(await labels()).toEqual([])
  })

  it('are nobody’s address to make us call: only the services of browsers, only real keys', async () => {
    for (const endpoint of [
      'http://127.0.0.1/x',
      'https://169.254.169.254/x',
      'https://lain.id/x',
      `${chrome}${'x'.repeat(1000)}`,
    ]) {
      expect([endpoint, (await add(endpoint)).status]).toEqual([endpoint, 422])
    }
    expect((await add(`${chrome}b`, o.aniCookie, { p256dh: 'x', auth: 'y' })).status).toBe(422)
    expect(await labels()).toEqual([])
  })

  it('that somebody else signs in with become theirs; ten at most', async () => {
    await add(`${chrome}shared${n}`)
    await add(`${chrome}shared${n}`, o.budiCookie)
    expect([await labels(), (await labels(o.budi)).length]).toEqual([[], 1])
    for (let k = 0; k < 12; k++) await add(`${chrome}many${n}-${k}`)
    const ends = (await own<{ endpoint: string }>('SELECT endpoint FROM notices.device ORDER BY id')).map(row => row.endpoint)
    expect(ends.length).toBe(10)
    expect(ends[0]).toBe(`${chrome}many${n}-2`)
  })

  it('need JavaScript, and the page says so; all else stands without it', async () => {
    const { text } = await get(settings)
    expect(text).toMatch(/<noscript><p>Untuk menambahkan perangkat, peramban harus mengizinkan JavaScript/)
    expect(text).toMatch(/data-push="[\w-]{80,}"/)
    expect(/data-push="([^"]+)"/.exec(text)![1]).toBe(/data-push="([^"]+)"/.exec((await get(settings, o.budiCookie)).text)![1])
  })

  it('are served the part that shows what was pushed, from our own address', async () => {
    const answer = await app.ask('/sw.js')
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(await answer.text()).toContain('showNotification')
  })
})
