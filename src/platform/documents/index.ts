export { issuingScope, mayIssue, sightsOf, widestSight } from './access.ts'
export { makeAgain, openDocument, previewDocument, requestDocument, seenDocument } from './actions.ts'
export { documentJobs } from './jobs.ts'
export type { Built, DocumentKind, Input, Making } from './kind.ts'
export {
  type DocumentFilter,
  documentsOf,
  type IssuedDocument,
  listedIn,
  type Order,
  stateCounts,
  yearsOf,
} from './store.ts'
