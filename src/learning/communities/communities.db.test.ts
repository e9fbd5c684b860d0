import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, servicesFor } from '../../../test/factories/browser.ts'
import { readPdf } from '../../../test/factories/pdf.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import type { Scope } from '../../platform/actor.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asCommunity, asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { communityApi } from './api.ts'
import { communityRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof communityRoutes>
let api: ReturnType<typeof communityApi>
const o = { instansi: 0, other: 0, ani: 0, budi: 0, cici: 0, stranger: 0 }

beforeAll(async () => {
  database = await testDatabase()
  const services = { ...servicesFor(database), clock: fixedClock('2026-11-22T03:00:00Z') }
  pages = communityRoutes(services)
  api = communityApi(services)
})
afterAll(() => database.close())
beforeEach(() =>
  asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.other = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    const far = await newUnit(tx, { instansi_id: o.other })
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Ani' })
    o.budi = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Budi' })
    o.cici = await newPegawai(tx, { instansi_id: o.other, unit_id: far, name: 'Cici' })
    o.stranger = await newPegawai(tx, { instansi_id: o.other, unit_id: far, name: 'Dedi' })
  }),
)

const homes = () =>
  new Map([
    [o.ani, o.instansi],
    [o.budi, o.instansi],
    [o.cici, o.other],
    [o.stranger, o.other],
  ])
const as = (pegawaiId: number) =>
  browser(actor({ accountId: `p${pegawaiId}`, name: `P${pegawaiId}`, pegawaiId, homeInstansiId: homes().get(pegawaiId)! }), {
    pages,
    api,
  })
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const typed = { nama: 'Arsiparis Babel', tentang: 'Tempat arsiparis saling belajar dan bertanya', terbuka: 'all' }
const begin = async (more: Record<string, string> = {}) => {
  const answer = await as(o.ani).post('/komunitas/baru', { ...typed, ...more })
  expect(answer.status).toBe(303)
  return answer.location!
}
const question = { jenis: 'tanya', judul: 'Retensi arsip kepegawaian?', isi: 'Berapa lama berkas CPNS disimpan?' }

describe('a community', () => {
  it('is begun, found and joined across governments; what it talks of is read by its members only', async () => {
    const path = await begin()
    expect((await as(o.cici).get('/komunitas')).text).toContain('Arsiparis Babel')
    await as(o.ani).post(`${path}/topik`, question)
    expect((await as(o.cici).get(path)).text).not.toContain('Retensi arsip')
    await as(o.cici).post(`${path}/gabung`, {})
    expect((await as(o.cici).get(path)).text).toContain('Retensi arsip')
    expect((await as(o.stranger).post(`${path}/topik`, question)).status).toBe(403)
    const id = Number(path.split('/').at(-1))
    const seen = sql<{ n: number }>`SELECT count(*)::int AS n FROM community_topic WHERE community_id = ${id}`
    const scopes: Scope[] = [
      { kind: 'none' },
      { kind: 'people', people: [o.stranger] },
      { kind: 'instansi', instansi: [o.other] },
    ]
    for (const scope of scopes)
      expect((await inScope(database.outer, scope, tx => seen.execute(tx))).rows, scope.kind).toEqual([{ n: 0 }])
    expect((await asCommunity(database.outer, id + 1, tx => seen.execute(tx))).rows).toEqual([{ n: 0 }])
  })

  it('for one instansi is not there for others', async () => {
    const path = await begin({ nama: 'Khusus kami', terbuka: 'instansi' })
    expect((await as(o.budi).get(path)).status).toBe(200)
    expect((await as(o.cici).get(path)).status).toBe(404)
    expect((await as(o.cici).post(`${path}/gabung`, {})).status).toBe(404)
  })

  it('keeps what was typed where it is refused, and says of a name that is taken', async () => {
    const short = await as(o.ani).post('/komunitas/baru', { ...typed, nama: 'A' })
    expect([short.status, short.text.includes('saling belajar')]).toEqual([422, true])
    await begin()
    const taken = await as(o.budi).post('/komunitas/baru', typed)
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('sudah mempunyai komunitas dengan nama ini')
  })

  it('is never left without somebody who leads', async () => {
    const path = await begin()
    await as(o.budi).post(`${path}/gabung`, {})
    await as(o.ani).post(`${path}/keluar`, {})
    expect(await rows(`SELECT left_at IS NULL AS there FROM community_member WHERE pegawai_id = ${o.ani}`)).toEqual([
      { there: true },
    ])
    expect((await as(o.budi).post(`${path}/penggerak`, { anggota: String(o.budi) })).status).toBe(403)
    await as(o.ani).post(`${path}/penggerak`, { anggota: String(o.budi) })
    await as(o.ani).post(`${path}/keluar`, {})
    expect(await rows(`SELECT left_at IS NULL AS there FROM community_member WHERE pegawai_id = ${o.ani}`)).toEqual([
      { there: false },
    ])
  })
})

describe('the members', () => {
  const many = async (path: string) => {
    const id = Number(path.split('/').at(-1))
    const unit_id = await asJob(database.outer, tx => newUnit(tx, { instansi_id: o.other, name: 'Dinas Kearsipan' }))
    await asJob(database.outer, async tx => {
      for (let n = 1; n <= 51; n++) {
        const name = `Zaki ${String(n).padStart(2, '0')}`
        const pegawai_id = await newPegawai(tx, { instansi_id: o.other, unit_id, name })
        await sql`
          INSERT INTO community_member (pegawai_id, community_id, instansi_id, name, unit, joined_at)
          VALUES (${pegawai_id}, ${id}, ${o.other}, ${name}, 'Dinas Kearsipan', '2026-11-20')`.execute(tx)
      }
    })
  }
  const named = (text: string) => [...text.matchAll(/>(Ani|Zaki \d\d)</g)].map(found => found[1]!)

  it('are counted on the page of the community and listed on one of their own, who leads first, a page at a time', async () => {
    const path = await begin()
    await many(path)
    const home = (await as(o.ani).get(path)).text
    expect(home).toContain('52 anggota')
    expect(named(home)).toEqual([])
    const first = (await as(o.ani).get(`${path}/anggota`)).text
    expect([named(first)[0], named(first).length]).toEqual(['Ani', 50])
    expect(first).toContain('1–50 dari 52')
    expect(named((await as(o.ani).get(`${path}/anggota?halaman=2`)).text)).toEqual(['Zaki 50', 'Zaki 51'])
    expect(named((await as(o.ani).get(`${path}/anggota?urut=nama&arah=turun`)).text)[0]).toBe('Zaki 51')
  })

  it('are found by name or unit; what is found nowhere is said, a wrong order or page is none', async () => {
    const path = await begin()
    await many(path)
    expect(named((await as(o.ani).get(`${path}/anggota?q=zaki+07`)).text)).toEqual(['Zaki 07'])
    expect((await as(o.ani).get(`${path}/anggota?q=kearsipan`)).text).toContain('1–50 dari 51')
    expect((await as(o.ani).get(`${path}/anggota?q=%25`)).text).toContain('Tidak ada anggota yang cocok')
    expect(named((await as(o.ani).get(`${path}/anggota?urut=gaji&halaman=-1`)).text)[0]).toBe('Ani')
  })

  it('are seen by members only', async () => {
    const path = await begin()
    expect((await as(o.cici).get(`${path}/anggota`)).status).toBe(403)
    const hidden = await begin({ nama: 'Khusus kami', terbuka: 'instansi' })
    expect((await as(o.cici).get(`${hidden}/anggota`)).status).toBe(404)
  })
})

describe('a question', () => {
  const asked = async () => {
    const path = await begin()
    await as(o.cici).post(`${path}/gabung`, {})
    const topic = (await as(o.ani).post(`${path}/topik`, question)).location!
    await as(o.cici).post(`${topic}/balas`, { balasan: 'Sepuluh tahun, menurut JRA.' })
    const [reply] = await rows<{ id: number }>(`SELECT id FROM community_reply WHERE pegawai_id = ${o.cici}`)
    return { path, topic, reply: reply!.id }
  }
  const records = () => rows(`SELECT form, name, jp FROM learning_record WHERE pegawai_id = ${o.cici}`)

  it('is answered by another, accepted by who asked, once; it is worth nothing unless the instansi says so', async () => {
    const { topic, reply } = await asked()
    await as(o.cici).post(`${topic}/balasan/${reply}/terima`, {})
    expect((await as(o.ani).get(topic)).text).not.toContain('Jawaban yang diterima')
    await as(o.ani).post(`${topic}/balasan/${reply}/terima`, {})
    expect((await as(o.ani).get(topic)).text).toContain('Jawaban yang diterima')
    expect(await records()).toEqual([])
  })

  it('where the instansi counts an answer, it is recorded once for who gave it', async () => {
    const { topic, reply } = await asked()
    await asJob(database.outer, tx =>
      sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
          VALUES (${o.instansi}, 'community', 1, 'active', '{"answerJp": 1}', 'SK uji', '2026-01-01', 'uji', now())`.execute(tx),
    )
    await as(o.ani).post(`${topic}/balasan/${reply}/terima`, {})
    await as(o.ani).post(`${topic}/balasan/${reply}/terima`, {})
    expect(await records()).toEqual([{ form: 'komunitas_belajar', name: 'Jawaban diterima: Retensi arsip kepegawaian?', jp: 1 }])
  })

  it('a reply is hidden with a reason by who leads, and stays in the records', async () => {
    const { topic, reply } = await asked()
    await as(o.ani).post(`${topic}/balasan/${reply}/sembunyikan`, { alasan: 'x' })
    expect((await as(o.ani).get(topic)).text).toContain('Sepuluh tahun')
    expect((await as(o.cici).post(`${topic}/balasan/${reply}/sembunyikan`, { alasan: 'Alasan yang panjang' })).status).toBe(403)
    await as(o.ani).post(`${topic}/balasan/${reply}/sembunyikan`, { alasan: 'Keliru dan menyesatkan' })
    expect((await as(o.ani).get(topic)).text).not.toContain('Sepuluh tahun')
    expect(await rows(`SELECT removed_why AS why FROM community_reply WHERE id = ${reply}`)).toEqual([
      { why: 'Keliru dan menyesatkan' },
    ])
  })

  it('what is typed is shown as text and never as markup', async () => {
    const { topic } = await asked()
    await as(o.cici).post(`${topic}/balas`, { balasan: '<script>alert(1)</script>' })
    const { text } = await as(o.ani).get(topic)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script>alert(1)')
  })
})

describe('a meeting', () => {
  const called = async (tanggal: string, menit = '95') => {
    const path = await begin()
    await as(o.cici).post(`${path}/gabung`, {})
    await as(o.ani).post(`${path}/pertemuan`, { acara: 'Bedah kasus', tanggal, menit, tempat: 'Aula' })
    const [meeting] = await rows<{ id: number }>(
      `SELECT id FROM community_meeting WHERE community_id = ${path.split('/').at(-1)}`,
    )
    return { path, meeting: `${path}/pertemuan/${meeting!.id}` }
  }

  it('once closed gives its hours to who was there: 95 minutes are 2 JP, and only members count', async () => {
    const { meeting } = await called('2026-11-22')
    const form = new URLSearchParams([
      ['hadir', String(o.ani)],
      ['hadir', String(o.cici)],
      ['hadir', String(o.stranger)],
    ])
    const close = () =>
      as(o.ani).send(meeting, { method: 'POST', body: form, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })
    await close()
    await close()
    expect(
      await rows(
        `SELECT pegawai_id AS who, form, name, jp, source FROM learning_record WHERE pegawai_id IN (${o.ani}, ${o.cici}, ${o.stranger})`,
      ),
    ).toEqual(
      [o.ani, o.cici].map(who => ({
        ...{ who, form: 'komunitas_belajar', name: 'Arsiparis Babel: Bedah kasus', jp: 2, source: 'komunitas' },
      })),
    )
  })

  it('still shows who was there when one of them has left the community since', async () => {
    const { path, meeting } = await called('2026-11-22')
    await as(o.ani).send(meeting, {
      method: 'POST',
      body: new URLSearchParams([o.ani, o.cici].map(id => ['hadir', String(id)])),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    await as(o.cici).post(`${path}/keluar`, {})
    const { text } = await as(o.ani).get(meeting)
    for (const words of ['2 hadir', '>Ani<', '>Cici<']) expect(text).toContain(words)
  })

  it('gives no hours to one who ticks nobody but oneself, nor for a day before anybody was a member', async () => {
    const { path, meeting } = await called('2026-11-22')
    const both = new URLSearchParams([
      ['hadir', String(o.ani)],
      ['hadir', String(o.cici)],
    ])
    await as(o.ani).post(meeting, { hadir: String(o.ani) })
    await as(o.ani).post(`${path}/pertemuan`, { acara: 'Tahun lalu', tanggal: '2025-11-22', menit: '600', tempat: 'Aula' })
    const [other] = await rows<{ id: number }>(`SELECT max(id)::int AS id FROM community_meeting WHERE title = 'Tahun lalu'`)
    const page = await as(o.ani).send(`${path}/pertemuan/${other!.id}`, {
      method: 'POST',
      body: both,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(page.location).toContain(path)
    expect(await rows(`SELECT count(*)::int AS n FROM learning_record WHERE pegawai_id = ${o.ani}`)).toEqual([{ n: 0 }])
    expect(
      await rows(
        `SELECT count(*)::int AS n FROM community_meeting WHERE community_id = ${path.split('/').at(-1)} AND closed_at IS NOT NULL`,
      ),
    ).toEqual([{ n: 0 }])
  })

  it('is not closed before its day, nor by who does not lead, nor without anybody', async () => {
    const { path, meeting } = await called('2026-11-23')
    await as(o.ani).post(meeting, { hadir: String(o.cici) })
    expect((await as(o.cici).post(meeting, { hadir: String(o.cici) })).status).toBe(403)
    const today = await called('2026-11-22').catch(() => null)
    expect(today).toBeNull() // a second community of the same name
    await as(o.ani).post(`${path}/pertemuan`, { acara: 'Hari ini', tanggal: '2026-11-22', menit: '60', tempat: 'Aula' })
    const [other] = await rows<{ id: number }>(
      `SELECT id FROM community_meeting WHERE title = 'Hari ini' ORDER BY id DESC LIMIT 1`,
    )
    await as(o.ani).post(`${path}/pertemuan/${other!.id}`, {})
    expect(await rows(`SELECT count(*)::int AS n FROM learning_record WHERE pegawai_id = ${o.cici}`)).toEqual([{ n: 0 }])
  })

  it('has a list to sign, for who leads and until it is closed', async () => {
    const { meeting } = await called('2026-11-22')
    const list = `${meeting}/daftar-hadir.pdf`
    const { text } = readPdf(await (await as(o.ani).get(list)).bytes())
    for (const words of ['Daftar hadir', 'Bedah kasus', 'Ani', 'Cici', 'Tanda tangan']) expect(text).toContain(words)
    expect((await as(o.cici).get(list)).status).toBe(403)
    await as(o.ani).send(meeting, {
      method: 'POST',
      body: new URLSearchParams([o.ani, o.cici].map(id => ['hadir', String(id)])),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect((await as(o.ani).get(list)).status).toBe(404)
  }, 30_000)

  it('says what is missing of its plan and keeps the rest', async () => {
    const path = await begin()
    const refused = await as(o.ani).post(`${path}/pertemuan`, {
      acara: 'Bedah kasus',
      tanggal: '2026-02-31',
      menit: '5',
      tempat: '',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Bedah kasus')
    expect(refused.text).toContain('Pilih tanggal yang ada')
  })
})

describe('by program', () => {
  const ask = (who: number, method: string, path: string, body?: object) =>
    as(who).send(`/api/v1/communities${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
  const typedByProgram = { name: 'Arsiparis Babel', about: 'Tempat arsiparis saling belajar', openTo: 'all' }

  it('it is begun, joined, asked in, met in and left, with the same refusals', async () => {
    expect((await ask(o.ani, 'POST', '', { ...typedByProgram, name: 'A' })).status).toBe(422)
    const { id } = (await ask(o.ani, 'POST', '', typedByProgram)).json() as { id: number }
    expect((await ask(o.budi, 'POST', '', typedByProgram)).status).toBe(422)
    expect((await ask(o.cici, 'GET', `/${id}/topics`)).status).toBe(403)
    expect((await ask(o.cici, 'PUT', `/${id}/membership`)).json()).toEqual({ joined: true })
    const found = (await ask(o.cici, 'GET', '?q=arsiparis')).json() as { data: { id: number }[] }
    expect(found.data.find(one => one.id === id)).toMatchObject({ name: 'Arsiparis Babel', joined: true, nextMeetingOn: null })
    const topic = (
      await ask(o.ani, 'POST', `/${id}/topics`, { kind: 'tanya', title: 'Retensi?', body: 'Berapa lama disimpan?' })
    ).json() as { id: number }
    expect((await ask(o.cici, 'POST', `/${id}/topics/${topic.id}/replies`, { body: 'Sepuluh tahun.' })).status).toBe(201)
    expect((await ask(o.ani, 'GET', `/${id}/topics`)).json()).toMatchObject({
      data: [{ title: 'Retensi?', replies: 1 }],
      next: null,
    })
    const meeting = { title: 'Bedah kasus', on: '2026-11-31', minutes: 95, place: 'Aula' }
    expect((await ask(o.ani, 'POST', `/${id}/meetings`, meeting)).status).toBe(422)
    expect((await ask(o.cici, 'POST', `/${id}/meetings`, { ...meeting, on: '2026-11-22' })).status).toBe(403)
    const called = (await ask(o.ani, 'POST', `/${id}/meetings`, { ...meeting, on: '2026-11-22' })).json() as { id: number }
    const close = () => ask(o.ani, 'POST', `/${id}/meetings/${called.id}/attendance`, { pegawaiIds: [o.ani, o.cici, o.stranger] })
    expect((await close()).json()).toEqual({ closed: true })
    expect((await close()).status).toBe(409)
    expect((await ask(o.ani, 'GET', `/${id}/meetings`)).json()).toMatchObject({
      data: [{ title: 'Bedah kasus', state: 'closed' }],
    })
    expect(
      await rows(`SELECT pegawai_id AS who, jp FROM learning_record WHERE source = 'komunitas' AND source_id = ${id} ORDER BY 1`),
    ).toEqual([
      { who: o.ani, jp: 2 },
      { who: o.cici, jp: 2 },
    ])
    expect((await ask(o.ani, 'DELETE', `/${id}/membership`)).status).toBe(409)
    expect((await ask(o.cici, 'DELETE', `/${id}/membership`)).json()).toEqual({ joined: false })
  })
})
