import { Refusal } from '../platform/http/refusal.ts'
import { type NomenclatureVersion, nomenclatureVersions } from '../regulation/index.ts'
import { messages } from './messages.ts'

export type Version = NomenclatureVersion & { act: string; from: string }

const entry = ({ value, act, from }: (typeof nomenclatureVersions.entries)[number]): Version => ({
  ...value,
  act: act ?? value.key,
  from,
})

/** Every version of the nomenclature, the newest first. */
export const versions: readonly Version[] = nomenclatureVersions.entries.map(entry).toReversed()

/** @throws OutsideSeries where none was in force that day */
export const versionAt = (date: string): Version => entry(nomenclatureVersions.at(date))

/** @throws Refusal 404 where no act bears the number */
export function versionByKey(key: string): Version {
  const found = versions.find(one => one.key === key)
  if (!found) throw new Refusal(404, { id: messages.id.unknownVersion(key), en: messages.en.unknownVersion(key) })
  return found
}
