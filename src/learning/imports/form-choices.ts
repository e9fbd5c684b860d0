import type { Choice } from '../../imports/index.ts'
import { formEntries, type LearningForm, learningForms } from '../../regulation/index.ts'

/** How SIASN and people's own sheets call a form, beside its name, its code and its number in the national service. */
const spellings: Readonly<Record<LearningForm, readonly string[]>> = {
  struktural: ['Struktural', 'Diklat Struktural', 'Kepemimpinan', 'Pelatihan Kepemimpinan'],
  manajerial: ['Manajerial'],
  teknis: ['Teknis', 'Pelatihan Teknis', 'Diklat Teknis', 'T'],
  fungsional: ['Fungsional', 'Pelatihan Fungsional', 'Diklat Fungsional', 'F'],
  sosial_kultural: ['Sosial kultural', 'Sosiokultural'],
  seminar: ['Seminar', 'Webinar', 'Konferensi', 'Sarasehan'],
  workshop: ['Workshop', 'Lokakarya'],
  kursus: [],
  penataran: [],
  bimtek: ['Bimtek'],
  sosialisasi: [],
  klasikal_lain: ['Klasikal lain', 'Pengembangan Kompetensi Dalam Bentuk Pelatihan klasikal lainnya'],
  coaching: [],
  mentoring: [],
  e_learning: ['E Learning', 'MOOC'],
  jarak_jauh: ['Jarak jauh', 'PJJ'],
  detasering: ['Detasering (Secondment)', 'Secondment'],
  outbound: ['Outbound', 'Pembelajaran Alam Terbuka (Outbond)'],
  patok_banding: ['Patok Banding (Benchmarking)', 'Benchmarking', 'Studi banding'],
  pertukaran: ['Pertukaran', 'Pertukaran Antara Pns Dengan Pegawai Swasta/Badan Usaha Milik Negara/ Badan Usaha Milik Daerah'],
  belajar_mandiri: ['Belajar Mandiri (Self Development)'],
  komunitas_belajar: ['Komunitas Belajar (Community Of Practices)', 'CoP'],
  bimbingan_kerja: ['Bimbingan kerja', 'OJT'],
  magang: ['Magang', 'Praktik kerja'],
  nonklasikal_lain: ['Nonklasikal lain', 'Pengembangan Kompetensi Dalam Bentuk Pelatihan Nonklasikal Lainnya'],
}

/** Not a form: the name of the learning says it. */
export const byItsName = 'lainnya'

export const formChoices: readonly Choice[] = [
  ...learningForms.map(value => {
    const { code, national, name } = formEntries[value]
    return { value, label: name, names: [code, String(national), ...spellings[value]] }
  }),
  { value: byItsName, label: { id: 'Lainnya', en: 'Other' }, names: ['P'] },
]
