import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

const sources = globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] }).map(file => readFileSync(file, 'utf8'))

test('the trail has words for everything that is written to it', () => {
  const calls = sources.flatMap(source => [...source.matchAll(/\bverb: ([^\n]*)/g)].map(match => match[1]!))
  const verbs = new Set(calls.flatMap(call => [...call.matchAll(/'([a-z]+_[a-z_]+)'/g)].map(match => match[1]!)))
  expect(verbs.size).toBeGreaterThan(15)
  for (const verb of verbs) expect([verb, messages.id.verbs[verb]]).toEqual([verb, expect.any(String)])
})

test('the trail has words for everything that it is written about', () => {
  const kinds = new Set(
    sources.flatMap(source =>
      [...source.matchAll(/\bsubject: (?:`([a-z_]+):|'([a-z_]+)(?::|'[,\s]*(?:instansiId|detail|rows)))/g)].map(
        match => (match[1] ?? match[2])!,
      ),
    ),
  )
  expect(kinds.size).toBeGreaterThan(8)
  for (const kind of kinds) expect([kind, messages.id.subjects[kind]]).toEqual([kind, expect.any(String)])
})
