import type { Post } from './posts.ts'

export type Employment = 'pns' | 'cpns' | 'pppk' | 'pppk_paruh_waktu'
export type Education = 'smp' | 'sma' | 'd3' | 'd4' | 's1' | 'profesi' | 's2' | 's3'

type Profile = {
  /** Years of service of a PNS, from and to. */
  service: [number, number]
  golongan: [lowest: string, highest: string]
  education: [Education, number][]
  employment: [Employment, number][]
  /** Age at which the post must be left (BUP). */
  retires: number
}

const settled: [Employment, number][] = [['pns', 1]]
/** What a person of a jenjang is like: demo plausibility, no rule. */
export const profiles: Readonly<Record<string, Profile>> = {
  jpt_madya: {
    service: [25, 33],
    golongan: ['IV/d', 'IV/e'],
    education: [
      ['s2', 7],
      ['s3', 3],
    ],
    employment: settled,
    retires: 60,
  },
  jpt_pratama: {
    service: [19, 33],
    golongan: ['IV/b', 'IV/d'],
    education: [
      ['s1', 2],
      ['s2', 7],
      ['s3', 1],
    ],
    employment: settled,
    retires: 60,
  },
  administrator: {
    service: [14, 31],
    golongan: ['III/d', 'IV/b'],
    education: [
      ['s1', 9],
      ['s2', 11],
    ],
    employment: settled,
    retires: 58,
  },
  pengawas: {
    service: [9, 28],
    golongan: ['III/b', 'III/d'],
    education: [
      ['d4', 1],
      ['s1', 7],
      ['s2', 2],
    ],
    employment: settled,
    retires: 58,
  },
  ahli_pertama: {
    service: [2, 15],
    golongan: ['III/a', 'III/b'],
    education: [
      ['d4', 1],
      ['s1', 17],
      ['s2', 1],
    ],
    employment: [
      ['pns', 56],
      ['pppk', 35],
      ['cpns', 4.5],
      ['pppk_paruh_waktu', 5],
    ],
    retires: 58,
  },
  ahli_muda: {
    service: [9, 25],
    golongan: ['III/c', 'III/d'],
    education: [
      ['s1', 15],
      ['s2', 5],
    ],
    employment: [
      ['pns', 93],
      ['pppk', 7],
    ],
    retires: 58,
  },
  ahli_madya: {
    service: [17, 34],
    golongan: ['IV/a', 'IV/c'],
    education: [
      ['s1', 11],
      ['s2', 9],
    ],
    employment: settled,
    retires: 60,
  },
  ahli_utama: {
    service: [27, 35],
    golongan: ['IV/d', 'IV/e'],
    education: [
      ['s2', 7],
      ['s3', 3],
    ],
    employment: settled,
    retires: 60,
  },
  pemula: {
    service: [2, 8],
    golongan: ['II/a', 'II/b'],
    education: [['sma', 1]],
    employment: [
      ['pns', 50],
      ['pppk', 40],
      ['cpns', 10],
    ],
    retires: 58,
  },
  terampil: {
    service: [2, 14],
    golongan: ['II/c', 'II/d'],
    education: [['d3', 1]],
    employment: [
      ['pns', 52],
      ['pppk', 36],
      ['cpns', 5],
      ['pppk_paruh_waktu', 7],
    ],
    retires: 58,
  },
  mahir: {
    service: [9, 22],
    golongan: ['III/a', 'III/b'],
    education: [
      ['d3', 4],
      ['s1', 1],
    ],
    employment: [
      ['pns', 96],
      ['pppk', 4],
    ],
    retires: 58,
  },
  penyelia: {
    service: [16, 32],
    golongan: ['III/c', 'III/d'],
    education: [
      ['d3', 3],
      ['s1', 2],
    ],
    employment: settled,
    retires: 58,
  },
  pelaksana: {
    service: [2, 32],
    golongan: ['I/c', 'III/d'],
    education: [['sma', 1]],
    employment: [
      ['pns', 61],
      ['pppk', 19],
      ['cpns', 2],
      ['pppk_paruh_waktu', 18],
    ],
    retires: 58,
  },
}

const pelaksanaEducation: Record<string, [Education, number][]> = {
  PTK: [
    ['s1', 9],
    ['s2', 1],
  ],
  PLO: [
    ['d4', 2],
    ['s1', 8],
  ],
  PDI: [
    ['d3', 6],
    ['sma', 3],
    ['s1', 1],
  ],
  PAP: [
    ['sma', 8],
    ['d3', 2],
  ],
  OLO: [['sma', 1]],
  PUO: [
    ['sma', 7],
    ['smp', 3],
  ],
}
const professions: Record<string, [Education, number][]> = {
  DKT: [
    ['profesi', 7],
    ['s2', 3],
  ],
  APT: [['profesi', 1]],
  PRW: [
    ['profesi', 9],
    ['s1', 1],
  ],
  BDN: [
    ['profesi', 6],
    ['d4', 4],
  ],
  GURU: [
    ['s1', 72],
    ['profesi', 20],
    ['s2', 8],
  ],
}
export const educationOf = (post: Post): [Education, number][] =>
  (post.jenis === 'pelaksana'
    ? pelaksanaEducation[post.key]
    : post.jenjang.startsWith('ahli')
      ? professions[post.key]
      : undefined) ?? profiles[post.jenjang]!.education

/** Share of women by functional post; others are near half. */
export const womenShare: Readonly<Record<string, number>> = {
  BDN: 1,
  PRW: 0.74,
  GURU: 0.66,
  NUT: 0.85,
  POLPP: 0.14,
  DAMKAR: 0.05,
  POLHUT: 0.1,
  TJJ: 0.25,
  PUO: 0.25,
  PKB: 0.1,
}

export const entryAge: Readonly<Record<Education, [number, number]>> = {
  smp: [19, 32],
  sma: [18, 30],
  d3: [21, 31],
  d4: [22, 32],
  s1: [22, 33],
  profesi: [24, 34],
  s2: [24, 35],
  s3: [26, 35],
}
const ladder = 'I/a I/b I/c I/d II/a II/b II/c II/d III/a III/b III/c III/d IV/a IV/b IV/c IV/d IV/e'.split(' ')
const entryGolongan: Record<Education, string> = {
  smp: 'I/c',
  sma: 'II/a',
  d3: 'II/c',
  d4: 'III/a',
  s1: 'III/a',
  profesi: 'III/b',
  s2: 'III/b',
  s3: 'III/c',
}
const pppkGolongan: Record<Education, string> = {
  smp: 'IV',
  sma: 'V',
  d3: 'VII',
  d4: 'IX',
  s1: 'IX',
  profesi: 'X',
  s2: 'X',
  s3: 'XI',
}

/** Every four years a step, within what the jenjang has; contract staff stand on the scale I–XVII. */
export function golonganOf(employment: Employment, education: Education, jenjang: string, serviceYears: number): string {
  if (employment === 'pppk' || employment === 'pppk_paruh_waktu') return jenjang === 'ahli_muda' ? 'XI' : pppkGolongan[education]
  const [lowest, highest] = profiles[jenjang]!.golongan
  const start = ladder.indexOf(entryGolongan[education])
  if (employment === 'cpns') return ladder[start]!
  const ceiling = jenjang === 'pelaksana' ? Math.min(ladder.indexOf(highest), start + 5) : ladder.indexOf(highest)
  return ladder[Math.min(Math.max(start + Math.floor(serviceYears / 4), ladder.indexOf(lowest)), ceiling)]!
}
