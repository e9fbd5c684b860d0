import type { Catalogue } from '../../platform/i18n/index.ts'
import { draftWords } from './draft-words.ts'
import { peopleWords } from './people-words.ts'
import { runWords } from './run-words.ts'

export type Messages = (typeof draftWords)['id'] & (typeof runWords)['id'] & (typeof peopleWords)['id']
export const messages: Catalogue<Messages> = {
  id: { ...draftWords.id, ...runWords.id, ...peopleWords.id },
  en: { ...draftWords.en, ...runWords.en, ...peopleWords.en },
}
