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
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import type { Actor } from '../../platform/actor.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import { openDocument, previewDocument, requestDocument, seenDocument } from '../../platform/documents/actions.ts'
import { makeDocument } from '../../platform/documents/make.ts'
import type { Services } from '../../platform/http/context.ts'
import { Refusal } from '../../platform/http/refusal.ts'
import { createLog } from '../../platform/log.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { choiceAt } from '../choice-policy.ts'
import { aspects } from '../potential/rules/potential.ts'
import { refreshProfiles } from '../store/refresh.ts'
import { individualReport } from './document.ts'

const kinds = [individualReport]
const today = '2026-11-22'
let database: Database
let made: ReturnType<typeof importServices>
let services: Services
const at = { instansi: 0, unit: 0, ani: 0, budi: 0, citra: 0, result: 0 }

/** Ani: integrity 3 of 3, service 1 of 3, cooperation 4 of 3, one expired; potential all at 2 of 3. Budi: nothing. Citra: potential alone. */
beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database, createLog('silent'))
  services = made.services
  await asJob(database.outer, async tx => {
    const instansi_id = await newInstansi(tx, { name: 'Kabupaten Uji', region_code: '98.02' })
    await sql`UPDATE instansi SET office_names = '{"kepegawaian": "BKPSDM Kabupaten Uji"}' WHERE id = ${instansi_id}`.execute(tx)
    const unit_id = await newUnit(tx, { instansi_id, name: 'Dinas Kesehatan' })
    const jabatan_id = await newJabatan(tx, {
      instansi_id,
      unit_id,
      name: 'Pengawas Mutu',
      jenis: 'pengawas',
      jenjang: 'pengawas',
    })
    const aim = await newJabatan(tx, {
      instansi_id,
      unit_id,
      name: 'Kepala Bidang Mutu',
      jenis: 'administrator',
      jenjang: 'administrator',
    })
    const codes = [
      await newCompetency(tx, { code: 'L.1', name: 'Integritas Uji' }),
      await newCompetency(tx, { code: 'L.2', name: 'Pelayanan Uji' }),
      await newCompetency(tx, { code: 'L.3', name: 'Kerja Sama Uji' }),
      await newCompetency(tx, { code: 'L.4', name: 'Komunikasi Uji' }),
    ]
    await sql`UPDATE competency_level SET label = 'Perilaku tingkat ' || level, indicators = ARRAY['Indikator ' || level] WHERE competency_id = ANY (${codes})`.execute(
      tx,
    )
    const levels = (level: number) => codes.map(competency_id => ({ competency_id, level }))
    await newStandard(tx, { jabatan_id, version: 2 }, levels(3))
    await newStandard(tx, { jabatan_id: aim }, levels(4))
    await refreshRequirements(tx, { instansiId: instansi_id }, today)
    const of = { instansi_id, unit_id, jabatan_id }
    const ani = await newPegawai(tx, { ...of, jabatan_aim_id: aim, name: 'Ani Lestari', golongan: 'III/c' })
    const budi = await newPegawai(tx, { ...of, name: 'Budi Santoso' })
    const citra = await newPegawai(tx, { ...of, name: 'Citra Dewi' })
    const held = (index: number, level: number, valid_until = '2028-01-31') =>
      newResult(tx, { pegawai_id: ani, instansi_id, competency_id: codes[index]!, level, assessed_on: '2025-01-31', valid_until })
    const result = await held(0, 3)
    await held(1, 1)
    await held(2, 4)
    await held(3, 3, '2026-01-31')
    await sql`UPDATE assessment_result SET assessor = 'UPT Penilaian Uji'`.execute(tx)
    await refreshProfiles(tx, instansi_id, today, { from: 0, to: 2 ** 31 - 1 }, await choiceAt(tx, instansi_id, today))
    await scores(tx, instansi_id, ani, 2)
    await scores(tx, instansi_id, citra, 3)
    Object.assign(at, { instansi: instansi_id, unit: unit_id, ani, budi, citra, result })
  })
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const scores = (tx: Tx, instansi: number, pegawaiId: number, score: number) =>
  sql`INSERT INTO potential_result (pegawai_id, instansi_id, instansi_then, aspect, score, method, assessed_on, valid_until)
      SELECT ${pegawaiId}::int, ${instansi}::int, ${instansi}::int, a, ${score}::int, 'psikometri', '2026-02-01', '2029-02-01'
      FROM unnest(${[...aspects]}::text[]) AS a`.execute(tx)

const keeper = () => actor({ accountId: 'pengelola', name: 'Rina', grants: [grant('pengelola', [at.instansi])] })
const self = (pegawaiId: number) => actor({ accountId: 'sendiri', pegawaiId })

async function issued(pegawaiId: number, by: Actor = keeper(), tujuan = 'pemetaan', language: 'id' | 'en' = 'id') {
  const id = await requestDocument(services, kinds, by, {
    kind: 'laporan_penilaian',
    subject: { instansiId: at.instansi, unitId: null, pegawaiId },
    subjectName: 'Uji',
    language,
    today,
    params: { number: null, signatory: null, given: { tujuan } },
  })
  await makeDocument(services, kinds, { pegawaiId, id })
  const { document } = await seenDocument(services, kinds, keeper(), id)
  const read = async (format: 'pdf' | 'xlsx') => (await openDocument(services, kinds, keeper(), id, format)).bytes
  return { id, document, pdf: async () => readPdf(await read('pdf')), sheet: async () => readSheetBytes(await read('xlsx')) }
}
const preview = (pegawaiId: number, by: Actor = keeper()) =>
  previewDocument(services, kinds, by, {
    kind: 'laporan_penilaian',
    subject: { instansiId: at.instansi, unitId: null, pegawaiId },
    language: 'id',
  })

describe('the report of one person', () => {
  it('says who, against what, how far, and why: standard, level, gap and behaviour', async () => {
    const { document, pdf } = await issued(at.ani)
    expect(document).toMatchObject({ state: 'ready', title: 'Laporan hasil penilaian Ani Lestari', asOf: today })
    const { pages, text } = await pdf()
    expect(pages[0]).toContain('PEMERINTAH KABUPATEN UJIBKPSDM Kabupaten Uji')
    expect(pages[0]).toContain('Pengawas Mutu')
    expect(pages[0]).toContain('III/c')
    // 3 + 1 + 4 of 3 × 3; the fourth has expired and stands in neither sum.
    expect(text).toContain('Total 8 dari 9 setara 88,89 % JPM. Untuk pemetaan: Cukup Optimal.')
    expect(text).toContain('Integritas Uji330: sesuaiPerilaku tingkat 3. Indikator 3')
    expect(text).toContain('Pelayanan Uji31−2: di bawahPerilaku tingkat 1. Indikator 1')
    expect(text).toContain('Kerja Sama Uji34+1: di atasPerilaku tingkat 4. Indikator 4')
    expect(text).toContain(
      'Komunikasi Uji3–belum dinilaiHasil terakhir habis masa berlakunya 31 Januari 2026: perlu penilaian ulang.',
    )
    expect(text).toContain('yang lain belum dinilai, bukan nol')
  })

  it('weighs potential and competence, and names the bands of both purposes', async () => {
    const { text } = await (await issued(at.ani)).pdf()
    expect(text).toContain('Total 16 dari 24 setara 66,67 % JPM potensi.')
    // 100 − (66.67 × 30 % + 88.89 × 70 %) = 17.8
    expect(text).toContain('100 − (66,67 × 30 % + 88,89 × 70 %) = 17,8: rendah')
    expect(text).toContain('Kategori IKK: tinggi ≥ 50; sedang ≥ 25 dan < 50; rendah > 0 dan < 25; tidak ada kesenjangan ≤ 0.')
    expect(text).toContain(
      'Memenuhi Syarat (MS) ≥ 80; Masih Memenuhi Syarat (MMS) ≥ 68 dan < 80; Kurang Memenuhi Syarat (KMS) < 68',
    )
    expect(text).toContain('Optimal ≥ 90; Cukup Optimal ≥ 78 dan < 90; Kurang Optimal < 78')
    expect(text).toContain('kebijakan lokal, belum terverifikasi')
  })

  it('suggests development only where the standard is not reached', async () => {
    const { text } = await (await issued(at.ani)).pdf()
    const suggested = text.slice(text.indexOf('Saran pengembangan'), text.indexOf('PotensiTotal'))
    expect(suggested).toContain('Pelayanan Uji1 › 3Perilaku tingkat 3')
    expect(suggested).not.toMatch(/Integritas Uji|Kerja Sama Uji|Komunikasi Uji/)
  })

  it('names method, assessor, day and validity of each level, and the rules in their versions', async () => {
    const { document, pdf } = await issued(at.ani)
    const { text } = await pdf()
    expect(text).toContain('Integritas Uji3CACT BKNUPT Penilaian Uji31 Januari 202531 Januari 2028')
    expect(text).toContain('Hasil yang berbicaraTerbaru. Bawaan Piawai')
    expect(text).toContain('Bobot IKKpotensi 30 %, kompetensi 70 %. Contoh satu pelaksana')
    expect(text).toContain('Standar1 standar; SK uji')
    const inputs = Object.fromEntries(document.inputs!.map(({ key, value }) => [key, value]))
    expect(String(inputs.results).split(', ')).toHaveLength(3)
    expect(inputs).toMatchObject({ purpose: 'Pemetaan', 'policy.weights.id': '–' })
    expect(String(inputs.results)).toContain(String(at.result))
  })

  it('for filling a post turns to its bands, and to the post aimed at', async () => {
    const { text } = await (await issued(at.ani, keeper(), 'pengisian')).pdf()
    expect(text).toContain('Untuk pengisian jabatan: Memenuhi Syarat (MS).')
    expect(text).toContain('Terhadap jabatan yang dituju: Kepala Bidang Mutu')
    // 8 of 12
    expect(text).toContain('66,67 %Kurang Memenuhi Syarat (KMS)')
  })

  it('of who was only tested for potential says that competence is not known, not that it is nothing', async () => {
    const { text } = await (await issued(at.citra)).pdf()
    expect(text).toContain(
      'Kompetensi terhadap standar jabatan belum dinilai, jadi JPM belum diketahui; yang belum dinilai bukan nol.',
    )
    expect(text).toContain('IKK belum dapat dihitung: kompetensi belum dinilai')
    expect(text).toContain('100 %24 dari 24')
    expect(text).not.toContain('Saran pengembangan')
  })

  it('as a workbook has the same with numbers as numbers', async () => {
    const about = await (await issued(at.ani)).sheet()
    expect(about.flat()).toContain('Laporan hasil penilaian Ani Lestari')
    const [levels, potential] = (await preview(at.ani)).xlsx!.sheets
    expect(levels!.rows[1]!.slice(0, 9)).toEqual([
      'L.2',
      'Pelayanan Uji',
      'Manajerial',
      3,
      1,
      -2,
      '−2: di bawah',
      'Perilaku tingkat 1. Indikator 1',
      'Perilaku tingkat 3',
    ])
    expect(levels!.rows[3]!.slice(3, 7)).toEqual([3, null, null, 'belum dinilai'])
    expect(potential!.rows).toHaveLength(8)
  })

  it('in English is English', async () => {
    const { text } = await (await issued(at.ani, keeper(), 'pemetaan', 'en')).pdf()
    expect(text).toContain('8 of 9 in all, a JPM of 88.89 %. For mapping: Fairly optimal.')
    expect(text).toContain('100 − (66.67 × 30 % + 88.89 × 70 %) = 17.8: low')
    expect(text).not.toMatch(/belum dinilai|Kesenjangan|Saran/)
  })

  it('stays as it was issued when the weights are set anew', async () => {
    const before = await issued(at.ani)
    const old = (await before.pdf()).pages
    await asJob(database.outer, tx =>
      sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
          VALUES (${at.instansi}, 'ikk', 2, 'active', '{"potensi": 0, "kompetensi": 100}', 'SK Bupati 8/2026', '2026-06-01', 'uji', now())`.execute(
        tx,
      ),
    )
    const after = await issued(at.ani)
    const { text } = await after.pdf()
    expect(text).toContain('100 − (88,89 × 100 %) = 11,1: rendah')
    expect(text).toContain('versi 2, berlaku sejak 1 Juni 2026; SK Bupati 8/2026')
    expect((await before.pdf()).pages).toEqual(old)
    expect(after.document.supersedes).toBe(before.id)
  })
})

describe('who has it', () => {
  it('reads it: the person, who leads, assesses or keeps; nobody else', async () => {
    const report = await issued(at.ani)
    const reads = (by: Actor) =>
      seenDocument(services, kinds, by, report.id).then(
        () => true,
        () => false,
      )
    expect(await reads(self(at.ani))).toBe(true)
    expect(await reads(actor({ teamIds: [at.ani] }))).toBe(true)
    expect(await reads(actor({ grants: [grant('asesor', [], { place: 'case', peopleIds: [at.ani] })] }))).toBe(true)
    expect(await reads(self(at.budi))).toBe(false)
    expect(await reads(actor({ grants: [grant('bappeda', [at.instansi])] }))).toBe(false)
    expect(await reads(actor({ grants: [grant('fasilitator', [], { place: 'case', peopleIds: [at.ani] })] }))).toBe(false)
  })

  it('is issued by who assesses or keeps the records, not by the person', async () => {
    await expect(issued(at.ani, self(at.ani))).rejects.toMatchObject({ status: 404 })
    await expect(issued(at.ani, actor({ teamIds: [at.ani] }))).rejects.toMatchObject({ status: 404 })
    const assessor = actor({ accountId: 'asesor', grants: [grant('asesor', [], { place: 'case', peopleIds: [at.ani] })] })
    expect((await issued(at.ani, assessor)).document.state).toBe('ready')
  })

  it('gets none where nothing was assessed, and is told what to do first', async () => {
    await expect(preview(at.budi)).rejects.toBeInstanceOf(Refusal)
    const none = await issued(at.budi)
    expect(none.document).toMatchObject({
      state: 'failed',
      problem: { id: expect.stringContaining('Catat atau impor hasilnya dahulu.') },
    })
    await expect(preview(at.ani, self(at.budi))).rejects.toMatchObject({ status: 404 })
  })
})
