import nine from './labels.json' with { type: 'json' }
import { technicalSubjects } from './technical.ts'

type Pillar = 'teknis' | 'manajerial' | 'sosial_kultural' | 'pemerintahan'
type Competency = {
  code: string
  name: string
  nameEn: string
  pillar: Pillar
  urusan: string | null
  legalBasis: string
  verified: boolean
  sort: number
  /** Of the levels 1 to 5, in order. */
  labels: string[]
}

const ofTheNine = (): Competency[] =>
  nine.map((row, index) => ({
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    pillar: row.pillar as Pillar,
    urusan: null,
    legalBasis: 'PermenPANRB 38/2017, lampiran kamus kompetensi',
    verified: true,
    sort: 101 + index,
    labels: row.labels,
  }))

const governmentUnits: [name: string, nameEn: string, subject: string][] = [
  ['Kebijakan Desentralisasi', 'Decentralisation policy', 'kebijakan desentralisasi'],
  [
    'Hubungan Pemerintah Pusat dengan Daerah',
    'Relations of central and regional government',
    'hubungan pemerintah pusat dengan daerah',
  ],
  ['Pemerintahan Umum', 'General government', 'pemerintahan umum'],
  ['Pengelolaan Keuangan Daerah', 'Regional financial management', 'pengelolaan keuangan daerah'],
  [
    'Urusan Pemerintahan yang Menjadi Kewenangan Daerah',
    'Affairs within regional authority',
    'urusan pemerintahan yang menjadi kewenangan daerah',
  ],
  ['Hubungan Pemerintah Daerah dengan DPRD', 'Relations with the regional council', 'hubungan pemerintah daerah dengan DPRD'],
  ['Etika Pemerintahan', 'Ethics of government', 'etika pemerintahan'],
]

const ofGovernment = (): Competency[] =>
  governmentUnits.map(([name, nameEn, subject], index) => ({
    code: `P.${index + 1}`,
    name,
    nameEn,
    pillar: 'pemerintahan',
    urusan: null,
    legalBasis: 'Permendagri 108/2017; nama unit dan tingkat bawaan, belum diverifikasi',
    verified: false,
    sort: 201 + index,
    labels: [
      `Memahami dasar ${subject}`,
      `Menerapkan ketentuan ${subject} dalam tugas sehari-hari`,
      `Menyelia penerapan ${subject} di unit kerja dan menyelesaikan masalahnya`,
      `Merumuskan kebijakan ${subject.replace(/^kebijakan /, '')} di tingkat instansi`,
      `Menjadi rujukan nasional dalam ${subject}`,
    ],
  }))

const technical = (): Competency[] =>
  technicalSubjects.map((row, index) => ({
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    pillar: 'teknis',
    urusan: row.urusan,
    legalBasis: `${row.basis}; judul dan tingkat bawaan, belum diverifikasi`,
    verified: false,
    sort: 301 + index,
    labels: [
      `Memahami konsep dasar ${row.subject} dan menjalankannya sesuai prosedur dengan bimbingan`,
      `Melaksanakan ${row.subject} secara mandiri sesuai pedoman`,
      `Menganalisis masalah dan memperbaiki cara kerja ${row.subject} dengan metode yang sistematis`,
      `Mengevaluasi ${row.subject} lintas unit dan menyusun kebijakan teknisnya`,
      `Mengembangkan konsep baru dan menjadi rujukan nasional dalam ${row.subject}`,
    ],
  }))

/** The dictionary that ships: nine (PermenPANRB 38/2017), seven of government, the technical ones. */
export const competencies: readonly Competency[] = [...ofTheNine(), ...ofGovernment(), ...technical()]
