import { instansiById, issuerOf } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { notFound } from '../../platform/http/refusal.ts'
import type { Language } from '../../platform/i18n/index.ts'

/** The government a document is issued by: its full name, the office that trains its people, and its time zone. @throws Refusal 404 */
export async function placeOf(tx: Tx, instansiId: number, language: Language) {
  const instansi = await instansiById(tx, instansiId)
  if (!instansi) throw notFound()
  const { name, timeZone } = instansi
  return { name, timeZone, issuer: issuerOf(instansi, language, 'pelatihan') }
}
