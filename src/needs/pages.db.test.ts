import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newQualification, newRating, newStated, newTraining } from '../../test/factories/needs.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newTenure,
  newUnit,
} from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { fixedClock } from '../platform/clock.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { needsApi } from './api.ts'
import { needsOfGoal } from './goal-section.ts'
import { recalculate, rescoreInstansi } from './recalculate.ts'
import { needsRoutes } from './routes.ts'

let database: Database
const o = { instansi: 0, code: '', unit: 0, other: 0, post: 0, aimed: 0, ani: 0, budi: 0, competency: 0, goal: 0 }
const clock = fixedClock('2026-11-22T03:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

// Ani: a pengawas since 2023, below the standard, without the PKP that is Mutlak, and rated below expectation. Budi aims at her post.
beforeEach(async () => {
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.code = (await sql<{ code: string }>`SELECT region_code AS code FROM instansi WHERE id = ${o.instansi}`.execute(tx))
      .rows[0]!.code
    o.unit = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Perizinan' })
    o.other = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Arsip' })
    const at = { instansi_id: o.instansi, unit_id: o.unit }
    o.post = await newJabatan(tx, { ...at, jenjang: 'pengawas', name: 'Kepala Subbagian 100%' })
    o.aimed = await newJabatan(tx, { ...at, jenjang: 'pelaksana', name: 'Pengolah Data' })
    o.competency = await newCompetency(tx, { code: `HAL.${o.instansi}`, name: 'Layanan 50%_digital' })
    const standard = await newStandard(tx, { jabatan_id: o.post }, [{ competency_id: o.competency, level: 3 }])
    await newQualification(tx, { standard_id: standard, name: 'Pelatihan Kepemimpinan Pengawas', mandate_basis: 'PP 11/2017' })
    await newQualification(tx, { standard_id: standard, name: 'Pelatihan SAKIP', importance: 'perlu' })
    o.ani = await newPegawai(tx, { ...at, jabatan_id: o.post, name: 'Ani Pengawas' })
    await newTenure(tx, { pegawai_id: o.ani, instansi_id: o.instansi, jabatan_id: o.post, from_date: '2023-05-01' })
    await newResult(tx, { pegawai_id: o.ani, instansi_id: o.instansi, competency_id: o.competency, level: 1 })
    await newRating(tx, { pegawai_id: o.ani, instansi_id: o.instansi, result_below: true, target: 100, achieved: 75 })
    o.budi = await newPegawai(tx, { ...at, jabatan_id: o.aimed, jabatan_aim_id: o.post, name: 'Budi Pengolah' })
    await newResult(tx, { pegawai_id: o.budi, instansi_id: o.instansi, competency_id: o.competency, level: 2 })
    const plan = await sql<{ id: number }>`
      INSERT INTO development_plan (instansi_id, kind, name, year_from, year_until, legal_basis, state, made_by, made_at, activated_at)
      VALUES (${o.instansi}, 'rpjmd', 'RPJMD Uji', 2025, 2029, 'Perda', 'active', 'uji', now(), now()) RETURNING id`.execute(tx)
    const goal = await sql<{ id: number }>`
      INSERT INTO goal (plan_id, kind, code, name) VALUES (${plan.rows[0]!.id}, 'sasaran', '1.2', 'Layanan publik prima') RETURNING id`.execute(
      tx,
    )
    o.goal = goal.rows[0]!.id
    await newStated(tx, {
      instansi_id: o.instansi,
      title: 'Layanan digital di semua bidang',
      goal_id: o.goal,
      goal_link: 1,
      number: 2,
    })
    await newStated(tx, {
      instansi_id: o.instansi,
      kind: 'mandate',
      title: 'Sertifikasi pengelola keuangan',
      legal_basis: 'UU 1/2022',
      number: 1,
    })
  })
  await recalculate({ db: database.outer, clock }, o.instansi)
})

const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const as = (who: Parameters<typeof actor>[0], language: 'id' | 'en' = 'id') =>
  browser(actor(who), { pages: needsRoutes(servicesFor(database)), api: needsApi(servicesFor(database)) }, language)
const pengelola = (language: 'id' | 'en' = 'id') =>
  as({ accountId: 'pengelola', grants: [grant('pengelola', [o.instansi])] }, language)
const bappeda = () => as({ grants: [grant('bappeda', [o.instansi])] })
const needOf = async (kind: string, post = 'held') =>
  (
    await rows<{ id: number }>(
      `SELECT id FROM need WHERE instansi_id = ${o.instansi} AND kind = '${kind}' AND post = '${post}' ORDER BY id LIMIT 1`,
    )
  )[0]!.id

describe('the ranking', () => {
  it('is one list of the five kinds, each with its tab and count, goal and legal basis beside', async () => {
    const page = await pengelola().get('/kebutuhan')
    for (const words of [
      'Layanan 50%_digital',
      'Pelatihan Kepemimpinan Pengawas',
      'Hasil kerja di bawah ekspektasi',
      'Layanan digital di semua bidang',
      'Sertifikasi pengelola keuangan',
      'Sasaran: Layanan publik prima',
      'Mandat: UU 1/2022',
      'Menjabat tanpa pelatihan yang disyaratkan',
    ])
      expect(page.text).toContain(words)
    const counts = [...page.text.matchAll(/tab-count">(\d+)</g)].map(match => Number(match[1]))
    expect(counts).toEqual([6, 1, 2, 1, 1, 1])
    const training = await pengelola().get('/kebutuhan?jenis=pelatihan')
    expect(training.text).toContain('Pelatihan SAKIP')
    expect(training.text).not.toContain('Layanan digital di semua bidang')
  })

  it('takes % and _ in a search as ordinary signs', async () => {
    const found = async (q: string) =>
      (await pengelola().get(`/kebutuhan?q=${encodeURIComponent(q)}`)).text.includes('Layanan 50%_digital')
    expect(await found('50%_d')).toBe(true)
    expect(await found('5_%')).toBe(false)
  })

  it('calls what scores high of two components important and incomplete, and urgent where the rule asks for no more', async () => {
    // Ani alone, of one pengawas, lacks what is Mutlak: mandate 1 and reach 1/1 make 1,00.
    const id = await needOf('training')
    const list = await pengelola().get('/kebutuhan?jenis=pelatihan')
    expect(list.text).toContain(
      'title="Skornya cukup untuk urgen, tetapi baru 2 dari 5 komponen diketahui; urgen perlu sedikitnya 3."',
    )
    const page = await pengelola().get(`/kebutuhan/${id}`)
    expect(page.text).toContain('belum lengkap')
    expect(page.text).toContain(`href="/kebutuhan/dif?instansi=${o.code}&amp;jenjang=pengawas"`)
    expect((await bappeda().get(`/kebutuhan/${id}`)).text).not.toContain('/kebutuhan/dif?')
    await rows(`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
      VALUES (${o.instansi}, 'priority', 1, 'active',
        '{"gap":30,"dif":20,"goal":25,"mandate":15,"reach":10,"urgentFrom":70,"importantFrom":45}', 'SK Uji', '2026-01-01', 'uji', now())`)
    await rescoreInstansi({ db: database.outer, clock }, o.instansi)
    const after = await pengelola().get(`/kebutuhan/${id}`)
    expect(await rows(`SELECT tier, score::float8 FROM need WHERE id = ${id}`)).toEqual([{ tier: 'urgen', score: 1 }])
    expect(after.text).not.toContain('Skornya cukup untuk urgen')
  })

  it('shows gaps for the post aimed at apart', async () => {
    const id = await needOf('gap', 'aimed')
    expect((await pengelola().get('/kebutuhan')).text).not.toContain(`/kebutuhan/${id}"`)
    expect((await pengelola().get('/kebutuhan?jabatan=dituju')).text).toContain(`/kebutuhan/${id}"`)
    const page = await pengelola().get(`/kebutuhan/${id}`)
    expect(page.text).toContain('Budi Pengolah')
    expect(page.text).toContain('1 orang menuju jabatan jenjang Pengawas')
  })

  it('leaves out what nobody needs any more, which stands in the history under its address', async () => {
    const id = await needOf('training')
    await rows(`UPDATE pegawai SET status = 'berhenti' WHERE pegawai_id = ${o.ani}`)
    await recalculate({ db: database.outer, clock }, o.instansi)
    const now = await pengelola().get('/kebutuhan')
    expect(now.text).not.toContain('Pelatihan Kepemimpinan Pengawas')
    expect(now.text).toContain('Tidak ada lagi (4)')
    expect((await pengelola().get('/kebutuhan?keadaan=lalu')).text).toContain('Pelatihan Kepemimpinan Pengawas')
    expect((await pengelola().get(`/kebutuhan/${id}`)).text).toContain('Tidak ada lagi sejak')
  })

  it('goes to a workbook with every kind', async () => {
    const sheet = await readSheetBytes(await (await pengelola().get('/kebutuhan.xlsx')).bytes())
    expect(sheet.map(row => row[1])).toEqual(
      expect.arrayContaining(['Kompetensi', 'Pelatihan', 'Kinerja', 'Organisasi', 'Mandat']),
    )
  })

  it('is complete in English', async () => {
    const page = await pengelola('en').get('/kebutuhan')
    for (const words of [
      'Results below expectation',
      'In post without the training asked for',
      'Needs of the organisation, and mandates',
    ])
      expect(page.text).toContain(words)
  })
})

describe('a need', () => {
  it.each([
    ['gap', 'Ani Pengawas', 'Rata-rata 2,00 tingkat dari 1 orang'],
    ['training', 'Ani Pengawas', 'PP 11/2017'],
    ['performance', '75 dari 100 %', 'Rata-rata bagian target yang tidak tercapai'],
    ['organisation', 'Jumlah orang ditulis tangan', 'Layanan publik prima'],
    ['mandate', 'Jumlah orang ditulis tangan', 'UU 1/2022'],
  ])('of kind %s leads to its people, says why it ranks there and by which policy and rule', async (kind, people, because) => {
    const page = await pengelola().get(`/kebutuhan/${await needOf(kind)}`)
    for (const words of [people, because, 'kebijakan prioritas bawaan', 'prioritas-2']) expect(page.text).toContain(words)
  })

  it('shows no name to who reads figures only', async () => {
    const page = await bappeda().get(`/kebutuhan/${await needOf('training')}`)
    expect([page.status, page.text.includes('Ani Pengawas')]).toEqual([200, false])
  })
})

describe('who is in post without the training asked for', () => {
  const path = '/kebutuhan/tanpa-pelatihan'
  it('is listed with the training, since when, and by which act; Mutlak first', async () => {
    const { text } = await pengelola().get(path)
    for (const words of ['Ani Pengawas', '1 Mei 2023', 'PP 11/2017', 'Mutlak', '1 orang belum memiliki yang Mutlak'])
      expect(text).toContain(words)
    expect(text.indexOf('Pelatihan Kepemimpinan Pengawas</a>')).toBeLessThan(text.indexOf('Pelatihan SAKIP</a>'))
  })

  it('is narrowed by unit, importance, jenjang, training and words; a sign like % is one', async () => {
    const has = async (query: string) => (await pengelola().get(`${path}?${query}`)).text.includes('Ani Pengawas')
    expect(
      await Promise.all([`unit=${o.unit}`, 'kepentingan=perlu', 'jenjang=pengawas', 'pelatihan=sakip', 'q=100%25'].map(has)),
    ).toEqual(Array(5).fill(true))
    expect(
      await Promise.all([`unit=${o.other}`, 'kepentingan=penting', 'jenjang=pelaksana', 'pelatihan=x', 'q=10%25%25'].map(has)),
    ).toEqual(Array(5).fill(false))
  })

  it('is the own team for an atasan, nobody for who leads no one, and a workbook whose download is audited', async () => {
    expect((await as({ pegawaiId: o.budi, teamIds: [o.ani] }).get(path)).text).toContain('Ani Pengawas')
    expect((await as({ pegawaiId: o.ani, teamIds: [o.budi] }).get(path)).text).not.toContain('Ani Pengawas')
    expect((await as({ pegawaiId: o.ani }).get(path)).status).toBe(403)
    expect((await bappeda().get(path)).status).toBe(403)
    const sheet = await readSheetBytes(await (await pengelola().get(`${path}.xlsx?kepentingan=mutlak`)).bytes())
    expect(sheet.at(-1)).toEqual(
      expect.arrayContaining(['Ani Pengawas', 'Pelatihan Kepemimpinan Pengawas', 'Mutlak', 'PP 11/2017']),
    )
    expect(await rows(`SELECT rows FROM audit_entry WHERE verb = 'export_lacking' AND instansi_id = ${o.instansi}`)).toEqual([
      { rows: 1 },
    ])
  })

  it('is no longer there once the training is', async () => {
    await asJob(database.outer, tx =>
      newTraining(tx, { pegawai_id: o.ani, instansi_id: o.instansi, name: 'Diklat Kepemimpinan Pengawas' }),
    )
    await recalculate({ db: database.outer, clock }, o.instansi)
    expect((await pengelola().get(`${path}?kepentingan=mutlak`)).text).not.toContain('Ani Pengawas')
  })
})

describe('a stated need', () => {
  const form = (more: Record<string, string> = {}) => ({
    instansi: o.code,
    jenis: 'organisation',
    judul: 'Semua pengawas mampu menyusun SAKIP',
    tahun: '2027',
    kompetensi: '',
    tingkat: '',
    pelatihan: '',
    jenjang: 'pengawas',
    unit: '',
    orang: '',
    sasaran: String(o.goal),
    kaitan: '0.5',
    dasar: '',
    catatan: '',
    ...more,
  })
  const idOf = (location: string | null) => Number(location?.split('/').at(-1))

  it('goes from draft into force and the ranking, is changed, and is archived; every step audited', async () => {
    const id = idOf((await pengelola().post('/kebutuhan/organisasi', form())).location)
    expect(await rows(`SELECT state FROM stated_need WHERE id = ${id}`)).toEqual([{ state: 'draft' }])
    expect(await rows(`SELECT id FROM need WHERE stated_id = ${id}`)).toEqual([])
    await pengelola().post(`/kebutuhan/organisasi/${id}/berlakukan`, {})
    expect(await rows(`SELECT people, goal::float8, goal_title FROM need WHERE stated_id = ${id}`)).toEqual([
      { people: 1, goal: 0.5, goal_title: 'Layanan publik prima' },
    ])
    await pengelola().post(`/kebutuhan/organisasi/${id}`, form({ jenjang: '', kaitan: '1' }))
    expect(await rows(`SELECT people, goal::float8 FROM need WHERE stated_id = ${id}`)).toEqual([{ people: 2, goal: 1 }])
    await pengelola().post(`/kebutuhan/organisasi/${id}/arsipkan`, { alasan: 'Sudah terpenuhi' })
    expect(await rows(`SELECT people FROM need WHERE stated_id = ${id}`)).toEqual([{ people: 0 }])
    expect((await pengelola().get(`/kebutuhan/organisasi/${id}`)).text).toContain('Sudah terpenuhi')
    const verbs = await rows<{ verb: string }>(`SELECT verb FROM audit_entry WHERE subject = 'stated_need:${id}' ORDER BY id`)
    expect(verbs.map(row => row.verb)).toEqual([
      'state_need',
      'activate_stated_need',
      'update_stated_need',
      'archive_stated_need',
    ])
  })

  it('needs its goal or an act, a mandate its act; what was typed is kept', async () => {
    const organisation = await pengelola().post('/kebutuhan/organisasi', form({ sasaran: '' }))
    expect(organisation.text).toContain('tanpa salah satu, kebutuhan tidak dapat dipertanggungjawabkan')
    expect(organisation.text).toContain('Semua pengawas mampu menyusun SAKIP')
    const mandate = await pengelola().post(
      '/kebutuhan/organisasi',
      form({ jenis: 'mandate', tahun: '2025', kompetensi: String(o.competency) }),
    )
    for (const words of ['Mandat harus menyebut peraturan', 'Tulis tahun dengan empat angka', 'Pilih tingkat 1 sampai 5'])
      expect(mandate.text).toContain(words)
    expect([organisation.status, mandate.status]).toEqual([422, 422])
  })

  it('is read by who weighs needs, and written by who keeps them', async () => {
    expect((await bappeda().get('/kebutuhan/organisasi')).text).toContain('Sertifikasi pengelola keuangan')
    expect((await bappeda().post('/kebutuhan/organisasi', form())).status).toBe(403)
    const elsewhere = as({ grants: [grant('pengelola', [o.instansi + 1000])] })
    const [first] = await rows<{ id: number }>(`SELECT id FROM stated_need WHERE instansi_id = ${o.instansi} LIMIT 1`)
    expect((await elsewhere.get(`/kebutuhan/organisasi/${first!.id}`)).status).toBe(404)
  })
})

describe('factors', () => {
  const form = (more: Record<string, string> = {}) => ({
    instansi: o.code,
    jenjang: 'pengawas',
    tampil: '',
    halaman: '1',
    'butir-0': `gap ${o.competency}`,
    'kesulitan-0': 't',
    'kepentingan-0': 't',
    'kekerapan-0': 's',
    'kaitan-0': '1',
    'sasaran-0': 'RPJMD Uji · 1.2 Layanan publik prima',
    'mandat-0': 'ya',
    'dasar-0': 'UU 25/2009',
    ...more,
  })
  const need = () =>
    rows(
      `SELECT dif::float8, goal::float8, mandate::float8, goal_title, mandate_basis, known FROM need WHERE instansi_id = ${o.instansi} AND kind = 'gap' AND post = 'held'`,
    )

  it('are asked for each competency, training and aspect that posts of a jenjang demand', async () => {
    const { text } = await pengelola().get('/kebutuhan/dif?jenjang=pengawas')
    for (const words of [
      'Layanan 50%_digital',
      'Pelatihan SAKIP',
      'Hasil kerja di bawah ekspektasi',
      '1 orang memerlukannya sekarang',
    ])
      expect(text).toContain(words)
    const [duty, other] = ['Pelatihan Kepemimpinan Pengawas', 'Pelatihan SAKIP'].map(
      name => text.slice(text.indexOf(`<legend>${name}`)).split('</fieldset>')[0]!,
    )
    expect(duty).toContain('Diwajibkan standar jabatan: PP 11/2017')
    expect(duty).not.toContain('name="mandat-')
    expect(other).toContain('name="mandat-')
    expect((await bappeda().get('/kebutuhan/dif')).status).toBe(403)
    expect((await bappeda().get('/kebutuhan/dif.xlsx')).status).toBe(403)
  })

  it('that were typed are audited as one act, and the ranking follows', async () => {
    expect((await pengelola().post('/kebutuhan/dif', form())).status).toBe(303)
    expect(await rows(`SELECT rows FROM audit_entry WHERE verb = 'set_factors' AND instansi_id = ${o.instansi}`)).toEqual([
      { rows: 1 },
    ])
    expect(await rows(`SELECT payload FROM outbox WHERE fact = 'factors.changed' ORDER BY id DESC LIMIT 1`)).toEqual([
      { payload: { instansiId: o.instansi } },
    ])
    await rescoreInstansi({ db: database.outer, clock }, o.instansi)
    expect(await need()).toEqual([
      { dif: 0.888889, goal: 1, mandate: 1, goal_title: 'Layanan publik prima', mandate_basis: 'UU 25/2009', known: 5 },
    ])
    expect((await pengelola().get(`/kebutuhan/${await needOf('gap')}`)).text).toContain(
      'Kesulitan tinggi, kepentingan tinggi, kekerapan sedang.',
    )
    expect(await rows(`SELECT difficulty, until_date FROM former_factor WHERE instansi_id = ${o.instansi}`)).toEqual([
      { difficulty: null, until_date: '2026-11-22' },
    ])
  })

  it('go to a workbook, jenjang by jenjang, with what nobody said left blank', async () => {
    await pengelola().post('/kebutuhan/dif', form())
    const sheet = await readSheetBytes(await (await pengelola().get('/kebutuhan/dif.xlsx')).bytes())
    const of = (name: string) => sheet.find(row => row[0] === 'Pengawas' && row[3] === name)!
    expect(of('Layanan 50%_digital').slice(4)).toEqual([
      1,
      'Tinggi',
      'Tinggi',
      'Sedang',
      'Langsung (1)',
      'Layanan publik prima',
      'Diwajibkan',
      'UU 25/2009',
    ])
    expect(of('Pelatihan Kepemimpinan Pengawas').slice(4)).toEqual([1, null, null, null, null, null, 'Diwajibkan', 'PP 11/2017'])
    const open = await readSheetBytes(await (await pengelola().get('/kebutuhan/dif.xlsx?tampil=belum')).bytes())
    expect(open.map(row => row[3])).not.toContain('Layanan 50%_digital')
    expect(open.map(row => row[3])).toContain('Pelatihan SAKIP')
  })

  it('sent again without a change write nothing; left blank they are unknown again', async () => {
    await pengelola().post('/kebutuhan/dif', form())
    await pengelola().post('/kebutuhan/dif', form())
    expect(await rows(`SELECT rows FROM audit_entry WHERE verb = 'set_factors' AND instansi_id = ${o.instansi}`)).toHaveLength(1)
    const blank = Object.fromEntries(
      ['kesulitan', 'kepentingan', 'kekerapan', 'kaitan', 'sasaran', 'mandat', 'dasar'].map(name => [`${name}-0`, '']),
    )
    await pengelola().post('/kebutuhan/dif', form(blank))
    await rescoreInstansi({ db: database.outer, clock }, o.instansi)
    expect(await need()).toMatchObject([{ dif: null, goal: null, mandate: null, known: 2 }])
  })

  it('that cannot be are refused with what was typed, row by row', async () => {
    const page = await pengelola().post('/kebutuhan/dif', form({ 'sasaran-0': 'Sasaran karangan', 'dasar-0': '' }))
    expect(page.status).toBe(422)
    for (const words of [
      'Layanan 50%_digital: Sasaran ini tidak ada dalam rencana yang berlaku',
      'Sebutkan peraturan yang mewajibkannya',
      'value="Sasaran karangan"',
    ])
      expect(page.text).toContain(words)
  })

  it('tie needs to the page of a goal', async () => {
    await pengelola().post('/kebutuhan/dif', form())
    await rescoreInstansi({ db: database.outer, clock }, o.instansi)
    const section = needsOfGoal(servicesFor(database))
    const seen = (who: ReturnType<typeof actor>) =>
      section({ get: (key: string) => (key === 'actor' ? who : 'id') } as never, o.goal)
    expect((await seen(actor({ grants: [grant('bappeda', [o.instansi])] }))).rows.map(row => row.name).sort()).toEqual([
      'Layanan 50%_digital',
      'Layanan digital di semua bidang',
    ])
    expect((await seen(actor({ pegawaiId: o.ani }))).rows).toEqual([])
  })
})

describe('the API', () => {
  it('lists needs of every kind, their people, training gaps and factors', async () => {
    const kinds = ((await pengelola().get('/api/v1/needs?kind=all')).json() as { data: { kind: string }[] }).data.map(
      need => need.kind,
    )
    expect([...new Set(kinds)].sort()).toEqual(['gap', 'mandate', 'organisation', 'performance', 'training'])
    expect((await pengelola().get('/api/v1/needs')).json()).toMatchObject({ data: [{ kind: 'gap', post: 'held', levelTo: 3 }] })
    expect((await pengelola().get('/api/v1/needs?kind=gap&post=aimed')).json()).toMatchObject({
      data: [{ post: 'aimed', people: 1 }],
    })
    const people = await pengelola().get(`/api/v1/needs/${await needOf('performance')}/people`)
    expect(people.json()).toMatchObject({
      data: [{ id: o.ani, year: 2025, predicate: 'butuh_perbaikan', target: 100, achieved: 75 }],
    })
    const gaps = (await pengelola().get('/api/v1/training-gaps?limit=1')).json() as { data: unknown[]; next: string }
    expect(gaps.data).toMatchObject([
      { pegawai: { id: o.ani }, since: '2023-05-01', importance: 'mutlak', mandateBasis: 'PP 11/2017' },
    ])
    expect((await pengelola().get(`/api/v1/training-gaps?limit=1&cursor=${gaps.next}`)).json()).toMatchObject({
      data: [{ importance: 'perlu' }],
      next: null,
    })
  })

  it('says what is known of a need', async () => {
    const put = (body: object) =>
      pengelola().send('/api/v1/need-factors', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const nothing = {
      difficulty: null,
      importance: null,
      frequency: null,
      goalLink: null,
      goalId: null,
      mandate: null,
      mandateBasis: null,
    }
    const body = { instansi: o.code, jenjang: 'pengawas', kind: 'training', competency: null, subject: 'sakip', ...nothing }
    expect((await put({ ...body, difficulty: 's', mandate: false })).json()).toEqual({ changed: true })
    expect((await put({ ...body, mandate: true })).status).toBe(422)
    expect((await put({ ...body, subject: 'lain' })).status).toBe(404)
    expect((await bappeda().get('/api/v1/need-factors')).json()).toMatchObject({
      data: [{ kind: 'training', subject: 'sakip', difficulty: 's', mandate: false, importance: null }],
    })
  })
})
