import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { importServices } from '../../test/factories/imports.ts'
import { freePort, type MailServer, mailServer } from '../../test/factories/mail-server.ts'
import { threePeople } from '../../test/factories/notices.ts'
import { fixedClock } from '../platform/clock.ts'
import { asAccount, asJob, type Database, sql } from '../platform/db/index.ts'
import { createJobs } from '../platform/jobs/index.ts'
import { openPost } from '../platform/mail/index.ts'
import { compose } from './compose.ts'
import { digest, noticesJobs, routeNotices } from './jobs.ts'
import { secretOf } from './links.ts'
import { type Notice, notify } from './notify.ts'
import { sendLetters } from './send-letters.ts'
import { askAddress, type Choice, confirmAddress, saveChoices, setRhythm } from './store/contact.ts'
import * as store from './store/letters.ts'

let database: Database
let o: Awaited<ReturnType<typeof threePeople>>
let server: MailServer
let s: ReturnType<typeof importServices>
let refused: (address: string) => { code: number; text: string } | undefined
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const at = (iso: string) => {
  s.services.clock = fixedClock(iso)
}
const mailAt = (url: string, perMinute = 60) => {
  s.services.config = {
    ...s.services.config,
    publicUrl: 'https://piawai.test',
    mail: { url, from: 'Piawai <piawai@contoh.go.id>', perMinute },
  }
}
const minutesLater = (minutes: number) => at(new Date(s.services.clock.now().getTime() + minutes * 60_000).toISOString())

beforeEach(async () => {
  refused = () => undefined
  server = await mailServer({ rcpt: address => refused(address) })
  s = importServices(database)
  mailAt(server.url)
  o = await threePeople(database)
})
afterEach(async () => {
  await server.close()
  s.cleanUp()
  await asJob(database.outer, async tx => {
    await sql`DELETE FROM notices.notice`.execute(tx)
    await sql`DELETE FROM notices.letter`.execute(tx)
    await sql`DELETE FROM notices.contact`.execute(tx)
  })
})

const notice = (changes: Partial<Notice> = {}): Notice => ({
  topic: 'enrolment',
  to: { pegawaiIds: [o.ani] },
  title: { id: 'Pendaftaran Anda disetujui', en: 'Your enrolment was approved' },
  body: { id: 'Nilai Anda 87', en: 'Your result is 87' },
  href: '/belajar/rahasia',
  duty: false,
  key: 'a',
  ...changes,
})
const tell = async (...notices: Notice[]) => {
  await asJob(database.outer, tx => notify(tx, notices))
  return routeNotices(s.services)
}
/** An address that its owner has confirmed. */
async function reachable(accountId: string, address: string, rhythm: 'daily' | 'weekly' = 'daily') {
  await asAccount(database.outer, accountId, async tx => {
    const now = s.services.clock.now()
    await askAddress(tx, accountId, address, `n-${accountId}`, now)
    await sql`DELETE FROM notices.letter`.execute(tx)
    await confirmAddress(tx, `n-${accountId}`, new Date(0), now, s.services.clock.today())
    await setRhythm(tx, accountId, rhythm)
  })
}
const choose = (accountId: string, ...choices: Choice[]) =>
  asAccount(database.outer, accountId, tx => saveChoices(tx, accountId, choices))
const letters = async () =>
  (
    await asJob(database.outer, tx =>
      sql<{
        state: string
        attempts: number
        kind: string
      }>`SELECT state, attempts, kind FROM notices.letter ORDER BY id`.execute(tx),
    )
  ).rows

describe('a letter of one notice', () => {
  it('goes to a confirmed address with the title and a link, and says nothing of what it is about', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice({ to: { pegawaiIds: [o.ani, o.budi] } }))
    expect(await sendLetters(s.services)).toBe(1)
    const [mail] = server.got
    expect(mail!.to).toMatchObject({ value: [{ address: 'ani@contoh.go.id' }] })
    expect(mail!.subject).toBe('Pendaftaran Anda disetujui')
    expect(mail!.text).toMatch(/https:\/\/piawai\.test\/pesan\/\d+\n/)
    for (const part of [mail!.text!, String(mail!.html)]) {
      expect(part).toContain('Halo ani-')
      expect(part).not.toMatch(/87|rahasia/)
    }
    expect(mail!.headerLines.find(line => line.key === 'list-unsubscribe')!.line).toContain('https://piawai.test/surat/berhenti/')
    expect(await letters()).toEqual([{ kind: 'notice', state: 'sent', attempts: 1 }])
    expect(await sendLetters(s.services)).toBe(0)
  })

  it('is written in the language of the account', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await asJob(database.outer, tx =>
      sql`UPDATE identity.user_account SET language = 'en' WHERE id = ${o.aniAccount}`.execute(tx),
    )
    await tell(notice())
    await sendLetters(s.services)
    expect(server.got[0]!.subject).toBe('Your enrolment was approved')
    expect(server.got[0]!.text).toContain('Open in Piawai')
  })

  it('is not made for an address that nobody confirmed, an account that is closed, or a day that is over', async () => {
    await asAccount(database.outer, o.aniAccount, tx =>
      askAddress(tx, o.aniAccount, 'ani@contoh.go.id', 'n', s.services.clock.now()),
    )
    await reachable(o.budiAccount, 'budi@contoh.go.id')
    await tell(notice(), notice({ key: 'old', to: { pegawaiIds: [o.budi] }, expiresOn: '2026-11-21' }))
    await asJob(database.outer, tx =>
      sql`UPDATE identity.user_account SET closed_at = now() WHERE id = ${o.budiAccount}`.execute(tx),
    )
    await tell(notice({ key: 'b', to: { pegawaiIds: [o.budi] } }))
    await sendLetters(s.services)
    expect(server.got.map(mail => mail.subject)).toEqual(['Benarkan alamat surel Anda untuk Piawai'])
  })

  it('heeds the choice of the account, but not where it is a duty, and such a letter cannot be ended', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await choose(o.aniAccount, { topic: 'enrolment', inApp: true, email: 'off', push: true })
    await tell(notice(), notice({ key: 'b', duty: true, title: { id: 'Wajib', en: 'Duty' } }))
    await sendLetters(s.services)
    expect(server.got.map(mail => mail.subject)).toEqual(['Wajib'])
    expect(server.got[0]!.headerLines.map(line => line.key)).not.toContain('list-unsubscribe')
  })

  it('whose account closes or changes the address while it waits goes nowhere', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice())
    await asJob(database.outer, tx =>
      sql`UPDATE identity.user_account SET closed_at = now() WHERE id = ${o.aniAccount}`.execute(tx),
    )
    expect(await sendLetters(s.services)).toBe(0)
    expect(await letters()).toMatchObject([{ state: 'failed' }])
    expect(server.recipients).toEqual([])
  })
})

describe('trouble on the way', () => {
  it('no such mailbox: the letter is refused, and nothing more goes there', async () => {
    refused = () => ({ code: 550, text: '5.1.1 no such user' })
    await reachable(o.aniAccount, 'tiada@contoh.go.id')
    await tell(notice())
    await sendLetters(s.services)
    expect(await letters()).toEqual([{ kind: 'notice', state: 'refused', attempts: 1 }])
    refused = () => undefined
    await tell(notice({ key: 'b' }))
    minutesLater(60)
    expect(await sendLetters(s.services)).toBe(0)
    expect((await letters()).length).toBe(1)
  })

  it('the server is down, then up: every letter arrives once, and those behind the first count no attempt', async () => {
    const port = await freePort()
    mailAt(`smtp://piawai:${encodeURIComponent('rah:as/ia')}@127.0.0.1:${port}`)
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice(), notice({ key: 'b' }), notice({ key: 'c' }))
    expect(await sendLetters(s.services)).toBe(0)
    expect((await letters()).map(letter => [letter.state, letter.attempts])).toEqual([
      ['queued', 1],
      ['queued', 0],
      ['queued', 0],
    ])
    const up = await mailServer({}, port)
    try {
      expect(await sendLetters(s.services), 'not before its time').toBe(0)
      minutesLater(1)
      expect(await sendLetters(s.services)).toBe(3)
      expect(up.got.length).toBe(3)
    } finally {
      await up.close()
    }
  })

  it('not now, again and again: it is given up after two days, not sooner', async () => {
    refused = () => ({ code: 451, text: '4.7.1 greylisted' })
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice())
    const states: string[] = []
    for (const minutes of [0, 1, 5, 15, 60, 180, 360, 720, 1440]) {
      minutesLater(minutes)
      await sendLetters(s.services)
      states.push((await letters())[0]!.state)
    }
    expect(states).toEqual([...Array(8).fill('queued'), 'failed'])
    expect(server.recipients.length).toBe(9)
  })

  it('killed after claiming, before sending: sent once, ten minutes later', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice())
    const most = { batch: 20, perMinute: 60, staleMinutes: 10 }
    await asJob(database.outer, tx => store.claim(tx, crypto.randomUUID(), s.services.clock.now(), most))
    minutesLater(9)
    expect(await sendLetters(s.services), 'somebody may still be at it').toBe(0)
    minutesLater(2)
    expect(await sendLetters(s.services)).toBe(1)
    expect(server.got.length).toBe(1)
  })

  it('killed between sending and noting it: sent again under the same Message-ID, and whoever was too slow writes nothing', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice())
    const by = crypto.randomUUID()
    const most = { batch: 20, perMinute: 60, staleMinutes: 10 }
    const [claimed] = await asJob(database.outer, tx => store.claim(tx, by, s.services.clock.now(), most))
    const post = openPost(s.services.config.mail!)
    await post.send(compose(claimed!, 'https://piawai.test', await secretOf(database.outer))!)
    post.close()
    minutesLater(11)
    expect(await sendLetters(s.services)).toBe(1)
    expect(server.got.map(mail => mail.messageId)).toEqual([server.got[0]!.messageId, server.got[0]!.messageId])
    expect(await asJob(database.outer, tx => store.stillMine(tx, claimed!.id, by, s.services.clock.now()))).toBe(false)
    await asJob(database.outer, tx =>
      store.settle(tx, claimed!.id, by, s.services.clock.now(), { state: 'failed', trouble: null }),
    )
    expect(await letters()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('no more than so many a minute, of all processes together', async () => {
    mailAt(server.url, 2)
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(...Array.from({ length: 5 }, (_, n) => notice({ key: `k${n}` })))
    expect((await Promise.all([sendLetters(s.services), sendLetters(s.services)])).reduce((a, b) => a + b)).toBe(2)
    minutesLater(1.1)
    expect(await sendLetters(s.services)).toBe(2)
    minutesLater(1.1)
    expect(await sendLetters(s.services)).toBe(1)
    expect(server.got.length).toBe(5)
  })

  it('without a server nothing is tried, and the notice stands in the product', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id')
    await tell(notice())
    s.services.config = { ...s.services.config, mail: null }
    expect(await sendLetters(s.services)).toBe(0)
    expect(await letters()).toMatchObject([{ state: 'queued', attempts: 0 }])
  })
})

describe('a digest', () => {
  it('at seven in the zone of the person brings all that came since in one letter, but what is a duty at once', async () => {
    await reachable(o.aniAccount, 'ani@contoh.go.id') // on 22 November, a Sunday
    await asJob(database.outer, tx => sql`UPDATE instansi SET time_zone = 'Asia/Jayapura' WHERE id = ${o.instansi}`.execute(tx))
    const about = (key: string, changes: Partial<Notice> = {}) =>
      notice({ topic: 'community', key, title: { id: `Jawaban ${key}`, en: key }, ...changes })
    await tell(about('1'), about('2'), about('read'), about('duty', { duty: true }))
    await asAccount(database.outer, o.aniAccount, tx =>
      sql`UPDATE notices.notice SET read_at = now() WHERE key = 'read'`.execute(tx),
    )
    await sendLetters(s.services)
    expect(server.got.map(mail => mail.subject)).toEqual(['Jawaban duty'])
    at('2026-11-22T21:59:00Z') // 06.59 WIT on Monday
    expect(await digest(s.services)).toBe(0)
    at('2026-11-22T22:00:00Z')
    expect(await digest(s.services)).toBe(1)
    expect(await digest(s.services), 'once').toBe(0)
    await sendLetters(s.services)
    const mail = server.got[1]!
    expect(mail.subject).toBe('Ringkasan Piawai: 2 pesan')
    expect(mail.text).toMatch(/Jawaban 1:\nhttps.*\n\nJawaban 2:\nhttps/)
    expect(mail.text).not.toContain('Jawaban read')
    await tell(about('3'))
    at('2026-11-23T23:00:00Z')
    expect(await digest(s.services)).toBe(1)
    await sendLetters(s.services)
    expect(server.got[2]!.subject).toBe('Ringkasan Piawai: 1 pesan')
  })

  it('of the week waits for Monday; nothing new is no letter', async () => {
    at('2026-11-24T03:00:00Z') // Tuesday
    await reachable(o.aniAccount, 'ani@contoh.go.id', 'weekly')
    await tell(notice({ topic: 'learning' }))
    at('2026-11-29T23:59:00Z') // Monday 06.59 WIB
    expect(await digest(s.services)).toBe(0)
    at('2026-11-30T00:00:00Z')
    expect(await digest(s.services)).toBe(1)
    at('2026-12-07T00:00:00Z')
    expect(await digest(s.services)).toBe(0)
  })
})

it('what was told goes out by itself: the fact is heard, the letter made and sent', async () => {
  await reachable(o.aniAccount, 'ani@contoh.go.id')
  const jobs = createJobs(database, s.services.log, 0.5)
  noticesJobs({ ...s.services, jobs })
  await jobs.start()
  try {
    await asJob(database.outer, tx => notify(tx, [notice()]))
    await expect.poll(() => server.got.map(mail => mail.subject), { timeout: 30_000 }).toEqual(['Pendaftaran Anda disetujui'])
  } finally {
    await jobs.stop()
  }
}, 40_000)
