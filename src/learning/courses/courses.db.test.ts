import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../../seeds/reference/index.ts'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newClass, newProvider } from '../../../test/factories/classes.ts'
import { newInstansi } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { courseRoutes } from './routes.ts'
import { activeVersion, versionsOf } from './store/version.ts'

let database: Database
const o = { province: 0, kabupaten: 0, provider: 0, other: 0, integritas: 0, kerjaSama: 0 }

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    await loadReference(tx)
    o.province = await newInstansi(tx, { kind: 'provinsi' })
    o.kabupaten = await newInstansi(tx, { guided_by: o.province })
    await sql`INSERT INTO identity.user_account (id, username, name, email) VALUES ('widya', 'widya', 'Widya', 'widya@invalid')`.execute(
      tx,
    )
    o.provider = await newProvider(tx, { instansi_id: o.province, short_name: 'BPSDM Uji' }, ['widya'])
    o.other = await newProvider(tx, { instansi_id: o.kabupaten })
    const { rows } = await sql<{ id: number }>`SELECT id FROM competency WHERE code IN ('M.1', 'M.2') ORDER BY code`.execute(tx)
    o.integritas = rows[0]!.id
    o.kerjaSama = rows[1]!.id
  })
})
afterAll(() => database.close())

const pages = () => courseRoutes(servicesFor(database))
const manager = () => actor({ grants: [grant('pengelola', [o.province])] })
const staff = () => actor({ accountId: 'widya', grants: [grant('penyelenggara', [], { place: 'case' })] })
const as = (who = manager(), language: 'id' | 'en' = 'id') => browser(who, { pages: pages() }, language)
const verbs = async (courseId: number) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{
      verb: string
    }>`SELECT verb FROM audit_entry WHERE subject = ${`course:${courseId}`} ORDER BY id`.execute(tx)
    return rows.map(row => row.verb)
  })

let codes = 0
/** A drafted course of the province's provider; answers the path of its first version. */
async function draft(values: Record<string, string> = {}): Promise<{ id: number; base: string }> {
  const fields = {
    lembaga: String(o.provider),
    kode: `UJI-${++codes}`,
    terbuka: 'guided',
    judul: 'Pelatihan Uji',
    bentuk: 'teknis',
    jp: '20',
    ...values,
  }
  const { location, text } = await as().post('/kursus', fields)
  if (!location) throw new Error(text)
  return { id: Number(location.split('/')[2]), base: location }
}
/** The same, filled in and in force. */
async function inForce(values: Record<string, string> = {}) {
  const made = await draft(values)
  await as().post(`${made.base}/kurikulum`, { baris: '2', nama_0: 'Dasar', jp_0: '8', nama_1: 'Praktik', jp_1: '12', jp: '' })
  await as().post(`${made.base}/kompetensi`, { baris: '1', kompetensi_0: String(o.integritas), tingkat_0: '3' })
  await as().post(`${made.base}/berlakukan`, {})
  return made
}

describe('a new course', () => {
  it('is a draft with the usual rule of passing, made known in the trail', async () => {
    const { id, base } = await draft({ kode: 'apkd-1', judul: 'Penatausahaan' })
    expect(base).toBe(`/kursus/${id}/versi/1`)
    const [version] = await versionsOf(database.outer, id)
    expect(version).toMatchObject({ state: 'draft', title: 'Penatausahaan', jp: 20, costParticipant: null, subjects: [] })
    expect(version!.pass).toEqual({ mark: null, components: [], attendance: 85, lessons: 'required' })
    expect(await verbs(id)).toEqual(['create_course'])
    expect((await as().get('/kursus')).text).toContain('APKD-1')
  })

  it('is refused with what was typed kept: no title, a wrong code, a form that is none', async () => {
    const { status, text } = await as().post('/kursus', {
      lembaga: String(o.provider),
      kode: 'x',
      terbuka: 'guided',
      judul: '',
      bentuk: 'diklat',
      jp: '0',
      ringkasan: 'Ringkasan yang tetap ada',
    })
    expect(status).toBe(422)
    for (const words of [
      'Isi judul',
      'Kode berisi 2–30',
      'Pilih salah satu bentuk',
      'Isi JP berupa angka bulat',
      'Ringkasan yang tetap ada',
    ])
      expect(text).toContain(words)
  })

  it('is refused where the provider has the code, and where the provider is not the actor’s', async () => {
    await draft({ kode: 'SATU' })
    const twice = await as().post('/kursus', {
      lembaga: String(o.provider),
      kode: 'SATU',
      terbuka: 'all',
      judul: 'Lagi',
      bentuk: 'teknis',
      jp: '3',
    })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('sudah punya kursus dengan kode itu')
    const foreign = await as().post('/kursus', {
      lembaga: String(o.other),
      kode: 'DUA',
      terbuka: 'all',
      judul: 'Lain',
      bentuk: 'teknis',
      jp: '3',
    })
    expect(foreign.text).toContain('Pilih lembaga yang mengajarkannya')
  })

  it('is made by the staff of the provider, too, and by nobody else', async () => {
    expect((await as(staff()).get('/kursus/baru')).status).toBe(200)
    expect((await as(actor({ grants: [grant('pimpinan', [o.province])] })).get('/kursus/baru')).status).toBe(403)
    expect((await as(actor({ grants: [grant('penyelenggara', [], { place: 'case' })] })).get('/kursus/baru')).status).toBe(403)
    const { base } = await draft()
    expect((await as(actor({ grants: [grant('pengelola', [o.kabupaten])] })).get(base)).status).toBe(404)
    expect((await as(staff()).get(base)).status).toBe(200)
  })
})

describe('a draft', () => {
  it('is not put into force without subjects, without a competency, with a wrong sum, and says which', async () => {
    const { id, base } = await draft()
    expect((await as().get(base)).text).toContain('kurikulum belum diisi; kompetensi yang dicapai belum dipilih')
    await as().post(`${base}/kurikulum`, { baris: '2', nama_0: 'Dasar', jp_0: '8', nama_1: '', jp_1: '', jp: '20' })
    expect((await as().get(base)).text).toContain('jumlah JP mata pelajaran tidak sama dengan JP kursus')
    await as().post(`${base}/berlakukan`, {})
    expect((await versionsOf(database.outer, id))[0]!.state).toBe('draft')
    expect(await activeVersion(database.outer, id)).toBeNull()
  })

  it('takes its JP from its subjects where none is said, keeps their order, and drops empty rows', async () => {
    const { id, base } = await draft()
    const rows = {
      baris: '4',
      nama_0: 'Teori',
      jp_0: '8',
      nama_1: '',
      jp_1: '',
      nama_2: 'Praktik',
      jp_2: '14',
      nama_3: '',
      jp_3: '',
    }
    expect((await as().post(`${base}/kurikulum`, { ...rows, jp: '', tindakan: 'lagi' })).location).toBe(`${base}/kurikulum`)
    const [version] = await versionsOf(database.outer, id)
    expect(version!.subjects).toEqual([
      { title: 'Teori', jp: 8 },
      { title: 'Praktik', jp: 14 },
    ])
    expect(version!.jp).toBe(22)
  })

  it('refuses a subject without hours and a competency twice, in their rows', async () => {
    const { base } = await draft()
    const subjects = await as().post(`${base}/kurikulum`, { baris: '1', nama_0: 'Teori', jp_0: 'dua', jp: '' })
    expect(subjects.status).toBe(422)
    expect(subjects.text).toContain('JP mata pelajaran baris 1')
    const twice = {
      baris: '2',
      kompetensi_0: String(o.integritas),
      tingkat_0: '2',
      kompetensi_1: String(o.integritas),
      tingkat_1: '3',
    }
    expect((await as().post(`${base}/kompetensi`, twice)).text).toContain('Kompetensi baris 2 sudah ada di atasnya')
    const unknown = await as().post(`${base}/kompetensi`, { baris: '1', kompetensi_0: '999999', tingkat_0: '2' })
    expect(unknown.status).toBe(422)
  })

  it('takes the weights of BPSDM, 35, 35 and 30, and refuses those that make 99', async () => {
    const { id, base } = await draft()
    const fields = {
      baris: '3',
      nama_0: 'Pengetahuan',
      bobot_0: '35',
      nama_1: 'Keterampilan',
      bobot_1: '35',
      nama_2: 'Aktivitas',
      bobot_2: '29',
    }
    const wrong = await as().post(`${base}/kelulusan`, { ...fields, nilai: '80', kehadiran: '85', pelajaran: 'all' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Jumlah bobot harus tepat 100')
    await as().post(`${base}/kelulusan`, { ...fields, bobot_2: '30', nilai: '80,5', kehadiran: '', pelajaran: 'all' })
    const [version] = await versionsOf(database.outer, id)
    expect(version!.pass).toMatchObject({ mark: 80.5, attendance: null, lessons: 'all' })
    expect(version!.pass.components.map(one => [one.key, one.weight])).toEqual([
      ['pengetahuan', 35],
      ['keterampilan', 35],
      ['aktivitas', 30],
    ])
  })

  it('keeps who may join, and says it in words', async () => {
    const { id, base } = await draft()
    await as().post(`${base}/syarat`, { syarat_maxAge: '55', syarat_jenjang_pengawas: '1' })
    expect((await versionsOf(database.outer, id))[0]!.entryRules).toEqual({ jenjang: ['pengawas'], maxAge: 55 })
    expect((await as().get(base)).text).toContain('55')
    expect((await as().post(`${base}/syarat`, { syarat_maxAge: '200' })).status).toBe(422)
  })

  it('keeps its card: money as it is typed, and a conformity that needs its basis', async () => {
    const { id, base } = await draft()
    const card = {
      judul: 'Kartu',
      bentuk: 'bimtek',
      jp: '20',
      kesesuaian: 'sesuai',
      dasar_kesesuaian: '',
      biaya: 'Rp2.400.000',
      internasional: '1',
    }
    await as().post(`${base}/ubah`, card)
    expect((await versionsOf(database.outer, id))[0]).toMatchObject({
      form: 'bimtek',
      costParticipant: 2_400_000,
      international: true,
    })
    expect((await as().get(base)).text).toContain('dasar kesesuaian kurikulum belum diisi')
    expect((await as().post(`${base}/ubah`, { ...card, biaya: '2,5 juta' })).status).toBe(422)
    const same = await as().post(`${base}/ubah`, card)
    expect(same.status).toBe(303)
    expect((await verbs(id)).filter(verb => verb === 'update_course_version')).toHaveLength(1)
  })
})

describe('a national programme', () => {
  it('is held beside the curriculum with its act, and says where the hours are others', async () => {
    const { base } = await draft()
    await as().post(`${base}/ubah`, { judul: 'PKP', bentuk: 'struktural', jp: '820', kesesuaian: 'belum', program: 'PKP' })
    const other = (await as().get(base)).text
    expect(other).toContain('830 JP, 96 hari, nilai lulus paling rendah 70 (PerLAN 5/2022 jo. 6/2022; belum diverifikasi)')
    expect(other).toContain('JP kurikulum ini berbeda: 820 JP')
    await as().post(`${base}/ubah`, { judul: 'PKP', bentuk: 'struktural', jp: '830', kesesuaian: 'belum', program: 'PKP' })
    expect((await as().get(base)).text).toContain('JP kurikulum ini sama.')
    await as().post(`${base}/ubah`, { judul: 'PBJ', bentuk: 'teknis', jp: '60', kesesuaian: 'belum', program: 'PBJ' })
    expect((await as().get(base)).text).not.toContain('Ketentuan nasional program')
  })
})

describe('a version', () => {
  it('in force is replaced by the next, which was copied from it with subjects and competencies', async () => {
    const { id, base } = await inForce()
    expect((await activeVersion(database.outer, id))!.number).toBe(1)
    const next = await as().post(`/kursus/${id}/versi`, {})
    expect(next.location).toBe(`/kursus/${id}/versi/2`)
    const copied = (await versionsOf(database.outer, id))[0]!
    expect(copied).toMatchObject({ number: 2, state: 'draft', jp: 20 })
    expect(copied.subjects).toHaveLength(2)
    expect(copied.competencies).toMatchObject([{ code: 'M.1', level: 3 }])
    await as().post(`/kursus/${id}/versi/2/kompetensi`, { baris: '1', kompetensi_0: String(o.kerjaSama), tingkat_0: '4' })
    await as().post(`/kursus/${id}/versi/2/berlakukan`, {})
    const states = (await versionsOf(database.outer, id)).map(one => [one.number, one.state])
    expect(states).toEqual([
      [2, 'active'],
      [1, 'archived'],
    ])
    const compare = await as().get(`/kursus/${id}/versi/2/banding?dengan=1`)
    for (const words of ['Integritas', 'Kerja Sama', 'Tingkat 4']) expect(compare.text).toContain(words)
    expect((await as().get(base)).text).toContain('sudah digantikan')
  })

  it('in force is not changed any more by anything that is posted to it', async () => {
    const { id, base } = await inForce()
    await as().post(`${base}/kurikulum`, { baris: '1', nama_0: 'Diubah', jp_0: '20', jp: '' })
    await as().post(`${base}/ubah`, { judul: 'Diubah', bentuk: 'teknis', jp: '20', kesesuaian: 'belum' })
    await as().post(`${base}/hapus`, {})
    const version = (await activeVersion(database.outer, id))!
    expect(version.title).toBe('Pelatihan Uji')
    expect(version.subjects.map(one => one.title)).toEqual(['Dasar', 'Praktik'])
    expect((await verbs(id)).at(-1)).toBe('activate_course_version')
  })

  it('has one draft beside it: a second press goes on with the first', async () => {
    const { id } = await inForce()
    await as().post(`/kursus/${id}/versi`, {})
    await as().post(`/kursus/${id}/versi`, {})
    expect((await versionsOf(database.outer, id)).filter(one => one.state === 'draft')).toHaveLength(1)
    await as().post(`/kursus/${id}/versi/2/hapus`, {})
    expect(await versionsOf(database.outer, id)).toHaveLength(1)
  })

  it('takes the classes that stay open along, and leaves those with a day on theirs', async () => {
    const { id } = await inForce({ bentuk: 'e_learning' })
    const first = (await activeVersion(database.outer, id))!.id
    const { alone, dated } = await asJob(database.outer, async tx => ({
      alone: await newClass(tx, {
        provider_id: o.provider,
        version_id: first,
        pattern: 'mandiri',
        starts_on: null,
        ends_on: null,
        state: 'open',
      }),
      dated: await newClass(tx, {
        provider_id: o.provider,
        version_id: first,
        starts_on: '2026-12-01',
        ends_on: '2026-12-03',
        state: 'open',
      }),
    }))
    await as().post(`/kursus/${id}/versi`, {})
    await as().post(`/kursus/${id}/versi/2/berlakukan`, {})
    const second = (await activeVersion(database.outer, id))!.id
    const { rows } = await sql<{ id: number; version: number }>`
      SELECT id, version_id AS version FROM course_class WHERE id IN (${alone}, ${dated}) ORDER BY id`.execute(database.outer)
    expect(rows).toEqual([
      { id: alone, version: second },
      { id: dated, version: first },
    ])
  })
})

describe('a course', () => {
  it('goes into the archive and comes back', async () => {
    const { id } = await inForce()
    await as().post(`/kursus/${id}/arsipkan`, {})
    expect((await as().get(`/kursus/${id}`)).text).toContain('Kursus ini diarsipkan')
    await as().post(`/kursus/${id}/pulihkan`, {})
    expect((await as().get(`/kursus/${id}`)).text).not.toContain('Kursus ini diarsipkan')
    expect((await verbs(id)).slice(-2)).toEqual(['archive_course', 'restore_course'])
  })

  it('changes its code and openness, and does not take the code of another', async () => {
    const [a, b] = [await draft({ kode: 'KODE-A' }), await draft({ kode: 'KODE-B' })]
    expect((await as().post(`/kursus/${a.id}/ubah`, { kode: 'KODE-B', terbuka: 'all' })).status).toBe(422)
    expect((await as().post(`/kursus/${a.id}/ubah`, { kode: 'KODE-C', terbuka: 'all' })).status).toBe(303)
    expect((await as().get(`/kursus/${b.id}`)).text).toContain('KODE-B')
  })
})

describe('the list', () => {
  it('is narrowed by state, form, pillar and words, and leaves as a workbook', async () => {
    await inForce({ kode: 'CARI', judul: 'Arsip yang dicari', bentuk: 'penataran' })
    const one = await as().get('/kursus?q=arsip&bentuk=penataran&pilar=manajerial&keadaan=active')
    expect(one.text).toContain('Arsip yang dicari')
    expect((await as().get('/kursus?q=arsip&pilar=teknis')).text).toContain('Tidak ada kursus yang cocok')
    const file = await as().get('/kursus.xlsx?q=arsip')
    const [, row] = await readSheetBytes(await file.bytes())
    expect(row).toContain('Integritas 3')
  })

  it('speaks English, and says what to do where nobody teaches', async () => {
    expect((await as(manager(), 'en').get('/kursus')).text).toContain('New course')
    const lone = await asJob(database.outer, tx => newInstansi(tx))
    expect((await as(actor({ grants: [grant('pengelola', [lone])] })).get('/kursus')).text).toContain('Belum ada lembaga')
  })
})
