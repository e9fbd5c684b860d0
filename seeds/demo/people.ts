import { dayOf, plusYears, toDay, yearOf } from './dates.ts'
import { localGovernments } from './governments.ts'
import { NipBook } from './nip.ts'
import { drawName, withTitles } from './person-name.ts'
import type { Post } from './posts.ts'
import { type Education, type Employment, educationOf, entryAge, golonganOf, profiles, womenShare } from './profiles.ts'
import type { Random } from './random.ts'

type Status = 'aktif' | 'tugas_belajar' | 'cltn' | 'mpp' | 'pemberhentian_sementara' | 'berhenti'
export type Person = {
  id: number
  instansiId: number
  unitId: number
  /** The post held, for those not active the one held last. */
  post: Post
  aim: Post | null
  atasanId: number | null
  nip: string
  /** The number before this one, of a contract that ended. */
  earlierNip: { nip: string; appointed: number } | null
  bareName: string
  name: string
  employment: Employment
  status: Status
  sex: 'l' | 'p'
  birth: number
  appointed: number
  /** Since when in the post. */
  since: number
  golongan: string
  education: Education
}

const rounds = [1, 2, 3, 4, 12] // months in which appointments begin
type Life = { birth: number; appointed: number }

/** A birth and an appointment that fit together: 18 or older then, below the age of leaving now, born 1966 to 2003. */
function drawLife(
  random: Random,
  today: number,
  education: Education,
  employment: Employment,
  service: [number, number],
  retires: number,
  retiring: boolean,
): Life {
  const contract = employment === 'pppk' || employment === 'pppk_paruh_waktu'
  const thisYear = yearOf(today)
  const [youngest, oldest] = contract ? [Math.max(22, entryAge[education][0]), 48] : entryAge[education]
  for (;;) {
    const year = contract
      ? employment === 'pppk'
        ? random.weighted([
            [2021, 1],
            [2022, 4],
            [2023, 4],
            [2024, 4],
            [2025, 3],
          ] as const)
        : 2025
      : employment === 'cpns'
        ? 2025
        : thisYear - random.int(service[0], service[1])
    const month =
      employment === 'cpns'
        ? random.pick([6, 10])
        : employment === 'pppk_paruh_waktu'
          ? random.pick([9, 10])
          : random.pick(rounds)
    const appointed = dayOf(year, month, 1)
    const birth = appointed - Math.floor((random.int(youngest, oldest) + random.next()) * 365.25) - 30
    const born = yearOf(birth)
    // Whoever is drawn as active stays so for a year yet; those about to retire are in their last year.
    const inTime = retiring
      ? plusYears(birth, retires - 1) <= today + 200 && plusYears(birth, retires) > today
      : plusYears(birth, retires) > today + 400
    if (born < 1966 || born > 2003 || !inTime) continue
    if (plusYears(birth, 18) <= appointed && plusYears(birth, 58) >= appointed) return { birth, appointed }
  }
}

function sinceOf(random: Random, post: Post, employment: Employment, life: Life, today: number): number {
  if (employment !== 'pns') return life.appointed
  const longest = post.isHead || post.jenis === 'jpt' ? 5.5 * 365 : 9 * 365
  const earliest = Math.max(plusYears(life.appointed, 1), today - longest)
  return Math.max(earliest, today - random.int(60, Math.floor(longest)))
}

const reasons: [Status, number][] = [
  ['mpp', 22],
  ['tugas_belajar', 20],
  ['cltn', 6],
  ['pemberhentian_sementara', 4],
  ['berhenti', 8],
]

/** Everybody: the seats of all posts, then those who are on the list without being active. */
export function buildPeople(posts: readonly Post[], random: Random, today: string): Person[] {
  const now = toDay(today)
  const book = new NipBook()
  const people: Person[] = []

  const add = (post: Post, status: Status) => {
    const education = random.weighted(educationOf(post))
    const profile = profiles[post.jenjang]!
    const mayBeContract = !post.isHead && status === 'aktif'
    const employment: Employment = mayBeContract ? random.weighted(profile.employment) : 'pns'
    const sex = random.chance(womenShare[post.key] ?? (post.isHead ? 0.38 : 0.5)) ? 'p' : 'l'
    const retires = post.key === 'GURU' ? 60 : profile.retires
    const service: [number, number] = status === 'mpp' ? [24, 36] : profile.service
    const life = drawLife(random, now, education, employment, service, status === 'mpp' ? 58 : retires, status === 'mpp')
    const contract = employment === 'pppk' || employment === 'pppk_paruh_waktu'
    const nip = contract ? book.pppk(life.birth, yearOf(life.appointed), sex) : book.pns(life.birth, life.appointed, sex)
    const cameFromContract = employment === 'pns' && life.appointed > dayOf(2020, 1, 1) && random.chance(0.18)
    const renewed = employment === 'pppk' && yearOf(life.appointed) >= 2023 && random.chance(0.12)
    const earlierYear = yearOf(life.appointed) - (renewed ? 2 : 1)
    const earlierNip =
      (cameFromContract || renewed) && plusYears(life.birth, 20) < dayOf(earlierYear, 2, 1) && earlierYear >= 2019
        ? { nip: book.pppk(life.birth, earlierYear, sex), appointed: dayOf(earlierYear, 2, 1) }
        : null
    const bareName = drawName(random, sex)
    people.push({
      id: people.length + 1,
      instansiId: post.instansiId,
      unitId: post.unit.id,
      post,
      aim: null,
      atasanId: null,
      nip,
      earlierNip,
      bareName,
      name: withTitles(random, bareName, education, post.urusan, post.key),
      employment,
      status,
      sex,
      ...life,
      since: sinceOf(random, post, employment, life, now),
      golongan: golonganOf(employment, education, post.jenjang, (now - life.appointed) / 365.25),
      education,
    })
  }

  for (const post of posts) for (let seat = 0; seat < post.seats; seat++) add(post, 'aktif')
  for (const government of localGovernments) {
    const below = posts.filter(
      post => post.instansiId === government.id && !post.isHead && post.jenis !== 'jpt' && post.jenjang !== 'ahli_utama',
    )
    for (let n = 0; n < government.inactive; n++) add(random.pick(below), random.weighted(reasons))
  }
  return people
}
