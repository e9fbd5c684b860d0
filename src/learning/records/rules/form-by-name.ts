import type { LearningForm } from '../../../regulation/index.ts'

type Sign = readonly [words: string, form: LearningForm]

/** What a name that begins so says, whatever kind it was given. */
const atTheBeginning: readonly Sign[] = [
  ['(pendidikan dan )?(pelatihan|diklat) (kepemimpinan|pim)', 'struktural'],
  ['diklatpim|pka|pkp|pkn', 'struktural'],
  ['sepada|sepala|adum|sepadya|spama|spamen|sespa|sespanas|sepati|sespim|sespati', 'struktural'],
  ['webinar|seminar|konferensi|sarasehan|simposium', 'seminar'],
  ['workshop|lokakarya', 'workshop'],
  ['bimtek|bimbingan teknis', 'bimtek'],
  ['e-?learning|mooc', 'e_learning'],
]
const anywhere: readonly Sign[] = [
  ...atTheBeginning.filter(([, form]) => form !== 'struktural'),
  ['sosialisasi', 'sosialisasi'],
  ['coaching', 'coaching'],
  ['mentoring', 'mentoring'],
  ['magang|praktik kerja', 'magang'],
  ['detasering|secondment', 'detasering'],
  ['patok banding|benchmarking', 'patok_banding'],
  ['outbound|outbond|alam terbuka', 'outbound'],
  ['jarak jauh|pjj', 'jarak_jauh'],
  ['komunitas belajar', 'komunitas_belajar'],
  ['belajar mandiri', 'belajar_mandiri'],
  ['penataran', 'penataran'],
  ['kursus', 'kursus'],
]
const begins = atTheBeginning.map(([words, form]) => ({ sign: new RegExp(`^(${words})\\b`), form }))
const holds = anywhere.map(([words, form]) => ({ sign: new RegExp(`\\b(${words})\\b`), form }))

const plain = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')
const first = (signs: typeof begins, name: string) => signs.find(({ sign }) => sign.test(name))?.form ?? null

/** The form that the beginning of a name says; null: none. */
export const formAtTheBeginning = (name: string): LearningForm | null => first(begins, plain(name))

/** The form that a name says anywhere; other classical learning where it says none. */
export const formByName = (name: string): LearningForm =>
  first(begins, plain(name)) ?? first(holds, plain(name)) ?? 'klasikal_lain'
