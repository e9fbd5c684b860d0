import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { folderFiles } from '../../platform/files/index.ts'
import { activityApi } from './api.ts'
import { activityRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof activityRoutes>
let api: ReturnType<typeof activityApi>
const folder = mkdtempSync(join(tmpdir(), 'kegiatan-'))
const o = { instansi: 0, ani: 0, coach: 0, other: 0 }
const nip = '198505052010011234'

beforeAll(async () => {
  database = await testDatabase()
  const services = {
    ...servicesFor(database),
    clock: fixedClock('2026-03-20T03:00:00Z'),
    files: folderFiles(folder),
    config: { publicUrl: 'https://belajar.example.go.id' },
  } as ReturnType<typeof servicesFor>
  pages = activityRoutes(services)
  api = activityApi(services)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() =>
  asJob(database.outer, async tx => {
    await sql`DELETE FROM activity`.execute(tx)
    o.instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    const there = await sql<{ id: number }>`
      UPDATE pegawai SET instansi_id = ${o.instansi}, unit_id = ${unit_id} WHERE nip = ${nip} RETURNING pegawai_id AS id`.execute(
      tx,
    )
    o.coach = there.rows[0]?.id ?? (await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Coach', nip }))
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Ani' })
    o.other = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Orang lain' })
  }),
)

const as = (pegawaiId: number, more: Parameters<typeof actor>[0] = {}) =>
  browser(actor({ accountId: `p${pegawaiId}`, name: `P${pegawaiId}`, pegawaiId, homeInstansiId: o.instansi, ...more }), { pages })
const manager = () =>
  browser(actor({ accountId: 'kelola', name: 'Kelola', grants: [grant('pengelola', [o.instansi])] }), { pages })
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const state = async (id: string) =>
  (await rows<{ state: string }>(`SELECT state FROM activity WHERE id = ${id.split('/').at(-1)}`))[0]!.state
const records = () =>
  rows(`SELECT form, name, ended_on AS on, sessions, source FROM learning_record WHERE pegawai_id = ${o.ani} ORDER BY ended_on`)

const coaching = {
  jenis: 'coaching',
  nama: 'Coaching memimpin rapat',
  tujuan: 'Mampu memimpin rapat bidang sendiri',
  rencana: 'Empat pertemuan, satu rapat yang saya pimpin',
  nip: '19850505 201001 1 234',
  mulai: '2026-03-01',
  selesai: '2026-03-31',
}
const magang = { ...coaching, jenis: 'magang', nama: 'Magang di Dinas Kota', tempat: 'Dinas Kota', nip: '' }
const draft = async (form: Record<string, string>) => {
  const answer = await as(o.ani).post('/kegiatan/baru', form)
  expect(answer.status).toBe(303)
  return answer.location!
}
const step = (who: ReturnType<typeof as>, path: string, langkah: string, more: Record<string, string> = {}) =>
  who.post(`${path}/langkah`, { langkah, ...more })
const entry = { tanggal: '2026-03-10', menit: '60', uraian: 'Membahas cara membuka rapat' }

describe('coaching', () => {
  it('goes from plan to records: agreed by the coach, each session confirmed, approved by who keeps the instansi', async () => {
    const path = await draft(coaching)
    await step(as(o.ani), path, 'propose')
    expect((await as(o.coach).get('/kegiatan')).text).toContain('Coaching memimpin rapat')
    await step(as(o.coach), path, 'agree')
    expect(await state(path)).toBe('agreed')
    for (const tanggal of ['2026-03-05', '2026-03-10', '2026-03-12']) await as(o.ani).post(`${path}/log`, { ...entry, tanggal })
    const [first, second] = await rows<{ id: number }>('SELECT id FROM activity_log ORDER BY on_date')
    await as(o.coach).post(`${path}/konfirmasi`, { catatan: String(first!.id) })
    await as(o.coach).post(`${path}/konfirmasi`, { catatan: String(second!.id) })
    await step(as(o.ani), path, 'report', { hasil: 'Saya memimpin dua rapat sendiri.' })
    await step(manager(), path, 'approve')
    expect(await state(path)).toBe('approved')
    expect(await records()).toEqual([
      { form: 'coaching', name: 'Coaching memimpin rapat', on: '2026-03-05', sessions: 1, source: 'kegiatan' },
      { form: 'coaching', name: 'Coaching memimpin rapat', on: '2026-03-10', sessions: 1, source: 'kegiatan' },
    ])
    // Approved twice: the second finds it over.
    await step(manager(), path, 'approve')
    expect(await records()).toHaveLength(2)
  })

  it('is agreed to by nobody in the place of the coach, and approved by nobody for oneself', async () => {
    const path = await draft(coaching)
    await step(as(o.ani), path, 'propose')
    await step(manager(), path, 'agree')
    expect(await state(path)).toBe('proposed')
    await step(as(o.coach), path, 'agree')
    await as(o.ani).post(`${path}/log`, entry)
    const [{ id }] = (await rows<{ id: number }>('SELECT id FROM activity_log')) as [{ id: number }]
    await as(o.coach).post(`${path}/konfirmasi`, { catatan: String(id) })
    await step(as(o.ani), path, 'report', { hasil: 'Saya memimpin dua rapat sendiri.' })
    await step(as(o.ani, { grants: [grant('pengelola', [o.instansi])] }), path, 'approve')
    expect(await state(path)).toBe('reported')
  })

  it('a confirmed session stays; an entry of tomorrow, or outside the activity, is refused with what was typed', async () => {
    const path = await draft(coaching)
    await step(as(o.ani), path, 'propose')
    await step(as(o.coach), path, 'agree')
    const future = await as(o.ani).post(`${path}/log`, { ...entry, tanggal: '2026-03-21' })
    expect(future.status).toBe(422)
    expect(future.text).toContain('belum tiba')
    expect(future.text).toContain('Membahas cara membuka rapat')
    expect((await as(o.ani).post(`${path}/log`, { ...entry, tanggal: '2026-02-28' })).status).toBe(422)
    expect((await as(o.ani).post(`${path}/log`, { ...entry, tanggal: '2026-02-31' })).status).toBe(422)
    await as(o.ani).post(`${path}/log`, entry)
    const [{ id }] = (await rows<{ id: number }>('SELECT id FROM activity_log')) as [{ id: number }]
    await as(o.coach).post(`${path}/konfirmasi`, { catatan: String(id) })
    await as(o.ani).post(`${path}/log/${id}/hapus`, {})
    expect(await rows('SELECT count(*)::int AS n FROM activity_log')).toEqual([{ n: 1 }])
  })

  it('nobody accompanies oneself, and a NIP that nobody bears is said', async () => {
    const own = (await rows<{ nip: string }>(`SELECT nip FROM pegawai WHERE pegawai_id = ${o.ani}`))[0]!.nip
    expect((await as(o.ani).post('/kegiatan/baru', { ...coaching, nip: own })).text).toContain(
      'tidak dapat mendampingi diri sendiri',
    )
    const unknown = await as(o.ani).post('/kegiatan/baru', { ...coaching, nip: '199901012020011999' })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Coaching memimpin rapat')
  })

  it('is accompanied from near by: of anybody else it is not even said whether the NIP exists, on the page and by program', async () => {
    const far = '198101012005011777'
    const guide = '198101012005011778'
    await asJob(database.outer, async tx => {
      const person = async (instansi_id: number, bears: string) =>
        newPegawai(tx, { instansi_id, unit_id: await newUnit(tx, { instansi_id }), nip: bears, name: 'Nama Rahasia' })
      await person(await newInstansi(tx), far)
      const province = await newInstansi(tx)
      await sql`UPDATE instansi SET guided_by = ${province} WHERE id = ${o.instansi}`.execute(tx)
      await person(province, guide)
    })
    const asked = async (bears: string) => {
      const page = await as(o.ani).post('/kegiatan/baru', { ...coaching, nip: bears })
      const program = await browser(actor({ accountId: 'p', pegawaiId: o.ani, homeInstansiId: o.instansi }), { api }).send(
        '/api/v1/activities',
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            kind: 'coaching',
            title: coaching.nama,
            aim: coaching.tujuan,
            plan: coaching.rencana,
            partnerNip: bears,
            startsOn: coaching.mulai,
            endsOn: coaching.selesai,
          }),
        },
      )
      return [page.status, page.text.replaceAll(bears, 'NIP'), program.status, program.text]
    }
    const nobodys = await asked('199901012020011999')
    expect(nobodys).toMatchObject([422, expect.stringContaining('Tidak ada ASN dengan NIP ini'), 422, expect.anything()])
    expect(await asked(far)).toEqual(nobodys)
    expect(await asked(guide)).toMatchObject([303, '', 201, expect.anything()])
  })

  it.each([
    ['nama', 201],
    ['tujuan', 4001],
    ['rencana', 4001],
    ['tempat', 201],
    ['kontak', 201],
    ['surat', 101],
  ] as const)('is refused with a %s of %i letters, which is not cut off', async (field, letters) => {
    const typed = { ...magang, [field]: 'x'.repeat(letters) }
    const answer = await as(o.ani).post('/kegiatan/baru', typed)
    expect([answer.status, answer.text.includes(`href="#f-${field}"`)]).toEqual([422, true])
    expect(answer.text).toContain('x'.repeat(letters))
    expect((await as(o.ani).post('/kegiatan/baru', { ...typed, [field]: 'x'.repeat(letters - 1) })).status).toBe(303)
  })

  it('may be edited although who accompanies it has moved far away', async () => {
    const path = await draft(coaching)
    await asJob(database.outer, async tx => {
      const instansi_id = await newInstansi(tx)
      const unit_id = await newUnit(tx, { instansi_id })
      await sql`UPDATE pegawai SET instansi_id = ${instansi_id}, unit_id = ${unit_id} WHERE nip = ${nip}`.execute(tx)
    })
    expect((await as(o.ani).post(`${path}/ubah`, { ...coaching, nama: 'Coaching memimpin rapat besar' })).status).toBe(303)
    expect((await as(o.ani).post('/kegiatan/baru', coaching)).status).toBe(422)
  })

  it('the coach sees what the coach accompanies, a stranger nothing', async () => {
    const path = await draft(coaching)
    expect((await as(o.coach).get(path)).status).toBe(404) // a draft is the person's own
    await step(as(o.ani), path, 'propose')
    expect((await as(o.coach).get(path)).status).toBe(200)
    expect((await as(o.other).get(path)).status).toBe(404)
    expect((await as(o.other).post(`${path}/log`, entry)).status).toBe(404)
    const seen = await inScope(
      database.outer,
      { kind: 'people', people: [o.coach] },
      async tx => (await sql<{ n: number }>`SELECT count(*)::int AS n FROM activity`.execute(tx)).rows,
    )
    expect(seen).toEqual([{ n: 0 }])
  })
})

describe('an internship', () => {
  const running = async () => {
    const path = await draft(magang)
    await step(as(o.ani), path, 'propose')
    await step(manager(), path, 'agree')
    return path
  }
  const letter = (bytes: string, name = 'surat.pdf') => {
    const form = new FormData()
    form.set('jenis', 'surat')
    form.set('berkas', new File([bytes], name))
    return { method: 'POST', body: form }
  }

  it('needs a letter to be reported; an HTML page called .pdf is none', async () => {
    const path = await running()
    await as(o.ani).post(`${path}/log`, entry)
    const report = () => step(as(o.ani), path, 'report', { hasil: 'Saya belajar menyusun anggaran kas.' })
    expect((await report()).text).toContain('Belum ada surat tugas')
    await as(o.ani).send(`${path}/berkas`, letter('<html><script>alert(1)</script>'))
    expect(await rows('SELECT count(*)::int AS n FROM activity_file')).toEqual([{ n: 0 }])
    await as(o.ani).send(`${path}/berkas`, letter('%PDF-1.7 surat'))
    await report()
    await step(manager(), path, 'approve')
    expect(await records()).toEqual([
      { form: 'magang', name: 'Magang di Dinas Kota', on: '2026-03-31', sessions: null, source: 'kegiatan' },
    ])
    const [{ id }] = (await rows<{ id: number }>('SELECT id FROM activity_file')) as [{ id: number }]
    expect((await manager().get(`${path}/berkas/${id}`)).text).toContain('%PDF-1.7')
    expect((await as(o.other).get(`${path}/berkas/${id}`)).status).toBe(404)
  })

  it('the host says how it went once by a link, without an account; an old or spent link leads nowhere', async () => {
    const path = await running()
    const linkOf = async () =>
      /https:\/\/belajar\.example\.go\.id(\/tuan-rumah\/[\w-]+)/.exec((await as(o.ani).post(`${path}/tuan-rumah`, {})).text)![1]!
    const old = await linkOf()
    const link = await linkOf()
    const nobody = as(o.other)
    expect((await nobody.get(old)).status).toBe(404)
    expect((await nobody.get(link)).text).toContain('Bagaimana Ani menjalani')
    expect((await nobody.post(link, { nama: 'x', penilaian: 'bagus' })).status).toBe(422)
    expect((await nobody.post(link, { nama: 'Rudi, Kepala Dinas', penilaian: 'baik', catatan: 'Rajin' })).text).toContain(
      'Terima kasih',
    )
    expect((await as(o.ani).get(path)).text).toContain('Baik, menurut Rudi, Kepala Dinas.')
    expect((await nobody.get(link)).status).toBe(404)
    expect((await nobody.post(link, { nama: 'Orang lain', penilaian: 'kurang' })).status).toBe(404)
    expect(await rows('SELECT host_name AS name, host_verdict AS said FROM activity')).toEqual([
      { name: 'Rudi, Kepala Dinas', said: 'baik' },
    ])
    expect((await nobody.get('/tuan-rumah/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
  })

  it('is returned with a reason, mended, and cancelled by the person', async () => {
    const path = await draft(magang)
    await step(as(o.ani), path, 'propose')
    await step(manager(), path, 'return')
    expect(await state(path)).toBe('proposed') // without a reason nothing happens
    await step(manager(), path, 'return', { alasan: 'Jadwalnya bertabrakan dengan audit.' })
    expect((await as(o.ani).get(path)).text).toContain('bertabrakan dengan audit')
    expect((await as(o.ani).post(`${path}/ubah`, { ...magang, mulai: '2026-04-01', selesai: '2026-04-30' })).status).toBe(303)
    await step(as(o.ani), path, 'cancel', { alasan: 'Saya pindah unit bulan depan.' })
    expect(await state(path)).toBe('cancelled')
    expect((await as(o.ani).get(`${path}/ubah`)).status).toBe(404)
  })
})
