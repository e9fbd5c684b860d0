import type { DiklatSave, KursusSave } from './payload.ts'

type Row = Record<string, unknown>

/** What a payload is called in the history, field by field; spellings are the service's. */
const fields = {
  kursus: {
    namaKursus: 'namaKursus',
    institusiPenyelenggara: 'institusiPenyelenggara',
    jumlahJam: 'jumlahJam',
    nomorSertipikat: 'noSertipikat',
    tanggalKursus: 'tanggalKursus',
    tanggalSelesaiKursus: 'tanggalSelesaiKursus',
    jenisDiklatId: 'jenisDiklatId',
  },
  diklat: {
    latihanStrukturalId: 'latihanStrukturalId',
    institusiPenyelenggara: 'institusiPenyelenggara',
    jumlahJam: 'jumlahJam',
    nomor: 'nomor',
    tanggal: 'tanggal',
    tanggalSelesai: 'tanggalSelesai',
  },
} as const

const plain = (value: unknown) => (value === null || value === undefined ? '' : String(value).replace(/\s+/g, ' ').trim())

/** Where a row of the history says otherwise than what was sent. Letters' size and spaces make no difference; numbers may be texts. */
export function differences(
  service: 'diklat' | 'kursus',
  payload: DiklatSave | KursusSave,
  row: Row,
): { field: string; sent: string; found: string }[] {
  return Object.entries(fields[service]).flatMap(([ours, theirs]) => {
    const [sent, found] = [plain((payload as unknown as Row)[ours]), plain(row[theirs])]
    const same =
      sent.toLowerCase() === found.toLowerCase() || (ours === 'jumlahJam' && Number(sent) === Number(found) && found !== '')
    return same ? [] : [{ field: theirs, sent, found }]
  })
}

/** The row that is what was sent, although no answer came: the same but for its number there; null where there is none. */
export const arrived = (service: 'diklat' | 'kursus', payload: DiklatSave | KursusSave, rows: readonly Row[]): Row | null =>
  rows.find(row => typeof row.id === 'string' && row.id !== '' && differences(service, payload, row).length === 0) ?? null
