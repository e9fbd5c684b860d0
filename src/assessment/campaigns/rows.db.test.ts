import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, grant } from '../../../test/factories/browser.ts'
import { campaignServices, draftOf, newOffice, type Office, raterActor } from '../../../test/factories/campaigns.ts'
import type { Scope } from '../../platform/actor.ts'
import { asJob, asRater, type Database, inScope, type Rater, sql, type Tx } from '../../platform/db/index.ts'
import { draftCampaign, openCampaign } from './actions.ts'
import { shareOutTasks } from './follow.ts'
import { openTask, saveRating } from './rating-actions.ts'

// Who sees a rating is decided by the database: here only SQL asks, as the roles the product takes.

let database: Database
let o: Office
let ani = 0
type Task = { id: number; relation: string; rater_id: number }
let tasks: Task[] = []

beforeAll(async () => {
  database = await testDatabase()
  o = await newOffice(database)
  ani = o.analysts[0]!
  const { services } = campaignServices(database)
  const keeper = actor({ accountId: 'pengelola', grants: [grant('pengelola', [o.instansi])] })
  const id = await draftCampaign(services, keeper, draftOf(o))
  await openCampaign(services, keeper, id)
  await shareOutTasks(services, id)
  const all = await asJob(database.outer, async tx => {
    const { rows } = await sql<
      Task & { pegawai_id: number }
    >`SELECT id, pegawai_id, relation, rater_id FROM rating_task ORDER BY id`.execute(tx)
    return rows
  })
  tasks = all.filter(task => task.pegawai_id === ani)
  // Everything about Ani is handed in; of her head, one subordinate handed in and one began.
  const about = [...tasks, ...all.filter(task => task.pegawai_id === o.head && task.relation === 'bawahan').slice(0, 2)]
  for (const [index, task] of about.entries()) {
    const opened = (await openTask(services, raterActor(task.rater_id), task.id))!
    const answers = [o.m1, o.m2].map(competencyId => ({ competencyId, said: 3, evidence: null }))
    await saveRating(services, raterActor(task.rater_id), opened, { version: 0, answers, submit: index < about.length - 1 })
  }
  const atasan = all.find(task => task.pegawai_id === o.head && task.relation === 'atasan')!
  const opened = (await openTask(services, raterActor(atasan.rater_id), atasan.id))!
  await saveRating(services, raterActor(atasan.rater_id), opened, {
    version: 0,
    answers: [{ competencyId: o.m1, said: 2, evidence: 'draf' }],
    submit: false,
  })
})
afterAll(() => database.close())

const seen = async (tx: Tx, table: 'rating' | 'rating_task', person: number) => {
  const { rows } = await sql<{ relation: string }>`
    SELECT DISTINCT relation FROM ${sql.table(table)} WHERE pegawai_id = ${person} ORDER BY 1`.execute(tx)
  return rows.map(row => row.relation)
}
const inside = (scope: Scope, table: 'rating' | 'rating_task', person = ani) =>
  inScope(database.outer, scope, tx => seen(tx, table, person))
const rater = (pegawaiId: number | null, accountId = 'akun'): Rater => ({ pegawaiId, accountId })

describe('what peers and subordinates said', () => {
  it('is there: a job counts it', async () => {
    expect(await asJob(database.outer, tx => seen(tx, 'rating', ani))).toEqual(['atasan', 'diri', 'rekan'])
    expect(await asJob(database.outer, tx => seen(tx, 'rating', o.head))).toEqual(['atasan', 'bawahan'])
  })

  it('is not there for the rated, the atasan, the manager of the instansi, who is all of these, nor the nation', async () => {
    const scopes: Scope[] = [
      { kind: 'people', people: [ani] },
      { kind: 'people', people: [o.head, ...o.analysts] },
      { kind: 'instansi', instansi: [o.instansi] },
      { kind: 'mixed', instansi: [o.instansi], people: [ani, o.head] },
      { kind: 'mixed', instansi: [o.other], people: [ani, o.head] },
      { kind: 'nation' },
      { kind: 'none' },
    ]
    for (const scope of scopes) {
      for (const person of [ani, o.head]) {
        const relations = await inside(scope, 'rating', person)
        expect(
          relations.filter(relation => relation === 'rekan' || relation === 'bawahan'),
          JSON.stringify(scope),
        ).toEqual([])
      }
    }
  })

  it('is the own of each rater, and of nobody else’s even the task', async () => {
    const peers = tasks.filter(task => task.relation === 'rekan')
    for (const { rater_id } of peers) {
      const { rows } = await asRater(database.outer, rater(rater_id), tx =>
        sql<{ rater_id: number }>`SELECT DISTINCT rater_id FROM rating UNION SELECT DISTINCT rater_id FROM rating_task`.execute(
          tx,
        ),
      )
      expect(rows).toEqual([{ rater_id }])
    }
    expect(await asRater(database.outer, rater(null, 'akun'), tx => seen(tx, 'rating_task', ani))).toEqual([])
    expect(await asRater(database.outer, rater(ani), tx => seen(tx, 'rating', ani)), 'of oneself only what one said').toEqual([
      'diri',
    ])
  })

  it('nor is it known to the rated and the atasan who was asked; the manager knows whom to remind', async () => {
    const open = ['atasan', 'diri']
    expect(await inside({ kind: 'people', people: [ani] }, 'rating_task')).toEqual(open)
    expect(await inside({ kind: 'people', people: [o.head, ...o.analysts] }, 'rating_task')).toEqual(open)
    expect(await inside({ kind: 'instansi', instansi: [o.instansi] }, 'rating_task')).toEqual(['atasan', 'diri', 'rekan'])
    expect(await inside({ kind: 'instansi', instansi: [o.other] }, 'rating_task')).toEqual([])
  })
})

describe('what the atasan and oneself said', () => {
  it('is seen once it is handed in, by the rated, the atasan and the manager; a draft by nobody but its writer', async () => {
    for (const scope of [
      { kind: 'people', people: [ani] },
      { kind: 'people', people: [o.head, ...o.analysts] },
      { kind: 'instansi', instansi: [o.instansi] },
      { kind: 'nation' },
    ] satisfies Scope[]) {
      expect(await inside(scope, 'rating'), JSON.stringify(scope)).toEqual(['atasan', 'diri'])
      expect(await inside(scope, 'rating', o.head), JSON.stringify(scope)).toEqual([])
    }
    expect(await asRater(database.outer, rater(o.chief), tx => seen(tx, 'rating', o.head))).toEqual(['atasan'])
  })
})

describe('a rater', () => {
  const attempt = (
    work: (tx: Tx) => Promise<unknown>,
    as: Rater = rater(tasks.find(task => task.relation === 'rekan')!.rater_id),
  ) =>
    asRater(database.outer, as, work).then(
      () => 'done',
      (error: Error) => error.message,
    )

  it('sees no person, no result and no participant: only the task', async () => {
    for (const table of ['pegawai', 'assessment_result', 'campaign_participant', 'campaign_pick', 'competency_profile']) {
      const { rows } = await asRater(database.outer, rater(o.head), tx =>
        sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(table)}`.execute(tx),
      )
      expect(rows, table).toEqual([{ n: 0 }])
    }
  })

  it('makes no task, and writes under no other name', async () => {
    expect(
      await attempt(tx =>
        sql`INSERT INTO rating_task (pegawai_id, instansi_id, campaign_id, relation, rater_id, rated_name, jabatan_id, wave, made_at)
          SELECT pegawai_id, instansi_id, campaign_id, 'atasan', rater_id, rated_name, jabatan_id, wave, now() FROM rating_task LIMIT 1`.execute(
          tx,
        ),
      ),
    ).toMatch(/row-level security/)
    expect(
      await attempt(tx =>
        sql`INSERT INTO rating (pegawai_id, task_id, competency_id, instansi_id, campaign_id, relation, rater_id, level, rated_at)
          SELECT pegawai_id, task_id, ${o.m1}, instansi_id, campaign_id, relation, ${o.chief}, 5, now() FROM rating LIMIT 1`.execute(
          tx,
        ),
      ),
    ).toMatch(/row-level security/)
    expect(await attempt(tx => sql`UPDATE rating SET rater_id = ${o.chief}`.execute(tx))).toMatch(/row-level security/)
  })

  it('whose name was forgotten sees nothing', async () => {
    const found = await database.outer.connection().execute(async db => {
      await sql.raw('BEGIN; SET LOCAL ROLE piawai_rater').execute(db)
      const count = await sql<{ n: number }>`SELECT count(*)::int AS n FROM rating`.execute(db).then(
        ({ rows }) => rows[0]!.n,
        (error: Error) => error.message,
      )
      await sql`ROLLBACK`.execute(db)
      return count
    })
    expect(String(found)).toMatch(/^0$|piawai\.rater|invalid input syntax/)
  })

  it('is named by a number and an account id, and by nothing that could be more', () => {
    const as = (named: Rater) => () => asRater(database.outer, named, async () => 1)
    expect(as({ pegawaiId: null, accountId: "x'; SET ROLE piawai_job; --" })).toThrow(/account id/)
    expect(as({ pegawaiId: 1.5, accountId: 'x' })).toThrow(/account id/)
  })
})

it('in a scope of people or an instansi a rating is neither written nor taken away', async () => {
  const scopes: Scope[] = [{ kind: 'people', people: [ani] }, { kind: 'instansi', instansi: [o.instansi] }, { kind: 'nation' }]
  for (const scope of scopes) {
    const changed = await inScope(database.outer, scope, async tx => {
      const update = await sql`UPDATE rating SET level = 5`.execute(tx)
      const remove = await sql`DELETE FROM rating`.execute(tx)
      return Number(update.numAffectedRows) + Number(remove.numAffectedRows)
    })
    expect(changed, JSON.stringify(scope)).toBe(0)
  }
})
