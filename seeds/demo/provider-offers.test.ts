import { expect, test } from 'vitest'
import { entryRulesSchema } from '../../src/providers/index.ts'
import { formEntries } from '../../src/regulation/index.ts'
import { competencies } from '../reference/competencies.ts'
import { demoOffers } from './provider-offers.ts'

test('offers of the demo reach competencies that there are, by forms and rules that can be read', () => {
  const codes = new Set(competencies.map(one => one.code))
  expect(demoOffers.length).toBeGreaterThanOrEqual(24)
  expect(demoOffers.flatMap(offer => offer.competencies.map(one => one.competency)).filter(code => !codes.has(code))).toEqual([])
  for (const { form, entry_rules } of demoOffers) {
    expect(formEntries).toHaveProperty(form)
    expect(entryRulesSchema.parse(entry_rules)).toEqual(entry_rules)
  }
  expect(new Set(demoOffers.map(offer => `${offer.provider_id} ${offer.title}`)).size).toBe(demoOffers.length)
})
