import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recalculateAll } from '../src/needs/index.ts'
import { asJob, sql } from '../src/platform/db/index.ts'
import { type Description, describedAs } from './api-schema.ts'
import { type DemoApp, demoApp } from './factories/demo.ts'

type Row = Record<string, unknown> & { id: number; instansi: string }
type List = { data: Row[]; next: string | null }
type Need = Row & {
  score: number | null
  completeness: number
  tier: string
  competency: { code: string; pillar: string }
  components: Record<'gap' | 'dif' | 'goal' | 'mandate' | 'reach', number | null>
}

let demo: DemoApp
let token = ''
beforeAll(async () => {
  demo = await demoApp()
  token = await newToken('admin')
}, 240_000)
afterAll(() => demo.close())

async function newToken(account: string): Promise<string> {
  const cookie = await demo.signIn(account)
  const page = await demo.ask('/akun-saya/token', {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ nama: 'uji' }),
  })
  return /pw_[\w-]{20,}/.exec(await page.text())![0]
}
const bearer = (value = token) => ({ headers: { Authorization: `Bearer ${value}` } })
const api = (path: string, value = token) => demo.ask(`/api/v1${path}`, bearer(value))
const read = async <T = List>(path: string, value = token) => {
  const answer = await api(path, value)
  expect(answer.status, path).toBe(200)
  return (await answer.json()) as T
}
/** All rows of a list, page by page. */
async function walk(path: string, limit: number): Promise<Row[]> {
  const rows: Row[] = []
  let cursor = ''
  do {
    const page = await read(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`)
    expect(page.data.length).toBeLessThanOrEqual(limit)
    rows.push(...page.data)
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : ''
  } while (cursor)
  return rows
}
async function expectProblem(answer: Response, status: number) {
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json; charset=utf-8'])
  const body = (await answer.json()) as Record<string, unknown>
  expect(body).toMatchObject({ type: 'about:blank', status, title: expect.any(String), requestId: expect.any(String) })
  return body
}

describe('signing in', () => {
  const enter = (akun: string, sandi: string, headers: Record<string, string> = {}) =>
    demo.ask('/masuk', { method: 'POST', headers, body: new URLSearchParams({ akun, sandi }) })

  it('sends on with a cookie that scripts and other sites do not get, and that plain http keeps', async () => {
    const answer = await enter('pengelola', 'piawai-demo')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/'])
    const [cookie, ...more] = answer.headers.getSetCookie()
    expect(more).toEqual([])
    expect(cookie).toMatch(/^piawai\.session_token=[^;]{20,};/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).not.toMatch(/Secure/)
  })

  const nipOf = (account: string) =>
    asJob(demo.database.outer, async tx => {
      const { rows } = await sql<{ nip: string }>`
        SELECT p.nip FROM pegawai p JOIN identity.user_account a ON a.pegawai_id = p.pegawai_id WHERE a.username = ${account}`.execute(
        tx,
      )
      return rows[0]!.nip
    })

  it('knows a person by the NIP as well', async () => {
    const nip = await nipOf('pegawai')
    expect((await enter(nip.replace(/^(\d{8})(\d{6})/, '$1 $2 '), 'piawai-demo')).status).toBe(303)
  })

  it('is taken from no other site, and from a program that names none', async () => {
    const host = 'piawai.test'
    const status = async (headers: Record<string, string>) => (await enter('pegawai', 'piawai-demo', { host, ...headers })).status
    expect(await status({})).toBe(303)
    expect(await status({ origin: 'http://piawai.test' })).toBe(303)
    expect(await status({ origin: 'http://jahat.test' })).toBe(403)
    expect(await status({ origin: 'http://piawai.test.jahat.test' })).toBe(403)
    expect(await status({ origin: 'null' })).toBe(403)
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  })

  it('sends on within the app only', async () => {
    const answer = async (kembali: string) =>
      (
        await demo.ask('/masuk', {
          method: 'POST',
          body: new URLSearchParams({ akun: 'pegawai', sandi: 'piawai-demo', kembali }),
        })
      ).headers.get('Location')
    expect(await answer('/tim')).toBe('/tim')
    for (const elsewhere of ['//jahat.test', 'http://jahat.test', '/\\jahat.test', 'javascript:alert(1)']) {
      expect(await answer(elsewhere)).toBe('/')
    }
  })

  it('is refused alike for a wrong password and an unknown account, and after five for the account alone', async () => {
    const words = async (answer: Response) =>
      ((await answer.text()).match(/<main[\s\S]*<\/main>/)?.[0] ?? '').replaceAll(/fasilitator|siapa-ini/g, '')
    const wrong = await enter('fasilitator', 'salah')
    const unknown = await enter('siapa-ini', 'salah')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await words(wrong)).toBe(await words(unknown))
    for (let n = 2; n <= 5; n++) expect((await enter('fasilitator', `salah-${n}`)).status).toBe(401)
    const waiting = await enter('fasilitator', 'piawai-demo')
    expect(waiting.status).toBe(429)
    expect(await waiting.text()).toMatch(/coba lagi dalam (1[0-5]|[1-9]) menit/)
    expect((await enter('FASILITATOR ', 'piawai-demo')).status).toBe(429)
    expect((await enter(await nipOf('fasilitator'), 'piawai-demo')).status).toBe(429)
    expect((await enter('asesor', 'piawai-demo')).status).toBe(303)
  })

  it('lets no more through when many try at once', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, (_, n) => enter('bappeda', `salah-${n}`)))
    expect(answers.map(answer => answer.status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429])
  })

  it('ends with signing out', async () => {
    const cookie = await demo.signIn('pimpinan')
    const open = async () => (await demo.ask('/saya', { headers: { cookie } })).status
    expect(await open()).toBe(200)
    const out = await demo.ask('/keluar', { method: 'POST', headers: { cookie } })
    expect([out.status, out.headers.get('Location')]).toEqual([303, '/masuk'])
    expect(await open()).toBe(303)
  })
})

describe('a token', () => {
  it('opens the API until it is revoked or runs out', async () => {
    const own = await newToken('perencana')
    expect((await read('/pegawai?limit=1', own)).data).toHaveLength(1)
    const end = (column: 'revoked_at' | 'expires_at') =>
      asJob(demo.database.outer, tx =>
        sql`UPDATE identity.api_token SET ${sql.id(column)} = now() - interval '1 second' WHERE account_id = 'demo-perencana'`.execute(
          tx,
        ),
      )
    await end('revoked_at')
    await expectProblem(await api('/pegawai', own), 401)
    const other = await newToken('perencana')
    await end('expires_at')
    await expectProblem(await api('/pegawai', other), 401)
  })

  it('that is none, or no token at all, opens nothing', async () => {
    await expectProblem(await api('/pegawai', 'pw_salah'), 401)
    await expectProblem(await demo.ask('/api/v1/pegawai'), 401)
    await expectProblem(await demo.ask('/api/v1/pegawai', { headers: { Authorization: 'Basic YTpi' } }), 401)
  })
})

describe('every list', () => {
  const lists = [
    { path: '/instansi', limit: 2 },
    { path: '/units', limit: 500 },
    { path: '/jabatan', limit: 500 },
    { path: '/pegawai', limit: 500 },
    { path: '/competencies', limit: 9 },
    { path: '/coverage', limit: 2 },
    { path: '/needs', limit: 150 },
    { path: '/imports', limit: 100 },
    { path: '/plans', limit: 3 },
    { path: '/plans/3/goals', limit: 5 },
  ]

  it.each(lists)('$path names governments by region code, in text', async ({ path }) => {
    const { data } = await read(path)
    // A plan of the nation is no government's.
    const codes = data.map(row => row.instansi).filter(code => code != null)
    expect(
      codes.every(code => ['3001', '19', '19.01', '19.02', '19.03', '19.04', '19.05', '19.06', '19.71'].includes(code)),
    ).toBe(true)
  })

  it.each(lists)('$path takes a limit of 1 to 500', async ({ path }) => {
    for (const limit of ['501', '0', '-1', '1.5', 'banyak']) {
      const problem = await expectProblem(await api(`${path}?limit=${limit}`), 400)
      expect(problem.errors).toMatchObject([{ parameter: 'limit' }])
    }
    expect((await read(`${path}?limit=500`)).data.length).toBeLessThanOrEqual(500)
  })

  it.each(lists)('$path is walked by cursor, each row once', async ({ path, limit }) => {
    const rows = await walk(path, limit)
    const keys = rows.map(row => row.id ?? row.instansi)
    expect(new Set(keys).size).toBe(keys.length)
    const { rows: counted } = await asJob(demo.database.outer, tx =>
      sql<Record<string, number>>`
        SELECT (SELECT count(*)::int FROM instansi) AS "/instansi", (SELECT count(*)::int FROM unit) AS "/units",
               (SELECT count(*)::int FROM jabatan) AS "/jabatan", (SELECT count(*)::int FROM pegawai) AS "/pegawai",
               (SELECT count(*)::int FROM competency c JOIN dictionary d ON d.id = c.dictionary_id
                WHERE d.instansi_id IS NULL AND d.state = 'active') AS "/competencies", (SELECT count(*)::int FROM instansi) AS "/coverage",
               (SELECT count(*)::int FROM need WHERE kind = 'gap' AND post = 'held' AND people > 0) AS "/needs", 0 AS "/imports",
               (SELECT count(*)::int FROM development_plan) AS "/plans",
               (SELECT count(*)::int FROM goal WHERE plan_id = 3) AS "/plans/3/goals"`.execute(tx),
    )
    expect(rows.length).toBe(counted[0]![path])
  })

  it('of people goes up by id, within a government as asked', async () => {
    const ids = (await walk('/pegawai?instansi=19.01', 100)).map(row => row.id)
    expect(ids).toEqual([...ids].sort((a, b) => a - b))
    expect(ids.length).toBe(618 + 5)
  })

  it('below one thing is walked as well', async () => {
    const [need] = (await read('/needs')).data
    const people = await walk(`/needs/${need!.id}/people`, 3)
    expect(people.map(row => row.id)).toEqual((await read(`/needs/${need!.id}/people?limit=500`)).data.map(row => row.id))
    expect(people.length).toBe(need!.people)
    const results = await walk(`/pegawai/${people[0]!.id}/results`, 4)
    expect(results).toEqual((await read(`/pegawai/${people[0]!.id}/results?limit=500`)).data)
    expect(results.length).toBeGreaterThan(4)
  })

  it.each(lists.filter(({ path }) => path !== '/needs'))('$path refuses a cursor that is not ours', async ({ path }) => {
    for (const cursor of ['bukan', 'WyJ4Il0', 'Wy01XQ']) await expectProblem(await api(`${path}?cursor=${cursor}`), 400)
  })

  it('/needs refuses a cursor that is not ours', async () => {
    for (const cursor of ['bukan', 'WyJ4Il0', 'Wy01XQ']) await expectProblem(await api(`/needs?cursor=${cursor}`), 400)
  })
})

describe('one thing', () => {
  it('that is not there is a problem document', async () => {
    for (const path of [
      '/pegawai/999999',
      '/pegawai/999999/results',
      '/pegawai/999999/gaps',
      '/needs/999999',
      '/needs/999999/people',
      '/jabatan/999999/standard',
      '/imports/999999',
      '/coverage?instansi=99',
      '/tidak-ada',
    ]) {
      await expectProblem(await api(path), 404)
    }
  })

  it('whose number cannot be one is refused, never a fault of ours', async () => {
    for (const id of ['0', '-1', '1.5', 'x', '99999999999', '1e400']) {
      for (const path of [
        `/pegawai/${id}`,
        `/pegawai/${id}/results`,
        `/pegawai/${id}/gaps`,
        `/needs/${id}`,
        `/needs/${id}/people`,
      ]) {
        await expectProblem(await api(path), 400)
      }
      for (const path of [`/jabatan/${id}/standard`, `/imports/${id}`]) await expectProblem(await api(path), 400)
    }
    for (const path of ['/pegawai/99999999999', '/kebutuhan/99999999999', '/kebutuhan/99999999999.xlsx', '/impor/99999999999']) {
      expect((await demo.ask(path, bearer())).status, path).toBe(404)
    }
  })
})

describe('the coverage', () => {
  it('of the province is what the mission says: 5.210 of 6.129', async () => {
    expect(await read('/coverage?instansi=19')).toEqual({ instansi: '19', active: 6129, assessed: 5210, percent: 85 })
  })

  it('of those without people is unknown, not zero', async () => {
    expect(await read('/coverage?instansi=3001')).toEqual({ instansi: '3001', active: 0, assessed: 0, percent: null })
  })
})

describe('the needs', () => {
  let needs: Need[] = []
  beforeAll(async () => {
    needs = (await walk('/needs', 500)) as Need[]
  })

  it('stand highest score first, then by id, what has no score last', () => {
    const order = (a: Need, b: Need) => (b.score ?? -1) - (a.score ?? -1) || a.id - b.id
    expect(needs.map(need => need.id)).toEqual([...needs].sort(order).map(need => need.id))
    expect(needs.length).toBeGreaterThan(500)
  })

  it('are scored by the weighted mean of the components that are known: 30, 20, 25, 15, 10', () => {
    for (const need of needs) {
      const { gap, dif, goal, mandate, reach } = need.components
      const parts = [
        [30, gap],
        [20, dif],
        [25, goal],
        [15, mandate],
        [10, reach],
      ] as const
      const known = parts.filter(([, value]) => value !== null)
      expect(need.completeness, `need ${need.id}`).toBe(known.length)
      expect(known.every(([, value]) => value! >= 0 && value! <= 1)).toBe(true)
      if (known.length < 2) {
        expect([need.score, need.tier]).toEqual([null, 'belum_dapat_dinilai'])
        continue
      }
      const mean =
        known.reduce((sum, [weight, value]) => sum + weight * value!, 0) / known.reduce((sum, [weight]) => sum + weight, 0)
      // A component is shown to six places, so that half a millionth may be missing on either side.
      expect(Math.abs(need.score! - mean), `need ${need.id}`).toBeLessThanOrEqual(1.000001e-6)
      expect(need.tier, `need ${need.id}`).toBe(need.score! >= 0.7 ? 'urgen' : need.score! >= 0.45 ? 'penting' : 'dapat_ditunda')
    }
    expect(new Set(needs.map(need => need.completeness)).size, 'some are more complete than others').toBeGreaterThan(1)
    expect(new Set(needs.map(need => need.tier))).toEqual(new Set(['urgen', 'penting', 'dapat_ditunda']))
  })

  it('are of all four pillars, in the province alone as well', () => {
    for (const some of [needs, needs.filter(need => need.instansi === '19')]) {
      expect(new Set(some.map(need => need.competency.pillar))).toEqual(
        new Set(['teknis', 'manajerial', 'sosial_kultural', 'pemerintahan']),
      )
    }
  })

  it('keep their ids when everything is calculated anew', async () => {
    await demo.database.asOwner(db => sql`ANALYZE`.execute(db))
    await recalculateAll(demo.services)
    const again = (await walk('/needs', 500)) as Need[]
    expect(again).toEqual(needs)
  })
})

describe('the heatmap', () => {
  type HeatCell = {
    instansi: string
    unit: { id: number } | null
    competency: string
    assessed: number
    below: number
    levels: number
  }
  const cellsOf = async (query: string) => (await read<{ data: HeatCell[] }>(`/heatmap${query}`)).data

  it('of all governments sums what each has by OPD', async () => {
    const all = await cellsOf('')
    expect(new Set(all.map(cell => cell.instansi)).size).toBe(8)
    expect(all.every(cell => cell.unit === null)).toBe(true)
    const province = await cellsOf('?instansi=19')
    expect(province.every(cell => cell.unit !== null && cell.instansi === '19')).toBe(true)
    const sums = new Map<string, number[]>()
    for (const { competency, assessed, below, levels } of province) {
      const [a, b, l] = sums.get(competency) ?? [0, 0, 0]
      sums.set(competency, [a! + assessed, b! + below, l! + levels])
    }
    const own = all.filter(cell => cell.instansi === '19')
    expect(own.length).toBe(sums.size)
    expect(own.map(cell => [cell.competency, [cell.assessed, cell.below, cell.levels]]).sort()).toEqual([...sums].sort())
  })

  it('stands on one page for who guides them: a row a government, each leading to its own', async () => {
    const cookie = await demo.signIn('pembina')
    const page = await (await demo.ask('/kesenjangan?instansi=semua', { headers: { cookie } })).text()
    expect(page).toContain('per pemerintah dan kompetensi')
    const rows = [...page.matchAll(/href="\/kesenjangan\?instansi=([\d.]+)"/g)].map(match => match[1])
    expect(new Set(rows)).toEqual(new Set(['19', '19.01', '19.02', '19.03', '19.04', '19.05', '19.06', '19.71']))
    expect((await demo.ask('/kesenjangan.xlsx?instansi=semua', { headers: { cookie } })).status).toBe(200)
  })
})

describe('the description of the API', () => {
  const operationsOf = ({ paths }: Description) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    )

  it('is OpenAPI 3.1, whole in itself, and open to read', async () => {
    const document = await describedAs(demo.ask)
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
      const steps = pointer!.replace(/^#\//, '').split('/')
      expect(
        steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document),
        pointer,
      ).toBeDefined()
    }
    for (const { path, method, operation } of operationsOf(document)) {
      const inPath = (operation.parameters ?? []).filter(one => one.in === 'path')
      expect(inPath.map(one => one.name).sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort())
      expect(
        inPath.every(one => one.required),
        path,
      ).toBe(true)
      expect(
        Object.keys(operation.responses).some(status => /^2\d\d$/.test(status)),
        `${method} ${path}`,
      ).toBe(true)
      expect(operation.responses, `${method} ${path}`).toHaveProperty('401')
    }
  })

  it('describes every operation there is', async () => {
    const described = operationsOf(await describedAs(demo.ask)).map(
      ({ path, method }) => `${method.toUpperCase()} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    )
    const routes = demo.app.routes.filter(route => route.method !== 'ALL' && route.path.startsWith('/api/v1/'))
    expect(described.sort()).toEqual([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort())
  })
})
