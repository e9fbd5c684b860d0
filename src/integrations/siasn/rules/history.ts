import { formEntries, type LearningForm } from '../../../regulation/index.ts'
import {
  formOfNumber,
  type RwDiklat,
  type RwKursus,
  type SentRecord,
  serviceDate,
  structuralId,
  structuralName,
} from './payload.ts'

/** A record with how the service knows it and its bearer; null: it does not, or not yet. */
export type HistoryRecord = SentRecord & { externalId: string | null; nip: string; orangId: string | null }

/** A record as a row of the history that the service would give of it. */
export function historyOf(
  record: HistoryRecord,
): { service: 'rw-kursus'; row: RwKursus } | { service: 'rw-diklat'; row: RwDiklat } {
  const year = Number(record.endedOn.slice(0, 4))
  const shared = {
    id: record.externalId ?? '',
    idPns: record.orangId ?? '',
    nipBaru: record.nip,
    nipLama: '',
    institusiPenyelenggara: record.organiser ?? '',
    jumlahJam: record.jp ?? '',
    path: null,
  }
  const first = record.startedOn === null ? '' : serviceDate(record.startedOn)
  if (record.form === 'struktural') {
    const id = structuralId(record.name)
    const row = {
      ...shared,
      latihanStrukturalId: id,
      latihanStrukturalNama: record.name,
      nomor: record.certificateNumber ?? '',
      tanggal: first,
      tanggalSelesai: serviceDate(record.endedOn),
      tahun: year,
    }
    return { service: 'rw-diklat', row }
  }
  const { national, certificate, name } = formEntries[record.form]
  const row = {
    ...shared,
    jenisKursusId: '',
    jenisKursusNama: name.id,
    jenisKursusSertifikat: certificate,
    jenisDiklatId: String(national),
    namaKursus: record.name,
    noSertipikat: record.certificateNumber ?? '',
    tahunKursus: year,
    tanggalKursus: first,
    tanggalSelesaiKursus: serviceDate(record.endedOn),
  }
  return { service: 'rw-kursus', row }
}

/**
 * The form of a row of `rw-kursus`: by its number; where it has none (rows from before 2018) by its kind of certificate, and where that
 * says nothing either, other classical. Null: a number that is none of the 25.
 */
export function formOfRow(number: string | null, certificate: string | null): LearningForm | null {
  if (number !== null) return formOfNumber(number)
  return certificate?.trim().toUpperCase() === 'F' ? 'fungsional' : 'klasikal_lain'
}

/** What a row of `rw-diklat` is called: as it says, else by its number; null where neither says anything. */
export const nameOfStructural = (name: string | null, id: string | null): string | null => name ?? (id && structuralName(id))

/** A row that was deleted there is marked so in any of its texts. */
export const isDeleted = (texts: readonly string[]): boolean => texts.some(text => text.trim().toUpperCase() === '#DELETE#')

/** The rows of what the service answered: `{code, data: […]}`, a bare list, a list of such answers, or answers by NIP. Null: none of these. */
export function rowsIn(answer: unknown): Record<string, unknown>[] | null {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  const isAnswer = (value: unknown) => isObject(value) && 'data' in value && ('code' in value || Array.isArray(value.data))
  if (isAnswer(answer)) {
    const { data } = answer as { data: unknown }
    if (data === null) return []
    return Array.isArray(data) ? rowsIn(data) : isObject(data) ? [data] : null
  }
  if (Array.isArray(answer)) {
    const parts = answer.map(one => (isAnswer(one) ? rowsIn(one) : isObject(one) ? [one] : null))
    return parts.some(part => part === null) ? null : (parts as Record<string, unknown>[][]).flat()
  }
  if (
    isObject(answer) &&
    Object.keys(answer).length > 0 &&
    Object.values(answer).every(one => isAnswer(one) || Array.isArray(one))
  )
    return rowsIn(Object.values(answer).flatMap(one => (Array.isArray(one) ? one : [one])))
  return null
}
