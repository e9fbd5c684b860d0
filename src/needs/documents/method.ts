import type { Input } from '../../platform/documents/index.ts'
import { formatDate, formatInstant, formatNumber, type Language } from '../../platform/i18n/index.ts'
import type { Block } from '../../platform/pdf/index.ts'
import type { SheetToWrite } from '../../platform/sheet/index.ts'
import type { Policy } from '../../policies/index.ts'
import { resultValidityYears } from '../../regulation/index.ts'
import { messages as needMessages } from '../messages.ts'
import { componentNames, ruleVersion } from '../rules/priority.ts'
import type { PriorityValue } from '../rules/weights.ts'
import { messages } from './messages.ts'

type Weighed = { policy: Policy<PriorityValue>; language: Language; asOf: string; timeZone: string; calculatedAt: Date | null }

const hundredth = (value: number, language: Language) => formatNumber(value / 100, language, 2)

const policyWords = ({ policy, language }: Weighed) => {
  const m = messages[language]
  return policy.id === null || policy.activeFrom === null
    ? m.policyShipped
    : m.policyVersion(policy.version, formatDate(policy.activeFrom, language))
}
const basisWords = ({ policy, language }: Weighed) =>
  `${policy.source}${policy.verified ? '' : ` (${messages[language].unverified})`}`

/** How the ranking is made: the components, their weights, from which score what is urgent, and on what basis. */
export function methodBlocks(weighed: Weighed): Block[] {
  const { policy, language, timeZone, calculatedAt } = weighed
  const m = messages[language]
  const n = needMessages[language]
  return [
    { kind: 'heading', level: 1, text: m.method },
    { kind: 'paragraph', text: m.methodGap },
    { kind: 'paragraph', text: m.methodScore },
    {
      kind: 'table',
      columns: [{ header: m.component, width: 90 }, { header: m.weight, width: 44, align: 'right' }, { header: m.meaning }],
      rows: componentNames.map(name => [n.components[name], `${policy.value[name]} %`, n.componentHelp[name]]),
      empty: '',
    },
    {
      kind: 'paragraph',
      text: m.tiersFrom(
        hundredth(policy.value.urgentFrom, language),
        hundredth(policy.value.importantFrom, language),
        policy.value.urgentKnown,
      ),
    },
    {
      kind: 'facts',
      items: [
        { label: m.policyLabel, value: policyWords(weighed) },
        { label: m.policyBasis, value: basisWords(weighed) },
        { label: m.ruleLabel, value: ruleVersion },
        ...(calculatedAt ? [{ label: m.calculated, value: formatInstant(calculatedAt, language, timeZone) }] : []),
      ],
    },
    { kind: 'paragraph', tone: 'quiet', text: m.methodLocal },
  ]
}

/** What the ranking rests on, for the record of the document. */
export function methodInputs(weighed: Weighed): Input[] {
  const { policy, language, timeZone, calculatedAt } = weighed
  const m = messages[language]
  const n = needMessages[language]
  return [
    { key: 'policy.priority', label: m.inputPolicy, value: policyWords(weighed) },
    ...(policy.id === null ? [] : [{ key: 'policy.priority.id', label: m.inputPolicyId, value: policy.id }]),
    { key: 'policy.priority.source', label: m.policyBasis, value: basisWords(weighed) },
    ...componentNames.map(name => ({
      key: `policy.priority.${name}`,
      label: `${m.weight}: ${n.components[name]}`,
      value: policy.value[name],
    })),
    { key: 'policy.priority.urgentFrom', label: n.urgentFrom, value: policy.value.urgentFrom },
    { key: 'policy.priority.importantFrom', label: n.importantFrom, value: policy.value.importantFrom },
    { key: 'policy.priority.urgentKnown', label: n.urgentKnown, value: policy.value.urgentKnown },
    { key: 'rule.priority', label: m.inputRule, value: ruleVersion },
    ...(calculatedAt
      ? [{ key: 'calculatedAt', label: m.inputCalculated, value: formatInstant(calculatedAt, language, timeZone) }]
      : []),
  ]
}

/** The same as a sheet, with the numbers of law that went into it. */
export function rulesSheet(weighed: Weighed): SheetToWrite {
  const m = messages[weighed.language]
  const validity = resultValidityYears.at(weighed.asOf)
  return {
    name: m.sheetRules,
    columns: [
      { header: m.item, width: 44 },
      { header: m.value, width: 30 },
      { header: m.source, width: 80 },
    ],
    rows: [
      ...methodInputs(weighed).map(({ label, value }) => [label, value, basisWords(weighed)]),
      [
        resultValidityYears.name[weighed.language],
        validity.value,
        `${validity.source}${validity.verified ? '' : ` (${m.unverified})`}; ${formatDate(validity.from, weighed.language)}`,
      ],
    ],
  }
}
