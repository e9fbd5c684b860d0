import { formatNumber, type Language } from '../../platform/i18n/index.ts'
import { rounded } from '../rules/fraction.ts'
import { difOf, type KnownDif } from '../rules/priority.ts'
import type { NeedRow } from '../store.ts'
import type { DifSaved } from './jabatan-dif-actions.ts'
import { messages } from './jabatan-dif-messages.ts'
import type { DifKey } from './store-jabatan-dif.ts'

/** What a line of the form is about. */
export const difKeyText = (key: DifKey) => `${key.kind} ${key.competencyId ?? key.subject}`
export function readDifKey(text: string): DifKey | null {
  const gap = /^gap (\d{1,9})$/.exec(text)
  if (gap) return { kind: 'gap', competencyId: Number(gap[1]), subject: null }
  const subject = /^training (.{1,300})$/.exec(text)?.[1]
  return subject ? { kind: 'training', competencyId: null, subject } : null
}

/** What the DIF of a need is of; of a stated need, of the competency it names. */
export const difKeyOf = (need: Pick<NeedRow, 'kind' | 'competency_id' | 'subject'>): DifKey =>
  need.kind === 'training'
    ? { kind: 'training', competencyId: null, subject: need.subject }
    : { kind: 'gap', competencyId: need.competency_id, subject: null }

/** The jabatan that the mean of a need is of. */
export const ratedHref = (instansi: string, jenjang: string, key: DifKey) =>
  `/kebutuhan/dif/jabatan?${new URLSearchParams({ instansi, jenjang, butir: difKeyText(key) })}`

const difText = (known: KnownDif, language: Language, digits = 2): string => {
  const dif = difOf(known)
  return dif === null ? messages[language].unknown : formatNumber(rounded(dif, 6), language, digits)
}

/** `DIF jenjang sekarang 0,67, rata-rata 2 jabatan`. */
export function nowText(known: KnownDif, language: Language): string {
  const m = messages[language]
  if (known.dif_posts !== null) return m.nowMean(difText(known, language), formatNumber(known.dif_posts, language))
  return difOf(known) === null ? m.nowUnknown : m.nowTyped(difText(known, language))
}

const longestMoves = 3

/** What was saved, and what of the needs' DIF it moved. */
export function savedText({ lines, posts, moves }: DifSaved, language: Language): string {
  const m = messages[language]
  const number = (n: number) => formatNumber(n, language)
  // The mean of posts that say what was typed before is no move.
  const moved = moves.flatMap(({ name, before, dif_points, dif_posts }) => {
    const after = { ...before, dif_points, dif_posts }
    const digits = [2, 4].find(one => difText(before, language, one) !== difText(after, language, one))
    const short = name.length > 60 ? `${name.slice(0, 59)}…` : name
    return digits ? [`${short} ${difText(before, language, digits)} → ${difText(after, language, digits)}`] : []
  })
  const words = moved.slice(0, longestMoves)
  if (moved.length > longestMoves) words.push(m.more(number(moved.length - longestMoves)))
  return `${m.saved(number(lines), number(posts))} ${words.length > 0 ? m.moved(words.join('; ')) : m.unmoved}`
}
