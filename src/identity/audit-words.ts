import type { Catalogue } from '../platform/i18n/index.ts'
import { en } from './audit-words-en.ts'
import { id } from './audit-words-id.ts'

export const auditWords: Catalogue<typeof id> = { id, en }
