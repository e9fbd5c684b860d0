import { jenjangLabels, personLabels, topUnits } from '../../people/index.ts'
import type { Db, Tx } from '../../platform/db/index.ts'
import { formatDate, formatNumber, type Language } from '../../platform/i18n/index.ts'
import { messages } from './messages.ts'
import type { Campaign } from './store/campaign.ts'

/** The rule of a population as it is read: one line a part that narrows it, then who was named beside it. */
export async function ruleWords(
  db: Db | Tx,
  { population, picked, instansi }: Pick<Campaign, 'population' | 'picked' | 'instansi'>,
  language: Language,
): Promise<string[]> {
  const m = messages[language]
  const labels = personLabels[language]
  const listed = (label: string, values: readonly string[]) => (values.length === 0 ? [] : [`${label}: ${values.join(', ')}`])
  const units = population.unitIds.length === 0 ? [] : await topUnits(db as Db, instansi.id)
  const names = units.filter(unit => population.unitIds.includes(unit.id)).map(unit => unit.name)
  const lines = [
    ...listed(m.units, names),
    ...listed(
      m.jenis,
      population.jenis.map(one => labels.jenis[one as keyof typeof labels.jenis]),
    ),
    ...listed(
      m.jenjang,
      population.jenjang.map(one => jenjangLabels[language][one]),
    ),
    ...listed(
      m.employment,
      population.employment.map(one => labels.employment[one as keyof typeof labels.employment]),
    ),
    ...(population.mapped === 'unmapped' ? [m.mappedChoices.unmapped] : []),
    ...(population.mapped === 'expiring' && population.before ? [`${m.before}: ${formatDate(population.before, language)}`] : []),
  ]
  return [
    ...(lines.length > 0 ? lines : [m.ruleAll]),
    ...(picked.added > 0 ? [m.ruleAdded(formatNumber(picked.added, language))] : []),
    ...(picked.excluded > 0 ? [m.ruleExcluded(formatNumber(picked.excluded, language))] : []),
  ]
}
