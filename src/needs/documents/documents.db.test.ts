import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { readPdf } from '../../../test/factories/pdf.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newUnit,
} from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { openDocument, requestDocument, seenDocument } from '../../platform/documents/actions.ts'
import { makeDocument } from '../../platform/documents/make.ts'
import type { Services } from '../../platform/http/context.ts'
import { createLog } from '../../platform/log.ts'
import { recalculate } from '../recalculate.ts'
import { akdInstansi, akdPerson, akdUnit } from './index.ts'
import { grouped } from './unit.ts'

const kinds = [akdInstansi, akdUnit, akdPerson]
let database: Database
let made: ReturnType<typeof importServices>
let services: Services
const at = { instansi: 0, dinkes: 0, disdik: 0, ani: 0, budi: 0, cici: 0, dodi: 0 }

/** Kabupaten Uji: a post that asks integrity 3 and service 2. Ani has 1 and 2, Budi 2 and an expired result, Cici nothing; Dodi of another office 4 and 2. */
beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database, createLog('silent'))
  services = made.services
  await asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx, { name: 'Kabupaten Uji', region_code: '98.01' })
    await sql`UPDATE instansi SET office_names = '{"pelatihan": "BKPSDM Kabupaten Uji"}' WHERE id = ${instansi_id}`.execute(tx)
    const dinkes = await newUnit(tx, { instansi_id, name: 'Dinas Kesehatan' })
    const below = await newUnit(tx, { instansi_id, parent_id: dinkes, name: 'Bidang Pelayanan' })
    const disdik = await newUnit(tx, { instansi_id, name: 'Dinas Pendidikan' })
    const integrity = await newCompetency(tx, { code: 'X.1', name: 'Integritas Uji' })
    const service = await newCompetency(tx, { code: 'X.2', name: 'Pelayanan Uji' })
    const post = async (unit_id: number) => {
      const jabatan_id = await newJabatan(tx, {
        instansi_id,
        unit_id,
        name: 'Pengawas Mutu',
        jenis: 'pengawas',
        jenjang: 'pengawas',
      })
      await newStandard(tx, { jabatan_id }, [
        { competency_id: integrity, level: 3 },
        { competency_id: service, level: 2 },
      ])
      return jabatan_id
    }
    const posts = { below: await post(below), disdik: await post(disdik) }
    const somebody = async (name: string, where: 'below' | 'disdik', levels: [number, number, string?][]) => {
      const unit_id = where === 'below' ? below : disdik
      const pegawai_id = await newPegawai(tx, { instansi_id, unit_id, jabatan_id: posts[where], name })
      for (const [competency_id, level, valid_until = '2028-01-31'] of levels)
        await newResult(tx, { pegawai_id, instansi_id, competency_id, level, assessed_on: '2025-01-31', valid_until })
      return pegawai_id
    }
    Object.assign(at, {
      instansi: instansi_id,
      dinkes,
      disdik,
      ani: await somebody('Ani Lestari', 'below', [
        [integrity, 1],
        [service, 2],
      ]),
      budi: await somebody('Budi Santoso', 'below', [
        [integrity, 2],
        [service, 1, '2026-01-31'],
      ]),
      cici: await somebody('Cici Permata', 'below', []),
      dodi: await somebody('Dodi Irawan', 'disdik', [
        [integrity, 4],
        [service, 2],
      ]),
    })
  })
  await recalculate(services, at.instansi)
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const perencana = () => actor({ accountId: 'perencana', name: 'Rina', grants: [grant('perencana', [at.instansi])] })
async function issued(kind: string, about: { unitId?: number; pegawaiId?: number }, language: 'id' | 'en' = 'id') {
  const subject = { instansiId: at.instansi, unitId: about.unitId ?? null, pegawaiId: about.pegawaiId ?? 0 }
  const request = {
    kind,
    subject,
    subjectName: 'Uji',
    language,
    today: '2026-11-22',
    params: { number: null, signatory: null, given: {} },
  }
  const id = await requestDocument(services, kinds, perencana(), request)
  await makeDocument(services, kinds, { pegawaiId: subject.pegawaiId, id })
  const { document } = await seenDocument(services, kinds, perencana(), id)
  const read = async (format: 'pdf' | 'xlsx') => (await openDocument(services, kinds, perencana(), id, format)).bytes
  return { document, pdf: async () => readPdf(await read('pdf')), sheets: async () => sheetsOf(await read('xlsx')) }
}
/** All texts and numbers of a workbook, by the name of the sheet. */
function sheetsOf(bytes: Uint8Array): Record<string, string> {
  const parts = unzipSync(bytes)
  const text = (path: string) => new TextDecoder().decode(parts[path])
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(?:<t[^>]*>([^<]*)<\/t>)?/g)].map(match => match[1] ?? '')
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(match => match[1]!)
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      [...text(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<c [^>]*?(t="s")?[^>]*>(?:<v>([^<]*)<\/v>)/g)]
        .map(([cell, , value]) => (cell.includes('t="s"') ? shared[Number(value)] : value))
        .join('|'),
    ]),
  )
}

describe('the AKD of an instansi', () => {
  it('says its figures, its ranking, its method and its sources, and names nobody', async () => {
    const { document, pdf } = await issued('akd_instansi', {})
    expect(document).toMatchObject({ state: 'ready', title: 'AKD Kabupaten Uji', asOf: '2026-11-22' })
    const { pages, text } = await pdf()
    expect(pages[0]).toContain('PEMERINTAH KABUPATEN UJIBKPSDM Kabupaten Uji')
    for (const chapter of [
      'Ringkasan',
      'Cakupan pemetaan',
      'Cara menghitung',
      'Daftar kebutuhan',
      'Peta kesenjangan',
      'Istilah dan kode',
      'Dasar hukum dan sumber',
    ])
      expect(pages[0]).toMatch(new RegExp(`${chapter}\\d`))
    // Three of four hold a valid result; two are below integrity 3, by 2 and by 1.
    expect(text).toContain('75 %3 dari 4 orang')
    expect(text).toContain('1Integritas Uji (X.1)Pengawas1 › 32')
    expect(text).toContain('Dinas Kesehatan32')
    expect(text).toContain('Kesenjangan30 %')
    expect(text).toContain('Urgen: skor 0,70 atau lebih, dengan sedikitnya 3 dari 5 komponen diketahui. Penting: 0,45')
    expect(text).toContain('bawaan Piawai, belum ditetapkan instansi')
    expect(text).not.toMatch(/Ani Lestari|Budi Santoso|\d{18}/)
    expect(document.files.map(file => [file.format, file.names])).toEqual([
      ['pdf', false],
      ['xlsx', true],
    ])
  })

  it('records which rules and numbers made it', async () => {
    const { document } = await issued('akd_instansi', {})
    const inputs = Object.fromEntries(document.inputs!.map(({ key, value }) => [key, value]))
    expect(inputs).toMatchObject({
      needs: '1',
      people: '2',
      coverage: '3 dari 4 orang',
      'policy.priority.gap': 30,
      'policy.priority.urgentFrom': 70,
      'rule.priority': 'prioritas-2',
    })
  })

  it('of last year stays as it was when the weights are set anew', async () => {
    const before = await issued('akd_instansi', {})
    const old = await before.pdf()
    await asJob(database.outer, tx =>
      sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
          VALUES (${at.instansi}, 'priority', 3, 'active', '{"gap": 100, "dif": 0, "goal": 0, "mandate": 0, "reach": 0, "urgentFrom": 60, "importantFrom": 20}',
            'SK Bupati 7/2026', '2026-06-01', 'uji', now())`.execute(tx),
    )
    const after = await issued('akd_instansi', {})
    const text = (await after.pdf()).text
    expect(text).toContain('versi 3, berlaku sejak 1 Juni 2026')
    expect(text).toContain('SK Bupati 7/2026')
    expect((await before.pdf()).pages).toEqual(old.pages)
    expect(after.document.supersedes).toBe(before.document.id)
  })

  it('as a workbook holds the needs, the people behind them, the heatmap, the coverage and the rules', async () => {
    const { sheets } = await issued('akd_instansi', {})
    const all = await sheets()
    expect(Object.keys(all)).toEqual(['Tentang dokumen', 'Kebutuhan', 'Orang', 'Peta kesenjangan', 'Cakupan', 'Aturan dan angka'])
    expect(all.Kebutuhan).toMatch(/X\.1\|Integritas Uji \(X\.1\)\|Pengawas\|1\|3\|2\|4\|/)
    expect(all.Orang).toMatch(
      /Ani Lestari\|Pengawas Mutu\|Pengawas\|Dinas Kesehatan\|Bidang Pelayanan\|X\.1\|Integritas Uji\|3\|1\|-2/,
    )
    expect(all.Orang).not.toContain('Dodi')
    expect(all['Peta kesenjangan']).toContain('Dinas Kesehatan|X.1|Integritas Uji|Manajerial|3|2|2|3')
    expect(all.Cakupan).toContain('Dinas Pendidikan|1|1|1')
    expect(all['Aturan dan angka']).toContain('SK Bupati 7/2026')
  })

  it('of an instansi without data says what to do first', async () => {
    const empty = await asJob(database.outer, tx => newInstansi(tx, { name: 'Kota Kosong', kind: 'kota' }))
    const by = actor({ grants: [grant('perencana', [empty])] })
    const request = {
      kind: 'akd_instansi',
      subject: { instansiId: empty, unitId: null, pegawaiId: 0 },
      subjectName: 'Kota Kosong',
      language: 'en' as const,
    }
    const id = await requestDocument(services, kinds, by, {
      ...request,
      today: '2026-11-22',
      params: { number: null, signatory: null, given: {} },
    })
    await makeDocument(services, kinds, { pegawaiId: 0, id })
    const { text } = readPdf((await openDocument(services, kinds, by, id, 'pdf')).bytes)
    expect(text).toContain('No need is known yet.')
    expect(text).toContain('GOVERNMENT OF KOTA KOSONG')
  })
})

describe('the AKD of a unit', () => {
  it('names its people with their gaps, those below it too, and those not assessed; nobody of another unit', async () => {
    const { document, pdf, sheets } = await issued('akd_unit', { unitId: at.dinkes })
    expect(document.title).toBe('AKD Dinas Kesehatan')
    const { text } = await pdf()
    expect(text).toMatch(/Daftar isi.*Ringkasan\d+.*Kesenjangan di unit ini\d+/)
    expect(text).toContain('Kompetensi yang paling banyak orangnya di bawah standar')
    expect(text).toContain('2 dari 3 orang belum mencapai standar jabatannya')
    expect(text).toContain('1 orang sama sekali belum dinilai')
    expect(text).toMatch(/1Ani Lestari.*Integritas Uji 1 › 32Budi Santoso.*Integritas Uji 2 › 3/)
    expect(text).toMatch(/Belum dinilaiTanpa hasil.*Cici Permata/)
    expect(text).not.toContain('Dodi')
    const all = await sheets()
    expect(all.Kesenjangan).toContain('Budi Santoso|Pengawas Mutu|Bidang Pelayanan|X.1|Integritas Uji|Manajerial|3|2|-1')
    expect(all.Orang).toContain('Cici Permata|Pengawas Mutu|Bidang Pelayanan|2|0|0')
  })

  it('that is gone is not made, and says so', async () => {
    const { document } = await issued('akd_unit', { unitId: 999_999 })
    expect(document).toMatchObject({ state: 'failed', problem: { id: expect.stringContaining('Unit ini tidak ditemukan') } })
  })

  it('puts the gaps with the most people first', () => {
    const gap = (code: string, required: number, held: number) => ({
      code,
      competency: code,
      pillar: 'teknis' as const,
      required,
      held,
      gap: required - held,
    })
    const person = (...gaps: ReturnType<typeof gap>[]) => ({
      pegawaiId: 1,
      nip: '',
      name: '',
      jabatan: null,
      unit: '',
      asked: 2,
      assessed: 2,
      gaps,
    })
    const groups = grouped([person(gap('A', 3, 1)), person(gap('B', 2, 1), gap('A', 4, 1)), person(gap('B', 2, 1))])
    expect(groups.map(({ code, required, people, gapSum }) => [code, required, people, gapSum])).toEqual([
      ['B', 2, 2, 2],
      ['A', 4, 1, 3],
      ['A', 3, 1, 2],
    ])
  })
})

describe('the AKD of a person', () => {
  it('says what is demanded and held, which result says so, what to reach and what comes next', async () => {
    const { document, pdf, sheets } = await issued('akd_pegawai', { pegawaiId: at.ani })
    expect(document).toMatchObject({ title: 'AKD Ani Lestari', state: 'ready' })
    const { text } = await pdf()
    expect(text).toContain('1 kompetensi masih di bawah standar jabatan.')
    expect(text).toContain('Integritas Uji31kurang 2CACT BKN, 31 Januari 2025; berlaku sampai 31 Januari 2028')
    expect(text).toContain('Pelayanan Uji22sesuai')
    expect(text).toContain('Saran pengembanganHanya untuk kompetensi di bawah standar')
    expect(text).toContain('Integritas Uji1 › 3Label 3')
    expect(text).toContain('Bahas dengan atasan bagaimana Integritas Uji naik dari tingkat 1 ke 3')
    expect(text).toContain('sedikitnya 20 jam pelajaran (JP) setahun (PP 11/2017')
    expect(text).toContain('Daftar isi')
    const levels = (await sheets())['Standar dan yang dimiliki']!
    expect(levels).toContain('Integritas Uji')
    expect(levels).toContain('CACT BKN, 31 Januari 2025; berlaku sampai 31 Januari 2028')
  })

  it('says of what was never assessed or has expired that it is unknown, not zero', async () => {
    const budi = (await (await issued('akd_pegawai', { pegawaiId: at.budi })).pdf()).text
    expect(budi).toContain('Pelayanan Uji2–belum dinilaiHasil terakhir kedaluwarsa 31 Januari 2026')
    const cici = (await (await issued('akd_pegawai', { pegawaiId: at.cici })).pdf()).text
    expect(cici).toContain('Integritas Uji3–belum dinilaiBelum pernah dinilai')
    expect(cici).toContain('Tidak ada kompetensi yang diketahui di bawah standar. 2 kompetensi belum dinilai')
    expect(cici).not.toContain('Saran pengembangan')
  })
})
