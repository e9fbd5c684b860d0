import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../../test/database.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { type Database, sql, type Tx } from '../../platform/db/index.ts'
import { complete } from './complete.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const by = { account: 'panitia', name: 'Panitia', at: new Date('2026-11-13T08:00:00Z') }
const rowsOf = async <Row>(tx: Tx, text: string) => (await sql.raw<Row>(text).execute(tx)).rows

/** A class of a provider with two people of one government and one of another. */
async function taught(tx: Tx, values: Parameters<typeof newClass>[3] = {}) {
  const office = async (people: number) => {
    const instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: instansi })
    const ids: number[] = []
    for (let n = 0; n < people; n++) ids.push(await newPegawai(tx, { instansi_id: instansi, unit_id }))
    return { instansi, ids }
  }
  const [here, there] = [await office(2), await office(1)]
  const provider = await newProvider(tx, here.instansi)
  const { versionId } = await newCourse(tx, provider, { title: 'Pelatihan Anggaran', jp: 30, form: 'teknis' })
  const classId = await newClass(tx, provider, versionId, { form: 'bimtek', state: 'running', ...values })
  const [ani, budi, citra] = [...here.ids, ...there.ids] as [number, number, number]
  await enrol(tx, classId, [ani, budi, citra])
  return { here, there, classId, ani, budi, citra }
}
const ending = (pegawaiId: number, passed = true, on = '2026-11-13') => ({
  pegawaiId,
  passed,
  on,
  finalScore: passed ? 88.5 : 40,
  reason: passed ? null : 'Kehadiran kurang',
})

describe('a class that ends', () => {
  it('completes who passed, fails who did not, and records what was learned, for people of two governments', () =>
    rolledBack(database, 'job', async tx => {
      const { here, there, classId, ani, budi, citra } = await taught(tx)
      expect(await complete(tx, classId, [ending(ani), ending(budi, false), ending(citra)], by)).toEqual([
        { pegawaiId: ani, instansiId: here.instansi, passed: true },
        { pegawaiId: budi, instansiId: here.instansi, passed: false },
        { pegawaiId: citra, instansiId: there.instansi, passed: true },
      ])
      expect(
        await rowsOf(
          tx,
          `SELECT pegawai_id AS who, state, final_score::float8 AS score, reason, finished_at FROM enrolment WHERE class_id = ${classId} ORDER BY 1`,
        ),
      ).toEqual([
        { who: ani, state: 'completed', score: 88.5, reason: null, finished_at: by.at },
        { who: budi, state: 'failed', score: 40, reason: 'Kehadiran kurang', finished_at: by.at },
        { who: citra, state: 'completed', score: 88.5, reason: null, finished_at: by.at },
      ])
      expect(
        await rowsOf(
          tx,
          `SELECT pegawai_id AS who, instansi_id, form, name, started_on, ended_on, jp, source, source_id, recorded_by FROM learning_record ORDER BY 1`,
        ),
      ).toEqual(
        [
          { who: ani, instansi_id: here.instansi },
          { who: citra, instansi_id: there.instansi },
        ].map(one => ({
          ...one,
          form: 'bimtek',
          name: 'Pelatihan Anggaran',
          started_on: '2026-11-09',
          ended_on: '2026-11-13',
          jp: 30,
          source: 'kelas',
          source_id: classId,
          recorded_by: 'panitia',
        })),
      )
      expect(await rowsOf(tx, `SELECT fact, payload FROM outbox WHERE fact LIKE 'learning.%' ORDER BY id`)).toEqual([
        { fact: 'learning.completed', payload: { instansiId: here.instansi, classId, pegawaiIds: [ani] } },
        { fact: 'learning.recorded', payload: { instansiId: here.instansi, pegawaiIds: [ani] } },
        { fact: 'learning.completed', payload: { instansiId: there.instansi, classId, pegawaiIds: [citra] } },
        { fact: 'learning.recorded', payload: { instansiId: there.instansi, pegawaiIds: [citra] } },
      ])
      expect(
        await rowsOf(
          tx,
          `SELECT pegawai_id AS who, kind, by_name, reason FROM enrolment_event WHERE class_id = ${classId} ORDER BY 1`,
        ),
      ).toEqual([
        { who: ani, kind: 'completed', by_name: 'Panitia', reason: null },
        { who: budi, kind: 'failed', by_name: 'Panitia', reason: 'Kehadiran kurang' },
        { who: citra, kind: 'completed', by_name: 'Panitia', reason: null },
      ])
    }))

  it('ends once: the same again, or otherwise, changes nothing and says nothing', () =>
    rolledBack(database, 'job', async tx => {
      const { classId, ani, budi } = await taught(tx)
      await complete(tx, classId, [ending(ani), ending(budi, false)], by)
      const state = () =>
        rowsOf(
          tx,
          `SELECT (SELECT jsonb_agg(e ORDER BY pegawai_id) FROM enrolment e WHERE class_id = ${classId}) AS enrolled, (SELECT count(*)::int FROM enrolment_event) AS events,
             (SELECT jsonb_agg(r) FROM learning_record r) AS records, (SELECT count(*)::int FROM outbox) AS facts`,
        )
      const before = await state()
      expect(await complete(tx, classId, [ending(ani), ending(budi, false)], by)).toEqual([])
      expect(await complete(tx, classId, [ending(ani, false), ending(budi)], by)).toEqual([])
      expect(await state()).toEqual(before)
    }))

  it('leaves who withdrew, and a record that stood under the same name and day', () =>
    rolledBack(database, 'job', async tx => {
      const { classId, ani, budi } = await taught(tx)
      await sql`UPDATE enrolment SET state = 'withdrawn' WHERE pegawai_id = ${budi}`.execute(tx)
      await sql`
        INSERT INTO learning_record (pegawai_id, instansi_id, instansi_then, form, name, ended_on, jp, source, recorded_at)
        SELECT pegawai_id, instansi_id, instansi_id, 'teknis', 'PELATIHAN ANGGARAN', '2026-11-13', 20, 'klaim', now() FROM pegawai WHERE pegawai_id = ${ani}`.execute(
        tx,
      )
      expect((await complete(tx, classId, [ending(ani), ending(budi)], by)).map(one => one.pegawaiId)).toEqual([ani])
      expect(await rowsOf(tx, 'SELECT pegawai_id AS who, jp, source FROM learning_record')).toEqual([
        { who: ani, jp: 20, source: 'klaim' },
      ])
    }))

  it('of what is learned alone has the days on which the person began and finished', () =>
    rolledBack(database, 'job', async tx => {
      const { classId, ani } = await taught(tx, { pattern: 'mandiri', form: 'e_learning', state: 'open' })
      await sql`UPDATE enrolment SET started_at = '2026-10-05T03:00:00Z' WHERE pegawai_id = ${ani}`.execute(tx)
      await complete(tx, classId, [ending(ani, true, '2026-10-09')], by)
      expect(await rowsOf(tx, 'SELECT form, started_on, ended_on FROM learning_record')).toEqual([
        { form: 'e_learning', started_on: '2026-10-05', ended_on: '2026-10-09' },
      ])
    }))

  it('begins on the day it was here, not in Greenwich: half past one at night is the new day', () =>
    rolledBack(database, 'job', async tx => {
      const { classId, ani } = await taught(tx, { pattern: 'mandiri', form: 'e_learning', state: 'open' })
      await sql`UPDATE enrolment SET started_at = '2026-10-05T18:30:00Z' WHERE pegawai_id = ${ani}`.execute(tx)
      await complete(tx, classId, [ending(ani, true, '2026-10-06')], by)
      expect(await rowsOf(tx, 'SELECT started_on, ended_on FROM learning_record')).toEqual([
        { started_on: '2026-10-06', ended_on: '2026-10-06' },
      ])
    }))
})
