import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newUnit,
} from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import type { Role } from '../../platform/actor.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { assessmentApi } from '../api.ts'
import { choiceAt } from '../choice-policy.ts'
import { aspects } from '../potential/rules/potential.ts'
import { assessmentRoutes } from '../routes.ts'
import { endingSoon, missingCounts } from '../store/missing.ts'
import { refreshProfiles } from '../store/refresh.ts'

const today = '2026-11-22'
let database: Database
let routes: { pages: ReturnType<typeof assessmentRoutes>; api: ReturnType<typeof assessmentApi> }
const o = { instansi: 0, other: 0, empty: 0, opd: 0, below: 0, ani: 0, budi: 0, citra: 0, dewi: 0, campaign: 0, foreign: 0 }

const scores = (tx: Tx, pegawaiId: number, score: number, only: readonly string[] = aspects) =>
  sql`INSERT INTO potential_result (pegawai_id, instansi_id, instansi_then, aspect, score, method, assessed_on, valid_until)
      SELECT ${pegawaiId}::int, ${o.instansi}::int, ${o.instansi}::int, a, ${score}::int, 'psikometri', '2026-02-01', '2029-02-01'
      FROM unnest(${[...only]}::text[]) AS a`.execute(tx)

/**
 * The post asks nine competencies at 3. Ani holds the worked 24 of 27 with five aspects at 12 of 15; Budi holds everything at 1 with all
 * aspects at 1; Citra holds everything, potential unknown, and it ends soon; Dewi was never assessed. Ani was rated good.
 */
beforeAll(async () => {
  database = await testDatabase()
  routes = { pages: assessmentRoutes(servicesFor(database)), api: assessmentApi(servicesFor(database)) }
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    await sql`UPDATE instansi SET office_names = '{"kepegawaian": "BKPSDMD"}' WHERE id = ${o.instansi}`.execute(tx)
    o.other = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71' })
    o.empty = await newInstansi(tx, { name: 'Kabupaten Kosong', region_code: '19.02' })
    o.opd = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Kesehatan' })
    o.below = await newUnit(tx, { instansi_id: o.instansi, parent_id: o.opd, name: 'Seksi Gizi' })
    const office = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Sosial' })
    const jabatan = await newJabatan(tx, {
      instansi_id: o.instansi,
      unit_id: o.opd,
      name: 'Administrator',
      jenjang: 'administrator',
    })
    const codes: number[] = []
    for (let n = 1; n <= 9; n++) codes.push(await newCompetency(tx, { code: `REK.${n}`, name: `Kompetensi ${n}` }))
    await newStandard(
      tx,
      { jabatan_id: jabatan },
      codes.map(competency_id => ({ competency_id, level: 3 })),
    )
    await refreshRequirements(tx, { instansiId: o.instansi }, today)
    const person = (name: string, unit_id: number) =>
      newPegawai(tx, { instansi_id: o.instansi, unit_id, jabatan_id: jabatan, name })
    o.ani = await person('Ani', o.below)
    o.budi = await person('Budi', office)
    o.citra = await person('Citra', office)
    o.dewi = await person('Dewi', office)
    const held = async (pegawai_id: number, levels: number[], valid_until = '2028-03-01') => {
      for (const [index, level] of levels.entries())
        await newResult(tx, { pegawai_id, instansi_id: o.instansi, competency_id: codes[index]!, level, valid_until })
    }
    await held(o.ani, [3, 3, 2, 3, 3, 2, 1, 3, 4])
    await held(o.budi, [1, 1, 1, 1, 1, 1, 1, 1, 1])
    await held(o.citra, [3, 3, 3, 3, 3, 3, 3, 3, 3], '2027-01-15')
    await refreshProfiles(tx, o.instansi, today, { from: 0, to: 2 ** 31 - 1 }, await choiceAt(tx, o.instansi, today))
    await scores(tx, o.ani, 3, aspects.slice(0, 2))
    await scores(tx, o.ani, 2, aspects.slice(2, 5))
    await scores(tx, o.budi, 1)
    await sql`
      INSERT INTO performance_rating (pegawai_id, instansi_id, instansi_then, year, period, result_rating, behaviour_rating, predicate, matrix_from, source, recorded_by)
      VALUES (${o.ani}, ${o.instansi}, ${o.instansi}, 2025, 'tahunan', 'sesuai', 'sesuai', 'baik', '2022-01-01', 'formulir', 'uji')`.execute(
      tx,
    )
    const campaign = async (instansiId: number, name: string) => {
      const { rows } = await sql<{ id: number }>`
        INSERT INTO campaign (instansi_id, name, purpose, legal_basis, methods, population, raters_each, seed, state, made_by, made_at)
        VALUES (${instansiId}, ${name}, 'pengisian', 'SK', '{assessment_center}', '{}', 1, 1, 'closed', 'uji', now()) RETURNING id`.execute(
        tx,
      )
      return rows[0]!.id
    }
    o.campaign = await campaign(o.instansi, 'Seleksi 2026')
    o.foreign = await campaign(o.other, 'Seleksi lain')
    await sql`INSERT INTO campaign_wave (campaign_id, number, starts_on, ends_on) VALUES (${o.campaign}, 1, '2026-01-01', '2026-02-01')`.execute(
      tx,
    )
    for (const id of [o.budi, o.dewi])
      await sql`
        INSERT INTO campaign_participant (pegawai_id, campaign_id, instansi_id, instansi_then, unit_id, jabatan_id, wave, found_at)
        VALUES (${id}, ${o.campaign}, ${o.instansi}, ${o.instansi}, ${office}, ${jabatan}, 1, now())`.execute(tx)
  })
}, 60_000)
afterAll(() => database.close())

const as = (role: Role, ids = [o.instansi]) => browser(actor({ homeInstansiId: o.instansi, grants: [grant(role, ids)] }), routes)
const pengelola = () => as('pengelola')
const named = (text: string) => ['Ani', 'Budi', 'Citra', 'Dewi'].filter(name => text.includes(`>${name}<`))

describe('/pemetaan/ikk', () => {
  it('opens with how many stand high or middle, the distribution and everybody, the widest gap first', async () => {
    const { status, text } = await pengelola().get('/pemetaan/ikk')
    expect(status).toBe(200)
    // Budi: 100 − (33.33 × 30 % + 33.33 × 70 %) = 66.7. Ani: 100 − (80 × 30 % + 24 of 27 × 70 %) = 13.8.
    expect(text).toContain('dari 2 orang yang IKK-nya sudah diketahui. 1 orang lain belum dapat dihitung')
    expect(text.indexOf('66,7')).toBeLessThan(text.indexOf('13,8'))
    expect(text).toContain('Tinggi (≥ 50)')
    expect(text).toContain('88,89\u00a0%')
    expect(text).toContain('5 dari 8 aspek')
    expect(text).toContain('Belum dapat dihitung')
    expect(text).toContain('potensi 30 %, kompetensi 70 % (Contoh satu pelaksana')
    expect(text).toContain('href="/impor/baru?jenis=potensi"')
    expect(text.indexOf('>Budi')).toBeLessThan(text.indexOf('>Ani'))
  })

  it('is narrowed to a unit, a band, a name, and sorted the other way', async () => {
    const list = async (query: string) => {
      const { text } = await pengelola().get(`/pemetaan/ikk?${query}`)
      return [...text.matchAll(/class="row-link" href="[^"]*">(\w+)/g)].map(match => match[1])
    }
    expect(await list('')).toEqual(['Budi', 'Ani', 'Citra'])
    expect(await list('urut=ikk')).toEqual(['Budi', 'Ani', 'Citra'])
    expect(await list('arah=naik')).toEqual(['Ani', 'Budi', 'Citra'])
    expect(await list('urut=nama&arah=turun')).toEqual(['Citra', 'Budi', 'Ani'])
    expect(await list(`unit=${o.opd}`)).toEqual(['Ani'])
    expect(await list(`unit=${o.below}`)).toEqual(['Ani'])
    expect(await list('kategori=tinggi')).toEqual(['Budi'])
    expect(await list('kategori=belum')).toEqual(['Citra'])
    expect(await list('q=an')).toEqual(['Ani'])
    expect((await pengelola().get('/pemetaan/ikk?q=zzz')).text).toContain('Tidak ada orang yang cocok dengan saringan ini.')
    expect((await pengelola().get('/pemetaan/ikk?unit=999999999')).status).toBe(404)
  })

  it('is for who reads people by name: not Bappeda, not beyond', async () => {
    expect((await as('bappeda').get('/pemetaan/ikk')).status).toBe(403)
    expect((await as('asesor').get('/pemetaan/ikk')).status).toBe(403)
    expect((await pengelola().get('/pemetaan/ikk?instansi=19.71')).status).toBe(404)
    expect((await as('pimpinan').get('/pemetaan/ikk')).text).not.toContain('/impor/baru')
  })

  it('says what to do first where nobody was assessed', async () => {
    const { text } = await as('pengelola', [o.empty]).get('/pemetaan/ikk?instansi=19.02')
    expect(text).toContain('Belum ada yang dapat ditampilkan')
    expect(text).toContain('Impor hasil penilaian kompetensi dan hasil potensi.')
  })

  it('goes out as a workbook with numbers, and is audited', async () => {
    const sheet = await readSheetBytes(await (await pengelola().get('/pemetaan/ikk.xlsx?instansi=19')).bytes())
    const ani = sheet.find(row => row[1] === 'Ani')!
    expect([ani[5], ani[6], ani[7], ani[8]]).toEqual([13.78, 'Rendah', 0.8889, 0.8])
    expect(sheet.find(row => row[1] === 'Citra')!.slice(5)).toEqual([null, 'Belum dapat dihitung', 1])
    const { rows } = await asJob(database.outer, tx =>
      sql<{ rows: number }>`SELECT rows FROM audit_entry WHERE verb = 'export_ikk'`.execute(tx),
    )
    expect(rows).toEqual([{ rows: 3 }])
  })

  it('is in the API, a page at a time', async () => {
    type Page = { data: Record<string, unknown>[]; next: string | null }
    const first = (await pengelola().get('/api/v1/ikk?limit=2')).json() as Page
    expect(first.data.map(row => [row.name, row.band, row.competency, row.aspects])).toEqual([
      ['Ani', 'rendah', (24 * 100) / 27, 5],
      ['Budi', 'tinggi', (9 * 100) / 27, 8],
    ])
    const rest = (await pengelola().get(`/api/v1/ikk?limit=2&cursor=${first.next}`)).json() as Page
    expect([rest.data.map(row => [row.name, row.ikk, row.potential]), rest.next]).toEqual([[['Citra', null, null]], null])
    expect((await as('bappeda').get('/api/v1/ikk')).status).toBe(403)
  })
})

describe('/pemetaan/rekap', () => {
  it('lists who was assessed, with the category of the purpose and what to develop', async () => {
    const { status, text } = await pengelola().get('/pemetaan/rekap')
    expect(status).toBe(200)
    expect(named(text)).toEqual(['Ani', 'Budi', 'Citra'])
    expect(text).toContain('Cukup Optimal')
    expect(text).toContain('24 dari 27')
    expect(text).toContain('Kompetensi 7 1\u00a0→\u00a03; Kompetensi 3 2\u00a0→\u00a03; Kompetensi 6 2\u00a0→\u00a03')
    expect(text).toContain('>Baik<')
    expect(text).toContain('habis 15 Januari 2027: perlu penilaian ulang')
    expect(text).toContain('kebijakan lokal Piawai, belum terverifikasi')
    const filling = (await pengelola().get('/pemetaan/rekap?tujuan=pengisian')).text
    expect(filling).toContain('Memenuhi Syarat (MS)')
    expect(filling).not.toContain('>Cukup Optimal<')
  })

  it('of a campaign holds who takes part, assessed or not, for its purpose; another government\u2019s is not there', async () => {
    const { text } = await pengelola().get(`/pemetaan/rekap?kampanye=${o.campaign}`)
    expect(named(text)).toEqual(['Budi', 'Dewi'])
    expect(text).toContain('Kurang Memenuhi Syarat (KMS)')
    expect(text).toContain('Peserta Seleksi 2026')
    expect((await pengelola().get(`/pemetaan/rekap?kampanye=${o.foreign}`)).status).toBe(404)
  })

  it('is narrowed by category and unit', async () => {
    expect(named((await pengelola().get('/pemetaan/rekap?kategori=kurang_optimal')).text)).toEqual(['Budi'])
    expect(named((await pengelola().get(`/pemetaan/rekap?unit=${o.opd}`)).text)).toEqual(['Ani'])
    expect((await as('bappeda').get('/pemetaan/rekap')).status).toBe(403)
  })

  it('prints as the form, with every column and the place to sign', async () => {
    const { text } = await pengelola().get('/pemetaan/rekap?cetak=1&tujuan=pengisian')
    const heads = [...text.matchAll(/<th scope="col(?:group)?"[^>]*>([^<]*)</g)].map(match => match[1]!.trim())
    expect(heads).toEqual([
      'No',
      'Nama',
      'NIP',
      'Jabatan/Instansi',
      'Penilaian',
      'Kategori',
      'Kuadran',
      'Keterangan',
      'Rekomendasi',
      'Saran penempatan',
      'Saran pengembangan',
      'Kinerja',
      'Potensi',
      'Kompetensi',
      'JPM',
    ])
    expect(text).toContain('Administrator / Seksi Gizi, Dinas Kesehatan, Provinsi Uji')
    expect(text).toContain('9 dari 9 kompetensi dinilai; potensi 5 dari 8 aspek; berlaku sampai 1 Maret 2028')
    expect(text).toContain('Belum disarankan')
    expect(text).toContain('belum tersedia')
    expect(text).toContain('Kepala BKPSDMD,')
  })

  it('as a workbook has the columns of the form in their order, then where the sentences come from', async () => {
    const sheet = await readSheetBytes(await (await pengelola().get('/pemetaan/rekap.xlsx')).bytes())
    const head = sheet.findIndex(row => row[0] === 'No')
    expect(sheet[head]).toEqual([
      'No',
      'Nama',
      'NIP',
      'Jabatan/Instansi',
      'Penilaian: Kinerja',
      'Penilaian: Potensi',
      'Penilaian: Kompetensi',
      'Penilaian: JPM',
      'Kategori',
      'Kuadran',
      'Keterangan',
      'Rekomendasi',
      'Saran penempatan',
      'Saran pengembangan',
    ])
    expect(sheet[head + 1]!.slice(4, 10)).toEqual([
      'Baik',
      '80\u00a0%',
      '24 dari 27',
      '88,89\u00a0%',
      'Cukup Optimal',
      'belum tersedia',
    ])
    expect(sheet[head + 3]!.slice(4, 6)).toEqual(['belum dinilai', 'belum dinilai'])
  })

  it('of a unit shows the index, its band and the kinds of competency behind it', async () => {
    const { text } = await pengelola().get('/pemetaan/rekap?bentuk=unit')
    expect(text).toContain('Manajerial: Kompetensi 7, Kompetensi 3, Kompetensi 6')
    expect(text).toContain('66,7')
    const sheet = await readSheetBytes(await (await pengelola().get('/pemetaan/rekap.xlsx?bentuk=unit')).bytes())
    const head = sheet.find(row => row[0] === 'Nama')
    expect(head).toEqual(['Nama', 'NIP', 'Jabatan', 'IKK', 'Kesenjangan', 'Kuadran', 'Jenis kompetensi', 'Rencana pengembangan'])
  })
})

describe('what ends soon', () => {
  it('is counted for the start page as the list counts it', () =>
    asJob(database.outer, async tx => {
      const days = { today, soon: '2027-02-20' }
      const filter = { instansiId: o.instansi, unitId: null, reason: null }
      expect(await endingSoon(tx, o.instansi, days)).toBe(1)
      for (const soon of ['2026-11-22', '2027-01-14', '2027-01-15', '2028-03-01'])
        expect([soon, await endingSoon(tx, o.instansi, { today, soon })]).toEqual([
          soon,
          (await missingCounts(tx, filter, { today, soon })).expiring,
        ])
    }))
})
