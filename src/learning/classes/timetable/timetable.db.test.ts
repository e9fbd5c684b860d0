import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { enrol } from '../../../../test/factories/classes.ts'
import { newRoom, type RunningClass, runningClass } from '../../../../test/factories/running.ts'
import { readSheetBytes } from '../../../../test/factories/workbook.ts'
import { asJob, type Database, sql } from '../../../platform/db/index.ts'
import { jpPolicy } from '../../jp/policy.ts'
import type { RunClass } from '../run/store.ts'
import { messages } from './messages.ts'
import { nextFigure } from './present.ts'
import { type Session, sessionsOf, trainerLoads } from './store.ts'

let database: Database
let world: RunningClass
beforeAll(async () => {
  database = await testDatabase()
  world = await runningClass(database)
})
afterAll(async () => {
  world.cleanUp()
  await database.close()
})
const titles = async (classId = world.classId) => (await sessionsOf(database.outer, classId)).map(one => one.title)

describe('the timetable of a class', () => {
  it('takes a session, in the zone of the class, and says what the curriculum still lacks', async () => {
    await world.schedule([{ ruang: String(world.room), pengajar: String(world.trainer) }])
    const [one] = await sessionsOf(database.outer, world.classId)
    expect(one).toMatchObject({ title: 'Perencanaan', jp: 4, room: 'Ruang Melati', trainers: [{ name: 'Ibu Rina' }] })
    expect(one!.startsAt.toISOString()).toBe('2026-11-22T02:00:00.000Z')
    const { text } = await world.see(`${world.home}/jadwal`)
    expect(text).toContain('09:00–12:00 WIB')
    expect(text).toContain('2 JP dari kurikulum belum punya sesi')
    expect(text).toContain('kurang 2')
  })

  it('shows who takes part the session that runs or comes next, and no sums of the curriculum', async () => {
    const { text } = await world.see(`${world.home}/jadwal`, world.cookies.part)
    expect(text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
      'Sesi Anda berikutnya 22 November 2026 Perencanaan, 09:00–12:00 WIB, Ruang Melati.',
    )
    expect(text).not.toContain('dari kurikulum belum punya sesi')
  })

  it('leads who takes part into the meeting on its day, not before, and says when all is over', async () => {
    const meeting = { startsAt: new Date('2026-11-23T02:00:00Z'), endsAt: new Date('2026-11-23T05:00:00Z') }
    const session = {
      ...meeting,
      id: 7,
      title: 'Kontrak',
      mode: 'daring',
      meetingUrl: 'https://temu.test/x',
      jp: 2,
      trainers: [],
    }
    const cls = { id: 3, timeZone: 'Asia/Jakarta' } as RunClass
    const figure = (now: string) => nextFigure([session as unknown as Session], cls, new Date(now), 'id', messages.id)
    const next = { value: '23 November 2026', sentence: 'Kontrak, 09:00–12:00 WIB, Daring.' }
    expect(figure('2026-11-22T16:59:00Z')).toMatchObject({ ...next, joinHref: null })
    expect(figure('2026-11-22T17:00:00Z')).toMatchObject({ ...next, joinHref: '/kelas/3/temu/7' })
    expect(figure('2026-11-23T05:00:00Z')).toMatchObject({ value: '–', sentence: 'Semua sesi kelas ini sudah lewat.' })
  })

  it('goes on with the next session: at its end, in its room, with the subject that lacks hours', async () => {
    const [one] = await sessionsOf(database.outer, world.classId)
    const next = await world.see(`${world.home}/jadwal/baru?setelah=${one!.id}`)
    for (const field of ['value="12:00"', 'value="13:30"', `value="${world.room}" selected`, 'value="2" selected'])
      expect(next.text).toContain(field)
    const unknown = await world.see(`${world.home}/jadwal/baru?setelah=999999`)
    expect([unknown.status, unknown.text.includes('value="08:00"')]).toEqual([200, true])
    const answer = await world.send(`/kelas/${world.otherId}/jadwal`, {
      ...world.session,
      mulai: '16:00',
      selesai: '17:00',
      jp: '1',
      lagi: '1',
    })
    const [added] = await sessionsOf(database.outer, world.otherId)
    expect(answer.headers.get('location')).toBe(`/kelas/${world.otherId}/jadwal/baru?setelah=${added!.id}`)
    await world.asked(sql`DELETE FROM class_session WHERE id = ${added!.id}`)
  })

  it('says who is taken, by which class and when, and keeps what was typed', async () => {
    const answer = await world.send(`/kelas/${world.otherId}/jadwal`, {
      ...world.session,
      mulai: '11:00',
      selesai: '14:00',
      ruang: String(world.room),
      pengajar: String(world.trainer),
    })
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('Ruang Ruang Melati dipakai Pengadaan Dasar, Angkatan I pada 22 November 2026 pukul 09:00–12:00 WIB')
    expect(text).toContain('Ibu Rina mengajar di Pengadaan Dasar, Angkatan I')
    expect(text).toMatch(/name="mulai" type="time" value="11:00"|value="11:00"/)
    expect(await titles(world.otherId)).toEqual([])
  })

  it('lets two sessions touch, and refuses two of one class at once', async () => {
    const touching = await world.send(`/kelas/${world.otherId}/jadwal`, {
      ...world.session,
      mulai: '12:00',
      selesai: '15:00',
      ruang: String(world.room),
    })
    expect(touching.status).toBe(303)
    const same = await world.send(`${world.home}/jadwal`, {
      ...world.session,
      mulai: '11:00',
      selesai: '13:00',
      mata: '2',
      jp: '2',
    })
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('sudah punya sesi “Perencanaan”')
  })

  it('tells how many participants have another class, names none of them, and takes a reason', async () => {
    await asJob(database.outer, tx => enrol(tx, world.otherId, world.inside.slice(0, 2)))
    const fields = { ...world.session, mulai: '15:00', selesai: '17:00', mata: '2', jp: '2' }
    expect((await world.send(`/kelas/${world.otherId}/jadwal`, fields)).status).toBe(303)
    const refused = await world.send(`${world.home}/jadwal`, fields)
    const text = await refused.text()
    expect(refused.status).toBe(422)
    expect(text).toContain('2 peserta juga terdaftar di Pengadaan Dasar, Angkatan II')
    expect(text).not.toContain('Orang 001')
    expect((await world.send(`${world.home}/jadwal`, { ...fields, alasan: 'Ujian' })).status).toBe(303)
    const stands = (await sessionsOf(database.outer, world.classId)).find(one => one.title === 'Kontrak')
    expect(stands!.clashWhy).toBe('Ujian')
  })

  it('refuses what cannot be: outside the class, more than the time holds, a small room, a broken link', async () => {
    const small = await asJob(database.outer, tx => newRoom(tx, world.providerId, 'Bilik', 5))
    const refused = async (fields: Record<string, string>) => {
      const answer = await world.send(`${world.home}/jadwal`, { ...world.session, tanggal: '2026-11-23', ...fields })
      return [answer.status, (await answer.text()).match(/form-errors">(.*?)<\/ul>/s)?.[1]?.replace(/<[^>]+>/g, ' ') ?? '']
    }
    expect(await refused({ tanggal: '2026-12-01' })).toEqual([422, expect.stringContaining('di luar masa kelas')])
    expect(await refused({ jp: '9' })).toEqual([422, expect.stringContaining('Waktunya tidak cukup')])
    const { text } = await world.see(`${world.home}/jadwal/baru`)
    expect(text).toContain('1 JP = 45 menit (belum diverifikasi)')
    expect(await refused({ ruang: String(small) })).toEqual([422, expect.stringContaining('Kursi ruang ini kurang')])
    expect(await refused({ tautan: 'javascript:alert(1)' })).toEqual([422, expect.stringContaining('https://')])
    expect(await refused({ mulai: '25:00' })).toEqual([422, expect.stringContaining('Isi jam mulai')])
    expect(await refused({ mata: '99' })).toEqual([422, expect.stringContaining('tidak ada di kurikulum')])
    expect(await refused({ pengajar: '999999' })).toEqual([422, expect.stringContaining('bukan dari lembaga')])
  })

  it('gives a room to exactly one of two who book it at once', async () => {
    const room = await asJob(database.outer, tx => newRoom(tx, world.providerId, 'Aula'))
    const fields = { ...world.session, tanggal: '2026-11-23', ruang: String(room), alasan: 'Dua kelas sekaligus' }
    const answers = await Promise.all([
      world.send(`${world.home}/jadwal`, fields),
      world.send(`/kelas/${world.otherId}/jadwal`, fields),
    ])
    expect(answers.map(one => one.status).sort()).toEqual([303, 422])
    const rows = await world.asked(sql<{ n: number }>`SELECT count(*)::int AS n FROM class_session WHERE room_id = ${room}`)
    expect(rows).toEqual([{ n: 1 }])
  })

  it('fills no day beyond what the instansi says a day holds', async () => {
    const value = { ...jpPolicy.defaultAt('2026-11-22').value, dayHolds: 5 }
    await world.asked(sql`
      INSERT INTO policy (kind, instansi_id, version, state, value, legal_basis, active_from, made_by, made_at)
      VALUES ('jp', ${world.instansiId}, 1, 'active', ${JSON.stringify(value)}::jsonb, 'Keputusan uji', '2026-01-01', 'uji', now())`)
    const fields = {
      ...world.session,
      tanggal: '2026-11-23',
      mulai: '13:00',
      selesai: '15:00',
      mata: '2',
      jp: '2',
      alasan: 'Kelas gabungan',
    }
    const refused = await world.send(`${world.home}/jadwal`, fields)
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining(
        'akan memuat 6 JP, lebih dari 5 JP yang menurut aturan instansi masuk akal untuk sehari. Pindahkan',
      ),
    ])
    await world.asked(sql`DELETE FROM policy WHERE kind = 'jp'`)
  })

  it('copies a day whole or not at all', async () => {
    const before = await titles()
    const refused = await world.send(`${world.home}/jadwal/salin`, { dari: '2026-11-22', tanggal: '2026-11-22' })
    expect(refused.status).toBe(422)
    expect(await titles()).toEqual(before)
    await world.asked(sql`DELETE FROM class_session WHERE starts_at > '2026-11-22T17:00Z'`)
    const copied = await world.send(`${world.home}/jadwal/salin`, {
      dari: '2026-11-22',
      tanggal: '2026-11-23',
      alasan: 'Kelas gabungan',
    })
    expect(copied.status).toBe(303)
    expect(await titles()).toEqual(['Perencanaan', 'Kontrak', 'Perencanaan', 'Kontrak'])
  })

  it('begins with that of another class: each session as many days after the first, whole or not at all', async () => {
    await world.asked(sql`DELETE FROM class_session WHERE class_id = ${world.otherId} RETURNING id`)
    const other = `/kelas/${world.otherId}/jadwal`
    expect((await world.see(other)).text).toContain('Angkatan I, mulai 22 November 2026 (4 sesi)')
    for (const kelas of ['', '999999', String(world.otherId)])
      expect((await world.send(`${other}/salin-kelas`, { kelas })).status).toBe(422)
    const taken = await world.send(`${other}/salin-kelas`, { kelas: String(world.classId) })
    expect([taken.status, (await taken.text()).includes('Ruang Ruang Melati dipakai')]).toEqual([422, true])
    await world.asked(
      sql`UPDATE course_class SET starts_on = '2026-11-29', ends_on = '2026-11-29' WHERE id = ${world.otherId} RETURNING id`,
    )
    const long = await world.send(`${other}/salin-kelas`, { kelas: String(world.classId) })
    expect([long.status, (await long.text()).includes('lebih panjang daripada kelas ini')]).toEqual([422, true])
    await world.asked(sql`UPDATE course_class SET ends_on = '2026-11-30' WHERE id = ${world.otherId} RETURNING id`)
    expect((await world.send(`${other}/salin-kelas`, { kelas: String(world.classId) })).status).toBe(303)
    const week = 7 * 24 * 3_600_000
    const shape = async (classId: number, later: number) =>
      (await sessionsOf(database.outer, classId)).map(one => [
        one.title,
        one.startsAt.getTime() + later,
        one.room,
        one.trainers.length,
      ])
    expect(await shape(world.otherId, 0)).toEqual(await shape(world.classId, week))
    await world.asked(sql`DELETE FROM class_session WHERE class_id = ${world.otherId} RETURNING id`)
    await world.send(`${other}/salin-kelas`, { kelas: String(world.classId), tanpa: '1' })
    expect((await shape(world.otherId, 0)).map(([, , room, trainers]) => [room, trainers])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
      [null, 0],
    ])
    await world.asked(sql`DELETE FROM class_session WHERE class_id = ${world.otherId} RETURNING id`)
  })

  it('adds up what a trainer teaches in a year', async () => {
    expect(await trainerLoads(database.outer, [world.trainer, 999_999], 2026)).toEqual([
      { trainerId: world.trainer, jp: 8, sessions: 2 },
      { trainerId: 999_999, jp: 0, sessions: 0 },
    ])
    expect(await trainerLoads(database.outer, [world.trainer], 2025)).toEqual([{ trainerId: world.trainer, jp: 0, sessions: 0 }])
  })

  it('goes out as a sheet, and is read but not changed by who takes part', async () => {
    const answer = await world.get(`${world.home}/jadwal.xlsx`, world.cookies.part)
    const rows = await readSheetBytes(new Uint8Array(await answer.arrayBuffer()))
    expect(rows.flat()).toEqual(expect.arrayContaining(['Perencanaan', 'Ibu Rina', '09:00']))
    expect((await world.see(`${world.home}/jadwal`, world.cookies.part)).text).not.toContain('Tambah sesi')
    expect((await world.send(`${world.home}/jadwal`, world.session, world.cookies.part)).status).toBe(403)
    expect((await world.see(`${world.home}/jadwal`, world.cookies.outside)).status).toBe(404)
  })

  it('loses a session that nobody was marked in, and keeps one that somebody was', async () => {
    const [first, second] = await sessionsOf(database.outer, world.classId)
    await world.send(`${world.home}/hadir/${first!.id}`, { [`h_${world.inside[0]}`]: 'hadir' })
    await world.send(`${world.home}/jadwal/${first!.id}/hapus`, {})
    await world.send(`${world.home}/jadwal/${second!.id}/hapus`, {})
    expect(await titles()).toEqual(['Perencanaan', 'Perencanaan', 'Kontrak'])
  })
})
