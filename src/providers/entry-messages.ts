import { type Catalogue, howMany } from '../platform/i18n/index.ts'
import type { Met } from './rules/entry.ts'

type Said = string | null | undefined

const id = {
  or: 'atau',
  orElse: '— atau —',
  everybody: 'Semua ASN boleh ikut',
  years: (n: number) => `${n} tahun`,
  months: (n: number) => `${n} bulan`,
  past: 'sudah lewat',
  verdicts: { met: 'Memenuhi syarat', failed: 'Belum memenuhi syarat', unknown: 'Belum dapat dipastikan' },
  needJenjang: (jenjang: string) => `Jenjang ${jenjang}`,
  needGolongan: (golongan: string) => `Golongan paling rendah ${golongan}`,
  needInGolongan: (time: string) => `Paling sedikit ${time} dalam golongan itu`,
  needTenure: (time: string, jenjang: string) => `Paling sedikit ${time} sebagai ${jenjang}`,
  needAge: (years: number) => `Usia paling tinggi ${years} tahun`,
  needBeforeBup: (time: string) => `Paling sedikit ${time} sebelum batas usia pensiun`,
  needTraining: (name: string) => `Sudah mengikuti ${name}`,
  needSelection: 'Lulus seleksi penyelenggara',
  needClear: 'Tidak sedang menjalani hukuman disiplin',
  subjects: { employment: 'jenis kepegawaian', jenis: 'jenis jabatan', jenjang: 'jenjang jabatan' },
  is: (met: Met, have: Said, need: string, subject: string) =>
    have == null
      ? `${subject} belum tercatat; diminta ${need}`
      : met
        ? `sesuai: ${have}`
        : `belum: ${subject} ${have}, diminta ${need}`,
  golongan: (met: Met, have: Said, need: string) =>
    have == null
      ? `golongan belum tercatat; diminta paling rendah ${need}`
      : met === null
        ? `golongan ${have} (PPPK) tidak sebanding dengan ${need}; penyelenggara memeriksa berkasnya`
        : met
          ? `sesuai: golongan ${have}, paling rendah ${need}`
          : `golongan ${have}, diminta paling rendah ${need}`,
  inGolongan: (met: Met, have: Said, need: string) =>
    have == null
      ? `lama dalam golongan belum tercatat di Piawai; diminta ${need}, penyelenggara memeriksa berkasnya`
      : met
        ? `sesuai: ${have} dalam golongan`
        : `belum: ${need} dalam golongan (kini ${have})`,
  tenure: (met: Met, have: Said, need: string, jenjang: string) =>
    have == null
      ? `riwayat jabatan belum tercatat; diminta ${need} sebagai ${jenjang}`
      : met
        ? `sesuai: ${have} sebagai ${jenjang}`
        : `belum: ${need} sebagai ${jenjang} (kini ${have})`,
  age: (met: Met, have: number | null, need: number) =>
    have === null
      ? `tanggal lahir belum tercatat; diminta paling tinggi ${need} tahun`
      : met
        ? `sesuai: usia ${have} tahun`
        : `usia ${have} tahun, diminta paling tinggi ${need} tahun`,
  beforeBup: (met: Met, have: Said, need: string) =>
    have == null
      ? `sisa masa kerja belum dapat dihitung; diminta ${need} sebelum batas usia pensiun`
      : met
        ? `sesuai: ${have} sebelum batas usia pensiun`
        : `sisa sebelum batas usia pensiun ${have}, diminta paling sedikit ${need}`,
  trainings: (met: Met, names: string) =>
    met === null
      ? `riwayat pelatihan belum tercatat; diminta ${names}`
      : met
        ? `sesuai: sudah mengikuti ${names}`
        : `belum: ${names} tidak ada di riwayat pelatihan`,
  selection: (met: Met): string =>
    met === null
      ? 'hasil seleksi belum tercatat; penyelenggara menyeleksi'
      : met
        ? 'sesuai: lulus seleksi'
        : 'belum: tidak lulus seleksi',
  discipline: (met: Met): string =>
    met === null
      ? 'riwayat disiplin belum tercatat di Piawai; penyelenggara memeriksa berkasnya'
      : met
        ? 'sesuai: tidak sedang menjalani hukuman disiplin'
        : 'sedang menjalani hukuman disiplin',
  // The form.
  title: 'Siapa yang boleh ikut',
  lead: 'Isi hanya yang disyaratkan. Yang tidak tercatat di Piawai tampil sebagai “belum dapat dipastikan”, bukan ditolak.',
  forAll: 'Berlaku bagi semua peserta',
  way: (n: number) => `Jalur ${n}`,
  wayAdd: 'Tambah jalur lain',
  waysLead: 'Bila ada jalur, peserta cukup memenuhi salah satu, di samping syarat di atas.',
  fields: {
    employment: 'Jenis kepegawaian',
    jenis: 'Jenis jabatan',
    jenjang: 'Jenjang jabatan',
    golonganFrom: 'Golongan paling rendah',
    monthsInGolongan: 'Lama dalam golongan (bulan)',
    tenureJenjang: 'Lama menjabat sebagai',
    tenureMonths: 'Selama (bulan)',
    maxAge: 'Usia paling tinggi (tahun)',
    yearsBeforeBup: 'Sisa sebelum batas usia pensiun (tahun)',
    trainings: 'Pelatihan yang sudah diikuti',
    selection: 'Lulus seleksi penyelenggara',
    noDiscipline: 'Tidak sedang menjalani hukuman disiplin',
  },
  help: {
    any: 'Tidak dicentang berarti semua boleh.',
    golonganFrom: 'Golongan PNS; bagi PPPK tidak sebanding.',
    yearsBeforeBup: 'Boleh setengah tahun, misalnya 1,5.',
    trainings: 'Satu nama tiap baris, misalnya Pelatihan Kepemimpinan Pengawas.',
  },
  noLimit: 'Tanpa syarat',
  flaws: {
    months: 'Tulis bulan sebagai bilangan bulat 1 sampai 480.',
    age: 'Tulis usia sebagai bilangan bulat 18 sampai 70.',
    bup: 'Tulis tahun 0,5 sampai 30, boleh setengah tahun, misalnya 1,5.',
    tenure: 'Isi jenjang dan lamanya, atau kosongkan keduanya.',
    trainings: 'Paling banyak 10 nama, masing-masing 200 huruf.',
  },
}
export type EntryMessages = typeof id

const en: EntryMessages = {
  or: 'or',
  orElse: '— or —',
  everybody: 'Every civil servant may join',
  years: n => howMany(n, 'year'),
  months: n => howMany(n, 'month'),
  past: 'already past',
  verdicts: { met: 'Meets the conditions', failed: 'Does not meet the conditions yet', unknown: 'Cannot be told yet' },
  needJenjang: jenjang => `Class of post: ${jenjang}`,
  needGolongan: golongan => `Rank (golongan) ${golongan} at least`,
  needInGolongan: time => `At least ${time} in that rank`,
  needTenure: (time, jenjang) => `At least ${time} as ${jenjang}`,
  needAge: years => `At most ${howMany(years, 'year')} old`,
  needBeforeBup: time => `At least ${time} before retirement age`,
  needTraining: name => `Has followed ${name}`,
  needSelection: 'Passed the selection of the provider',
  needClear: 'Under no disciplinary penalty',
  subjects: { employment: 'kind of employment', jenis: 'kind of post', jenjang: 'class of post' },
  is: (met, have, need, subject) =>
    have == null
      ? `${subject} is not on record; asked: ${need}`
      : met
        ? `as asked: ${have}`
        : `not yet: ${subject} is ${have}, asked: ${need}`,
  golongan: (met, have, need) =>
    have == null
      ? `rank is not on record; asked: ${need} at least`
      : met === null
        ? `rank ${have} (PPPK) does not compare with ${need}; the provider checks the papers`
        : met
          ? `as asked: rank ${have}, at least ${need}`
          : `rank ${have}, asked: ${need} at least`,
  inGolongan: (met, have, need) =>
    have == null
      ? `time in rank is not on record in Piawai; asked: ${need}, the provider checks the papers`
      : met
        ? `as asked: ${have} in rank`
        : `not yet: ${need} in rank (now ${have})`,
  tenure: (met, have, need, jenjang) =>
    have == null
      ? `history of posts is not on record; asked: ${need} as ${jenjang}`
      : met
        ? `as asked: ${have} as ${jenjang}`
        : `not yet: ${need} as ${jenjang} (now ${have})`,
  age: (met, have, need) =>
    have === null
      ? `date of birth is not on record; asked: at most ${howMany(need, 'year')}`
      : met
        ? `as asked: ${howMany(have, 'year')} old`
        : `${howMany(have, 'year')} old, asked: at most ${need}`,
  beforeBup: (met, have, need) =>
    have == null
      ? `time left cannot be counted; asked: ${need} before retirement age`
      : met
        ? `as asked: ${have} before retirement age`
        : `time before retirement age ${have}, asked: at least ${need}`,
  trainings: (met, names) =>
    met === null
      ? `trainings are not on record; asked: ${names}`
      : met
        ? `as asked: has followed ${names}`
        : `not yet: ${names} is not among the trainings on record`,
  selection: met =>
    met === null ? 'the selection is not on record; the provider selects' : met ? 'as asked: selected' : 'not yet: not selected',
  discipline: met =>
    met === null
      ? 'discipline is not on record in Piawai; the provider checks the papers'
      : met
        ? 'as asked: under no disciplinary penalty'
        : 'under a disciplinary penalty',
  title: 'Who may join',
  lead: 'Fill in only what is asked. What Piawai does not know shows as “cannot be told yet”, it does not refuse.',
  forAll: 'Holds for everybody',
  way: n => `Way ${n}`,
  wayAdd: 'Add another way',
  waysLead: 'Where there are ways, meeting one of them is enough, beside the conditions above.',
  fields: {
    employment: 'Kind of employment',
    jenis: 'Kind of post',
    jenjang: 'Class of post',
    golonganFrom: 'Rank (golongan), at least',
    monthsInGolongan: 'Time in rank (months)',
    tenureJenjang: 'Time in post as',
    tenureMonths: 'For (months)',
    maxAge: 'Age, at most (years)',
    yearsBeforeBup: 'Time left before retirement age (years)',
    trainings: 'Trainings already followed',
    selection: 'Passed the selection of the provider',
    noDiscipline: 'Under no disciplinary penalty',
  },
  help: {
    any: 'Nothing ticked means all may join.',
    golonganFrom: 'Rank of a PNS; that of a PPPK does not compare.',
    yearsBeforeBup: 'Half years are fine, such as 1.5.',
    trainings: 'One name a line, such as Pelatihan Kepemimpinan Pengawas.',
  },
  noLimit: 'No condition',
  flaws: {
    months: 'Write months as a whole number from 1 to 480.',
    age: 'Write the age as a whole number from 18 to 70.',
    bup: 'Write years from 0.5 to 30, half years are fine, such as 1.5.',
    tenure: 'Fill in the class of post and the time, or leave both blank.',
    trainings: 'At most 10 names of 200 letters each.',
  },
}

export const entryMessages: Catalogue<EntryMessages> = { id, en }
