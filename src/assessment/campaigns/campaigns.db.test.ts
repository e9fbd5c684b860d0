import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { campaignServices, draftOf, newOffice, type Office, raterActor, rows } from '../../../test/factories/campaigns.ts'
import { newAccount } from '../../../test/factories/notices.ts'
import { newPegawai, newTenure } from '../../../test/factories/people.ts'
import { asJob, asRater, type Database, sql } from '../../platform/db/index.ts'
import * as actions from './actions.ts'
import { concludeCampaign, followPeople, followRatings, remind, shareOutTasks } from './follow.ts'
import { admitNewcomers, assignAsesor, declineNewcomers, dropRater, pickRater } from './people-actions.ts'
import { type OpenedTask, openTask, saveRating } from './rating-actions.ts'
import type { Answer } from './rules/task.ts'
import { openTasks } from './store/rating.ts'

let database: Database
let o: Office
let services: ReturnType<typeof campaignServices>['services']
let sent: ReturnType<typeof campaignServices>['sent']

beforeAll(async () => {
  database = await testDatabase()
  ;({ services, sent } = campaignServices(database))
  o = await newOffice(database)
})
afterAll(() => database.close())

const keeper = () => actor({ accountId: 'pengelola', grants: [grant('pengelola', [o.instansi])] })
const query = <Row>(text: string) => rows<Row>(database, text)
const everybody = { from: 0, to: 2 ** 31 - 1 }

async function opened(values: Parameters<typeof draftOf>[1] = {}) {
  const id = await actions.draftCampaign(services, keeper(), draftOf(o, values))
  const answer = await actions.openCampaign(services, keeper(), id)
  await shareOutTasks(services, id)
  return { id, answer }
}
const tasks = (id: number, where = 'true') =>
  query<{
    id: number
    pegawai_id: number
    relation: string
    rater_id: number | null
    cancelled_why: string | null
    submitted: boolean
  }>(
    `SELECT id, pegawai_id, relation, rater_id, cancelled_why, submitted_at IS NOT NULL AS submitted FROM rating_task
     WHERE campaign_id = ${id} AND ${where} ORDER BY id`,
  )
const levels = (level: Answer['said']): Answer[] =>
  [o.m1, o.m2].map(competencyId => ({ competencyId, said: level, evidence: null }))
async function rate(taskId: number, rater: number, level: number, on?: typeof services) {
  const by = on ?? services
  const task = (await openTask(by, raterActor(rater), taskId))!
  return saveRating(by, raterActor(rater), task, { version: task.task.version, answers: levels(level), submit: true })
}
const participant = async (id: number, pegawaiId: number) =>
  (
    await query<{
      left_why: string | null
      tasks: number
      started: number
      submitted: number
      invited: boolean
      jabatan_id: number
      resulted: boolean
    }>(
      `SELECT left_why, tasks, started, submitted, invited_at IS NOT NULL AS invited, jabatan_id, results_at IS NOT NULL AS resulted
       FROM campaign_participant WHERE campaign_id = ${id} AND pegawai_id = ${pegawaiId}`,
    )
  )[0]

describe('a campaign', () => {
  it('takes in whom its rule names on the day it opens, and keeps what their posts ask for', async () => {
    const { id, answer } = await opened({ population: { ...draftOf(o).population, jenjang: ['ahli_muda'] } })
    expect(answer).toEqual({ ok: true, people: 5 })
    expect(
      await query(
        `SELECT jabatan_id, competency_id, level, standard_id FROM campaign_demand WHERE campaign_id = ${id} ORDER BY 2`,
      ),
    ).toEqual([
      { jabatan_id: o.jabatan.analyst, competency_id: o.m1, level: 3, standard_id: o.standard },
      { jabatan_id: o.jabatan.analyst, competency_id: o.m2, level: 2, standard_id: o.standard },
    ])
    expect(sent.at(-1)).toEqual({ name: 'assessment.share-tasks', data: { campaignId: id } })
  })

  it('does not open without anybody, nor twice, and is not edited once open', async () => {
    const empty = await actions.draftCampaign(
      services,
      keeper(),
      draftOf(o, { population: { ...draftOf(o).population, jenis: ['pelaksana'] } }),
    )
    expect(await actions.openCampaign(services, keeper(), empty)).toEqual({ ok: false, why: 'nobody' })
    const { id } = await opened()
    expect(await actions.openCampaign(services, keeper(), id)).toEqual({ ok: false, why: 'state' })
    expect(await actions.editCampaign(services, keeper(), id, 1, draftOf(o))).toEqual({ ok: false, why: 'state' })
    expect(await actions.archiveCampaign(services, keeper(), id)).toEqual({ ok: false, why: 'state' })
  })

  it('edited by two at once keeps the first, and the second is told', async () => {
    const id = await actions.draftCampaign(services, keeper(), draftOf(o))
    expect(await actions.editCampaign(services, keeper(), id, 1, draftOf(o, { name: 'Pertama' }))).toEqual({ ok: true })
    expect(await actions.editCampaign(services, keeper(), id, 1, draftOf(o, { name: 'Kedua' }))).toEqual({
      ok: false,
      why: 'stale',
    })
    expect(await query(`SELECT name FROM campaign WHERE id = ${id}`)).toEqual([{ name: 'Pertama' }])
  })
})

describe('who rates whom', () => {
  it('oneself, the atasan, three peers of the same unit and jenjang by lot, subordinates; nobody where all of them would be too few', async () => {
    const { id } = await opened()
    const of = async (relation: string) =>
      (await tasks(id, `relation = '${relation}'`)).map(one => [one.pegawai_id, one.rater_id] as const)
    expect(new Map(await of('diri'))).toEqual(new Map([o.chief, o.head, ...o.analysts].map(one => [one, one])))
    expect(new Map(await of('atasan'))).toEqual(new Map([[o.head, o.chief], ...o.analysts.map(one => [one, o.head] as const)]))
    const peers = await of('rekan')
    expect(new Set(peers.map(([rated]) => rated))).toEqual(new Set(o.analysts))
    for (const analyst of o.analysts) {
      const mine = peers.filter(([rated]) => rated === analyst).map(([, rater]) => rater)
      expect(new Set(mine).size).toBe(3)
      expect(mine.every(rater => rater !== analyst && o.analysts.includes(rater!))).toBe(true)
    }
    // The chief leads one head only: one voice would be known.
    expect(new Set((await of('bawahan')).map(([rated]) => rated))).toEqual(new Set([o.head]))
    expect((await of('bawahan')).length).toBe(3)
    expect(await participant(id, o.analysts[0]!)).toMatchObject({ tasks: 5, submitted: 0 })
  })

  it('by a lot that falls the same again, and makes nothing twice', async () => {
    const { id } = await opened()
    const first = await tasks(id)
    await shareOutTasks(services, id)
    expect(await tasks(id)).toEqual(first)
    const again = await opened()
    const plain = (list: typeof first) => list.map(one => `${one.pegawai_id} ${one.relation} ${one.rater_id}`).sort()
    expect(plain(await tasks(again.id))).toEqual(plain(first))
  })

  it('asks the same atasan that the tree names', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const named = await query<{ pegawai_id: number; atasan_id: number }>(
      `SELECT pegawai_id, atasan_id FROM pegawai_atasan WHERE atasan_id IS NOT NULL ORDER BY pegawai_id`,
    )
    const asked = (await tasks(id))
      .map(one => ({ pegawai_id: one.pegawai_id, atasan_id: one.rater_id }))
      .sort((a, b) => a.pegawai_id - b.pegawai_id)
    expect(asked).toEqual(named)
  })

  it('nobody as the own atasan, peer, subordinate or asesor: the database refuses it', async () => {
    const { id } = await opened({ methods: ['penilaian_diri'] })
    for (const relation of ['atasan', 'rekan', 'bawahan', 'asesor', 'integrasi']) {
      const own = asJob(database.outer, tx =>
        sql`INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rated_name, jabatan_id, wave, made_at)
          VALUES (${o.head}, ${o.instansi}, ${id}, ${relation}, ${o.head}, 'x', ${o.jabatan.head}, 1, now())`.execute(tx),
      )
      await expect(own, relation).rejects.toMatchObject({ code: '23514' })
    }
    const other = asJob(database.outer, tx =>
      sql`INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rated_name, jabatan_id, wave, made_at)
        VALUES (${o.head}, ${o.instansi}, ${id}, 'diri', ${o.chief}, 'x', ${o.jabatan.head}, 1, now())`.execute(tx),
    )
    await expect(other, 'nor anybody else in the place of oneself').rejects.toMatchObject({ code: '23514' })
  })

  it('asesor in turn, so that all bear the same, and none oneself', async () => {
    await asJob(database.outer, async tx => {
      for (const [id, person] of [
        ['as-1', null],
        ['as-2', null],
        ['as-3', o.analysts[0]!],
        ['as-4', null],
      ] as const) {
        await sql`INSERT INTO identity.user_account (id, name, email, username, pegawai_id) VALUES (${id}, ${id}, ${`${id}@akun.invalid`}, ${id}, ${person})`.execute(
          tx,
        )
        await sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id) VALUES (${id}, 'asesor', 'instansi', ${o.instansi})`.execute(
          tx,
        )
      }
    })
    const given = (id: number) =>
      query<{ pegawai_id: number; rater_id: number | null; rater_account: string | null }>(
        `SELECT pegawai_id, rater_id, rater_account FROM rating_task WHERE campaign_id = ${id}`,
      )
    const assign = (id: number, accounts: string[]) =>
      assignAsesor(services, keeper(), id, { wave: null, unitId: null }, accounts, 2)
    const even = (await opened({ methods: ['assessment_center'] })).id
    expect(await assign(even, ['as-1', 'as-2', 'as-4'])).toBe(7)
    const load = Object.values(Object.groupBy(await given(even), one => one.rater_account ?? '')).map(list => list!.length)
    expect(load.sort()).toEqual([4, 5, 5])
    expect(await assign(even, ['as-1', 'as-2']), 'nobody is left').toBe(0)
    const own = (await opened({ methods: ['assessment_center'] })).id
    await assign(own, ['as-1', 'as-2', 'as-3'])
    expect((await given(own)).length).toBe(14)
    expect((await given(own)).filter(one => one.rater_id === one.pegawai_id)).toEqual([])
  })

  it('whom the manager picks: only peers and subordinates who are one; a withdrawn task is drawn anew, what was typed stays', async () => {
    const { id } = await opened({ methods: ['penilaian_rekan'] })
    const ani = o.analysts[0]!
    const mine = await tasks(id, `pegawai_id = ${ani}`)
    const free = o.analysts.find(one => one !== ani && !mine.some(task => task.rater_id === one))!
    expect(await pickRater(services, keeper(), id, ani, { relation: 'rekan', pegawaiId: o.stranger })).toBe(0)
    expect(await pickRater(services, keeper(), id, ani, { relation: 'bawahan', pegawaiId: free })).toBe(0)
    const task = mine[0]!
    const typed = (await openTask(services, raterActor(task.rater_id!), task.id))!
    await saveRating(services, raterActor(task.rater_id!), typed, { version: 0, answers: levels(4), submit: false })
    expect(await dropRater(services, keeper(), id, ani, task.id)).toBe(1)
    await shareOutTasks(services, id)
    const now = await tasks(id, `pegawai_id = ${ani}`)
    expect(now.map(one => [one.rater_id, one.cancelled_why])).toEqual([
      ...mine.map(one => [one.rater_id, one.id === task.id ? 'replaced' : null]),
      [free, null],
    ])
    expect(await query(`SELECT level FROM rating WHERE task_id = ${task.id}`)).toEqual([{ level: 4 }, { level: 4 }])
  })
})

describe('rating', () => {
  it('two at once on one person are two ratings: nothing overwrites', async () => {
    const { id } = await opened({ methods: ['penilaian_rekan'] })
    const ani = o.analysts[0]!
    const mine = await tasks(id, `pegawai_id = ${ani}`)
    await Promise.all(mine.map((task, index) => rate(task.id, task.rater_id!, index + 2)))
    expect(
      await query(
        `SELECT rater_id, level FROM rating WHERE campaign_id = ${id} AND pegawai_id = ${ani} AND competency_id = ${o.m1} ORDER BY task_id`,
      ),
    ).toEqual(mine.map((task, index) => ({ rater_id: task.rater_id, level: index + 2 })))
  })

  it('the same task in two tabs: the second is told what is stored, and may save over it knowingly', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const task = (await tasks(id, `rater_id = ${o.head}`))[0]!
    const who = raterActor(o.head)
    const [first, second] = [(await openTask(services, who, task.id))!, (await openTask(services, who, task.id))!]
    const answers = (level: number, evidence: string | null = null): Answer[] => [{ competencyId: o.m1, said: level, evidence }]
    expect(await saveRating(services, who, first, { version: 0, answers: answers(3, 'rapat'), submit: false })).toMatchObject({
      ok: true,
      version: 1,
    })
    const told = await saveRating(services, who, second, { version: 0, answers: answers(5), submit: false })
    expect(told).toEqual({
      ok: false,
      why: 'stale',
      stored: answers(3, 'rapat'),
      differing: answers(3, 'rapat'),
      version: 1,
      submitted: false,
    })
    expect(await saveRating(services, who, second, { version: 1, answers: answers(5), submit: false })).toMatchObject({
      ok: true,
      version: 2,
    })
  })

  it('after its wave or the campaign is kept as a draft and not handed in; extended, it is', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const task = (await tasks(id, `rater_id = ${o.head}`))[0]!
    const late = campaignServices(database, '2026-12-01').services
    expect(await rate(task.id, o.head, 3, late)).toMatchObject({ ok: false, why: 'state', state: 'late', kept: true })
    expect(await query(`SELECT level, submitted FROM rating WHERE task_id = ${task.id}`)).toEqual([
      { level: 3, submitted: false },
      { level: 3, submitted: false },
    ])
    const until = { wave: null, until: '2026-12-10', reason: 'Sinyal terputus di kepulauan' }
    expect(await actions.extendCampaign(late, keeper(), id, { ...until, until: '2026-11-29' })).toEqual({
      ok: false,
      why: 'earlier',
    })
    expect(await actions.extendCampaign(late, keeper(), id, until)).toEqual({ ok: true })
    expect(await rate(task.id, o.head, 3, late)).toMatchObject({ ok: true, submitted: true })
    const other = (await tasks(id, `rater_id = ${o.head}`))[1]!
    await actions.closeCampaign(late, keeper(), id, 'Cukup')
    expect(await rate(other.id, o.head, 2, late)).toMatchObject({ ok: false, why: 'state', state: 'closed', kept: true })
  })

  it('is handed in whole: what is missing is named, and kept as it is', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const task = (await tasks(id, `rater_id = ${o.head}`))[0]!
    const open = (await openTask(services, raterActor(o.head), task.id))!
    const answers: Answer[] = [{ competencyId: o.m1, said: 4, evidence: 'laporan' }]
    expect(await saveRating(services, raterActor(o.head), open, { version: 0, answers, submit: true })).toEqual({
      ok: false,
      why: 'flaws',
      flaws: [{ flaw: 'unanswered', competencyId: o.m2 }],
      version: 1,
    })
    expect((await openTask(services, raterActor(o.head), task.id))!.answers).toEqual(answers)
  })

  it('of somebody else is not there, whoever asks', async () => {
    const { id } = await opened({ methods: ['penilaian_rekan'] })
    const task = (await tasks(id, `pegawai_id = ${o.analysts[0]}`))[0]!
    const others = [...o.analysts, o.head, o.chief].filter(one => one !== task.rater_id)
    for (const one of others) expect(await openTask(services, raterActor(one), task.id)).toBeNull()
    expect((await openTask(services, raterActor(task.rater_id), task.id))!.task.ratedName).toBe('Ani')
  })

  it('waits on the rater’s own pages, the nearest end first', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const mine = await asRater(database.outer, { pegawaiId: o.head, accountId: 'x' }, tx => openTasks(tx, '2026-11-22', 2))
    expect(mine.first.length).toBe(2)
    expect(mine.total).toBeGreaterThanOrEqual(5)
    await actions.closeCampaign(services, keeper(), id, 'x')
    const after = await asRater(database.outer, { pegawaiId: o.head, accountId: 'x' }, tx => openTasks(tx, '2026-11-22', 2))
    expect(mine.total - after.total).toBe(5)
  })
})

const results = (id: number, person: number) =>
  query<Record<string, unknown>>(
    `SELECT method, competency_id, level, raters, assessed_on, valid_until, assessor, standard_id, required_then FROM assessment_result
     WHERE campaign_id = ${id} AND pegawai_id = ${person} ORDER BY method, competency_id`,
  )

describe('results', () => {
  it('are made as soon as everything about somebody is handed in, each bound to the standard it was measured against', async () => {
    const { id } = await opened()
    const ani = o.analysts[0]!
    const by: Record<string, number> = { atasan: 3, diri: 5, rekan: 4 }
    for (const task of await tasks(id, `pegawai_id = ${ani}`)) await rate(task.id, task.rater_id!, by[task.relation]!)
    expect(sent.at(-1)).toEqual({ name: 'assessment.follow-ratings', data: { campaignId: id, pegawaiIds: [ani] } })
    // The standard changes meanwhile: what was asked then stays.
    await asJob(database.outer, tx =>
      sql`UPDATE standard SET state = 'archived', active_until = '2026-11-22' WHERE id = ${o.standard}`.execute(tx),
    )
    await followRatings(services, id, [ani])
    const shared = {
      assessed_on: '2026-11-22',
      valid_until: '2029-11-22',
      competency_id: o.m1,
      standard_id: o.standard,
      required_then: 3,
    }
    expect((await results(id, ani)).filter(one => one.competency_id === o.m1)).toEqual([
      { ...shared, method: 'penilaian_360', level: 4, raters: 5, assessor: null },
      { ...shared, method: 'penilaian_atasan', level: 3, raters: 1, assessor: 'Budi Bidang' },
      { ...shared, method: 'penilaian_diri', level: 5, raters: 1, assessor: null },
      { ...shared, method: 'penilaian_rekan', level: 4, raters: 3, assessor: null },
    ])
    expect(await participant(id, ani)).toMatchObject({ tasks: 5, submitted: 5, resulted: true })
    const facts = await query<{ payload: unknown }>(
      `SELECT payload FROM outbox WHERE fact = 'assessment.recorded' ORDER BY id DESC LIMIT 1`,
    )
    expect(facts).toEqual([{ payload: { instansiId: o.instansi, pegawaiIds: [ani] } }])
    await asJob(database.outer, tx =>
      sql`UPDATE standard SET state = 'active', active_until = NULL WHERE id = ${o.standard}`.execute(tx),
    )
  })

  it('are made at the close from what there is; two peers are too few and show nowhere', async () => {
    const { id } = await opened()
    const ani = o.analysts[0]!
    const mine = await tasks(id, `pegawai_id = ${ani}`)
    const peers = mine.filter(task => task.relation === 'rekan').slice(0, 2)
    for (const task of [...peers, mine.find(task => task.relation === 'atasan')!])
      await rate(task.id, task.rater_id!, task.relation === 'rekan' ? 1 : 4)
    await followRatings(services, id, [ani])
    expect(await results(id, ani)).toEqual([])
    await actions.closeCampaign(services, keeper(), id, 'Selesai lebih awal')
    await concludeCampaign(services, id)
    expect((await results(id, ani)).map(one => [one.method, one.level])).toEqual([
      ['penilaian_atasan', 4],
      ['penilaian_atasan', 4],
    ])
    await concludeCampaign(services, id)
    expect((await results(id, ani)).length, 'once').toBe(2)
  })

  it('of two asesor two levels apart wait until they have settled it, with a word', async () => {
    const { id } = await opened({ methods: ['assessment_center'] })
    await assignAsesor(services, keeper(), id, { wave: null, unitId: null }, ['as-1', 'as-2'], 2)
    const ani = o.analysts[1]!
    const asesor = (account: string) => raterActor(null, account)
    const mine = await query<{ id: number; rater_account: string }>(
      `SELECT id, rater_account FROM rating_task WHERE campaign_id = ${id} AND pegawai_id = ${ani}`,
    )
    for (const [index, task] of mine.entries()) {
      const open = (await openTask(services, asesor(task.rater_account), task.id))!
      const answers: Answer[] = [
        { competencyId: o.m1, said: 2 + 2 * index, evidence: 'LGD' },
        { competencyId: o.m2, said: 3, evidence: null },
      ]
      expect(await saveRating(services, asesor(task.rater_account), open, { version: 0, answers, submit: true })).toMatchObject({
        ok: true,
      })
    }
    await followRatings(services, id, [ani])
    expect(await results(id, ani)).toEqual([])
    const settling = await query<{ id: number; rater_account: string }>(
      `SELECT id, rater_account FROM rating_task WHERE campaign_id = ${id} AND pegawai_id = ${ani} AND relation = 'integrasi' ORDER BY id`,
    )
    expect(settling.length).toBe(2)
    const { id: taskId, rater_account } = settling[0]!
    const open = (await openTask(services, asesor(rater_account), taskId)) as OpenedTask
    expect(open.demands.map(one => one.competencyId)).toEqual([o.m1])
    expect(open.differences).toEqual([
      {
        competencyId: o.m1,
        said: [
          { name: mine[0]!.rater_account, level: 2, evidence: 'LGD' },
          { name: mine[1]!.rater_account, level: 4, evidence: 'LGD' },
        ],
      },
    ])
    const settled = (evidence: string | null): Answer[] => [{ competencyId: o.m1, said: 4, evidence }]
    expect(
      await saveRating(services, asesor(rater_account), open, { version: 0, answers: settled(null), submit: true }),
    ).toMatchObject({ why: 'flaws' })
    expect(
      await saveRating(services, asesor(rater_account), open, {
        version: 1,
        answers: settled('Rekaman ditinjau bersama'),
        submit: true,
      }),
    ).toMatchObject({ ok: true })
    await followRatings(services, id, [ani])
    expect((await results(id, ani)).map(one => [one.competency_id, one.method, one.level, one.raters, one.assessor])).toEqual([
      [o.m1, 'assessment_center', 4, 2, `${mine[0]!.rater_account}, ${mine[1]!.rater_account}`],
      [o.m2, 'assessment_center', 3, 2, `${mine[0]!.rater_account}, ${mine[1]!.rater_account}`],
    ])
  })
})

describe('people change half-way', () => {
  it('newcomers wait to be let in; leavers keep what was said and leave the denominator; who comes back is in again', async () => {
    const { id } = await opened({
      methods: ['penilaian_atasan', 'penilaian_diri'],
      population: { ...draftOf(o).population, jenjang: ['ahli_muda'] },
    })
    const [ani, bela] = o.analysts as [number, number]
    const task = (await tasks(id, `pegawai_id = ${ani} AND relation = 'atasan'`))[0]!
    await rate(task.id, o.head, 4)
    const newcomer = await asJob(database.outer, async tx => {
      const one = await newPegawai(tx, {
        instansi_id: o.instansi,
        unit_id: o.bidang,
        jabatan_id: o.jabatan.analyst,
        name: 'Fani',
      })
      await newTenure(tx, { pegawai_id: one, instansi_id: o.instansi, jabatan_id: o.jabatan.analyst })
      await sql`UPDATE pegawai SET status = 'tugas_belajar' WHERE pegawai_id = ${ani}`.execute(tx)
      await sql`UPDATE pegawai SET jabatan_id = ${o.jabatan.head} WHERE pegawai_id = ${bela}`.execute(tx)
      return one
    })
    await followPeople(services, o.instansi)
    expect(await participant(id, newcomer)).toMatchObject({ invited: false, tasks: 0 })
    expect(await participant(id, ani)).toMatchObject({ left_why: 'inactive' })
    expect(await participant(id, bela)).toMatchObject({ left_why: 'jenjang' })
    expect(await query(`SELECT level, submitted FROM rating WHERE task_id = ${task.id}`), 'kept').toEqual([
      { level: 4, submitted: true },
      { level: 4, submitted: true },
    ])
    expect((await tasks(id, `pegawai_id = ${ani}`)).map(one => [one.relation, one.cancelled_why]).sort()).toEqual([
      ['atasan', null],
      ['diri', 'left'],
    ])

    expect(await admitNewcomers(services, keeper(), id, [newcomer])).toBe(1)
    await shareOutTasks(services, id)
    expect(await participant(id, newcomer)).toMatchObject({ invited: true, tasks: 2 })

    await asJob(database.outer, tx => sql`UPDATE pegawai SET status = 'aktif' WHERE pegawai_id = ${ani}`.execute(tx))
    await asJob(database.outer, tx =>
      sql`UPDATE pegawai SET jabatan_id = ${o.jabatan.analyst} WHERE pegawai_id = ${bela}`.execute(tx),
    )
    await followPeople(services, o.instansi)
    expect(await participant(id, ani)).toMatchObject({ left_why: null, tasks: 2, submitted: 1 })
    expect((await tasks(id, `pegawai_id = ${ani}`)).every(one => one.cancelled_why === null)).toBe(true)
    await asJob(database.outer, tx => sql`UPDATE pegawai SET status = 'berhenti' WHERE pegawai_id = ${newcomer}`.execute(tx))
  })

  it('a newcomer who is turned away does not come again', async () => {
    const { id } = await opened({ methods: ['penilaian_diri'] })
    const one = await asJob(database.outer, tx =>
      newPegawai(tx, { instansi_id: o.instansi, unit_id: o.bidang, jabatan_id: o.jabatan.analyst, name: 'Gita' }),
    )
    await followPeople(services, o.instansi)
    expect(await declineNewcomers(services, keeper(), id, [one])).toBe(1)
    await followPeople(services, o.instansi)
    expect(await participant(id, one)).toBeUndefined()
    await asJob(database.outer, tx => sql`UPDATE pegawai SET status = 'berhenti' WHERE pegawai_id = ${one}`.execute(tx))
  })

  it('who moves to another government takes the ratings along; the campaign forgets them in its denominator', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const eko = o.analysts[4]!
    const task = (await tasks(id, `pegawai_id = ${eko}`))[0]!
    await rate(task.id, o.head, 2)
    await asJob(database.outer, async tx => {
      await sql`UPDATE pegawai SET instansi_id = ${o.other}, unit_id = ${o.elsewhere}, jabatan_id = ${o.jabatan.stranger} WHERE pegawai_id = ${eko}`.execute(
        tx,
      )
      await sql`SELECT move_custody(${eko}::int, ${o.other}::int)`.execute(tx)
    })
    await followPeople(services, o.instansi)
    expect(await participant(id, eko)).toMatchObject({ left_why: 'moved' })
    expect(await query(`SELECT instansi_id FROM rating WHERE task_id = ${task.id}`)).toEqual([
      { instansi_id: o.other },
      { instansi_id: o.other },
    ])
    await asJob(database.outer, async tx => {
      await sql`UPDATE pegawai SET instansi_id = ${o.instansi}, unit_id = ${o.bidang}, jabatan_id = ${o.jabatan.analyst} WHERE pegawai_id = ${eko}`.execute(
        tx,
      )
      await sql`SELECT move_custody(${eko}::int, ${o.instansi}::int)`.execute(tx)
    })
  })

  it('another atasan is asked where the atasan changes; the draft of the former stays', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const dedi = o.analysts[3]!
    const task = (await tasks(id, `pegawai_id = ${dedi}`))[0]!
    const open = (await openTask(services, raterActor(o.head), task.id))!
    await saveRating(services, raterActor(o.head), open, { version: 0, answers: levels(3), submit: false })
    await asJob(database.outer, tx => sql`UPDATE pegawai SET atasan_id = ${o.chief} WHERE pegawai_id = ${dedi}`.execute(tx))
    await followPeople(services, o.instansi)
    expect((await tasks(id, `pegawai_id = ${dedi}`)).map(one => [one.rater_id, one.cancelled_why])).toEqual([
      [o.head, 'atasan_changed'],
      [o.chief, null],
    ])
    expect((await query(`SELECT level FROM rating WHERE task_id = ${task.id}`)).length).toBe(2)
    await asJob(database.outer, tx => sql`UPDATE pegawai SET atasan_id = NULL WHERE pegawai_id = ${dedi}`.execute(tx))
  })

  it('a new post counts until somebody has begun to rate', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    const [ani, bela] = o.analysts as [number, number]
    const task = (await tasks(id, `pegawai_id = ${bela}`))[0]!
    const open = (await openTask(services, raterActor(o.head), task.id))!
    await saveRating(services, raterActor(o.head), open, { version: 0, answers: levels(3), submit: false })
    await followRatings(services, id, [bela])
    const post = (to: number) =>
      asJob(database.outer, tx =>
        sql`UPDATE pegawai SET jabatan_id = ${to} WHERE pegawai_id = ANY (${[ani, bela]}::int[])`.execute(tx),
      )
    await post(o.jabatan.chief)
    await followPeople(services, o.instansi)
    expect([(await participant(id, ani))!.jabatan_id, (await participant(id, bela))!.jabatan_id]).toEqual([
      o.jabatan.chief,
      o.jabatan.analyst,
    ])
    await post(o.jabatan.analyst)
    await followPeople(services, o.instansi)
  })
})

describe('reminders', () => {
  it('are marked on their day, once, with how many still have something open', async () => {
    const { id } = await opened({ methods: ['penilaian_atasan'] })
    await actions.planReminder(services, keeper(), id, '2026-11-22')
    expect(await actions.planReminder(services, keeper(), id, '2026-11-22')).toEqual({ ok: false, why: 'twice' })
    await actions.planReminder(services, keeper(), id, '2026-11-25')
    await remind(services)
    await remind(services)
    expect(await query(`SELECT due_on, raters FROM campaign_reminder WHERE campaign_id = ${id} ORDER BY 1`)).toEqual([
      { due_on: '2026-11-22', raters: 2 },
      { due_on: '2026-11-25', raters: null },
    ])
    const facts = await query<{ payload: unknown }>(`SELECT payload FROM outbox WHERE fact = 'ratings.due'`)
    expect(facts).toEqual([{ payload: { instansiId: o.instansi, campaignId: id, dueOn: '2026-11-22' } }])
  })

  it('tell every rater with something open the same and once: not about whom, nor as what', async () => {
    const { id } = await opened()
    const asked = await query<{ rater_id: number }>(
      `SELECT DISTINCT rater_id FROM rating_task WHERE campaign_id = ${id} AND cancelled_at IS NULL AND rater_id IS NOT NULL ORDER BY 1`,
    )
    expect(asked.length).toBeGreaterThan(2)
    const raters = asked.map(row => row.rater_id)
    const known = await query<{ pegawai_id: number }>('SELECT pegawai_id FROM identity.user_account WHERE pegawai_id IS NOT NULL')
    const [without, ...fresh] = raters.filter(rater => !known.some(row => row.pegawai_id === rater))
    await asJob(database.outer, async tx => {
      for (const rater of fresh) await newAccount(tx, `rater-${rater}`, rater)
    })
    await actions.planReminder(services, keeper(), id, '2026-11-22')
    await remind(services)
    await remind(services)
    const told = await query<{ pegawai_id: number; said: string }>(
      `SELECT a.pegawai_id, concat_ws('|', n.topic, n.duty, n.title_id, n.body_id, n.href, n.expires_on) AS said
       FROM notices.notice n JOIN identity.user_account a ON a.id = n.account_id WHERE n.key = 'ratings:${id}:2026-11-22' ORDER BY 1`,
    )
    expect(told.map(row => row.pegawai_id)).toEqual(raters.filter(rater => rater !== without))
    expect([...new Set(told.map(row => row.said))]).toEqual([
      expect.stringMatching(/^assessment\|t\|Penilaian menunggu Anda\|Isi paling lambat \d+ \w+ 2026\.\|\/penilaian\|2026-/),
    ])
    expect(told.filter(row => /Ani|Bela|rekan|bawahan/.test(row.said))).toEqual([])
  })
})

it('of everybody in a campaign nothing is counted twice: the counters equal the tasks', async () => {
  const { id } = await opened()
  for (const task of (await tasks(id)).slice(0, 9)) await rate(task.id, task.rater_id!, 3)
  await followRatings(services, id, everybody)
  const wrong = await query(`SELECT c.pegawai_id FROM campaign_participant c
    LEFT JOIN LATERAL (SELECT count(*) AS n, count(submitted_at) AS s FROM rating_task t WHERE t.pegawai_id = c.pegawai_id AND t.campaign_id = c.campaign_id AND t.cancelled_at IS NULL) t ON true
    WHERE c.campaign_id = ${id} AND (c.tasks, c.submitted) <> (t.n, t.s)`)
  expect(wrong).toEqual([])
})
