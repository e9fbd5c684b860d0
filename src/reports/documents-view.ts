import type { DocumentKind, IssuedDocument } from '../platform/documents/index.ts'
import { formatDate, formatInstant, type Language } from '../platform/i18n/index.ts'
import { documentMessages } from './documents-messages.ts'

export type DocumentRow = {
  id: number
  title: string
  detail: string
  asOf: string
  issued: string
  by: string
  state: IssuedDocument['state']
  downloads: { format: string; href: string; size: string }[]
  digest: string
}

export const kindName = (kinds: readonly DocumentKind[], kind: string, language: Language) =>
  kinds.find(one => one.kind === kind)?.name[language] ?? kind

/** A document as a row of a list. */
export function documentRow(
  document: IssuedDocument,
  kinds: readonly DocumentKind[],
  language: Language,
  timeZone: string | undefined,
): DocumentRow {
  const m = documentMessages[language]
  const name = kindName(kinds, document.kind, language)
  const ready = document.state === 'ready'
  return {
    id: document.id,
    title: document.title ?? `${name}: ${document.subject}`,
    detail: [
      m.one(String(document.id)),
      name,
      document.number,
      document.supersededBy && m.replaced(String(document.supersededBy)),
    ]
      .filter(Boolean)
      .join(' · '),
    asOf: formatDate(document.asOf, language),
    issued: document.issuedAt ? formatInstant(document.issuedAt, language, timeZone) : m.states[document.state],
    by: document.requestedByName,
    state: document.state,
    downloads: ready
      ? document.files.map(file => ({
          format: file.format.toUpperCase(),
          href: fileHref(document.id, file.format),
          size: m.size(file.bytes),
        }))
      : [],
    digest: document.files[0]?.sha256.slice(0, 12) ?? '–',
  }
}

export const fileHref = (id: number, format: string) => `/dokumen/${id}/berkas.${format}`
