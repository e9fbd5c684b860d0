import { dayOf, isoOf, plusYears, toDay, workday, yearOf } from './dates.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { byUrusan, type Course, general, leadership } from './training-catalogue.ts'

export type Training = {
  person: Person
  course: Course
  startedOn: number
  endedOn: number
  number: number | null
  atEntry: boolean
}

const firstDay = dayOf(2019, 1, 1)
/** How many short courses; the last years count more. */
const howMany: [number, number][] = [
  [0, 17],
  [1, 24],
  [2, 24],
  [3, 17],
  [4, 10],
  [5, 5],
  [6, 3],
]

/** Trainings held from 2019 on: at entry, for leaders (about a third lack theirs), and courses, seminars and e-learning. */
export function buildTrainings(people: readonly Person[], random: Random, today: string): Training[] {
  const now = toDay(today)
  const trainings: Training[] = []
  for (const person of people) {
    const seen = new Set<string>()
    const add = (course: Course, end: number) => {
      const endedOn = workday(end)
      const key = course.jp <= 4 ? `${course.name}/${endedOn}` : course.name // a course once, a webinar again
      if (endedOn < firstDay || endedOn > now || endedOn - course.days < person.appointed || seen.has(key)) return
      seen.add(key)
      const number = random.chance(0.82) ? random.int(1, 9999) : null
      trainings.push({
        person,
        course,
        startedOn: endedOn - course.days + 1,
        endedOn,
        number,
        atEntry: course.kind === 'lainnya' && course.jp > 20,
      })
    }
    entryTraining(random, person, now, add)
    const programme = leadership[person.post.jenjang]
    if (programme && (person.post.isHead || person.post.jenis === 'jpt') && random.chance(0.65)) {
      const from = Math.max(firstDay + 130, plusYears(person.appointed, 6))
      add(programme, random.int(Math.min(from, now - 40), now - 30))
    }
    const count = random.weighted(howMany) + (person.post.jenis === 'jpt' ? 1 : 0)
    const from = Math.max(firstDay, person.appointed + 60)
    if (from >= now - 10) continue
    for (let left = count; left > 0; left--) {
      const share = Math.sqrt(random.next()) // towards the present
      const own = byUrusan[person.post.urusan] ?? []
      const course = own.length > 0 && random.chance(0.42) ? random.pick(own) : random.pick(general)
      add(course, from + Math.floor((now - 5 - from) * share))
    }
    if (person.post.jenjang === 'administrator' && random.chance(0.25)) add(byUrusan.pengadaan![0]!, now - random.int(40, 1500))
  }
  return trainings
}

function entryTraining(random: Random, person: Person, now: number, add: (course: Course, end: number) => void) {
  const year = yearOf(person.appointed)
  if (person.employment === 'pns' && year >= 2019 && random.chance(0.97)) {
    const group = person.golongan.startsWith('II/') ? 'II' : 'III'
    const blended = year >= 2021
    add(
      {
        name: `Pelatihan Dasar CPNS Golongan ${group}`,
        kind: 'lainnya',
        jp: blended ? 647 : 511,
        days: blended ? 75 : 51,
        organiser: 'BPSDM Provinsi Kepulauan Bangka Belitung',
      },
      person.appointed + random.int(100, 300),
    )
  }
  if (person.employment === 'pppk' && random.chance(0.8))
    add(
      { name: 'Orientasi PPPK', kind: 'lainnya', jp: 24, days: 7, organiser: 'Lembaga Administrasi Negara' },
      Math.min(person.appointed + random.int(30, 250), now - 5),
    )
}

export type Schooling = { person: Person; education: string; field: string; school: string; graduatedYear: number }

const schools: Record<string, string[]> = {
  sma: [
    'SMA Negeri 1 Pangkalpinang',
    'SMA Negeri 1 Sungailiat',
    'SMA Negeri 1 Tanjungpandan',
    'SMA Negeri 1 Muntok',
    'SMA Negeri 1 Manggar',
  ],
  smp: ['SMP Negeri 1 Koba', 'SMP Negeri 2 Toboali', 'SMP Negeri 1 Belinyu'],
  d3: ['Politeknik Negeri Sriwijaya', 'Universitas Terbuka', 'Universitas Sriwijaya'],
  'd3 kesehatan': ['Poltekkes Kemenkes Pangkalpinang', 'Poltekkes Kemenkes Palembang'],
  s1: [
    'Universitas Bangka Belitung',
    'Universitas Sriwijaya',
    'Universitas Lampung',
    'Universitas Terbuka',
    'Universitas Padjadjaran',
  ],
  's1 kesehatan': ['Universitas Sriwijaya', 'Universitas Indonesia', 'Universitas Andalas', 'Universitas Lampung'],
  's1 pendidikan': ['Universitas Negeri Padang', 'Universitas Sriwijaya', 'Universitas Terbuka', 'Universitas Negeri Yogyakarta'],
  s2: ['Universitas Sriwijaya', 'Universitas Gadjah Mada', 'Universitas Indonesia', 'Universitas Terbuka'],
}
const schoolsOf = (education: string, urusan: string) => {
  const level = schools[education] ? education : education === 's3' ? 's2' : 's1'
  return schools[`${level} ${urusan}`] ?? schools[level]!
}
const fields: Record<string, string[]> = {
  pendidikan: [
    'Pendidikan Matematika',
    'Pendidikan Bahasa Indonesia',
    'Pendidikan Biologi',
    'Bimbingan dan Konseling',
    'Pendidikan Sejarah',
  ],
  kesehatan: ['Keperawatan', 'Kebidanan', 'Kesehatan Masyarakat', 'Gizi', 'Farmasi'],
  pekerjaan_umum: ['Teknik Sipil', 'Arsitektur', 'Perencanaan Wilayah dan Kota'],
  keuangan: ['Akuntansi', 'Manajemen', 'Ilmu Ekonomi'],
  komunikasi: ['Teknik Informatika', 'Sistem Informasi', 'Ilmu Komunikasi'],
  pertanian: ['Agribisnis', 'Agroteknologi', 'Peternakan'],
  kelautan: ['Budidaya Perairan', 'Manajemen Sumber Daya Perairan'],
  lingkungan: ['Kehutanan', 'Teknik Lingkungan', 'Biologi'],
  perhubungan: ['Transportasi Darat', 'Teknik Sipil'],
  umum: ['Administrasi Publik', 'Ilmu Hukum', 'Ilmu Pemerintahan', 'Manajemen', 'Sosiologi'],
}
/** Ages at which a degree is usually taken, and what comes before it. */
const ageAt: Record<string, number> = { smp: 16, sma: 18, d3: 21, d4: 23, s1: 23, profesi: 25, s2: 31, s3: 38 }
const before: Record<string, string> = { profesi: 's1', s2: 's1', s3: 's2', s1: 'sma', d3: 'sma' }

/** The highest degree and, for most with a higher one, the degree before it. */
export function buildSchooling(people: readonly Person[], random: Random, today: string): Schooling[] {
  const lastYear = Number(isoOf(toDay(today)).slice(0, 4)) - 1
  return people.flatMap(person => {
    const field = random.pick(fields[person.post.urusan] ?? fields.umum!)
    const row = (education: string): Schooling => {
      const latest = education === 's2' || education === 's3' ? lastYear : Math.min(lastYear, yearOf(person.appointed))
      const graduatedYear = Math.min(latest, yearOf(person.birth) + ageAt[education]! + random.int(0, 2))
      const school = random.pick(schoolsOf(education, person.post.urusan))
      return { person, education, field: education === 'sma' || education === 'smp' ? 'Umum' : field, school, graduatedYear }
    }
    const last = row(person.education)
    const previous = before[person.education]
    return previous && (previous !== 'sma' || random.chance(0.25)) ? [row(previous), last] : [last]
  })
}
