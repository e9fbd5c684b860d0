import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newResult, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { peopleRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof peopleRoutes>
const o = { provinsi: 0, kota: 0, unit: 0, unitKota: 0, from: 0, to: 0, head: 0, ani: 0, competency: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = peopleRoutes(servicesFor(database))
})
afterAll(() => database.close())

beforeEach(() =>
  asJob(database.outer, async tx => {
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Asal' })
    o.kota = await newInstansi(tx, { name: 'Kota Tujuan', kind: 'kota' })
    o.unit = await newUnit(tx, { instansi_id: o.provinsi })
    o.unitKota = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Kesehatan' })
    o.from = await newJabatan(tx, { instansi_id: o.provinsi, unit_id: o.unit, name: 'Analis Lama' })
    o.to = await newJabatan(tx, { instansi_id: o.kota, unit_id: o.unitKota, name: 'Analis 100% Baru' })
    o.head = await newJabatan(tx, { instansi_id: o.kota, unit_id: o.unitKota, name: 'Kepala Dinas', is_head: true })
    o.ani = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: o.unit, jabatan_id: o.from, name: 'Ani' })
    await sql`INSERT INTO jabatan_history (pegawai_id, instansi_id, instansi_then, jabatan_id, from_date)
      VALUES (${o.ani}, ${o.provinsi}, ${o.provinsi}, ${o.from}, '2024-02-01')`.execute(tx)
    await newPegawai(tx, { instansi_id: o.kota, unit_id: o.unitKota, jabatan_id: o.head, name: 'Bu Kadis' })
    o.competency = await newCompetency(tx, { code: `PINDAH.${o.provinsi}` })
    await newResult(tx, { pegawai_id: o.ani, instansi_id: o.provinsi, competency_id: o.competency, level: 2 })
  }),
)

const both = () => browser(actor({ grants: [grant('pengelola', [o.provinsi, o.kota])] }), { pages })
const only = (instansi: number) => browser(actor({ grants: [grant('pengelola', [instansi])] }), { pages })
const form = (more: Record<string, string> = {}) => ({
  instansi: '',
  q: 'analis',
  jabatan: String(o.to),
  tanggal: '2026-11-01',
  dasar: 'SK 821/7/2026',
  ...more,
})
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const path = () => `/pegawai/${o.ani}/pindah`

describe('a transfer', () => {
  it('finds posts of the other government by words, a sign like % among them, and says who holds them', async () => {
    const code = (await rows<{ code: string }>(`SELECT region_code AS code FROM instansi WHERE id = ${o.kota}`))[0]!.code
    const page = await both().get(`${path()}?instansi=${code}&q=${encodeURIComponent('100% kesehatan')}`)
    expect(page.text).toContain('Analis 100% Baru')
    expect(page.text).not.toContain('Kepala Dinas')
    expect((await both().get(`${path()}?instansi=${code}&q=kepala`)).text).toContain('dijabat Bu Kadis')
    expect((await both().get(`${path()}?instansi=${code}&q=1_0`)).text).toContain('Tidak ada jabatan yang cocok')
  })

  it('takes everything about the person along, keeps where facts were made, closes and opens the history, and is audited on both sides', async () => {
    expect(await both().post(path(), form())).toMatchObject({ status: 303, location: `/pegawai/${o.ani}` })
    expect(await rows(`SELECT instansi_id, unit_id, jabatan_id FROM pegawai WHERE pegawai_id = ${o.ani}`)).toEqual([
      { instansi_id: o.kota, unit_id: o.unitKota, jabatan_id: o.to },
    ])
    expect(await rows(`SELECT instansi_id, instansi_then FROM assessment_result WHERE pegawai_id = ${o.ani}`)).toEqual([
      { instansi_id: o.kota, instansi_then: o.provinsi },
    ])
    expect(
      await rows(
        `SELECT jabatan_id, instansi_then, from_date, until_date FROM jabatan_history WHERE pegawai_id = ${o.ani} ORDER BY id`,
      ),
    ).toMatchObject([
      { jabatan_id: o.from, until_date: '2026-11-01' },
      { jabatan_id: o.to, instansi_then: o.kota, from_date: '2026-11-01', until_date: null },
    ])
    expect(
      await rows(
        `SELECT instansi_id FROM audit_entry WHERE verb = 'transfer_pegawai' AND subject = 'pegawai:${o.ani}' ORDER BY 1`,
      ),
    ).toEqual([{ instansi_id: o.provinsi }, { instansi_id: o.kota }])
    const facts = await rows<{ payload: { instansiId: number } }>(
      "SELECT payload FROM outbox WHERE fact = 'people.changed' ORDER BY id DESC LIMIT 2",
    )
    expect(facts.map(row => row.payload.instansiId).sort((a, b) => a - b)).toEqual([o.provinsi, o.kota])
  })

  it('is refused where the other government is not covered, and nobody beyond the scope is moved', async () => {
    expect((await only(o.provinsi).post(path(), form())).status).toBe(403)
    expect((await only(o.kota).post(path(), form())).status).toBe(404)
    expect(await rows(`SELECT instansi_id FROM pegawai WHERE pegawai_id = ${o.ani}`)).toEqual([{ instansi_id: o.provinsi }])
  })

  it('is refused with the reason beside each field, what was typed kept', async () => {
    const page = await both().post(path(), form({ jabatan: String(o.head), tanggal: '2026-11-23', dasar: '' }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Jabatan pimpinan ini masih dijabat orang lain')
    expect(page.text).toContain('Tanggal mulai belum tiba')
    expect(page.text).toContain('value="2026-11-23"')
  })
})
