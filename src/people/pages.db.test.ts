import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newTenure, newUnit } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { peopleRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof peopleRoutes>
const o = { provinsi: 0, kota: 0, dinas: 0, seksi: 0, kadis: 0, staf: 0, ani: 0, budi: 0, candra: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = peopleRoutes(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19', bkn_code: '5700' })
    o.kota = await newInstansi(tx, {
      name: 'Kota Uji',
      kind: 'kota',
      region_code: '19.71',
      bkn_code: '5771',
      guided_by: o.provinsi,
    })
    o.dinas = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    o.seksi = await newUnit(tx, { instansi_id: o.provinsi, parent_id: o.dinas, name: 'Seksi Gizi' })
    const place = { instansi_id: o.provinsi, unit_id: o.dinas }
    o.kadis = await newJabatan(tx, { ...place, name: 'Kepala Dinas', jenis: 'jpt', jenjang: 'jpt_pratama', is_head: true })
    o.staf = await newJabatan(tx, { ...place, unit_id: o.seksi, name: 'Analis Gizi' })
    o.ani = await newPegawai(tx, { ...place, jabatan_id: o.kadis, name: 'Ani Lestari', nip: '197001011995012001' })
    await newTenure(tx, { pegawai_id: o.ani, instansi_id: o.provinsi, jabatan_id: o.kadis })
    o.budi = await newPegawai(tx, {
      ...place,
      unit_id: o.seksi,
      name: 'Budi Santoso',
      nip: '199001012020121001',
      employment: 'pppk',
      status: 'cltn',
    })
    const other = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Sosial' })
    o.candra = await newPegawai(tx, { instansi_id: o.kota, unit_id: other, name: 'Candra Wijaya', nip: '198001012005011001' })
  })
})
afterAll(() => database.close())
beforeEach(() =>
  asJob(
    database.outer,
    async tx =>
      void (await sql`UPDATE instansi SET name = 'Provinsi Uji', bkn_code = '5700' WHERE id = ${o.provinsi}`.execute(tx)),
  ),
)

const pengelola = () => browser(actor({ homeInstansiId: o.provinsi, grants: [grant('pengelola', [o.provinsi])] }), { pages })
const pembina = () =>
  browser(actor({ homeInstansiId: o.provinsi, grants: [grant('pembina', [o.provinsi, o.kota], { place: 'guided' })] }), { pages })
const bappeda = () => browser(actor({ homeInstansiId: o.provinsi, grants: [grant('bappeda', [o.provinsi])] }), { pages })
const pegawai = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.budi }), { pages })

describe('/pegawai', () => {
  it('lists the people in scope and opens with how many they are', async () => {
    const answer = await pengelola().get('/pegawai')
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('1 di antaranya berstatus aktif')
    expect(answer.text).toContain(`href="/pegawai/${o.ani}"`)
    expect(answer.text).toContain('19700101 199501 2 001')
    expect(answer.text).not.toContain('Candra')
    expect(answer.text).not.toContain('name="instansi"')
  })

  it('offers the instansi as a filter only where the scope has several', async () => {
    const all = await pembina().get('/pegawai')
    expect(all.text).toContain('name="instansi"')
    expect(all.text).toContain('Candra')
    const one = await pembina().get('/pegawai?instansi=19.71')
    expect(one.text).toContain('Candra')
    expect(one.text).not.toContain('Ani Lestari')
    expect((await pengelola().get('/pegawai?instansi=19.71')).status).toBe(404)
  })

  it('keeps the filters in its links and says so when nobody matches', async () => {
    const answer = await pengelola().get('/pegawai?q=lestari&jenjang=jpt_pratama')
    expect(answer.text).toContain('Ani Lestari')
    expect(answer.text).toContain('/pegawai?q=lestari&amp;jenjang=jpt_pratama&amp;urut=nip')
    expect(answer.text).toContain('/pegawai.xlsx?q=lestari&amp;jenjang=jpt_pratama')
    const none = await pengelola().get('/pegawai?q=tidakada')
    expect(none.text).toContain('Tidak ada yang cocok')
    expect((await pengelola().get('/pegawai?unit=x&jenjang=kepala&halaman=-1&urut=apa')).status).toBe(200)
  })

  it('shows a pegawai only the own row, and Bappeda nothing', async () => {
    const own = await pegawai().get('/pegawai')
    expect(own.text).toContain('Budi Santoso')
    expect(own.text).not.toContain('Ani Lestari')
    expect((await bappeda().get('/pegawai')).status).toBe(403)
  })

  it('goes out as a workbook of the filtered list, and the trail says so', async () => {
    const answer = await pengelola().get('/pegawai.xlsx?kepegawaian=pppk')
    expect(answer.status).toBe(200)
    const rows = await readSheetBytes(await answer.bytes())
    expect(rows.at(-1)).toEqual([
      '199001012020121001',
      'Budi Santoso',
      'Provinsi Uji',
      'Dinas Kesehatan',
      'Seksi Gizi',
      null,
      null,
      null,
      'PPPK',
      'Cuti di luar tanggungan negara',
    ])
    expect(rows.flat()).not.toContain('Ani Lestari')
    const trail = await asJob(
      database.outer,
      async tx =>
        (
          await sql<{
            rows: number
            instansi_id: number
          }>`SELECT rows, instansi_id FROM audit_entry WHERE verb = 'export_pegawai'`.execute(tx)
        ).rows,
    )
    expect(trail).toEqual([{ rows: 1, instansi_id: o.provinsi }])
  })
})

describe('/cari', () => {
  it('opens the person of an exact NIP in scope', async () => {
    const answer = await pengelola().get('/cari?q=19900101+202012+1+001')
    expect(answer.status).toBe(303)
    expect(answer.location).toBe(`/pegawai/${o.budi}`)
    const outside = await pengelola().get('/cari?q=198001012005011001')
    expect(outside.status).toBe(200)
    expect(outside.text).not.toContain('Candra')
  })

  it('finds people and jabatan, and points to the dictionary', async () => {
    const answer = await pengelola().get('/cari?q=gizi')
    expect(answer.text).toContain('Analis Gizi')
    expect(answer.text).toContain('href="/kamus?q=gizi"')
    expect((await bappeda().get('/cari?q=budi')).text).toContain('Tidak ada orang yang cocok')
    expect((await pengelola().get('/cari')).text).toContain('Apa yang Anda cari?')
  })
})

describe('/organisasi', () => {
  it('shows the card, the tree and who leads', async () => {
    const answer = await pengelola().get('/organisasi')
    expect(answer.text).toContain('5700')
    expect(answer.text).toContain('Kota Uji')
    expect(answer.text).toContain('Ani Lestari')
    const unit = await pengelola().get(`/organisasi/unit/${o.seksi}`)
    expect(unit.text).toContain('Analis Gizi')
    expect(unit.text).toContain('1 jabatan di unit ini belum ada pemangkunya')
  })

  it('keeps the names of holders from who may not see people', async () => {
    const answer = await bappeda().get(`/organisasi/unit/${o.dinas}`)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Kepala Dinas')
    expect(answer.text).not.toContain('Ani Lestari')
    expect(answer.text).not.toContain('Kosong')
    expect((await pegawai().get('/organisasi')).text).not.toContain('Ani Lestari')
  })

  it('is closed to other instansi and to who belongs to none', async () => {
    expect((await pengelola().get('/organisasi?instansi=19.71')).status).toBe(404)
    expect(
      (
        await browser(
          actor({ homeInstansiId: o.provinsi, grants: [grant('asesor', [], { place: 'case', peopleIds: [o.ani] })] }),
          { pages },
        ).get('/organisasi')
      ).status,
    ).toBe(403)
    expect((await pengelola().get('/organisasi/unit/999999999')).status).toBe(404)
  })

  const card = {
    instansi: '19',
    nama: 'Provinsi Baru',
    kode_bkn: '5701',
    zona: 'Asia/Makassar',
    kantor_kepegawaian: 'BKPSDMD',
    kantor_pelatihan: '',
    kantor_perencanaan: 'Bappeda',
  }

  it('is edited by the pengelola, with a trace of what changed', async () => {
    expect((await pengelola().get('/organisasi/ubah')).text).toContain('value="5700"')
    const answer = await pengelola().post('/organisasi/ubah', card)
    expect(answer.status).toBe(303)
    const shown = await pengelola().get('/organisasi')
    expect(shown.text).toContain('Provinsi Baru')
    expect(shown.text).toContain('WITA')
    expect(shown.text).toContain('BKPSDMD')
    await pengelola().post('/organisasi/ubah', card) // the same once more leaves no trace
    const trail = await asJob(
      database.outer,
      async tx =>
        (await sql<{ detail: { changed: string[] } }>`SELECT detail FROM audit_entry WHERE verb = 'update_instansi'`.execute(tx))
          .rows,
    )
    expect(trail.map(entry => entry.detail.changed.sort())).toEqual([['bknCode', 'name', 'officeNames', 'timeZone']])
  })

  it('speaks English as well', async () => {
    const english = browser(actor({ homeInstansiId: o.provinsi, grants: [grant('pengelola', [o.provinsi])] }), { pages }, 'en')
    expect((await english.get('/organisasi')).text).toContain('Region code')
    expect((await english.get('/pegawai')).text).toContain('of them are active')
  })

  it('keeps what was typed when it is refused', async () => {
    const answer = await pengelola().post('/organisasi/ubah', { ...card, nama: 'Nama Ketikan', kode_bkn: 'tidak sah' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('value="Nama Ketikan"')
    expect(answer.text).toContain('value="tidak sah"')
    expect(answer.text).toContain('Kode BKN terdiri dari')
    const taken = await pengelola().post('/organisasi/ubah', { ...card, kode_bkn: '5771' })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('sudah dipakai instansi lain')
    expect(taken.text).toContain('value="5771"')
  })

  it('is not edited by others, nor elsewhere', async () => {
    for (const who of [bappeda(), pembina(), pegawai()]) expect((await who.post('/organisasi/ubah', card)).status).toBe(403)
    expect((await pengelola().post('/organisasi/ubah', { ...card, instansi: '19.71' })).status).toBe(404)
  })
})
