import { plusYears, toDay } from './dates.ts'
import type { Person } from './people.ts'
import type { Post } from './posts.ts'
import type { Random } from './random.ts'

/** `instansiThen` stays what it was; `until` null is the present. */
export type Tenure = {
  person: Person
  post: Post
  instansiThen: number
  appointment: 'definitif' | 'plt' | 'plh'
  from: number
  until: number | null
}
export type Contract = { person: Person; nip: string; employment: Person['employment']; from: number; until: number | null }

const rank: Record<string, number> = {
  pelaksana: 1,
  pemula: 1,
  terampil: 1,
  ahli_pertama: 2,
  mahir: 2,
  pengawas: 3,
  penyelia: 3,
  ahli_muda: 3,
  administrator: 4,
  ahli_madya: 4,
  jpt_pratama: 5,
  ahli_utama: 5,
  jpt_madya: 6,
}
const rankOf = (post: Post) => rank[post.jenjang]!

/** The kinds of employment a person has gone through, the present one open. */
export function buildContracts(people: readonly Person[], today: string): Contract[] {
  const now = toDay(today)
  return people.flatMap(person => {
    const rows: Contract[] = []
    const add = (nip: string, employment: Person['employment'], from: number, until: number | null) =>
      rows.push({ person, nip, employment, from, until })
    if (person.earlierNip) add(person.earlierNip.nip, 'pppk', person.earlierNip.appointed, person.appointed - 1)
    const left = person.status === 'berhenti' ? now - 40 - (person.id % 200) : null
    if (person.employment !== 'pns') add(person.nip, person.employment, person.appointed, left)
    else {
      const settled = plusYears(person.appointed, 1)
      add(person.nip, 'cpns', person.appointed, settled - 1)
      add(person.nip, 'pns', settled, left)
    }
    return rows
  })
}

function pastCount(random: Random, person: Person): number {
  if (person.employment !== 'pns') return 0
  const { post } = person
  if (post.isHead || post.jenis === 'jpt')
    return random.weighted([
      [0, 1],
      [1, 3],
      [2, 4],
      [3, 2],
    ] as const)
  if (rankOf(post) >= 3)
    return random.weighted([
      [0, 6],
      [1, 3],
      [2, 1],
    ] as const)
  return random.chance(0.15) ? 1 : 0
}

/** Posts held now, as Plt or Plh beside the own one, and before. */
export function buildTenures(people: readonly Person[], posts: readonly Post[], random: Random, today: string): Tenure[] {
  const now = toDay(today)
  const tenures: Tenure[] = []
  const headTakenFrom = new Map<number, number>() // a head post has one definitive holder at a time
  for (const person of people) {
    const active = person.status === 'aktif'
    const until = active ? null : Math.max(person.since + 30, now - 30 - (person.id % 300))
    tenures.push({
      person,
      post: person.post,
      instansiThen: person.instansiId,
      appointment: 'definitif',
      from: person.since,
      until,
    })
    if (person.post.isHead) headTakenFrom.set(person.post.id, person.since)
  }
  for (const row of actingHeads(people, posts, random, now)) {
    tenures.push(row)
    headTakenFrom.set(row.post.id, row.from)
  }

  const pools = new Map<string, Post[]>()
  const file = (key: string, post: Post) => pools.get(key)?.push(post) ?? pools.set(key, [post])
  for (const post of posts) {
    file(`${post.unit.topId}/${rankOf(post)}`, post)
    file(`all ${post.instansiId}/${rankOf(post)}`, post)
  }
  for (const person of people) {
    let end = person.since - 1
    let level = rankOf(person.post)
    for (let left = pastCount(random, person); left > 0; left--) {
      const from = end - random.int(400, 1500)
      if (from < plusYears(person.appointed, 1)) break
      level = Math.max(1, level - (random.chance(0.6) ? 1 : 0))
      const elsewhere = person.appointed < now - 3000 && random.chance(0.04)
      const instansiThen = elsewhere ? (person.instansiId === 2 ? random.int(3, 9) : 2) : person.instansiId
      const near = elsewhere || random.chance(0.3) ? `all ${instansiThen}/${level}` : `${person.post.unit.topId}/${level}`
      const pool = pools.get(near) ?? pools.get(`all ${instansiThen}/${level}`)!
      const fits = (post: Post) => post.id !== person.post.id && (!post.isHead || end < (headTakenFrom.get(post.id) ?? now))
      const post = [0, 1, 2, 3, 4, 5].map(() => random.pick(pool)).find(fits)
      if (!post) break
      if (post.isHead) headTakenFrom.set(post.id, from)
      tenures.push({ person, post, instansiThen, appointment: 'definitif', from, until: end })
      end = from - 1
    }
  }
  return tenures
}

/** Most vacant head posts are run by the head beside or just below; some by nobody. */
function actingHeads(people: readonly Person[], posts: readonly Post[], random: Random, now: number): Tenure[] {
  const holder = new Map<number, Person>()
  for (const person of people) if (person.post.isHead && person.status === 'aktif') holder.set(person.post.unit.id, person)
  const busy = new Set<Person>()
  const rows: Tenure[] = []
  for (const post of posts) {
    if (!post.isHead || post.seats > 0 || random.chance(0.16)) continue
    const near = [...holder.values()].filter(
      person =>
        !busy.has(person) &&
        person.instansiId === post.instansiId &&
        (person.post.unit.parentId === post.unit.id ||
          (person.post.unit.parentId === post.unit.parentId && post.unit.kind !== 'opd')) &&
        Math.abs(rankOf(person.post) - rankOf(post)) <= 1,
    )
    if (near.length === 0) continue
    const person = random.pick(near)
    busy.add(person)
    const appointment = random.chance(0.2) ? 'plh' : 'plt'
    const from = now - (appointment === 'plh' ? random.int(3, 25) : random.int(20, 240))
    rows.push({ person, post, instansiThen: post.instansiId, appointment, from: Math.max(from, person.since), until: null })
  }
  return rows
}

/** Some know where they want to be: the next post up, in the same office. */
export function chooseAims(people: readonly Person[], posts: readonly Post[], random: Random): void {
  const byTop = new Map<string, Post[]>()
  for (const post of posts) {
    const key = `${post.unit.topId}/${rankOf(post)}`
    byTop.get(key)?.push(post) ?? byTop.set(key, [post])
  }
  for (const person of people) {
    if (person.status !== 'aktif' || person.employment === 'pppk_paruh_waktu' || !random.chance(0.145)) continue
    const above = byTop.get(`${person.post.unit.topId}/${rankOf(person.post) + 1}`) ?? []
    const sameCraft = above.filter(post => post.key !== '' && post.key === person.post.key)
    const choices = sameCraft.length > 0 && random.chance(0.75) ? sameCraft : above
    if (choices.length > 0) person.aim = random.pick(choices)
  }
}
