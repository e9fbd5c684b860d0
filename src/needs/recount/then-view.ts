import { jenjangLabels } from '../../people/index.ts'
import type { IssuedDocument } from '../../platform/documents/index.ts'
import { formatDate, formatInstant, formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { Jenjang, Pillar } from '../../regulation/index.ts'
import { pillarLabels } from '../../standards/index.ts'
import { messages as needMessages } from '../messages.ts'
import { levelsText, scoreText, tierTone, weightsText } from '../present.ts'
import type { Tier } from '../rules/priority.ts'
import { policyOf } from '../rules/weights.ts'
import type { StoredRules } from './actions.ts'
import { messages } from './messages.ts'
import type { DifferenceView, ThenNeedView } from './pages/then-lists.tsx'
import type { WorkingProps } from './pages/working.tsx'
import type { Difference, ListedNeed, NeedList, Ranked } from './rules/difference.ts'
import type { Recount, RecountedNeed, StandardThen } from './store.ts'
import { thenHref } from './words.ts'

export type ThenNeed = RecountedNeed & { code: string; name: string; pillar: string }

const jenjangOf = (jenjang: string | null, language: Language) =>
  jenjang === null ? needMessages[language].everyJenjang : (jenjangLabels[language][jenjang as Jenjang] ?? jenjang)

/** A recounted list as it is compared with an issued one. */
export const recomputedList = (needs: readonly ThenNeed[], rules: StoredRules): NeedList => ({
  needs: needs.map(
    (need): ListedNeed => ({
      kind: 'gap',
      post: 'held',
      code: need.code,
      name: need.name,
      jenjang: need.jenjang,
      levelFrom: need.level_from,
      levelTo: need.level_to,
      people: need.people,
      staff: need.staff,
      gap: need.gap,
      dif: need.dif,
      goal: need.goal,
      mandate: need.mandate,
      reach: need.reach,
      score: need.score,
      tier: need.tier as Tier,
    }),
  ),
  ruleVersion: rules.ruleVersion,
  policy: policyOf(rules.priority.value),
})

export const needView = (need: ThenNeed, rank: number, language: Language): ThenNeedView => ({
  key: `${need.code} ${need.level_to} ${need.jenjang}`,
  rank: String(rank),
  name: need.name,
  detail: `${need.code} · ${pillarLabels[language][need.pillar as Pillar]}`,
  jenjang: jenjangOf(need.jenjang, language),
  levels: levelsText(need),
  people: formatNumber(need.people, language),
  score: scoreText(need.score, language),
  completeness: needMessages[language].completeness(need.known),
  tier: { text: needMessages[language].tiers[need.tier as Tier], tone: tierTone[need.tier as Tier] },
})

/** Which rules and numbers made a day's list. */
export function rulesView(rules: StoredRules, language: Language): { label: string; value: string }[] {
  const m = messages[language]
  const said = ({ id, version, source }: { id: number | null; version: number; source: string }) =>
    id === null ? m.shipped(source) : m.versionOf(String(version), source)
  const { scale } = rules
  return [
    {
      label: m.weights,
      value: `${weightsText(policyOf(rules.priority.value), needMessages[language])}. ${said(rules.priority)}`,
    },
    { label: m.ruleVersion, value: rules.ruleVersion },
    { label: m.choice, value: said(rules.choice) },
    { label: m.scale, value: m.scaleOf(scale.value.lowest, scale.value.highest, scale.act ?? '–') },
    { label: m.standards, value: m.standardsOf(formatNumber(rules.standards.length, language)) },
  ]
}

export const standardName = (one: StandardThen, language: Language): string =>
  one.jabatan ?? [one.family ?? jenjangOf(one.jenjang, language), one.urusan, one.instansi].filter(Boolean).join(' · ')

export function differenceView({ change, issued, recomputed, reasons }: Difference, language: Language): DifferenceView {
  const m = messages[language]
  const need = (issued ?? recomputed)!.need
  const side = (one: Ranked | null) =>
    one === null
      ? '–'
      : m.ranked(formatNumber(one.rank, language), scoreText(one.need.score, language), formatNumber(one.need.people, language))
  return {
    key: `${need.kind} ${need.post} ${need.code} ${need.levelTo} ${need.jenjang}`,
    name: need.kind === 'performance' ? (needMessages[language].aspects[need.code] ?? need.name) : need.name,
    detail: [
      needMessages[language].kinds[need.kind],
      jenjangOf(need.jenjang, language),
      need.levelTo === null ? null : levelsText({ level_from: need.levelFrom, level_to: need.levelTo }),
    ]
      .filter(Boolean)
      .join(' · '),
    issued: side(issued),
    recomputed: side(recomputed),
    change: { text: m.changes[change], tone: change === 'same' ? 'ok' : change === 'not_recomputed' ? 'neutral' : 'warn' },
    reasons: reasons.map(reason => m.reasons[reason]),
  }
}

/** How far a day is; null where nothing is under way. */
export function thenWorking({ state, day, people, ofPeople }: Recount, code: string, language: Language): WorkingProps | null {
  if (state === 'done' || state === 'failed') return null
  const m = messages[language]
  const waiting = ofPeople === null
  return {
    m,
    liveHref: thenHref({ instansi: code, day }, '/keadaan'),
    href: thenHref({ instansi: code, day }),
    lines: [
      waiting
        ? m.waiting
        : m.through(formatDate(day, language), formatNumber(people, language), formatNumber(ofPeople, language)),
    ],
    value: people,
    total: ofPeople ?? 0,
  }
}

/** The documents nearest to a day first. */
export const nearest = (documents: readonly IssuedDocument[], day: string): IssuedDocument[] => {
  const away = (one: IssuedDocument) => Math.abs(Date.parse(one.asOf) - Date.parse(day))
  return documents.filter(one => one.state === 'ready').sort((a, b) => away(a) - away(b) || b.id - a.id)
}

export const documentView = (
  one: IssuedDocument,
  chosen: boolean,
  place: { code: string; timeZone: string; day: string },
  language: Language,
) => {
  const m = messages[language]
  const issued = one.issuedAt ? formatInstant(one.issuedAt, language, place.timeZone) : '–'
  return {
    id: one.id,
    href: `/dokumen/${one.id}`,
    title: one.title ?? one.subject,
    detail: [one.number, m.issuedAsOf(formatDate(one.asOf, language), issued)].filter(Boolean).join(' · '),
    chosen,
    compareHref: `${thenHref({ instansi: place.code, day: place.day })}&lihat=beda&dokumen=${one.id}`,
  }
}
