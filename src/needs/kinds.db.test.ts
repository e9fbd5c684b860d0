import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { newQualification, newRating, newStated, newTraining } from '../../test/factories/needs.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newStandard,
  newTenure,
  newUnit,
} from '../../test/factories/people.ts'
import { fixedClock } from '../platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../platform/db/index.ts'
import { recalculate, recalculatePeople } from './recalculate.ts'
import { trainingKey } from './rules/training-key.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const clock = fixedClock('2026-11-22T03:00:00Z')
const job = <T>(work: (tx: Tx) => Promise<T>) => asJob(database.outer, work)
const all = <Row = Record<string, unknown>>(query: string): Promise<Row[]> =>
  job(async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const run = (id: number) => recalculate({ db: database.outer, clock }, id)

const o = { instansi: 0, unit: 0, jabatan: 0, standard: 0 }
beforeEach(() =>
  job(async tx => {
    o.instansi = await newInstansi(tx)
    o.unit = await newUnit(tx, { instansi_id: o.instansi })
    o.jabatan = await newJabatan(tx, { instansi_id: o.instansi, unit_id: o.unit, jenjang: 'pengawas' })
    o.standard = await newStandard(tx, { jabatan_id: o.jabatan }, [])
  }),
)

const somebody = (tx: Tx, jabatan_id = o.jabatan, more: { status?: string; jabatan_aim_id?: number } = {}) =>
  newPegawai(tx, { instansi_id: o.instansi, unit_id: o.unit, jabatan_id, ...more })
const had = (tx: Tx, pegawai_id: number, name: string) => newTraining(tx, { pegawai_id, instansi_id: o.instansi, name })
const lacking = () =>
  all(`SELECT pegawai_id AS who, post, key, importance FROM training_gap WHERE instansi_id = ${o.instansi} ORDER BY 1, 2, 3`)
const needs = (kind: string) =>
  all(`SELECT kind, post, subject, title, jenjang, people, staff, distribution, gap::float8, dif::float8, goal::float8, mandate::float8, reach::float8,
    score::float8, known, tier, mandate_basis, goal_title FROM need WHERE instansi_id = ${o.instansi} AND kind = '${kind}' ORDER BY subject, jenjang`)

describe('the key of a training', () => {
  const pieces = fc.constantFrom(
    'Diklat',
    'PIM',
    'Pelatihan ',
    'Pendidikan dan ',
    'Tk.',
    ' IV',
    ' (PKP)',
    ' (II)',
    '/',
    'É',
    'İ',
    ' dan ',
    'level',
    '1',
    'v',
  )
  it('is the same in SQL and in TypeScript', async () => {
    const names = fc
      .sample(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(pieces).map(parts => parts.join('')),
        ),
        400,
      )
      .map(name => name.replaceAll('\0', '').toWellFormed())
    const rows = await job(async tx => {
      const found = await sql<{ key: string }>`
        SELECT training_key(n) AS key FROM jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) WITH ORDINALITY AS t(n, i) ORDER BY i`.execute(
        tx,
      )
      return found.rows
    })
    expect(rows.map(row => row.key)).toEqual(names.map(trainingKey))
  })
})

describe('needs of kind training', () => {
  it('count who holds the post without it, however it is spelt; what an old name counts as says the standard', async () => {
    const [none, spelt, old, other] = await job(async tx => {
      await newQualification(tx, {
        standard_id: o.standard,
        name: 'Pelatihan Kepemimpinan Pengawas (PKP)',
        also: ['Diklat PIM Tingkat IV'],
      })
      const people = [await somebody(tx), await somebody(tx), await somebody(tx), await somebody(tx)] as const
      await had(tx, people[1], 'DIKLAT KEPEMIMPINAN PENGAWAS')
      await had(tx, people[2], 'Diklatpim Tk. IV')
      await had(tx, people[3], 'Diklatpim Tk. III')
      return people
    })
    await run(o.instansi)
    expect(await lacking()).toEqual(
      [none, other].map(who => ({ who, post: 'held', key: 'kepemimpinan pengawas', importance: 'mutlak' })),
    )
    expect([spelt, old]).toHaveLength(2)
    // Mandate 1 at weight 15 and reach 2 of 4 at weight 10: (15 + 5) / 25.
    expect(await needs('training')).toMatchObject([
      {
        subject: 'kepemimpinan pengawas',
        title: 'Pelatihan Kepemimpinan Pengawas (PKP)',
        jenjang: 'pengawas',
        people: 2,
        staff: 4,
        distribution: { mutlak: 2 },
        gap: null,
        dif: null,
        goal: null,
        mandate: 1,
        reach: 0.5,
        known: 2,
        score: 0.8,
        tier: 'penting', // .80 of two known components: not urgen until a third is known
      },
    ])
  })

  it('leave a mandate unknown where the training is no duty, so that reach alone makes no score', async () => {
    await job(async tx => {
      await newQualification(tx, { standard_id: o.standard, name: 'Pelatihan Analis Kebijakan', importance: 'perlu' })
      await somebody(tx)
    })
    await run(o.instansi)
    expect(await needs('training')).toMatchObject([
      { mandate: null, reach: 1, known: 1, score: null, tier: 'belum_dapat_dinilai' },
    ])
    await all(`INSERT INTO need_factor (instansi_id, kind, jenjang, subject, difficulty, importance, frequency)
      VALUES (${o.instansi}, 'training', 'pengawas', 'analis kebijakan', 'r', 'r', 'r')`)
    await run(o.instansi)
    expect(await needs('training')).toMatchObject([{ dif: 0.333333, known: 2, score: 0.555556 }])
  })

  it('name the act that makes it a duty; experience is not training; a certificate is asked like a training', async () => {
    await job(async tx => {
      await newQualification(tx, { standard_id: o.standard, name: 'Pengalaman pengawas', kind: 'pengalaman' })
      await newQualification(tx, {
        standard_id: o.standard,
        name: 'Sertifikat PBJ Level 1',
        kind: 'sertifikat',
        importance: 'penting',
        mandate_basis: 'Perpres 16/2018',
      })
      await somebody(tx)
    })
    await run(o.instansi)
    expect(await needs('training')).toMatchObject([{ subject: 'sertifikat pbj 1', mandate: 1, mandate_basis: 'Perpres 16/2018' }])
  })

  it('follow of one name the nearest standard, and every standard for names of its own', async () => {
    const who = await job(async tx => {
      const ours = await newStandard(tx, { instansi_id: o.instansi, jenjang: 'pengawas' }, [])
      await newQualification(tx, { standard_id: ours, name: 'Diklat Kepemimpinan Pengawas', importance: 'mutlak' })
      await newQualification(tx, { standard_id: ours, name: 'Pelatihan SAKIP', importance: 'perlu' })
      await newQualification(tx, { standard_id: o.standard, name: 'Pelatihan Kepemimpinan Pengawas', importance: 'penting' })
      return somebody(tx)
    })
    await run(o.instansi)
    expect(await lacking()).toEqual([
      { who, post: 'held', key: 'kepemimpinan pengawas', importance: 'penting' },
      { who, post: 'held', key: 'sakip', importance: 'perlu' },
    ])
  })

  it('know since when the post is held, ask for the post aimed at apart, and forget who is no longer active', async () => {
    const who = await job(async tx => {
      await newQualification(tx, { standard_id: o.standard, name: 'PKP' })
      const first = await newJabatan(tx, { instansi_id: o.instansi, unit_id: o.unit, jenjang: 'pelaksana' })
      const holder = await somebody(tx)
      await newTenure(tx, { pegawai_id: holder, instansi_id: o.instansi, jabatan_id: o.jabatan, from_date: '2023-05-01' })
      await somebody(tx, first, { jabatan_aim_id: o.jabatan })
      return holder
    })
    await run(o.instansi)
    expect(await all(`SELECT post, jenjang, since FROM training_gap WHERE instansi_id = ${o.instansi} ORDER BY post`)).toEqual([
      { post: 'aimed', jenjang: 'pengawas', since: null },
      { post: 'held', jenjang: 'pengawas', since: '2023-05-01' },
    ])
    expect((await needs('training')).map(need => [need.post, need.people])).toEqual(
      expect.arrayContaining([
        ['held', 1],
        ['aimed', 1],
      ]),
    )
    await all(`UPDATE pegawai SET status = 'mpp' WHERE pegawai_id = ${who}`)
    await run(o.instansi)
    expect((await needs('training')).map(need => [need.post, need.people])).toEqual(
      expect.arrayContaining([
        ['held', 0],
        ['aimed', 1],
      ]),
    )
  })

  it('that nobody has any more keep their row with nobody in it: the last of them was transferred', async () => {
    const [moving, elsewhere] = await job(async tx => {
      await newQualification(tx, { standard_id: o.standard, name: 'PKP' })
      const to = await newInstansi(tx)
      const unit_id = await newUnit(tx, { instansi_id: to })
      return [await somebody(tx), { to, unit_id, jabatan_id: await newJabatan(tx, { instansi_id: to, unit_id }) }] as const
    })
    await run(o.instansi)
    const id = (await all<{ id: number }>(`SELECT id FROM need WHERE instansi_id = ${o.instansi} AND people = 1`))[0]!.id
    await all(
      `UPDATE pegawai SET instansi_id = ${elsewhere.to}, unit_id = ${elsewhere.unit_id}, jabatan_id = ${elsewhere.jabatan_id} WHERE pegawai_id = ${moving}`,
    )
    await all(`SELECT move_custody(${moving}, ${elsewhere.to})`)
    for (const instansi of [o.instansi, elsewhere.to]) await run(instansi)
    expect(await all(`SELECT id, people, distribution, score::float8 FROM need WHERE instansi_id = ${o.instansi}`)).toEqual([
      { id, people: 0, distribution: {}, score: 1 },
    ])
    expect(await all(`SELECT count(*) AS n FROM training_gap WHERE pegawai_id = ${moving}`)).toEqual([{ n: 0 }])
  })
})

describe('needs of kind performance', () => {
  it('count who is below expectation by aspect and jenjang; how far below the target is known of results only', async () => {
    await job(async tx => {
      const people = [await somebody(tx), await somebody(tx), await somebody(tx), await somebody(tx)]
      const rate = (n: number, more: Partial<Parameters<typeof newRating>[1]>) =>
        newRating(tx, { pegawai_id: people[n]!, instansi_id: o.instansi, ...more })
      await rate(0, { result_below: true, target: 100, achieved: 60 })
      await rate(1, { result_below: true, behaviour_below: true, target: 80, achieved: 64 })
      await rate(2, { result_below: true })
      await rate(3, {})
    })
    await run(o.instansi)
    // The mean of 0.4 and 0.2; the third was not measured. 30 × 0.3 + 10 × 0.75 over 40.
    expect(await needs('performance')).toMatchObject([
      {
        subject: 'hasil',
        people: 3,
        staff: 4,
        distribution: { butuh_perbaikan: 2, sangat_kurang: 1 },
        gap: 0.3,
        reach: 0.75,
        known: 2,
        score: 0.4125,
      },
      { subject: 'perilaku', people: 1, gap: null, reach: 0.25, known: 1, tier: 'belum_dapat_dinilai' },
    ])
  })

  it('end where a later year is as expected, and do not count what exceeds the target as below it', async () => {
    const who = await job(async tx => {
      const one = await somebody(tx)
      await newRating(tx, {
        pegawai_id: one,
        instansi_id: o.instansi,
        year: 2024,
        result_below: true,
        target: 100,
        achieved: 120,
      })
      return one
    })
    await run(o.instansi)
    expect(await needs('performance')).toMatchObject([{ people: 1, gap: 0 }])
    await job(tx => newRating(tx, { pegawai_id: who, instansi_id: o.instansi, year: 2025 }))
    await recalculatePeople({ db: database.outer, clock }, o.instansi, [who])
    expect(await needs('performance')).toMatchObject([{ people: 0 }])
  })
})

describe('stated needs', () => {
  it('count whom jenjang and unit name, a number as it was typed, and link with goal and act as they say', async () => {
    await job(async tx => {
      const below = await newUnit(tx, { instansi_id: o.instansi, parent_id: o.unit })
      const apart = await newUnit(tx, { instansi_id: o.instansi })
      const post = (unit_id: number, jenjang: string) => newJabatan(tx, { instansi_id: o.instansi, unit_id, jenjang })
      for (const [unit_id, jenjang] of [
        [o.unit, 'pengawas'],
        [below, 'pengawas'],
        [below, 'pelaksana'],
        [apart, 'pengawas'],
      ] as const)
        await newPegawai(tx, { instansi_id: o.instansi, unit_id, jabatan_id: await post(unit_id, jenjang) })
      const competency_id = await newCompetency(tx, { code: `NYATA.${o.instansi}` })
      await newStated(tx, { instansi_id: o.instansi, title: 'A: semua' })
      await newStated(tx, {
        instansi_id: o.instansi,
        title: 'B: pengawas unit',
        unit_id: o.unit,
        jenjang: 'pengawas',
        competency_id,
        level: 3,
      })
      await newStated(tx, {
        instansi_id: o.instansi,
        title: 'C: dua orang',
        number: 2,
        kind: 'mandate',
        legal_basis: 'PP 12/2019',
      })
      await newStated(tx, { instansi_id: o.instansi, title: 'D: tahun lalu', year: 2025 })
      await sql`INSERT INTO need_factor (instansi_id, jenjang, competency_id, difficulty, importance, frequency)
        VALUES (${o.instansi}, 'pengawas', ${competency_id}, 't', 't', 's')`.execute(tx)
    })
    await run(o.instansi)
    const found = [...(await needs('organisation')), ...(await needs('mandate'))]
    expect(found).toMatchObject([
      { title: 'A: semua', people: 4, staff: 4, mandate: null, known: 1, tier: 'belum_dapat_dinilai' },
      { title: 'B: pengawas unit', people: 2, staff: 3, dif: 0.888889, reach: 0.666667, known: 2 },
      // Mandate 1 and reach 2 of 4: (15 + 5) / 25.
      { title: 'C: dua orang', people: 2, staff: 4, mandate: 1, mandate_basis: 'PP 12/2019', score: 0.8, tier: 'penting' },
    ])
  })

  it('that were archived are no longer needed, under the id they had', async () => {
    const id = await job(tx => newStated(tx, { instansi_id: o.instansi, number: 3 }))
    await run(o.instansi)
    await all(`UPDATE stated_need SET state = 'archived', archived_by = 'uji', archived_at = now() WHERE id = ${id}`)
    const [before] = await all<{ id: number }>(`SELECT id FROM need WHERE stated_id = ${id}`)
    await run(o.instansi)
    expect(await all(`SELECT id, people FROM need WHERE stated_id = ${id}`)).toEqual([{ id: before!.id, people: 0 }])
  })
})

describe('after a change of some people', () => {
  const names = ['PKP', 'SAKIP']
  const one = fc.record({
    status: fc.constantFrom('aktif', 'aktif', 'cltn'),
    had: fc.subarray(names),
    rating: fc.option(
      fc.record({ result: fc.boolean(), behaviour: fc.boolean(), achieved: fc.option(fc.integer({ min: 0, max: 120 })) }),
    ),
  })
  const office = fc.array(one, { minLength: 4, maxLength: 4 })
  type Office = typeof office extends fc.Arbitrary<infer W> ? W : never

  it('moving their groups alone equals a whole recount of training and performance', () =>
    fc.assert(
      fc.asyncProperty(office, office, async (first, then) => {
        const people = await job(async tx => {
          o.instansi = await newInstansi(tx)
          o.unit = await newUnit(tx, { instansi_id: o.instansi })
          o.jabatan = await newJabatan(tx, { instansi_id: o.instansi, unit_id: o.unit, jenjang: 'pengawas' })
          o.standard = await newStandard(tx, { jabatan_id: o.jabatan }, [])
          await newQualification(tx, { standard_id: o.standard, name: 'PKP' })
          await newQualification(tx, { standard_id: o.standard, name: 'SAKIP', importance: 'perlu' })
          const ids: number[] = []
          for (const _ of first) ids.push(await somebody(tx))
          return ids
        })
        const become = (world: Office) =>
          job(async tx => {
            for (const [n, person] of world.entries()) {
              const pegawai_id = people[n]!
              await sql`DELETE FROM learning_record WHERE pegawai_id = ${pegawai_id}`.execute(tx)
              await sql`DELETE FROM performance_rating WHERE pegawai_id = ${pegawai_id}`.execute(tx)
              for (const name of person.had) await had(tx, pegawai_id, name)
              const { rating } = person
              if (rating)
                await newRating(tx, {
                  pegawai_id,
                  instansi_id: o.instansi,
                  result_below: rating.result,
                  behaviour_below: rating.behaviour,
                  target: rating.achieved === null ? null : 100,
                  achieved: rating.achieved,
                })
            }
          })
        await become(first)
        await run(o.instansi)
        await become(then)
        await recalculatePeople({ db: database.outer, clock }, o.instansi, people)
        const moved = [await lacking(), await needs('training'), await needs('performance')]
        await run(o.instansi)
        expect([await lacking(), await needs('training'), await needs('performance')]).toEqual(moved)
        expect(await lacking()).toEqual(
          then.flatMap((person, n) =>
            names
              .filter(name => !person.had.includes(name))
              .map(name => ({
                who: people[n],
                post: 'held',
                key: name.toLowerCase(),
                importance: name === 'PKP' ? 'mutlak' : 'perlu',
              })),
          ),
        )
      }),
      { numRuns: 10 },
    ))
})
