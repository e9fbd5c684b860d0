import type { Catalogue } from '../platform/i18n/index.ts'

const id = {
  validityName: 'Masa berlaku hasil penilaian',
  validityLead:
    'Berapa lama hasil penilaian dipakai, dan berapa hari sebelumnya orang diingatkan. Belum ditemukan peraturan yang mengaturnya.',
  years: 'Masa berlaku',
  yearsUnit: 'tahun',
  yearsHelp: 'Dipakai bila hasil tidak menyebut tanggal berlakunya sendiri.',
  warningDays: 'Peringatan sebelum habis',
  daysUnit: 'hari',
  validitySentence: (lose: string, gain: string) =>
    `Hasil yang sudah tercatat tetap memakai tanggal berlakunya; aturan ini berlaku bagi hasil yang dinilai mulai hari ini. Seandainya semua hasil yang tidak menyebut tanggalnya sendiri memakai aturan ini: ${lose} orang tidak lagi terpetakan, ${gain} orang menjadi terpetakan.`,
  mapped: 'Orang yang terpetakan',
  coverage: 'Cakupan pemetaan',
  expiring: 'Orang yang diingatkan',
  government: 'Instansi',
  office: 'Perangkat daerah',
  active: 'ASN aktif',
  mappedNow: 'Terpetakan sekarang',
  mappedThen: 'Menjadi',

  ikkName: 'Bobot indeks kesenjangan (IKK)',
  ikkLead:
    'IKK = 100 dikurangi JPM potensi dan JPM kompetensi menurut bobotnya. Bobotnya dipilih pelaksana; belum ditemukan dalam peraturan.',
  weightPotential: 'Bobot potensi',
  weightCompetency: 'Bobot kompetensi',
  ikkSentence: (moved: string, of: string, unknown: string) =>
    `${moved} dari ${of} orang berganti kategori IKK. ${unknown} orang belum dapat dihitung karena potensi atau kompetensinya belum dinilai.`,
  bands: { tinggi: 'Tinggi', sedang: 'Sedang', rendah: 'Rendah', tidak_ada: 'Tidak ada kesenjangan' },

  jpmSentence: (filling: string, mapping: string, of: string) =>
    `Dari ${of} orang yang sudah dinilai, ${filling} berganti kategori untuk pengisian jabatan dan ${mapping} untuk pemetaan.`,
  purpose: 'Tujuan',
  purposes: { pengisian: 'Pengisian jabatan', pemetaan: 'Pemetaan' },
  categories: {
    memenuhi_syarat: 'Memenuhi Syarat (MS)',
    masih_memenuhi_syarat: 'Masih Memenuhi Syarat (MMS)',
    kurang_memenuhi_syarat: 'Kurang Memenuhi Syarat (KMS)',
    optimal: 'Optimal',
    cukup_optimal: 'Cukup Optimal',
    kurang_optimal: 'Kurang Optimal',
  },
  choiceSentence: (people: string, of: string) =>
    `${people} dari ${of} orang yang sudah dinilai mendapat tingkat lain pada sedikitnya satu kompetensi.`,
  competency: 'Kompetensi',
  levelMoves: { raised: 'Naik', lowered: 'Turun', found: 'Menjadi diketahui', lost: 'Tidak lagi diketahui' },
  from: 'Dari',
  to: 'Menjadi',
  people: 'Orang',
}

const en: typeof id = {
  validityName: 'How long an assessment result holds',
  validityLead: 'How long results are used, and how many days before the end people are warned. No act was found that sets it.',
  years: 'A result holds',
  yearsUnit: 'years',
  yearsHelp: 'Used where a result does not say itself until when it holds.',
  warningDays: 'Warning before the end',
  daysUnit: 'days',
  validitySentence: (lose, gain) =>
    `Results already recorded keep their day; the rule is for results assessed from today. If every result that does not name a day of its own followed it: ${lose} people would no longer be mapped, ${gain} would become mapped.`,
  mapped: 'People mapped',
  coverage: 'Coverage of the mapping',
  expiring: 'People warned',
  government: 'Agency',
  office: 'Office',
  active: 'Active civil servants',
  mappedNow: 'Mapped now',
  mappedThen: 'Becomes',

  ikkName: 'Weights of the gap index (IKK)',
  ikkLead:
    'IKK = 100 minus the JPM of potential and of competence by their weights. Implementers choose the weights; no act was found.',
  weightPotential: 'Weight of potential',
  weightCompetency: 'Weight of competence',
  ikkSentence: (moved, of, unknown) =>
    `${moved} of ${of} people change their IKK band. For ${unknown} people it cannot be calculated: potential or competence was not assessed.`,
  bands: { tinggi: 'High', sedang: 'Middle', rendah: 'Low', tidak_ada: 'No gap' },

  jpmSentence: (filling, mapping, of) =>
    `Of ${of} people assessed, ${filling} change category for filling a post and ${mapping} for mapping.`,
  purpose: 'Purpose',
  purposes: { pengisian: 'Filling a post', pemetaan: 'Mapping' },
  categories: {
    memenuhi_syarat: 'Meets the requirements (MS)',
    masih_memenuhi_syarat: 'Still meets them (MMS)',
    kurang_memenuhi_syarat: 'Falls short (KMS)',
    optimal: 'Optimal',
    cukup_optimal: 'Fairly optimal',
    kurang_optimal: 'Less than optimal',
  },
  choiceSentence: (people, of) => `${people} of ${of} people assessed get another level in at least one competency.`,
  competency: 'Competency',
  levelMoves: { raised: 'Higher', lowered: 'Lower', found: 'Becomes known', lost: 'No longer known' },
  from: 'From',
  to: 'Becomes',
  people: 'People',
}

export const policyMessages: Catalogue<typeof id> = { id, en }
