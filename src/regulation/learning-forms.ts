import { type Series, series } from './series.ts'

/** The forms (bentuk) of PerLAN 10/2018 in its order: classical first. The national service knows the same 25. */
export const learningForms = [
  'struktural',
  'manajerial',
  'teknis',
  'fungsional',
  'sosial_kultural',
  'seminar',
  'workshop',
  'kursus',
  'penataran',
  'bimtek',
  'sosialisasi',
  'klasikal_lain',
  'coaching',
  'mentoring',
  'e_learning',
  'jarak_jauh',
  'detasering',
  'outbound',
  'patok_banding',
  'pertukaran',
  'belajar_mandiri',
  'komunitas_belajar',
  'bimbingan_kerja',
  'magang',
  'nonklasikal_lain',
] as const
export type LearningForm = (typeof learningForms)[number]
export type LearningRoute = 'klasikal' | 'nonklasikal'

type Words = { id: string; en: string }
/** How a form is listed: its code and route, its number (jenisDiklatId) and kind of certificate in the national service, its name. */
export type FormEntry = { code: string; route: LearningRoute; national: number; certificate: 'T' | 'F' | 'P'; name: Words }
const form = (code: string, national: number, name: Words, certificate: FormEntry['certificate'] = 'T'): FormEntry => ({
  code,
  route: code.startsWith('KL') ? 'klasikal' : 'nonklasikal',
  national,
  certificate,
  name,
})
export const formEntries: Readonly<Record<LearningForm, FormEntry>> = {
  struktural: form('KL01', 1, { id: 'Pelatihan struktural kepemimpinan', en: 'Leadership training' }),
  manajerial: form('KL02', 5, { id: 'Pelatihan manajerial', en: 'Managerial training' }),
  teknis: form('KL03', 3, { id: 'Pelatihan teknis', en: 'Technical training' }),
  fungsional: form('KL04', 2, { id: 'Pelatihan fungsional', en: 'Training of a functional post' }, 'F'),
  sosial_kultural: form('KL05', 6, { id: 'Pelatihan sosial kultural', en: 'Socio-cultural training' }),
  seminar: form('KL06', 9, { id: 'Seminar, konferensi, sarasehan', en: 'Seminar, conference' }, 'P'),
  workshop: form('KL07', 4, { id: 'Workshop, lokakarya', en: 'Workshop' }, 'P'),
  kursus: form('KL08', 11, { id: 'Kursus', en: 'Course' }),
  penataran: form('KL09', 12, { id: 'Penataran', en: 'Upgrading (penataran)' }),
  bimtek: form('KL10', 8, { id: 'Bimbingan teknis', en: 'Technical guidance (bimtek)' }),
  sosialisasi: form('KL11', 7, { id: 'Sosialisasi', en: 'Information session' }, 'P'),
  klasikal_lain: form('KL12', 13, { id: 'Klasikal lainnya', en: 'Other classical' }),
  coaching: form('NKL01', 14, { id: 'Coaching', en: 'Coaching' }),
  mentoring: form('NKL02', 15, { id: 'Mentoring', en: 'Mentoring' }),
  e_learning: form('NKL03', 16, { id: 'E-learning', en: 'E-learning' }),
  jarak_jauh: form('NKL04', 17, { id: 'Pelatihan jarak jauh', en: 'Distance training' }),
  detasering: form('NKL05', 18, { id: 'Detasering', en: 'Secondment' }),
  outbound: form('NKL06', 19, { id: 'Pembelajaran alam terbuka', en: 'Outbound' }),
  patok_banding: form('NKL07', 20, { id: 'Patok banding', en: 'Benchmarking' }),
  pertukaran: form('NKL08', 21, { id: 'Pertukaran PNS dengan swasta, BUMN, BUMD', en: 'Exchange with enterprises' }),
  belajar_mandiri: form('NKL09', 22, { id: 'Belajar mandiri', en: 'Self-directed learning' }),
  komunitas_belajar: form('NKL10', 23, { id: 'Komunitas belajar', en: 'Community of practice' }),
  bimbingan_kerja: form('NKL11', 24, { id: 'Bimbingan di tempat kerja', en: 'Guidance at work' }),
  magang: form('NKL12', 10, { id: 'Magang, praktik kerja', en: 'Internship' }),
  nonklasikal_lain: form('NKL13', 25, { id: 'Nonklasikal lainnya', en: 'Other non-classical' }),
}

/**
 * How the hours of one activity are counted. `stated`: as its programme or certificate says. `day`, `session`, `activity`: so many JP each,
 * whatever it says. `hours`: as stated, at most so many a day. Null: not known.
 */
export type Counting =
  | { by: 'stated' }
  | { by: 'day'; jp: number }
  | { by: 'session'; jp: number; mostAMonth: number }
  | { by: 'activity'; jp: number }
  | { by: 'hours'; mostADay: number }
/** `abroad` null: an international one counts as a national one; a number of percent: so much on top; else it counts in its own way. */
export type Conversion = { home: Counting | null; abroad: Counting | { plusPercent: number } | null }

const plus20 = { plusPercent: 20 } as const
const stated = { by: 'stated' } as const

const words = (counting: Counting): [id: string, en: string] => {
  switch (counting.by) {
    case 'stated':
      return ['sebesar JP program', 'as many JP as its programme has']
    case 'day':
      return [`${counting.jp} JP sehari`, `${counting.jp} JP a day`]
    case 'session':
      return [
        `${counting.jp} JP sekali, paling banyak ${counting.mostAMonth} kali sebulan`,
        `${counting.jp} JP each, at most ${counting.mostAMonth} a month`,
      ]
    case 'activity':
      return [`${counting.jp} JP sekali kegiatan`, `${counting.jp} JP an activity`]
    case 'hours':
      return [`menurut jam, paling banyak ${counting.mostADay} JP sehari`, `by hours, at most ${counting.mostADay} JP a day`]
  }
}

function reads({ home, abroad }: Conversion): Words {
  const [id, en] = home ? words(home) : ['angkanya belum ditemukan', 'no figure was found']
  if (abroad === null) return { id, en }
  if ('plusPercent' in abroad)
    return { id: `${id}; internasional +${abroad.plusPercent} %`, en: `${en}; international +${abroad.plusPercent} %` }
  const [idAbroad, enAbroad] = words(abroad)
  return { id: `${id}; internasional ${idAbroad}`, en: `${en}; international ${enAbroad}` }
}

const seen = 'Konversi LAN dalam Scribd 648318168, dan dua penerapan (id 23810106574, 70884479164)'
const unseen = 'Tidak ditemukan pada sumber yang dibaca; menurut ingatan'

const conversion = (
  key: LearningForm,
  value: Conversion,
  { verified, source } = { verified: true, source: seen },
): Series<Conversion> =>
  series<Conversion>(
    {
      key: `jp_${key}`,
      name: { id: `Konversi JP: ${formEntries[key].name.id}`, en: `JP of: ${formEntries[key].name.en}` },
      usedBy: { id: 'Buku JP, klaim, kelas, kegiatan', en: 'JP ledger, claims, classes, activities' },
      checked: '2026-11-22',
      reads,
    },
    [{ from: '2018-01-01', value, act: 'PerLAN 10/2018', article: formEntries[key].code, source, verified }],
  )
const unverified = { verified: false, source: unseen }

/** What one activity of a form is worth, by its last day. */
export const jpConversion: Readonly<Record<LearningForm, Series<Conversion>>> = {
  struktural: conversion('struktural', { home: stated, abroad: null }),
  manajerial: conversion('manajerial', { home: stated, abroad: plus20 }),
  teknis: conversion('teknis', { home: stated, abroad: plus20 }),
  fungsional: conversion('fungsional', { home: stated, abroad: plus20 }),
  sosial_kultural: conversion('sosial_kultural', { home: stated, abroad: plus20 }),
  seminar: conversion('seminar', { home: { by: 'day', jp: 4 }, abroad: { by: 'day', jp: 6 } }),
  workshop: conversion('workshop', { home: { by: 'day', jp: 5 }, abroad: { by: 'day', jp: 7 } }),
  kursus: conversion('kursus', { home: stated, abroad: plus20 }, unverified),
  penataran: conversion('penataran', { home: stated, abroad: plus20 }, unverified),
  bimtek: conversion('bimtek', { home: stated, abroad: plus20 }, unverified),
  sosialisasi: conversion('sosialisasi', { home: null, abroad: null }, unverified),
  klasikal_lain: conversion('klasikal_lain', { home: stated, abroad: null }),
  coaching: conversion('coaching', { home: { by: 'session', jp: 2, mostAMonth: 2 }, abroad: null }),
  mentoring: conversion('mentoring', { home: { by: 'session', jp: 2, mostAMonth: 2 }, abroad: null }),
  e_learning: conversion('e_learning', { home: { by: 'hours', mostADay: 3 }, abroad: null }),
  jarak_jauh: conversion('jarak_jauh', { home: stated, abroad: plus20 }),
  detasering: conversion('detasering', { home: { by: 'activity', jp: 20 }, abroad: plus20 }),
  outbound: conversion('outbound', { home: stated, abroad: plus20 }),
  patok_banding: conversion('patok_banding', { home: { by: 'activity', jp: 10 }, abroad: null }),
  pertukaran: conversion('pertukaran', { home: { by: 'activity', jp: 20 }, abroad: { by: 'activity', jp: 24 } }),
  belajar_mandiri: conversion('belajar_mandiri', { home: { by: 'hours', mostADay: 2 }, abroad: null }),
  komunitas_belajar: conversion('komunitas_belajar', { home: { by: 'hours', mostADay: 2 }, abroad: plus20 }),
  bimbingan_kerja: conversion('bimbingan_kerja', { home: { by: 'session', jp: 2, mostAMonth: 2 }, abroad: plus20 }),
  magang: conversion('magang', { home: { by: 'activity', jp: 20 }, abroad: { by: 'activity', jp: 24 } }),
  nonklasikal_lain: conversion('nonklasikal_lain', { home: stated, abroad: null }, unverified),
}
