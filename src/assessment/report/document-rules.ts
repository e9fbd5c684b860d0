import { formatDate, type Language } from '../../platform/i18n/index.ts'
import type { Fact } from '../../platform/pdf/index.ts'
import type { Policy } from '../../policies/index.ts'
import { messages } from '../messages.ts'
import type { Report } from './document-load.ts'
import { documentMessages } from './document-messages.ts'

/** Which version of a local rule, and on what it rests. */
function versionWords(policy: Policy<unknown>, language: Language): string {
  const m = documentMessages[language]
  const basis = policy.verified ? policy.source : `${policy.source} (${m.unverified})`
  return policy.activeFrom ? m.version(policy.version, formatDate(policy.activeFrom, language), basis) : basis
}

/** By which rules and standards the report was made, for its last page and its record. */
export function rulesFacts({ rules, requirements, language }: Report): Fact[] {
  const m = documentMessages[language]
  const words = messages[language]
  const { choice, cap, weights, validity } = rules
  const of = (value: string, policy: Policy<unknown>) => `${value}. ${versionWords(policy, language)}`
  const bases = [
    ...new Set(
      requirements.map(one => (one.verified ? (one.legalBasis ?? m.none) : `${one.legalBasis ?? m.none} (${m.unverified})`)),
    ),
  ]
  return [
    { label: m.choice, value: of(words.choiceRules[choice.value.rule], choice) },
    { label: m.cap, value: of(words.caps[cap.value.cap], cap) },
    { label: m.weights, value: of(m.weightsValue(weights.value.potensi, weights.value.kompetensi), weights) },
    { label: m.validity, value: of(m.validityValue(validity.value.years), validity) },
    ...(requirements.length > 0
      ? [{ label: m.standards, value: m.standardsValue(new Set(requirements.map(one => one.standardId)).size, bases.join('; ')) }]
      : []),
  ]
}
