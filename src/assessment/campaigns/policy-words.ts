import type { Catalogue } from '../../platform/i18n/index.ts'

const id = {
  name: 'Penilaian oleh orang sekitar',
  lead: 'Rekan dan bawahan menilai tanpa nama: hasilnya hanya tampil sebagai rata-rata bila penilainya cukup banyak. Bobot menentukan nilai 360°.',
  threshold: 'Penilai paling sedikit agar hasil rekan atau bawahan tampil',
  thresholdHelp: 'Makin kecil angkanya, makin mudah menebak siapa berkata apa.',
  people: 'orang',
  weights: {
    atasan: 'Bobot atasan dalam 360°',
    rekan: 'Bobot rekan dalam 360°',
    bawahan: 'Bobot bawahan dalam 360°',
    diri: 'Bobot diri sendiri dalam 360°',
  },
  consensusFrom: 'Selisih dua asesor yang menuntut kesepakatan',
  consensusHelp: 'Bila dua asesor berbeda sejauh ini atau lebih, keduanya menyepakati satu tingkat dengan catatan integrasi.',
  levels: 'tingkat',
}

const en: typeof id = {
  name: 'Rating by people around',
  lead: 'Peers and subordinates rate without a name: what they say shows only as a mean over enough raters. The weights make the 360° level.',
  threshold: 'Fewest raters for results of peers or subordinates to show',
  thresholdHelp: 'The smaller the number, the easier to guess who said what.',
  people: 'people',
  weights: {
    atasan: 'Weight of the line manager in the 360°',
    rekan: 'Weight of peers in the 360°',
    bawahan: 'Weight of subordinates in the 360°',
    diri: 'Weight of oneself in the 360°',
  },
  consensusFrom: 'Difference of two assessors that must be settled',
  consensusHelp: 'Where two assessors lie this far apart or more they settle on one level with an integration note.',
  levels: 'levels',
}

export const policyWords: Catalogue<typeof id> = { id, en }
