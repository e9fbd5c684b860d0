import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { type RunningClass, runningClass } from '../../../../test/factories/running.ts'
import { type Database, sql } from '../../../platform/db/index.ts'

let database: Database
let world: RunningClass
beforeAll(async () => {
  database = await testDatabase()
  world = await runningClass(database, 3)
  await world.asked(sql`
    UPDATE enrolment SET instansi = 'Kota Uji' WHERE class_id = ${world.classId} AND pegawai_id = ${world.inside[2]!} RETURNING class_id`)
  await world.asked(sql`
    UPDATE enrolment SET instansi = 'Provinsi Uji' WHERE class_id = ${world.classId} AND instansi <> 'Kota Uji' RETURNING class_id`)
})
afterAll(async () => {
  world.cleanUp()
  await database.close()
})

const letter = {
  jenis: 'undangan',
  tanggal: '2026-11-20',
  instansi: '',
  tempat: 'Pangkalpinang',
  jabatan: 'Kepala BPSDM',
  nama: 'Budi',
  nip: '',
}
type Row = { id: number; number: string; recipient: string | null; why: string | null; by: string | null }
const rows = () =>
  world.asked(
    sql<Row>`
      SELECT id, number, recipient, withdrawn_why AS why, withdrawn_by_name AS by FROM class_letter WHERE class_id = ${world.classId} ORDER BY serial`,
  )
const withdrawal = () => `${world.home}/surat/cabut`
const reason = 'Salah menulis jam sesi pertama'
const told = () =>
  world.asked(sql<{ title: string }>`
    SELECT DISTINCT title_id AS title FROM notices.notice WHERE title_id LIKE '%dicabut' ORDER BY 1`)

describe('letters for each instansi', () => {
  it('are issued at once, each under its number', async () => {
    expect((await world.see(`${world.home}/surat`)).text).toContain('Setiap instansi, masing-masing satu surat (2 surat)')
    expect((await world.send(`${world.home}/surat`, { ...letter, jenis: 'surat_tugas', instansi: '*' })).status).toBe(303)
    expect((await rows()).map(({ number, recipient }) => [number, recipient])).toEqual([
      ['001/DIKLAT/XI/2026', 'Kota Uji'],
      ['002/DIKLAT/XI/2026', 'Provinsi Uji'],
    ])
    expect((await world.send(`/kelas/${world.otherId}/surat`, { ...letter, instansi: '*' })).status).toBe(422)
  })

  it('are signed by who signed the last one of the institution, unless one types another', async () =>
    expect((await world.see(`/kelas/${world.otherId}/surat`)).text).toContain('value="Kepala BPSDM"'))
})

describe('a letter that is withdrawn', () => {
  it('needs a letter of this class and a reason of ten letters, and what was typed stays', async () => {
    const [first] = await rows()
    const short = await world.send(withdrawal(), { surat: String(first!.id), alasan: 'keliru 9' })
    const text = await short.text()
    expect([short.status, text.includes('paling sedikit 10 huruf'), text.includes('keliru 9')]).toEqual([422, true, true])
    for (const surat of ['', '999999', 'x']) {
      const answer = await world.send(withdrawal(), { surat, alasan: reason })
      expect([surat, answer.status, (await answer.text()).includes(reason)]).toEqual([surat, 422, true])
    }
    const stranger = await world.send(withdrawal(), { surat: String(first!.id), alasan: reason }, world.cookies.part)
    expect(stranger.status).toBe(403)
    expect((await rows()).map(one => one.why)).toEqual([null, null])
  })

  it('stays in the list with its number, says who, when and why, and a new one takes the next number', async () => {
    const [first] = await rows()
    expect((await world.send(withdrawal(), { surat: String(first!.id), alasan: reason })).status).toBe(303)
    const page = (await world.see(`${world.home}/surat`)).text
    for (const words of ['001/DIKLAT/XI/2026', 'Dicabut', reason, `/surat/${first!.id}.pdf`, `?ganti=${first!.id}`])
      expect(page).toContain(words)
    expect(page).not.toContain(`cabut?surat=${first!.id}"`)
    const renew = (await world.see(`${world.home}/surat?ganti=${first!.id}`)).text
    expect(renew).toMatch(/value="Kota Uji" selected/)
    await world.send(`${world.home}/surat`, { ...letter, jenis: 'surat_tugas', instansi: 'Kota Uji' })
    expect((await rows()).map(({ number, why }) => [number, why])).toEqual([
      ['001/DIKLAT/XI/2026', reason],
      ['002/DIKLAT/XI/2026', null],
      ['003/DIKLAT/XI/2026', null],
    ])
  })

  it('is withdrawn once, is in the trail, and its PDF says so by its name', async () => {
    const [first] = await rows()
    expect((await world.send(withdrawal(), { surat: String(first!.id), alasan: 'Alasan lain sama sekali' })).status).toBe(422)
    const trail = await world.asked(
      sql`SELECT subject, rows, detail FROM audit_entry WHERE verb = 'withdraw_letter' AND subject = ${`class:${world.classId}`}`,
    )
    expect(trail).toEqual([{ subject: `class:${world.classId}`, rows: 1, detail: { number: '001/DIKLAT/XI/2026', why: reason } }])
    const file = await world.get(`${world.home}/surat/${first!.id}.pdf`, world.cookies.holder)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="dicabut-surat_tugas-001-DIKLAT-XI-2026.pdf"')
  }, 30_000)

  it('is told to those it sent, and to nobody else', async () => {
    expect(await told()).toEqual([])
    await world.send(`${world.home}/surat`, letter)
    const [invitation] = await world.asked(sql<{ id: number }>`SELECT id FROM class_letter WHERE kind = 'undangan'`)
    await world.send(withdrawal(), { surat: String(invitation!.id), alasan: reason })
    expect((await told())[0]!.title).toMatch(/^Undangan 004\/DIKLAT\/XI\/2026 untuk Pengadaan Dasar/)
    const recall = (await world.see(`${world.home}/surat/${invitation!.id}/undang`)).text
    expect(recall).toContain('Kabari bahwa undangan 004/DIKLAT/XI/2026 dicabut')
    expect(recall).toContain(encodeURIComponent(`tidak berlaku lagi (${reason})`))
  })
})

describe('letters of a class that moved', () => {
  const wrong = async () =>
    /class="notice-title|surat menyebut waktu atau tempat yang lama/.test((await world.see(`${world.home}/surat`)).text)
  it('are right while it is held as they say', async () => expect(await wrong()).toBe(false))

  it('are named, and offered to be withdrawn at once with the reason', async () => {
    await world.asked(sql`UPDATE course_class SET ends_on = '2026-11-24' WHERE id = ${world.classId} RETURNING id`)
    const page = (await world.see(`${world.home}/surat`)).text
    expect(page).toContain('2 surat menyebut waktu atau tempat yang lama')
    expect(page).toContain('menyebut 22–23 November 2026, kini 22–24 November 2026')
    const form = (await world.see(withdrawal())).text
    expect(form.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2)
    expect(form).toContain('>Tanggal kelas berubah</textarea>')
  })

  it('that is cancelled can still be withdrawn, and then none is left', async () => {
    await world.asked(sql`UPDATE course_class SET state = 'cancelled' WHERE id = ${world.classId} RETURNING id`)
    expect((await world.see(`${world.home}/surat`)).text).toContain('Kelas ini dibatalkan, tetapi 2 suratnya masih berlaku')
    const body = new URLSearchParams({ alasan: 'Kelas dibatalkan' })
    for (const { id, why } of await rows()) if (why === null) body.append('surat', String(id))
    const answer = await world.ask(withdrawal(), { method: 'POST', body, headers: { cookie: world.cookies.holder } })
    expect(answer.status).toBe(303)
    expect((await rows()).filter(one => one.why === null)).toEqual([])
    expect((await world.get(withdrawal(), world.cookies.holder)).status).toBe(303)
  })
})
