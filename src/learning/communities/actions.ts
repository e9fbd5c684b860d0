import { notify } from '../../notices/index.ts'
import { type Actor, scopeOf } from '../../platform/actor.ts'
import { audit } from '../../platform/audit/index.ts'
import { asCommunity, asJob, inScope, type Tx } from '../../platform/db/index.ts'
import type { Services } from '../../platform/http/context.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { policyAt } from '../../policies/index.ts'
import { jpMinutes } from '../../regulation/index.ts'
import { addRecords } from '../records/write.ts'
import { communityMessages } from './messages.ts'
import { communityPolicy } from './policy.ts'
import { closeFlaw, jpOfMinutes, mayAccept, wasMember } from './rules/community.ts'
import * as store from './store/community.ts'
import * as meetings from './store/meeting.ts'
import * as topics from './store/topic.ts'

type Self = { pegawaiId: number; instansiId: number; name: string }
const trail = (tx: Tx, by: Actor, at: Date, verb: string, of: Pick<store.Community, 'id' | 'instansiId'>, detail: object) =>
  audit(tx, by.accountId, at, { verb, subject: `community:${of.id}`, instansiId: of.instansiId, detail })

/** Begins a community, led by who begins it; null where the instansi has one of this name. */
export const begin = (services: Services, by: Actor, self: Self, values: { name: string; about: string; openTo: store.OpenTo }) =>
  inScope(services.db, scopeOf(by, ['pegawai']), async (tx): Promise<number | null> => {
    const at = services.clock.now()
    const id = await store.insertCommunity(tx, self.instansiId, values, { by: by.accountId, at })
    if (id === null) return null
    await store.join(tx, id, self.pegawaiId, true, at)
    await trail(tx, by, at, 'begin_community', { id, instansiId: self.instansiId }, { name: values.name })
    return id
  })

export const join = (services: Services, by: Actor, of: store.Community, pegawaiId: number) =>
  inScope(services.db, scopeOf(by, ['pegawai']), async tx => {
    const at = services.clock.now()
    await store.join(tx, of.id, pegawaiId, false, at)
    await trail(tx, by, at, 'join_community', of, {})
  })

/** False where nobody would lead the others any more. */
export const leave = (services: Services, by: Actor, of: store.Community, pegawaiId: number) =>
  asCommunity(services.db, of.id, async tx => {
    const at = services.clock.now()
    const left = await store.leave(tx, of.id, pegawaiId, at)
    if (left) await trail(tx, by, at, 'leave_community', of, {})
    return left
  })

export const makeLead = (services: Services, by: Actor, of: store.Community, pegawaiId: number) =>
  asCommunity(services.db, of.id, async tx => {
    const made = await store.makeLead(tx, of.id, pegawaiId)
    if (made) await trail(tx, by, services.clock.now(), 'lead_community', of, { pegawaiId })
    return made
  })

export const openTopic = (
  services: Services,
  by: Actor,
  of: store.Community,
  self: Self,
  values: { kind: topics.TopicKind; title: string; body: string },
) =>
  asCommunity(services.db, of.id, async tx => {
    const at = services.clock.now()
    const id = await topics.insertTopic(tx, of.id, self, values, at)
    await trail(tx, by, at, 'open_topic', of, { topic: id, kind: values.kind })
    return id
  })

export const reply = (services: Services, by: Actor, of: store.Community, self: Self, topicId: number, body: string) =>
  asCommunity(services.db, of.id, async tx => {
    const topic = await topics.topicById(tx, of.id, topicId)
    if (!topic || topic.closed) throw notFound()
    const at = services.clock.now()
    const id = await topics.insertReply(tx, of.id, topicId, self, body, at)
    await trail(tx, by, at, 'reply_topic', of, { topic: topicId, reply: id })
    if (topic.authorId !== self.pegawaiId) {
      const { id: m, en } = communityMessages
      await notify(tx, [
        {
          topic: 'community',
          to: { pegawaiIds: [topic.authorId] },
          title: { id: m.noticeReply(topic.title), en: en.noticeReply(topic.title) },
          href: `/komunitas/${of.id}/topik/${topicId}`,
          duty: false,
          key: `community:reply:${id}`,
        },
      ])
    }
    return id
  })

/** Takes a reply as the answer; what that is worth is the choice of the instansi of who answered. False where it may not be. */
export const accept = (
  services: Services,
  by: Actor,
  of: store.Community,
  topicId: number,
  replyId: number,
  leads: boolean,
): Promise<boolean> =>
  asJob(services.db, async tx => {
    const topic = await topics.topicById(tx, of.id, topicId, true)
    const found = topic && (await topics.repliesOf(tx, of.id, topicId)).find(one => one.id === replyId)
    if (!topic || !found || !mayAccept(topic, found.authorId, { pegawaiId: by.pegawaiId, leads })) return false
    const at = services.clock.now()
    const today = services.clock.today(of.timeZone)
    await topics.acceptReply(tx, of.id, replyId, at)
    await trail(tx, by, at, 'accept_reply', of, { topic: topicId, reply: replyId })
    const { value } = await policyAt(tx, communityPolicy, of.instansiId, today)
    if (value.answerJp > 0) {
      const name = communityMessages.id.answerRecord(topic.title)
      await addRecords(tx, [recordOf(of, found.authorId, name, today, value.answerJp)], { account: by.accountId, at })
    }
    return true
  })

const recordOf = (of: store.Community, pegawaiId: number, name: string, on: string, jp: number) => ({
  pegawaiId,
  form: 'komunitas_belajar' as const,
  international: false,
  name,
  organiser: of.name,
  startedOn: on,
  endedOn: on,
  jp,
  sessions: null,
  certificateNumber: null,
  source: 'komunitas' as const,
  sourceId: of.id,
  file: null,
})

export const removeReply = (services: Services, by: Actor, of: store.Community, replyId: number, why: string) =>
  asCommunity(services.db, of.id, async tx => {
    const at = services.clock.now()
    const removed = await topics.removeReply(tx, of.id, replyId, { account: by.accountId, why, at })
    if (removed) await trail(tx, by, at, 'remove_reply', of, { reply: replyId, why })
    return removed
  })

export const callMeeting = (
  services: Services,
  by: Actor,
  of: store.Community,
  values: { title: string; on: string; minutes: number; place: string },
) =>
  asCommunity(services.db, of.id, async tx => {
    const at = services.clock.now()
    const id = await meetings.insertMeeting(tx, of.id, values, { by: by.accountId, at })
    await trail(tx, by, at, 'call_meeting', of, { meeting: id, on: values.on })
    const members = await store.membersOf(tx, of.id)
    const { id: m, en } = communityMessages
    await notify(tx, [
      {
        topic: 'community',
        to: { pegawaiIds: members.map(one => one.pegawaiId).filter(id => id !== by.pegawaiId) },
        title: { id: m.noticeMeeting(of.name, values.title), en: en.noticeMeeting(of.name, values.title) },
        href: `/komunitas/${of.id}`,
        duty: false,
        key: `community:meeting:${id}`,
        expiresOn: values.on,
      },
    ])
    return id
  })

export type Closed = 'done' | 'closed' | 'early' | 'alone'
/** Writes down who was there and closes the meeting: the hours of each become a record, once. */
export const closeMeeting = (
  services: Services,
  by: Actor,
  of: store.Community,
  meetingId: number,
  pegawaiIds: readonly number[],
): Promise<Closed> =>
  asJob(services.db, async tx => {
    const meeting = await meetings.meetingById(tx, of.id, meetingId, true)
    if (!meeting) throw notFound()
    const members = new Set((await store.membersOf(tx, of.id)).filter(one => wasMember(one, meeting)).map(one => one.pegawaiId))
    const there = [...new Set(pegawaiIds)].filter(id => members.has(id))
    const flaw = closeFlaw(meeting, there.length, services.clock.today(of.timeZone))
    if (flaw) return flaw
    const at = services.clock.now()
    await meetings.setAttended(tx, of.id, meetingId, there, at)
    await meetings.markClosed(tx, meetingId, at)
    const jp = jpOfMinutes(meeting.minutes, jpMinutes.at(meeting.on).value)
    if (jp > 0) {
      const name = `${of.name}: ${meeting.title}`
      await addRecords(
        tx,
        there.map(id => recordOf(of, id, name, meeting.on, jp)),
        { account: by.accountId, at },
      )
    }
    await trail(tx, by, at, 'close_meeting', of, { meeting: meetingId, people: there.length, jp })
    return 'done'
  })
