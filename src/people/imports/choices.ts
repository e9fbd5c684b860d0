import type { Choice } from '../../imports/index.ts'

// The spellings that SIASN exports and people's own sheets use for closed categories.

const choice = (value: string, id: string, en: string, ...names: string[]): Choice => ({ value, label: { id, en }, names })

export const employments: readonly Choice[] = [
  choice('pns', 'PNS', 'PNS', 'P', 'Pegawai Negeri Sipil'),
  choice('cpns', 'CPNS', 'CPNS', 'C', 'Calon PNS'),
  choice('pppk', 'PPPK', 'PPPK', 'P3K', 'PPPK Aktif', 'Pegawai Pemerintah dengan Perjanjian Kerja'),
  choice('pppk_paruh_waktu', 'PPPK paruh waktu', 'Part-time PPPK', 'PPPK PW'),
]

/** Kedudukan hukum; the SIASN names that leave somebody in service count as active. */
export const statuses: readonly Choice[] = [
  choice('aktif', 'Aktif', 'Active', '01', 'PNS Aktif', 'CPNS Aktif', 'PPPK Aktif', 'PPPK Paruh Waktu Aktif', 'PNS kena hukuman disiplin', 'Pegawai Titipan'),
  choice('tugas_belajar', 'Tugas belajar', 'Study assignment', '03'),
  choice('cltn', 'CLTN', 'Unpaid leave', '02', 'Cuti di Luar Tanggungan Negara', 'Perpanjangan CLTN'),
  choice('mpp', 'MPP', 'Preparing for retirement', '20', 'Masa Persiapan Pensiun'),
  choice('pemberhentian_sementara', 'Pemberhentian sementara', 'Suspended', '04', 'Diberhentikan sementara'),
  choice('berhenti', 'Berhenti', 'Left', 'Diberhentikan', 'Pensiun', 'Mencapai BUP', 'Tidak Aktif', 'Meninggal', 'Meninggal Dunia', 'Pemberhentian dengan hak pensiun', 'Pemberhentian tanpa hak pensiun'),
]

export const sexes: readonly Choice[] = [
  choice('l', 'Laki-laki', 'Male', 'L', 'LK', 'M', 'Pria', '1'),
  choice('p', 'Perempuan', 'Female', 'P', 'PR', 'F', 'Wanita', '2'),
]

export const educations: readonly Choice[] = [
  choice('sd', 'SD', 'Primary school', 'Sekolah Dasar', '05'),
  choice('smp', 'SMP', 'Lower secondary school', 'SLTP', 'SLTP Kejuruan', '10', '12'),
  choice('sma', 'SMA/SMK', 'Upper secondary school', 'SMA', 'SMK', 'MA', 'SLTA', 'SLTA Kejuruan', 'SLTA Keguruan', '15', '17', '18'),
  choice('d1', 'D-I', 'Diploma I', 'D1', 'DI', 'Diploma 1', '20'),
  choice('d2', 'D-II', 'Diploma II', 'D2', 'DII', 'Diploma 2', '25'),
  choice('d3', 'D-III', 'Diploma III', 'D3', 'DIII', 'Diploma 3', 'Diploma III/Sarjana Muda', '30'),
  choice('d4', 'D-IV', 'Diploma IV', 'D4', 'DIV', 'Diploma 4', '35'),
  choice('s1', 'S-1', 'Bachelor', 'S1', 'S-1/Sarjana', 'Sarjana', '40'),
  choice('profesi', 'Profesi', 'Profession', 'Profesi/Ners/Dokter', 'Ners', 'Dokter', '42', '47', '49'),
  choice('s2', 'S-2', 'Master', 'S2', 'Magister', 'S-2/Magister', 'Spesialis', '45'),
  choice('s3', 'S-3', 'Doctor', 'S3', 'Doktor', 'S-3/Doktor', '50'),
]

/** `struktural` stands for the three that older exports do not tell apart; the jenjang then says which. */
export const jenisJabatan: readonly Choice[] = [
  choice('jpt', 'Jabatan Pimpinan Tinggi', 'Senior leadership', 'JPT', 'Pimpinan Tinggi'),
  choice('administrator', 'Administrator', 'Administrator', 'Jabatan Administrator'),
  choice('pengawas', 'Pengawas', 'Supervisor', 'Jabatan Pengawas'),
  choice('fungsional', 'Fungsional', 'Functional', 'Jabatan Fungsional', 'Jabatan Fungsional Tertentu', 'JFT', 'JF', '2'),
  choice('pelaksana', 'Pelaksana', 'Executing staff', 'Jabatan Pelaksana', 'Jabatan Fungsional Umum', 'JFU', '4'),
  choice('struktural', 'Struktural', 'Structural', 'Jabatan Struktural', '1'),
]

export const jenjangs: readonly Choice[] = [
  choice('jpt_utama', 'JPT Utama', 'JPT Utama'),
  choice('jpt_madya', 'JPT Madya', 'JPT Madya', 'I.a', 'I.b'),
  choice('jpt_pratama', 'JPT Pratama', 'JPT Pratama', 'II.a', 'II.b'),
  choice('administrator', 'Administrator', 'Administrator', 'III.a', 'III.b'),
  choice('pengawas', 'Pengawas', 'Supervisor', 'IV.a', 'IV.b'),
  choice('pelaksana', 'Pelaksana', 'Executing staff'),
  choice('pemula', 'Pemula', 'Pemula'),
  choice('terampil', 'Terampil', 'Terampil', 'Pelaksana/Terampil'),
  choice('mahir', 'Mahir', 'Mahir', 'Pelaksana Lanjutan/Mahir'),
  choice('penyelia', 'Penyelia', 'Penyelia'),
  choice('ahli_pertama', 'Ahli Pertama', 'Ahli Pertama', 'Pertama'),
  choice('ahli_muda', 'Ahli Muda', 'Ahli Muda', 'Muda'),
  choice('ahli_madya', 'Ahli Madya', 'Ahli Madya', 'Madya'),
  choice('ahli_utama', 'Ahli Utama', 'Ahli Utama', 'Utama'),
]

export const yesNo: readonly Choice[] = [
  choice('ya', 'ya', 'yes', 'Y', '1', 'TRUE', 'benar', 'kepala'),
  choice('tidak', 'tidak', 'no', 'T', 'N', '0', 'FALSE', 'bukan', 'salah'),
]

export const trainingKinds: readonly Choice[] = [
  choice('manajerial', 'Manajerial', 'Managerial', 'Pelatihan Manajerial', 'Diklat Struktural', 'Struktural', 'Kepemimpinan'),
  choice('teknis', 'Teknis', 'Technical', 'Pelatihan Teknis', 'Diklat Teknis', 'Bimbingan Teknis', 'Bimtek', 'T'),
  choice('fungsional', 'Fungsional', 'Functional', 'Pelatihan Fungsional', 'Diklat Fungsional', 'F'),
  choice('sosial_kultural', 'Sosial kultural', 'Socio-cultural', 'Pelatihan Sosial Kultural'),
  choice('lainnya', 'Lainnya', 'Other', 'Workshop', 'Seminar', 'Sosialisasi', 'Magang', 'Kursus', 'Penataran', 'Coaching', 'Mentoring', 'E-Learning', 'Pelatihan Jarak Jauh', 'Webinar', 'P'),
]

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
