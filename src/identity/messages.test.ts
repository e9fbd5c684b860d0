import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test('the trail has words for everything that is written to it', () => {
  const sources = globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] }).map(file => readFileSync(file, 'utf8'))
  const calls = sources.flatMap(source => [...source.matchAll(/\bverb: ([^\n]*)/g)].map(match => match[1]!))
  const verbs = new Set(calls.flatMap(call => [...call.matchAll(/'([a-z]+_[a-z_]+)'/g)].map(match => match[1]!)))
  expect(verbs.size).toBeGreaterThan(15)
  for (const verb of verbs) expect([verb, messages.id.verbs[verb]]).toEqual([verb, expect.any(String)])
})
