import { type Functional, functionalByUrusan } from './functional.ts'
import type { Unit } from './units.ts'

/** A post below the head, wanted `weight` times by its unit before the government's total is shared out. */
export type Wanted =
  | { jf: Functional; jenjang: string; urusan: string; weight: number }
  | { pelaksana: keyof typeof pelaksanaPosts; urusan: string; weight: number }
  | { title: string; code: string; jenjang: string; urusan: string; fixed: number }

export const pelaksanaPosts = {
  PTK: 'Penelaah Teknis Kebijakan',
  PDI: 'Pengolah Data dan Informasi',
  PAP: 'Pengadministrasi Perkantoran',
  PLO: 'Penata Layanan Operasional',
  OLO: 'Operator Layanan Operasional',
  PUO: 'Pengelola Umum Operasional',
} as const

const guru: Functional = { name: 'Guru', code: 'GURU', expert: true, skilled: false }
const perawat: Functional = { name: 'Perawat', code: 'PRW', expert: true, skilled: true }
const bidan: Functional = { name: 'Bidan', code: 'BDN', expert: true, skilled: true }
const dokter: Functional = { name: 'Dokter', code: 'DKT', expert: true, skilled: false }
const apoteker: Functional = { name: 'Apoteker', code: 'APT', expert: true, skilled: false }
const nutrisionis: Functional = { name: 'Nutrisionis', code: 'NUT', expert: true, skilled: true }
const laboran: Functional = { name: 'Pranata Laboratorium Kesehatan', code: 'PLK', expert: true, skilled: true }
const widyaiswara: Functional = { name: 'Widyaiswara', code: 'WI', expert: true, skilled: false }

const post = (jf: Functional, jenjang: string, urusan: string, weight: number): Wanted => ({ jf, jenjang, urusan, weight })
const plain = (pelaksana: keyof typeof pelaksanaPosts, urusan: string, weight: number): Wanted => ({ pelaksana, urusan, weight })
const steps = (jf: Functional, urusan: string, weights: Record<string, number>): Wanted[] =>
  Object.entries(weights).map(([jenjang, weight]) => post(jf, jenjang, urusan, weight))
const functional = (urusan: string, nth: number) => {
  const list = functionalByUrusan[urusan]!
  return list[nth % list.length]!
}

/** The first functional post of a unit and the second, by its place among the units, so that neighbours differ. */
function ofUrusan(unit: Unit, urusan: string, weight: number): Wanted[] {
  const first = functional(urusan, unit.id)
  const second = functional(urusan, unit.id + 1)
  const wanted: Wanted[] = [post(first, first.expert ? 'ahli_pertama' : 'terampil', urusan, 2.2 * weight)]
  if (first.expert) wanted.push(post(first, 'ahli_muda', urusan, 1.8 * weight))
  if (first.skilled && first.expert) wanted.push(post(first, 'terampil', urusan, 0.9 * weight))
  if (first.skilled) wanted.push(post(first, 'mahir', urusan, 0.6 * weight))
  if (first.skilled && unit.id % 2 === 0) wanted.push(post(first, 'penyelia', urusan, 0.4 * weight))
  if (first.firstLevel) wanted.push(post(first, 'pemula', urusan, 0.8 * weight))
  if (second !== first && second.expert) wanted.push(post(second, 'ahli_pertama', urusan, 1.2 * weight))
  return wanted
}

const school = (): Wanted[] => [
  ...steps(guru, 'pendidikan', { ahli_pertama: 19, ahli_muda: 11, ahli_madya: 6 }),
  plain('PAP', 'umum', 2.5),
  plain('OLO', 'umum', 1.6),
  plain('PLO', 'umum', 0.8),
]
const clinic = (): Wanted[] => [
  ...steps(dokter, 'kesehatan', { ahli_pertama: 0.9, ahli_muda: 0.6 }),
  ...steps(perawat, 'kesehatan', { ahli_pertama: 1.6, terampil: 2.2, mahir: 1.2, penyelia: 0.7 }),
  ...steps(bidan, 'kesehatan', { ahli_pertama: 0.8, terampil: 2, mahir: 1.1, penyelia: 0.6 }),
  ...steps(nutrisionis, 'kesehatan', { terampil: 0.6 }),
  ...steps(functional('kesehatan', 2), 'kesehatan', { terampil: 0.6 }),
  plain('PAP', 'umum', 0.9),
  plain('OLO', 'umum', 0.6),
]
const ward = (unit: Unit): Wanted[] => [
  ...steps(dokter, 'kesehatan', { ahli_pertama: 1.2, ahli_muda: 1.5, ahli_madya: 0.8 }),
  ...steps(perawat, 'kesehatan', { ahli_pertama: 3, ahli_muda: 1.2, terampil: 4, mahir: 2.2, penyelia: 1 }),
  ...(unit.opd === 'rsud' && unit.code.startsWith('RSUD')
    ? steps(bidan, 'kesehatan', { ahli_pertama: 0.7, terampil: 1.5, mahir: 0.7 })
    : []),
  ...steps(apoteker, 'kesehatan', { ahli_pertama: 0.5, ahli_muda: 0.3 }),
  ...steps(laboran, 'kesehatan', { terampil: 0.7, mahir: 0.4 }),
  plain('OLO', 'umum', 1),
]

function headquarters(unit: Unit): Wanted[] {
  if (unit.opd === 'setda')
    return unit.instansiId === 2
      ? [
          {
            title: 'Staf Ahli Gubernur Bidang Pemerintahan, Hukum dan Politik',
            code: 'SAHLI-1',
            jenjang: 'jpt_pratama',
            urusan: 'umum',
            fixed: 1,
          },
          {
            title: 'Staf Ahli Gubernur Bidang Ekonomi dan Pembangunan',
            code: 'SAHLI-2',
            jenjang: 'jpt_pratama',
            urusan: 'perencanaan',
            fixed: 1,
          },
          {
            title: 'Staf Ahli Gubernur Bidang Kemasyarakatan dan SDM',
            code: 'SAHLI-3',
            jenjang: 'jpt_pratama',
            urusan: 'sosial',
            fixed: 1,
          },
        ]
      : [{ title: 'Staf Ahli Bidang Pemerintahan dan Hukum', code: 'SAHLI-1', jenjang: 'jpt_pratama', urusan: 'umum', fixed: 1 }]
  if (unit.opd === 'kecamatan') return [plain('PLO', 'umum', 1), plain('PAP', 'umum', 1)]
  const senior = functional(unit.urusan, 0)
  const wanted: Wanted[] = senior.expert ? [post(senior, 'ahli_madya', unit.urusan, 1.1)] : []
  if (unit.instansiId === 2 && ['BAPPEDA', 'ITDA'].includes(unit.code)) wanted.push(post(senior, 'ahli_utama', unit.urusan, 1.2))
  if (unit.instansiId === 2 && unit.code === 'BPSDM')
    wanted.push(...steps(widyaiswara, 'kepegawaian', { ahli_muda: 3, ahli_madya: 5, ahli_utama: 2 }))
  return wanted
}

const scaled = (wanted: Wanted[], size: number): Wanted[] =>
  wanted.map(row => ('fixed' in row ? row : { ...row, weight: row.weight * size }))

/** The posts that a unit wants below its head. */
export function staffOf(unit: Unit): Wanted[] {
  const lean = unit.instansiId === 2 ? 1 : 0.5
  const { urusan } = unit
  switch (unit.kind) {
    case 'root':
      return []
    case 'opd':
      return headquarters(unit)
    case 'sekolah':
      return scaled(school(), unit.size)
    case 'puskesmas':
      return scaled(clinic(), 0.85)
    case 'sekretariat':
      return scaled(
        [
          ...steps(functional('perencanaan', 0), 'perencanaan', { ahli_pertama: 1, ahli_muda: 0.8 }),
          ...steps(functional('komunikasi', 0), 'komunikasi', { ahli_pertama: 0.8, terampil: 0.7 }),
          plain('PTK', 'umum', 1),
        ],
        lean * unit.size,
      )
    case 'subbag':
      return scaled(
        urusan === 'keuangan'
          ? [
              ...steps(functional('keuangan', 0), 'keuangan', { ahli_pertama: 1.2, ahli_muda: 0.7 }),
              plain('PDI', 'keuangan', 2),
              plain('PTK', 'keuangan', 1.2),
              plain('PAP', 'umum', 0.8),
            ]
          : [
              ...steps(functional('arsip', 0), 'arsip', { terampil: 0.8, mahir: 0.5 }),
              ...steps(
                functional('kepegawaian', unit.id % 3 === 0 ? 2 : 0),
                'kepegawaian',
                unit.id % 3 === 0 ? { terampil: 0.8 } : { ahli_pertama: 0.9 },
              ),
              plain('PAP', 'umum', 2.2),
              plain('PLO', 'umum', 1),
              plain('OLO', 'umum', 1),
              plain('PUO', 'umum', 1.2),
            ],
        lean * unit.size,
      )
    default:
      if (unit.opd === 'rsud') return scaled(ward(unit), unit.size)
      return scaled(
        [
          ...ofUrusan(unit, urusan, unit.kind === 'seksi' ? 0.7 : 1),
          plain('PTK', urusan, 1.6),
          plain('PDI', urusan, 1.2),
          plain('PAP', 'umum', 1),
        ],
        lean * unit.size,
      )
  }
}
