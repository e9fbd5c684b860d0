import { type Content, contentOf, isOneOf, type Viewable, viewable } from '../../platform/files/index.ts'

const largest = 10 * 2 ** 20

/** Why a file is no certificate that can be looked at. */
export type DocumentFlaw = 'empty' | 'large' | 'html' | 'heic' | 'office' | 'svg' | 'other'
/** The rest are files of offices, and zips. */
const flaws: Partial<Record<Content, DocumentFlaw>> = {
  empty: 'empty',
  markup: 'html',
  heic: 'heic',
  svg: 'svg',
  mp4: 'other',
  other: 'other',
}

/** What a certificate is by its content, whatever its name or its sender says. */
export function readDocument(bytes: Uint8Array): { ok: true; content: Viewable } | { ok: false; flaw: DocumentFlaw } {
  if (bytes.length > largest) return { ok: false, flaw: 'large' }
  const content = contentOf(bytes)
  return isOneOf(content, viewable) ? { ok: true, content } : { ok: false, flaw: flaws[content] ?? 'office' }
}
