import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newUnit } from '../../../test/factories/people.ts'
import { complete } from '../../learning/completion/complete.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { refreshRequirements } from '../../standards/index.ts'
import { assessmentRoutes } from '../routes.ts'
import { learningEvidenceJobs } from './follow.ts'

let database: Database
let pages: ReturnType<typeof assessmentRoutes>
type Handler = (jobs: Record<string, unknown>[]) => Promise<void>
const handlers = new Map<string, Handler>()
const hear: Handler = jobs => handlers.get('assessment.learning')!(jobs)
const o = { instansi: 0, ani: 0, budi: 0, competency: 0, classId: 0 }

beforeAll(async () => {
  database = await testDatabase()
  const services = servicesFor(database)
  pages = assessmentRoutes(services)
  const on = (queue: string, handler: Handler) => handlers.set(queue, handler)
  const jobs = { on, hear: () => {} }
  learningEvidenceJobs({ ...services, jobs } as unknown as Services)
})
afterAll(() => database.close())

const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const policy = (value: object) =>
  asJob(database.outer, tx =>
    sql`INSERT INTO policy (instansi_id, kind, version, state, value, legal_basis, active_from, made_by, made_at)
        VALUES (${o.instansi}, 'learning_evidence', 1, 'active', ${JSON.stringify(value)}::jsonb, 'SK uji', '2026-01-01', 'uji', now())`.execute(
      tx,
    ),
  )

beforeEach(() =>
  asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    const jabatan_id = await newJabatan(tx, { instansi_id: o.instansi, unit_id })
    o.competency = await newCompetency(tx, { code: `BELAJAR.${o.instansi}` })
    await newStandard(tx, { jabatan_id }, [{ competency_id: o.competency, level: 4 }])
    await refreshRequirements(tx, { jabatanIds: [jabatan_id] }, '2026-11-22')
    o.ani = await newPegawai(tx, { instansi_id: o.instansi, unit_id, jabatan_id, name: 'Ani' })
    o.budi = await newPegawai(tx, { instansi_id: o.instansi, unit_id, jabatan_id, name: 'Budi' })
    // Ani stands at 2 and it still holds; nothing is known of Budi.
    await sql`
      INSERT INTO competency_profile (pegawai_id, competency_id, instansi_id, level, method, assessed_on, valid_until)
      VALUES (${o.ani}, ${o.competency}, ${o.instansi}, 2, 'cact', '2026-01-01', '2029-01-01')`.execute(tx)
    const provider = await newProvider(tx, o.instansi)
    const { versionId } = await newCourse(tx, provider, {
      title: 'Audit kinerja',
      competencies: [{ competencyId: o.competency, level: 4 }],
    })
    o.classId = await newClass(tx, provider, versionId)
    await enrol(tx, o.classId, [o.ani, o.budi])
  }),
)

const pass = async (score = 85) => {
  const fact = { instansiId: o.instansi, classId: o.classId, pegawaiIds: [o.ani, o.budi] }
  await asJob(database.outer, tx =>
    complete(
      tx,
      o.classId,
      fact.pegawaiIds.map(pegawaiId => ({ pegawaiId, passed: true, finalScore: score, on: '2026-11-13', reason: null })),
      { account: 'uji', name: 'Uji', at: new Date('2026-11-13T09:00:00Z') },
    ),
  )
  await hear([fact])
  await hear([fact]) // told twice, as a queue may
}
/** Ani at 2 by an assessment center on a day. */
const assessed = (on: string) =>
  asJob(database.outer, tx =>
    sql`INSERT INTO assessment_result (pegawai_id, instansi_id, instansi_then, competency_id, level, method, assessed_on, valid_until, recorded_by, recorded_at)
        VALUES (${o.ani}, ${o.instansi}, ${o.instansi}, ${o.competency}, 2, 'assessment_center', ${on}, '2029-11-13', 'uji', now())`.execute(
      tx,
    ),
  )
const taken = () =>
  rows<{ who: number; outcome: string; before: number | null; to: number | null; why: string }>(
    `SELECT pegawai_id AS who, outcome, level_before AS before, level_to AS "to", why FROM learning_evidence WHERE class_id = ${o.classId} ORDER BY pegawai_id`,
  )
const results = () =>
  rows<{ who: number; level: number; note: string; until: string }>(
    `SELECT pegawai_id AS who, level, note, valid_until AS until FROM assessment_result WHERE competency_id = ${o.competency} AND method = 'pembelajaran' ORDER BY 1`,
  )

describe('a passed learning', () => {
  it('is proposed where nobody chose otherwise, and changes nothing by itself', async () => {
    await pass()
    expect(await taken()).toEqual([
      { who: o.ani, outcome: 'proposed', before: 2, to: 3, why: 'rule' },
      { who: o.budi, outcome: 'proposed', before: null, to: 4, why: 'rule' },
    ])
    expect(await results()).toEqual([])
  })

  it('raises the assessed where the instansi lets it, once, and leaves the unassessed to somebody', async () => {
    await policy({ effect: 'raise', mostSteps: 1, minScore: 80 })
    await pass()
    expect(await taken()).toEqual([
      { who: o.ani, outcome: 'raised', before: 2, to: 3, why: 'rule' },
      { who: o.budi, outcome: 'proposed', before: null, to: 4, why: 'unassessed' },
    ])
    expect(await results()).toEqual([{ who: o.ani, level: 3, note: 'Lulus “Audit kinerja”', until: '2029-11-13' }])
    expect(
      await rows(
        `SELECT fact, payload->'pegawaiIds' AS people FROM outbox WHERE fact = 'assessment.recorded' AND payload->>'instansiId' = '${o.instansi}'`,
      ),
    ).toEqual([{ fact: 'assessment.recorded', people: [o.ani] }])
    expect(await rows(`SELECT verb, rows FROM audit_entry WHERE instansi_id = ${o.instansi}`)).toEqual([
      { verb: 'raise_by_learning', rows: 1 },
    ])
  })

  it('beside an assessment of the same day raises nothing, is kept as a result, and says why; revoked, that goes too', async () => {
    await policy({ effect: 'raise', mostSteps: 1, minScore: 80 })
    await assessed('2026-11-13')
    await pass()
    expect((await taken())[0]).toEqual({ who: o.ani, outcome: 'ignored', before: 2, to: null, why: 'choice' })
    expect(await results()).toMatchObject([{ who: o.ani, level: 3 }])
    expect(await rows(`SELECT verb FROM audit_entry WHERE instansi_id = ${o.instansi}`)).toEqual([])
    await handlers.get('assessment.unlearning')!([{ instansiId: o.instansi, classId: o.classId, pegawaiIds: [o.ani] }])
    expect(
      await rows(`SELECT FROM assessment_result WHERE pegawai_id = ${o.ani} AND method = 'pembelajaran' AND replaced_at IS NULL`),
    ).toEqual([])
  })

  it('after an assessment of another day raises: the latest speaks', async () => {
    await policy({ effect: 'raise', mostSteps: 1, minScore: 80 })
    await assessed('2026-11-12')
    await pass()
    expect((await taken())[0]).toMatchObject({ who: o.ani, outcome: 'raised', to: 3 })
  })

  it('that is revoked afterwards is no evidence any more: its result no longer speaks, and passing again counts again', async () => {
    await policy({ effect: 'raise', mostSteps: 1, minScore: 80 })
    await pass()
    const fact = { instansiId: o.instansi, classId: o.classId, pegawaiIds: [o.ani] }
    await handlers.get('assessment.unlearning')!([fact])
    await handlers.get('assessment.unlearning')!([fact])
    expect(await taken()).toMatchObject([{ who: o.budi, outcome: 'proposed' }])
    expect(
      await rows(`SELECT level, replaced_why FROM assessment_result WHERE pegawai_id = ${o.ani} AND method = 'pembelajaran'`),
    ).toEqual([{ level: 3, replaced_why: 'kelulusan dibatalkan' }])
    expect(
      await rows(`SELECT verb, rows FROM audit_entry WHERE instansi_id = ${o.instansi} AND verb = 'drop_learning_evidence'`),
    ).toEqual([{ verb: 'drop_learning_evidence', rows: 1 }])
    await hear([fact])
    expect(await taken()).toMatchObject([
      { who: o.ani, outcome: 'raised', to: 3 },
      { who: o.budi, outcome: 'proposed' },
    ])
  })

  it('with a score below what the instansi asks is proposed', async () => {
    await policy({ effect: 'raise', mostSteps: 2, minScore: 86 })
    await pass(85.5)
    expect((await taken())[0]).toEqual({ who: o.ani, outcome: 'proposed', before: 2, to: 4, why: 'score' })
  })
})

describe('what is learned alone', () => {
  // Half past ten and half past eleven at night in Jakarta, on the last day of the year.
  it.each([
    ['Asia/Jakarta', '2026-12-31T15:30:00Z', '2026-12-31'],
    ['Asia/Jakarta', '2026-12-31T16:30:00Z', '2026-12-31'],
    ['Asia/Makassar', '2026-12-31T15:30:00Z', '2026-12-31'],
    ['Asia/Makassar', '2026-12-31T16:30:00Z', '2027-01-01'],
    ['Asia/Jayapura', '2026-12-31T15:30:00Z', '2027-01-01'],
  ])('in %s at %s is passed on %s, by its evidence and its result', async (zone, at, on) => {
    await policy({ effect: 'raise', mostSteps: 1, minScore: 80 })
    await asJob(database.outer, async tx => {
      await sql`UPDATE instansi SET time_zone = ${zone} WHERE id = ${o.instansi}`.execute(tx)
      await sql`UPDATE course_class SET pattern = 'mandiri', starts_on = NULL, ends_on = NULL WHERE id = ${o.classId}`.execute(tx)
      await sql`
        UPDATE enrolment SET state = 'completed', finished_at = ${at}::timestamptz, final_score = 85
        WHERE class_id = ${o.classId} AND pegawai_id = ${o.ani}`.execute(tx)
    })
    await hear([{ instansiId: o.instansi, classId: o.classId, pegawaiIds: [o.ani] }])
    expect(await rows(`SELECT completed_on AS "on", outcome FROM learning_evidence WHERE class_id = ${o.classId}`)).toEqual([
      { on, outcome: 'raised' },
    ])
    expect(await rows(`SELECT assessed_on AS "on" FROM assessment_result WHERE competency_id = ${o.competency}`)).toEqual([
      { on },
    ])
  })
})

describe('the proposals', () => {
  const manager = (more: Parameters<typeof actor>[0] = {}) =>
    browser(actor({ accountId: 'kelola', name: 'Kelola', grants: [grant('pengelola', [o.instansi])], ...more }), { pages })
  const ids = async () =>
    (await rows<{ id: number }>(`SELECT id FROM learning_evidence WHERE class_id = ${o.classId} ORDER BY pegawai_id`)).map(row =>
      String(row.id),
    )

  it('are accepted by who keeps the instansi: the level stands as a result, with who said so', async () => {
    await pass()
    const [ani] = await ids()
    expect((await manager().get('/pemetaan/bukti')).text).toContain('2 → 3')
    expect((await manager().post('/pemetaan/bukti', { putusan: 'terima', bukti: ani! })).status).toBe(303)
    expect((await taken())[0]).toMatchObject({ outcome: 'accepted' })
    expect(await results()).toEqual([{ who: o.ani, level: 3, note: 'Lulus “Audit kinerja”', until: '2029-11-13' }])
    // Decided: a second decision finds nothing open.
    await manager().post('/pemetaan/bukti', { putusan: 'tolak', bukti: ani!, alasan: 'Terlambat memutus ini' })
    expect((await taken())[0]).toMatchObject({ outcome: 'accepted' })
  })

  it('accepted beside an assessment of the same day say that the level stays, and why', async () => {
    await assessed('2026-11-13')
    await pass()
    const [ani] = await ids()
    await manager().post('/pemetaan/bukti', { putusan: 'terima', bukti: ani!, alasan: 'Praktiknya terbukti di unit.' })
    expect((await taken())[0]).toMatchObject({ outcome: 'accepted', to: null, why: 'choice' })
    expect((await manager().get('/pemetaan/bukti')).text).toMatch(
      /Praktiknya terbukti di unit\. Tersimpan sebagai hasil belajar, tetapi/,
    )
  })

  it('are rejected only with a reason, and never about oneself', async () => {
    await pass()
    const [ani, budi] = await ids()
    await manager().post('/pemetaan/bukti', { putusan: 'tolak', bukti: budi!, alasan: 'pendek' })
    expect((await taken())[1]).toMatchObject({ outcome: 'proposed' })
    await manager().post('/pemetaan/bukti', { putusan: 'tolak', bukti: budi!, alasan: 'Kelas ini tidak menguji praktiknya.' })
    expect((await taken())[1]).toMatchObject({ outcome: 'rejected' })
    await manager({ pegawaiId: o.ani }).post('/pemetaan/bukti', { putusan: 'terima', bukti: ani! })
    expect((await taken())[0]).toMatchObject({ outcome: 'proposed' })
    expect(await results()).toEqual([])
  })

  it('of another instansi are neither seen nor decided', async () => {
    await pass()
    const [ani] = await ids()
    const stranger = () => manager({ grants: [grant('pengelola', [999_999])] })
    expect((await stranger().get('/pemetaan/bukti')).text).toContain('Belum ada bukti')
    await stranger().post('/pemetaan/bukti', { putusan: 'terima', bukti: ani! })
    expect((await taken())[0]).toMatchObject({ outcome: 'proposed' })
  })
})
