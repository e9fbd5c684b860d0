type Qualification = {
  kind: 'pelatihan' | 'sertifikat' | 'pengalaman'
  trainingKind?: 'manajerial' | 'teknis' | 'fungsional'
  name: string
  also?: string[]
  months?: number
  importance: 'mutlak' | 'penting' | 'perlu'
  mandateBasis?: string
}
export type DemoStandard = {
  /** Of the government that set it. */
  instansiId: number
  /** A class: its jenjang, narrowed by urusan or family; or one jabatan by its code. */
  jenjang?: string
  urusan?: string
  family?: string
  jabatan?: string
  state: 'active' | 'draft'
  legalBasis: string
  education?: string
  educationFields?: string
  golongan?: string
  summary?: string
  indicators?: string
  levels?: Record<string, number>
  qualifications?: Qualification[]
}

const [ministry, province, bangka] = [1, 2, 3]
const pergub = 'Pergub Kepulauan Bangka Belitung 14/2025 (contoh)'
const unverified = (act: string) => `${act} (belum terverifikasi)`

const training = (name: string, also: string[], importance: Qualification['importance'], act?: string): Qualification => ({
  kind: 'pelatihan',
  trainingKind: 'manajerial',
  name,
  also,
  importance,
  ...(act && { mandateBasis: unverified(act) }),
})
const functional = (name: string, importance: Qualification['importance'], act?: string): Qualification => ({
  ...training(name, [], importance, act),
  trainingKind: 'fungsional',
})
const experience = (name: string, months: number, importance: Qualification['importance'] = 'mutlak'): Qualification => ({
  kind: 'pengalaman',
  name,
  months,
  importance,
})
const procurement: Qualification = {
  kind: 'sertifikat',
  name: 'Sertifikat PBJ Level 1',
  also: ['Pelatihan Pengadaan Barang/Jasa Pemerintah Level 1'],
  importance: 'mutlak',
  mandateBasis: unverified('Perpres 16/2018 jo 12/2021'),
}
const finance: Qualification = {
  kind: 'sertifikat',
  name: 'Sertifikat APKD',
  also: ['Pelatihan Pengelolaan Keuangan Daerah'],
  importance: 'mutlak',
  mandateBasis: unverified('UU 1/2022 (HKPD)'),
}

/** Leaders: PP 11/2017 asks for leadership training; the rest is plausible and for the demo only. */
const leaders: DemoStandard[] = [
  {
    instansiId: province,
    jenjang: 'jpt_madya',
    state: 'active',
    legalBasis: pergub,
    education: 's1',
    golongan: 'IV/c',
    qualifications: [
      training('Pelatihan Kepemimpinan Nasional Tingkat I', ['PKN Tingkat I', 'Diklatpim Tingkat I'], 'mutlak', 'PP 11/2017'),
      experience('Jabatan di bidang tugas terkait, kumulatif', 84),
    ],
  },
  {
    instansiId: province,
    jenjang: 'jpt_pratama',
    state: 'active',
    legalBasis: pergub,
    education: 's1',
    golongan: 'IV/a',
    levels: { 'M.7': 5 },
    qualifications: [
      training('Pelatihan Kepemimpinan Nasional Tingkat II', ['PKN Tingkat II', 'Diklatpim Tingkat II'], 'mutlak', 'PP 11/2017'),
      experience('Jabatan di bidang tugas terkait, kumulatif', 60),
    ],
  },
  {
    instansiId: province,
    jenjang: 'administrator',
    state: 'active',
    legalBasis: pergub,
    education: 's1',
    golongan: 'III/d',
    qualifications: [
      training('Pelatihan Kepemimpinan Administrator', ['PKA', 'Diklatpim Tingkat III'], 'mutlak', 'PP 11/2017'),
      { ...procurement, importance: 'penting' },
      experience('Jabatan Pengawas atau JF yang setingkat', 36),
    ],
  },
  {
    instansiId: province,
    jenjang: 'pengawas',
    state: 'active',
    legalBasis: pergub,
    education: 'd3',
    golongan: 'III/b',
    qualifications: [
      training('Pelatihan Kepemimpinan Pengawas', ['PKP', 'Diklatpim Tingkat IV', 'PIM IV'], 'mutlak', 'PP 11/2017'),
      experience('Jabatan pelaksana atau JF yang setingkat', 48),
    ],
  },
  // A kabupaten overrides its province competency by competency: the rest still comes down.
  {
    instansiId: bangka,
    jenjang: 'jpt_pratama',
    state: 'active',
    legalBasis: 'Perbup Bangka 9/2025 (contoh)',
    levels: { 'M.7': 4 },
    qualifications: [{ ...procurement, importance: 'penting' }],
  },
]

/** Who keeps the books and who commits the budget. */
const treasurers: DemoStandard[] = ['administrator', 'pengawas', 'ahli_pertama', 'ahli_muda', 'ahli_madya'].map(jenjang => ({
  instansiId: province,
  jenjang,
  urusan: 'keuangan',
  state: 'active' as const,
  legalBasis: pergub,
  educationFields: 'Akuntansi; Manajemen; Ekonomi Pembangunan',
  qualifications: [finance, ...(jenjang === 'administrator' ? [procurement] : [])],
}))

const family = (
  instansiId: number,
  name: string,
  jenjangs: string[],
  legalBasis: string,
  qualifications: Qualification[],
): DemoStandard[] => jenjangs.map(jenjang => ({ instansiId, jenjang, family: name, state: 'active', legalBasis, qualifications }))

const experts = ['ahli_pertama', 'ahli_muda', 'ahli_madya']
const skilled = ['pemula', 'terampil', 'mahir', 'penyelia']
/** Functional posts; those of the ministry's own families come from it as instansi pembina. */
const families: DemoStandard[] = [
  ...family(ministry, 'Polisi Pamong Praja', [...skilled, ...experts], 'Permendagri tentang JF Pol PP (contoh)', [
    functional('Pelatihan Dasar Polisi Pamong Praja', 'mutlak', 'Permendagri'),
  ]),
  ...family(ministry, 'Administrator Database Kependudukan', experts, 'Permendagri tentang JF ADB (contoh)', [
    { ...functional('Bimbingan Teknis SIAK Terpusat', 'penting'), trainingKind: 'teknis' },
  ]),
  ...family(province, 'Auditor', experts, pergub, [
    functional('Diklat Pembentukan Auditor Ahli Pertama', 'mutlak', 'PP 60/2008'),
    { ...functional('Pelatihan Audit Berbasis Risiko', 'penting'), trainingKind: 'teknis' },
  ]),
  ...family(province, 'Perencana', experts, pergub, [functional('Pelatihan Fungsional Perencana', 'mutlak')]),
  ...family(province, 'Analis Sumber Daya Manusia Aparatur', experts, pergub, [
    functional('Pelatihan Fungsional Analis SDM Aparatur', 'penting'),
  ]),
  ...family(province, 'Pranata Komputer', [...skilled.slice(1), ...experts], pergub, [
    functional('Pelatihan Fungsional Pranata Komputer', 'penting'),
  ]),
  ...family(province, 'Penyuluh Pertanian', [...skilled.slice(1), ...experts], pergub, [
    functional('Pelatihan Dasar Fungsional Penyuluh Pertanian', 'mutlak'),
  ]),
  ...family(province, 'Pengelola Pengadaan Barang/Jasa', experts, pergub, [procurement]),
]

/** One jabatan with the whole form, and a draft that waits for its decree. */
const single: DemoStandard[] = [
  {
    instansiId: province,
    jabatan: 'BPSDM.KA',
    state: 'active',
    legalBasis: 'Kepgub 188.44/120/BKPSDMD/2025 (contoh)',
    summary:
      'Memimpin perumusan dan pelaksanaan pengembangan kompetensi ASN di lingkungan provinsi serta pembinaannya di kabupaten dan kota.',
    education: 's1',
    educationFields: 'Administrasi Publik; Ilmu Pemerintahan; Manajemen',
    golongan: 'IV/b',
    indicators: 'Persentase ASN yang memenuhi 20 JP setahun\nCakupan pemetaan kompetensi\nAkreditasi program pelatihan',
    levels: { 'T.KPG.2': 4 },
    qualifications: [
      { ...functional('Bimbingan Teknis Analisis Kebutuhan Pengembangan Kompetensi', 'penting'), trainingKind: 'teknis' },
    ],
  },
  {
    instansiId: province,
    jabatan: 'BPSDM.SEKRETARIS',
    state: 'draft',
    legalBasis: '',
    summary: 'Memimpin perencanaan, keuangan, dan urusan umum badan.',
    levels: { 'T.KEU.1': 3, 'M.8': 4 },
    qualifications: [{ ...procurement, importance: 'mutlak' }],
  },
]

/** What was set before the demo begins, so that inheritance, requirements and drafts have something to show. */
export const demoStandards: readonly DemoStandard[] = [...leaders, ...treasurers, ...families, ...single]

/** An old dictionary of the province, no longer in force, with how its levels are said today. Names from practice, unverified. */
export const oldDictionary = {
  instansiId: province,
  name: 'Kamus kompetensi manajerial lama (contoh)',
  legalBasis: unverified('Perka BKN 7/2013'),
  from: '2014-01-01',
  until: '2018-01-01',
  competencies: [
    { code: 'Int', name: 'Integritas', to: 'M.1', levels: [1, 2, 3, 4, 5] },
    { code: 'KS', name: 'Kerja Sama', to: 'M.2', levels: [1, 2, 3, 4, 5] },
    { code: 'BpK', name: 'Berorientasi pada Kualitas', to: 'M.4', levels: [1, 2, 2, 3, 4] },
    { code: 'BpP', name: 'Berorientasi pada Pelayanan', to: 'M.5', levels: [1, 2, 3, 3, 4] },
    { code: 'MP', name: 'Mengelola Perubahan', to: 'M.7', levels: [1, 2, 3, 4, 5] },
    { code: 'PK', name: 'Pengambilan Keputusan', to: 'M.8', levels: [1, 2, 3, 4, 5] },
  ],
} as const
