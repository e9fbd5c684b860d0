import type { Language } from '../../platform/i18n/index.ts'
import { needName } from '../present.ts'
import type { NeedRow } from '../store.ts'

/** What a need is called on paper: a competency with its code, which the heatmap uses. */
export const needTitle = (need: NeedRow, language: Language): string =>
  need.kind === 'gap' && need.competency_code ? `${needName(need, language)} (${need.competency_code})` : needName(need, language)
