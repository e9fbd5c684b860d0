import { potentialImport, resultImport } from './assessment/imports.ts'
import { goalImport, nomenclatureImport } from './goals/imports/index.ts'
import type { ImportKind } from './imports/index.ts'
import { nationalKursusImport, nationalStructuralImport } from './integrations/imports/index.ts'
import { courseImport, recordImport } from './learning/imports/index.ts'
import { statedNeedImport } from './needs/imports/index.ts'
import { jabatanImport, pegawaiImport } from './people/imports.ts'
import { performanceImport } from './performance/imports.ts'
import { offerImport } from './providers/imports/index.ts'
import { dictionaryImport, requirementImport, standardImport } from './standards/imports.ts'

/** What can be imported, in the order an office does it. */
export const importKinds: ImportKind[] = [
  jabatanImport,
  pegawaiImport,
  standardImport,
  requirementImport,
  dictionaryImport,
  resultImport,
  potentialImport,
  performanceImport,
  recordImport,
  nationalKursusImport,
  nationalStructuralImport,
  goalImport,
  nomenclatureImport,
  statedNeedImport,
  offerImport,
  courseImport,
]
