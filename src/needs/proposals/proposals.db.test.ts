import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newTenure, newUnit } from '../../../test/factories/people.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { needsApi } from '../api.ts'
import { recalculate } from '../recalculate.ts'
import { needsRoutes } from '../routes.ts'

let database: Database
const o = { instansi: 0, code: '', opd: 0, below: 0, other: 0, head: 0, ani: 0, stranger: 0, competency: 0 }
const services = () => servicesFor(database)

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

beforeEach(() =>
  asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.code = (await sql<{ code: string }>`SELECT region_code AS code FROM instansi WHERE id = ${o.instansi}`.execute(tx))
      .rows[0]!.code
    o.opd = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Perizinan' })
    o.below = await newUnit(tx, { instansi_id: o.instansi, parent_id: o.opd, name: 'Bidang Layanan' })
    o.other = await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Arsip' })
    const at = (unit_id: number) => ({ instansi_id: o.instansi, unit_id })
    const chair = await newJabatan(tx, { ...at(o.opd), is_head: true, jenjang: 'jpt_pratama' })
    const desk = await newJabatan(tx, { ...at(o.opd), jenjang: 'pelaksana' })
    o.head = await newPegawai(tx, { ...at(o.opd), jabatan_id: chair, name: 'Bu Kadis' })
    await newTenure(tx, { pegawai_id: o.head, instansi_id: o.instansi, jabatan_id: chair })
    o.ani = await newPegawai(tx, { ...at(o.opd), jabatan_id: desk, name: 'Ani Perizinan' })
    o.stranger = await newPegawai(tx, { ...at(o.other), jabatan_id: await newJabatan(tx, at(o.other)), name: 'Budi Arsip' })
    o.competency = await newCompetency(tx, { code: `USUL.${o.instansi}`, name: 'Perizinan berbasis risiko' })
    await sql`INSERT INTO proposal_call (instansi_id, year, opens_on, closes_on, made_by, made_at)
      VALUES (${o.instansi}, 2027, '2026-11-01', '2026-11-30', 'uji', now())`.execute(tx)
  }),
)

const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const as = (who: Parameters<typeof actor>[0]) =>
  browser(actor(who), { pages: needsRoutes(services()), api: needsApi(services()) })
const chief = () => as({ accountId: 'kadis', pegawaiId: o.head, homeInstansiId: o.instansi, teamIds: [o.ani] })
const verifier = () => as({ accountId: 'pengelola', grants: [grant('pengelola', [o.instansi])] })
const bappeda = () => as({ accountId: 'bappeda', grants: [grant('bappeda', [o.instansi])] })

const wish = (more: Record<string, string> = {}) => ({
  unit: String(o.opd),
  perihal: 'kompetensi',
  kompetensi: String(o.competency),
  tingkat: '3',
  alasan: 'Perizinan berbasis risiko berlaku tahun depan.',
  urgensi: 'tinggi',
  orang: '4',
  nama: String(o.ani),
  kirim: '1',
  ...more,
})
const idOf = (location: string | null) => Number(location?.split('/').at(-1))
const stateOf = async (id: number) =>
  (await rows<{ state: string }>(`SELECT state FROM need_proposal WHERE id = ${id}`))[0]!.state
const propose = async (more: Record<string, string> = {}, by = chief()) => idOf((await by.post('/usulan', wish(more))).location)

describe('a proposal', () => {
  it('is sent by the head of a unit with whom it concerns, audited, and seen by who verifies but without a name beyond the scope', async () => {
    const id = await propose()
    expect(await rows(`SELECT state, others, named, title FROM need_proposal WHERE id = ${id}`)).toEqual([
      { state: 'sent', others: 3, named: 1, title: 'Perizinan berbasis risiko' },
    ])
    expect(await rows(`SELECT verb FROM audit_entry WHERE subject = 'proposal:${id}'`)).toEqual([{ verb: 'send_proposal' }])
    expect((await verifier().get(`/usulan/${id}`)).text).toContain('Ani Perizinan')
    const page = await bappeda().get(`/usulan/${id}`)
    expect([page.status, page.text.includes('Ani Perizinan')]).toEqual([200, false])
    expect((await verifier().get('/usulan')).text).toContain('1 dari 2')
  })

  it('for a unit one does not head, or naming somebody of another unit, is refused; what was typed is kept', async () => {
    const page = await chief().post('/usulan', wish({ unit: String(o.other), nama: String(o.stranger), alasan: 'Perlu' }))
    expect(page.status).toBe(422)
    for (const words of [
      'Anda tidak dapat mengusulkan untuk unit ini',
      'Ada nama di luar tim Anda',
      'Alasan terlalu pendek',
      '>Perlu</textarea>',
    ])
      expect(page.text).toContain(words)
    expect((await as({ pegawaiId: o.ani, homeInstansiId: o.instansi }).get('/usulan')).status).toBe(403)
  })

  it('that comes after the last day is kept as a draft and says so', async () => {
    await rows(`UPDATE proposal_call SET closes_on = '2026-11-21' WHERE instansi_id = ${o.instansi}`)
    const id = await propose()
    expect(await stateOf(id)).toBe('draft')
    expect((await verifier().get(`/usulan/${id}`)).status).toBe(404)
    await rows(`UPDATE proposal_call SET closes_on = '2026-11-22' WHERE instansi_id = ${o.instansi}`)
    await chief().post(`/usulan/${id}/kirim`, {})
    expect(await stateOf(id)).toBe('sent')
  })

  it('is taken back, changed and sent again while it waits; and is past that once decided', async () => {
    const id = await propose()
    await chief().post(`/usulan/${id}/tarik`, {})
    expect(await stateOf(id)).toBe('draft')
    await chief().post(`/usulan/${id}`, wish({ tingkat: '4', nama: '', orang: '2' }))
    expect(await rows(`SELECT state, level, others FROM need_proposal WHERE id = ${id}`)).toEqual([
      { state: 'sent', level: 4, others: 2 },
    ])
    expect(await rows(`SELECT * FROM need_proposal_person WHERE proposal_id = ${id}`)).toEqual([])
    await verifier().post(`/usulan/${id}/tolak`, { alasan: 'Sudah ada dalam rencana tahun ini.' })
    await chief().post(`/usulan/${id}/tarik`, {})
    expect(await stateOf(id)).toBe('rejected')
    expect((await chief().get(`/usulan/${id}`)).text).toContain('Sudah ada dalam rencana tahun ini.')
  })
})

describe('the decision', () => {
  it('makes one need of those that ask for the same, all of them kept with it, and it ranks at once', async () => {
    const [first, second] = [await propose(), await propose({ orang: '2', nama: '' }, verifier())]
    await rows(`UPDATE need_proposal SET unit_id = ${o.other} WHERE id = ${second}`)
    expect((await verifier().get('/usulan')).text).toContain('2 usulan serupa')
    const answer = await verifier().post(`/usulan/${first}/terima`, {
      judul: 'Perizinan berbasis risiko',
      bersama: String(second),
    })
    expect(answer.status).toBe(303)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['accepted', 'joined'])
    const [need] = await rows<{ id: number; people: number; subject: string }>(
      `SELECT n.id, n.people, n.kind FROM need n WHERE n.instansi_id = ${o.instansi} AND n.kind = 'organisation'`,
    )
    expect(need).toMatchObject({ people: 6 })
    const page = await verifier().get(`/kebutuhan/${need!.id}`)
    expect(page.text).toContain('Dinas Perizinan (4 orang)')
    expect(page.text).toContain('Dinas Arsip (2 orang)')
    expect(page.text).toContain('Ani Perizinan')
  })

  it('counts who is named no more once they have left', async () => {
    const id = await propose()
    await verifier().post(`/usulan/${id}/terima`, { judul: 'Perizinan berbasis risiko' })
    await rows(`UPDATE pegawai SET status = 'mpp' WHERE pegawai_id = ${o.ani}`)
    await recalculate({ db: database.outer, clock: fixedClock('2026-11-22T03:00:00Z') }, o.instansi)
    expect(await rows(`SELECT people FROM need WHERE instansi_id = ${o.instansi} AND kind = 'organisation'`)).toEqual([
      { people: 3 },
    ])
  })

  it('joins a proposal into a gap of the same competency and level that the ranking has', async () => {
    const [gap] = await rows<{ id: number }>(`
      INSERT INTO need (instansi_id, kind, competency_id, level_to, jenjang, people, staff, known, tier, rule_version, calculated_at)
      VALUES (${o.instansi}, 'gap', ${o.competency}, 3, 'pelaksana', 1, 2, 1, 'belum_dapat_dinilai', 'x', now()) RETURNING id`)
    const id = await propose()
    expect((await verifier().post(`/usulan/${id}/gabung`, { kebutuhan: 'k999999' })).status).toBe(422)
    await verifier().post(`/usulan/${id}/gabung`, { kebutuhan: `k${gap!.id}` })
    expect(await rows(`SELECT state, need_id FROM need_proposal WHERE id = ${id}`)).toEqual([
      { state: 'joined', need_id: gap!.id },
    ])
    expect((await verifier().get(`/kebutuhan/${gap!.id}`)).text).toContain('Dinas Perizinan (4 orang)')
  })

  it('is not given twice, not without a reason where it refuses, and not by who only reads', async () => {
    const id = await propose()
    expect((await verifier().post(`/usulan/${id}/tolak`, { alasan: 'Tidak' })).text).toContain('Tulis alasan penolakan')
    expect((await bappeda().post(`/usulan/${id}/terima`, { judul: 'Perizinan' })).status).toBe(403)
    await verifier().post(`/usulan/${id}/terima`, { judul: 'Perizinan berbasis risiko' })
    await verifier().post(`/usulan/${id}/tolak`, { alasan: 'Berubah pikiran sesudahnya.' })
    expect(await stateOf(id)).toBe('accepted')
  })
})

describe('the call', () => {
  it('is set by who verifies, and tells who has not answered it', async () => {
    const form = { instansi: o.code, tahun: '2028', buka: '2027-01-31', tutup: '2027-01-01', petunjuk: '' }
    expect((await verifier().post('/usulan/masa', form)).text).toContain('Tanggal tutup mendahului tanggal buka')
    expect((await verifier().post('/usulan/masa', { ...form, tutup: '2027-02-28' })).status).toBe(303)
    expect((await chief().post('/usulan/masa', form)).status).toBe(403)
    await propose()
    const page = await verifier().get(`/usulan/unit?tahun=2027&hanya=belum`)
    expect(page.text).toContain('Dinas Arsip')
    expect(page.text).not.toContain('>Dinas Perizinan<')
  })
})

describe('the API', () => {
  it('proposes and lists like the pages', async () => {
    const send = (body: object) =>
      chief().send('/api/v1/proposals', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const body = { unitId: o.opd, training: 'Pelatihan OSS', reason: 'Sistem baru mulai Januari.', urgency: 'sedang', people: 3 }
    const made = await send(body)
    expect([made.status, made.json()]).toEqual([201, { id: expect.any(Number), state: 'sent' }])
    expect((await send({ ...body, unitId: o.other })).status).toBe(422)
    expect((await bappeda().get('/api/v1/proposals')).json()).toMatchObject({
      data: [{ title: 'Pelatihan OSS', people: 3, state: 'sent' }],
    })
    expect((await chief().get('/api/v1/proposals')).json()).toEqual({ data: [], next: null })
  })
})
