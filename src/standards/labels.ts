import type { Catalogue, Language } from '../platform/i18n/index.ts'
import type { Pillar } from '../regulation/index.ts'

/** The four pillars (Permendagri 108/2017, PermenPANRB 38/2017). */
export const pillarLabels: Catalogue<Record<Pillar, string>> = {
  id: { manajerial: 'Manajerial', sosial_kultural: 'Sosial kultural', teknis: 'Teknis', pemerintahan: 'Pemerintahan' },
  en: { manajerial: 'Managerial', sosial_kultural: 'Socio-cultural', teknis: 'Technical', pemerintahan: 'Governmental' },
}

/** The name of a competency in the language of the interface; where it has no English name, the Indonesian one. */
export const competencyName = (row: { name: string; nameEn: string | null }, language: Language) =>
  language === 'en' && row.nameEn ? row.nameEn : row.name
