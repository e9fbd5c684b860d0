import { formEntries, type LearningForm, learningForms } from '../../../regulation/index.ts'

// Names and spellings of the payloads are the service's own, "Sertipikat" among them.

/** A document in a payload: what the service answered when it was uploaded. */
export type DokPath = { dok_id: string; dok_nama: string; dok_uri: string; object: string; slug: string }
export type DiklatSave = {
  bobot: number
  id?: string | null
  institusiPenyelenggara: string
  jenisKompetensi: string
  jumlahJam: number
  latihanStrukturalId: string
  nomor: string
  path: DokPath[]
  pnsOrangId: string
  tahun: number
  tanggal: string
  tanggalSelesai: string
}
export type KursusSave = {
  id?: string | null
  instansiId: string
  institusiPenyelenggara: string
  jenisDiklatId: string
  jenisKursus: string
  jenisKursusSertipikat: 'F' | 'T' | 'P'
  jumlahJam: number
  lokasiId: string
  namaKursus: string
  nomorSertipikat: string
  path: DokPath[]
  pnsOrangId: string
  tahunKursus: number
  tanggalKursus: string
  tanggalSelesaiKursus: string
}
/** Rows of the histories as the service gives them. */
export type RwKursus = {
  id: string
  idPns: string
  nipBaru: string
  nipLama: string
  jenisKursusId: string
  jenisKursusNama: string
  jenisKursusSertifikat: string
  jenisDiklatId: string
  institusiPenyelenggara: string
  jumlahJam: number | string
  namaKursus: string
  noSertipikat: string
  tahunKursus: number | string
  tanggalKursus: string
  tanggalSelesaiKursus: string
  path: unknown
}
export type RwDiklat = {
  id: string
  idPns: string
  nipBaru: string
  nipLama: string
  latihanStrukturalId: string
  latihanStrukturalNama: string
  nomor: string
  tanggal: string
  tanggalSelesai: string
  tahun: number | string
  jumlahJam: number | string
  institusiPenyelenggara: string
  path: unknown
}

/** What this installation recorded itself. Of an activity and a community nobody issues a certificate. */
export const sentSources = ['klaim', 'kelas', 'kegiatan', 'komunitas'] as const
export type SentSource = (typeof sentSources)[number]
const certifying: readonly SentSource[] = ['klaim', 'kelas']

/** Days are yyyy-mm-dd; `jp` null: neither the record nor the rule says any. */
export type SentRecord = {
  form: LearningForm
  name: string
  organiser: string | null
  startedOn: string | null
  endedOn: string
  jp: number | null
  certificateNumber: string | null
}
/** What is known beside the record; null: not known. */
export type Known = { orangId: string | null; serviceInstansi: string | null; lokasi: string | null }

/** Leadership training as the service numbers it, and the words by which a name tells which one it was. */
const structural: readonly { id: string; name: string; words: RegExp }[] = [
  { id: '1', name: 'SEPADA', words: /\bsepada\b/ },
  {
    id: '4',
    name: 'SPAMEN/SESPA/SESPANAS/DIKLAT PIM TK. II',
    words: /\b(pkn|kepemimpinan( nasional)?|(diklat)?pim)( tingkat| tk)? (ii|2)\b|\bspamen\b|\bsespa(nas)?\b/,
  },
  {
    id: '5',
    name: 'SEPATI/DIKLAT PIM TK. I',
    words: /\b(pkn|kepemimpinan( nasional)?|(diklat)?pim)( tingkat| tk)? (i|1)\b|\bsepati\b/,
  },
  {
    id: '3',
    name: 'SEPADYA/SPAMA/DIKLAT PIM TK. III',
    words: /\bpka\b|\bkepemimpinan administrator\b|\b(kepemimpinan|(diklat)?pim)( tingkat| tk)? (iii|3)\b|\bspama\b|\bsepadya\b/,
  },
  {
    id: '2',
    name: 'SEPALA/ADUM/DIKLAT PIM TK.IV',
    words: /\bpkp\b|\bkepemimpinan pengawas\b|\b(kepemimpinan|(diklat)?pim)( tingkat| tk)? (iv|4)\b|\badum\b|\bsepala\b/,
  },
  { id: '6', name: 'SESPIM', words: /\bsespim\b/ },
  { id: '7', name: 'SESPATI', words: /\bsespati\b/ },
]
const otherStructural = { id: '8', name: 'Diklat Struktural Lainnya' }

/** What the numbers of leadership training are called; null for a number that the service does not know. */
export const structuralName = (id: string): string | null =>
  [...structural, otherStructural].find(one => one.id === id)?.name ?? null

/** Which leadership training a name speaks of; another one ("8") where it says none that is known. */
export function structuralId(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const exact = [...structural, otherStructural].find(one => one.name.toLowerCase() === name.trim().toLowerCase())
  return exact?.id ?? structural.find(one => one.words.test(plain))?.id ?? otherStructural.id
}

/** What the service calls a certificate that is uploaded (id_ref_dokumen). */
export const documentNumber = { diklat: '874', kursus: '881' } as const

/** Whether the service takes a file as a certificate: PDF alone. A file is kept under the ending of what it holds. */
export const isSendable = (fileName: string | null): boolean => fileName?.toLowerCase().endsWith('.pdf') ?? false

/** yyyy-mm-dd as the service writes it, dd-mm-yyyy. */
export const serviceDate = (day: string): string => day.split('-').reverse().join('-')

/** Its number (jenisDiklatId) as a form; null for one that is none. */
export const formOfNumber = (id: string): LearningForm | null =>
  learningForms.find(form => String(formEntries[form].national) === id.trim()) ?? null

export type Built =
  | { service: 'diklat'; payload: DiklatSave; missing: string[] }
  | { service: 'kursus'; payload: KursusSave; missing: string[] }

const blank = (payload: Record<string, unknown>, required: readonly string[]) =>
  required.filter(key => payload[key] === '' || payload[key] === 0)

/**
 * The payload of a record, and which fields that the service wants are not known (empty, or 0 hours). Leadership training goes to
 * `diklat/save`, all else to `kursus/save` with the number of its form. A number is waited for only where somebody certifies.
 */
export function payloadOf(record: SentRecord & { source: SentSource }, known: Known): Built {
  const first = serviceDate(record.startedOn ?? record.endedOn)
  const last = serviceDate(record.endedOn)
  const year = Number(record.endedOn.slice(0, 4))
  const shared = {
    id: null,
    institusiPenyelenggara: record.organiser ?? '',
    jumlahJam: record.jp ?? 0,
    path: [],
    pnsOrangId: known.orangId ?? '',
  }
  if (record.form === 'struktural') {
    const payload: DiklatSave = {
      ...shared,
      bobot: 0,
      jenisKompetensi: '',
      latihanStrukturalId: structuralId(record.name),
      nomor: record.certificateNumber ?? '',
      tahun: year,
      tanggal: first,
      tanggalSelesai: last,
    }
    return { service: 'diklat', payload, missing: blank(payload, ['pnsOrangId', 'institusiPenyelenggara', 'nomor', 'jumlahJam']) }
  }
  const entry = formEntries[record.form]
  const payload: KursusSave = {
    ...shared,
    instansiId: known.serviceInstansi ?? '',
    jenisDiklatId: String(entry.national),
    jenisKursus: '',
    jenisKursusSertipikat: entry.certificate,
    lokasiId: known.lokasi ?? '',
    namaKursus: record.name,
    nomorSertipikat: record.certificateNumber ?? '',
    tahunKursus: year,
    tanggalKursus: first,
    tanggalSelesaiKursus: last,
  }
  const number = certifying.includes(record.source) ? ['nomorSertipikat'] : []
  const required = ['pnsOrangId', 'instansiId', 'lokasiId', 'institusiPenyelenggara', ...number, 'jumlahJam']
  return { service: 'kursus', payload, missing: blank(payload, required) }
}
