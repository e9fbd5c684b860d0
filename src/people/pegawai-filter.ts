import type { Ctx } from '../platform/http/context.ts'
import { sorting, sought } from '../platform/http/form.ts'
import type { Language } from '../platform/i18n/index.ts'
import type { Jenjang } from '../regulation/index.ts'
import { type Employment, jenjangLabels, personLabels, type Status } from './labels.ts'
import type { Instansi } from './store/instansi.ts'
import type { TopUnit } from './store/organisation.ts'

const oneOf = <K extends string>(value: string | undefined, known: Record<K, string>): K | '' =>
  value !== undefined && Object.hasOwn(known, value) ? (value as K) : ''
const idIn = (value: string | undefined) => (value && /^\d{1,9}$/.test(value) ? value : '')

/** What the address of the list asks for; '' where a part is open or makes no sense. */
export function filterValues(c: Ctx) {
  const query = (name: string) => c.req.query(name)
  return {
    q: sought(c),
    instansi: (query('instansi') ?? '').slice(0, 20),
    unit: idIn(query('unit')),
    jabatan: idIn(query('jabatan')),
    jenjang: oneOf<Jenjang>(query('jenjang'), jenjangLabels.id),
    kepegawaian: oneOf<Employment>(query('kepegawaian'), personLabels.id.employment),
    kedudukan: oneOf<Status>(query('kedudukan'), personLabels.id.status),
  }
}

export const readOrder = (c: Ctx) => sorting(c, { nama: 'asc', nip: 'asc', jabatan: 'asc' })

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What each filter offers. */
export const choicesOf = (language: Language, instansi: readonly Instansi[], units: readonly TopUnit[]) => ({
  instansi: instansi.map(row => ({ value: row.regionCode, label: row.name })),
  unit: units.map(row => ({ value: row.id, label: row.name })),
  jenjang: choices(jenjangLabels[language]),
  kepegawaian: choices(personLabels[language].employment),
  kedudukan: choices(personLabels[language].status),
})
