import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { assessmentRoutes } from '../routes.ts'

let database: Database
let pages: ReturnType<typeof assessmentRoutes>
const o = { instansi: 0, other: 0, ani: 0, budi: 0, competency: 0, result: 0, standard: 0 }
const reason = 'Bukti kinerja tahun 2025 tidak ikut dinilai waktu itu.'

beforeAll(async () => {
  database = await testDatabase()
  pages = assessmentRoutes(servicesFor(database))
})
afterAll(() => database.close())

const account = (id: string, pegawai: number | null) =>
  asJob(database.outer, tx =>
    sql`INSERT INTO identity.user_account (id, name, email, username, pegawai_id)
        VALUES (${id}, ${`Nama ${id}`}, ${`${id}@akun.invalid`}, ${id}, ${pegawai}) ON CONFLICT (id) DO UPDATE SET pegawai_id = excluded.pegawai_id`.execute(
      tx,
    ),
  )
const role = (id: string, name: string, instansi: number) =>
  asJob(database.outer, tx =>
    sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES (${id}, ${name}, 'instansi', ${instansi})`.execute(
      tx,
    ),
  )

beforeEach(async () => {
  await asJob(database.outer, async tx => {
    await sql`DELETE FROM appeal`.execute(tx)
    await sql`DELETE FROM identity.role_grant`.execute(tx)
    o.instansi = await newInstansi(tx)
    o.other = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    const jabatan_id = await newJabatan(tx, { instansi_id: o.instansi, unit_id })
    o.competency = await newCompetency(tx, { code: `KEBERATAN.${o.instansi}` })
    o.standard = await newStandard(tx, { jabatan_id }, [{ competency_id: o.competency, level: 4 }])
    await refreshRequirements(tx, { jabatanIds: [jabatan_id] }, '2026-11-22')
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id, jabatan_id, name: 'Ani' })
    o.budi = await newPegawai(tx, { instansi_id: o.instansi, unit_id, name: 'Budi' })
    const { rows } = await sql<{ id: number }>`
      INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until, assessor, recorded_by, recorded_at)
      VALUES (${o.ani}, ${o.instansi}, ${o.instansi}, ${o.competency}, 2, 'wawancara', '2026-11-01', '2029-11-01', 'Asesor Satu', 'asesor1', '2026-11-10T02:00:00Z')
      RETURNING id`.execute(tx)
    o.result = rows[0]!.id
  })
  await account('ani', o.ani)
  await account('asesor1', null)
  await account('asesor2', null)
  await account('pengelola', null)
  for (const id of ['asesor1', 'asesor2']) await role(id, 'asesor', o.instansi)
})

const as = (id: string, more: Parameters<typeof actor>[0] = {}) => browser(actor({ accountId: id, name: id, ...more }), { pages })
const ani = () => as('ani', { pegawaiId: o.ani })
const manager = () => as('pengelola', { grants: [grant('pengelola', [o.instansi])] })
const reader = (id = 'asesor2') => as(id, { grants: [grant('asesor', [], { place: 'case' })] })
const filePath = () => `/saya/hasil/${o.result}/keberatan`
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)

const file = async () => {
  const answer = await ani().post(filePath(), { alasan: reason })
  expect(answer.status).toBe(303)
  return answer.location!
}

describe('an objection', () => {
  it('goes from the person to a second reader to a decision, and the level follows with what it replaced kept', async () => {
    const path = await file()
    expect((await manager().get('/keberatan')).text).toContain('Ani')
    const named = await manager().get(path)
    expect(named.text).toContain('Nama asesor2')
    expect(named.text).not.toContain('Nama asesor1') // recorded the result
    expect((await manager().post(`${path}/pembaca`, { pembaca: 'asesor2' })).status).toBe(303)
    expect((await reader().get('/keberatan')).text).toContain('Menunggu pendapat Anda')
    expect(
      (await reader().post(`${path}/pendapat`, { level: '3', pendapat: 'Dua laporan menunjukkan pendampingan tim.' })).status,
    ).toBe(303)
    expect((await ani().get(path)).text).not.toContain('Nama asesor2') // not before the decision
    const decided = { putusan: 'changed', level: '3', pertimbangan: 'Pendapat pembaca didukung dua dokumen.' }
    expect((await manager().post(`${path}/putusan`, decided)).status).toBe(303)
    expect(
      await rows(`SELECT level, required_then, replaced_why FROM assessment_result WHERE pegawai_id = ${o.ani} ORDER BY id`),
    ).toEqual([
      { level: 2, required_then: null, replaced_why: expect.stringMatching(/^keberatan \d+$/) },
      { level: 3, required_then: 4, replaced_why: null },
    ])
    expect((await ani().get(path)).text).toContain('Tingkat diubah dari 2 menjadi 3.')
    expect(await rows("SELECT payload FROM outbox WHERE fact = 'assessment.recorded' ORDER BY id DESC LIMIT 1")).toEqual([
      { payload: { instansiId: o.instansi, pegawaiIds: [o.ani] } },
    ])
    const verbs = await rows<{ verb: string }>(`SELECT verb FROM audit_entry WHERE instansi_id = ${o.instansi} ORDER BY id`)
    expect(verbs.map(row => row.verb)).toEqual(['file_appeal', 'assign_appeal', 'read_appeal', 'decide_appeal'])
  })

  it('tells each whose turn it is, and names neither person, competency nor outcome', async () => {
    await role('pengelola', 'pengelola', o.instansi)
    const path = await file()
    await manager().post(`${path}/pembaca`, { pembaca: 'asesor2' })
    await reader().post(`${path}/pendapat`, { level: '3', pendapat: 'Dua laporan menunjukkan pendampingan tim.' })
    await manager().post(`${path}/putusan`, { putusan: 'changed', level: '3', pertimbangan: 'Pendapat didukung dua dokumen.' })
    const told = await rows<{ account_id: string; title_id: string; body_id: null; href: string; duty: boolean }>(
      `SELECT account_id, title_id, body_id, href, duty FROM notices.notice WHERE href = '${path}' ORDER BY id`,
    )
    const all = { body_id: null, href: path, duty: true }
    expect(told).toEqual([
      { ...all, account_id: 'pengelola', title_id: 'Keberatan baru menunggu pembaca' },
      { ...all, account_id: 'asesor2', title_id: 'Anda diminta membaca satu keberatan' },
      { ...all, account_id: 'ani', title_id: 'Keberatan Anda sudah diputuskan' },
    ])
  })

  it('leaves the result where it is upheld', async () => {
    const path = await file()
    await manager().post(`${path}/pembaca`, { pembaca: 'asesor2' })
    await reader().post(`${path}/pendapat`, { level: '2', pendapat: 'Bukti yang diajukan sudah dinilai.' })
    await manager().post(`${path}/putusan`, { putusan: 'upheld', level: '', pertimbangan: 'Tidak ada bukti baru yang mengubah.' })
    expect(await rows(`SELECT level FROM assessment_result WHERE pegawai_id = ${o.ani}`)).toEqual([{ level: 2 }])
    expect((await ani().get(path)).text).toContain('Hasil tetap tingkat 2.')
  })

  it('is refused after its deadline, without a reason, and twice; what was typed is kept', async () => {
    const short = await ani().post(filePath(), { alasan: 'tidak adil' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('tidak adil')
    await file()
    expect((await ani().post(filePath(), { alasan: reason })).text).toContain('sudah ada keberatan yang belum diputus')
    await asJob(database.outer, tx => sql`DELETE FROM appeal`.execute(tx))
    await asJob(database.outer, tx => sql`UPDATE assessment_result SET recorded_at = '2026-11-01T00:00:00Z'`.execute(tx))
    expect((await ani().get(filePath())).text).toContain('Tenggat mengajukan sudah lewat')
    expect((await ani().post(filePath(), { alasan: reason })).status).toBe(422)
  })

  it('is nobody else’s: not of another person, not of another government, not of a reader who was not named', async () => {
    expect((await as('budi', { pegawaiId: o.budi }).get(filePath())).status).toBe(404)
    const path = await file()
    expect((await as('budi', { pegawaiId: o.budi }).get(path)).status).toBe(404)
    expect((await as('lain', { grants: [grant('pengelola', [o.other])] }).get(path)).status).toBe(404)
    expect((await reader().get(path)).status).toBe(404)
    expect((await reader().post(`${path}/pendapat`, { level: '3', pendapat: reason })).status).toBe(404)
    expect((await ani().post(`${path}/pembaca`, { pembaca: 'asesor2' })).status).toBe(403)
  })

  it('is not decided by who gave the opinion, nor read by who recorded the result', async () => {
    const path = await file()
    expect((await manager().post(`${path}/pembaca`, { pembaca: 'asesor1' })).status).toBe(422)
    await role('pengelola', 'pengelola', o.instansi)
    expect((await manager().post(`${path}/pembaca`, { pembaca: 'pengelola' })).status).toBe(303)
    expect((await manager().post(`${path}/pendapat`, { level: '3', pendapat: reason })).status).toBe(303)
    const answer = await manager().post(`${path}/putusan`, { putusan: 'changed', level: '3', pertimbangan: reason })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('orang lain yang memutus')
  })

  it('to a result of a campaign is read by nobody who rated the person there', async () => {
    await account('mitra', null)
    await role('mitra', 'asesor', o.instansi)
    await account('asesor2', o.budi)
    await asJob(database.outer, async tx => {
      const { rows: made } = await sql<{ id: number }>`
        INSERT INTO campaign (instansi_id, name, purpose, legal_basis, methods, population, raters_each, seed, made_by, made_at)
        VALUES (${o.instansi}, 'Pemetaan', 'pemetaan', 'Surat Edaran', ARRAY['assessment_center'], '{}', 5, 1, 'pengelola', '2026-11-01')
        RETURNING id`.execute(tx)
      const campaign = made[0]!.id
      await sql`UPDATE assessment_result SET campaign_id = ${campaign}, recorded_by = 'pengelola' WHERE id = ${o.result}`.execute(
        tx,
      )
      for (const [rater, login] of [
        [o.budi, null],
        [null, 'mitra'],
      ] as const)
        await sql`
          INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rater_account, rated_name, jabatan_id, wave, made_at, submitted_at)
          SELECT pegawai_id, instansi_id, ${campaign}, 'asesor', ${rater}::int, ${login}::text, name, jabatan_id, 1, '2026-11-01', '2026-11-09'
          FROM pegawai WHERE pegawai_id = ${o.ani}`.execute(tx)
    })
    const path = await file()
    const offered = await manager().get(path)
    expect(offered.text).toContain('Nama asesor1') // had no part in it
    expect(offered.text).not.toContain('Nama mitra')
    expect(offered.text).not.toContain('Nama asesor2')
    for (const pembaca of ['mitra', 'asesor2']) expect((await manager().post(`${path}/pembaca`, { pembaca })).status).toBe(422)
    expect((await manager().post(`${path}/pembaca`, { pembaca: 'asesor1' })).status).toBe(303)
  })

  it('of two who act at once the second is told; what the person withdrew nobody decides', async () => {
    const path = await file()
    await manager().post(`${path}/pembaca`, { pembaca: 'asesor2' })
    const [one, two] = await Promise.all([
      reader().post(`${path}/pendapat`, { level: '3', pendapat: reason }),
      ani().post(`${path}/cabut`, {}),
    ])
    expect([one.status, two.status]).toEqual([303, 303])
    const [state] = await rows<{ state: string; opinion: string | null }>('SELECT state, opinion FROM appeal')
    expect(state!.state === 'read' ? state!.opinion : state!.state).toBe(state!.state === 'read' ? reason : 'withdrawn')
    const verbs = await rows<{ verb: string }>(
      `SELECT verb FROM audit_entry WHERE instansi_id = ${o.instansi} AND verb IN ('read_appeal', 'withdraw_appeal')`,
    )
    expect(verbs).toHaveLength(1)
  })

  it('stands in the workbook of who keeps the instansi', async () => {
    await file()
    const answer = await manager().get('/keberatan.xlsx')
    expect(answer.status).toBe(200)
    expect((await ani().get('/keberatan.xlsx')).status).toBe(403)
  })
})
