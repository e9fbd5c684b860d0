import { formatNumber, type Language } from '../platform/i18n/index.ts'
import { jenjangLabels, personLabels } from './labels.ts'
import type { Messages } from './messages.ts'
import { messages } from './messages.ts'
import type { UnitCells } from './pages/organisation.tsx'
import type { JabatanCells } from './pages/unit.tsx'
import type { Instansi } from './store/instansi.ts'
import type { JabatanRow, UnitRow } from './store/organisation.ts'

const listed = 5
const acting = (appointment: 'definitif' | 'plt' | 'plh' | null, language: Language) =>
  appointment && appointment !== 'definitif' ? personLabels[language].appointment[appointment] : null

export const unitCells = (row: UnitRow, language: Language, showsPeople: boolean): UnitCells => ({
  id: row.id,
  name: row.name,
  headJabatan: row.headJabatan ?? '',
  head: showsPeople ? row.headName : undefined,
  acting: acting(row.headAppointment, language),
  units: formatNumber(row.units, language),
  jabatan: formatNumber(row.jabatan, language),
  active: formatNumber(row.active, language),
})

export const jabatanCells = (row: JabatanRow, language: Language): JabatanCells => ({
  id: row.id,
  name: row.name,
  jenjang: jenjangLabels[language][row.jenjang],
  holders: row.holders
    .slice(0, listed)
    .map(holder => ({ id: holder.id, name: holder.name, acting: acting(holder.appointment, language) })),
  more: row.holders.length > listed ? messages[language].more(formatNumber(row.holders.length - listed, language)) : null,
})

/** The card of an instansi as label and value. */
export function instansiFacts(m: Messages, instansi: Instansi, everyone: readonly Instansi[]) {
  const { officeNames } = instansi
  const guided = everyone.filter(row => row.guidedBy === instansi.id).map(row => row.name)
  const guide = everyone.find(row => row.id === instansi.guidedBy)
  return [
    { label: m.kind, value: m.kinds[instansi.kind] },
    { label: m.regionCode, value: instansi.regionCode },
    { label: m.bknCode, value: instansi.bknCode ?? m.notFilled },
    { label: m.timeZone, value: m.timeZones[instansi.timeZone] ?? instansi.timeZone },
    { label: m.dob, value: instansi.isDob ? m.yes : m.no },
    { label: m.officeKepegawaian, value: officeNames.kepegawaian ?? m.notFilled },
    { label: m.officePelatihan, value: officeNames.pelatihan ?? m.notFilled },
    { label: m.officePerencanaan, value: officeNames.perencanaan ?? m.notFilled },
    ...(guide ? [{ label: m.guidedBy, value: guide.name }] : []),
    { label: m.guides, value: guided.length > 0 ? guided.join(', ') : m.guidesNone },
  ]
}

/** What the form of the card opens with. */
export const cardValues = (instansi: Instansi): Record<string, string> => ({
  nama: instansi.name,
  kode_bkn: instansi.bknCode ?? '',
  zona: instansi.timeZone,
  dob: instansi.isDob ? 'ya' : '',
  kantor_kepegawaian: instansi.officeNames.kepegawaian ?? '',
  kantor_pelatihan: instansi.officeNames.pelatihan ?? '',
  kantor_perencanaan: instansi.officeNames.perencanaan ?? '',
})
