import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { refreshRequirements } from '../standards/index.ts'
import { assessmentApi } from './api.ts'
import { assessmentRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof assessmentRoutes>
let api: ReturnType<typeof assessmentApi>
const o = { instansi: 0, other: 0, ani: 0, budi: 0, citra: 0, m1: 0, m2: 0, standard: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = assessmentRoutes(servicesFor(database))
  api = assessmentApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx, { region_code: '19' })
    o.other = await newInstansi(tx, { region_code: '19.01' })
    const unit = await newUnit(tx, { instansi_id: o.instansi })
    const elsewhere = await newUnit(tx, { instansi_id: o.other })
    const jabatan = await newJabatan(tx, { instansi_id: o.instansi, unit_id: unit, name: 'Analis' })
    o.m1 = await newCompetency(tx, { code: 'U.1', name: 'Integritas Uji' })
    o.m2 = await newCompetency(tx, { code: 'U.2', name: 'Kerja Sama Uji' })
    o.standard = await newStandard(tx, { jabatan_id: jabatan }, [{ competency_id: o.m1, level: 3 }])
    await refreshRequirements(tx, { instansiId: o.instansi }, '2026-11-22')
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id: unit, jabatan_id: jabatan, name: 'Ani' })
    o.budi = await newPegawai(tx, { instansi_id: o.instansi, unit_id: unit, jabatan_id: jabatan, name: 'Budi' })
    o.citra = await newPegawai(tx, { instansi_id: o.other, unit_id: elsewhere, name: 'Citra' })
  })
})
afterAll(() => database.close())

const keeper = () =>
  browser(actor({ accountId: 'pengelola', pegawaiId: o.budi, grants: [grant('pengelola', [o.instansi])] }), { pages, api })
const assessor = () =>
  browser(
    actor({
      accountId: 'asesor',
      name: 'Rini Asesor',
      grants: [{ role: 'asesor', place: 'case', instansiIds: [], peopleIds: [o.ani, o.citra] }],
    }),
    { pages, api },
  )
const record = async (pegawaiId: number, body: object) => {
  const headers = { 'Content-Type': 'application/json' }
  const { status, json } = await keeper().send(`/api/v1/pegawai/${pegawaiId}/results`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return { status, body: json() }
}
const query = async <Row>(text: string) => (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows
const results = () =>
  query(`SELECT pegawai_id, competency_id, level, method, assessed_on, valid_until, assessor, note, standard_id, required_then, raters, recorded_by,
    replaced_at IS NULL AS counts, replaced_why FROM assessment_result ORDER BY id`)

describe('the form', () => {
  it('asks for the competencies of the standard, with what each level means', async () => {
    const { status, text } = await keeper().get(`/pegawai/${o.ani}/hasil/baru`)
    expect(status).toBe(200)
    expect(text).toContain('Kompetensi dari standar Analis.')
    expect(text).toContain('U.1 Integritas Uji')
    expect(text).toContain('Standar meminta tingkat 3.')
    expect(text).toContain('2: Label 2')
    expect(text).toContain('value="2026-11-22"')
  })

  it('is for the keeper and the assessor of a person; never for oneself', async () => {
    expect((await assessor().get(`/pegawai/${o.citra}/hasil/baru`)).status).toBe(200)
    await expect(keeper().get(`/pegawai/${o.citra}/hasil/baru`)).resolves.toMatchObject({ status: 404 })
    await expect(keeper().get(`/pegawai/${o.budi}/hasil/baru`)).resolves.toMatchObject({ status: 403 })
    await expect(assessor().get(`/pegawai/${o.budi}/hasil/baru`)).resolves.toMatchObject({ status: 404 })
  })

  it('keeps what was typed, and says at each field what to mend', async () => {
    const typed = {
      metode: '',
      tanggal: '2026-11-23',
      berlaku: '2026-11-01',
      [`level-${o.m1}`]: '7',
      penilai: 'Tim A',
      kompetensi: String(o.m2),
      level: '',
    }
    const { status, text } = await keeper().post(`/pegawai/${o.ani}/hasil`, typed)
    expect(status).toBe(422)
    expect(text).toContain('Pilih kompetensi dan tingkatnya, atau kosongkan keduanya.')
    const again = await keeper().post(`/pegawai/${o.ani}/hasil`, { ...typed, kompetensi: '' })
    for (const words of [
      'Pilih metode penilaiannya.',
      'Tanggal penilaian belum tiba.',
      'mendahului tanggal penilaian',
      'Tingkat harus 1 sampai 5.',
      'value="Tim A"',
    ])
      expect(again.text).toContain(words)
    expect(await results()).toEqual([])
  })

  it('names the number that does not exist for a day long ago, and takes the day where it is given', async () => {
    const typed = { metode: 'cact', tanggal: '1999-05-01', [`level-${o.m1}`]: '2' }
    const { status, text } = await keeper().post(`/pegawai/${o.ani}/hasil`, typed)
    expect([status, /Tidak diketahui berapa lama hasil pada tanggal ini berlaku \([^)]+1999-05-01\)/.test(text)]).toEqual([
      422,
      true,
    ])
  })
})

describe('recording', () => {
  it('keeps each level with its method, day, assessor, note and the standard it was measured against', async () => {
    const answer = await assessor().post(`/pegawai/${o.ani}/hasil`, {
      metode: 'assessment_center',
      tanggal: '2026-11-20',
      penilai: 'Rini Asesor',
      catatan: 'Laporan 12/2026',
      [`level-${o.m1}`]: '2',
      kompetensi: String(o.m2),
      level: '4',
    })
    expect(answer.status).toBe(303)
    const shared = {
      pegawai_id: o.ani,
      method: 'assessment_center',
      assessed_on: '2026-11-20',
      valid_until: '2029-11-20',
      assessor: 'Rini Asesor',
      note: 'Laporan 12/2026',
      raters: 1,
      recorded_by: 'asesor',
      counts: true,
      replaced_why: null,
    }
    expect(await results()).toEqual([
      { ...shared, competency_id: o.m1, level: 2, standard_id: o.standard, required_then: 3 },
      { ...shared, competency_id: o.m2, level: 4, standard_id: null, required_then: null },
    ])
    expect(await query('SELECT payload FROM outbox ORDER BY id DESC LIMIT 1')).toEqual([
      { payload: { instansiId: o.instansi, pegawaiIds: [o.ani] } },
    ])
    expect(await query('SELECT verb, account_id, subject, rows FROM audit_entry ORDER BY id DESC LIMIT 1')).toEqual([
      { verb: 'record_results', account_id: 'asesor', subject: `pegawai:${o.ani}`, rows: 2 },
    ])
  })

  it('through the API replaces what says something else of the same day and method, and keeps it', async () => {
    const body = {
      method: 'assessment_center',
      assessedOn: '2026-11-20',
      assessor: 'Rini Asesor',
      note: 'Laporan 12/2026',
      levels: [{ competency: 'U.1', level: 3 }],
    }
    const first = await record(o.ani, body)
    expect([first.status, first.body]).toEqual([201, { written: 1 }])
    const again = await record(o.ani, body)
    expect(again.body, 'the same again changes nothing').toEqual({ written: 0 })
    expect(
      await query(
        `SELECT level, replaced_at IS NULL AS counts, replaced_why FROM assessment_result WHERE competency_id = ${o.m1} ORDER BY id`,
      ),
    ).toEqual([
      { level: 2, counts: false, replaced_why: 'dicatat ulang' },
      { level: 3, counts: true, replaced_why: null },
    ])
  })

  it('through the API says what keeps it, and writes nothing', async () => {
    const body = { method: 'cact', assessedOn: '2026-11-20', levels: [{ competency: 'U.9', level: 3 }] }
    expect((await record(o.ani, body)).status).toBe(422)
    expect((await record(o.ani, { ...body, levels: [{ competency: 'U.1', level: 9 }] })).status).toBe(400)
    expect((await record(o.budi, { ...body, levels: [{ competency: 'U.1', level: 1 }] })).status).toBe(403)
    expect((await results()).length).toBe(3)
  })
})
