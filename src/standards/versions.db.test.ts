import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newResult, newUnit } from '../../test/factories/people.ts'
import { countPeople } from '../assessment/index.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { refreshRequirements } from './refresh.ts'
import { standardsRoutes } from './routes.ts'
import { competencyByCode } from './store/competency.ts'

const today = '2026-11-22'
let database: Database
let pages: ReturnType<typeof standardsRoutes>
const o = {
  kementerian: 0,
  provinsi: 0,
  kabupaten: 0,
  kepala: 0,
  like: 0,
  other: 0,
  kabKepala: 0,
  pegawai: 0,
  m1: 0,
  m2: 0,
  teknis: 0,
}

beforeAll(async () => {
  database = await testDatabase()
  pages = standardsRoutes(servicesFor(database), countPeople)
  await asJob(database.outer, async tx => {
    await loadReference(tx)
    o.kementerian = await newInstansi(tx, { name: 'Kementerian Uji', kind: 'kementerian', region_code: '3001' })
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19', guided_by: o.kementerian })
    o.kabupaten = await newInstansi(tx, { name: 'Kabupaten Uji', region_code: '19.01', guided_by: o.provinsi })
    const unit = await newUnit(tx, { instansi_id: o.provinsi })
    const kabUnit = await newUnit(tx, { instansi_id: o.kabupaten })
    const post = { jenis: 'pengawas', jenjang: 'pengawas', urusan: 'kesehatan' }
    o.kepala = await newJabatan(tx, { instansi_id: o.provinsi, unit_id: unit, name: 'Kepala Seksi', ...post })
    o.like = await newJabatan(tx, { instansi_id: o.provinsi, unit_id: unit, name: 'Kepala Seksi', ...post })
    o.other = await newJabatan(tx, { instansi_id: o.provinsi, unit_id: unit, name: 'Kepala Subbagian', ...post, urusan: 'umum' })
    o.kabKepala = await newJabatan(tx, { instansi_id: o.kabupaten, unit_id: kabUnit, name: 'Kepala Seksi', ...post })
    o.m1 = (await competencyByCode(tx, 'M.1'))!.id
    o.m2 = (await competencyByCode(tx, 'M.2'))!.id
    o.teknis = (await competencyByCode(tx, 'T.PBJ.1'))!.id
    o.pegawai = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: unit, jabatan_id: o.kepala })
    await newPegawai(tx, { instansi_id: o.kabupaten, unit_id: kabUnit, jabatan_id: o.kabKepala })
    await newResult(tx, { pegawai_id: o.pegawai, instansi_id: o.provinsi, competency_id: o.m1, level: 2 })
    await sql`INSERT INTO competency_profile (pegawai_id, competency_id, instansi_id, level, assessed_on, valid_until)
      VALUES (${o.pegawai}, ${o.m1}, ${o.provinsi}, 2, '2025-03-01', '2028-03-01')`.execute(tx)
    for (const instansiId of [o.provinsi, o.kabupaten]) await refreshRequirements(tx, { instansiId }, today)
  })
})
afterAll(() => database.close())
beforeEach(() =>
  asJob(database.outer, async tx => {
    await sql`UPDATE assessment_result SET standard_id = NULL`.execute(tx)
    await sql`DELETE FROM jabatan_requirement`.execute(tx)
    for (const table of ['standard_level', 'standard_qualification'])
      await sql`DELETE FROM ${sql.table(table)} WHERE standard_id IN (SELECT id FROM standard WHERE instansi_id IS NOT NULL)`.execute(
        tx,
      )
    await sql`DELETE FROM standard WHERE instansi_id IS NOT NULL`.execute(tx)
    await sql`DELETE FROM outbox`.execute(tx)
    for (const instansiId of [o.provinsi, o.kabupaten]) await refreshRequirements(tx, { instansiId }, today)
  }),
)

const as = (account: string, instansiId: number, language: 'id' | 'en' = 'id') =>
  browser(
    actor({ accountId: account, homeInstansiId: instansiId, grants: [grant('pengelola', [instansiId])] }),
    { pages },
    language,
  )
const pengelola = () => as('satu', o.provinsi)
const kabupaten = () => as('tiga', o.kabupaten)
const pegawai = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.pegawai }), { pages })
const admin = () => browser(actor({ accountId: 'admin', grants: [grant('admin', [], { place: 'nation' })] }), { pages })

const read = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
const levelOf = (jabatan: number, competency: number) =>
  read(async tx => {
    const { rows } = await sql<{ level: number; origin: string }>`
      SELECT level, origin FROM jabatan_requirement WHERE jabatan_id = ${jabatan} AND competency_id = ${competency}`.execute(tx)
    return rows[0] ? `${rows[0].level} ${rows[0].origin}` : null
  })
const facts = () =>
  read(async tx =>
    (await sql<{ payload: object }>`SELECT payload FROM outbox ORDER BY id`.execute(tx)).rows.map(row => row.payload),
  )
const lastAudit = (verb: string) =>
  read(
    async tx =>
      (
        await sql<{ instansi_id: number; rows: number; subject: string; detail: Record<string, unknown> }>`
          SELECT instansi_id, rows, subject, detail FROM audit_entry WHERE verb = ${verb} ORDER BY id DESC LIMIT 1`.execute(tx)
      ).rows[0],
  )
const seenIn = (text: string) => /name="versi" value="([\d.]*)"/.exec(text)![1]!

const levels = (level: string) => ({ [`tingkat-${o.m1}`]: level })
const requirement = {
  'baris-0-jenis': 'pelatihan',
  'baris-0-nama': 'Pelatihan Kepemimpinan Pengawas',
  'baris-0-lain': 'PIM IV; PKP',
  'baris-0-rumpun': 'manajerial',
  'baris-0-penting': 'mutlak',
  'baris-0-wajib': '',
  'baris-0-bulan': '',
}
/** Saves a draft of a jabatan's standard and answers its address. */
const draft = async (who: ReturnType<typeof as>, jabatan: number, fields: Record<string, string>) => {
  const answer = await who.post(`/standar/${jabatan}`, { versi: '', ...fields })
  expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/standar\/versi\/\d+$/)])
  return answer.location!
}
const set = async (who: ReturnType<typeof as>, address: string, dasar = 'Kepgub 1/2026') =>
  who.post(`${address}/tetapkan`, { versi: seenIn((await who.get(address)).text), dasar })

describe('a draft', () => {
  it('changes nothing, and says what differs and what it would move', async () => {
    const address = await draft(pengelola(), o.kepala, {
      ...levels('4'),
      'kompetensi-0': String(o.teknis),
      'tingkat-baru-0': '2',
      pendidikan: 's1',
      ...requirement,
    })
    expect(await levelOf(o.kepala, o.m1)).toBe('2 national')
    expect(await facts()).toEqual([])
    const { text } = await pengelola().get(address)
    expect(text).toMatch(/M\.1 Integritas[\s\S]*?naik[\s\S]*?Tingkat 2[\s\S]*?Tingkat 4/)
    expect(text).toMatch(/T\.PBJ\.1[\s\S]*?ditambahkan[\s\S]*?tidak diminta/)
    expect(text).toMatch(/Pelatihan: Pelatihan Kepemimpinan Pengawas[\s\S]*?Mutlak; juga dikenal sebagai PIM IV, PKP/)
    expect(text).toContain('S-1')
    expect(text).toContain('Menyentuh 1 jabatan dengan 1 pemangku aktif.')
    expect(text).toContain('0 → 1')
    expect((await lastAudit('draft_standard'))!.instansi_id).toBe(o.provinsi)
    // Counting what it would move has set nothing.
    expect(await levelOf(o.kepala, o.m1)).toBe('2 national')
    expect((await pengelola().get(address)).text).toContain('Belum berlaku')
  })

  it('is refused with what was typed, and gains and loses rows by buttons that save nothing', async () => {
    const wrong = await pengelola().post(`/standar/${o.kepala}`, {
      versi: '',
      ...levels('9'),
      'kompetensi-0': String(o.teknis),
      dasar_hukum: 'SK ketikan',
      ...requirement,
      'baris-0-nama': '',
      'baris-0-wajib': 'UU 1/2022',
    })
    expect(wrong.status).toBe(422)
    for (const words of [
      'Integritas: pilih tingkat 1 sampai 5',
      'Pilih tingkat 1 sampai 5 untuk kompetensi yang ditambahkan',
      'Nama: belum diisi',
    ])
      expect(wrong.text).toContain(words)
    expect(wrong.text).toContain('value="SK ketikan"')
    const more = await pengelola().post(`/standar/${o.kepala}`, { versi: '', tindakan: 'tambah:pengalaman', ...requirement })
    expect([more.status, more.text.includes('Pengalaman kerja 1'), more.text.includes('value="PIM IV; PKP"')]).toEqual([
      200,
      true,
      true,
    ])
    const fewer = await pengelola().post(`/standar/${o.kepala}`, { versi: '', tindakan: 'hapus:0', ...requirement })
    expect([fewer.status, fewer.text.includes('PIM IV; PKP')]).toEqual([200, false])
    expect((await pengelola().get(`/standar/${o.kepala}/riwayat`)).text).toContain('Belum pernah ditetapkan')
  })

  it('that somebody else saved meanwhile is not written over unread', async () => {
    const address = await draft(pengelola(), o.kepala, levels('4'))
    const late = await as('dua', o.provinsi).post(`/standar/${o.kepala}`, { versi: '', ...levels('5'), dasar_hukum: 'SK kedua' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('menyimpan rancangan lain')
    expect(late.text).toContain(`href="${address}"`)
    expect(late.text).toContain('value="SK kedua"')
    const again = await as('dua', o.provinsi).post(`/standar/${o.kepala}`, { versi: seenIn(late.text), ...levels('5') })
    expect(again.location).toBe(address)
    // The first, who had read the draft before the second saved it, sets nothing either.
    const stale = await pengelola().post(`${address}/tetapkan`, {
      versi: `${address.split('/').at(-1)}.1`,
      dasar: 'Kepgub 1/2026',
    })
    expect([stale.status, stale.location]).toEqual([303, address])
    expect(await levelOf(o.kepala, o.m1)).toBe('2 national')
  })

  it('is seen and set only by who may', async () => {
    const address = await draft(pengelola(), o.kepala, levels('4'))
    expect((await pegawai().get(address)).status).toBe(404)
    expect((await kabupaten().get(address)).status).toBe(404)
    expect((await pegawai().post(`/standar/${o.kepala}`, levels('3'))).status).toBe(403)
    expect((await kabupaten().post(`${address}/tetapkan`, { dasar: 'SK 1/2026' })).status).toBe(404)
    expect((await pegawai().get(`/standar/${o.kepala}`)).text).not.toContain('Ada rancangan')
    expect((await pengelola().get(`/standar/${o.kepala}`)).text).toContain('Ada rancangan yang belum ditetapkan')
  })

  it('is thrown away without a trace in what holds', async () => {
    const address = await draft(pengelola(), o.kepala, levels('4'))
    await pengelola().post(`${address}/buang`, { versi: seenIn((await pengelola().get(address)).text) })
    expect((await pengelola().get(address)).status).toBe(404)
    expect(await lastAudit('discard_standard')).toMatchObject({ subject: `jabatan:${o.kepala}`, rows: 1 })
  })
})

describe('a version', () => {
  it('holds once it is set with a legal basis; the one before is kept', async () => {
    const first = await draft(pengelola(), o.kepala, { ...levels('4'), ...requirement })
    expect(
      (await pengelola().post(`${first}/tetapkan`, { versi: seenIn((await pengelola().get(first)).text), dasar: 'SK' })).status,
    ).toBe(422)
    expect((await set(pengelola(), first)).location).toBe(`/standar/${o.kepala}`)
    expect(await levelOf(o.kepala, o.m1)).toBe('4 own')
    expect(await facts()).toEqual([{ instansiId: o.provinsi }])
    expect(await lastAudit('set_standard')).toMatchObject({
      instansi_id: o.provinsi,
      detail: { before: null, after: { levels: `${o.m1}:4` }, legalBasis: 'Kepgub 1/2026' },
    })
    const second = await draft(pengelola(), o.kepala, levels('3'))
    await set(pengelola(), second, 'Kepgub 2/2026')
    expect(await levelOf(o.kepala, o.m1)).toBe('3 own')
    const history = await pegawai().get(`/standar/${o.kepala}/riwayat`)
    expect(history.text).toMatch(/Versi 2[\s\S]*?Berlaku[\s\S]*?Versi 1[\s\S]*?Diarsipkan/)
    expect(history.text).toContain('M.1 Integritas: Tingkat 4 → Tingkat 3')
    const compared = await pegawai().get(`${second}/banding?dengan=${first.split('/').at(-1)}`)
    expect(compared.text).toMatch(/turun[\s\S]*?Tingkat 4[\s\S]*?Tingkat 3/)
    expect(compared.text).toContain('persyaratan dihapus')
    expect(compared.text).toMatch(/Pelatihan Kepemimpinan Pengawas[\s\S]*?Mutlak[\s\S]*?tidak diatur di sini/)
    expect((await kabupaten().get(first)).status).toBe(404)
  })

  it('that is archived while in use leaves its results with it, and its holders fall back to their class', async () => {
    const address = await draft(pengelola(), o.kepala, levels('4'))
    await set(pengelola(), address)
    const id = Number(address.split('/').at(-1))
    await read(tx => sql`UPDATE assessment_result SET standard_id = ${id}, required_then = 4`.execute(tx))
    const shown = await pengelola().get(address)
    expect(shown.text).toContain('1 pemangku aktif kembali memakai standar kelasnya')
    expect((await pengelola().post(`${address}/arsipkan`, { alasan: '' })).status).toBe(422)
    await pengelola().post(`${address}/arsipkan`, { alasan: 'Jabatan disederhanakan' })
    expect(await levelOf(o.kepala, o.m1)).toBe('2 national')
    const kept = await read(async tx => (await sql`SELECT standard_id, required_then FROM assessment_result`.execute(tx)).rows[0])
    expect(kept).toEqual({ standard_id: id, required_then: 4 })
    expect((await pengelola().get(address)).text).toContain('Jabatan disederhanakan')
    expect((await pegawai().get(`/standar/${o.kepala}/riwayat`)).text).toMatch(/Diarsipkan oleh [^<]*: Jabatan disederhanakan/)
    expect(await lastAudit('archive_standard')).toMatchObject({
      subject: `jabatan:${o.kepala}`,
      detail: { why: 'Jabatan disederhanakan' },
    })
    // Once ended it is not ended again.
    await pengelola().post(`${address}/arsipkan`, { alasan: 'Sekali lagi' })
    expect((await pengelola().get(address)).text).not.toContain('Sekali lagi')
  })

  it('that says nothing itself any more leaves what is inherited', async () => {
    await set(pengelola(), await draft(pengelola(), o.kepala, levels('4')))
    const back = await pengelola().post(`/standar/${o.kepala}/kembali`, { kompetensi: String(o.m1) })
    const shown = await pengelola().get(back.location!)
    expect(shown.text).toContain('Rancangan ini tidak memuat apa pun sendiri')
    expect(shown.text).toMatch(/turun[\s\S]*?Tingkat 4[\s\S]*?Tingkat 2/)
    await set(pengelola(), back.location!)
    expect(await levelOf(o.kepala, o.m1)).toBe('2 national')
    expect((await pengelola().get(`/standar?asal=sendiri`)).text).toContain('Tidak ada jabatan yang cocok')
  })
})

describe('a class', () => {
  const at = '/standar/kelas/pengawas?instansi=19'

  it('of the province comes down to the kabupaten, which overrides it competency by competency', async () => {
    const answer = await pengelola().post(at, { versi: '', ...levels('3'), [`tingkat-${o.m2}`]: '4' })
    const shown = await pengelola().get(answer.location!)
    expect(shown.text).toContain('Menyentuh 4 jabatan dengan 2 pemangku aktif. Tersebar di 2 instansi.')
    await set(pengelola(), answer.location!, 'Pergub 5/2026')
    expect(await facts()).toEqual([{ instansiId: o.provinsi }, { instansiId: o.kabupaten }])
    await read(tx => refreshRequirements(tx, { instansiId: o.kabupaten }, today))
    expect(await levelOf(o.kabKepala, o.m1)).toBe('3 guide')
    const inherited = await kabupaten().get(`/standar/${o.kabKepala}`)
    expect(inherited.text).toContain('2 dari Provinsi Uji')
    expect(inherited.text).toContain('Pergub 5/2026')
    // Its own level; the other stays the province's.
    await set(kabupaten(), await draft(kabupaten(), o.kabKepala, levels('2')), 'Perbup 1/2026')
    expect([await levelOf(o.kabKepala, o.m1), await levelOf(o.kabKepala, o.m2)]).toEqual(['2 own', '4 guide'])
    const overridden = await kabupaten().get(`/standar/${o.kabKepala}?beda=1`)
    expect(overridden.text).toContain('Induk: tingkat 3 (Provinsi Uji)')
    expect(overridden.text).not.toContain('M.2 Kerja Sama')
    const workbook = await kabupaten().get('/standar/kelas.xlsx?instansi=19.01')
    expect([workbook.status, workbook.text.slice(0, 2)]).toEqual([200, 'PK'])
    expect((await kabupaten().get('/standar/kelas?instansi=19.01')).text).toMatch(/Pengawas, Integritas: Tingkat 3, Provinsi Uji/)
    expect((await kabupaten().get('/standar/kelas/pengawas?instansi=19.01')).text).toContain('Provinsi Uji')
    // What its own class sets differs from the province's on every jabatan of the class, and there is nothing to send back.
    const ofClass = await kabupaten().post('/standar/kelas/pengawas?instansi=19.01', { versi: '', [`tingkat-${o.m2}`]: '3' })
    await set(kabupaten(), ofClass.location!, 'Perbup 2/2026')
    const differing = (await kabupaten().get(`/standar/${o.kabKepala}?beda=1`)).text
    expect(differing).toContain('M.2 Kerja Sama')
    expect(differing).toContain('Induk: tingkat 4 (Provinsi Uji)')
    expect(differing.match(/name="kompetensi"/g)).toHaveLength(1)
    const withoutOwn = (await pengelola().get(`/standar/${o.like}?beda=1`)).text
    expect(withoutOwn).toContain('M.2 Kerja Sama')
    expect(withoutOwn).toMatch(new RegExp(`href="/standar/${o.like}"[^>]*>Semua`))
  })

  it('is set by its own instansi only, and what ships by the admin of the nation', async () => {
    expect((await kabupaten().get('/standar/kelas/pengawas/ubah?instansi=19')).status).toBe(404)
    expect((await pengelola().get('/standar/kelas/pengawas/ubah?instansi=nasional')).status).toBe(403)
    const ships = await admin().post('/standar/kelas/pengawas?instansi=nasional', { versi: '', ...levels('3') })
    expect(ships.status).toBe(303)
    expect((await admin().get(ships.location!)).text).toContain('Menyentuh 4 jabatan')
    await admin().post(`${ships.location!}/buang`, { versi: seenIn((await admin().get(ships.location!)).text) })
  })

  it('of a family is asked of functional jabatan by their name', async () => {
    const wrong = await pengelola().get('/standar/kelas?instansi=19&urusan=kesehatan&rumpun=Auditor')
    expect(wrong.status).toBe(422)
    expect((await pengelola().get('/standar/kelas/ahli_muda?instansi=19&urusan=x&rumpun=Auditor')).status).toBe(404)
    const family = await pengelola().get('/standar/kelas/ahli_muda?instansi=19&rumpun=Auditor')
    expect(family.text).toContain('Ahli Muda · rumpun Auditor')
    expect((await pengelola().get('/standar/kelas/jpt_madya?instansi=19')).text).toContain(
      'sumber-sumber menyebut tingkat 4 atau 5',
    )
  })
})

describe('several at once', () => {
  const body = (fields: [string, string][]) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })

  it('a standard is copied to like jabatan, in force or as drafts, one entry in the trail', async () => {
    expect((await pengelola().get(`/standar/${o.kepala}/salin`)).status).toBe(303)
    await set(pengelola(), await draft(pengelola(), o.kepala, { ...levels('4'), ...requirement }))
    const like = await pengelola().get(`/standar/${o.kepala}/salin`)
    expect(like.text).toContain(`value="${o.like}"`)
    expect(like.text).not.toContain(`value="${o.other}"`)
    const nothing = await pengelola().send(`/standar/${o.kepala}/salin`, body([['dasar', 'Kepgub 9/2026']]))
    expect([nothing.status, nothing.text.includes('Pilih sedikitnya satu jabatan')]).toEqual([422, true])
    const chosen: [string, string] = ['jabatan', String(o.like)]
    const atOnce = await pengelola().send(`/standar/${o.kepala}/salin`, body([chosen, ['sebagai', 'active']]))
    expect([atOnce.status, atOnce.text.includes('Isi dasar hukum')]).toEqual([422, true])
    expect(await levelOf(o.like, o.m1)).toBe('2 national')
    const done = await pengelola().send(
      `/standar/${o.kepala}/salin?sejenis=semua`,
      body([
        ['jabatan', String(o.like)],
        ['jabatan', String(o.other)],
        ['jabatan', String(o.kabKepala)],
        ['sebagai', 'active'],
        ['dasar', 'Kepgub 9/2026'],
      ]),
    )
    expect(done.status).toBe(303)
    expect([await levelOf(o.like, o.m1), await levelOf(o.other, o.m1), await levelOf(o.kabKepala, o.m1)]).toEqual([
      '4 own',
      '4 own',
      '2 national',
    ])
    const trail = await lastAudit('copy_standard')
    expect(trail).toMatchObject({ instansi_id: o.provinsi, rows: 2, detail: { as: 'active', legalBasis: 'Kepgub 9/2026' } })
    expect(String(trail!.detail.rowsDigest)).toMatch(/^[0-9a-f]{64}$/)
    const copied = await read(
      async tx =>
        (
          await sql<{ name: string }>`
            SELECT q.name FROM standard s JOIN standard_qualification q ON q.standard_id = s.id WHERE s.jabatan_id = ${o.other} AND s.state = 'active'`.execute(
            tx,
          )
        ).rows,
    )
    expect(copied).toEqual([{ name: 'Pelatihan Kepemimpinan Pengawas' }])
  })

  it('drafts are set together with one basis; one that was changed meanwhile is left alone', async () => {
    await set(pengelola(), await draft(pengelola(), o.kepala, levels('4')))
    await pengelola().send(
      `/standar/${o.kepala}/salin?sejenis=semua`,
      body([
        ['semua', 'ya'],
        ['sebagai', 'draft'],
      ]),
    )
    const list = await pengelola().get('/standar/rancangan?dari=padanan')
    const seen = [...list.text.matchAll(/name="rancangan" value="([\d.]+)"/g)].map(match => match[1]!)
    expect(seen).toHaveLength(2)
    expect((await pengelola().get('/standar/rancangan?q=%25')).text).toContain('Tidak ada rancangan yang cocok')
    const ofLike = await read(
      async tx =>
        (await sql<{ id: number }>`SELECT id FROM standard WHERE jabatan_id = ${o.like} AND state = 'draft'`.execute(tx)).rows[0]!
          .id,
    )
    await draft(as('dua', o.provinsi), o.like, { ...levels('5'), versi: `${ofLike}.1` })
    const chosen = seen.map((one): [string, string] => ['rancangan', one])
    const refused = await pengelola().send('/standar/rancangan/tetapkan', body([...chosen, ['instansi', '19']]))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="/standar/rancangan?arah=naik"')
    await pengelola().send('/standar/rancangan/tetapkan', body([...chosen, ['instansi', '19'], ['dasar', 'Kepgub 10/2026']]))
    expect([await levelOf(o.other, o.m1), await levelOf(o.like, o.m1)]).toEqual(['4 own', '2 national'])
    const left = await pengelola().get('/standar/rancangan')
    expect([...left.text.matchAll(/name="rancangan" value="([\d.]+)"/g)].map(match => match[1])).toEqual([`${ofLike}.2`])
    await pengelola().send(
      '/standar/rancangan/buang',
      body([
        ['rancangan', `${ofLike}.2`],
        ['instansi', '19'],
      ]),
    )
    expect((await pengelola().get('/standar/rancangan')).text).toContain('Tidak ada rancangan standar')
    expect((await kabupaten().get('/standar/rancangan?instansi=19')).status).toBe(404)
    expect((await pegawai().get('/standar/rancangan')).status).toBe(403)
  })
})
