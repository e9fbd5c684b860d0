import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

// One concept, one word: the last column of GLOSSARY.md names the words that an identifier or a file of src may not use.

/** A foreign word that we cannot choose. */
const foreign: readonly { word: string; file: RegExp; why: string }[] = [
  { word: 'position', file: /^platform\/charts\/(bars|trend)\.ts$/, why: 'an option of ECharts' },
  { word: 'position', file: /^platform\/pdf\/layout\.ts$/, why: 'where pdfmake has put a block' },
  { word: 'alignment', file: /^platform\/pdf\/(content|layout)\.ts$/, why: 'an option of pdfmake' },
  { word: 'permission', file: /^client\/push\.ts$/, why: 'what browsers call it' },
  { word: 'product', file: /^learning\/enrolment\/ics\.ts$/, why: 'an option of ical-generator' },
  { word: 'tentative', file: /^learning\/enrolment\/ics\.ts$/, why: 'a state of an event in RFC 5545' },
  { word: 'position', file: /^client\/app\.ts$/, why: 'what browsers call where a device is' },
  { word: 'isActive', file: /^client\/editor\.ts$/, why: 'a verb of Tiptap' },
  { word: 'boss', file: /^platform\/jobs\/index\.ts$/, why: 'the name of the library pg-boss' },
]

type Name = { file: string; name: string }
type Node = { type: string; name?: unknown } & Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** `jabatanHistory`, `jabatan_history` and `jabatan-history` are the same words. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
const singular = (word: string) => word.replace(/(?<=[^s])s$/, '')

function* identifiersIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* identifiersIn(one)
  if (!isNode(value)) return
  if (/^(Identifier|PrivateIdentifier|JSXIdentifier)$/.test(value.type) && typeof value.name === 'string') yield value.name
  for (const part of Object.values(value)) yield* identifiersIn(part)
}

const namesIn = (file: string, text: string): Name[] =>
  [file, ...new Set(identifiersIn(parseSync(file, text).program))].map(name => ({ file, name }))

/** The rows of the one table: the first column and the words of the last. */
function readGlossary(markdown: string): { term: string; avoid: string[] }[] {
  return markdown
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .slice(1)
    .map(line => {
      const cells = line.slice(1, line.lastIndexOf('|')).split('|')
      const avoid = [...cells.at(-1)!.matchAll(/`([^`]+)`/g)].map(match => match[1]!)
      return { term: cells[0]!.replaceAll('`', '').trim(), avoid }
    })
}

/** Where a word to avoid occurs: all its parts in a row, singular or plural. */
function misnamed(names: readonly Name[], glossary: ReturnType<typeof readGlossary>): string[] {
  const spoken = names.map(({ file, name }) => ({ file, name, said: ` ${wordsOf(name).map(singular).join(' ')} ` }))
  return glossary.flatMap(({ term, avoid }) =>
    avoid.flatMap(word => {
      const wanted = ` ${wordsOf(word).map(singular).join(' ')} `
      return spoken
        .filter(({ said }) => said.includes(wanted))
        .filter(({ file }) => !foreign.some(one => one.word === word && one.file.test(file)))
        .map(({ file, name }) => `${file}: ${name} says “${word}”; say ${term}`)
    }),
  )
}

const glossary = readGlossary(readFileSync('GLOSSARY.md', 'utf8'))
const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .flatMap(file => namesIn(file, readFileSync(join('src', file), 'utf8')))

describe('the glossary', () => {
  it('is kept: no identifier and no file of src says what it should not', () => expect(misnamed(names, glossary)).toEqual([]))

  it('is one table of about fifty terms, each once, each with something in every column', () => {
    const terms = glossary.map(row => row.term)
    expect(terms.length).toBeGreaterThanOrEqual(45)
    expect(new Set(terms).size).toBe(terms.length)
    const rows = readFileSync('GLOSSARY.md', 'utf8')
      .split('\n')
      .filter(line => line.startsWith('|'))
    expect(rows.filter(row => row.split('|').length !== 8 || /\|\s*\|/.test(row))).toEqual([])
  })

  it('speaks of what the code has: each term in code is an identifier, a column or a table', () => {
    const sql = readdirSync('migrations').map(file => readFileSync(join('migrations', file), 'utf8'))
    const known = ` ${[...names.flatMap(({ name }) => [wordsOf(name).join(' '), '']), ...sql.map(text => wordsOf(text).join(' '))].join(' ')} `
    const unknown = glossary
      .flatMap(({ term }) => term.split(','))
      .filter(part => !known.includes(` ${wordsOf(part).join(' ')} `))
    expect(unknown).toEqual([])
  })

  it('finds a word in camel case, in snake case, in a plural and in a file name', () => {
    const table = '| In code | Avoid |\n|---|---|\n| `jabatan` | `position`, `jobTitle` |\n| `golongan` | – |'
    const found = (file: string, text: string) => misnamed(namesIn(file, text), readGlossary(table))
    expect(found('a.ts', 'const oldPositions = 1')).toEqual(['a.ts: oldPositions says “position”; say jabatan'])
    expect(found('a.ts', 'type Row = { job_title: string }')).toHaveLength(1)
    expect(found('a.tsx', 'const x = <JobTitle />')).toHaveLength(1)
    expect(found('people/position.ts', 'export {}')).toHaveLength(1)
    expect(found('a.ts', "const jabatan = 'position'; const titleOfJob = disposition")).toEqual([])
  })
})
