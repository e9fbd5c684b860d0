/** What somebody types to begin a community, a topic, a reply, a meeting: what is wrong with it. */
export type CommunityFlaw = 'name' | 'about'
export const communityFlaws = ({ name, about }: { name: string; about: string }): CommunityFlaw[] => [
  ...(name.length < 5 || name.length > 120 ? (['name'] as const) : []),
  ...(about.length < 20 || about.length > 2000 ? (['about'] as const) : []),
]

export type TopicFlaw = 'title' | 'body'
export const topicFlaws = ({ title, body }: { title: string; body: string }): TopicFlaw[] => [
  ...(title.length < 5 || title.length > 200 ? (['title'] as const) : []),
  ...(body.length < 10 || body.length > 8000 ? (['body'] as const) : []),
]

export type MeetingFlaw = 'title' | 'day' | 'minutes' | 'place'
export const meetingFlaws = (typed: {
  title: string
  on: string | null
  minutes: number | null
  place: string
}): MeetingFlaw[] => [
  ...(typed.title.length < 5 || typed.title.length > 200 ? (['title'] as const) : []),
  ...(typed.on === null ? (['day'] as const) : []),
  ...(typed.minutes === null || typed.minutes < 15 || typed.minutes > 600 ? (['minutes'] as const) : []),
  ...(typed.place.length < 2 || typed.place.length > 300 ? (['place'] as const) : []),
]

/** Who was a member on the day of a meeting can have been there; who came later cannot have hours of it. */
export const wasMember = (member: { joinedOn: string }, meeting: { on: string }): boolean => member.joinedOn <= meeting.on

/** Why a meeting cannot be closed: it has not taken place, or fewer than two came: nobody learns together alone. */
export const closeFlaw = (
  meeting: { on: string; closed: boolean },
  attended: number,
  today: string,
): 'closed' | 'early' | 'alone' | null =>
  meeting.closed ? 'closed' : meeting.on > today ? 'early' : attended < 2 ? 'alone' : null

/** Whole JP of so many minutes; `minutesOfJp` on the day it took place. What is less than one JP is none. */
export const jpOfMinutes = (minutes: number, minutesOfJp: number): number => Math.floor(minutes / minutesOfJp)

/**
 * Whether a reply may be accepted as the answer: of a question, by who asked, not by oneself, and only one.
 * Who leads the community may do so, too, where who asked does not come back.
 */
export const mayAccept = (
  topic: { kind: 'bahasan' | 'tanya'; authorId: number; answered: boolean },
  replyBy: number,
  asker: { pegawaiId: number | null; leads: boolean },
): boolean =>
  topic.kind === 'tanya' &&
  !topic.answered &&
  asker.pegawaiId !== null &&
  replyBy !== asker.pegawaiId &&
  replyBy !== topic.authorId &&
  (asker.pegawaiId === topic.authorId || asker.leads)

/** Over and on record; due: its day has come and nobody has written down who was there; planned. */
export type MeetingState = 'closed' | 'due' | 'planned'
export const meetingState = (meeting: { on: string; closed: boolean }, today: string): MeetingState =>
  meeting.closed ? 'closed' : meeting.on <= today ? 'due' : 'planned'
