import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newResult, newUnit } from '../../test/factories/people.ts'
import { choiceAt, chosenLevels, countPeople } from '../assessment/index.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { refreshRequirements } from './refresh.ts'
import { standardsRoutes } from './routes.ts'

const today = '2026-11-22'
let database: Database
let pages: ReturnType<typeof standardsRoutes>
const o = { kementerian: 0, provinsi: 0, kabupaten: 0, jabatan: 0, pegawai: 0 }

beforeAll(async () => {
  database = await testDatabase()
  pages = standardsRoutes(servicesFor(database), countPeople)
  await asJob(database.outer, async tx => {
    await loadReference(tx)
    o.kementerian = await newInstansi(tx, { name: 'Kementerian Uji', kind: 'kementerian', region_code: '3001' })
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kabupaten = await newInstansi(tx, { name: 'Kabupaten Uji', region_code: '19.01', guided_by: o.provinsi })
    const unit = await newUnit(tx, { instansi_id: o.provinsi })
    o.jabatan = await newJabatan(tx, {
      instansi_id: o.provinsi,
      unit_id: unit,
      name: 'Auditor',
      jenjang: 'ahli_muda',
      jenis: 'fungsional',
    })
    o.pegawai = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: unit, jabatan_id: o.jabatan })
  })
})
afterAll(() => database.close())

const pengelola = () =>
  browser(actor({ accountId: 'satu', homeInstansiId: o.provinsi, grants: [grant('pengelola', [o.provinsi])] }), { pages })
const kabupaten = () =>
  browser(actor({ accountId: 'tiga', homeInstansiId: o.kabupaten, grants: [grant('pengelola', [o.kabupaten])] }), { pages })
const pegawai = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.pegawai }), { pages })
const read = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
const seenIn = (text: string) => /name="versi" value="(\d+)"/.exec(text)![1]!

const competency = (kode: string, more: Record<string, string> = {}) => ({
  kompetensi: '',
  kode,
  nama: `Kompetensi ${kode}`,
  pilar: 'teknis',
  dasar: 'Pergub 3/2026',
  'indikator-3': 'Menyusun program\nMenguji bukti',
  ...Object.fromEntries([1, 2, 3, 4, 5].map(n => [`tingkat-${n}`, `Mampu ${n}`])),
  ...more,
})
const begin = async (nama: string, menggantikan = '') => {
  const made = await pengelola().post('/kamus/daftar', { pemilik: '19', nama, dasar: 'Pergub 3/2026', menggantikan })
  expect([made.status, made.location]).toEqual([303, expect.stringMatching(/^\/kamus\/daftar\/\d+$/)])
  return made.location!
}
const add = async (address: string, kode: string) => {
  const versi = seenIn((await pengelola().get(`${address}/kompetensi`)).text)
  return pengelola().post(`${address}/kompetensi`, { versi, ...competency(kode) })
}
const setIt = async (address: string, more: Record<string, string> = {}) =>
  pengelola().post(`${address}/tetapkan`, {
    versi: seenIn((await pengelola().get(address)).text),
    dasar: 'Pergub 3/2026',
    ...more,
  })
const codes = (where: string) =>
  read(async tx =>
    (await sql.raw<{ code: string }>(`SELECT code FROM competency WHERE ${where} ORDER BY code`).execute(tx)).rows.map(
      row => row.code,
    ),
  )
const demanded = () =>
  read(async tx => {
    await refreshRequirements(tx, { instansiId: o.provinsi }, today)
    const { rows } = await sql<{ code: string; level: number }>`
      SELECT c.code, r.level FROM jabatan_requirement r JOIN competency c ON c.id = r.competency_id
      WHERE r.jabatan_id = ${o.jabatan} AND c.code LIKE 'AUD%' ORDER BY c.code, c.id`.execute(tx)
    return rows.map(row => `${row.code} ${row.level}`)
  })

describe('a dictionary of one’s own', () => {
  let first = ''
  let second = ''

  it('is a draft that only its keeper sees, filled by form', async () => {
    first = await begin('Kamus audit')
    expect((await pegawai().get(first)).status).toBe(404)
    expect((await kabupaten().get(first)).status).toBe(404)
    expect((await pengelola().post(`${first}/tetapkan`, { versi: '1', dasar: 'Pergub 3/2026' })).status).toBe(422)
    expect((await add(first, 'AUD.1')).status).toBe(303)
    expect((await add(first, 'AUD.2')).status).toBe(303)
    const twice = await add(first, 'AUD.1')
    expect([twice.status, twice.text.includes('Kode ini sudah dipakai pada Kamus audit')]).toEqual([422, true])
    const taken = await add(first, 'M.1')
    expect([taken.status, taken.text.includes('Kode ini sudah dipakai pada Kamus kompetensi nasional')]).toEqual([422, true])
    const bad = await pengelola().post(`${first}/kompetensi`, { versi: '9', ...competency('X 1', { 'tingkat-5': '' }) })
    expect([bad.status, bad.text.includes('Tingkat 5: isi apa yang diharapkan')]).toEqual([422, true])
    const stale = await pengelola().post(`${first}/kompetensi`, { versi: '1', ...competency('AUD.3') })
    expect([stale.status, stale.text.includes('orang lain menyimpan perubahan')]).toEqual([409, true])
    expect(await codes("code LIKE 'AUD%' AND active")).toEqual([])
    expect((await pegawai().get('/kamus/AUD.1')).status).toBe(404)
  })

  it('comes into force with its competencies, and standards may ask for them', async () => {
    expect((await setIt(first)).status).toBe(303)
    expect(await codes("code LIKE 'AUD%' AND active")).toEqual(['AUD.1', 'AUD.2'])
    const shown = await pegawai().get('/kamus/AUD.1')
    expect(shown.text).toContain('Menguji bukti')
    expect(shown.text).toContain('Kamus audit')
    expect((await kabupaten().get('/kamus?q=AUD')).text).toContain('AUD.2')
    const ids = await read(
      async tx => (await sql<{ id: number }>`SELECT id FROM competency WHERE code LIKE 'AUD%' ORDER BY code`.execute(tx)).rows,
    )
    const draft = await pengelola().post(`/standar/${o.jabatan}`, {
      versi: '',
      'kompetensi-0': String(ids[0]!.id),
      'tingkat-baru-0': '3',
      'kompetensi-1': String(ids[1]!.id),
      'tingkat-baru-1': '2',
    })
    const versi = /name="versi" value="([\d.]+)"/.exec((await pengelola().get(draft.location!)).text)![1]!
    await pengelola().post(`${draft.location}/tetapkan`, { versi, dasar: 'Pergub 4/2026' })
    expect(await demanded()).toEqual(['AUD.1 3', 'AUD.2 2'])
    expect((await pengelola().get(first)).text).toContain('Auditor')
    await read(tx =>
      newResult(tx, { pegawai_id: o.pegawai, instansi_id: o.provinsi, competency_id: ids[0]!.id, level: 2 }).then(() => {}),
    )
  })

  it('is replaced by another: results speak through the crosswalk, standards move with it', async () => {
    second = await begin('Kamus audit baru', first.split('/').at(-1)!)
    const opened = await pengelola().get(`${second}/padanan`)
    expect(opened.text).toContain('AUD.1 Kompetensi AUD.1')
    const [from, to] = [first, second].map(address => Number(address.split('/').at(-1)))
    const idOf = (code: string, dictionary: number) =>
      read(
        async tx =>
          (
            await sql<{ id: number }>`SELECT id FROM competency WHERE code = ${code} AND dictionary_id = ${dictionary}`.execute(
              tx,
            )
          ).rows[0]!.id,
      )
    const pair = (values: (number | '')[], lama: number, baru: number) =>
      pengelola().post(`${second}/padanan`, {
        dari: String(from),
        lama: String(lama),
        baru: String(baru),
        ...Object.fromEntries(values.map((value, index) => [`tingkat-${index + 1}`, String(value)])),
      })
    const [old1, new1] = [await idOf('AUD.1', from!), await idOf('AUD.1', to!)]
    expect((await pair([3, 2, 4, 5, 5], old1, new1)).text).toContain('tidak boleh turun')
    expect((await pair(['', '', '', '', ''], old1, new1)).text).toContain('Isi paling sedikit satu tingkat')
    expect((await pair([1, 2, 3, 4, 5], old1, 1)).text).toContain('Pilih kompetensi dari kedua kamus')
    // What was level 3 of the old is level 4 of the new; level 2 stays 2.
    expect((await pair([1, 2, 4, 4, 5], old1, new1)).status).toBe(303)
    const applied = await pengelola().post(`${second}/padanan/terapkan`, { dari: String(from) })
    expect(applied.location).toBe('/standar/rancangan?instansi=19')
    expect((await pengelola().get('/standar/rancangan')).text).toContain('Auditor')
    const refused = await pengelola().post(`${second}/buang`, { versi: seenIn((await pengelola().get(second)).text) })
    expect(refused.status).toBe(303)
    expect((await pengelola().get(second)).text).toContain('masih memakainya')
    expect(await codes(`dictionary_id = ${to}`)).toEqual(['AUD.1', 'AUD.2'])
    expect(await demanded()).toEqual(['AUD.1 3', 'AUD.2 2'])
    expect((await setIt(second, { rancangan: 'ya' })).status).toBe(303)
    expect(await demanded()).toEqual(['AUD.1 4', 'AUD.2 2'])
    expect(await codes(`active AND dictionary_id = ${from}`)).toEqual([])
    const chosen = await read(async tx => {
      const { choice } = await choiceAt(tx, o.provinsi, today)
      const { rows } = await sql<{ competency_id: number; level: number }>`
        SELECT competency_id, level FROM (${chosenLevels(o.provinsi, today, [o.pegawai], choice)}) c ORDER BY competency_id`.execute(
        tx,
      )
      return rows
    })
    expect(chosen).toEqual(expect.arrayContaining([{ competency_id: new1, level: 2 }]))
    const trail = await read(
      async tx =>
        (
          await sql<{
            verb: string
          }>`SELECT verb FROM audit_entry WHERE verb LIKE '%crosswalk' OR verb = 'set_dictionary' ORDER BY id`.execute(tx)
        ).rows,
    )
    expect(trail.map(row => row.verb)).toEqual(['set_dictionary', 'set_crosswalk', 'apply_crosswalk', 'set_dictionary'])
    expect((await pegawai().get(`/kamus/AUD.1?kamus=${from}`)).text).toContain('Kamus lama')
  })

  it('that ends takes its competencies along, and names the standards first', async () => {
    const shown = await pengelola().get(second)
    expect(shown.text).toContain('1 standar memakai kompetensi kamus ini')
    expect((await pengelola().post(`${second}/arsipkan`, { alasan: 'x' })).status).toBe(422)
    expect((await kabupaten().post(`${second}/arsipkan`, { alasan: 'Tidak dipakai' })).status).toBe(403)
    await pengelola().post(`${second}/arsipkan`, { alasan: 'Dilebur ke kamus nasional' })
    expect(await demanded()).toEqual([])
    expect(await codes("code LIKE 'AUD%' AND active")).toEqual([])
    const results = await read(
      async tx => (await sql<{ n: number }>`SELECT count(*)::int AS n FROM assessment_result`.execute(tx)).rows[0]!.n,
    )
    expect(results).toBe(1)
  })

  it('goes out as a workbook and as CASE', async () => {
    expect((await pegawai().get('/kamus.xlsx')).status).toBe(200)
    type Item = { identifier: string; humanCodingScheme?: string; CFItemType: string }
    type Association = { associationType: string; originNodeURI: Item; destinationNodeURI: Item }
    type Package = { CFDocument: Item & object; CFItems: Item[]; CFAssociations: Association[] }
    const once = (await pegawai().get(`${second}/case.json`)).json() as Package
    expect(once).toMatchObject({
      CFDocument: { title: 'Kamus audit baru', language: 'id', adoptionStatus: 'Deprecated', caseVersion: '1.1' },
    })
    // Two competencies with five levels, the third level of each with two indicators.
    expect(once.CFItems).toHaveLength(2 + 2 * 5 + 2 * 2)
    expect(once.CFItems[3]).toMatchObject({ humanCodingScheme: 'AUD.1.3', CFItemType: 'Tingkat' })
    const ids = once.CFItems.map(item => item.identifier)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
    const children = once.CFAssociations.filter(one => one.associationType === 'isChildOf')
    const parents = new Set([once.CFDocument.identifier, ...ids])
    expect(children.map(one => one.originNodeURI.identifier)).toEqual(ids)
    expect(children.every(one => parents.has(one.destinationNodeURI.identifier))).toBe(true)
    expect(once.CFAssociations.filter(one => one.associationType === 'isRelatedTo')).toHaveLength(10)
    expect((await pegawai().get(`${second}/case.json`)).json()).toEqual(once)
  })
})
