/** One line each, as it stands in a notice, a mail or on the screen of a phone: no reason and no result in it. */
export const noticeWords = {
  enrolled: {
    id: (name: string) => `Anda terdaftar sebagai peserta ${name}`,
    en: (name: string) => `You are enrolled in ${name}`,
  },
  movedUp: {
    id: (name: string) => `Anda mendapat kursi di ${name}: giliran Anda dari daftar tunggu`,
    en: (name: string) => `You have a seat in ${name}: your turn from the waiting list`,
  },
  held: {
    id: (name: string) => `Kursi Anda di ${name} menunggu: jadwalnya bentrok dengan kelas Anda yang lain`,
    en: (name: string) => `Your seat in ${name} waits: its hours are those of another class of yours`,
  },
  nominated: {
    id: (name: string) => `Anda diusulkan mengikuti ${name}`,
    en: (name: string) => `You are nominated for ${name}`,
  },
  rejected: {
    id: (name: string) => `Pendaftaran Anda di ${name} tidak diterima`,
    en: (name: string) => `Your enrolment in ${name} was not accepted`,
  },
  withdrawn: {
    id: (name: string) => `Anda dikeluarkan dari ${name}`,
    en: (name: string) => `You were withdrawn from ${name}`,
  },
  moved: {
    id: (name: string) => `Anda dipindahkan dari ${name} ke kelas lain`,
    en: (name: string) => `You were moved from ${name} to another class`,
  },
  cancelled: {
    id: (name: string) => `${name} dibatalkan`,
    en: (name: string) => `${name} is cancelled`,
  },
  closes: {
    id: (name: string) => `Pendaftaran ${name} segera ditutup, dan permohonan Anda belum diputuskan`,
    en: (name: string) => `Enrolment in ${name} closes soon, and your request is not decided yet`,
  },
  week: {
    id: (name: string) => `${name} dimulai tujuh hari lagi`,
    en: (name: string) => `${name} begins in seven days`,
  },
  tomorrow: {
    id: (name: string) => `${name} dimulai besok`,
    en: (name: string) => `${name} begins tomorrow`,
  },
} as const
