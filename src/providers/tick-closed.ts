import type { Field, FieldErrors } from './form-reader.ts'
import type { FieldSpec } from './pages/form.tsx'

/** The last field of a form about something that can fall out of use: kept on record, offered no longer. */
export const closeTick = (label: string, closed: boolean, errors: FieldErrors, typed: Field): FieldSpec => ({
  as: 'tick',
  name: 'tutup',
  label,
  ticked: errors.length > 0 ? typed('tutup') !== '' : closed,
})
export const wantsClosed = (field: Field) => field('tutup') !== ''
