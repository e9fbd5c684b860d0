import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { readPdf } from '../../../test/factories/pdf.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { folderFiles } from '../../platform/files/index.ts'
import { activityApi } from './api.ts'
import { activityRoutes } from './routes.ts'

let database: Database
const folder = mkdtempSync(join(tmpdir(), 'surat-'))
const o = { instansi: 0, ani: 0, boss: 0, coach: 0 }
const coachNip = '198607072011011234'

/** The app as it is on a day. */
const on = (day: string) => {
  const services = {
    ...servicesFor(database),
    clock: fixedClock(`${day}T03:00:00Z`),
    files: folderFiles(folder),
    config: { publicUrl: 'https://belajar.example.go.id' },
  } as ReturnType<typeof servicesFor>
  return { pages: activityRoutes(services), api: activityApi(services) }
}
let app: ReturnType<typeof on>
const as = (pegawaiId: number, more: Parameters<typeof actor>[0] = {}, at = app) =>
  browser(actor({ accountId: `p${pegawaiId}`, name: `P${pegawaiId}`, pegawaiId, homeInstansiId: o.instansi, ...more }), at)
const boss = () => as(o.boss, { teamIds: [o.ani] })
const keeper = () => browser(actor({ accountId: 'kelola', name: 'Kelola', grants: [grant('pengelola', [o.instansi])] }), app)
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)

beforeAll(async () => {
  database = await testDatabase()
  app = on('2026-03-20')
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() =>
  asJob(database.outer, async tx => {
    await sql`DELETE FROM activity`.execute(tx)
    await sql`UPDATE pegawai SET nip = lpad(pegawai_id::text, 18, '9') WHERE nip = ${coachNip}`.execute(tx)
    o.instansi = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota' })
    const unit_id = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Pariwisata' })
    o.boss = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Kepala' })
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Ani' })
    o.coach = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Coach Budi', nip: coachNip })
  }),
)

const magang = {
  jenis: 'magang',
  nama: 'Magang di Dinas Kota',
  tujuan: 'Mampu menyusun rencana pengunjung',
  rencana: 'Dua puluh hari mendampingi pengelola',
  nip: '',
  tempat: 'Dinas Kota Tetangga',
  mulai: '2026-03-01',
  selesai: '2026-03-31',
}
const coaching = { ...magang, jenis: 'coaching', nama: 'Coaching memimpin rapat', tempat: '', nip: coachNip }
const step = (who: ReturnType<typeof as>, path: string, langkah: string, more: Record<string, string> = {}) =>
  who.post(`${path}/langkah`, { langkah, ...more })
const begun = async (form: Record<string, string>, agreeing: () => ReturnType<typeof as>) => {
  const path = (await as(o.ani).post('/kegiatan/baru', form)).location!
  await step(as(o.ani), path, 'propose')
  await step(agreeing(), path, 'agree')
  return path
}
const signing = {
  tanggal: '2026-03-20',
  tempat: 'Kota Uji',
  jabatan: 'Kepala Dinas',
  nama: 'Rahmat Hidayat',
  nip: '197001011995031001',
}
const pdfOf = async (who: ReturnType<typeof as>, path: string) => {
  const href = new RegExp(`${path}/surat/\\d+\\.pdf`).exec((await who.get(path)).text)![0]
  return readPdf(await (await who.get(href)).bytes()).text
}

describe('the letter of an activity', () => {
  it('sends somebody to a host: letterhead of the office, who, where, when, why, who signs', async () => {
    const path = await begun(magang, boss)
    expect((await boss().get(path)).text).toContain('Belum ada surat yang diterbitkan')
    expect((await boss().post(`${path}/surat`, signing)).location).toBe(path)
    const text = await pdfOf(as(o.ani), path)
    for (const words of [
      'PEMERINTAH KOTA UJI',
      'Dinas Pariwisata',
      'Surat tugas',
      '001/DIKLAT/III/2026',
      'Ani',
      'Dinas Kota Tetangga',
      '1 Maret 2026 sampai 31 Maret 2026',
      'Mampu menyusun rencana pengunjung',
      'Kepala Dinas',
      'Rahmat Hidayat',
    ])
      expect(text).toContain(words)
  }, 30_000)

  it('names who accompanies and who is accompanied, and both read it', async () => {
    const path = await begun(coaching, () => as(o.coach))
    await boss().post(`${path}/surat`, signing)
    const text = await pdfOf(as(o.coach), path)
    for (const words of ['Surat penugasan', 'Pendamping', 'Coach Budi', 'Yang didampingi', 'Ani']) expect(text).toContain(words)
    expect(await pdfOf(as(o.ani), path)).toBe(text)
  }, 30_000)

  it('is numbered without a gap by the rule of the instansi, which its keeper sets and an atasan does not', async () => {
    const path = await begun(magang, boss)
    const rule = { susunan: '{kode}/{nomor}/{tahun}', kode: '094' }
    expect((await boss().post(`${path}/surat/aturan`, rule)).status).toBe(403)
    expect((await keeper().post(`${path}/surat/aturan`, { ...rule, susunan: '{kode}' })).status).toBe(422)
    await keeper().post(`${path}/surat/aturan`, rule)
    await Promise.all([1, 2, 3].map(() => keeper().post(`${path}/surat`, signing)))
    await keeper().post(`${path}/surat`, { ...signing, tanggal: '2027-01-04' })
    const numbers = await rows<{ number: string }>(
      `SELECT number FROM activity_letter WHERE issuer_id = ${o.instansi} ORDER BY year, serial`,
    )
    expect(numbers.map(one => one.number)).toEqual(['094/001/2026', '094/002/2026', '094/003/2026', '094/001/2027'])
  })

  it('is refused with what was typed and uses no number; the learner issues none, nor anybody before it is agreed to', async () => {
    const path = await begun(magang, boss)
    const refused = await boss().post(`${path}/surat`, { ...signing, tanggal: '2026-02-31', nama: '' })
    expect(refused.status).toBe(422)
    for (const words of ['Pilih tanggal surat yang benar', 'Isi nama penanda tangan', 'Kepala Dinas'])
      expect(refused.text).toContain(words)
    expect((await as(o.ani).post(`${path}/surat`, signing)).status).toBe(404)
    expect((await as(o.ani, { grants: [grant('pengelola', [o.instansi])] }).post(`${path}/surat`, signing)).status).toBe(404)
    const proposed = (await as(o.ani).post('/kegiatan/baru', magang)).location!
    await step(as(o.ani), proposed, 'propose')
    expect((await boss().post(`${proposed}/surat`, signing)).status).toBe(404)
    expect(await rows(`SELECT count(*)::int AS n FROM letter_count WHERE instansi_id = ${o.instansi}`)).toEqual([{ n: 0 }])
  })

  it('that is withdrawn stays with its number for who keeps it; whom it sent finds who withdrew it and why', async () => {
    const path = await begun(magang, boss)
    await boss().post(`${path}/surat`, signing)
    const [{ id } = { id: 0 }] = await rows<{ id: number }>('SELECT id FROM activity_letter')
    const withdraw = (who: ReturnType<typeof as>, surat: string, alasan: string) =>
      who.post(`${path}/surat/cabut`, { surat, alasan })
    const short = await withdraw(boss(), String(id), 'keliru 9')
    expect([short.status, short.text.includes('paling sedikit 10 huruf'), short.text.includes('keliru 9')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await withdraw(boss(), '999999', 'Tanggal mulai keliru')).status).toBe(422)
    expect((await withdraw(as(o.ani), String(id), 'Tanggal mulai keliru')).status).toBe(404)
    expect((await withdraw(boss(), String(id), 'Tanggal mulai keliru')).location).toBe(path)
    expect((await withdraw(boss(), String(id), 'Tanggal mulai keliru')).status).toBe(404)
    const seen = await as(o.ani).get(path)
    expect([seen.text.includes('001/DIKLAT/III/2026'), seen.text.includes('Tanggal mulai keliru')]).toEqual([true, true])
    expect(seen.text).not.toContain(`/surat/${id}.pdf`)
    const link = await as(o.ani).get(`${path}/surat/${id}.pdf`)
    expect([link.status, /001\/DIKLAT\/III\/2026 sudah dicabut[^<]*Tanggal mulai keliru/.test(link.text)]).toEqual([410, true])
    expect((await boss().get(`${path}/surat/${id}.pdf`)).status).toBe(200)
    expect((await as(o.ani).get(`/api/v1/activities${path.replace('/kegiatan', '')}`)).json()).toMatchObject({
      letters: [{ number: '001/DIKLAT/III/2026', withdrawn: { why: 'Tanggal mulai keliru' } }],
    })
    expect(await rows(`SELECT detail FROM audit_entry WHERE verb = 'withdraw_letter' AND instansi_id = ${o.instansi}`)).toEqual([
      { detail: { number: '001/DIKLAT/III/2026', why: 'Tanggal mulai keliru' } },
    ])
    await as(o.ani).post(`${path}/log`, { tanggal: '2026-03-10', menit: '60', uraian: 'Mendampingi pengelola' })
    const report = () => step(as(o.ani), path, 'report', { hasil: 'Rencana pengunjung satu pantai selesai.' })
    expect((await report()).status).toBe(422)
    await boss().post(`${path}/surat`, signing)
    expect((await boss().get(path)).text).toContain('002/DIKLAT/III/2026')
    expect((await report()).status).toBe(303)
  }, 30_000)

  it('of an activity that was cancelled is named to who decides on it', async () => {
    const path = await begun(magang, boss)
    await boss().post(`${path}/surat`, signing)
    await step(as(o.ani), path, 'cancel', { alasan: 'Tuan rumah tidak jadi menerima' })
    expect((await boss().get(path)).text).toContain('Kegiatan ini dibatalkan, tetapi suratnya masih berlaku')
    expect((await as(o.ani).get(path)).text).not.toContain('suratnya masih berlaku')
  })

  it('is enough to report an internship, without an upload', async () => {
    const path = await begun(magang, boss)
    await boss().post(`${path}/surat`, signing)
    await as(o.ani).post(`${path}/log`, { tanggal: '2026-03-10', menit: '60', uraian: 'Mendampingi pengelola' })
    expect((await step(as(o.ani), path, 'report', { hasil: 'Rencana pengunjung satu pantai selesai.' })).status).toBe(303)
    expect(await rows('SELECT state FROM activity')).toEqual([{ state: 'reported' }])
  })
})

describe('bad input', () => {
  it('an end before the start, 31 February and three years are refused at their field, and what was typed stays', async () => {
    const plan = async (more: Record<string, string>) => {
      const answer = await as(o.ani).post('/kegiatan/baru', { ...magang, ...more })
      expect([answer.status, answer.text.includes('Magang di Dinas Kota')]).toEqual([422, true])
      return answer.text
    }
    expect(await plan({ selesai: '2026-02-28' })).toContain('tidak sebelum tanggal mulai')
    expect(await plan({ mulai: '2026-02-31' })).toContain('Pilih tanggal mulai yang ada')
    expect(await plan({ selesai: '2029-03-31' })).toContain('direncanakan sebagai beberapa kegiatan')
    expect(await rows('SELECT count(*)::int AS n FROM activity')).toEqual([{ n: 0 }])
  })

  it('a link of a host holds for 30 days, and not once the report was approved', async () => {
    const path = await begun(magang, boss)
    const { text } = await as(o.ani).post(`${path}/tuan-rumah`, {})
    const link = /https:\/\/belajar\.example\.go\.id(\/tuan-rumah\/[\w-]+)/.exec(text)![1]!
    expect(text).toContain('https://wa.me/?text=')
    const verdict = { nama: 'Rudi, Kepala Dinas', penilaian: 'baik' }
    const host = (day: string) => browser(actor(), on(day))
    expect((await host('2026-04-18').get(link)).status).toBe(200)
    const late = await host('2026-04-20').post(link, verdict)
    expect([late.status, late.text.includes('sudah lewat 30 hari')]).toEqual([404, true])
    await rows("UPDATE activity SET state = 'approved'")
    expect((await host('2026-03-21').post(link, verdict)).status).toBe(404)
    expect(await rows('SELECT host_verdict FROM activity')).toEqual([{ host_verdict: null }])
  })
})

describe('what others do', () => {
  it('who leads is told of a plan and of a report, and whose it is of the letter', async () => {
    await asJob(database.outer, async tx => {
      await sql`UPDATE pegawai SET atasan_id = ${o.boss} WHERE pegawai_id = ${o.ani}`.execute(tx)
      for (const id of [o.boss, o.ani])
        await sql`
          INSERT INTO identity.user_account (id, name, email, username, pegawai_id)
          VALUES (${`akun${id}`}, 'Uji', ${`${id}@uji.invalid`}, ${`akun${id}`}, ${id})`.execute(tx)
    })
    const path = await begun(magang, boss)
    await boss().post(`${path}/surat`, signing)
    await as(o.ani).post(`${path}/log`, { tanggal: '2026-03-10', menit: '60', uraian: 'Mendampingi pengelola' })
    await step(as(o.ani), path, 'report', { hasil: 'Rencana pengunjung satu pantai selesai.' })
    expect(
      await rows(
        `SELECT n.title_id AS title, n.duty, n.account_id = 'akun${o.boss}' AS boss FROM notices.notice n WHERE href = '${path}' ORDER BY id`,
      ),
    ).toEqual([
      { title: 'Magang diajukan', duty: true, boss: true },
      { title: 'Magang disetujui rencananya', duty: false, boss: false },
      { title: 'Magang diberi surat', duty: false, boss: false },
      { title: 'Magang dilaporkan', duty: true, boss: true },
    ])
  })

  it('is listed for who leads them, by state and name, without drafts and without the own', async () => {
    await begun(magang, boss)
    await as(o.ani).post('/kegiatan/baru', { ...magang, nama: 'Masih draf saja' })
    const { text } = await boss().get('/kegiatan/semua')
    expect([text.includes('Magang di Dinas Kota'), text.includes('Masih draf saja')]).toEqual([true, false])
    expect((await boss().get('/kegiatan/semua?keadaan=menunggu')).text).toContain('Tidak ada kegiatan yang cocok')
    expect((await boss().get('/kegiatan/semua?q=dinas+kota&urut=nama')).text).toContain('Magang di Dinas Kota')
    expect((await as(o.ani).get('/kegiatan/semua')).status).toBe(403)
    const own = as(o.ani, { grants: [grant('pengelola', [o.instansi])] })
    expect((await own.get('/kegiatan/semua')).text).not.toContain('Magang di Dinas Kota')
  })
})

describe('by program', () => {
  const plan = {
    kind: 'penugasan',
    title: 'Memangkas waktu rekomendasi',
    aim: 'Menurunkan waktu dari 14 menjadi 5 hari',
    plan: 'Mengukur, menguji perbaikan, melaporkan',
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
  }
  const send = (who: ReturnType<typeof as>, path: string, body: object) =>
    who.send(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
  const ids = async (who: ReturnType<typeof as>, path: string) =>
    ((await who.get(`/api/v1${path}`)).json() as { data: { id: number }[] }).data.map(one => one.id)

  it('it goes the whole way, with the same refusals as by the form', async () => {
    const wrong = await send(as(o.ani), '/activities', { ...plan, endsOn: '2026-02-31', title: '' })
    expect([wrong.status, wrong.text.includes('Pilih tanggal selesai yang ada')]).toEqual([422, true])
    const made = await send(as(o.ani), '/activities', plan)
    expect(made.status).toBe(201)
    const { id } = made.json() as { id: number }
    const path = `/activities/${id}`
    expect(await ids(boss(), '/activities/others')).toEqual([])
    expect((await send(as(o.ani), `${path}/steps`, { step: 'propose' })).json()).toEqual({ id, state: 'proposed' })
    expect(await ids(boss(), '/activities/others?state=proposed')).toEqual([id])
    expect((await send(as(o.ani), `${path}/steps`, { step: 'agree' })).status).toBe(409)
    expect((await send(boss(), `${path}/steps`, { step: 'return' })).status).toBe(422)
    await send(boss(), `${path}/steps`, { step: 'agree' })
    const log = (more: object) =>
      send(as(o.ani), `${path}/log`, { on: '2026-03-10', minutes: 225, words: 'Mengukur alur', ...more })
    const future = await log({ on: '2026-03-21' })
    expect([future.status, future.text.includes('belum tiba')]).toEqual([422, true])
    expect((await send(boss(), `${path}/log`, { on: '2026-03-10', minutes: 60, words: 'Bukan punya saya' })).status).toBe(404)
    expect((await log({})).status).toBe(201)
    expect((await send(as(o.ani), `${path}/steps`, { step: 'report', outcome: 'pendek' })).status).toBe(422)
    await send(as(o.ani), `${path}/steps`, { step: 'report', outcome: 'Waktu turun dari 14 menjadi 4 hari.' })
    expect((await send(as(o.ani), `${path}/steps`, { step: 'approve' })).status).toBe(409)
    expect((await send(boss(), `${path}/steps`, { step: 'approve' })).json()).toEqual({ id, state: 'approved' })
    expect((await as(o.ani).get(`/api/v1${path}`)).json()).toMatchObject({
      state: 'approved',
      log: [{ on: '2026-03-10', minutes: 225, confirmed: false }],
      steps: [],
    })
    expect(await rows(`SELECT form, jp FROM learning_record WHERE pegawai_id = ${o.ani}`)).toEqual([
      { form: 'nonklasikal_lain', jp: 5 },
    ])
    expect((await as(o.coach).get(`/api/v1${path}`)).status).toBe(404)
  })

  it('who accompanies confirms what was written down', async () => {
    const { id } = (await send(as(o.ani), '/activities', { ...plan, kind: 'coaching', partnerNip: coachNip })).json() as {
      id: number
    }
    await send(as(o.ani), `/activities/${id}/steps`, { step: 'propose' })
    expect(await ids(as(o.coach), '/activities/accompanied')).toEqual([id])
    await send(as(o.coach), `/activities/${id}/steps`, { step: 'agree' })
    await send(as(o.ani), `/activities/${id}/log`, { on: '2026-03-10', minutes: 60, words: 'Membahas rapat' })
    const { log } = (await as(o.coach).get(`/api/v1/activities/${id}`)).json() as { log: { id: number }[] }
    const confirm = (who: ReturnType<typeof as>) => send(who, `/activities/${id}/confirmations`, { entries: [log[0]!.id] })
    expect((await confirm(as(o.ani))).status).toBe(404)
    expect((await confirm(as(o.coach))).status).toBe(200)
    expect((await confirm(as(o.coach))).status).toBe(409)
  })
})
