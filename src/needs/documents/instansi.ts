import type { Built, DocumentKind, Making } from '../../platform/documents/index.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { listOf } from '../recount/listed.ts'
import { coverageBlocks, definitions, heatBlocks, listBlocks, summary } from './instansi-blocks.ts'
import { loadInstansi } from './instansi-load.ts'
import { coverageSheet, heatSheet, needsSheet, peopleSheet, performanceSheet, trainingSheet } from './instansi-sheets.ts'
import { messages } from './messages.ts'
import { methodBlocks, methodInputs, rulesSheet } from './method.ts'

async function build(making: Making): Promise<Built> {
  const { language } = making
  const m = messages[language]
  const loaded = await loadInstansi(making)
  await making.progress(0.8)
  const number = (value: number) => formatNumber(value, language)
  const weighed = {
    policy: loaded.policy,
    language,
    asOf: loaded.today,
    timeZone: loaded.timeZone,
    calculatedAt: loaded.all[0]?.calculated_at ?? null,
  }
  return {
    title: m.titleOf(loaded.name),
    subtitle: m.akd,
    issuer: loaded.issuer,
    timeZone: loaded.timeZone,
    asOf: loaded.today,
    facts: [{ label: m.legalBasis, value: m.legalBasisText }],
    inputs: [
      {
        key: 'needs',
        label: m.inputNeeds,
        value: number(loaded.all.length + loaded.aimed.length),
      },
      {
        key: 'people',
        label: m.inputPeople,
        value: number(new Set([...loaded.people, ...loaded.trainings, ...loaded.performance].map(row => row.nip)).size),
      },
      {
        key: 'coverage',
        label: m.inputCoverage,
        value: m.mappedDetail(number(loaded.coverage.assessed), number(loaded.coverage.active)),
      },
      ...methodInputs(weighed),
    ],
    listed: listOf([...loaded.all, ...loaded.aimed], loaded.policy, weighed.calculatedAt),
    pdf: {
      cover: true,
      names: false,
      blocks: [
        ...summary(loaded, language),
        ...coverageBlocks(loaded, language),
        ...methodBlocks(weighed),
        ...listBlocks(loaded, language),
        ...heatBlocks(loaded, language),
        ...definitions(loaded, language),
      ],
    },
    xlsx: {
      names: true,
      sheets: [
        needsSheet(loaded, language),
        peopleSheet(loaded, language),
        trainingSheet(loaded.trainings, language),
        performanceSheet(loaded.performance, language),
        heatSheet(loaded, language),
        coverageSheet(loaded, language),
        rulesSheet(weighed),
      ].filter(sheet => sheet !== null),
    },
  }
}

const { id, en } = messages

/** The needs of a whole government. Its PDF names nobody; its workbook holds everybody behind the figures. */
export const akdInstansi: DocumentKind = {
  kind: 'akd_instansi',
  name: { id: id.instansiKind, en: en.instansiKind },
  lead: { id: id.instansiLead, en: en.instansiLead },
  about: 'instansi',
  readers: ['admin', 'pengelola', 'perencana', 'pembina', 'pimpinan'],
  readersWithoutNames: ['bappeda'],
  issuers: ['admin', 'pengelola', 'perencana'],
  build,
}
