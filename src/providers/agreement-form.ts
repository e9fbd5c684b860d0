import type { Language } from '../platform/i18n/index.ts'
import { type Field, type FieldErrors, FormReader } from './form-reader.ts'
import { messages } from './messages.ts'
import type { FieldSpec } from './pages/form.tsx'
import { typedFrom } from './place-form.ts'
import type { Agreement, AgreementValues } from './store/agreement.ts'

type Choice = { value: number; label: string }

export const agreementTyped = (one: Agreement): Field =>
  typedFrom({
    instansi: one.instansiId,
    nomor: one.number,
    tentang: one.title,
    tanda_tangan: one.signedOn,
    dari: one.fromDate,
    sampai: one.untilDate,
    lingkup: one.scope,
  })

export function agreementFields(typed: Field, language: Language, instansi: Choice[], kept: string | null): FieldSpec[] {
  const m = messages[language]
  return [
    { as: 'choice', name: 'instansi', label: m.withWhom, value: typed('instansi'), choices: instansi },
    { as: 'text', name: 'tentang', label: m.agreementTitle, value: typed('tentang'), required: true, max: 300 },
    { as: 'text', name: 'nomor', label: m.number, value: typed('nomor'), required: true, max: 120 },
    { as: 'day', name: 'tanda_tangan', label: m.signedOn, value: typed('tanda_tangan'), required: true },
    { as: 'day', name: 'dari', label: m.from, value: typed('dari'), required: true },
    { as: 'day', name: 'sampai', label: m.until, help: m.untilHelp, value: typed('sampai'), required: true },
    { as: 'text', name: 'lingkup', label: m.scope, value: typed('lingkup'), max: 1000, lines: 3 },
    { as: 'pdf', name: 'berkas', label: m.file, help: kept ? m.fileKeep(kept) : m.fileHelp },
  ]
}

/** `instansiIds`: the governments that this actor may make an agreement for. */
export function readAgreementForm(
  field: Field,
  language: Language,
  instansiIds: readonly number[],
): { values: AgreementValues; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const { flaws } = messages[language]
  const partner = instansiIds.find(id => String(id) === field('instansi'))
  if (partner === undefined) form.refuse('instansi', flaws.choice)
  const values: AgreementValues = {
    instansiId: partner ?? 0,
    title: form.need('tentang', form.text('tentang', 300), ''),
    number: form.need('nomor', form.text('nomor', 120), ''),
    signedOn: form.need('tanda_tangan', form.day('tanda_tangan'), ''),
    fromDate: form.need('dari', form.day('dari'), ''),
    untilDate: form.need('sampai', form.day('sampai'), ''),
    scope: form.text('lingkup', 1000),
  }
  if (form.errors.length === 0) {
    if (values.untilDate < values.fromDate) form.refuse('sampai', flaws.untilBefore)
    else if (values.signedOn > values.untilDate) form.refuse('tanda_tangan', flaws.signedAfter)
  }
  return { values, errors: form.errors }
}
