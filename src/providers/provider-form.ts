import type { Language } from '../platform/i18n/index.ts'
import { type Field, type FieldErrors, FormReader } from './form-reader.ts'
import { labels } from './labels.ts'
import { messages } from './messages.ts'
import type { FieldSpec } from './pages/form.tsx'
import { type ProviderCard, type ProviderValues, providerKinds } from './store/provider.ts'

/** The field of the form for each of its values. */
export const providerNames = {
  kind: 'jenis',
  name: 'nama',
  shortName: 'singkat',
  address: 'alamat',
  regionCode: 'wilayah',
  email: 'surel',
  phone: 'telepon',
  website: 'situs',
  about: 'keterangan',
} as const satisfies Record<keyof ProviderValues, string>

/** A card as if it had been typed. */
export const providerTyped =
  (card: ProviderCard): Field =>
  field => {
    const key = (Object.keys(providerNames) as (keyof ProviderValues)[]).find(one => providerNames[one] === field)
    return key ? String(card[key] ?? '') : ''
  }

export function providerFields(typed: Field, language: Language): FieldSpec[] {
  const m = messages[language]
  const at = (key: keyof ProviderValues) => ({ name: providerNames[key], value: typed(providerNames[key]) })
  return [
    { as: 'text', ...at('name'), label: m.name, required: true, max: 200 },
    { as: 'text', ...at('shortName'), label: m.shortName, help: m.shortNameHelp, required: true, max: 60 },
    {
      as: 'choice',
      ...at('kind'),
      label: m.kind,
      choices: providerKinds.map(value => ({ value, label: labels[language].kind[value] })),
    },
    { as: 'text', ...at('address'), label: m.address, max: 300, lines: 2 },
    { as: 'text', ...at('regionCode'), label: m.regionCode, help: m.regionHelp, max: 13 },
    { as: 'text', ...at('email'), label: m.email, max: 200 },
    { as: 'text', ...at('phone'), label: m.phone, max: 40 },
    { as: 'text', ...at('website'), label: m.website, help: m.websiteHelp, max: 300 },
    { as: 'text', ...at('about'), label: m.about, max: 2000, lines: 4 },
  ]
}

/** Only an address that a browser opens as a page. */
const isWebsite = (text: string) => /^https?:\/\/[^\s]+\.[^\s]+$/i.test(text) && URL.canParse(text)

export function readProviderForm(field: Field, language: Language): { values: ProviderValues; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const { flaws } = messages[language]
  const values: ProviderValues = {
    name: form.need('nama', form.text('nama', 200), ''),
    shortName: form.need('singkat', form.text('singkat', 60), ''),
    kind: form.need('jenis', form.choice('jenis', providerKinds), 'lainnya'),
    address: form.text('alamat', 300),
    regionCode: form.text('wilayah', 13),
    email: form.text('surel', 200),
    phone: form.text('telepon', 40),
    website: form.text('situs', 300),
    about: form.text('keterangan', 2000),
  }
  if (values.regionCode && !/^\d{2}(\.\d{2}){0,3}$/.test(values.regionCode)) form.refuse('wilayah', flaws.region)
  if (values.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) form.refuse('surel', flaws.email)
  if (values.website && !isWebsite(values.website)) form.refuse('situs', flaws.website)
  return { values, errors: form.errors }
}

/** The one field that closing, ending and revoking ask for. */
export const whyField = (typed: Field, m: { why: string }, help?: string): FieldSpec => ({
  as: 'text',
  name: 'alasan',
  label: m.why,
  value: typed('alasan'),
  help,
  required: true,
  max: 500,
  lines: 3,
})
export function readWhy(field: Field, language: Language): { why: string; errors: FieldErrors } {
  const form = new FormReader(field, language)
  const why = form.need('alasan', form.text('alasan', 500), '')
  return { why, errors: form.errors }
}
