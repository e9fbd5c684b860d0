import type { Cells, ImportField, Preparation } from '../../imports/index.ts'
import { namedBy } from '../../imports/index.ts'
import { sql } from '../../platform/db/index.ts'
import { type Employment, readNip } from '../../platform/sheet/index.ts'

export type Person = { pegawaiId: number; instansiId: number; nip: string; name: string; employment: Employment }
/** The people whom the NIPs of a file name: by the NIP now, and by one they had before. */
export type Persons = { byNip: ReadonlyMap<string, Person>; byFormerNip: ReadonlyMap<string, Person> }

const AT_ONCE = 2_000

export const nipField: ImportField = {
  key: 'nip',
  label: { id: 'NIP', en: 'NIP' },
  headers: ['NIP Baru', 'nipBaru', 'NIP/NI PPPK', 'NIP 18 Digit', 'NI PPPK', 'NIPPPK', 'Nomor Induk Pegawai', 'PNS NIP'],
  required: true,
  help: { id: '18 angka. Format kolomnya sebagai Teks.', en: '18 digits. Format the column as Text.' },
  examples: ['199001012020121001', '198505172010012014'],
}

/** Looks up everybody whom the given columns name by NIP, wherever they are, a few thousand at a time. */
export async function loadPersons(p: Preparation, fields: readonly string[]): Promise<Persons> {
  const nips = new Set<string>()
  for (const cells of p.rows) {
    for (const field of fields) {
      const reading = readNip(cells[field], 'pppk')
      if (reading.ok) nips.add(reading.value)
    }
  }
  const byNip = new Map<string, Person>()
  const byFormerNip = new Map<string, Person>()
  const all = [...nips]
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const { rows } = await p.read(tx =>
      sql<{ wanted: string; former: boolean } & Person>`
        SELECT w.nip AS wanted, false AS former, p.pegawai_id AS "pegawaiId", p.instansi_id AS "instansiId", p.nip, p.name, p.employment
        FROM unnest(${some}::text[]) AS w(nip) JOIN pegawai p ON p.nip = w.nip
        UNION ALL
        SELECT w.nip, true, p.pegawai_id, p.instansi_id, p.nip, p.name, p.employment
        FROM unnest(${some}::text[]) AS w(nip) JOIN employment_history h ON h.nip = w.nip JOIN pegawai p ON p.pegawai_id = h.pegawai_id
        WHERE p.nip <> w.nip`.execute(tx),
    )
    for (const { wanted, former, ...person } of rows) (former ? byFormerNip : byNip).set(wanted, person)
  }
  return { byNip, byFormerNip }
}

export const elsewhereWords = {
  id: 'Orang dengan NIP ini terdaftar di instansi lain. Data kepegawaiannya pindah lewat proses mutasi, bukan lewat impor; minta instansi asal melepasnya dahulu.',
  en: 'The person with this NIP is registered at another agency. Their record moves by a transfer, not by an import; ask that agency to release it first.',
}

export const formerWords = (now: string) => ({
  id: `NIP ini sudah diganti menjadi ${now}. Pakai NIP yang baru.`,
  en: `This NIP was replaced by ${now}. Use the new one.`,
})

const unknownWords = {
  id: 'Tidak ada pegawai dengan NIP ini di instansi ini. Impor dahulu data pegawainya, atau periksa NIP-nya.',
  en: 'No employee of this agency has this NIP. Import the employee first, or check the NIP.',
}

/** The person of this instansi whom a NIP names, or why there is none. */
export function personOf(persons: Persons, nip: string, instansiId: number) {
  const person = persons.byNip.get(nip)
  if (person)
    return person.instansiId === instansiId ? { ok: true as const, person } : { ok: false as const, words: elsewhereWords }
  const former = persons.byFormerNip.get(nip)
  if (former) return { ok: false as const, words: former.instansiId === instansiId ? formerWords(former.nip) : elsewhereWords }
  return { ok: false as const, words: unknownWords }
}

/** `Name · NIP` of a row, as far as it is filled. */
export const personSubject = (cells: Cells) => namedBy(cells.name, cells.nip)
