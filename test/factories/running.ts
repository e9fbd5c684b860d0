import type { Role } from '../../src/platform/actor.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../../src/platform/db/index.ts'
import { bareApp } from './app.ts'
import { enrol, newClass, newCourse, newProvider } from './classes.ts'
import { newInstansi, newJabatan, newPegawai, newUnit } from './people.ts'

export const password = 'kereta malam ke barat'

export async function newRoom(tx: Tx, providerId: number, name: string, capacity = 40): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO room (provider_id, kind, name, capacity) VALUES (${providerId}, 'kelas', ${name}, ${capacity}) RETURNING id`.execute(
    tx,
  )
  return rows[0]!.id
}
export async function newTrainer(tx: Tx, providerId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO trainer (provider_id, name, kind) VALUES (${providerId}, ${name}, 'widyaiswara') RETURNING id`.execute(tx)
  return rows[0]!.id
}

const pass = {
  mark: 70,
  components: [
    { key: 'pengetahuan', name: 'Pengetahuan', weight: 60 },
    { key: 'praktik', name: 'Praktik', weight: 40 },
  ],
  attendance: 85,
  lessons: 'required',
}

/**
 * A province with an institution, its organiser (`penyelenggara`), a course of two subjects (6 JP), a class of two days with `people` in it, the
 * first of whom signs in as `peserta`, and somebody outside (`luar`). It is 22 November 2026, ten in the morning in Pangkalpinang.
 */
export async function runningClass(database: Database, people = 3, programme: string | null = null) {
  const app = await bareApp(database)
  const made = await asJob(database.outer, async tx => {
    const instansiId = await newInstansi(tx)
    const unitId = await newUnit(tx, { instansi_id: instansiId })
    const jabatanId = await newJabatan(tx, { instansi_id: instansiId, unit_id: unitId, name: 'Analis' })
    const pegawaiIds: number[] = []
    for (let n = 0; n < people + 1; n++)
      pegawaiIds.push(
        await newPegawai(tx, {
          instansi_id: instansiId,
          unit_id: unitId,
          jabatan_id: jabatanId,
          name: `Orang ${String(n).padStart(3, '0')}`,
        }),
      )
    const providerId = await newProvider(tx, { instansi_id: instansiId, name: 'BPSDM Uji' })
    const { versionId } = await newCourse(tx, { provider_id: providerId, title: 'Pengadaan Dasar', jp: 6, pass, programme })
    await sql`INSERT INTO course_subject (version_id, sort, title, jp) VALUES (${versionId}, 1, 'Perencanaan', 4), (${versionId}, 2, 'Kontrak', 2)`.execute(
      tx,
    )
    const days = { starts_on: '2026-11-22', ends_on: '2026-11-23' }
    const classOf = (name: string) =>
      newClass(tx, {
        provider_id: providerId,
        version_id: versionId,
        name,
        state: 'running',
        seats_max: 30,
        place: 'Kampus Uji',
        ...days,
      })
    const classId = await classOf('Angkatan I')
    const otherId = await classOf('Angkatan II')
    const [outside, ...inside] = pegawaiIds as [number, ...number[]]
    await enrol(tx, classId, inside)
    const room = await newRoom(tx, providerId, 'Ruang Melati')
    const trainer = await newTrainer(tx, providerId, 'Ibu Rina')
    const nips = (await sql<{ id: number; nip: string }>`SELECT pegawai_id AS id, nip FROM pegawai`.execute(tx)).rows
    return {
      instansiId,
      unitId,
      providerId,
      versionId,
      classId,
      otherId,
      inside,
      outside,
      room,
      trainer,
      nips: new Map(nips.map(one => [one.id, one.nip])),
    }
  })
  const staff = await app.account(`penyelenggara${made.classId}`, password, { role: 'penyelenggara' as Role })
  await asJob(database.outer, tx =>
    sql`INSERT INTO provider_staff (provider_id, account_id, added_by, added_at) VALUES (${made.providerId}, ${staff}, 'uji', now())`.execute(
      tx,
    ),
  )
  await app.account(`peserta${made.classId}`, password, { pegawaiId: made.inside[0]! })
  await app.account(`kedua${made.classId}`, password, { pegawaiId: made.inside[1]! })
  await app.account(`luar${made.classId}`, password, { pegawaiId: made.outside })
  const cookies = {
    holder: await app.signIn(`penyelenggara${made.classId}`, password),
    part: await app.signIn(`peserta${made.classId}`, password),
    second: await app.signIn(`kedua${made.classId}`, password),
    outside: await app.signIn(`luar${made.classId}`, password),
  }
  const home = `/kelas/${made.classId}`
  const session = { tanggal: '2026-11-22', mulai: '09:00', selesai: '12:00', mata: '1', judul: '', jp: '4', cara: 'tatap_muka' }
  return {
    ...app,
    ...made,
    cookies,
    home,
    /** The fields of a session that fits: from nine to twelve on the first day. */
    session,
    setTime: (iso: string) => {
      app.services.clock = fixedClock(iso)
    },
    send: (path: string, fields: Record<string, string>, cookie = cookies.holder) => app.post(path, fields, cookie),
    see: async (path: string, cookie = cookies.holder) => {
      const answer = await app.get(path, cookie)
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    },
    /** Puts sessions into the timetable of a class and answers their ids. */
    schedule: async (fields: Record<string, string>[], classId = made.classId) => {
      for (const one of fields) {
        const answer = await app.post(`/kelas/${classId}/jadwal`, { ...session, ...one }, cookies.holder)
        if (answer.status !== 303) throw new Error(`a session was answered ${answer.status}: ${await answer.text()}`)
      }
      const { rows } = await sql<{
        id: number
      }>`SELECT id FROM class_session WHERE class_id = ${classId} ORDER BY starts_at, id`.execute(database.outer)
      return rows.map(row => row.id)
    },
    asked: <Row>(query: ReturnType<typeof sql<Row>>) => asJob(database.outer, async tx => (await query.execute(tx)).rows),
  }
}
export type RunningClass = Awaited<ReturnType<typeof runningClass>>
