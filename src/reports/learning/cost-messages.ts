import { type Catalogue, howMany } from '../../platform/i18n/index.ts'

const id = {
  title: 'Biaya per tingkat yang naik',
  lead: 'Biaya seluruh kelas dibagi tingkat kompetensi yang naik karena lulus. Kelas yang biayanya belum dicatat tidak ikut dihitung di kedua sisi.',
  figure: 'Biaya menutup satu tingkat kesenjangan',
  sentence: (spent: string, levels: string, classes: string) =>
    `${spent} untuk ${levels} tingkat yang naik, dari ${classes} kelas.`,
  uncosted: (n: string) => `${n} kelas lain belum dicatat biayanya.`,
  waitingSentence: (n: string) => `${n} usulan kenaikan tingkat masih menunggu keputusan.`,
  noCost: 'Belum ada kelas yang biayanya dicatat. Catat di bagian Evaluasi tiap kelas.',
  noLevels: 'Biaya sudah dicatat, tetapi belum ada tingkat yang naik.',
  classCount: (n: string, costed: string, all: boolean) => (all ? `${n} kelas` : `${n} kelas, ${costed} dicatat biayanya`),
  costed: 'Kelas dengan biaya',
  spent: 'Biaya',
  risen: 'Tingkat naik',
  risenCosted: 'Tingkat naik (kelas dengan biaya)',
  risenElsewhere: (n: string) => `${n} dari kelas tanpa biaya`,
  firstKnown: 'Tingkat pertama kali diketahui',
  firstKnownDetail: (n: string) => `${n} baru diketahui`,
  waiting: 'Menunggu keputusan',
  perLevel: 'Biaya per tingkat',
  costUnknown: 'biaya belum dicatat',
  nobodyRose: 'belum ada tingkat yang naik',
  few: 'terlalu sedikit peserta',
  empty: 'Belum ada kelas yang selesai',
  emptyWhat: 'Setelah kelas ditutup, catat biayanya di bagian Evaluasi kelas itu.',
  evaluation: 'Laporan evaluasi',
  how: 'Cara menghitung',
  howText: [
    'Tingkat naik bila kelulusan menaikkan tingkat menurut aturan instansi, atau usulannya diterima. Naik dua tingkat dihitung dua.',
    'Tingkat yang baru diketahui (belum pernah dinilai sebelumnya) tidak dihitung: dari tingkat berapa ia naik tidak diketahui.',
    'Kelas dengan biaya tetapi tanpa kenaikan tetap menambah biaya. Usulan yang masih menunggu belum dihitung.',
    'Kelas masuk tahun hari terakhirnya; kelas mandiri tanpa tanggal masuk tahun terakhir kali ada yang menyelesaikannya.',
    'Yang diikuti kurang dari tiga orang tidak dirinci, agar tidak menunjuk orangnya.',
  ],
}

const en: typeof id = {
  title: 'Cost per level raised',
  lead: 'The whole cost of classes divided by the levels of competence that rose by passing them. A class whose cost was not recorded counts on neither side.',
  figure: 'Cost of closing a gap by one level',
  sentence: (spent, levels, classes) =>
    `${spent} for ${howMany(levels, 'level that rose', 'levels that rose')}, of ${howMany(classes, 'class', 'classes')}.`,
  uncosted: n => `Of ${howMany(n, 'more class', 'more classes')} the cost was not recorded.`,
  waitingSentence: n => `${howMany(n, 'proposed level still waits', 'proposed levels still wait')} for a decision.`,
  noCost: 'No class has a recorded cost yet. Record it in the evaluation of each class.',
  noLevels: 'Costs were recorded, but no level has risen yet.',
  classCount: (n, costed, all) =>
    all ? howMany(n, 'class', 'classes') : `${howMany(n, 'class', 'classes')}, ${costed} with a cost`,
  costed: 'Classes with a cost',
  spent: 'Cost',
  risen: 'Levels raised',
  risenCosted: 'Levels raised (classes with a cost)',
  risenElsewhere: n => `${n} of classes without a cost`,
  firstKnown: 'Levels known for the first time',
  firstKnownDetail: n => `${n} newly known`,
  waiting: 'Waiting for a decision',
  perLevel: 'Cost per level',
  costUnknown: 'cost not recorded',
  nobodyRose: 'no level has risen yet',
  few: 'too few participants',
  empty: 'No class has been finished yet',
  emptyWhat: 'When a class is closed, record its cost in the evaluation of that class.',
  evaluation: 'Evaluation report',
  how: 'How it is worked out',
  howText: [
    'A level rises where passing raises it by the rule of the instansi, or a proposal is accepted. Two levels count as two.',
    'A newly known level (never assessed before) is not counted: from where it rose is not known.',
    'A class with a cost and nobody who rose still adds to the cost. Proposals that wait are not counted yet.',
    'A class counts in the year of its last day; one without days in the year in which somebody finished it last.',
    'What fewer than three people finished is not told in detail, so that it points at nobody.',
  ],
}

export const costMessages: Catalogue<typeof id> = { id, en }
export type CostMessages = typeof id
