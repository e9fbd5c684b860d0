import { individualReport } from './assessment/documents.ts'
import { jpRecap } from './learning/documents.ts'
import { akdInstansi, akdPerson, akdUnit } from './needs/documents/index.ts'
import type { DocumentKind } from './platform/documents/index.ts'

/** What can be issued, the widest first. */
export const documentKinds: DocumentKind[] = [akdInstansi, akdUnit, akdPerson, individualReport, jpRecap]
