import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { newClass, newCourse, newProvider, newSession } from '../../../test/factories/classes.ts'
import { importServices } from '../../../test/factories/imports.ts'
import { newInstansi, newJabatan, newPegawai, newTenure, newUnit } from '../../../test/factories/people.ts'
import type { Actor } from '../../platform/actor.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { cancelClass, followTime } from '../classes/class-actions.ts'
import { requestEnrolments } from '../index.ts'
import { manageEnrolments, ownEnrolments } from './access.ts'
import * as actions from './actions.ts'
import { joinClass, nominate } from './ask.ts'
import { holdPeople } from './store/change.ts'

let database: Database
let services: ReturnType<typeof importServices>['services']
let cleanUp: () => void
beforeAll(async () => {
  database = await testDatabase()
  const made = importServices(database)
  services = { ...made.services, clock: { now: () => new Date('2026-03-01T02:00:00Z'), today: () => '2026-03-01' } }
  cleanUp = made.cleanUp
})
afterAll(async () => {
  cleanUp()
  await database.close()
})

const actor = (values: Partial<Actor> = {}): Actor => ({
  accountId: 'uji',
  username: 'uji',
  name: 'Uji',
  language: 'id',
  mustChangePassword: false,
  pegawaiId: null,
  homeInstansiId: null,
  teamIds: [],
  grants: [],
  ...values,
})
const person = (pegawaiId: number) => actor({ accountId: `akun-${pegawaiId}`, name: `Orang ${pegawaiId}`, pegawaiId })
const pengelola = (instansiId: number) =>
  actor({ grants: [{ role: 'pengelola', place: 'instansi', at: instansiId, instansiIds: [instansiId], peopleIds: [] }] })

/** A ministry and a kabupaten with people each; a course of the ministry that is open to all. */
async function world(rules: object = {}) {
  return asJob(database.outer, async tx => {
    const ministry = await newInstansi(tx, { kind: 'kementerian' })
    const kabupaten = await newInstansi(tx)
    const some = async (instansi_id: number, n: number) => {
      const unit_id = await newUnit(tx, { instansi_id })
      const ids: number[] = []
      for (let i = 0; i < n; i++) ids.push(await newPegawai(tx, { instansi_id, unit_id }))
      return ids
    }
    const central = await some(ministry, 20)
    const regional = await some(kabupaten, 6)
    const provider = await newProvider(tx, { instansi_id: ministry })
    const { versionId, courseId } = await newCourse(tx, { provider_id: provider, entry_rules: rules })
    return { ministry, kabupaten, central, regional, provider, versionId, courseId }
  })
}
type World = Awaited<ReturnType<typeof world>>
const classIn = (w: World, values: Partial<Parameters<typeof newClass>[1]> = {}) =>
  asJob(database.outer, tx =>
    newClass(tx, { provider_id: w.provider, version_id: w.versionId, starts_on: '2026-05-04', ends_on: '2026-05-08', ...values }),
  )
const states = (classId: number) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{ id: number; state: string }>`
      SELECT pegawai_id AS id, state FROM enrolment WHERE class_id = ${classId} ORDER BY queue`.execute(tx)
    return rows
  })
const inState = async (classId: number, state: string) =>
  (await states(classId)).filter(row => row.state === state).map(row => row.id)
const eventsOf = (classId: number, pegawaiId: number) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{ kind: string; reason: string | null }>`
      SELECT kind, reason FROM enrolment_event WHERE class_id = ${classId} AND pegawai_id = ${pegawaiId} ORDER BY id`.execute(tx)
    return rows.map(row => (row.reason ? `${row.kind}: ${row.reason}` : row.kind))
  })
const seatsOf = (classId: number) =>
  asJob(database.outer, async tx => {
    const { rows } = await sql<{ taken: number; waiting: number; asked: number }>`
      SELECT seats_taken AS taken, seats_waiting AS waiting, seats_asked AS asked FROM course_class WHERE id = ${classId}`.execute(
      tx,
    )
    return rows[0]
  })
const join = (pegawaiId: number, classId: number) =>
  joinClass(services, person(pegawaiId), ownEnrolments(person(pegawaiId)), classId)

let w: World
beforeEach(async () => {
  w = await world()
})

describe('seats', () => {
  it('two are left and twenty ask at once: two are in, eighteen wait, each in the order of asking', async () => {
    const id = await classIn(w, { seats_max: 2 })
    await Promise.all(w.central.map(pegawaiId => join(pegawaiId, id)))
    const all = await states(id)
    expect(all).toHaveLength(20)
    expect(all.map(row => row.state)).toEqual(['enrolled', 'enrolled', ...Array(18).fill('waiting')])
    expect(await seatsOf(id)).toEqual({ taken: 2, waiting: 18, asked: 0 })
  })

  it('who withdraws makes room for the first of the queue, who is told', async () => {
    const id = await classIn(w, { seats_max: 1 })
    const [first, second, third] = w.central as [number, number, number]
    for (const one of [first, second, third]) await join(one, id)
    expect(await actions.withdrawOwn(services, person(first), id, 'Ada tugas lain')).toBe(true)
    expect(await states(id)).toEqual([
      { id: first, state: 'withdrawn' },
      { id: second, state: 'enrolled' },
      { id: third, state: 'waiting' },
    ])
    expect(await eventsOf(id, first)).toEqual(['asked', 'enrolled', 'withdrawn: Ada tugas lain'])
    expect(await eventsOf(id, second)).toEqual(['asked', 'waiting', 'moved_up'])
  })

  it('who comes back stands at the end of the queue, and what was is still written down', async () => {
    const id = await classIn(w, { seats_max: 1 })
    const [first, second] = w.central as [number, number]
    await join(first, id)
    await join(second, id)
    await actions.withdrawOwn(services, person(first), id, 'Ada tugas lain')
    await join(first, id)
    expect(await states(id)).toEqual([
      { id: second, state: 'enrolled' },
      { id: first, state: 'waiting' },
    ])
    expect((await eventsOf(id, first)).slice(-2)).toEqual(['asked', 'waiting'])
  })

  it('a ministry keeps 30 % for the regions until its day; then what is left is for who waits', async () => {
    const id = await classIn(w, { seats_max: 10, regional_share: 30, regional_until: '2026-03-20' })
    for (const one of w.central.slice(0, 9)) await join(one, id)
    expect(await seatsOf(id)).toEqual({ taken: 7, waiting: 2, asked: 0 })
    await join(w.regional[0]!, id)
    expect(await inState(id, 'enrolled')).toEqual([...w.central.slice(0, 7), w.regional[0]])
    const later = { ...services, clock: { now: () => new Date('2026-03-21T02:00:00Z'), today: () => '2026-03-21' } }
    await followTime(later)
    expect(await inState(id, 'enrolled')).toEqual([...w.central.slice(0, 9), w.regional[0]])
    expect(await inState(id, 'waiting')).toEqual([])
  })

  it('without an end take everybody in', async () => {
    const id = await classIn(w, { pattern: 'mandiri', starts_on: null, ends_on: null })
    for (const one of w.central.slice(0, 3)) await join(one, id)
    expect(await seatsOf(id)).toEqual({ taken: 3, waiting: 0, asked: 0 })
  })
})

describe('who decides', () => {
  it('with approval a request waits for the organiser, who lets it in where it stood in the order of asking', async () => {
    const id = await classIn(w, { admission: 'approval', seats_max: 1 })
    const [first, second] = w.central as [number, number]
    await join(first, id)
    await join(second, id)
    expect(await inState(id, 'requested')).toEqual([first, second])
    expect(await actions.approveRequests(services, actor(), id, [second, first])).toBe(2)
    expect(await inState(id, 'enrolled')).toEqual([first])
    expect(await inState(id, 'waiting')).toEqual([second])
  })

  it('where the instansi agrees first the organiser cannot pass it by', async () => {
    const id = await classIn(w, { admission: 'approval', instansi_first: true })
    const [one] = w.regional as [number]
    await join(one, id)
    expect(await actions.approveRequests(services, actor(), id, [one])).toBe(0)
    expect(await actions.endorseRequests(services, pengelola(w.kabupaten), id, [one])).toBe(1)
    expect(await inState(id, 'requested')).toEqual([one])
    expect(await actions.approveRequests(services, actor(), id, [one])).toBe(1)
    expect(await inState(id, 'enrolled')).toEqual([one])
    expect(await eventsOf(id, one)).toEqual(['asked', 'endorsed', 'approved', 'enrolled'])
  })

  it('in an open class the word of the instansi is enough', async () => {
    const id = await classIn(w, { instansi_first: true })
    const [one] = w.regional as [number]
    await join(one, id)
    expect(await inState(id, 'requested')).toEqual([one])
    await actions.endorseRequests(services, pengelola(w.kabupaten), id, [one])
    expect(await inState(id, 'enrolled')).toEqual([one])
  })

  it('a nomination is the word of the instansi, reaches only its own people, and nobody nominates oneself into such a class', async () => {
    const id = await classIn(w, { admission: 'nomination', instansi_first: true })
    const by = pengelola(w.kabupaten)
    const { asked, judged } = await nominate(services, by, manageEnrolments(by), id, [...w.regional.slice(0, 2), w.central[0]!])
    expect(asked.requested).toEqual(w.regional.slice(0, 2))
    expect(judged.map(one => one.pegawaiId)).toEqual(w.regional.slice(0, 2))
    expect(await actions.approveRequests(services, actor(), id, w.regional)).toBe(2)
    expect((await join(w.regional[3]!, id)).judged[0]!.flaw).toBe('nomination_only')
  })

  it('who was rejected is told why, and does not ask again alone', async () => {
    const id = await classIn(w, { admission: 'approval' })
    const [one] = w.central as [number]
    await join(one, id)
    await actions.rejectRequests(services, actor(), id, [one], 'Sudah pernah ikut')
    expect(await eventsOf(id, one)).toEqual(['asked', 'rejected: Sudah pernah ikut'])
    expect((await join(one, id)).judged[0]!.flaw).toBe('nomination_only')
    expect(await inState(id, 'rejected')).toEqual([one])
  })

  it('moving somebody to another class of the course gives the seat on and takes one there', async () => {
    const [from, to] = [await classIn(w, { seats_max: 1 }), await classIn(w, { seats_max: 1, admission: 'approval' })]
    const [first, second] = w.central as [number, number]
    await join(first, from)
    await join(second, from)
    expect(await actions.movePeople(services, actor(), from, to, [first])).toEqual({
      enrolled: [first],
      waiting: [],
      requested: [],
    })
    expect(await inState(from, 'enrolled')).toEqual([second])
    expect(await inState(to, 'enrolled')).toEqual([first])
    const other = await world()
    expect(await actions.movePeople(services, actor(), to, await classIn(other), [first])).toBeNull()
    expect(await inState(to, 'enrolled')).toEqual([first])
  })
})

describe('who may come', () => {
  const rules = { jenjang: ['pengawas'], monthsInJenjang: { jenjang: 'pengawas', months: 24 } }
  const pengawasSince = (from: string) =>
    asJob(database.outer, async tx => {
      const unit_id = await newUnit(tx, { instansi_id: w.kabupaten })
      const jabatan_id = await newJabatan(tx, { instansi_id: w.kabupaten, unit_id, jenis: 'pengawas', jenjang: 'pengawas' })
      const pegawai_id = await newPegawai(tx, { instansi_id: w.kabupaten, unit_id, jabatan_id })
      await newTenure(tx, { pegawai_id, instansi_id: w.kabupaten, jabatan_id, from_date: from })
      return pegawai_id
    })

  it('is decided by the entry rules on the first day of the class, and what was seen is kept', async () => {
    w = await world(rules)
    const id = await classIn(w)
    const [long, short] = [await pengawasSince('2023-01-01'), await pengawasSince('2025-01-01')]
    const kept = await join(long, id)
    expect(kept.asked.enrolled).toEqual([long])
    const refused = await join(short, id)
    expect(refused.judged[0]!.flaw).toBe('entry')
    expect(await states(id)).toEqual([{ id: long, state: 'enrolled' }])
    const { rows } = await asJob(database.outer, tx =>
      sql<{ entry: object }>`SELECT entry FROM enrolment WHERE class_id = ${id}`.execute(tx),
    )
    expect(rows[0]!.entry).toMatchObject({
      rule: 'masuk-1',
      on: '2026-05-04',
      met: true,
      each: [
        { rule: 'jenjang', met: true, have: 'pengawas' },
        { rule: 'monthsInJenjang', met: true, have: 40, need: { jenjang: 'pengawas', months: 24 } },
      ],
    })
  })

  it('is not kept out by what is not known: the answer says so', async () => {
    w = await world({ noDiscipline: true, trainings: ['Latsar'] })
    const id = await classIn(w)
    const { asked, judged } = await join(w.regional[0]!, id)
    expect(judged[0]!.entry.met).toBeNull()
    expect(asked.enrolled).toEqual([w.regional[0]])
  })

  it('is nobody of another instansi in a class for one, nobody after the deadline, nobody twice', async () => {
    const own = await classIn(w, { for_instansi: [w.kabupaten] })
    expect((await join(w.central[0]!, own)).judged[0]!.flaw).toBe('not_for_instansi')
    const late = await classIn(w, { registration_until: '2026-02-28' })
    expect((await join(w.central[0]!, late)).judged[0]!.flaw).toBe('over')
    const id = await classIn(w)
    await join(w.central[0]!, id)
    expect((await join(w.central[0]!, id)).judged[0]!.flaw).toBe('already')
    expect(await states(id)).toHaveLength(1)
  })

  it('is told of another class on the same days', async () => {
    const [one, other] = [await classIn(w), await classIn(w, { starts_on: '2026-05-08', ends_on: '2026-05-10' })]
    await join(w.central[0]!, one)
    const { judged, asked } = await join(w.central[0]!, other)
    expect(judged[0]!.clashes.map(clash => clash.classId)).toEqual([one])
    expect(asked.enrolled).toEqual([w.central[0]])
  })

  it('a plan asks in its own transaction, and says whom it leaves out and why', async () => {
    w = await world(rules)
    const id = await classIn(w, { admission: 'nomination', instansi_first: true })
    const [long, short] = [await pengawasSince('2023-01-01'), await pengawasSince('2025-01-01')]
    const by = { account: 'uji', name: 'Rencana 2026', at: services.clock.now() }
    const answer = await asJob(database.outer, tx =>
      requestEnrolments(tx, { classId: id, pegawaiIds: [long, short], by, planLine: 77 }),
    )
    expect(answer).toEqual({
      enrolled: [],
      waiting: [],
      requested: [long],
      refused: [{ pegawaiId: short, why: 'entry' }],
    })
    const { rows } = await asJob(database.outer, tx =>
      sql<object>`SELECT way, plan_line, endorsed_at IS NOT NULL AS endorsed FROM enrolment WHERE class_id = ${id}`.execute(tx),
    )
    expect(rows).toEqual([{ way: 'planned', plan_line: 77, endorsed: true }])
  })
})

describe('two classes at the same hours', () => {
  const meetingAt = async (hours: readonly [string, string][], values: Parameters<typeof classIn>[1] = {}) => {
    const id = await classIn(w, values)
    await asJob(database.outer, async tx => {
      for (const [from, until] of hours) await newSession(tx, id, from, until)
    })
    return id
  }
  const morning = ['2026-05-04T01:00:00Z', '2026-05-04T04:00:00Z'] as [string, string]
  const noon = ['2026-05-04T03:00:00Z', '2026-05-04T06:00:00Z'] as [string, string]
  const later = ['2026-05-04T04:00:00Z', '2026-05-04T06:00:00Z'] as [string, string]
  const titles = async (classId: number) => {
    const { rows } = await database.asOwner(db =>
      sql<{
        title: string
      }>`SELECT title_id AS title FROM notices.notice WHERE href = ${`/kelas/${classId}`} ORDER BY id`.execute(db),
    )
    return rows.map(row => row.title)
  }

  it('cannot both be joined alone; one that only begins when the other ends can', async () => {
    const [first, same, after] = [await meetingAt([morning]), await meetingAt([noon]), await meetingAt([later])]
    const [one] = w.central as [number]
    await join(one, first)
    const refused = await join(one, same)
    expect(refused.judged[0]).toMatchObject({ flaw: 'clash', clashes: [{ classId: first, meets: { timeZone: 'Asia/Jakarta' } }] })
    expect(await states(same)).toEqual([])
    expect((await join(one, after)).asked.enrolled).toEqual([one])
    await actions.withdrawOwn(services, person(one), first, 'Pilih yang lain')
    expect((await join(one, same)).judged[0]!.flaw).toBe('clash') // the later one
    await actions.withdrawOwn(services, person(one), after, 'Pilih yang lain')
    expect((await join(one, same)).asked.enrolled).toEqual([one])
  })

  it('are no clash where one only waits for the other, or it was cancelled', async () => {
    const [full, same] = [await meetingAt([morning], { seats_max: 1 }), await meetingAt([noon])]
    const [one, two] = w.central as [number, number]
    await join(one, full)
    await join(two, full)
    expect((await join(two, same)).asked.enrolled).toEqual([two])
    await cancelClass(services, actor(), full, 'Narasumber berhalangan')
    expect((await join(one, same)).asked.enrolled).toEqual([one])
  })

  it('leave out who is nominated, unless a reason says why, which is kept', async () => {
    const [first, same] = [await meetingAt([morning]), await meetingAt([noon], { admission: 'approval' })]
    const [one, two] = w.regional as [number, number]
    await join(one, first)
    const by = pengelola(w.kabupaten)
    const send = (why: string | null) => nominate(services, by, manageEnrolments(by), same, [one, two], why)
    const refused = await send(null)
    expect([refused.asked.requested, refused.judged.map(it => it.flaw)]).toEqual([[two], ['clash', null]])
    expect((await send('Kelas pertama hanya pembukaan')).asked.requested).toEqual([one])
    expect(await eventsOf(same, one)).toEqual(['nominated: Kelas pertama hanya pembukaan'])
    expect(await eventsOf(same, two)).toEqual(['nominated'])
    await actions.approveRequests(services, actor(), same, [one, two])
    expect(await inState(same, 'enrolled')).toEqual([two, one])
  })

  it('let the next of the waiting list move up; who is passed over keeps the place, is told once, and has the seat when free again', async () => {
    const same = await meetingAt([noon], { seats_max: 1 })
    const first = await meetingAt([morning])
    const [holder, one, two] = w.central as [number, number, number]
    const account = `akun-${one}`
    await database.asOwner(db =>
      sql`INSERT INTO identity.user_account (id, name, email, username, pegawai_id) VALUES (${account}, 'Satu', ${`${account}@invalid`}, ${account}, ${one})`.execute(
        db,
      ),
    )
    for (const id of [holder, one, two]) await join(id, same)
    await join(one, first)
    await actions.withdrawOwn(services, person(holder), same, 'Ada tugas lain')
    expect(await states(same)).toEqual([
      { id: holder, state: 'withdrawn' },
      { id: one, state: 'waiting' },
      { id: two, state: 'enrolled' },
    ])
    expect(await eventsOf(same, one)).toEqual(['asked', 'waiting', 'held'])
    await actions.withdrawPeople(services, actor(), same, [two], 'Tidak hadir')
    await followTime(services)
    expect(await eventsOf(same, one)).toEqual(['asked', 'waiting', 'held'])
    expect((await titles(same)).filter(title => title.includes('bentrok'))).toHaveLength(1)
    await actions.withdrawOwn(services, person(one), first, 'Pilih yang lain')
    await followTime(services)
    expect(await inState(same, 'enrolled')).toEqual([one])
  })

  it('asked for at the same moment give one seat', async () => {
    const [first, same] = [await meetingAt([morning]), await meetingAt([noon])]
    const [one] = w.central as [number]
    await Promise.all([join(one, first), join(one, same)])
    const seats = [...(await inState(first, 'enrolled')), ...(await inState(same, 'enrolled'))]
    expect(seats).toEqual([one])
  })

  it('are no reason not to move from the one into the other', async () => {
    const [from, to] = [await meetingAt([morning]), await meetingAt([noon])]
    const [one] = w.central as [number]
    await join(one, from)
    expect((await actions.movePeople(services, actor(), from, to, [one]))!.enrolled).toEqual([one])
  })
})

describe('the end of a class before it began', () => {
  it('a cancelled class cancels who is in it or waits, with the reason, and keeps what was', async () => {
    const id = await classIn(w, { seats_max: 1 })
    const [first, second, third] = w.central as [number, number, number]
    for (const one of [first, second, third]) await join(one, id)
    await actions.withdrawOwn(services, person(third), id, 'Ada tugas lain')
    expect(await cancelClass(services, actor(), id, 'Narasumber berhalangan')).toBe(2)
    expect((await states(id)).map(row => row.state)).toEqual(['cancelled', 'cancelled', 'withdrawn'])
    expect((await eventsOf(id, second)).at(-1)).toBe('cancelled: Narasumber berhalangan')
    expect(await cancelClass(services, actor(), id, 'Lagi')).toBeNull()
  })

  it('on its first day it runs, in its own time zone, and nobody withdraws alone any more', async () => {
    const id = await classIn(w, { starts_on: '2026-03-01', ends_on: '2026-03-03' })
    await join(w.central[0]!, id)
    const before = { ...services, clock: { now: () => new Date('2026-02-28T16:59:00Z'), today: () => '2026-02-28' } }
    await followTime(before)
    const state = async () =>
      (await sql<{ state: string }>`SELECT state FROM course_class WHERE id = ${id}`.execute(database.outer)).rows[0]!.state
    expect(await state()).toBe('open')
    await followTime(services)
    expect(await state()).toBe('running')
    expect(await actions.withdrawOwn(services, person(w.central[0]!), id, 'Terlambat')).toBe(false)
    expect(await actions.withdrawPeople(services, actor(), id, [w.central[0]!], 'Tidak hadir')).toBe(1)
  })
})

describe('at once', () => {
  // On PostgreSQL two connections; embedded, one after the other.
  it('moving people waits for nobody who waits for it', async () => {
    const days = (from: string, until: string) => ({ starts_on: from, ends_on: until })
    const left = await classIn(w, { seats_max: 1, ...days('2026-06-01', '2026-06-02') })
    const entered = await classIn(w, { seats_max: 2, ...days('2026-07-01', '2026-07-02') })
    const [first, moved, , later] = w.central as [number, number, number, number]
    // `first` waits in the class that is left, `later` in the one that is entered.
    await join(moved, left)
    await join(first, left)
    for (const one of w.central.slice(10, 12)) await join(one, entered)
    await join(later, entered)
    const other = asJob(database.outer, async tx => {
      await holdPeople(tx, [first])
      await new Promise(resolve => setTimeout(resolve, 300))
      await holdPeople(tx, [later])
    })
    const organiser = { ...pengelola(w.ministry), name: 'Penyelenggara' }
    const done = await Promise.all([actions.movePeople(services, organiser, left, entered, [moved]), other])
    expect(done[0]).toMatchObject({ waiting: [moved] })
    expect(await inState(left, 'enrolled')).toEqual([first])
  })
})

describe('oneself', () => {
  const keeper = (pegawaiId: number) => actor({ ...pengelola(w.ministry), pegawaiId, homeInstansiId: w.ministry })
  const decided = (work: () => Promise<unknown>) =>
    expect(work).rejects.toMatchObject({ status: 403, detail: { id: expect.stringContaining('dicatat oleh orang lain') } })

  it('is not nominated; the others of the list are, and one asks like everybody else', async () => {
    const id = await classIn(w, { admission: 'approval' })
    const [own, other] = w.central as [number, number]
    const me = keeper(own)
    const { asked, judged } = await nominate(services, me, manageEnrolments(me), id, [own, other])
    expect(asked.requested).toEqual([other])
    expect(judged.find(person => person.pegawaiId === own)?.flaw).toBe('oneself')
    expect((await joinClass(services, me, ownEnrolments(me), id)).asked.requested).toEqual([own])
    expect(await eventsOf(id, own)).toEqual(['asked'])
  })

  it('is not let in, rejected, taken out or moved by oneself, also not among others', async () => {
    const id = await classIn(w, { admission: 'approval' })
    const next = await classIn(w)
    const [own, other] = w.central as [number, number]
    const me = keeper(own)
    for (const one of [own, other]) await join(one, id)
    const before = await states(id)
    await decided(() => actions.approveRequests(services, me, id, [other, own]))
    await decided(async () => actions.endorseRequests(services, me, id, [own]))
    await decided(async () => actions.rejectRequests(services, me, id, [own], 'Tidak jadi'))
    await decided(async () => actions.withdrawPeople(services, me, id, [own], 'Tidak jadi'))
    await decided(() => actions.movePeople(services, me, id, next, [own]))
    expect(await states(id)).toEqual(before)
    expect(await actions.approveRequests(services, me, id, [other])).toBe(1)
    expect(await actions.approveRequests(services, keeper(other), id, [own])).toBe(1)
    expect(await inState(id, 'enrolled')).toEqual([own, other])
  })
})
