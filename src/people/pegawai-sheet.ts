import type { Language } from '../platform/i18n/index.ts'
import { jenjangLabels, personLabels } from './labels.ts'
import type { Messages } from './messages.ts'
import type { PegawaiRow } from './store/pegawai.ts'

/** The columns of the list as a workbook; the NIP is a text, or a spreadsheet would round it. */
export const exportColumns = (m: Messages) => [
  { header: m.nip, width: 22, kind: 'text' as const },
  { header: m.name, width: 36 },
  { header: m.instansi, width: 30 },
  { header: m.opd, width: 40 },
  { header: m.unit, width: 40 },
  { header: m.jabatan, width: 44 },
  { header: m.jenjang, width: 16 },
  { header: m.golongan, width: 11 },
  { header: m.employment, width: 18 },
  { header: m.status, width: 18 },
]

export const exportRow = (row: PegawaiRow, language: Language) => [
  row.nip,
  row.name,
  row.instansiName,
  row.opd,
  row.unit,
  row.jabatan,
  row.jenjang && jenjangLabels[language][row.jenjang],
  row.golongan,
  personLabels[language].employment[row.employment],
  personLabels[language].status[row.status],
]
