import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonFits, type Schema } from '../../../test/api-schema.ts'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/classes.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { catalogueApi } from './api.ts'
import { catalogueRoutes } from './routes.ts'
import { coursesFor } from './store/one.ts'

let database: Database
const o = {
  province: 0,
  kabupaten: 0,
  elsewhere: 0,
  pegawai: 0,
  jabatan: 0,
  foreignJabatan: 0,
  arsip: 0,
  pajak: 0,
  hutan: 0,
  programme: 0,
}
const course: Record<string, number> = {}
let jointly = 0

async function teach(
  tx: Tx,
  provider_id: number,
  title: string,
  competencyId: number,
  level: number,
  values: { open_to?: 'instansi' | 'guided' | 'all'; form?: string; jp?: number; cost?: number | null; subjects?: string[] } = {},
) {
  const { cost = null, subjects = [], ...rest } = values
  const made = await newCourse(tx, { provider_id, title, ...rest })
  course[title] = made.courseId
  await sql`UPDATE course_version SET cost_participant = ${cost}::bigint WHERE id = ${made.versionId}`.execute(tx)
  await sql`INSERT INTO course_competency (version_id, competency_id, level) VALUES (${made.versionId}, ${competencyId}, ${level})`.execute(
    tx,
  )
  await sql`INSERT INTO course_subject (version_id, sort, title, jp)
    SELECT ${made.versionId}::int, n, t, 1 FROM unnest(${subjects}::text[]) WITH ORDINALITY AS s(t, n)`.execute(tx)
  return made
}

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.province = await newInstansi(tx, { kind: 'provinsi' })
    o.kabupaten = await newInstansi(tx, { guided_by: o.province })
    o.elsewhere = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.kabupaten })
    o.jabatan = await newJabatan(tx, { instansi_id: o.kabupaten, unit_id, name: 'Arsiparis Uji' })
    o.foreignJabatan = await newJabatan(tx, {
      instansi_id: o.elsewhere,
      unit_id: await newUnit(tx, { instansi_id: o.elsewhere }),
      name: 'Jabatan lain',
    })
    o.arsip = await newCompetency(tx, { code: 'X.ARS', name: 'Kearsipan', pillar: 'teknis' })
    o.pajak = await newCompetency(tx, { code: 'X.PJK', name: 'Perpajakan', pillar: 'teknis' })
    o.hutan = await newCompetency(tx, { code: 'X.HTN', name: 'Kehutanan', pillar: 'pemerintahan' })
    await newStandard(tx, { jabatan_id: o.jabatan }, [{ competency_id: o.arsip, level: 3 }])
    await refreshRequirements(tx, { jabatanIds: [o.jabatan] }, '2026-11-22')
    o.pegawai = await newPegawai(tx, { instansi_id: o.kabupaten, unit_id, jabatan_id: o.jabatan })
    const bpsdm = await newProvider(tx, { instansi_id: o.province, short_name: 'BPSDM Uji' })
    const other = await newProvider(tx, { instansi_id: o.elsewhere, short_name: 'Balai Lain' })

    const dinamis = await teach(tx, bpsdm, 'Arsip dinamis', o.arsip, 2, { open_to: 'guided', jp: 40, cost: 2_000_000 })
    const mandiri = await teach(tx, bpsdm, 'Pajak dasar', o.pajak, 2, {
      form: 'e_learning',
      jp: 4,
      cost: 0,
      subjects: ['Faktur'],
    })
    await teach(tx, bpsdm, 'Khusus provinsi', o.arsip, 4, { open_to: 'instansi' })
    await teach(tx, other, 'Milik orang lain', o.arsip, 3, { open_to: 'guided' })
    await teach(tx, other, 'Hutan bagi semua', o.hutan, 3, { jp: 61 })
    await newCourse(tx, { provider_id: bpsdm, title: 'Masih rancangan', state: 'draft' })
    const away = await newCourse(tx, { provider_id: bpsdm, title: 'Sudah diarsipkan' })
    await sql`UPDATE course SET archived_at = now() WHERE id = ${away.courseId}`.execute(tx)

    const next = {
      provider_id: bpsdm,
      version_id: dinamis.versionId,
      starts_on: '2027-02-01',
      ends_on: '2027-02-05',
      seats_max: 30,
    }
    jointly = await newClass(tx, { ...next, name: 'Angkatan depan' })
    await newClass(tx, {
      ...next,
      name: 'Sudah tutup',
      starts_on: '2026-12-01',
      ends_on: '2026-12-02',
      registration_until: '2026-11-21',
    })
    await newClass(tx, { ...next, name: 'Hanya mereka', for_instansi: [o.elsewhere] })
    const alone = await newClass(tx, {
      provider_id: bpsdm,
      version_id: mandiri.versionId,
      pattern: 'mandiri',
      starts_on: null,
      ends_on: null,
    })
    await enrol(tx, alone, [o.pegawai], 'completed')
    await sql`UPDATE course_class SET seats_taken = 12 WHERE id = ${jointly}`.execute(tx)

    await sql`
      INSERT INTO offer (id, provider_id, title, form, pattern, jp, cost_participant, made_by, made_at)
      VALUES (900, ${bpsdm}, 'Arsip di luar', 'bimtek', 'klasikal', 16, 500000, 'uji', now()),
             (901, ${other}, 'Penawaran mereka', 'bimtek', 'klasikal', 16, 0, 'uji', now())`.execute(tx)
    await sql`INSERT INTO offer_competency (offer_id, competency_id, level) VALUES (900, ${o.arsip}, 3)`.execute(tx)
    const { rows } = await sql<{ id: number }>`
      INSERT INTO programme (provider_id, code, title, state, made_by, made_at)
      VALUES (${bpsdm}, 'JALUR', 'Jalur arsip', 'active', 'uji', now()) RETURNING id`.execute(tx)
    o.programme = rows[0]!.id
    await sql`INSERT INTO programme_set (programme_id, sort, title, needed) VALUES (${o.programme}, 1, 'Dasar', NULL), (${o.programme}, 2, 'Pilihan', 1)`.execute(
      tx,
    )
    await sql`
      INSERT INTO programme_course (programme_id, set_sort, course_id, sort)
      VALUES (${o.programme}, 1, ${course['Pajak dasar']!}, 1), (${o.programme}, 2, ${course['Arsip dinamis']!}, 1),
             (${o.programme}, 2, ${course['Hutan bagi semua']!}, 2)`.execute(tx)
  })
})
afterAll(() => database.close())

const pegawai = () => actor({ pegawaiId: o.pegawai, homeInstansiId: o.kabupaten })
const as = (who = pegawai(), language: 'id' | 'en' = 'id') =>
  browser(who, { pages: catalogueRoutes(servicesFor(database)), api: catalogueApi(servicesFor(database)) }, language)
/** The titles of the cards, in their order. */
async function titles(query = '', who = pegawai()): Promise<string[]> {
  const { text } = await as(who).get(`/katalog${query}`)
  return [...text.matchAll(/<h2><a href="[^"]*">([^<]*)<\/a><\/h2>/g)].map(match => match[1]!)
}

describe('the catalogue', () => {
  it('shows what is open to the own instansi, and neither drafts, nor archives, nor what is for others', async () => {
    expect((await titles('?urut=judul')).sort()).toEqual([
      'Arsip di luar',
      'Arsip dinamis',
      'Hutan bagi semua',
      'Jalur arsip',
      'Pajak dasar',
    ])
  })

  it('shows the province its own beside it, and who holds the nation everything in force', async () => {
    const province = await titles('', actor({ homeInstansiId: o.province }))
    expect(province).toContain('Khusus provinsi')
    expect(province).not.toContain('Milik orang lain')
    const nation = await titles('', actor({ grants: [grant('admin', [], { place: 'nation' })] }))
    expect(nation).toEqual(expect.arrayContaining(['Khusus provinsi', 'Milik orang lain', 'Penawaran mereka']))
    expect(nation).not.toContain('Masih rancangan')
  })

  it('shows an account of no instansi what is open to everybody', async () => {
    expect((await titles('', actor())).sort()).toEqual(['Hutan bagi semua', 'Jalur arsip', 'Pajak dasar'])
  })

  const narrowing: [string, string[]][] = [
    ['?jenis=program', ['Jalur arsip']],
    ['?jenis=penawaran', ['Arsip di luar']],
    ['?gratis=1', ['Pajak dasar']],
    ['?lama=5', ['Pajak dasar']],
    ['?lama=lebih', ['Hutan bagi semua']],
    ['?bentuk=bimtek', ['Arsip di luar']],
    ['?jalur=nonklasikal', ['Pajak dasar']],
    ['?pola=mandiri', ['Pajak dasar']],
    ['?pilar=pemerintahan&urut=judul', ['Hutan bagi semua', 'Jalur arsip']],
    ['?tingkat=3&urut=judul', ['Arsip di luar', 'Hutan bagi semua', 'Jalur arsip']],
    ['?q=arsip+dinamis', ['Arsip dinamis']],
    ['?q=faktur', ['Pajak dasar']],
    ['?q=perpajakan&urut=judul', ['Jalur arsip', 'Pajak dasar']],
    ['?q=100%25', []],
  ]
  it.each(narrowing)('narrowed by %s', async (query, found) => expect(await titles(query)).toEqual(found))

  it('is narrowed by a competency and the level it must reach', async () => {
    expect((await titles(`?kompetensi=${o.arsip}`)).sort()).toEqual(['Arsip di luar', 'Arsip dinamis', 'Jalur arsip'])
    expect(await titles(`?kompetensi=${o.arsip}&tingkat=3`)).toEqual(['Arsip di luar'])
  })

  it('for my post: what reaches a competency that it demands, with the level demanded', async () => {
    expect((await titles('?untuk=saya')).sort()).toEqual(['Arsip di luar', 'Arsip dinamis', 'Jalur arsip'])
    const { text } = await as().get('/katalog?untuk=saya')
    expect(text).toContain('diminta 3')
    expect(text).toContain('Arsiparis Uji')
  })

  it('for another post only where its organisation may be seen', async () => {
    expect((await as().get(`/katalog?jabatan=${o.foreignJabatan}`)).status).toBe(404)
    const manager = actor({ grants: [grant('pengelola', [o.elsewhere])], homeInstansiId: o.elsewhere })
    expect((await as(manager).get(`/katalog?jabatan=${o.foreignJabatan}`)).status).toBe(200)
  })

  it('says of each what one compares: level, JP, cost, when, seats left', async () => {
    const { text } = await as().get('/katalog?q=arsip+dinamis')
    for (const words of ['Kearsipan', 'tingkat 2', '40 JP', 'Rp2.000.000 seorang', 'Mulai 1 Februari 2027 · 18 kursi'])
      expect(text).toContain(words)
    expect((await as(actor({ homeInstansiId: o.kabupaten })).get('/katalog?q=faktur')).text).toContain('Mulai kapan saja')
  })

  it('says of what one has joined that one has, in place of when it begins', async () => {
    const { text } = await as().get('/katalog?q=faktur')
    expect(text).toContain('Sudah Anda selesaikan')
    expect(text).not.toContain('Mulai kapan saja')
  })

  it('puts what bears the words in its title before what can be begun and only mentions them', async () => {
    await asJob(database.outer, tx =>
      sql`UPDATE course_version SET summary = 'Dasar bagi bendahara.' WHERE course_id = ${course['Pajak dasar']!}`.execute(tx),
    )
    expect(await titles('?q=bagi')).toEqual(['Hutan bagi semua', 'Pajak dasar'])
  })

  it('sorts by cost with the unknown last, and by the next day', async () => {
    expect((await titles('?jenis=kursus&urut=biaya')).slice(0, 2)).toEqual(['Pajak dasar', 'Arsip dinamis'])
    expect((await titles('?jenis=kursus&urut=mulai'))[0]).toBe('Arsip dinamis')
  })

  it('leaves as a workbook, speaks English, and says what to do where nothing matches', async () => {
    const rows = await readSheetBytes(await (await as().get('/katalog.xlsx?q=arsip+dinamis')).bytes())
    expect(rows).toHaveLength(2)
    expect(rows[1]).toEqual(expect.arrayContaining(['Arsip dinamis', 'X.ARS Kearsipan 2']))
    expect((await as(pegawai(), 'en').get('/katalog')).text).toContain('Outside offer')
    expect((await as().get('/katalog?q=takada')).text).toContain('Tidak ada yang cocok')
  })
})

describe('the page of a course', () => {
  it('shows the classes that one may ask to join, and no other', async () => {
    const { text } = await as().get(`/katalog/${course['Arsip dinamis']}`)
    expect(text).toContain('Angkatan depan')
    expect(text).toContain('18 dari 30 tersisa')
    expect(text).toContain(`/katalog/${course['Arsip dinamis']}/ikut?kelas=${jointly}`)
    for (const hidden of ['Sudah tutup', 'Hanya mereka']) expect(text).not.toContain(hidden)
  })

  it('leads who has passed it back to the lessons, and who learns it on in them', async () => {
    const path = `/katalog/${course['Pajak dasar']}`
    expect((await as().get(path)).text).toContain('Buka lagi pelajarannya')
    const own = (state: string) =>
      asJob(database.outer, tx => sql`UPDATE enrolment SET state = ${state} WHERE pegawai_id = ${o.pegawai}`.execute(tx))
    await own('enrolled')
    const { text } = await as().get(path)
    expect(text).toMatch(/href="\/belajar\/\d+">.*?Lanjutkan belajar/)
    expect(text).not.toContain(`${path}/ikut" class`)
    await own('withdrawn')
    expect((await as().get(path)).text).not.toContain('Lanjutkan belajar')
    await own('completed')
    expect((await as(actor({ homeInstansiId: o.kabupaten })).get(path)).text).not.toContain('Buka lagi')
  })

  it('names of the rule of passing only what asks for something', async () => {
    const { text } = await as().get(`/katalog/${course['Pajak dasar']}`)
    expect(text).toContain('Yang wajib saja')
    expect(text).not.toContain('tidak disyaratkan')
  })

  it('says so where nobody takes people in', async () => {
    const { text } = await as().get(`/katalog/${course['Hutan bagi semua']}`)
    expect(text).toContain('Belum ada kelas yang membuka pendaftaran')
    expect(text).not.toContain(`/katalog/${course['Hutan bagi semua']}/ikut`)
  })

  it('is not there for who it is not open to', async () => {
    for (const title of ['Khusus provinsi', 'Milik orang lain'])
      expect((await as().get(`/katalog/${course[title]}`)).status).toBe(404)
    expect((await as(actor({ homeInstansiId: o.province })).get(`/katalog/${course['Khusus provinsi']}`)).status).toBe(200)
  })
})

describe('the page of a programme', () => {
  it('shows how far one has come: the foundation done, one of two choices left', async () => {
    const { text } = await as().get(`/katalog/program/${o.programme}`)
    expect(text).toContain('1 dari 2')
    expect(text).toContain('Berikutnya: Arsip dinamis')
    expect(text).toContain('Pilih 1 dari 2 kursus berikut')
  })

  it('shows no progress to who learns nothing here, and is not there where none of it is open', async () => {
    expect((await as(actor()).get(`/katalog/program/${o.programme}`)).text).toContain('Kemajuan tampil bagi pegawai')
    await asJob(database.outer, tx => sql`UPDATE programme SET state = 'archived' WHERE id = ${o.programme}`.execute(tx))
    expect((await as().get(`/katalog/program/${o.programme}`)).status).toBe(404)
    await asJob(database.outer, tx => sql`UPDATE programme SET state = 'active' WHERE id = ${o.programme}`.execute(tx))
  })
})

describe('what reaches some competencies', () => {
  it('are courses open to who asks and offers, what can be begun first', async () => {
    const viewer = { homeInstansiId: o.kabupaten, accountId: 'uji', pegawaiId: o.pegawai, nation: false }
    const found = await coursesFor(database.outer, viewer, [o.arsip, o.pajak], '2026-11-22')
    expect(found.map(one => [one.kind, one.title, one.level])).toEqual([
      ['penawaran', 'Arsip di luar', 3],
      ['kursus', 'Arsip dinamis', 2],
      ['kursus', 'Pajak dasar', 2],
    ])
    expect(found.map(one => [one.alone, one.startsOn])).toEqual([
      [false, null],
      [false, '2027-02-01'],
      [true, null],
    ])
    expect(found[2]).toMatchObject({ cost: 0 })
  })
})

describe('the API', () => {
  const described = catalogueApi(servicesFor({ outer: null } as never)).getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: '', version: '' },
  })
  const fits = (path: string, answer: unknown) => {
    const operation = described.paths![path]!.get! as unknown as {
      responses: Record<string, { content: Record<string, { schema: Schema }> }>
    }
    return jsonFits(described, operation.responses[200]!.content['application/json']!.schema, answer)
  }

  it('lists courses in pages, by competency and words, as it describes them', async () => {
    const first = (await as().get('/api/v1/courses?limit=2')).json() as { data: { title: string }[]; next: string }
    expect(first.data.map(one => one.title)).toEqual(['Arsip dinamis', 'Pajak dasar'])
    const rest = (await as().get(`/api/v1/courses?limit=2&cursor=${first.next}`)).json() as {
      data: { title: string }[]
      next: null
    }
    expect(rest).toMatchObject({ data: [{ title: 'Hutan bagi semua' }], next: null })
    expect((await as().get('/api/v1/courses?competency=X.PJK')).json()).toMatchObject({ data: [{ title: 'Pajak dasar' }] })
    expect((await as().get('/api/v1/courses?q=hutan')).json()).toMatchObject({ data: [{ jp: 61 }] })
    expect(fits('/courses', first)).toEqual([])
  })

  it('gives one course with its classes, and none that is not open', async () => {
    const answer = (await as().get(`/api/v1/courses/${course['Arsip dinamis']}`)).json()
    expect(answer).toMatchObject({ cost: 2_000_000, classes: [{ name: 'Angkatan depan', seats: 30, left: 18 }] })
    expect(fits('/courses/{id}', answer)).toEqual([])
    expect((await as().get(`/api/v1/courses/${course['Khusus provinsi']}`)).status).toBe(404)
    expect((await as().get('/api/v1/courses?cursor=zzz')).status).toBe(400)
  })

  it('lists programmes with the courses that are open', async () => {
    const answer = (await as().get('/api/v1/programmes')).json()
    expect(answer).toMatchObject({
      data: [
        {
          code: 'JALUR',
          sets: [
            { needed: null, courses: [course['Pajak dasar']] },
            { needed: 1, courses: [course['Arsip dinamis'], course['Hutan bagi semua']] },
          ],
        },
      ],
    })
    expect(fits('/programmes', answer)).toEqual([])
  })
})
