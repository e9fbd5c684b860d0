import type { Db } from '../platform/db/index.ts'
import type { Language } from '../platform/i18n/index.ts'
import { type Instansi, listInstansi } from './store/instansi.ts'

const regions: readonly Instansi['kind'][] = ['provinsi', 'kabupaten', 'kota']

/** By the name that stands above its letters: a region is a government, a ministry is called as it is. */
export function governmentName({ kind, name }: Pick<Instansi, 'kind' | 'name'>, language: Language): string {
  if (!regions.includes(kind)) return name
  return language === 'id' ? `Pemerintah ${name}` : `Government of ${name}`
}

/** By whom a document is issued: the government by its full name, and the office that does such work, else the other of the two. */
export function issuerOf(
  instansi: Instansi,
  language: Language,
  first: 'kepegawaian' | 'pelatihan',
): { instansi: string; office: string | null } {
  const { officeNames } = instansi
  return {
    instansi: governmentName(instansi, language),
    office: officeNames[first] ?? officeNames.kepegawaian ?? officeNames.pelatihan ?? null,
  }
}

export const instansiById = async (db: Db, id: number): Promise<Instansi | null> =>
  (await listInstansi(db)).find(one => one.id === id) ?? null
