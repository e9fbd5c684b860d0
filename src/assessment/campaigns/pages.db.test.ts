import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant } from '../../../test/factories/browser.ts'
import { campaignServices, newOffice, type Office, raterActor, rows } from '../../../test/factories/campaigns.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { campaignApi } from './api.ts'
import { followRatings, shareOutTasks } from './follow.ts'
import { campaignRoutes } from './routes.ts'

let database: Database
let services: Services
let o: Office
let id = 0

const query = <Row>(text: string) => rows<Row>(database, text)
const routes = () => ({ pages: campaignRoutes(services), api: campaignApi(services) })
const keeper = () =>
  browser(actor({ accountId: 'pengelola', homeInstansiId: o.instansi, grants: [grant('pengelola', [o.instansi])] }), routes())
const leader = () =>
  browser(actor({ accountId: 'pimpinan', homeInstansiId: o.instansi, grants: [grant('pimpinan', [o.instansi])] }), routes())
const rater = (pegawaiId: number) => browser(raterActor(pegawaiId), routes())
const nipOf = async (person: number) =>
  (await query<{ nip: string }>(`SELECT nip FROM pegawai WHERE pegawai_id = ${person}`))[0]!.nip

const form = {
  instansi: '19',
  nama: 'Pemetaan uji',
  dasar: 'SK Gubernur 1/2026',
  tujuan: 'pemetaan',
  metode: 'penilaian_rekan',
  penilai: '3',
  jenjang: 'ahli_muda',
  hasil: 'any',
  mulai: '2026-11-01',
  selesai: '2026-11-30',
}

beforeAll(async () => {
  database = await testDatabase()
  services = campaignServices(database).services
  o = await newOffice(database)
})
afterAll(() => database.close())

describe('the list', () => {
  it('without any campaign says what to do first', async () => {
    const { status, text } = await keeper().get('/pemetaan/kampanye')
    expect(status).toBe(200)
    expect(text).toContain('Belum ada kampanye penilaian')
    expect(text).toContain('href="/pemetaan/kampanye/baru?instansi=19"')
    expect((await leader().get('/pemetaan/kampanye')).text).not.toContain('/pemetaan/kampanye/baru')
  })
})

describe('drawing one up', () => {
  it('shows how many and who before anything is saved, whatever else is still missing', async () => {
    const { status, text } = await keeper().post('/pemetaan/kampanye', {
      instansi: '19',
      jenjang: 'ahli_muda',
      langkah: 'lihat',
      penilai: '3',
    })
    expect(status).toBe(200)
    expect(text).toContain('5 orang di 1 perangkat daerah hari ini. Belum ada yang disimpan.')
    for (const name of ['Ani', 'Eko']) expect(text).toContain(name)
    expect(text).not.toContain('Budi Bidang')
    expect(await query('SELECT 1 FROM campaign')).toEqual([])
  })

  it('refused keeps what was typed and names each field: dates, numbers nobody bears, too few peers', async () => {
    const typed = { ...form, nama: '', penilai: '2', selesai: '2026-10-01', kecuali: '199912312025011999', hasil: 'expiring' }
    const { status, text } = await keeper().post('/pemetaan/kampanye', { ...typed, langkah: 'simpan' })
    expect(status).toBe(422)
    for (const words of [
      'Beri nama kampanye ini',
      'Isi angka 3 sampai 15.',
      'Tanggal selesai mendahului tanggal mulai.',
      'NIP ini tidak ditemukan di instansi ini: 199912312025011999.',
      'Isi tanggalnya, atau pilih yang lain.',
      'value="SK Gubernur 1/2026"',
    ])
      expect(text).toContain(words)
    expect(await query('SELECT 1 FROM campaign')).toEqual([])
  })

  it('saves a draft, leaves out who is left out by number, and opens it', async () => {
    const eko = o.analysts[4]!
    const saved = await keeper().post('/pemetaan/kampanye', { ...form, kecuali: `  ${await nipOf(eko)} `, langkah: 'simpan' })
    expect(saved.status).toBe(303)
    const home = saved.location!
    id = Number(home.split('/').at(-1))
    const draft = await keeper().get(home)
    expect(draft.text).toContain('Orang yang dikenai aturan hari ini.')
    expect(draft.text).toContain('4 orang akan dinilai dan formulir dibagikan sekarang.')
    expect((await leader().get(home)).text).not.toContain('Buka kampanye')
    expect((await leader().post(`${home}/buka`, {})).status).toBe(403)
    expect((await keeper().post(`${home}/buka`, {})).location).toBe(home)
    await shareOutTasks(services, id)
    const open = await keeper().get(home)
    expect(open.text).toContain('0 dari 4 orang selesai; 4 orang masih ditunggu.')
    expect((await keeper().post(`${home}/buka`, {})).status).toBe(409)
    expect((await keeper().get(`${home}/ubah`)).status).toBe(409)
  })

  it('lists it with its progress, narrowed by words and state, also as a workbook', async () => {
    expect((await keeper().get('/pemetaan/kampanye?q=uji&keadaan=berjalan')).text).toContain('Pemetaan uji')
    expect((await keeper().get('/pemetaan/kampanye?keadaan=ditutup')).text).toContain('Tidak ada yang cocok')
    const sheet = await readSheetBytes(await (await keeper().get('/pemetaan/kampanye.xlsx')).bytes())
    expect(JSON.stringify(sheet)).toContain('Pemetaan uji')
  })
})

describe('the form of a rater', () => {
  const tasks = (where: string) =>
    query<{ id: number; rater_id: number; pegawai_id: number; version: number }>(
      `SELECT id, rater_id, pegawai_id, version FROM rating_task WHERE campaign_id = ${id} AND ${where} ORDER BY id`,
    )

  it('asks about the competencies of the post and, of an anonymous rater, no note', async () => {
    const [task] = await tasks('true')
    const list = await rater(task!.rater_id).get('/penilaian')
    expect(list.text).toContain(`href="/penilaian/${task!.id}"`)
    const { status, text } = await rater(task!.rater_id).get(`/penilaian/${task!.id}`)
    expect(status).toBe(200)
    expect(text).toContain('Penilaian ini tanpa nama.')
    expect(text).toContain('Integritas Uji')
    expect(text).toContain('Label 3')
    expect(text).not.toContain('<textarea')
    expect(text).not.toContain('Yang diminta standar jabatannya')
  })

  it('keeps what was typed as a draft, names what is missing, and takes it when it is whole', async () => {
    const [task] = await tasks('true')
    const who = rater(task!.rater_id)
    const refused = await who.post(`/penilaian/${task!.id}`, { versi: '0', langkah: 'kirim', [`level-${o.m1}`]: '4' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Disimpan sebagai draf, belum terkirim.')
    expect(refused.text).toContain('Pilih tingkat untuk Kerja Sama Uji')
    expect(refused.text).toMatch(/value="4" checked/)
    const stale = await who.post(`/penilaian/${task!.id}`, {
      versi: '0',
      langkah: 'kirim',
      [`level-${o.m1}`]: '2',
      [`level-${o.m2}`]: 'x',
    })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Isian ini baru saja disimpan dari tab atau perangkat lain.')
    expect(stale.text).toContain('Tersimpan: 4. Label 4')
    const sent = await who.post(`/penilaian/${task!.id}`, {
      versi: '1',
      langkah: 'kirim',
      [`level-${o.m1}`]: '2',
      [`level-${o.m2}`]: 'x',
    })
    expect([sent.status, sent.location]).toEqual([303, '/penilaian'])
    expect(await query(`SELECT level, unseen, submitted FROM rating WHERE task_id = ${task!.id} ORDER BY competency_id`)).toEqual(
      [
        { level: 2, unseen: false, submitted: true },
        { level: null, unseen: true, submitted: true },
      ],
    )
    const again = await who.post(`/penilaian/${task!.id}`, {
      versi: '1',
      langkah: 'kirim',
      [`level-${o.m1}`]: '5',
      [`level-${o.m2}`]: '5',
    })
    expect(again.status).toBe(409)
    expect(again.text).toContain('sudah terkirim dari tab atau perangkat lain')
  })

  it('through the API: the task, a draft, what is missing, what another device stored, and the rating', async () => {
    const task = (await tasks('submitted_at IS NULL'))[0]!
    const who = rater(task.rater_id)
    const send = async (body: object) => {
      const headers = { 'Content-Type': 'application/json' }
      const { status, json } = await who.send(`/api/v1/rating-tasks/${task.id}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return { status, body: json() }
    }
    const code = (n: number) => `19.M${n}`
    expect((await who.get(`/api/v1/rating-tasks/${task.id}`)).json()).toMatchObject({
      relation: 'rekan',
      state: 'open',
      version: 0,
      answers: [],
    })
    const level = { competency: code(1), level: 4, evidence: 'Rapat bulanan' }
    expect(await send({ version: 0, answers: [level] })).toEqual({
      status: 200,
      body: { submitted: false, version: 1, problem: null, competencies: [] },
    })
    expect(await send({ version: 0, answers: [{ ...level, level: 1 }] })).toEqual({
      status: 409,
      body: { submitted: false, version: 1, problem: 'stale', competencies: [code(1)] },
    })
    expect(await send({ version: 1, submit: true, answers: [level] })).toEqual({
      status: 422,
      body: { submitted: false, version: 2, problem: 'unanswered', competencies: [code(2)] },
    })
    expect(await send({ version: 2, submit: true, answers: [level, { competency: code(2), level: 'unseen' }] })).toMatchObject({
      status: 200,
      body: { submitted: true },
    })
    // An anonymous rater leaves no note, whatever was sent.
    expect(await query(`SELECT DISTINCT evidence FROM rating WHERE task_id = ${task.id}`)).toEqual([{ evidence: null }])
  })
})

describe('what the manager sees', () => {
  it('who was asked and who has handed in; of what they said not a word', async () => {
    await followRatings(services, id, { from: 0, to: 2 ** 31 - 1 })
    const [task] = await query<{ pegawai_id: number; rater_id: number }>(
      `SELECT pegawai_id, rater_id FROM rating_task WHERE campaign_id = ${id} AND submitted_at IS NOT NULL ORDER BY id LIMIT 1`,
    )
    const page = await keeper().get(`/pemetaan/kampanye/${id}/peserta/${task!.pegawai_id}`)
    expect(page.text).toContain('Terkirim')
    expect(page.text).toContain('Apa yang dikatakan rekan dan bawahan tidak pernah diperlihatkan.')
    expect(page.text).not.toMatch(/Label \d|(level|tingkat) \d/)
    const own = browser(
      actor({
        accountId: 'p2',
        pegawaiId: task!.pegawai_id,
        homeInstansiId: o.instansi,
        grants: [grant('pengelola', [o.instansi])],
      }),
      routes(),
    )
    const about = await own.get(`/pemetaan/kampanye/${id}/peserta/${task!.pegawai_id}`)
    expect(about.text).toContain('rekan dan bawahan yang menilai Anda tidak diperlihatkan')
    expect(about.text).not.toContain('Rekan</')
  })

  it('people narrowed by stage, and everybody as a workbook', async () => {
    const started = await keeper().get(`/pemetaan/kampanye/${id}/peserta?keadaan=finished`)
    expect(started.text).toContain('Tidak ada yang cocok')
    const sheet = JSON.stringify(
      await readSheetBytes(await (await keeper().get(`/pemetaan/kampanye/${id}/peserta.xlsx`)).bytes()),
    )
    for (const name of ['Ani', 'Bela', 'Citra', 'Dedi']) expect(sheet).toContain(name)
    expect(sheet).not.toContain('Eko')
  })

  it('is asked for a reason to close before the end, and keeps it', async () => {
    const home = `/pemetaan/kampanye/${id}`
    const refused = await keeper().post(`${home}/tutup`, { alasan: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Tulis alasannya, 5 sampai 300 huruf.')
    expect((await keeper().post(`${home}/tutup`, { alasan: 'Anggaran asesor habis' })).status).toBe(303)
    const closed = await keeper().get(home)
    expect(closed.text).toContain('Ditutup oleh')
    expect(closed.text).toContain('Anggaran asesor habis')
    expect(closed.text).toContain(`href="/pemetaan/rekap?instansi=19&amp;kampanye=${id}&amp;tujuan=pemetaan"`)
    expect(closed.text).toContain('1 orang dikecualikan')
    expect(closed.text).not.toContain('masih ditunggu')
    expect((await keeper().get(`/api/v1/campaigns/${id}`)).json()).toMatchObject({ state: 'closed', instansi: '19' })
    expect((await keeper().post(`${home}/perpanjang`, { sampai: '2026-12-20', alasan: 'Masih ada' })).status).toBe(409)
  })
})
