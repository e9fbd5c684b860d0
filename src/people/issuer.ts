import type { Db } from '../platform/db/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import { type Instansi, listInstansi } from './store/instansi.ts'

const government = { id: (name: string) => `Pemerintah ${name}`, en: (name: string) => `Government of ${name}` }

/** By whom a document is issued: the government by its full name, and the office that does such work, else the other of the two. */
export function issuerOf(
  { kind, name, officeNames }: Instansi,
  language: Language,
  first: 'kepegawaian' | 'pelatihan',
): { instansi: string; office: string | null } {
  const isRegion = kind === 'provinsi' || kind === 'kabupaten' || kind === 'kota'
  return {
    instansi: isRegion ? government[language](name) : name,
    office: officeNames[first] ?? officeNames.kepegawaian ?? officeNames.pelatihan ?? null,
  }
}

export const instansiById = async (db: Db, id: number): Promise<Instansi | null> =>
  (await listInstansi(db)).find(one => one.id === id) ?? null
