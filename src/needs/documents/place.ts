import { listInstansi } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { notFound } from '../../platform/http/refusal.ts'
import type { AkdMessages } from './messages.ts'

/** The government a document is issued by: its full name, the office that trains its people, and its time zone. @throws Refusal 404 */
export async function placeOf(tx: Tx, instansiId: number, m: AkdMessages) {
  const instansi = (await listInstansi(tx)).find(one => one.id === instansiId)
  if (!instansi) throw notFound()
  const { kind, name, officeNames, timeZone } = instansi
  const isRegion = kind === 'provinsi' || kind === 'kabupaten' || kind === 'kota'
  return {
    name,
    timeZone,
    issuer: { instansi: isRegion ? m.government(name) : name, office: officeNames.pelatihan ?? officeNames.kepegawaian ?? null },
  }
}
