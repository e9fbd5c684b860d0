import { createHash } from 'node:crypto'
import { kindsOfActivity, recordsOf } from '../../src/learning/activities/rules/activity.ts'
import { insertRecords } from '../../src/learning/records/store.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { jpMinutes } from '../../src/regulation/index.ts'
import { othersActivities, type PlayedActivity, playedActivities } from './activity-list.ts'
import { type ActivityPlan, activityPlans } from './activity-plans.ts'
import { isoOf, toDay, workday, yearOf } from './dates.ts'
import { type DemoPerson, demoPeople } from './who.ts'

/** `/tuan-rumah/<this>`: the link of the one host that was asked; everybody may know it, as the password of the demo. */
export const demoHostToken = 'contoh-tautan-tuan-rumah'

type Step = { step: string; by: DemoPerson | null; name: string; day: number; reason: string | null }

/** One activity as it stands: its row, log and steps, each dated before today. */
function played(one: PlayedActivity, id: number, people: ReadonlyMap<string, DemoPerson>, today: number) {
  const plan: ActivityPlan = activityPlans[one.plan]
  const { partner: accompanied, host } = kindsOfActivity[plan.kind]
  const learner = people.get(one.who)!
  const partner = accompanied ? people.get(one.partner!)! : null
  const [starts, ends] = [today + one.starts, today + one.starts + one.days - 1]
  const decider = partner ?? people.get(learner.boss ?? 'pengelola')!
  const approver = people.get(learner.boss ?? 'pengelola')!
  const began = Math.min(starts - 12, today - 6)
  const logged = ['agreed', 'reported', 'approved'].includes(one.state)
  const until = Math.min(ends, today - 1)
  const log = plan.log.flatMap((words, index) => {
    const day = workday(starts + Math.floor(((until - starts) * (index + 0.5)) / plan.log.length))
    return logged && day >= starts ? [{ day, words, minutes: plan.minutes }] : []
  })
  const confirmed = log.map((_, index) => accompanied && index < log.length - (one.unconfirmed ?? 0))
  const at = (step: string, by: DemoPerson, day: number, reason: string | null = null): Step => ({
    step,
    by,
    name: by.name,
    day: Math.min(day, today),
    reason,
  })
  const agreed = at('agree', decider, began + 3)
  const reported = at('report', learner, ends + 2)
  const ways: Record<PlayedActivity['state'], Step[]> = {
    draft: [],
    proposed: [],
    returned: [at('return', decider, began + 3, one.reason ?? null)],
    rejected: [at('reject', decider, began + 3, one.reason ?? null)],
    cancelled: [agreed, at('cancel', learner, began + 5, one.reason ?? null)],
    agreed: [agreed],
    reported: [agreed, reported],
    approved: [agreed, reported, at('approve', approver, ends + 5)],
  }
  const verdict: Step[] = one.verdict
    ? [{ step: 'host', by: null, name: one.verdict.name, day: ends + 1, reason: one.verdict.note }]
    : []
  const way = [
    at('draft', learner, began),
    ...(one.state === 'draft' ? [] : [at('propose', learner, began + 1)]),
    ...ways[one.state].slice(0, 1),
    ...verdict,
    ...ways[one.state].slice(1),
  ]
  const over = one.state === 'reported' || one.state === 'approved'
  const row = {
    id,
    pegawaiId: learner.pegawaiId,
    instansiId: learner.instansiId,
    kind: plan.kind,
    learner: learner.name,
    title: plan.title,
    aim: plan.aim,
    plan: plan.plan,
    partnerId: partner?.pegawaiId ?? null,
    partner: partner?.name ?? null,
    host: host ? (plan.host ?? null) : null,
    contact: plan.hostContact ?? null,
    letter: host && one.letter ? `${one.letter}/${yearOf(starts)}` : null,
    starts: isoOf(starts),
    ends: isoOf(ends),
    state: one.state,
    outcome: over ? plan.outcome : null,
    digest: one.asked ? createHash('sha256').update(demoHostToken).digest('hex') : null,
    asked: one.asked ? isoOf(today - 2) : null,
    hostName: one.verdict?.name ?? null,
    verdict: one.verdict?.verdict ?? null,
    note: one.verdict?.note ?? null,
    hostDay: one.verdict ? isoOf(ends + 1) : null,
    reason: one.reason ?? null,
    made: isoOf(began),
    approvedBy: one.state === 'approved' ? approver.account : null,
    approved: one.state === 'approved' ? isoOf(Math.min(ends + 5, today)) : null,
  }
  const of = { id, pegawaiId: row.pegawaiId, instansiId: row.instansiId, partnerId: row.partnerId }
  return {
    row,
    log: log.map((entry, index) => ({ ...of, ...entry, on: isoOf(entry.day), confirmed: confirmed[index]! })),
    steps: way.map(step => ({
      ...of,
      step: step.step,
      account: step.by?.account ?? null,
      name: step.name,
      on: isoOf(step.day),
      reason: step.reason,
    })),
  }
}

/** Some sixty activities in every state, with their logs and steps; what is approved is on record. Their letters come with the screens. */
export async function insertActivities(tx: Tx, today: string): Promise<void> {
  const people = await demoPeople(tx)
  const all = [...playedActivities, ...othersActivities].map((one, index) => played(one, index + 1, people, toDay(today)))
  await sql`
    INSERT INTO activity (pegawai_id, id, instansi_id, instansi_then, kind, learner, title, aim, plan, partner_id, partner, host, host_contact,
      letter_number, starts_on, ends_on, state, outcome, host_token_digest, host_asked_at, host_name, host_verdict, host_note, host_at, reason,
      made_at, approved_by, approved_at)
    SELECT "pegawaiId", id, "instansiId", "instansiId", kind, learner, title, aim, plan, "partnerId", partner, host, contact, letter, starts, ends,
      state, outcome, digest, asked, "hostName", verdict, note, "hostDay", reason, made, "approvedBy", approved
    FROM jsonb_to_recordset(${JSON.stringify(all.map(one => one.row))}::jsonb) AS g("pegawaiId" int, id int, "instansiId" int, kind text, learner text,
      title text, aim text, plan text, "partnerId" int, partner text, host text, contact text, letter text, starts date, ends date, state text,
      outcome text, digest text, asked timestamptz, "hostName" text, verdict text, note text, "hostDay" timestamptz, reason text, made timestamptz,
      "approvedBy" text, approved timestamptz)`.execute(tx)
  await sql`
    INSERT INTO activity_log (pegawai_id, activity_id, instansi_id, partner_id, on_date, minutes, words, confirmed_at, confirmed_by, made_at)
    SELECT "pegawaiId", id, "instansiId", "partnerId", "on", minutes, words, CASE WHEN confirmed THEN "on"::timestamptz + interval '1 day 3 hours' END,
      CASE WHEN confirmed THEN 'demo' END, "on"::timestamptz + interval '9 hours'
    FROM jsonb_to_recordset(${JSON.stringify(all.flatMap(one => one.log))}::jsonb)
      AS g("pegawaiId" int, id int, "instansiId" int, "partnerId" int, "on" date, minutes int, words text, confirmed boolean)`.execute(
    tx,
  )
  await sql`
    INSERT INTO activity_step (pegawai_id, activity_id, instansi_id, partner_id, step, by_account, by_name, at, reason)
    SELECT "pegawaiId", id, "instansiId", "partnerId", step, account, name, "on"::timestamptz + interval '2 hours', reason
    FROM jsonb_to_recordset(${JSON.stringify(all.flatMap(one => one.steps))}::jsonb)
      AS g("pegawaiId" int, id int, "instansiId" int, "partnerId" int, step text, account text, name text, "on" date, reason text)`.execute(
    tx,
  )
  await sql`SELECT max(nextval(pg_get_serial_sequence('activity', 'id'))) FROM generate_series(1, ${all.length}::int)`.execute(tx)
  const records = all.flatMap(({ row, log }) =>
    row.state === 'approved'
      ? recordsOf(row.kind, { startsOn: row.starts, endsOn: row.ends }, log, jpMinutes.at(row.ends).value).map(made => ({
          ...made,
          pegawaiId: row.pegawaiId,
          form: kindsOfActivity[row.kind].form,
          international: false,
          name: row.title,
          organiser: row.host ?? row.partner,
          certificateNumber: null,
          source: 'kegiatan' as const,
          sourceId: row.id,
          file: null,
        }))
      : [],
  )
  await insertRecords(tx, records, { account: 'demo-pengelola', at: new Date(`${today}T00:00:00Z`) })
}
