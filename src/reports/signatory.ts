import { formatNip } from '../people/index.ts'
import type { Making } from '../platform/documents/index.ts'
import type { DocumentMessages } from './documents-messages.ts'

type Typed = Record<'tempat' | 'jabatan' | 'nama' | 'nip', string>

/** Who signs, as it was typed; null where nobody does. */
export const signatoryOf = (values: Typed): Making['params']['signatory'] =>
  values.nama
    ? { place: values.tempat, title: values.jabatan, name: values.nama, nip: formatNip(values.nip.replace(/\D/g, '')) }
    : null

/** What keeps a signatory from being printed: half of it, or a NIP that is none. */
export function signatoryFlaws(values: Typed, m: DocumentMessages): { field: string; message: string }[] {
  const errors: { field: string; message: string }[] = []
  const signing = Boolean(values.tempat || values.jabatan || values.nama || values.nip)
  for (const name of ['tempat', 'jabatan', 'nama'] as const)
    if (signing && !values[name]) errors.push({ field: name, message: m.signIncomplete })
  if (values.nip && values.nip.replace(/[\s.]/g, '').replace(/^\d{18}$/, '') !== '')
    errors.push({ field: 'nip', message: m.nipWrong })
  return errors
}
