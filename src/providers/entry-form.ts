import type { Jenjang } from '../regulation/index.ts'
import type { EntryMessages } from './entry-messages.ts'
import { type EntryConditions, type EntryRules, employmentList, entryRulesSchema, jenisList, jenjangList } from './schema.ts'

/** How many ways a form takes. */
export const mostWays = 6

const lists = { employment: employmentList, jenis: jenisList, jenjang: jenjangList } as const
export type ConditionsForm = {
  /** What is ticked. */
  employment: string[]
  jenis: string[]
  jenjang: string[]
  golonganFrom: string
  monthsInGolongan: string
  tenureJenjang: string
  tenureMonths: string
  maxAge: string
  yearsBeforeBup: string
  trainings: string
  selection: boolean
  noDiscipline: boolean
}
/** The fields as they were typed: what holds for all, and the ways. */
export type EntryForm = { all: ConditionsForm; ways: ConditionsForm[] }

/** `syarat_usia`, of the second way `jalur2_usia`. */
export const entryFieldName = (way: number | null, key: string) => `${way === null ? 'syarat' : `jalur${way + 1}`}_${key}`
const typedKeys = [
  'golonganFrom',
  'monthsInGolongan',
  'tenureJenjang',
  'tenureMonths',
  'maxAge',
  'yearsBeforeBup',
  'trainings',
] as const

export const blankConditions: ConditionsForm = {
  employment: [],
  jenis: [],
  jenjang: [],
  golonganFrom: '',
  monthsInGolongan: '',
  tenureJenjang: '',
  tenureMonths: '',
  maxAge: '',
  yearsBeforeBup: '',
  trainings: '',
  selection: false,
  noDiscipline: false,
}

const conditionsForm = (rules: EntryConditions): ConditionsForm => ({
  employment: rules.employment ?? [],
  jenis: rules.jenis ?? [],
  jenjang: rules.jenjang ?? [],
  golonganFrom: rules.golonganFrom ?? '',
  monthsInGolongan: String(rules.monthsInGolongan ?? ''),
  tenureJenjang: rules.monthsInJenjang?.jenjang ?? '',
  tenureMonths: String(rules.monthsInJenjang?.months ?? ''),
  maxAge: String(rules.maxAge ?? ''),
  yearsBeforeBup: String(rules.yearsBeforeBup ?? '').replace('.', ','),
  trainings: (rules.trainings ?? []).join('\n'),
  selection: rules.selection ?? false,
  noDiscipline: rules.noDiscipline ?? false,
})

/** Rules as the form shows them. */
export const entryForm = (rules: EntryRules): EntryForm => ({
  all: conditionsForm(rules),
  ways: (rules.ways ?? []).map(conditionsForm),
})

const isBlank = (form: ConditionsForm) => Object.values(form).every(value => (Array.isArray(value) ? value.length === 0 : !value))

function readConditionsForm(field: (name: string) => string, way: number | null): ConditionsForm {
  const at = (key: string) => field(entryFieldName(way, key))
  const ticked = (list: keyof typeof lists) => lists[list].filter(one => at(`${list}_${one}`) !== '')
  return {
    ...(Object.fromEntries(typedKeys.map(key => [key, at(key)])) as Pick<ConditionsForm, (typeof typedKeys)[number]>),
    employment: ticked('employment'),
    jenis: ticked('jenis'),
    jenjang: ticked('jenjang'),
    selection: at('selection') !== '',
    noDiscipline: at('noDiscipline') !== '',
  }
}

type Flaw = { field: string; flaw: keyof EntryMessages['flaws'] }

function conditionsOf(form: ConditionsForm, way: number | null, flaws: Flaw[]): EntryConditions {
  const refuse = (key: keyof ConditionsForm, flaw: Flaw['flaw']) => {
    flaws.push({ field: entryFieldName(way, key), flaw })
    return undefined
  }
  const whole = (key: 'monthsInGolongan' | 'tenureMonths' | 'maxAge', low: number, high: number, flaw: Flaw['flaw']) => {
    const text = form[key]
    if (text === '') return undefined
    return /^\d{1,3}$/.test(text) && Number(text) >= low && Number(text) <= high ? Number(text) : refuse(key, flaw)
  }
  const bup = Number(form.yearsBeforeBup.replace(',', '.'))
  const bupGood = /^\d{1,2}([.,][05])?$/.test(form.yearsBeforeBup) && bup >= 0.5 && bup <= 30
  const names = [
    ...new Set(
      form.trainings
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ]
  const tenureMonths = whole('tenureMonths', 1, 480, 'months')
  const tenureJenjang = jenjangList.find(one => one === form.tenureJenjang) as Jenjang | undefined
  if ((form.tenureMonths === '') !== (tenureJenjang === undefined))
    refuse(tenureJenjang ? 'tenureMonths' : 'tenureJenjang', 'tenure')
  if (names.length > 10 || names.some(name => name.length > 200)) refuse('trainings', 'trainings')
  return {
    ...(form.employment.length > 0 && { employment: form.employment as EntryConditions['employment'] }),
    ...(form.jenis.length > 0 && { jenis: form.jenis as EntryConditions['jenis'] }),
    ...(form.jenjang.length > 0 && { jenjang: form.jenjang as EntryConditions['jenjang'] }),
    ...(form.golonganFrom !== '' && { golonganFrom: form.golonganFrom }),
    ...defined('monthsInGolongan', whole('monthsInGolongan', 1, 480, 'months')),
    ...(tenureJenjang && tenureMonths !== undefined && { monthsInJenjang: { jenjang: tenureJenjang, months: tenureMonths } }),
    ...defined('maxAge', whole('maxAge', 18, 70, 'age')),
    ...defined('yearsBeforeBup', form.yearsBeforeBup === '' ? undefined : bupGood ? bup : refuse('yearsBeforeBup', 'bup')),
    ...(names.length > 0 && { trainings: names }),
    ...(form.selection && { selection: true }),
    ...(form.noDiscipline && { noDiscipline: true }),
  }
}
const defined = <K extends string>(key: K, value: number | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: number }

/** What was posted with `EntryFields`: the rules, or what is wrong with them; and the form to be shown again. */
export function readEntryForm(
  field: (name: string) => string,
  m: EntryMessages,
): { form: EntryForm; rules: EntryRules | null; errors: { field: string; message: string }[] } {
  const typed = Array.from({ length: mostWays }, (_, way) => readConditionsForm(field, way))
  const form: EntryForm = { all: readConditionsForm(field, null), ways: typed.filter(way => !isBlank(way)) }
  const flaws: Flaw[] = []
  const ways = form.ways.map((way, index) => conditionsOf(way, index, flaws))
  const rules = { ...conditionsOf(form.all, null, flaws), ...(ways.length > 0 && { ways }) }
  const read = entryRulesSchema.safeParse(rules)
  const errors = flaws.map(({ field: at, flaw }) => ({ field: at, message: m.flaws[flaw] }))
  return { form, errors, rules: errors.length === 0 && read.success ? read.data : null }
}
