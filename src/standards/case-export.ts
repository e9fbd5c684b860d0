import { createHash } from 'node:crypto'
import type { Competency } from './store/competency.ts'
import type { CrosswalkRow } from './store/crosswalk.ts'
import type { Dictionary } from './store/dictionary.ts'

// A dictionary as a package of 1EdTech CASE 1.1 (Competencies and Academic Standards Exchange): document, items, associations.

/** The same thing bears the same identifier in every export: a UUID (version 8) made of its address. */
function uuidOf(uri: string): string {
  const hex = createHash('sha256').update(uri).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const status = { draft: 'Draft', active: 'Adopted', archived: 'Deprecated' } as const

/** @param base the address of this installation, without a slash at its end */
export function casePackage(
  base: string,
  dictionary: Dictionary,
  competencies: readonly Competency[],
  crosswalk: readonly CrosswalkRow[],
  at: Date,
) {
  const changed = at.toISOString()
  const link = (title: string, uri: string) => ({ title, identifier: uuidOf(uri), uri })
  const documentUri = `${base}/kamus/daftar/${dictionary.id}`
  const document = link(dictionary.name, documentUri)
  const uriOf = (competencyId: number, level?: number, indicator?: number) =>
    [`${base}/kompetensi/${competencyId}`, level && `tingkat/${level}`, indicator && `indikator/${indicator}`]
      .filter(Boolean)
      .join('/')
  const item = (uri: string, values: Record<string, unknown>) => ({
    identifier: uuidOf(uri),
    uri,
    CFDocumentURI: document,
    language: 'id',
    lastChangeDateTime: changed,
    ...values,
  })
  const items = competencies.flatMap(row => [
    item(uriOf(row.id), {
      fullStatement: row.name,
      humanCodingScheme: row.code,
      CFItemType: 'Kompetensi',
      ...(row.definition && { notes: row.definition }),
      conceptKeywords: [row.pillar, ...(row.urusan ? [row.urusan] : [])],
    }),
    ...row.levels.flatMap(level => [
      item(uriOf(row.id, level.level), {
        fullStatement: level.label,
        humanCodingScheme: `${row.code}.${level.level}`,
        CFItemType: 'Tingkat',
      }),
      ...level.indicators.map((text, index) =>
        item(uriOf(row.id, level.level, index + 1), { fullStatement: text, CFItemType: 'Indikator' }),
      ),
    ]),
  ])
  const association = (type: string, from: ReturnType<typeof link>, to: ReturnType<typeof link>, sequenceNumber?: number) => {
    const uri = `${base}/kaitan/${type}/${from.identifier}/${to.identifier}`
    return {
      identifier: uuidOf(uri),
      uri,
      associationType: type,
      originNodeURI: from,
      destinationNodeURI: to,
      CFDocumentURI: document,
      lastChangeDateTime: changed,
      ...(sequenceNumber !== undefined && { sequenceNumber }),
    }
  }
  const children = competencies.flatMap((row, index) => {
    const self = link(row.name, uriOf(row.id))
    return [
      association('isChildOf', self, document, index + 1),
      ...row.levels.flatMap(level => {
        const node = link(level.label, uriOf(row.id, level.level))
        return [
          association('isChildOf', node, self, level.level),
          ...level.indicators.map((text, nth) =>
            association('isChildOf', link(text, uriOf(row.id, level.level, nth + 1)), node, nth + 1),
          ),
        ]
      }),
    ]
  })
  const equals = crosswalk.map(row =>
    association(
      'isRelatedTo',
      link(`${row.fromCode} ${row.fromLevel}`, uriOf(row.fromId, row.fromLevel)),
      link(`${row.toCode} ${row.toLevel}`, uriOf(row.toId, row.toLevel)),
    ),
  )
  return {
    CFDocument: {
      ...document,
      creator: dictionary.owner ?? 'Piawai',
      officialSourceURL: documentUri,
      notes: dictionary.legalBasis,
      language: 'id',
      adoptionStatus: status[dictionary.state],
      ...(dictionary.activeFrom && { statusStartDate: dictionary.activeFrom }),
      ...(dictionary.activeUntil && { statusEndDate: dictionary.activeUntil }),
      lastChangeDateTime: changed,
      frameworkType: 'Kamus kompetensi',
      caseVersion: '1.1',
    },
    CFItems: items,
    CFAssociations: [...children, ...equals],
  }
}
