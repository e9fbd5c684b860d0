import type { Choice } from '../../imports/index.ts'
import type { Catalogue } from '../../platform/i18n/index.ts'
import { jenjangLabels, personLabels } from '../labels.ts'

// The spellings that SIASN exports (names and codes) and people's own sheets use for closed categories.

const choices = <V extends string>(labels: Catalogue<Record<V, string>>, spellings: Record<V, string[]>): readonly Choice[] =>
  (Object.keys(spellings) as V[]).map(value => ({
    value,
    label: { id: labels.id[value], en: labels.en[value] },
    names: spellings[value],
  }))

const labelsOf = <K extends 'employment' | 'status' | 'education'>(key: K) => ({
  id: personLabels.id[key],
  en: personLabels.en[key],
})

export const employments = choices(labelsOf('employment'), {
  pns: ['P', 'Pegawai Negeri Sipil'],
  cpns: ['C', 'CPNS', 'Calon PNS', 'Calon Pegawai Negeri Sipil'],
  pppk: ['PPPK', 'P3K', 'PPPK Aktif', 'PPPK Penuh Waktu', 'Pegawai Pemerintah dengan Perjanjian Kerja'],
  pppk_paruh_waktu: ['PPPK PW'],
})

/** Kedudukan hukum; the SIASN names that leave somebody in service count as active. */
export const statuses = choices(labelsOf('status'), {
  aktif: [
    '01',
    'PNS Aktif',
    'CPNS Aktif',
    'PPPK Aktif',
    'PPPK Paruh Waktu Aktif',
    'PNS kena hukuman disiplin',
    '15',
    'Pegawai Titipan',
  ],
  tugas_belajar: ['Tugas Belajar', '03'],
  cltn: ['CLTN', '02', 'Perpanjangan CLTN', '13'],
  mpp: ['MPP', '20'],
  pemberhentian_sementara: ['Pemberhentian Sementara', '04'],
  berhenti: [
    'Diberhentikan',
    'Pensiun',
    'Mencapai BUP',
    'Tidak Aktif',
    'Meninggal',
    'Meninggal Dunia',
    'Pemberhentian dengan hak pensiun',
    'Pemberhentian tanpa hak pensiun',
    '52',
    '66',
    '77',
    '88',
    '98',
    '99',
  ],
})

export const sexes = choices(
  { id: { l: 'Laki-laki', p: 'Perempuan' }, en: { l: 'Male', p: 'Female' } },
  {
    l: ['LK', 'M', 'Pria', '1'],
    p: ['PR', 'F', 'Wanita', '2'],
  },
)

export const educations = choices(labelsOf('education'), {
  sd: ['Sekolah Dasar', '05'],
  smp: ['SLTP', 'SLTP Kejuruan', '10', '12'],
  sma: ['SMK', 'SMA/SMK', 'MA', 'SLTA', 'SLTA Kejuruan', 'SLTA Keguruan', '15', '17', '18'],
  d1: ['DI', 'Diploma 1', '20'],
  d2: ['DII', 'Diploma 2', '25'],
  d3: ['DIII', 'Diploma 3', 'Diploma III/Sarjana Muda', '30'],
  d4: ['DIV', 'Diploma 4', '35'],
  s1: ['S-1/Sarjana', 'Sarjana', '40'],
  profesi: ['Profesi/Ners/Dokter', 'Ners', 'Dokter', '42', '47', '49'],
  s2: ['Magister', 'S-2/Magister', 'Spesialis', '45'],
  s3: ['Doktor', 'S-3/Doktor', '50'],
})

/** `struktural` stands for the three that older exports do not tell apart; the jenjang then says which. */
export const jenisJabatan = choices(
  {
    id: { ...personLabels.id.jenis, struktural: 'Jabatan struktural' },
    en: { ...personLabels.en.jenis, struktural: 'Structural post' },
  },
  {
    jpt: ['Pimpinan Tinggi'],
    administrator: [],
    pengawas: [],
    fungsional: ['Jabatan Fungsional Tertentu', 'JFT', 'JF', '2'],
    pelaksana: ['Jabatan Fungsional Umum', 'JFU', '4'],
    struktural: ['Struktural', '1'],
  },
)

/** With the SIASN codes and, for structural posts, the eselon. */
export const jenjangs = choices(jenjangLabels, {
  jpt_utama: ['01'],
  jpt_madya: ['02', 'I.a', 'I.b'],
  jpt_pratama: ['03', 'II.a', 'II.b'],
  administrator: ['04', 'III.a', 'III.b'],
  pengawas: ['05', 'IV.a', 'IV.b'],
  pelaksana: ['06'],
  pemula: ['11'],
  terampil: ['12', 'Pelaksana/Terampil'],
  mahir: ['13', 'Pelaksana Lanjutan/Mahir'],
  penyelia: ['14'],
  ahli_pertama: ['21', 'Pertama'],
  ahli_muda: ['22', 'Muda'],
  ahli_madya: ['23', 'Madya'],
  ahli_utama: ['24', 'Utama'],
})

export const yesNo = choices(
  { id: { ya: 'ya', tidak: 'tidak' }, en: { ya: 'yes', tidak: 'no' } },
  {
    ya: ['Y', '1', 'TRUE', 'benar', 'kepala'],
    tidak: ['T', 'N', '0', 'FALSE', 'bukan', 'salah'],
  },
)

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII']

/** `iii/A`, `III.a` or `IIIa` → `III/a` (PNS, I/a to IV/e); `IX` (PPPK, I to XVII). Null where it is neither. */
export function readGolongan(text: string): string | null {
  const rank = /^(iv|i{1,3})\s*[/.\-\s]?\s*([a-e])$/i.exec(text.trim())
  if (rank) {
    const [group, room] = [rank[1]!.toUpperCase(), rank[2]!.toLowerCase()]
    return room === 'e' && group !== 'IV' ? null : `${group}/${room}`
  }
  const upper = text.trim().toUpperCase()
  return roman.includes(upper) ? upper : null
}
