import { typedDay } from '../../rules/day.ts'

/** An indicator as it was typed. */
export type TypedEffect = {
  unitId: string
  indicator: string
  measure: string
  direction: string
  before: string
  beforeOn: string
  after: string
  afterOn: string
}
export type EffectFlaw = 'indicator' | 'measure' | 'before' | 'beforeOn' | 'after' | 'afterOn'

const longest = 200
/** A figure as an Indonesian office types it: 1.250,5. Null: no figure. */
export function typedFigure(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

/** Whole rupiah, with or without points; null where it is empty, undefined where it is no sum. */
export function typedRupiah(typed: string): bigint | null | undefined {
  const plain = typed.replace(/^rp/i, '').replace(/[\s.]/g, '')
  if (plain === '') return null
  return /^\d{1,15}$/.test(plain) ? BigInt(plain) : undefined
}

/** What is wrong with it, field by field; `today` yyyy-mm-dd: nothing is measured in the future. */
export function effectFlaws(typed: TypedEffect, today: string): EffectFlaw[] {
  const [beforeOn, afterOn] = [typedDay(typed.beforeOn), typedDay(typed.afterOn)]
  const hasAfter = typed.after !== '' || typed.afterOn !== ''
  const flaws: [EffectFlaw, boolean][] = [
    ['indicator', typed.indicator === '' || typed.indicator.length > longest],
    ['measure', typed.measure === '' || typed.measure.length > 60],
    ['before', typedFigure(typed.before) === null],
    ['beforeOn', beforeOn === null || beforeOn > today],
    ['after', hasAfter && typedFigure(typed.after) === null],
    ['afterOn', hasAfter && (afterOn === null || afterOn > today || (beforeOn !== null && afterOn <= beforeOn))],
  ]
  return flaws.flatMap(([field, wrong]) => (wrong ? [field] : []))
}
