import type { Catalogue } from '../../platform/i18n/index.ts'

// Titles go out by e-mail and stand on locked screens: they do not say how somebody stands (ADR 0025).
const id = {
  own: (year: string) => `Lihat prakiraan JP Anda tahun ${year}`,
  ownBody: (recognised: string, required: string, forecast: string, missing: string, until: string) =>
    `Diakui ${recognised} dari ${required} JP. Bila lulus semua kelas yang Anda ikuti, akhir tahun menjadi ${forecast} JP: masih kurang ${missing} JP. Pilih pelatihan yang selesai sampai ${until}, atau ajukan sertifikat yang belum tercatat.`,
  team: (year: string) => `Lihat prakiraan JP tim Anda tahun ${year}`,
  teamBody: (people: string, required: string, names: string) =>
    `${people} anggota tim diperkirakan belum mencapai ${required} JP pada akhir tahun: ${names}. Bicarakan apa yang masih dapat dipelajari.`,
  more: (people: string) => `dan ${people} orang lagi`,
  instansi: (year: string, name: string) => `Lihat prakiraan JP ${name} tahun ${year}`,
  instansiBody: (people: string, required: string) =>
    `${people} PNS aktif diperkirakan belum mencapai ${required} JP pada akhir tahun, juga bila semua kelas yang diikuti lulus. Mereka dan atasannya yang mempunyai akun sudah diberi tahu.`,
}

const en: typeof id = {
  own: year => `See the forecast of your JP for ${year}`,
  ownBody: (recognised, required, forecast, missing, until) =>
    `${recognised} of ${required} JP are recognised. If you pass every class you are in, the year ends with ${forecast} JP: ${missing} JP are still missing. Choose a training that ends by ${until}, or claim a certificate that is not recorded.`,
  team: year => `See the forecast of your team's JP for ${year}`,
  teamBody: (people, required, names) =>
    `${people} members of your team are expected to end the year below ${required} JP: ${names}. Talk about what can still be learned.`,
  more: people => `and ${people} more`,
  instansi: (year, name) => `See the forecast of JP of ${name} for ${year}`,
  instansiBody: (people, required) =>
    `${people} active PNS are expected to end the year below ${required} JP, even if all classes followed are passed. They and their superiors who have an account have been told.`,
}

export const warnWords: Catalogue<typeof id> = { id, en }
