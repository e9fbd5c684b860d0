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
import { asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { assessmentApi } from '../api.ts'
import { choiceAt } from '../choice-policy.ts'
import { assessmentRoutes } from '../routes.ts'
import { refreshProfiles } from '../store/refresh.ts'
import { potentialResults } from './store.ts'

let database: Database
let routes: { pages: ReturnType<typeof assessmentRoutes>; api: ReturnType<typeof assessmentApi> }
const o = { instansi: 0, other: 0, ani: 0, budi: 0, citra: 0 }
const today = '2026-11-22'

/** Ani holds 24 of 27 as in DOMAIN.md 2.1; Budi keeps the records of the same government; Citra belongs to another. */
beforeAll(async () => {
  database = await testDatabase()
  routes = { pages: assessmentRoutes(servicesFor(database)), api: assessmentApi(servicesFor(database)) }
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { region_code: '19' })
    o.other = await newInstansi(tx, { region_code: '19.01' })
    const unit = await newUnit(tx, { instansi_id: o.instansi })
    const elsewhere = await newUnit(tx, { instansi_id: o.other })
    const jabatan = await newJabatan(tx, {
      instansi_id: o.instansi,
      unit_id: unit,
      name: 'Administrator',
      jenjang: 'administrator',
    })
    const codes: number[] = []
    for (let n = 1; n <= 9; n++) codes.push(await newCompetency(tx, { code: `POT.${n}` }))
    await newStandard(
      tx,
      { jabatan_id: jabatan },
      codes.map(competency_id => ({ competency_id, level: 3 })),
    )
    await refreshRequirements(tx, { instansiId: o.instansi }, today)
    const of = { instansi_id: o.instansi, unit_id: unit, jabatan_id: jabatan }
    o.ani = await newPegawai(tx, { ...of, name: 'Ani' })
    o.budi = await newPegawai(tx, { ...of, name: 'Budi' })
    o.citra = await newPegawai(tx, { instansi_id: o.other, unit_id: elsewhere, name: 'Citra' })
    for (const [index, level] of [3, 3, 2, 3, 3, 2, 2, 3, 3].entries())
      await newResult(tx, { pegawai_id: o.ani, instansi_id: o.instansi, competency_id: codes[index]!, level })
    await refreshProfiles(tx, o.instansi, today, [o.ani], await choiceAt(tx, o.instansi, today))
  })
})
afterAll(() => database.close())

const keeper = () =>
  browser(actor({ accountId: 'pengelola', pegawaiId: o.budi, grants: [grant('pengelola', [o.instansi])] }), routes)
const assessor = () =>
  browser(actor({ name: 'Rini Asesor', grants: [grant('asesor', [], { place: 'case', peopleIds: [o.ani, o.citra] })] }), routes)
const rows = <Row>(text: string) => asJob(database.outer, async tx => (await sql.raw<Row>(text).execute(tx)).rows)
const kept = () =>
  rows<Record<string, unknown>>(
    `SELECT aspect, score, method, assessed_on AS on, valid_until AS until, assessor, recorded_by AS by, replaced_why AS why, replaced_at IS NULL AS counts
     FROM potential_result WHERE pegawai_id = ${o.ani} ORDER BY id`,
  )
const write = async (body: object) => {
  const answer = await keeper().send(`/api/v1/pegawai/${o.ani}/potential`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: answer.json() as Record<string, unknown> }
}
const read = async (id = o.ani) => (await keeper().get(`/api/v1/pegawai/${id}/potential`)).json() as Record<string, unknown>

describe('the form', () => {
  it('asks for the eight aspects, says what blank means, and knows who assesses', async () => {
    const { status, text } = await assessor().get(`/pegawai/${o.ani}/potensi/baru`)
    expect(status).toBe(200)
    for (const aspect of ['Kemampuan intelektual', 'Berpikir kritis dan strategis', 'Kecerdasan emosi', 'Motivasi dan komitmen'])
      expect(text).toContain(aspect)
    expect(text.match(/name="nilai-/g)).toHaveLength(8)
    expect(text).toContain('yang kosong tetap “belum dinilai”, bukan nol')
    expect(text).toContain('value="Rini Asesor"')
  })

  it('is for the keeper and the assessor of a person; never for oneself, and not beyond', async () => {
    expect((await assessor().get(`/pegawai/${o.citra}/potensi/baru`)).status).toBe(200)
    expect((await assessor().get(`/pegawai/${o.budi}/potensi/baru`)).status).toBe(404)
    expect((await keeper().get(`/pegawai/${o.citra}/potensi/baru`)).status).toBe(404)
    const own = await keeper().get(`/pegawai/${o.budi}/potensi/baru`)
    expect([own.status, own.text]).toEqual([403, expect.stringContaining('Hasil potensi diri sendiri tidak dapat Anda catat')])
    const pimpinan = browser(actor({ grants: [grant('pimpinan', [o.instansi])] }), routes)
    expect((await pimpinan.get(`/pegawai/${o.ani}/potensi/baru`)).status).toBe(403)
  })

  it('keeps what was typed, says at each field what to mend, and writes nothing', async () => {
    const typed = {
      metode: '',
      tanggal: '2026-11-23',
      berlaku: '2026-11-01',
      penilai: 'Tim A',
      'nilai-intelektual': '4',
      'nilai-interpersonal': '2',
    }
    const { status, text } = await keeper().post(`/pegawai/${o.ani}/potensi`, typed)
    expect(status).toBe(422)
    for (const words of [
      'Pilih metode penilaiannya.',
      'Tanggal penilaian belum tiba.',
      'mendahului tanggal penilaian',
      'Nilai harus 1 sampai 3.',
      'value="Tim A"',
    ])
      expect(text).toContain(words)
    const none = await keeper().post(`/pegawai/${o.ani}/potensi`, { metode: 'cact', tanggal: 'kemarin' })
    expect(none.text).toContain('Tanggal ini tidak terbaca.')
    const empty = await keeper().post(`/pegawai/${o.ani}/potensi`, { metode: 'cact', tanggal: '2026-11-01' })
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Isi nilai paling sedikit satu aspek.')])
    const old = await keeper().post(`/pegawai/${o.ani}/potensi`, {
      metode: 'cact',
      tanggal: '1999-05-01',
      'nilai-intelektual': '2',
    })
    expect([old.status, old.text]).toEqual([
      422,
      expect.stringMatching(/Tidak diketahui berapa lama hasil pada tanggal ini berlaku \([^)]+1999-05-01\)/),
    ])
    expect(await kept()).toEqual([])
  })
})

describe('potential', () => {
  it('is written with who, how and until when by the local rule, and audited', async () => {
    const scores = {
      'nilai-intelektual': '3',
      'nilai-interpersonal': '3',
      'nilai-kesadaran_diri': '2',
      'nilai-kecerdasan_emosi': '2',
    }
    const typed = { metode: 'psikometri', tanggal: '2026-02-28', penilai: 'UPT Penilaian', ...scores }
    const { status, location } = await keeper().post(`/pegawai/${o.ani}/potensi`, typed)
    expect([status, location]).toEqual([303, `/pegawai/${o.ani}#potensi`])
    expect((await kept())[0]).toEqual({
      aspect: 'intelektual',
      score: 3,
      method: 'psikometri',
      on: '2026-02-28',
      until: '2029-02-28',
      assessor: 'UPT Penilaian',
      by: 'pengelola',
      why: null,
      counts: true,
    })
    expect(await rows("SELECT verb, subject, rows FROM audit_entry WHERE verb = 'record_potential'")).toEqual([
      { verb: 'record_potential', subject: `pegawai:${o.ani}`, rows: 4 },
    ])
  })

  it('makes the gap index of the worked example: 80 %, 24 of 27, 30/70 is 13.8', async () => {
    const written = await write({
      method: 'psikometri',
      assessedOn: '2026-02-28',
      assessor: 'UPT Penilaian',
      scores: { motivasi_komitmen: 2 },
    })
    expect(written).toEqual({ status: 201, body: { written: 1 } })
    const standing = await read()
    expect(standing).toMatchObject({
      potential: { held: 12, of: 15, percent: 80 },
      competency: { held: 24, of: 27 },
      weights: { potensi: 30, kompetensi: 70 },
      ikk: { band: 'rendah' },
    })
    expect((standing.ikk as { value: number }).value.toFixed(1)).toBe('13.8')
  })

  it('of somebody without potential is unknown, and the index with it; nobody reads beyond the scope', async () => {
    expect(await read(o.budi)).toMatchObject({ aspects: [], potential: null, competency: null, ikk: null })
    expect((await keeper().get(`/api/v1/pegawai/${o.citra}/potential`)).status).toBe(404)
    const teacher = browser(actor({ grants: [grant('fasilitator', [], { place: 'case', peopleIds: [o.ani] })] }), routes)
    expect((await teacher.get(`/api/v1/pegawai/${o.ani}/potential`)).status).toBe(404)
    const elsewhere = await inScope(database.outer, { kind: 'instansi', instansi: [o.other] }, tx => potentialResults(tx, o.ani))
    expect(elsewhere).toEqual([])
  })

  it('said again the same is the same; said otherwise the former stays, with the reason', async () => {
    const again = { method: 'psikometri', assessedOn: '2026-02-28', assessor: 'UPT Penilaian', scores: { intelektual: 3 } }
    expect((await write(again)).body).toEqual({ written: 0 })
    expect((await write({ ...again, scores: { intelektual: 1 } })).body).toEqual({ written: 1 })
    const intellect = (await kept()).filter(row => row.aspect === 'intelektual')
    expect(intellect.map(row => [row.score, row.counts, row.why])).toEqual([
      [3, false, 'dicatat ulang'],
      [1, true, null],
    ])
    // Ten of fifteen now.
    expect(await read()).toMatchObject({ potential: { held: 10, of: 15 } })
  })

  it('found on a later day speaks before the earlier, which is kept and still holds', async () => {
    await write({ method: 'assessment_center', assessedOn: '2026-10-01', scores: { intelektual: 2 } })
    const { aspects, potential } = (await read()) as {
      aspects: { aspect: string; score: number; counts: boolean; replaced: string | null }[]
      potential: object
    }
    expect(aspects.filter(row => row.aspect === 'intelektual').map(row => [row.score, row.counts, row.replaced])).toEqual([
      [2, true, null],
      [1, false, null],
      [3, false, 'dicatat ulang'],
    ])
    expect(potential).toMatchObject({ held: 11, of: 15 })
  })

  it('is refused by the API in words where it cannot be', async () => {
    const bad = await write({ method: 'psikometri', assessedOn: '2026-11-23', scores: { intelektual: 7 } })
    expect([bad.status, bad.body.detail]).toEqual([
      422,
      'Tanggal penilaian belum tiba. Betulkan tanggalnya. Nilai harus 1 sampai 3.',
    ])
    expect((await write({ method: 'penilaian_atasan', assessedOn: '2026-11-01', scores: { intelektual: 2 } })).status).toBe(400)
  })
})
