import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant } from '../../test/factories/browser.ts'
import { agency, importServices } from '../../test/factories/imports.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import {
  accreditations,
  candidatesIn,
  evaluateEntry,
  openOffers,
  openProviders,
  providersApi,
  providersRoutes,
  roomsOf,
  trainersOf,
} from './index.ts'

let database: Database
let made: ReturnType<typeof importServices>
const as = (who: Parameters<typeof actor>[0]) =>
  browser(actor(who), {
    pages: providersRoutes(made.services, async () => new Map([[1, 420]])),
    api: providersApi(made.services),
  })
const pengelola = () => as({ homeInstansiId: 19, grants: [grant('pengelola', [19])] })
const neighbour = () => as({ homeInstansiId: 20, grants: [grant('pengelola', [20])] })
const one = async <T>(text: string) => (await asJob(database.outer, tx => sql.raw<T>(text).execute(tx))).rows[0]

const pdf = '%PDF-1.7\nnaskah\n%%EOF\n'
const withFile = (fields: Record<string, string>, content: string, name = 'naskah.pdf') => {
  const body = new FormData()
  for (const [key, value] of Object.entries(fields)) body.set(key, value)
  body.set('berkas', new File([content], name))
  return { method: 'POST', body }
}

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  await agency(database, 19)
  await agency(database, 20)
  await asJob(database.outer, async tx => {
    await loadReference(tx)
    await sql`INSERT INTO identity.user_account (id, name, email, username) VALUES ('uji', 'Penguji', 'uji@invalid', 'penguji'), ('wi', 'Widya', 'wi@invalid', 'widya')`.execute(
      tx,
    )
    await sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES ('wi', 'fasilitator', 'instansi', 19)`.execute(
      tx,
    )
    await sql`
      INSERT INTO pegawai (instansi_id, unit_id, jabatan_id, nip, name, employment, sex, birth_date, golongan)
      SELECT 19, j.unit_id, j.id, '197501012005011001', 'Kepala Dinas', 'pns', 'l', '1975-01-01', 'IV/b' FROM jabatan j WHERE j.code = 'DINKES-KA' AND j.instansi_id = 19`.execute(
      tx,
    )
    await sql`INSERT INTO jabatan_history (pegawai_id, instansi_id, instansi_then, jabatan_id, from_date) SELECT pegawai_id, 19, 19, jabatan_id, '2023-01-01' FROM pegawai`.execute(
      tx,
    )
  })
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

describe('the register', () => {
  it('says what to do while it is empty', async () => {
    expect((await pengelola().get('/penyelenggara')).text).toContain('Mulai dengan lembaga yang paling sering melatih')
    expect((await pengelola().get('/penawaran')).status).toBe(200)
    expect((await pengelola().get('/akreditasi')).text).toContain('Belum ada akreditasi yang tercatat')
  })

  it('keeps what was typed where the form is refused, and takes it once it is whole', async () => {
    const refused = await pengelola().post('/penyelenggara', { nama: '', singkat: 'BPSDM', jenis: 'bpsdm', surel: 'salah' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('value="salah"')
    expect(refused.text).toContain('Alamat surel ini tidak lengkap')
    const good = { nama: 'BPSDM Provinsi 19', singkat: 'BPSDM', jenis: 'bpsdm', situs: 'https://bpsdm.example/' }
    expect((await pengelola().post('/penyelenggara', good)).location).toBe('/penyelenggara/1')
    const twice = await pengelola().post('/penyelenggara', { ...good, nama: 'bpsdm provinsi 19' })
    expect([twice.status, twice.text.includes('Nama ini sudah ada')]).toEqual([422, true])
    expect(await openProviders(database.outer)).toMatchObject([{ id: 1, instansiId: 19, kind: 'bpsdm', closed: false }])
    expect(await one("SELECT verb, instansi_id FROM audit_entry WHERE subject = 'provider:1'")).toEqual({
      verb: 'create_provider',
      instansi_id: 19,
    })
  })

  it('is read by another government and written by none but its own', async () => {
    expect((await neighbour().get('/penyelenggara/1')).status).toBe(200)
    expect((await neighbour().get('/penyelenggara/1')).text).not.toContain('/penyelenggara/1/ubah')
    expect((await neighbour().post('/penyelenggara/1', { nama: 'Direbut' })).status).toBe(403)
    expect((await as({ homeInstansiId: 19, pegawaiId: 1 }).get('/penyelenggara')).status).toBe(403)
    expect(
      (await as({ grants: [grant('admin', [], { place: 'nation' })] }).get('/penyelenggara/baru?daftar=nasional')).status,
    ).toBe(200)
  })

  it('filters, sorts and comes as a workbook', async () => {
    const rows = await readSheetBytes(await (await pengelola().get('/penyelenggara.xlsx?jenis=bpsdm')).bytes())
    expect(JSON.stringify(rows)).toContain('BPSDM Provinsi 19')
    expect((await pengelola().get('/penyelenggara?jenis=balai')).text).toContain('Tidak ada penyelenggara yang cocok')
    for (const urut of ['nama', 'jenis', 'penawaran', 'akreditasi'])
      expect((await pengelola().get(`/penyelenggara?urut=${urut}&arah=turun`)).status).toBe(200)
  })

  it('closes with a reason, deletes nothing, and opens again', async () => {
    expect((await pengelola().post('/penyelenggara/1/tutup', { alasan: ' ' })).status).toBe(422)
    await pengelola().post('/penyelenggara/1/tutup', { alasan: 'Digabung' })
    expect((await pengelola().get('/penyelenggara/1')).text).toContain('Ditutup 22 November 2026: Digabung')
    expect(await openProviders(database.outer)).toEqual([])
    await pengelola().post('/penyelenggara/1/buka', {})
    expect(await openProviders(database.outer)).toHaveLength(1)
  })
})

describe('what an institution has', () => {
  it('rooms and a dormitory', async () => {
    expect(
      (await pengelola().post('/penyelenggara/1/ruang', { nama: 'Timah', jenis: 'kelas', kapasitas: 'banyak' })).status,
    ).toBe(422)
    await pengelola().post('/penyelenggara/1/ruang', { nama: 'Timah', jenis: 'kelas', kapasitas: '40' })
    await pengelola().post('/penyelenggara/1/ruang', { nama: 'Mentok', jenis: 'asrama', kapasitas: '60' })
    expect((await pengelola().post('/penyelenggara/1/ruang', { nama: 'Timah', jenis: 'aula', kapasitas: '9' })).text).toContain(
      'ruang bernama sama',
    )
    expect((await pengelola().get('/penyelenggara/1')).text).toContain('40 kursi, 60 tempat tidur')
    await pengelola().post('/penyelenggara/1/ruang/1', { nama: 'Timah', jenis: 'kelas', kapasitas: '40', tutup: '1' })
    expect((await roomsOf(database.outer, 1)).map(room => [room.name, room.closed])).toEqual([
      ['Mentok', false],
      ['Timah', true],
    ])
  })

  it('trainers, found by NIP, with what they carry in the year', async () => {
    const trainer = { nama: '', jenis: 'widyaiswara', jp: '300', nip: '19750101 200501 1 001', akun: 'widya' }
    expect((await pengelola().post('/penyelenggara/1/pengajar', { ...trainer, nip: '199001012020121001' })).text).toContain(
      'Tidak ada pegawai dengan NIP ini',
    )
    await pengelola().post('/penyelenggara/1/pengajar', trainer)
    expect(await trainersOf(database.outer, 1)).toMatchObject([
      { name: 'Kepala Dinas', username: 'widya', jpPerYear: 300, closed: false },
    ])
    expect((await pengelola().post('/penyelenggara/1/pengajar', trainer)).text).toContain('sudah tercatat sebagai pengajar')
    const page = (await pengelola().get('/penyelenggara/1/pengajar')).text
    expect(page).toContain('420 dari 300 JP')
    expect(page).toContain('melebihi kesanggupan')
    // Left as they are: the person and the account stay.
    await pengelola().post('/penyelenggara/1/pengajar/1', { nama: 'Kepala Dinas', jenis: 'pejabat', akun: 'widya' })
    expect(await trainersOf(database.outer, 1)).toMatchObject([
      { kind: 'pejabat', pegawaiId: 1, username: 'widya', jpPerYear: null },
    ])
  })

  it('staff accounts, only with a role that teaches', async () => {
    expect((await pengelola().post('/penyelenggara/1/akun', { akun: 'penguji' })).text).toContain(
      'Tidak ada akun terbuka bernama ini',
    )
    await pengelola().post('/penyelenggara/1/akun', { akun: 'WIDYA' })
    expect((await openProviders(database.outer))[0]!.staff).toEqual(['wi'])
    await pengelola().post('/penyelenggara/1/akun/keluarkan', { akun: 'wi' })
    expect((await openProviders(database.outer))[0]!.staff).toEqual([])
    expect((await neighbour().get('/penyelenggara/1/akun')).status).toBe(403)
  })
})

describe('an agreement', () => {
  const fields = {
    instansi: '20',
    tentang: 'Kursi PKA',
    nomor: '1/KSD',
    tanda_tangan: '2026-01-02',
    dari: '2026-01-02',
    sampai: '2027-01-31',
  }

  it('is kept with its document, checked by content; a refused one leaves no file', async () => {
    const fake = await pengelola().send('/penyelenggara/1/kerja-sama', withFile(fields, '<script>alert(1)</script>'))
    expect([fake.status, fake.text.includes('bukan PDF menurut isinya'), fake.text.includes('value="1/KSD"')]).toEqual([
      422,
      true,
      true,
    ])
    expect((await pengelola().send('/penyelenggara/1/kerja-sama', withFile(fields, pdf, 'Naskah "A".pdf'))).status).toBe(303)
    expect((await pengelola().get('/penyelenggara/1/kerja-sama')).text).toContain('Berakhir ≤ 90 hari')
  })

  it('is served to its two sides as a download, and to nobody else', async () => {
    const file = '/penyelenggara/1/kerja-sama/1/berkas.pdf'
    for (const who of [pengelola(), neighbour()]) expect((await who.get(file)).text).toBe(pdf)
    const third = as({ homeInstansiId: 21, grants: [grant('pengelola', [21])] })
    expect((await third.get(file)).status).toBe(404)
    expect((await third.get('/penyelenggara/1/kerja-sama')).text).not.toContain('Kursi PKA')
    const teacher = as({ accountId: 'wi', grants: [grant('fasilitator', [], { place: 'case' })] })
    expect((await teacher.get(file)).status).toBe(404)
  })

  it('replaces its document, removes the old one, and says so when a file is gone', async () => {
    const before = (await one<{ file_key: string }>('SELECT file_key FROM agreement'))!.file_key
    await pengelola().send('/penyelenggara/1/kerja-sama/1', withFile(fields, `${pdf}baru\n%%EOF`))
    const after = (await one<{ file_key: string }>('SELECT file_key FROM agreement'))!.file_key
    expect([existsSync(made.services.files.path(before)), existsSync(made.services.files.path(after))]).toEqual([false, true])
    await made.services.files.remove(after)
    const gone = await pengelola().get('/penyelenggara/1/kerja-sama/1/berkas.pdf')
    expect([gone.status, gone.text]).toEqual([404, expect.stringContaining('tetapi tidak ditemukan di penyimpanan')])
  })

  it('is ended with a reason, once', async () => {
    expect((await pengelola().post('/penyelenggara/1/kerja-sama/1/akhiri', { alasan: '' })).status).toBe(422)
    await pengelola().post('/penyelenggara/1/kerja-sama/1/akhiri', { alasan: 'Diperbarui' })
    expect((await neighbour().get('/penyelenggara/1/kerja-sama')).text).toContain('Diakhiri 22 November 2026: Diperbarui')
    expect((await pengelola().post('/penyelenggara/1/kerja-sama/1/akhiri', { alasan: 'Lagi' })).status).toBe(409)
    const edited = await pengelola().send('/penyelenggara/1/kerja-sama/1', withFile({ ...fields, sampai: '2030-01-01' }, pdf))
    expect([edited.status, edited.text]).toEqual([409, expect.stringContaining('sudah berakhir, jadi tidak ada yang diubah')])
    expect(await one('SELECT ended_why, until_date FROM agreement')).toEqual({
      ended_why: 'Diperbarui',
      until_date: '2027-01-31',
    })
  })
})

describe('the register of accreditation', () => {
  const pka = { program: 'PKA', pengakreditasi: 'LAN', peringkat: 'A', keputusan: 'SK 1', dari: '2022-03-01', sampai: '' }
  it('holds a line for a programme at a body, warns before it ends, and is revoked with a reason', async () => {
    await pengelola().send('/penyelenggara/1/akreditasi', withFile(pka, pdf))
    expect(await accreditations(database.outer, { programme: 'pka' })).toMatchObject([
      { providerId: 1, untilDate: '2027-02-28', revokedOn: null },
    ])
    const list = (await neighbour().get('/akreditasi')).text
    expect(list).toContain('Berakhir ≤ 180 hari')
    expect(list).toContain('98 hari lagi')
    expect((await neighbour().get('/akreditasi/1/berkas.pdf')).text).toBe(pdf)
    expect((await neighbour().get('/akreditasi?keadaan=ended')).text).toContain('Tidak ada akreditasi yang cocok')
    expect((await pengelola().post('/akreditasi/1/cabut', { tanggal: '2026-13-01', alasan: 'x' })).status).toBe(422)
    await pengelola().post('/akreditasi/1/cabut', { tanggal: '2026-11-01', alasan: 'Sarana' })
    expect((await pengelola().get('/penyelenggara/1/akreditasi')).text).toContain('Dicabut 1 November 2026: Sarana')
    const rows = await readSheetBytes(await (await pengelola().get('/akreditasi.xlsx?urut=lembaga')).bytes())
    expect(JSON.stringify(rows)).toContain('Dicabut')
  })
})

describe('an offer', () => {
  const fields = {
    judul: 'PKA Angkatan',
    bentuk: 'struktural',
    pola: 'blended',
    jp: '900',
    biaya: '19.500.000',
    biaya_tetap: '',
    bulan_3: '1',
    program: 'PKA',
  }
  const competency = () => one<{ id: number }>("SELECT id FROM competency WHERE code = 'M.5' AND active")

  it('is added with competencies and rules, and its page says who may join and what stands in the way', async () => {
    const { id } = (await competency())!
    const answer = await pengelola().post('/penyelenggara/1/penawaran', {
      ...fields,
      kompetensi_1: String(id),
      tingkat_1: '3',
      syarat_employment_pns: '1',
      syarat_golonganFrom: 'III/d',
      syarat_noDiscipline: '1',
    })
    expect(answer.location).toBe('/penawaran/1')
    const page = (await neighbour().get('/penawaran/1')).text
    for (const text of [
      'Golongan paling rendah III/d',
      'Rp19.500.000',
      'Akreditasi PKA sudah dicabut',
      'Belum ada lembaga lain',
      'belum diketahui',
    ])
      expect(page).toContain(text)
    expect((await pengelola().post('/penyelenggara/1/penawaran', fields)).text).toContain('penawaran berjudul sama')
    const refused = await pengelola().post('/penawaran/1', { ...fields, biaya: 'mahal', syarat_maxAge: '200' })
    expect([refused.status, refused.text.includes('value="mahal"'), refused.text.includes('value="200"')]).toEqual([
      422,
      true,
      true,
    ])
  })

  it('is found by competency, month, form, pattern and cost', async () => {
    const { id } = (await competency())!
    const found = async (query: string) => (await pengelola().get(`/penawaran?${query}`)).text.includes('PKA Angkatan')
    expect(await found(`kompetensi=${id}&bulan=3&bentuk=struktural&pola=blended&biaya=20.000.000&q=pka`)).toBe(true)
    for (const query of ['bulan=4', 'bentuk=seminar', 'pola=mandiri', 'biaya=1000', 'q=bimtek', `kompetensi=${id + 1}`])
      expect([query, await found(query)]).toEqual([query, false])
    for (const urut of ['judul', 'penyelenggara', 'jp', 'biaya']) expect(await found(`urut=${urut}&arah=turun`)).toBe(true)
    expect(await openOffers(database.outer, { competencyId: id, level: 3 })).toHaveLength(1)
    expect(await openOffers(database.outer, { competencyId: id, level: 4 })).toEqual([])
    const rows = await readSheetBytes(await (await pengelola().get('/penawaran.xlsx')).bytes())
    expect(JSON.stringify(rows)).toContain('M.5:3')
  })

  it('is held against somebody whom the register knows', async () => {
    const [offer] = await openOffers(database.outer, {})
    const found = await asJob(database.outer, tx => candidatesIn(tx, [1]))
    const entry = evaluateEntry(offer!.entryRules, found.get(1)!, '2026-11-22')
    expect(entry.each.map(check => [check.rule, check.met])).toEqual([
      ['employment', true],
      ['golonganFrom', true],
      ['noDiscipline', null],
    ])
    expect(found.get(1)!.tenures).toEqual([{ jenjang: 'jpt_pratama', from: '2023-01-01', until: null }])
  })

  it('is given by the API, its costs as digits', async () => {
    const { data } = (await neighbour().get('/api/v1/offers?form=struktural')).json() as { data: object[] }
    expect(data).toMatchObject([{ costParticipant: '19500000', costFixed: null, competencies: [{ code: 'M.5', level: 3 }] }])
    expect((await neighbour().get('/api/v1/offers?month=13')).status).toBe(400)
    expect((await neighbour().get('/api/v1/providers')).json()).toMatchObject({ data: [{ instansi: '19' }], next: null })
    expect((await neighbour().get('/api/v1/accreditations')).json()).toMatchObject({ data: [{ state: 'revoked' }] })
  })

  it('is closed and opened again', async () => {
    await pengelola().post('/penawaran/1/tutup', {})
    expect(await openOffers(database.outer, {})).toEqual([])
    expect((await neighbour().get('/penawaran/1')).status).toBe(200)
    await pengelola().post('/penawaran/1/buka', {})
    expect(await openOffers(database.outer, {})).toHaveLength(1)
  })
})
