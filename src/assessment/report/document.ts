import { formatNip } from '../../people/index.ts'
import type { Built, DocumentKind, Input, Making } from '../../platform/documents/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { methodLabels } from '../labels.ts'
import { policyMessages } from '../policy-messages.ts'
import { reportBlocks } from './document-blocks.ts'
import { loadReport, type Report } from './document-load.ts'
import { documentMessages } from './document-messages.ts'
import { rulesFacts } from './document-rules.ts'
import { reportSheets } from './document-sheets.ts'

const { id, en } = documentMessages

async function build(making: Making): Promise<Built> {
  const report = await loadReport(making)
  const { person, issuer, day, language } = report
  const m = documentMessages[language]
  return {
    title: m.titleOf(person.name),
    ...(person.jabatan ? { subtitle: person.jabatan.name } : {}),
    issuer,
    timeZone: person.instansi.timeZone,
    asOf: day,
    facts: factsOf(report),
    inputs: inputsOf(report),
    pdf: { cover: false, names: true, blocks: reportBlocks(report) },
    xlsx: { names: true, sheets: reportSheets(report) },
  }
}

function factsOf({ person, purpose, held, standing, others, language }: Report): Built['facts'] {
  const m = documentMessages[language]
  const counted = [...held.lines.flatMap(line => (line.held !== null && line.result ? [line.result] : [])), ...others]
  const days = [...counted, ...standing.spoken].map(one => one.assessedOn).sort()
  const [first, last] = [days[0], days.at(-1)]
  const methods = [...new Set([...counted.map(row => row.method), ...standing.spoken.map(one => one.method)])]
  return [
    { label: m.nip, value: formatNip(person.nip) },
    { label: m.jabatan, value: person.jabatan?.name ?? m.none },
    { label: m.unit, value: person.unit.path.join(' › ') },
    ...(person.golongan ? [{ label: m.golongan, value: person.golongan }] : []),
    { label: m.purpose, value: policyMessages[language].purposes[purpose] },
    ...(first && last
      ? [
          {
            label: m.assessedOn,
            value:
              first === last ? formatDate(first, language) : m.between(formatDate(first, language), formatDate(last, language)),
          },
        ]
      : []),
    {
      label: m.methods,
      value: methods.map(method => (method ? methodLabels[language][method] : m.severalMethods)).join(', ') || m.none,
    },
    { label: m.legalBasis, value: m.legalBasisText },
  ]
}

/** What it was made from: which results, standards and versions of rules. */
function inputsOf(report: Report): Input[] {
  const { purpose, held, standing, requirements, rules, language } = report
  const m = documentMessages[language]
  const list = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b).join(', ') || m.none
  return [
    { key: 'purpose', label: m.purpose, value: policyMessages[language].purposes[purpose] },
    {
      key: 'results',
      label: m.inputResults,
      value: list(held.lines.flatMap(line => (line.held === null ? [] : (line.result?.resultIds ?? [])))),
    },
    { key: 'potential', label: m.inputPotential, value: list(standing.spoken.map(one => one.id)) },
    { key: 'standards', label: m.inputStandards, value: list(requirements.map(one => one.standardId)) },
    ...rulesFacts(report).map(({ label, value }, index) => ({ key: `rule.${index}`, label, value })),
    ...(['choice', 'cap', 'weights', 'validity'] as const).map(name => ({
      key: `policy.${name}.id`,
      label: `${m[name]}, id`,
      value: rules[name].id ?? m.none,
    })),
  ]
}

/** The result of the assessment of one person, as it is handed over: read by the person, issued by who assesses or keeps the records. */
export const individualReport: DocumentKind = {
  kind: 'laporan_penilaian',
  name: { id: id.kind, en: en.kind },
  lead: { id: id.kindLead, en: en.kindLead },
  about: 'pegawai',
  readers: ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan', 'asesor', 'atasan', 'pegawai'],
  issuers: ['admin', 'pengelola', 'asesor'],
  build,
}
