import type { Messages } from './messages.ts'
import type { Flaw, Typed } from './rules/edit.ts'

/** The text fields of the posted form, by name. */
export const typedValues = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])))

/** The form as the rule reads it: one field `tingkat-<id>` per competency of the standard. */
export function readTyped(values: Record<string, string>): Typed {
  const levels = new Map<number, string>()
  for (const [name, value] of Object.entries(values)) {
    const id = /^tingkat-(\d{1,9})$/.exec(name)?.[1]
    if (id) levels.set(Number(id), value)
  }
  return {
    levels,
    added: { competency: values.kompetensi_baru ?? '', level: values.tingkat_baru ?? '' },
    legalBasis: values.dasar_hukum ?? '',
  }
}

const fields = {
  added_competency: 'kompetensi_baru',
  added_twice: 'kompetensi_baru',
  added_level: 'tingkat_baru',
  basis: 'dasar_hukum',
} as const

/** What was refused, in words beside its field. */
export const flawMessages = (m: Messages, flaws: readonly Flaw[], names: ReadonlyMap<number, string>) =>
  flaws.map(flaw =>
    flaw.field === 'level'
      ? { field: `tingkat-${flaw.competencyId}`, message: m.flaws.level(names.get(flaw.competencyId) ?? '') }
      : { field: fields[flaw.field], message: m.flaws[flaw.field] },
  )
