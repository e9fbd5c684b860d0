import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, inScope, sql, type Tx } from '../../platform/db/index.ts'
import type { RecordToAdd } from './store.ts'
import { addRecords, withdrawRecord } from './write.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const at = new Date('2026-11-22T03:00:00Z')
const by = { account: 'uji', at }
const webinar: Omit<RecordToAdd, 'pegawaiId'> = {
  form: 'seminar',
  international: false,
  name: 'Webinar Etika',
  organiser: 'BPSDM',
  startedOn: '2026-03-02',
  endedOn: '2026-03-02',
  jp: 4,
  sessions: null,
  certificateNumber: null,
  source: 'klaim',
  sourceId: 7,
  file: null,
}

async function twoOffices(tx: Tx) {
  const office = async () => {
    const instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: instansi })
    const people = [1, 2].map(() => newPegawai(tx, { instansi_id: instansi, unit_id }))
    return { instansi, people: await Promise.all(people) }
  }
  return { here: await office(), there: await office() }
}

const facts = async (tx: Tx) =>
  (await sql<{ payload: unknown }>`SELECT payload FROM outbox WHERE fact = 'learning.recorded' ORDER BY id`.execute(tx)).rows.map(
    row => row.payload,
  )

describe('what was learned', () => {
  it('is written down once, for people of two governments, and each government hears of its own', () =>
    rolledBack(database, 'job', async tx => {
      const { here, there } = await twoOffices(tx)
      const [ani, budi] = here.people as [number, number]
      const [citra] = there.people as [number, number]
      const rows = [ani, citra, budi].map(pegawaiId => ({ ...webinar, pegawaiId }))
      const first = await addRecords(tx, rows, by)
      expect(first.map(one => one?.added)).toEqual([true, true, true])
      expect(await facts(tx)).toEqual(
        expect.arrayContaining([
          { instansiId: here.instansi, pegawaiIds: [ani, budi] },
          { instansiId: there.instansi, pegawaiIds: [citra] },
        ]),
      )
      const again = await addRecords(tx, [...rows, { ...webinar, pegawaiId: ani, name: 'webinar etika', jp: 8 }], by)
      expect(again).toEqual([...first, first[0]].map(one => ({ id: one!.id, added: false })))
      expect(await facts(tx)).toHaveLength(2)
      const { rows: kept } = await sql`
        SELECT jp, source, source_id, recorded_by, instansi_then FROM learning_record WHERE pegawai_id = ${ani}`.execute(tx)
      expect(kept).toEqual([{ jp: 4, source: 'klaim', source_id: 7, recorded_by: 'uji', instansi_then: here.instansi }])
    }))

  it('is the same where the certificate and the day are, whatever it is called', () =>
    rolledBack(database, 'job', async tx => {
      const [pegawaiId] = (await twoOffices(tx)).here.people as [number, number]
      const one = { ...webinar, pegawaiId, certificateNumber: 'S-12/2026' }
      const [first] = await addRecords(tx, [one], by)
      const other = { ...one, name: 'Webinar Etika ASN', certificateNumber: 's-12/2026' }
      expect(await addRecords(tx, [other, { ...other, endedOn: '2026-03-09' }], by)).toEqual([
        { id: first!.id, added: false },
        { id: expect.any(Number), added: true },
      ])
      const twice = { ...one, name: 'Dua kali', certificateNumber: 'X-1/2026' }
      const [a, b] = await addRecords(tx, [twice, { ...twice, name: 'Dua kali, nama lain' }], by)
      expect([a!.added, b!.id]).toEqual([true, a!.id])
    }))

  it('is another where the number says too little to tell one certificate from another', () =>
    rolledBack(database, 'job', async tx => {
      const [pegawaiId] = (await twoOffices(tx)).here.people as [number, number]
      const one = { ...webinar, pegawaiId, certificateNumber: '-' }
      const rows = [one, { ...one, name: 'Bimtek Arsip' }]
      expect((await addRecords(tx, rows, by)).map(row => row!.added)).toEqual([true, true])
      const [third] = await addRecords(tx, [{ ...one, name: 'Lokakarya Data' }], by)
      expect(third!.added).toBe(true)
      const { rows: kept } = await sql`SELECT name FROM learning_record ORDER BY id`.execute(tx)
      expect(kept).toHaveLength(3)
    }))

  it('answers null for a person out of sight, and writes nothing', async () => {
    const { here, there } = await asJob(database.outer, twoOffices)
    const scope = { kind: 'instansi' as const, instansi: [here.instansi] }
    await rolledBack(database, scope, async tx => {
      const rows = [there.people[0]!, here.people[0]!].map(pegawaiId => ({ ...webinar, pegawaiId }))
      expect((await addRecords(tx, rows, by)).map(one => one?.added ?? null)).toEqual([null, true])
    })
    const left = await inScope(database.outer, { kind: 'nation' }, tx => sql`SELECT 1 FROM learning_record`.execute(tx))
    expect(left.rows).toEqual([])
  })

  it('can be taken back with a reason, once, and then come again', () =>
    rolledBack(database, 'job', async tx => {
      const { here } = await twoOffices(tx)
      const pegawaiId = here.people[0]!
      const [first] = await addRecords(tx, [{ ...webinar, pegawaiId }], by)
      const record = { pegawaiId, id: first!.id }
      expect(await withdrawRecord(tx, record, 'Salah orang', by)).toEqual({ instansiId: here.instansi, name: 'Webinar Etika' })
      expect(await withdrawRecord(tx, record, 'Salah orang', by)).toBeNull()
      expect(await facts(tx)).toHaveLength(2)
      const [again] = await addRecords(tx, [{ ...webinar, pegawaiId }], by)
      expect(again).toMatchObject({ added: true })
      const { rows } = await sql`
        SELECT id, withdrawn_by, withdrawn_why FROM learning_record WHERE pegawai_id = ${pegawaiId} ORDER BY id`.execute(tx)
      expect(rows).toEqual([
        { id: first!.id, withdrawn_by: 'uji', withdrawn_why: 'Salah orang' },
        { id: again!.id, withdrawn_by: null, withdrawn_why: null },
      ])
    }))
})
