import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

// The map of the house (docs/adr/0002). A name is a folder or a file of src; a file imports from its own name and from floors below.
const floors = [
  ['regulation', 'events', 'client'],
  ['platform', 'ui'],
  ['imports'],
  ['people'],
  ['identity'],
  ['notices'],
  ['policies'],
  ['standards'],
  ['performance'],
  ['goals'],
  ['providers'],
  ['learning'],
  ['assessment'],
  ['certification'],
  ['needs'],
  ['planning'],
  ['talent'],
  ['merit'],
  ['reports', 'integrations'],
  ['wiring'],
]
const wiring = ['app', 'boot', 'server', 'worker', 'cli', 'import-kinds', 'policy-kinds', 'document-kinds']
/** They know nothing of ours, not even what lies below. */
const aloof = ['regulation', 'events', 'client', 'ui']

type Rule =
  | 'floors'
  | 'front door'
  | 'outside src'
  | 'aloof'
  | 'pure rules'
  | 'sql in stores'
  | 'own tables'
  | 'plain pages'
  | 'raw html'
  | 'no style attribute'
  | 'names of rooms'
  | 'length'

const doors: readonly { path: RegExp; why: string }[] = [
  { path: /^[^/]+$/, why: 'a file of src is its own door' },
  { path: /^[^/]+\/index\.ts$/, why: 'the front door of a capability' },
  {
    path: /^platform\/([\w-]+\.ts|[\w-]+\/index\.ts|http\/[\w-]+\.tsx?)$/,
    why: 'platform is many small rooms, each with a door of its own',
  },
]

type Exception = { rule: Rule; from: RegExp; to: RegExp; why: string }
const exceptions: readonly Exception[] = [
  {
    rule: 'front door',
    from: /^import-kinds\.ts$/,
    to: /^[\w-]+\/imports(\.ts|\/index\.ts)$/,
    why: 'what can be imported is wired here and used nowhere else',
  },
  {
    rule: 'front door',
    from: /^document-kinds\.ts$/,
    to: /^[\w-]+\/documents(\.ts|\/index\.ts)$/,
    why: 'what can be issued is wired here and used nowhere else',
  },
  {
    rule: 'front door',
    from: /^[\w-]+\/imports(\.ts|\/[\w-]+\.ts)$/,
    to: /^((people|providers)\/imports\/index|standards\/imports)\.ts$/,
    why: 'people, jabatan and competencies are found in a sheet the same way, whatever it brings',
  },
  {
    rule: 'floors',
    from: /^platform\/http\/(context\.ts|page\.tsx)$/,
    to: /^ui\/index\.ts$/,
    why: 'where HTTP ends, a page is put into its frame; ui knows nothing of platform',
  },
  {
    rule: 'outside src',
    from: /^boot\.ts$/,
    to: /^\.\.\/seeds\/(demo|reference)\/index\.ts$/,
    why: 'a new database is filled at the first start',
  },
  {
    rule: 'pure rules',
    from: /^identity\/rules\/password\.ts$/,
    to: /^node:crypto$/,
    why: 'argon2id, and the salt and the one-time password that nobody may foresee',
  },
  {
    rule: 'pure rules',
    from: /^imports\/rules\//,
    to: /^platform\/sheet\/index\.ts$/,
    why: 'what a cell says is read by pure functions that stand with the sheet',
  },
  {
    rule: 'sql in stores',
    from: /^[\w-]+\/imports(\.ts$|\/)/,
    to: /^platform\/db\/index\.ts$/,
    why: 'the SQL of an import reads the keys that the same file gives to its fields',
  },
  {
    rule: 'own tables',
    from: /^identity\//,
    to: /^setting$/,
    why: 'the session secret and the set-up key are settings of the installation',
  },
  {
    rule: 'own tables',
    from: /^notices\//,
    to: /^setting$/,
    why: 'what links in letters are signed with, and the keys of push, are settings of the installation',
  },
  {
    rule: 'raw html',
    from: /^ui\/chart\.tsx$/,
    to: /^dangerouslySetInnerHTML$/,
    why: 'a picture that platform/charts drew, every text in it escaped there',
  },
]
const used = new Set<Exception>()

const longest = 500
const long = 300

type Source = { path: string; text: string }
type Violation = { rule: Rule; path: string; what: string }
type Node = { type: string; start: number } & Record<string, unknown>
/** `names` of the values it brings in; null for all of them at once. */
type Import = { to: string; typeOnly: boolean; names: (string | null)[] }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* walk(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const one of value) if (isNode(one)) yield* walk(one)
    if (isNode(value)) yield* walk(value)
  }
}

const nameOf = (path: string) => {
  const first = path.split('/')[0]!.replace(/\.tsx?$/, '')
  return wiring.includes(first) ? 'wiring' : first
}
const floorOf = (path: string) => floors.findIndex(floor => floor.includes(nameOf(path)))
const isCapability = (path: string) => floorOf(path) > 1 && nameOf(path) !== 'wiring'
const target = (path: string, specifier: string) =>
  specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier
const textOf = (node: unknown) => (isNode(node) && typeof node.value === 'string' ? node.value : '')
const idOf = (node: unknown) => (isNode(node) && typeof node.name === 'string' ? node.name : null)

/** Everything a file brings in: static, dynamic, by type and by re-export. */
function importsOf(path: string, nodes: readonly Node[]): Import[] {
  return nodes.flatMap(node => {
    if (node.type === 'TSImportType') return [{ to: target(path, textOf(node.source)), typeOnly: true, names: [] }]
    if (node.type === 'ImportExpression') return [{ to: target(path, textOf(node.source)), typeOnly: false, names: [null] }]
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type) || !isNode(node.source))
      return []
    const parts = (Array.isArray(node.specifiers) ? node.specifiers : []) as Node[]
    const values = parts.filter(part => part.importKind !== 'type' && part.exportKind !== 'type')
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type' || (parts.length > 0 && values.length === 0)
    const all = node.type === 'ExportAllDeclaration' && !typeOnly
    const names = all
      ? [null]
      : values.map(part => (part.type === 'ImportNamespaceSpecifier' ? null : idOf(part.imported ?? part.local)))
    return [{ to: target(path, textOf(node.source)), typeOnly, names }]
  })
}

/** Which capability a table belongs to: by the name of the migration that makes it. */
function tableOwners(migrations: readonly { name: string; text: string }[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const { name, text } of migrations) {
    const owner = name.replace(/^\d+_/, '').split(/[_.]/)[0]!.replace('house', 'platform')
    for (const [, table] of text.matchAll(/^CREATE TABLE (?:IF NOT EXISTS )?([\w.]+)/gm)) owners.set(table!, owner)
  }
  return owners
}

const impure = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'process.env',
  'crypto.randomUUID',
  'fetch',
  'setTimeout',
  'setInterval',
])

/** What in a file's code makes a rule depend on more than its arguments. */
function impurities(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => {
    if (node.type === 'NewExpression' && idOf(node.callee) === 'Date' && (node.arguments as unknown[]).length === 0)
      return ['new Date()']
    if (node.type === 'MemberExpression') {
      const dotted = `${idOf(node.object)}.${idOf(node.property)}`
      return impure.has(dotted) ? [dotted] : []
    }
    if (node.type === 'CallExpression') {
      const called = idOf(node.callee)
      return called !== null && impure.has(called) ? [`${called}()`] : []
    }
    return []
  })
}

/** The tables that the SQL of a file writes. */
function writtenTables(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => {
    if (node.type !== 'TemplateLiteral') return []
    const text = (node.quasis as Node[]).map(part => (part.value as { raw: string }).raw).join(' ? ')
    return [...text.matchAll(/\b(?:INSERT INTO|UPDATE|DELETE FROM)\s+([a-z_.]+)/g)].map(match => match[1]!)
  })
}

function checkFile({ path, text }: Source, owners: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = []
  const refuse = (rule: Rule, to: string, what: string) => {
    const excepted = exceptions.find(one => one.rule === rule && one.from.test(path) && one.to.test(to))
    if (excepted) used.add(excepted)
    else found.push({ rule, path, what })
  }
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]!.message}`)
  const nodes = [...walk(parsed.program as unknown as Node)]
  const imports = importsOf(path, nodes)
  const isRule = path.split('/').includes('rules')
  const isPage = path.split('/').includes('pages')
  const mayHoldSql = /\/(store[\w-]*\.ts|store\/.+|([\w-]+-)?refresh\.ts)$/.test(path)

  if (floorOf(path) < 0) refuse('floors', path, 'stands on no floor: add it to the map')
  for (const { to, typeOnly, names } of imports) {
    const ours = to.endsWith('.ts') || to.endsWith('.tsx') || to.endsWith('.json')
    if (to.startsWith('..')) refuse('outside src', to, `imports ${to}`)
    else if (ours && nameOf(to) !== nameOf(path)) {
      if (aloof.includes(nameOf(path))) refuse('aloof', to, `imports ${to}`)
      if (floorOf(to) >= floorOf(path)) refuse('floors', to, `imports ${to}, which does not lie below`)
      if (!doors.some(door => door.path.test(to))) refuse('front door', to, `imports ${to}, not its front door`)
    }
    if (isRule) {
      const ownType = typeOnly && nameOf(to) === nameOf(path)
      const pure = to === 'regulation/index.ts' || (ours && nameOf(to) === nameOf(path) && to.split('/').includes('rules'))
      if (!pure && !ownType) refuse('pure rules', to, `imports ${to}`)
    }
    if (isPage && !typeOnly && /^platform\/(db|jobs|files|http)\/|\/store([\w-]*\.ts|\/)|\/actions(\.ts|\/)/.test(to))
      refuse('plain pages', to, `imports ${to}`)
    const sqlSource = to === 'kysely' || to.startsWith('platform/db/')
    if (isCapability(path) && !mayHoldSql && sqlSource && names.some(name => name === 'sql' || name === null)) {
      refuse('sql in stores', to, 'holds SQL outside its store')
    }
  }
  if (isRule) for (const what of impurities(nodes)) refuse('pure rules', what, `uses ${what}`)
  if (isCapability(path) || nameOf(path) === 'platform') {
    for (const table of writtenTables(nodes)) {
      const owner = owners.get(table)
      if (owner && owner !== nameOf(path)) refuse('own tables', table, `writes ${table}, a table of ${owner}`)
    }
  }
  for (const node of nodes) {
    const attribute = node.type === 'JSXAttribute' ? idOf(node.name) : null
    if (attribute === 'style' || (node.type === 'JSXOpeningElement' && idOf(node.name) === 'style')) {
      refuse('no style attribute', 'style', 'the content-security policy refuses inline style: use a class')
    }
    if (attribute === 'dangerouslySetInnerHTML') refuse('raw html', attribute, 'puts HTML on the page unescaped')
  }
  const bad = path.split('/').find(part => /^(utils?|common|helpers?|shared|core|services?|types)(\.tsx?)?$/.test(part))
  if (bad) refuse('names of rooms', bad, `“${bad}” says nothing: name it by what it is for`)
  const lines = text.split('\n').length - 1
  if (lines > longest) refuse('length', String(lines), `${lines} lines; none may pass ${longest}`)
  return found
}

const check = (files: readonly Source[], owners: ReadonlyMap<string, string> = new Map()) =>
  files.flatMap(file => checkFile(file, owners))

const root = 'src'
const files: Source[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/(^|\/)fixture\.ts$/.test(path))
  .sort()
  .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const owners = tableOwners(
  readdirSync('migrations').map(name => ({ name, text: readFileSync(join('migrations', name), 'utf8') })),
)

describe('the house', () => {
  const violations = check(files, owners)
  const broken = (rule: Rule) => violations.filter(one => one.rule === rule).map(({ path, what }) => `${path}: ${what}`)

  it('imports go one way', () => expect(broken('floors')).toEqual([]))
  it('capabilities meet at their front doors', () => expect(broken('front door')).toEqual([]))
  it('nothing outside src is imported', () => expect(broken('outside src')).toEqual([]))
  it('regulation, events, ui and the browser code know nothing of ours', () => expect(broken('aloof')).toEqual([]))
  it('rules are pure', () => expect(broken('pure rules')).toEqual([]))
  it('SQL of a capability stands in its store', () => expect(broken('sql in stores')).toEqual([]))
  it('a table is written by the capability that owns it', () => expect(broken('own tables')).toEqual([]))
  it('pages take plain data', () => expect(broken('plain pages')).toEqual([]))
  it('HTML is escaped', () => expect(broken('raw html')).toEqual([]))
  it('no style attribute leaves the server', () => expect(broken('no style attribute')).toEqual([]))
  it('every room is named by what it is for', () => expect(broken('names of rooms')).toEqual([]))
  it('no file passes 500 lines', () => {
    const lengths = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > long)
    if (lengths.length > 0)
      console.log(`over ${long} lines:\n${lengths.map(({ path, lines }) => `  ${lines} ${path}`).join('\n')}`)
    expect(broken('length')).toEqual([])
  })
  it('every exception is still needed', () =>
    expect(exceptions.filter(one => !used.has(one)).map(one => `${one.from} → ${one.to}`)).toEqual([]))
})

describe('the checker', () => {
  const rulesOf = (path: string, text: string) => check([{ path, text }], new Map([['pegawai', 'people']])).map(one => one.rule)

  it('finds nothing wrong with a clean file', () => {
    const clean = `import { Hono } from 'hono'
      import type { Pillar } from '../regulation/index.ts'
      import { listInstansi } from '../people/index.ts'
      import { inScope } from '../platform/db/index.ts'
      import { page } from '../platform/http/page.tsx'
      import * as store from './store.ts'`
    expect(rulesOf('needs/routes.ts', clean)).toEqual([])
    expect(rulesOf('needs/store.ts', "import { sql } from '../platform/db/index.ts'\nsql`SELECT * FROM pegawai`")).toEqual([])
    expect(
      rulesOf(
        'needs/rules/x.ts',
        "import type { Row } from '../kind.ts'\nimport { level } from '../../regulation/index.ts'\nnew Date(0)",
      ),
    ).toEqual([])
  })

  const broken: [Rule, string, string][] = [
    ['floors', 'people/routes.ts', "import { ranking } from '../needs/index.ts'"],
    ['floors', 'people/routes.ts', "export type { NeedRow } from '../needs/index.ts'"],
    ['floors', 'people/routes.ts', "const later = await import('../needs/index.ts')"],
    ['floors', 'people/routes.ts', "type Row = import('../needs/index.ts').NeedRow"],
    ['floors', 'reports/routes.ts', "import { push } from '../integrations/index.ts'"],
    ['floors', 'needs/routes.ts', "import { createApp } from '../app.ts'"],
    ['floors', 'payroll/index.ts', 'export {}'],
    ['front door', 'needs/routes.ts', "import { listPegawai } from '../people/store/pegawai.ts'"],
    ['front door', 'needs/routes.ts', "import { scopeStatements } from '../platform/db/scope.ts'"],
    ['outside src', 'people/routes.ts', "import { loadDemo } from '../../seeds/demo/index.ts'"],
    ['aloof', 'ui/badge.tsx', "import { pillars } from '../regulation/index.ts'"],
    ['pure rules', 'needs/rules/x.ts', "import { sql } from '../../platform/db/index.ts'"],
    ['pure rules', 'needs/rules/x.ts', "import { needById } from '../store.ts'"],
    ['pure rules', 'needs/rules/x.ts', "import { readFileSync } from 'node:fs'"],
    ['pure rules', 'needs/rules/x.ts', 'const now = Date.now()'],
    ['pure rules', 'needs/rules/x.ts', 'const today = new Date()'],
    ['pure rules', 'needs/rules/x.ts', 'const luck = Math.random()'],
    ['pure rules', 'needs/rules/x.ts', 'const port = process.env.PORT'],
    ['sql in stores', 'needs/actions.ts', "import { sql as q } from '../platform/db/index.ts'"],
    ['sql in stores', 'needs/actions.ts', "import * as db from '../platform/db/index.ts'"],
    ['sql in stores', 'needs/db.ts', "export * from '../platform/db/index.ts'"],
    ['own tables', 'needs/store.ts', 'q`UPDATE pegawai SET name = NULL`'],
    ['plain pages', 'needs/pages/x.tsx', "import { needById } from '../store.ts'"],
    ['plain pages', 'needs/pages/x.tsx', "import { inScope } from '../../platform/db/index.ts'"],
    ['raw html', 'needs/pages/x.tsx', 'const x = <p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['no style attribute', 'needs/pages/x.tsx', "const x = <p style={{ color: 'red' }}>x</p>"],
    ['no style attribute', 'needs/pages/x.tsx', 'const x = <style>p</style>'],
    ['names of rooms', 'needs/utils/x.ts', 'export {}'],
    ['names of rooms', 'needs/helpers.ts', 'export {}'],
    ['length', 'needs/x.ts', '\n'.repeat(longest + 1)],
  ]
  it.each(broken.map(([rule, path, text]) => ({ rule, path, text, start: text.trim().slice(0, 60) })))(
    'refuses a breach of “$rule” in $path: $start',
    one => expect(rulesOf(one.path, one.text)).toContain(one.rule),
  )

  it('names the owner of a table by its migration', () => {
    const found = tableOwners([
      { name: '0003_identity.sql', text: 'CREATE TABLE identity.session (\n' },
      { name: '0001_house.sql', text: 'CREATE TABLE outbox (\n' },
    ])
    expect(Object.fromEntries(found)).toEqual({ 'identity.session': 'identity', outbox: 'platform' })
  })
})
