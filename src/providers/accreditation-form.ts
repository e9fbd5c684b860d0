import type { Language } from '../platform/i18n/index.ts'
import { accreditationMessages } from './accreditation-messages.ts'
import { type Field, type FieldErrors, FormReader } from './form-reader.ts'
import { messages } from './messages.ts'
import type { FieldSpec } from './pages/form.tsx'
import { typedFrom } from './place-form.ts'
import { readWhy } from './provider-form.ts'
import { lastDayOf } from './rules/accreditation.ts'
import type { Accreditation, AccreditationValues } from './store/accreditation.ts'

export const accreditationTyped = (one: Accreditation): Field =>
  typedFrom({
    penyelenggara: one.providerId,
    program: one.programme,
    pengakreditasi: one.accreditor,
    peringkat: one.peringkat,
    keputusan: one.decree,
    dari: one.fromDate,
    sampai: one.untilDate,
    dicocokkan: one.verified ? '1' : '',
  })

type Lists = { programmes: string[]; accreditors: string[] }
export function accreditationFields(typed: Field, language: Language, lists: Lists, kept: string | null): FieldSpec[] {
  const m = accreditationMessages[language]
  const text = (name: string, label: string, help?: string, list?: string[]): FieldSpec => ({
    as: 'text',
    name,
    label,
    help,
    value: typed(name),
    required: true,
    max: 120,
    list,
  })
  return [
    text('program', m.programme, m.programmeHelp, lists.programmes),
    text('pengakreditasi', m.accreditor, m.accreditorHelp, lists.accreditors),
    text('peringkat', m.peringkat, m.peringkatHelp, ['A', 'B', 'C']),
    text('keputusan', m.decree),
    { as: 'day', name: 'dari', label: m.from, value: typed('dari'), required: true },
    { as: 'day', name: 'sampai', label: m.until, help: m.untilHelp, value: typed('sampai') },
    {
      as: 'pdf',
      name: 'berkas',
      label: m.file,
      help: kept ? messages[language].fileKeep(kept) : m.fileHelp,
    },
    { as: 'tick', name: 'dicocokkan', label: m.verified, ticked: typed('dicocokkan') !== '' },
  ]
}

/** An A without a last day holds as long as is known of it; of others the last day must be said. */
export function readAccreditationForm(field: Field, language: Language): { values: AccreditationValues; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const m = accreditationMessages[language]
  const text = (name: string) => form.need(name, form.text(name, 120), '')
  const peringkat = text('peringkat')
  const fromDate = form.need('dari', form.day('dari'), '')
  const until = form.day('sampai') ?? (field('sampai') === '' && fromDate !== '' ? lastDayOf(peringkat, fromDate) : null)
  if (until === null && !form.errors.some(error => error.field === 'sampai')) form.refuse('sampai', m.untilNeeded)
  if (until !== null && fromDate !== '' && until < fromDate) form.refuse('sampai', messages[language].flaws.untilBefore)
  const values: AccreditationValues = {
    programme: text('program'),
    accreditor: text('pengakreditasi'),
    peringkat: peringkat.length === 1 ? peringkat.toUpperCase() : peringkat,
    decree: text('keputusan'),
    fromDate,
    untilDate: until ?? '',
    verified: field('dicocokkan') !== '',
  }
  return { values, errors: form.errors }
}

export function readRevocation(field: Field, language: Language): { values: { on: string; why: string }; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const on = form.need('tanggal', form.day('tanggal'), '')
  const { why, errors } = readWhy(field, language)
  return { values: { on, why }, errors: [...form.errors, ...errors] }
}
