import type { Language } from '../platform/i18n/index.ts'
import type { Instansi } from './store/instansi.ts'

const regions: readonly Instansi['kind'][] = ['provinsi', 'kabupaten', 'kota']

/** By the name that stands above its letters: a region is a government, a ministry is called as it is. */
export function governmentName({ kind, name }: Pick<Instansi, 'kind' | 'name'>, language: Language): string {
  if (!regions.includes(kind)) return name
  return language === 'id' ? `Pemerintah ${name}` : `Government of ${name}`
}
