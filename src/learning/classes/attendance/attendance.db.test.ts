import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { readPdf } from '../../../../test/factories/pdf.ts'
import { type RunningClass, runningClass } from '../../../../test/factories/running.ts'
import { readSheetBytes } from '../../../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../../../platform/db/index.ts'
import { shortCode, tokenOf } from './code.ts'
import { windowAt } from './rules/check-in.ts'

let database: Database
let world: RunningClass
let session: number
let online: number
let bound: number
const secret = 'rahasia-kelas'
beforeAll(async () => {
  database = await testDatabase()
  world = await runningClass(database)
  ;[session, bound, online] = (await world.schedule([
    { pengajar: String(world.trainer) },
    { mulai: '13:00', selesai: '14:30', mata: '2', jp: '2', titik: '-2.129100, 106.113800', radius: '100' },
    {
      tanggal: '2026-11-23',
      mulai: '08:00',
      selesai: '11:00',
      jp: '4',
      cara: 'daring',
      tautan: 'https://temu.example/kelas?a=1',
      daya: '1',
    },
  ])) as [number, number, number]
  await asJob(database.outer, tx =>
    sql`UPDATE course_class SET check_in_secret = ${secret} WHERE id = ${world.classId}`.execute(tx),
  )
})
afterAll(async () => {
  world.cleanUp()
  await database.close()
})

const now = () => world.services.clock.now()
const token = (id = session, at = now()) => `/hadir/${tokenOf(secret, id, windowAt(at))}`
const marks = () =>
  world.asked(
    sql<{ pegawai: number; session: number; state: string; way: string }>`
      SELECT pegawai_id AS pegawai, session_id AS session, state, way FROM attendance ORDER BY session_id, pegawai_id`,
  )
/** Opens the page of a code and presses its button. */
async function checkIn(path: string, cookie: string, fields: Record<string, string> = {}) {
  const opened = await world.see(path, cookie)
  const ticket = /name="tiket" value="([^"]+)"/.exec(opened.text)?.[1]
  if (!ticket) return opened
  const answer = await world.send(path, { tiket: ticket, ...fields }, cookie)
  return { status: answer.status, text: await answer.text() }
}

describe('checking in', () => {
  it('shows the room a code that changes, without JavaScript', async () => {
    const screen = await world.see(`${world.home}/hadir/${session}/layar`)
    expect(screen.status).toBe(200)
    expect(screen.headers.get('Refresh')).toBe('30')
    expect(screen.text).toMatch(/<path d="M4 4h1v1h-1z/)
    expect(screen.text).toContain(shortCode(secret, session, windowAt(now())).replace(/^(.{3})/, '$1 '))
    expect(screen.text).toContain('0 dari 3 sudah hadir')
    expect((await world.see(`${world.home}/hadir/${session}/layar`, world.cookies.part)).status).toBe(403)
  })

  it('records who takes part, once', async () => {
    expect((await checkIn(token(), world.cookies.part)).text).toContain('Kehadiran Anda tercatat')
    const again = await checkIn(token(), world.cookies.part)
    expect(again.text).toContain('Sudah tercatat')
    expect(await marks()).toEqual([{ pegawai: world.inside[0], session, state: 'hadir', way: 'kode' }])
  })

  it('refuses a photograph of the code after it changed, and lets who opened it in time finish', async () => {
    const shown = token()
    const opened = await world.see(shown, world.cookies.second)
    const ticket = /name="tiket" value="([^"]+)"/.exec(opened.text)![1]!
    world.setTime('2026-11-22T03:01:05Z')
    const late = await world.see(shown, world.cookies.second)
    expect([late.status, late.text.includes('Kode ini sudah berganti')]).toEqual([422, true])
    expect((await world.send(shown, {}, world.cookies.second)).status).toBe(422)
    // Somebody else's ticket is of no use.
    expect((await world.send(shown, { tiket: ticket }, world.cookies.outside)).status).toBe(422)
    expect((await marks()).length).toBe(1)
    expect(await (await world.send(shown, { tiket: ticket }, world.cookies.second)).text()).toContain('Kehadiran Anda tercatat')
  })

  it('refuses a made-up code, who is not enrolled, and who is nobody', async () => {
    const wrong = await world.see(`/hadir/${session.toString(36)}-abc-${'0'.repeat(24)}`, world.cookies.part)
    expect([wrong.status, wrong.text.includes('bukan kode presensi')]).toEqual([404, true])
    const outside = await world.see(token(), world.cookies.outside)
    expect([outside.status, outside.text.includes('tidak terdaftar di kelas ini')]).toEqual([422, true])
    expect((await world.see(token(), world.cookies.holder)).text).toContain('bukan akun pegawai')
    const stranger = await world.get(token(), '')
    expect(stranger.headers.get('Location')).toMatch(/^\/masuk\?kembali=%2Fhadir/)
  })

  it('refuses before it opens and after it is over, and says whom to ask', async () => {
    world.setTime('2026-11-22T01:29:00Z')
    expect((await world.see(token(), world.cookies.second)).text).toContain('Sudah tercatat')
    expect((await world.see(token(bound), world.cookies.part)).text).toContain('baru dibuka 22 November 2026 12.30 WIB')
    world.setTime('2026-11-22T07:46:00Z')
    const late = await world.see(token(bound), world.cookies.part)
    expect(late.status).toBe(422)
    expect(late.text).toContain('sampaikan kepada penyelenggara, BPSDM Uji')
    world.setTime('2026-11-22T05:16:00Z')
    await asJob(database.outer, tx => sql`DELETE FROM attendance WHERE pegawai_id = ${world.inside[1]}`.execute(tx))
    expect((await world.see(token(), world.cookies.second)).text).toContain('pengajar (Ibu Rina) atau penyelenggara, BPSDM Uji')
  })

  it('is bound to the place where the session asks for one', async () => {
    world.setTime('2026-11-22T06:00:00Z')
    const page = await world.see(token(bound), world.cookies.part)
    expect(page.text).toContain('data-place')
    expect(page.headers.get('Permissions-Policy')).toContain('geolocation=(self)')
    const here = await checkIn(token(bound), world.cookies.part, { lintang: '-2.129500', bujur: '106.113900' })
    expect(here.text).toContain('Kehadiran Anda tercatat')
    const far = await checkIn(token(bound), world.cookies.second, { lintang: '-2.200000', bujur: '106.113900' })
    expect(far.text).toContain('Menunggu konfirmasi penyelenggara')
    const list = await world.see(`${world.home}/hadir/${bound}`)
    expect(list.text).toContain('7.884 m dari titik kehadiran')
    expect(list.text).toContain('1 orang menunggu konfirmasi Anda')
    expect((await world.send(`${world.home}/hadir/${bound}`, { semua: 'konfirmasi' })).status).toBe(303)
    const states = (await marks()).filter(one => one.session === bound).map(one => one.state)
    expect(states).toEqual(['hadir', 'hadir'])
  })

  it('of who holds the class as well is confirmed by somebody else: the code is at hand for them anywhere', async () => {
    world.setTime('2026-11-22T03:00:00Z')
    await world.asked(sql`
      WITH made AS (INSERT INTO trainer (provider_id, pegawai_id, name, kind)
        VALUES (${world.providerId}, ${world.inside[1]}, 'Ibu Kedua', 'widyaiswara') RETURNING id)
      INSERT INTO class_trainer (class_id, trainer_id) SELECT ${world.classId}::int, id FROM made`)
    await world.asked(sql`DELETE FROM attendance WHERE pegawai_id = ${world.inside[1]}`)
    const answer = await checkIn(token(), world.cookies.second)
    expect(answer.text).toContain('dikonfirmasi oleh rekan Anda')
    expect((await marks()).find(one => one.pegawai === world.inside[1])).toMatchObject({ session, state: 'menunggu' })
    const own = await world.send(`${world.home}/hadir/${session}`, { semua: 'konfirmasi' }, world.cookies.second)
    expect(own.status).toBe(403)
    expect((await world.send(`${world.home}/hadir/${session}`, { semua: 'konfirmasi' })).status).toBe(303)
    expect((await marks()).find(one => one.pegawai === world.inside[1])).toMatchObject({ session, state: 'hadir' })
    await world.asked(sql`DELETE FROM class_trainer WHERE class_id = ${world.classId}`)
    await world.asked(sql`DELETE FROM attendance WHERE pegawai_id = ${world.inside[1]}`)
  })

  it('takes a code that is typed, whatever its case', async () => {
    world.setTime('2026-11-22T06:00:00Z')
    await asJob(database.outer, tx => sql`DELETE FROM attendance WHERE session_id = ${bound}`.execute(tx))
    const code = shortCode(secret, bound, windowAt(now()))
      .toLowerCase()
      .replace(/^(.{3})/, '$1-')
    const answer = await world.send('/hadir', { kode: code }, world.cookies.second)
    expect(answer.headers.get('Location')).toBe(token(bound))
    const wrong = await world.send('/hadir', { kode: 'AAAAAA' }, world.cookies.second)
    expect([wrong.status, (await wrong.text()).includes('value="AAAAAA"')]).toEqual([422, true])
    expect((await world.send('/hadir', { kode: code }, world.cookies.outside)).status).toBe(422)
  })
})

describe('a meeting online', () => {
  const join = `/temu/`
  it('records who comes through its link, and tells who comes too late that it is full', async () => {
    world.setTime('2026-11-23T00:00:00Z')
    expect((await world.see(`${world.home}${join}${online}`, world.cookies.part)).status).toBe(409)
    world.setTime('2026-11-23T01:05:00Z')
    const ahead = { cookie: world.cookies.part, 'sec-purpose': 'prefetch;prerender' }
    const before = (await marks()).length
    expect((await world.ask(`${world.home}${join}${online}`, { headers: ahead })).status).toBe(503)
    expect(await marks()).toHaveLength(before)
    const came = await world.get(`${world.home}${join}${online}`, world.cookies.part)
    expect([came.status, came.headers.get('Location')]).toEqual([302, 'https://temu.example/kelas?a=1'])
    expect((await marks()).at(-1)).toMatchObject({ session: online, state: 'hadir', way: 'daring' })
    expect((await world.get(`${world.home}${join}${online}`, world.cookies.part)).status).toBe(302)
    const full = await world.see(`${world.home}${join}${online}`, world.cookies.second)
    expect([full.status, full.text.includes('sudah penuh (1 orang)')]).toEqual([409, true])
    expect((await world.get(`${world.home}${join}${online}`, world.cookies.holder)).status).toBe(302)
    expect((await world.see(`${world.home}${join}${online}`, world.cookies.outside)).status).toBe(404)
    world.setTime('2026-11-23T05:00:00Z')
    expect((await world.see(`${world.home}${join}${online}`, world.cookies.second)).text).toContain('Sesi ini sudah berakhir')
  })
})

describe('marking by hand', () => {
  const page = () => `${world.home}/hadir/${session}`
  it('needs a reason where what stands is changed, and keeps what was typed', async () => {
    const [, second, third] = world.inside
    expect((await world.send(page(), { [`h_${second}`]: 'izin', [`h_${third}`]: 'alpa' })).status).toBe(303)
    const refused = await world.send(page(), { [`h_${third}`]: 'sakit' })
    const text = await refused.text()
    expect([refused.status, text.includes('Isi alasan koreksi')]).toEqual([422, true])
    expect(text).toMatch(new RegExp(`id="f-h_${third}"[\\s\\S]*?<option value="sakit" selected`))
    expect((await world.send(page(), { [`h_${third}`]: 'sakit', alasan: 'Surat dokter menyusul' })).status).toBe(303)
    expect((await marks()).filter(one => one.session === session).map(one => one.state)).toEqual(['hadir', 'izin', 'sakit'])
    const trail = await world.asked(
      sql<{
        detail: { why?: string; marks: unknown }
      }>`SELECT detail FROM audit_entry WHERE verb = 'mark_attendance' ORDER BY id DESC LIMIT 1`,
    )
    expect(trail[0]!.detail).toEqual({ session, marks: [[third, 'alpa', 'sakit']], why: 'Surat dokter menyusul' })
  })

  it('reads a typed list: the good lines are kept, the bad come back', async () => {
    const [first, second] = world.inside.map(id => world.nips.get(id)!)
    const list = `${first}\n${second}; sakit\n123\n${first};hadir\n199001012020121099`
    const answer = await world.send(`${world.home}/hadir/${bound}/daftar`, { daftar: list, alasan_daftar: 'Jaringan mati' })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain('2 orang dicatat')
    expect(text).toContain('“123”: NIP harus 18 angka')
    expect(text).toContain('sudah ada di baris di atasnya')
    expect(text).toContain('199001012020121099”: NIP ini bukan peserta kelas')
    expect(text).toMatch(/name="daftar"[^>]*>123\n/)
    expect((await marks()).filter(one => one.session === bound)).toEqual([
      { pegawai: world.inside[0], session: bound, state: 'hadir', way: 'daftar' },
      { pegawai: world.inside[1], session: bound, state: 'sakit', way: 'daftar' },
    ])
  })

  it('counts the JP attended, leaves the undecided out, and goes out as a sheet and a list to sign', async () => {
    const overview = await world.see(`${world.home}/hadir`)
    expect(overview.text).toContain('10 dari 10')
    expect(overview.text).toContain('belum ditandai')
    const short = await world.see(`${world.home}/hadir?saring=kurang`)
    expect(short.text).not.toContain('>Orang 001 ')
    const sheet = await world.get(`${world.home}/hadir.xlsx`, world.cookies.holder)
    const rows = await readSheetBytes(new Uint8Array(await sheet.arrayBuffer()))
    expect(rows.flat()).toEqual(expect.arrayContaining(['Orang 001', 'Hadir', 'Sakit']))
    const pdf = await world.get(`${world.home}/hadir/${session}/daftar.pdf`, world.cookies.holder)
    const read = readPdf(new Uint8Array(await pdf.arrayBuffer()))
    expect(read.text).toContain('Orang 003')
    expect(read.text).toContain('Tanda tangan')
    expect((await world.see(`${world.home}/hadir`, world.cookies.part)).status).toBe(403)
  }, 20_000)

  it('marks nobody before a session opens', async () => {
    world.setTime('2026-11-22T00:00:00Z')
    const answer = await world.send(page(), { [`h_${world.inside[0]}`]: 'hadir' })
    expect([answer.status, (await answer.text()).includes('baru dapat ditandai mulai 22 November 2026 08.30 WIB')]).toEqual([
      422,
      true,
    ])
  })
})
