import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asJob, sql } from '../src/platform/db/index.ts'
import { freshCampaign, noCampaign } from './access-campaigns.ts'
import { freshNotice, noNotice } from './access-notices.ts'
import { type Asked, form, questionOf, questions } from './access-questions.ts'
import { rowSecurity } from './access-rows.ts'
import { type Answer, type Line, type Role, roles, table } from './access-table.ts'
import {
  accountIdOf,
  accountOf,
  addToDemo,
  documentFile,
  documentText,
  type Everybody,
  everybody,
  fresh,
  type Targets,
  targetsOf,
  untouched,
  whoSeesWhom,
} from './access-targets.ts'
import { type Description, describedAs, jsonFits } from './api-schema.ts'
import { type DemoApp, demoApp } from './factories/demo.ts'

let demo: DemoApp
let targets: Targets
let all: Everybody
let sight: Record<Role, Set<number>>
let byNip: Map<string, number>
const cookies = new Map<Role, string>()
let description: Description

beforeAll(async () => {
  demo = await demoApp(addToDemo)
  await demo.services.files.put(documentFile, Buffer.from(documentText))
  targets = await targetsOf(demo)
  description = await describedAs(demo.ask)
  all = await everybody(demo)
  sight = await whoSeesWhom(demo, all)
  byNip = new Map(all.flatMap(person => person.nips.map(nip => [nip, person.id])))
  for (const role of roles) cookies.set(role, await demo.signIn(accountOf(role)))
}, 240_000)
afterAll(() => demo.close())

/** Where an answer of the API differs from what its description says. */
function shapeFlaws(route: string, text: string): string[] {
  const [method, path] = route.split(' /api/v1') as [string, string | undefined]
  const operation = path ? description.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] : undefined
  const schema = operation?.responses['200']?.content?.['application/json']?.schema
  return schema ? jsonFits(description, schema, JSON.parse(text)) : []
}

/** What came back, and whom it names: by NIP or by a link to the person. */
async function answerTo(route: string, who: Role | 'nobody', t: Asked, credentials: HeadersInit) {
  const { path, body } = questionOf(route, t)
  const response = await demo.ask(path, { method: route.split(' ')[0]!, body, headers: credentials })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const isSheet = response.headers.get('Content-Type')?.includes('spreadsheetml') ?? false
  const text = isSheet
    ? Object.values(unzipSync(bytes))
        .map(part => strFromU8(part))
        .join('\n')
    : strFromU8(bytes)
  const toSignIn = who === 'nobody' && response.status === 303 && response.headers.get('Location')!.startsWith('/masuk')
  const isEmpty = response.status === 200 && /^\{"data":\[\]/.test(text)
  const answer: Answer = toSignIn ? 'masuk' : isEmpty ? 'empty' : response.status
  const asked = path.includes(t.nip) ? t.nip : null
  const misfits = isEmpty || response.status !== 200 ? [] : shapeFlaws(route, text)
  const nips = [...text.matchAll(/(?<!\d)(\d{8}) ?(\d{6}) ?([12]) ?(\d{3})(?!\d)/g)].map(match => match.slice(1).join(''))
  const named = [
    ...nips.filter(nip => nip !== asked).map(nip => byNip.get(nip)),
    ...[...text.matchAll(/href="\/pegawai\/(\d+)"/g)].map(match => Number(match[1])),
  ].filter(id => id !== undefined)
  return { answer, named: new Set(named), misfits }
}

/** A digest of everything a request could change: imports, and every table that is no person's and no sum over persons. */
const footprint = () =>
  asJob(demo.database.outer, async tx => {
    const { rows: tables } = await sql<{ name: string }>`
      SELECT format('%I.%I', t.table_schema, t.table_name) AS name FROM information_schema.tables t
      WHERE t.table_schema IN ('public', 'identity') AND t.table_type = 'BASE TABLE' AND t.table_name <> 'piawai_migration'
        AND (t.table_name LIKE 'import%' OR t.table_name NOT IN (SELECT p.tablename FROM pg_policies p))
      ORDER BY 1`.execute(tx)
    const digests = tables.map(
      ({ name }) => `SELECT '${name}' AS name, sum(hashtextextended(t::text, 0)::numeric)::text AS digest FROM ${name} t`,
    )
    const { rows } = await sql
      .raw<{ name: string; digest: string | null }>(`${digests.join(' UNION ALL ')} ORDER BY name`)
      .execute(tx)
    expect(rows.map(row => row.name)).toEqual(
      expect.arrayContaining(['identity.role_grant', 'public.audit_entry', 'public.import']),
    )
    return rows
  })

type Case = { who: Role | 'nobody'; side: 'inside' | 'outside'; expected: Answer }
const casesOf = (line: Line): Case[] => [
  { who: 'nobody', side: 'inside', expected: line.nobody },
  ...(['inside', 'outside'] as const).flatMap(side =>
    Object.entries(line[side] ?? {}).flatMap(([answer, list]) =>
      list!.map(who => ({ who, side, expected: /^\d+$/.test(answer) ? Number(answer) : (answer as Answer) })),
    ),
  ),
]
const isRefused = ({ expected }: Case) => expected === 'masuk' || [401, 403, 404].includes(Number(expected))

describe('the table', () => {
  it('has one line for every route of the app, and none for another', () => {
    // Middleware stands under ALL; what a parameter may look like is left out: `:id{[0-9]+}` is `:id`.
    const found = demo.app.routes.filter(route => route.method !== 'ALL')
    const routes = new Set(found.map(({ method, path }) => `${method} ${path.replace(/\{([^{}]|\{[^{}]*\})*\}/g, '')}`))
    const lines = table.map(line => line.route)
    expect(
      lines.filter(route => !routes.has(route)),
      'lines without a route',
    ).toEqual([])
    expect(
      [...routes].filter(route => !lines.includes(route)),
      'routes without a line',
    ).toEqual([])
    expect(lines.length).toBe(new Set(lines).size)
    expect(Object.keys(questions).filter(route => !lines.includes(route))).toEqual([])
    // What is asked of it must name the target: else inside and outside would be the same question.
    expect(table.filter(line => line.outside && !questions[line.route]).map(line => line.route)).toEqual([])
  })

  it('has one line for every operation of the API', async () => {
    const document = (await (await demo.ask('/api/openapi.json')).json()) as { paths: Record<string, object> }
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(operations.sort()).toEqual(
      table
        .map(line => line.route)
        .filter(route => route.includes(' /api/v1/'))
        .sort(),
    )
  })

  it('says for every role exactly one thing', () => {
    for (const line of table) {
      for (const side of [line.inside, ...(line.outside ? [line.outside] : [])]) {
        expect(Object.values(side).flat().sort(), line.route).toEqual([...roles].sort())
      }
    }
  })
})

describe('every route answers as the table says, and names nobody beyond the scope', () => {
  it.each(table)('$route', async line => {
    const isChange = line.route.startsWith('POST')
    const takesRatings = /kampanye|campaigns|penilaian|rating-tasks/.test(line.route)
    const takesNotices = /pesan|notices|surat/.test(line.route)
    const takesThings = /impor|akun|jejak/.test(line.route)
    const cases = casesOf(line)
    const thingFor = async ({ who, side }: Case): Promise<Asked> => {
      const role = who === 'nobody' ? 'admin' : who
      const target = targets[role][side]
      const owner = side === 'inside' ? accountIdOf(role) : accountIdOf(role === 'admin' ? 'nasional' : 'admin')
      const things = takesThings ? await fresh(demo, target, owner) : untouched
      return {
        ...target,
        ...things,
        ...(takesRatings ? await freshCampaign(demo, target, owner) : noCampaign),
        ...(takesNotices ? await freshNotice(demo, owner) : noNotice),
      }
    }
    const things = new Map(await Promise.all(cases.map(async one => [one, await thingFor(one)] as const)))
    // Who signs out does so from a session of its own: the others are still needed.
    const cookieOf = (role: Role) => (line.route === 'POST /keluar' ? demo.signIn(accountOf(role)) : cookies.get(role)!)
    const wrong: string[] = []
    const check = async (one: Case) => {
      const { who, side, expected } = one
      const credentials: HeadersInit = who === 'nobody' ? {} : { cookie: await cookieOf(who) }
      const { answer, named, misfits } = await answerTo(line.route, who, things.get(one)!, credentials)
      wrong.push(...misfits)
      if (answer !== expected) wrong.push(`${who} ${side}: ${answer} instead of ${expected}`)
      const unseen = [...named].filter(id => who === 'nobody' || !sight[who].has(id))
      if (unseen.length > 0) wrong.push(`${who} ${side}: names ${unseen.length} beyond the scope: ${unseen.slice(0, 3)}`)
    }
    const before = isChange ? await footprint() : null
    await Promise.all(cases.filter(isRefused).map(check))
    if (isChange) expect(await footprint(), 'a refused request changes nothing').toEqual(before)
    await Promise.all(cases.filter(one => !isRefused(one)).map(check))
    expect(wrong).toEqual([])
  })
})

describe('lists of people', () => {
  it('hold the whole demo for somebody: as many as the governments count', () => {
    expect(all.length).toBe(6129 + 60 + 618 + 604 + 587 + 596 + 583 + 592 + 619 + 7 * 5 + 1)
    expect(Object.fromEntries(roles.map(role => [role, sight[role].size]))).toMatchObject({
      admin: all.length,
      perencana: all.length - 1,
      pengelola: 6189,
      kabupaten: 623,
      bappeda: 1,
      pegawai: 1,
      asesor: 25,
      fasilitator: 31,
    })
  })

  it.each(roles)('hold for %s exactly who lies in the scope', async role => {
    const found: number[] = []
    let cursor = ''
    do {
      const answer = await demo.ask(`/api/v1/pegawai?limit=500${cursor}`, { headers: { cookie: cookies.get(role)! } })
      const { data, next } = (await answer.json()) as { data: { id: number }[]; next: string | null }
      found.push(...data.map(person => person.id))
      cursor = next ? `&cursor=${next}` : ''
    } while (cursor)
    expect(found).toEqual([...sight[role]].sort((a, b) => a - b))
  })
})

describe('beyond the table', () => {
  const as = (role: Role) => ({ headers: { cookie: cookies.get(role)! } })
  const postAs = (cookie: string, path: string, fields: Record<string, string> = {}) =>
    demo.ask(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })

  it('an address that no route knows is closed as well', async () => {
    const page = await demo.ask('/apa-saja')
    expect([page.status, page.headers.get('Location')]).toEqual([303, '/masuk?kembali=%2Fapa-saja'])
    expect((await demo.ask('/api/v1/apa-saja')).status).toBe(401)
    expect((await demo.ask('/apa-saja', as('admin'))).status).toBe(404)
    expect((await demo.ask('/api/v1/apa-saja', as('admin'))).status).toBe(404)
  })

  it('a search by NIP opens the person who was found', async () => {
    const { nip, person } = targets.pengelola.inside
    expect((await demo.ask(`/cari?q=${nip}`, as('pengelola'))).headers.get('Location')).toBe(`/pegawai/${person}`)
  })

  it('a token is revoked by who made it, and by nobody else', async () => {
    const made = await postAs(cookies.get('pegawai')!, '/akun-saya/token', { nama: 'uji', hari: '1' })
    const token = /pw_[\w-]{20,}/.exec(await made.text())![0]
    const { id } = await asJob(demo.database.outer, async tx => {
      const { rows } = await sql<{
        id: number
      }>`SELECT max(id) AS id FROM identity.api_token WHERE account_id = 'demo-pegawai'`.execute(tx)
      return rows[0]!
    })
    const works = async () => (await demo.ask('/api/v1/pegawai', { headers: { Authorization: `Bearer ${token}` } })).status
    expect(await works()).toBe(200)
    await postAs(cookies.get('admin')!, `/akun-saya/token/${id}/cabut`)
    expect(await works()).toBe(200)
    await postAs(cookies.get('pegawai')!, `/akun-saya/token/${id}/cabut`)
    expect(await works()).toBe(401)
  })

  it('nobody gives a role that reaches further than their own', async () => {
    // An admin of the province itself, who may not hand out the kabupaten it guides.
    await asJob(demo.database.outer, tx =>
      sql`UPDATE identity.role_grant SET instansi_id = 2 WHERE account_id = 'uji-admin-kabupaten'`.execute(tx),
    )
    const { account } = await fresh(demo, targets.pengelola.inside, 'demo-admin')
    const give = async (fields: Record<string, string>) =>
      (await postAs(cookies.get('adminKabupaten')!, `/akun/${account}/peran`, { peran: 'perencana', ...fields })).status
    expect(await give({ jangkauan: 'instansi', instansi: '2' })).toBe(303)
    expect(await give({ jangkauan: 'instansi', instansi: '3' })).toBe(403)
    expect(await give({ jangkauan: 'guided', instansi: '2' })).toBe(403)
    expect(await give({ jangkauan: 'nation' })).toBe(403)
    expect(await give({ jangkauan: 'unit', instansi: '2' })).toBe(403)
    await asJob(demo.database.outer, tx =>
      sql`UPDATE identity.role_grant SET instansi_id = 3 WHERE account_id = 'uji-admin-kabupaten'`.execute(tx),
    )
  })

  it('an admin of one government does not take over an account whose roles reach further', async () => {
    const { account } = await fresh(demo, targets.adminKabupaten.inside, 'demo-admin')
    await asJob(demo.database.outer, tx =>
      sql`INSERT INTO identity.role_grant (account_id, role, place) VALUES (${account}, 'admin', 'nation')`.execute(tx),
    )
    expect((await postAs(cookies.get('adminKabupaten')!, `/akun/${account}/sandi`)).status).not.toBe(200)
  })

  it.each(['bappeda', 'perencana'] as const)(
    '%s brings goals into the plans of its own government, and of none that it guides',
    async role => {
      const send = async (instansi: number, jenis = 'sasaran') =>
        (
          await demo.ask('/impor', {
            method: 'POST',
            headers: { cookie: cookies.get(role)! },
            body: form({ jenis, instansi: String(instansi) }),
          })
        ).status
      expect([await send(2), await send(3), await send(2, 'pegawai'), await send(2, 'nomenklatur')]).toEqual([303, 404, 404, 404])
      expect((await demo.ask('/impor/templat/sasaran', as(role))).status).toBe(200)
      const plan = async (instansi: number) => {
        const { rows } = await asJob(demo.database.outer, tx =>
          sql<{ id: number }>`
            SELECT id FROM development_plan WHERE instansi_id = ${instansi} ORDER BY state = 'archived', id LIMIT 1`.execute(tx),
        )
        return (await demo.ask(`/rencana-daerah/${rows[0]!.id}/ubah`, as(role))).status
      }
      expect([await plan(2), await plan(3)]).toEqual([200, 403])
    },
  )

  it.each(['penyelenggara', 'fasilitator'] as const)('%s sees no level of the people of a class', async role => {
    const holds = async (words: RegExp, path: string, who: Role) => {
      const answer = await demo.ask(path, as(who))
      expect(answer.status).toBe(200)
      return words.test(await answer.text())
    }
    const person = `/pegawai/${targets[role].inside.person}`
    expect(await holds(/Perekat Bangsa/, person, 'pembina'), 'a level is on the page of the person').toBe(true)
    expect(await holds(/Perekat Bangsa/, person, role)).toBe(false)
    expect(await holds(/Lihat riwayat kinerja/, person, 'pembina'), 'the rating is on the page of the person').toBe(true)
    expect(await holds(/Lihat riwayat kinerja/, person, role)).toBe(false)
    expect(await holds(/\(−\d\)/, '/', 'atasan'), 'a gap is on the page of a group').toBe(true)
    expect(await holds(/\(−\d\)/, '/', role)).toBe(false)
  })
})

rowSecurity(() => demo)
