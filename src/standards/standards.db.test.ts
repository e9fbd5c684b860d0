import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { rolledBack, testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { readPdf } from '../../test/factories/pdf.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import { countPeople } from '../assessment/index.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { standardsApi } from './api.ts'
import { refreshRequirements } from './refresh.ts'
import { standardsRoutes } from './routes.ts'
import { competencyByCode, listCompetencies } from './store/competency.ts'
import { requirementsOf } from './store/standard.ts'

const today = '2026-11-22'
let database: Database
let pages: ReturnType<typeof standardsRoutes>
let api: ReturnType<typeof standardsApi>
const o = { provinsi: 0, kota: 0, unit: 0, pengawas: 0, elsewhere: 0, pegawai: 0, extra: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = standardsRoutes(servicesFor(database), countPeople)
  api = standardsApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    await loadReference(tx)
    o.extra = await newCompetency(tx, { code: 'X.1', name: 'Kompetensi Khusus', pillar: 'teknis', verified: true })
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71' })
    o.unit = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    const unit = await newUnit(tx, { instansi_id: o.kota })
    o.pengawas = await newJabatan(tx, {
      instansi_id: o.provinsi,
      unit_id: o.unit,
      name: 'Kepala Seksi',
      jenis: 'pengawas',
      jenjang: 'pengawas',
      urusan: 'kesehatan',
    })
    o.elsewhere = await newJabatan(tx, {
      instansi_id: o.kota,
      unit_id: unit,
      name: 'Jabatan Kota',
      jenjang: 'pengawas',
      jenis: 'pengawas',
    })
    o.pegawai = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: o.unit, jabatan_id: o.pengawas })
  })
})
afterAll(() => database.close())

const pengelola = () => browser(actor({ homeInstansiId: o.provinsi, grants: [grant('pengelola', [o.provinsi])] }), { pages, api })
const pegawai = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.pegawai }), { pages, api })
const asIs = async (tx: Tx, jabatan: number) =>
  (
    await sql<{ competency_id: number; level: number; from_class: boolean }>`
      SELECT r.competency_id, r.level, r.from_class FROM jabatan_requirement r JOIN competency c ON c.id = r.competency_id
      WHERE r.jabatan_id = ${jabatan} ORDER BY c.sort, c.code`.execute(tx)
  ).rows

describe('what a jabatan demands', () => {
  it('is what the view says that others join, with label and legal basis', () =>
    rolledBack(database, 'job', async tx => {
      const m1 = (await competencyByCode(tx, 'M.1'))!
      await newStandard(tx, { jabatan_id: o.pengawas }, [
        { competency_id: o.extra, level: 5, legal_basis: 'SK 7' },
        { competency_id: m1.id, level: 4 },
      ])
      await refreshRequirements(tx, { jabatanIds: [o.pengawas] }, today)
      const rows = await requirementsOf(tx, o.pengawas, today)
      expect(rows.map(row => ({ competency_id: row.competencyId, level: row.level, from_class: row.fromClass }))).toEqual(
        await asIs(tx, o.pengawas),
      )
      expect(rows[0]).toMatchObject({
        code: 'M.1',
        level: 4,
        fromClass: false,
        classLevel: 2,
        legalBasis: 'SK uji',
        verified: true,
      })
      expect(rows[0]!.levelLabel).toBe(
        'Mampu menciptakan situasi kerja yang mendorong kepatuhan pada nilai, norma, dan etika organisasi',
      )
      expect(rows[1]).toMatchObject({ code: 'M.2', level: 2, fromClass: true, classLevel: 2, verified: false })
      expect(rows.at(-1)).toMatchObject({ code: 'X.1', level: 5, fromClass: false, classLevel: null, legalBasis: 'SK 7' })
      expect(rows.filter(row => row.pillar === 'teknis' && row.fromClass).every(row => row.classLevel !== null)).toBe(true)
    }))

  it('of another urusan is not demanded', () =>
    rolledBack(database, 'job', async tx => {
      const codes = async (urusan: string) => {
        await sql`UPDATE jabatan SET urusan = ${urusan} WHERE id = ${o.pengawas}`.execute(tx)
        return (await requirementsOf(tx, o.pengawas, today)).map(row => row.code)
      }
      expect(await codes('kesehatan')).toContain('T.KES.2')
      expect(await codes('perencanaan')).not.toContain('T.KES.2')
    }))

  it('is the default for its urusan where its class has a general one as well', () =>
    rolledBack(database, 'job', async tx => {
      for (const [urusan, level] of [
        [null, 1],
        ['kesehatan', 5],
        ['sosial', 3],
      ] as const) {
        await newStandard(tx, { instansi_id: o.provinsi, jenjang: 'pengawas', urusan }, [{ competency_id: o.extra, level }])
      }
      await refreshRequirements(tx, { instansiId: o.provinsi }, today)
      const rows = await requirementsOf(tx, o.pengawas, today)
      expect(rows.filter(row => row.competencyId === o.extra)).toMatchObject([{ level: 5, classLevel: 5, fromClass: true }])
      expect(rows.map(row => row.level)).toEqual((await asIs(tx, o.pengawas)).map(row => row.level))
    }))
})

describe('/kamus', () => {
  it('shows four pillars, five levels each, and what was not verified', async () => {
    const all = await listCompetencies(database.outer)
    expect(all.every(row => row.levels.length === 5)).toBe(true)
    const first = await pegawai().get('/kamus')
    expect(first.status).toBe(200)
    expect(first.text).toContain('Mampu menjadi role model')
    expect(first.text.match(/kamus\?pilar=/g)).toHaveLength(4)
    const government = await pegawai().get('/kamus?pilar=pemerintahan')
    expect(government.text).toContain('Belum diverifikasi')
    const found = await pegawai().get('/kamus?q=perekat')
    expect(found.text).toContain('Perekat Bangsa')
    expect(found.text).not.toContain('Kerja Sama')
    expect((await pegawai().get('/kamus?q=xyzzy')).text).toContain('Tidak ada kompetensi yang cocok')
  })

  it('shows one competency with the classes that ask for it', async () => {
    const answer = await pegawai().get('/kamus/P.1')
    expect(answer.text).toContain('Kebijakan Desentralisasi')
    expect(answer.text).toContain('belum dicocokkan dengan naskah resmi')
    expect(answer.text).toContain('JPT Pratama')
    expect((await pegawai().get('/kamus/TIDAK.ADA')).status).toBe(404)
  })
})

describe('/standar', () => {
  it('lists the jabatan of the own instansi and says where their standard comes from', async () => {
    const answer = await pegawai().get('/standar')
    expect(answer.text).toContain('Kepala Seksi')
    expect(answer.text).toContain('Standar kelas')
    expect(answer.text).not.toContain('Jabatan Kota')
    expect((await pegawai().get('/standar?instansi=19.71')).status).toBe(404)
    expect((await pegawai().get('/standar?asal=sendiri')).text).toContain('Tidak ada jabatan yang cocok')
    expect((await browser(actor(), { pages }).get('/standar')).status).toBe(403)
  })

  it('finds by name and code, where % and _ are ordinary signs', async () => {
    expect((await pegawai().get('/standar?q=seksi')).text).toContain('Kepala Seksi')
    for (const q of ['%25', '_', 'Kepala_Seksi'])
      expect((await pegawai().get(`/standar?q=${q}`)).text).toContain('Tidak ada jabatan yang cocok')
  })

  it('goes out as a workbook: what was set for the jabatan itself, and what holds', async () => {
    const rows = await readSheetBytes(await (await pegawai().get('/standar.xlsx')).bytes())
    expect(rows.at(-1)!.slice(1, 6)).toEqual(['Kepala Seksi', 'Dinas Kesehatan', 'Dinas Kesehatan', 'Pengawas', 'kesehatan'])
    expect(rows.at(-2)).toContain('Ikhtisar jabatan')
  })

  it('shows one standard by pillar with who says it; the way to edit only to who may', async () => {
    const own = await pegawai().get(`/standar/${o.pengawas}`)
    expect(own.text).toContain('M.1 Integritas')
    expect(own.text).toContain('diminta tingkat 2 dari 5')
    expect(own.text).toContain('Bawaan nasional, belum diverifikasi')
    expect(own.text).not.toContain('/ubah')
    expect(own.text).not.toContain('/pegawai?jabatan=')
    const managed = await pengelola().get(`/standar/${o.pengawas}`)
    expect(managed.text).toContain(`/standar/${o.pengawas}/ubah`)
    expect(managed.text).toContain(`/pegawai?jabatan=${o.pengawas}`)
    expect((await pengelola().get(`/standar/${o.elsewhere}`)).status).toBe(404)
    expect((await pegawai().get(`/standar/${o.pengawas}/ubah`)).status).toBe(403)
  })

  it('prints the official form with the four groups, and as PDF', async () => {
    const form = await pegawai().get(`/standar/${o.pengawas}/formulir`)
    for (const words of [
      'A. Manajerial',
      'B. Sosial kultural',
      'C. Teknis',
      'D. Pemerintahan',
      'Kepala Seksi',
      'II. Persyaratan',
    ])
      expect(form.text).toContain(words)
    const pdf = await (await pegawai().get(`/standar/${o.pengawas}/formulir.pdf`)).bytes()
    expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-')
    expect(readPdf(pdf).text).toContain('Kepala Seksi')
  })
})

describe('the API', () => {
  it('gives the dictionary in pages, by pillar', async () => {
    const one = (await pegawai().get('/api/v1/competencies?limit=1')).json() as {
      data: { code: string; levels: unknown[] }[]
      next: string
    }
    expect(one.data[0]).toMatchObject({
      code: 'M.1',
      pillar: 'manajerial',
      verified: true,
      levels: [{ level: 1 }, {}, {}, {}, { level: 5 }],
    })
    const two = (await pegawai().get(`/api/v1/competencies?limit=1&cursor=${one.next}`)).json() as typeof one
    expect(two.data[0]!.code).toBe('M.2')
    const social = (await pegawai().get('/api/v1/competencies?pillar=sosial_kultural')).json() as typeof one
    expect(social).toMatchObject({ data: [{ code: 'SK.1' }], next: null })
    expect((await pegawai().get('/api/v1/competencies?pillar=lain')).status).toBe(400)
  })

  it('gives the standard of a jabatan in sight, and 404 otherwise', async () => {
    const answer = (await pegawai().get(`/api/v1/jabatan/${o.pengawas}/standard`)).json()
    expect(answer).toMatchObject({ jabatan: { id: o.pengawas, jenjang: 'pengawas' }, instansi: '19' })
    expect((answer as { data: object[] }).data[0]).toMatchObject({
      competency: { code: 'M.1', pillar: 'manajerial' },
      level: 2,
      source: 'class',
      origin: 'national',
      setBy: null,
      verified: false,
    })
    expect((await pegawai().get(`/api/v1/jabatan/${o.elsewhere}/standard`)).status).toBe(404)
  })

  it('gives versions of a standard, and the difference of any two', () =>
    asJob(database.outer, async tx => {
      const first = await newStandard(tx, { jabatan_id: o.pengawas }, [{ competency_id: o.extra, level: 3 }])
      await sql`UPDATE standard SET state = 'archived', active_until = '2020-01-01' WHERE id = ${first}`.execute(tx)
      const { rows } = await sql<{ id: number }>`
        INSERT INTO standard (instansi_id, jabatan_id, version, state, legal_basis, active_from, made_by, made_at, golongan)
        VALUES (${o.provinsi}, ${o.pengawas}, 2, 'active', 'SK 2', '2020-01-01', 'uji', now(), 'III/d') RETURNING id`.execute(tx)
      const second = rows[0]!.id
      await sql`INSERT INTO standard_level (standard_id, competency_id, level) VALUES (${second}, ${o.extra}, 4)`.execute(tx)
      return { first, second }
    }).then(async ({ first, second }) => {
      const found = (await pegawai().get(`/api/v1/jabatan/${o.pengawas}/standard/versions`)).json() as { data: { id: number }[] }
      expect(found.data.map(row => row.id)).toEqual([second, first])
      expect((await pegawai().get(`/api/v1/standards/${second}`)).json()).toMatchObject({
        version: 2,
        owner: '19',
        levels: [{ competency: o.extra, level: 4 }],
        form: { golongan: 'III/d' },
      })
      expect((await pegawai().get(`/api/v1/standards/${second}/difference?from=${first}`)).json()).toEqual({
        from: first,
        to: second,
        levels: [{ competency: o.extra, kind: 'raised', from: 3, to: 4 }],
        fields: [{ field: 'golongan', from: null, to: 'III/d' }],
        qualifications: [],
      })
      const other = browser(actor({ homeInstansiId: o.kota, pegawaiId: 999 }), { api })
      expect((await other.get(`/api/v1/standards/${second}`)).status).toBe(404)
      expect((await other.get(`/api/v1/standards/1/difference?from=${second}`)).status).toBe(404)
      const standard = (await pegawai().get(`/api/v1/jabatan/${o.pengawas}/standard`)).json() as { data: object[]; form: object }
      expect(standard.form).toMatchObject({ golongan: 'III/d' })
      expect(standard.data.at(-1)).toMatchObject({
        competency: { code: 'X.1' },
        source: 'own',
        inherited: null,
        setBy: 'Provinsi Uji',
      })
    }))

  it('gives dictionaries', async () => {
    const found = (await pegawai().get('/api/v1/dictionaries')).json() as { data: { id: number; name: string }[] }
    expect(found.data).toMatchObject([{ id: 1, name: 'Kamus kompetensi nasional', instansi: null, state: 'active' }])
    const some = (await pegawai().get('/api/v1/competencies?dictionary=1&limit=1')).json() as { data: object[] }
    expect(some.data).toMatchObject([{ code: 'M.1', dictionary: { id: 1 }, levels: [{ indicators: [] }, {}, {}, {}, {}] }])
    expect((await pegawai().get('/api/v1/competencies?dictionary=999')).status).toBe(404)
    expect((await pegawai().get('/api/v1/dictionaries/1/crosswalk?from=1')).json()).toEqual({ data: [] })
  })
})
