import { jpOfMinutes } from '../../src/learning/communities/rules/community.ts'
import { insertRecords } from '../../src/learning/records/store.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { jpMinutes } from '../../src/regulation/index.ts'
import { demoCommunities } from './community-list.ts'
import { isoOf, toDay } from './dates.ts'
import { type DemoPerson, demoPeople } from './who.ts'

type Called = ReadonlyMap<string, DemoPerson>
const whose = (person: DemoPerson) => ({
  pegawaiId: person.pegawaiId,
  instansiId: person.instansiId,
  name: person.name,
  unit: person.unit,
})

/** Everything of one community; its id and those of its topics and meetings are given here. */
function played(of: (typeof demoCommunities)[number], index: number, people: Called, today: number) {
  const id = index + 1
  const lead = of.leads.map(key => people.get(key)!)
  const others = of.others.flatMap(({ instansi, count }) =>
    Array.from({ length: count }, (_, n) => people.get(`${instansi}+${n + 1}`)!),
  )
  const speakers = of.topics.flatMap(topic => [topic.by, ...topic.replies.map(reply => reply.by)])
  const members = [...new Set([...lead, ...[...of.members, ...speakers].map(key => people.get(key)!), ...others])]
  const topics = of.topics.map((topic, n) => ({
    ...topic,
    id: id * 10 + n,
    on: isoOf(today - topic.ago),
    ...whose(people.get(topic.by)!),
  }))
  const meetings = of.meetings.map((meeting, n) => ({ ...meeting, id: id * 10 + n, on: isoOf(today + meeting.day) }))
  return {
    community: {
      id,
      instansiId: of.instansiId,
      name: of.name,
      about: of.about,
      openTo: of.openTo,
      by: lead[0]!.account ?? 'demo',
    },
    members: members.map(person => ({ ...whose(person), community: id, leads: lead.includes(person) })),
    topics: topics.map(({ replies: _, ...topic }) => ({ ...topic, community: id })),
    replies: topics.flatMap(topic =>
      topic.replies.map(reply => ({
        ...whose(people.get(reply.by)!),
        community: id,
        topic: topic.id,
        body: reply.body,
        accepted: reply.accepted ?? false,
        on: isoOf(today - reply.ago),
      })),
    ),
    meetings: meetings.map(meeting => ({ ...meeting, community: id, closed: meeting.there !== undefined })),
    there: meetings.flatMap(meeting =>
      members
        .filter(person => person !== people.get(meeting.absent ?? ''))
        .slice(0, meeting.there ?? 0)
        .map(person => ({ ...whose(person), community: id, meeting })),
    ),
    name: of.name,
  }
}

/** Communities with what is said in them, and meetings whose hours are on record; one waits to be closed by who leads it. */
export async function insertCommunities(tx: Tx, today: string): Promise<void> {
  const people = await demoPeople(tx)
  const all = demoCommunities.map((one, index) => played(one, index, people, toDay(today)))
  const given = (rows: readonly object[]) => JSON.stringify(rows)
  await sql`
    INSERT INTO community (id, instansi_id, name, about, open_to, made_by, made_at)
    SELECT id, "instansiId", name, about, "openTo", by, ${today}::date - 90
    FROM jsonb_to_recordset(${given(all.map(one => one.community))}::jsonb)
      AS g(id int, "instansiId" int, name text, about text, "openTo" text, by text)`.execute(tx)
  await sql`
    INSERT INTO community_member (pegawai_id, community_id, instansi_id, name, unit, leads, joined_at)
    SELECT "pegawaiId", community, "instansiId", name, unit, leads, ${today}::date - 80
    FROM jsonb_to_recordset(${given(all.flatMap(one => one.members))}::jsonb)
      AS g("pegawaiId" int, community int, "instansiId" int, name text, unit text, leads boolean)`.execute(tx)
  await sql`
    INSERT INTO community_topic (pegawai_id, id, community_id, instansi_id, author, kind, title, body, made_at)
    SELECT "pegawaiId", id, community, "instansiId", name, kind, title, body, "on"::timestamptz + interval '2 hours'
    FROM jsonb_to_recordset(${given(all.flatMap(one => one.topics))}::jsonb)
      AS g("pegawaiId" int, id int, community int, "instansiId" int, name text, kind text, title text, body text, "on" date)`.execute(
    tx,
  )
  await sql`
    INSERT INTO community_reply (pegawai_id, topic_id, community_id, instansi_id, author, body, made_at, accepted_at)
    SELECT "pegawaiId", topic, community, "instansiId", name, body, "on"::timestamptz + interval '3 hours',
      CASE WHEN accepted THEN "on"::timestamptz + interval '8 hours' END
    FROM jsonb_to_recordset(${given(all.flatMap(one => one.replies))}::jsonb)
      AS g("pegawaiId" int, topic int, community int, "instansiId" int, name text, body text, accepted boolean, "on" date)`.execute(
    tx,
  )
  await sql`
    INSERT INTO community_meeting (id, community_id, title, on_date, minutes, place, made_by, made_at, closed_at)
    SELECT id, community, title, "on", minutes, place, 'demo', least("on" - 14, ${today}::date - 3), CASE WHEN closed THEN "on"::timestamptz + interval '9 hours' END
    FROM jsonb_to_recordset(${given(all.flatMap(one => one.meetings))}::jsonb)
      AS g(id int, community int, title text, "on" date, minutes int, place text, closed boolean)`.execute(tx)
  const there = all.flatMap(one => one.there.map(person => ({ ...person, of: one.name })))
  await sql`
    INSERT INTO community_attendance (pegawai_id, meeting_id, community_id, instansi_id, marked_at)
    SELECT "pegawaiId", meeting, community, "instansiId", "on"::timestamptz + interval '9 hours'
    FROM jsonb_to_recordset(${given(there.map(({ meeting, ...one }) => ({ ...one, meeting: meeting.id, on: meeting.on })))}::jsonb)
      AS g("pegawaiId" int, meeting int, community int, "instansiId" int, "on" date)`.execute(tx)
  for (const [name, last] of [
    ['community', all.length],
    ['community_topic', all.length * 10 + 10],
    ['community_meeting', all.length * 10 + 10],
  ] as const)
    await sql`SELECT max(nextval(pg_get_serial_sequence(${name}, 'id'))) FROM generate_series(1, ${last}::int)`.execute(tx)
  await insertRecords(
    tx,
    there.map(({ pegawaiId, community, meeting, of }) => ({
      pegawaiId,
      form: 'komunitas_belajar' as const,
      international: false,
      name: `${of}: ${meeting.title}`,
      organiser: of,
      startedOn: meeting.on,
      endedOn: meeting.on,
      jp: jpOfMinutes(meeting.minutes, jpMinutes.at(meeting.on).value),
      sessions: null,
      certificateNumber: null,
      source: 'komunitas' as const,
      sourceId: community,
      file: null,
    })),
    { account: 'demo', at: new Date(`${today}T00:00:00Z`) },
  )
}
