import type { Catalogue } from '../../platform/i18n/index.ts'

const id = {
  name: 'Aturan JP',
  lead: 'Yang tidak ditetapkan peraturan, atau yang angkanya belum ditemukan: nilai sosialisasi, kelompok 10:20:70, dan kapan peringatan dimulai. Berlaku untuk seluruh tahun berjalan; tahun yang sudah lewat tetap dihitung dengan pilihan pada akhir tahun itu.',
  sosialisasi: 'JP sehari untuk sosialisasi',
  sosialisasiHelp: 'Angkanya belum ditemukan dalam peraturan. Selama kosong, sosialisasi dicatat tetapi tidak diakui.',
  shareOf: (form: string) => `Kelompok 10:20:70 untuk ${form}`,
  shares: {
    10: '10: formal (pelatihan)',
    20: '20: sosial (belajar dari orang lain)',
    70: '70: pengalaman (belajar sambil bekerja)',
  },
  warnFrom: 'Bulan mulai peringatan',
  warnFromHelp: 'Sejak bulan ini, pegawai dan atasannya diingatkan bila JP belum cukup. 10 berarti Oktober.',
  month: 'bulan',
  dayHolds: 'JP paling banyak yang masuk akal dalam sehari',
  dayHoldsHelp: (minutes: string) =>
    `Di atas ini catatan JP diberi peringatan tanpa dipotong, dan jadwal kelas tidak dapat disimpan. Bawaan setara 12 jam, dengan 1 JP = ${minutes} menit (belum diverifikasi).`,
  source: 'Usulan bawaan Piawai; belum ditetapkan instansi (tidak ditemukan dalam peraturan)',
  simulated: (year: string) => `Yang berubah untuk tahun ${year} bila pilihan ini diberlakukan.`,
  reached: 'PNS yang sudah mencapai JP minimal',
  recognised: 'JP diakui seluruhnya',
  crowded: 'Orang dengan hari yang terlalu padat',
  shareSum: (share: string) => `JP kelompok ${share}`,
  person: 'Pegawai',
  now: 'Sekarang',
  next: 'Nantinya',
}

const en: typeof id = {
  name: 'Rules of JP',
  lead: 'What no regulation sets, or whose figure was not found: the value of an information session, the shares of 10:20:70, and when warnings begin. Holds for the whole of the current year; years gone by keep the choice at their end.',
  sosialisasi: 'JP a day of an information session (sosialisasi)',
  sosialisasiHelp: 'No figure was found in a regulation. While blank, such sessions are recorded but not recognised.',
  shareOf: form => `Share of 10:20:70 of ${form}`,
  shares: {
    10: '10: formal (training)',
    20: '20: social (learning from others)',
    70: '70: experience (learning at work)',
  },
  warnFrom: 'Month in which warnings begin',
  warnFromHelp: 'From this month on employees and their superiors are reminded where JP are missing. 10 is October.',
  month: 'month',
  dayHolds: 'JP that one day can plausibly hold',
  dayHoldsHelp: minutes =>
    `Above it records of JP carry a warning, uncut, and a timetable cannot be saved. The default is 12 hours, at 1 JP = ${minutes} minutes (unverified).`,
  source: 'Default proposed by Piawai; not yet set by the agency (not found in a regulation)',
  simulated: year => `What would change for ${year} if this choice came into force.`,
  reached: 'PNS who have reached the least JP',
  recognised: 'JP recognised in all',
  crowded: 'People with overcrowded days',
  shareSum: share => `JP of the ${share}`,
  person: 'Employee',
  now: 'Now',
  next: 'Then',
}

export const policyWords: Catalogue<typeof id> = { id, en }
