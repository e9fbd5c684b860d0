import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/classes.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { writeWorkbook } from '../../platform/sheet/index.ts'
import { remind } from './jobs.ts'

const secret = 'kereta malam ke barat'
let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
let instansi: number
let classId: number
let courseId: number
let people: number[]
let pengelola: string
let pegawai: string

beforeAll(async () => {
  database = await testDatabase()
  app = await bareApp(database)
  const made = await asJob(database.outer, async tx => {
    const home = await newInstansi(tx, { time_zone: 'Asia/Jayapura' })
    const unit_id = await newUnit(tx, { instansi_id: home })
    const ids: number[] = []
    for (let i = 0; i < 6; i++) ids.push(await newPegawai(tx, { instansi_id: home, unit_id, name: `Orang ${i}` }))
    const provider = await newProvider(tx, { instansi_id: home })
    const course = await newCourse(tx, {
      provider_id: provider,
      title: 'Arsip',
      entry_rules: { employment: ['pns'], noDiscipline: true },
    })
    const id = await newClass(tx, { provider_id: provider, version_id: course.versionId, name: 'Angkatan I', seats_max: 2 })
    return { home, ids, id, course }
  })
  instansi = made.home
  people = made.ids
  classId = made.id
  courseId = made.course.courseId
  await app.account('satu', secret, { pegawaiId: people[0]! })
  const keeper = await app.account('pengelola', secret)
  await asJob(database.outer, tx =>
    sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES (${keeper}, 'pengelola', 'instansi', ${instansi})`.execute(
      tx,
    ),
  )
  pegawai = await app.signIn('satu', secret)
  pengelola = await app.signIn('pengelola', secret)
})
afterAll(async () => {
  app.cleanUp()
  await database.close()
})

const nipOf = (id: number) =>
  asJob(
    database.outer,
    async tx => (await sql<{ nip: string }>`SELECT nip FROM pegawai WHERE pegawai_id = ${id}`.execute(tx)).rows[0]!.nip,
  )
const stateOf = (id: number, inClass = classId) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{
      state: string
    }>`SELECT state FROM enrolment WHERE pegawai_id = ${id} AND class_id = ${inClass}`.execute(tx)
    return rows[0]?.state ?? null
  })
const text = async (answer: Response | Promise<Response>) => (await answer).text()

describe('joining alone', () => {
  it('explains each rule, then enrols, and withdraws with a reason', async () => {
    const page = await text(app.get(`/katalog/${courseId}/ikut`, pegawai))
    expect(page).toContain('Angkatan I')
    expect(page).toContain('Terpenuhi')
    expect(page).toContain('Belum diketahui')
    const answer = await app.post(`/katalog/${courseId}/ikut`, { kelas: String(classId) }, pegawai)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/belajar/pendaftaran/${classId}`])
    expect(await stateOf(people[0]!)).toBe('enrolled')
    const again = await app.post(`/katalog/${courseId}/ikut`, { kelas: String(classId) }, pegawai)
    expect([again.status, await text(again)]).toEqual([422, expect.stringContaining('Sudah terdaftar')])

    const short = await app.post(`/belajar/pendaftaran/${classId}/mundur`, { alasan: 'tak' }, pegawai)
    expect([short.status, await text(short)]).toEqual([422, expect.stringContaining('>tak</textarea>')])
    expect((await app.post(`/belajar/pendaftaran/${classId}/mundur`, { alasan: 'Ada tugas lain' }, pegawai)).status).toBe(303)
    expect(await stateOf(people[0]!)).toBe('withdrawn')
  })

  it('is for people only: an account of nobody is told so', async () => {
    expect((await app.get(`/katalog/${courseId}/ikut`, pengelola)).status).toBe(403)
    expect((await app.get('/katalog/999999/ikut', pegawai)).status).toBe(404)
  })
})

describe('nominating', () => {
  it('takes the good ones of a pasted list and of a sheet, and says what is wrong with the others', async () => {
    const sheet = await writeWorkbook([
      {
        name: 'Data',
        columns: [
          { header: 'Nama', width: 20 },
          { header: 'NIP', width: 20, kind: 'text' },
        ],
        rows: [['Orang 2', await nipOf(people[2]!)]],
      },
    ])
    const body = new FormData()
    body.set('nip', `${await nipOf(people[1]!)}\n199912312025011998\nbukan nip`)
    body.set('berkas', new File([sheet as Uint8Array<ArrayBuffer>], 'daftar.xlsx'))
    const answer = await app.ask(`/kelas/${classId}/usulkan`, { method: 'POST', body, headers: { cookie: pengelola } })
    const page = await text(answer)
    expect(answer.status).toBe(200)
    expect(page).toContain('2 orang diusulkan')
    expect(page).toContain('199912312025011998')
    expect(page).toContain('Bukan NIP 18 angka')
    expect([await stateOf(people[1]!), await stateOf(people[2]!)]).toEqual(['enrolled', 'enrolled'])
  })

  it('refuses a file that is no sheet, and keeps what was typed', async () => {
    const body = new FormData()
    body.set('nip', '199912312025011998')
    body.set('berkas', new File(['%PDF-1.7 bukan lembar'], 'daftar.xlsx'))
    const answer = await app.ask(`/kelas/${classId}/usulkan`, { method: 'POST', body, headers: { cookie: pengelola } })
    expect(answer.status).toBe(422)
    expect(await text(answer)).toContain('199912312025011998')
  })
})

describe('deciding', () => {
  it('keeps who was ticked where the reason is missing, and tells the reason where it is not', async () => {
    const [, one] = people as [number, number]
    const refused = await app.post(
      `/kelas/${classId}/peserta`,
      { tindakan: 'keluarkan', orang: String(one), alasan: '' },
      pengelola,
    )
    expect(refused.status).toBe(422)
    expect(await text(refused)).toMatch(new RegExp(`value="${one}"[^>]*checked`))
    expect(await stateOf(one)).toBe('enrolled')
    const done = await app.post(
      `/kelas/${classId}/peserta`,
      { tindakan: 'keluarkan', orang: String(one), alasan: 'Tidak hadir' },
      pengelola,
    )
    expect(done.status).toBe(303)
    expect(await stateOf(one)).toBe('withdrawn')
  })

  it('shows the people of a class and writes them into a workbook, for who holds it', async () => {
    expect(await text(app.get(`/kelas/${classId}/peserta`, pengelola))).toContain('Orang 2')
    const file = await app.get(`/kelas/${classId}/peserta.xlsx`, pengelola)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheet')])
    expect((await app.get(`/kelas/${classId}/peserta`, pegawai)).status).toBe(403)
  })
})

describe('a calendar', () => {
  it('is fetched without signing in by who has its address, until it is revoked', async () => {
    await asJob(database.outer, tx => enrol(tx, classId, [people[3]!]))
    await app.account('empat', secret, { pegawaiId: people[3]! })
    const cookie = await app.signIn('empat', secret)
    const page = await text(app.post('/belajar/kalender', {}, cookie))
    const [path] = /\/kalender\/[\w-]{43}\.ics/.exec(page)!
    const fetched = await app.ask(path)
    expect([fetched.status, fetched.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(await text(fetched)).toContain('DTSTART;VALUE=DATE:20990301')
    expect(await text(app.get('/belajar/kalender', cookie))).not.toContain(path)
    await app.post('/belajar/kalender/cabut', {}, cookie)
    expect((await app.ask(path)).status).toBe(404)
  })

  it('of one class is for whoever sees the class', async () => {
    expect(await text(app.get(`/kelas/${classId}/kalender.ics`, pegawai))).toContain('SUMMARY:Arsip (Angkatan I)')
  })
})

describe('reminders', () => {
  it('go out once, on the day where the class is held', async () => {
    const id = await asJob(database.outer, async tx => {
      const { rows } = await sql<{
        provider_id: number
        version_id: number
      }>`SELECT provider_id, version_id FROM course_class WHERE id = ${classId}`.execute(tx)
      const made = await newClass(tx, { ...rows[0]!, starts_on: '2098-06-02', ends_on: '2098-06-04' })
      await enrol(tx, made, [people[0]!])
      return made
    })
    const told = async () => {
      const { rows } = await database.asOwner(db =>
        sql<{ title: string }>`SELECT title_id AS title FROM notices.notice WHERE href = ${`/kelas/${id}`} ORDER BY id`.execute(
          db,
        ),
      )
      return rows.map(row => row.title)
    }
    const at = (iso: string) => ({ ...app.services, clock: { now: () => new Date(iso), today: () => iso.slice(0, 10) } })
    await remind(at('2098-05-31T14:59:00Z')) // still 31 May in Jayapura: two days ahead
    await remind(at('2098-05-31T15:01:00Z')) // 1 June there: tomorrow
    await remind(at('2098-05-31T16:00:00Z'))
    expect(await told()).toEqual([expect.stringContaining('dimulai tujuh hari lagi'), expect.stringContaining('dimulai besok')])
  })
})
