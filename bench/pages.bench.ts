import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { atLeast, atMost, type Figure, quantile } from './figure.ts'
import { keepAlive } from './keep-alive.ts'
import { onBothEngines } from './own-database.ts'

const clients = 8
const warmSeconds = 4
const seconds = 12
/** A page of the same server that asks no database and needs no sign-in. */
const staticPage = '/_ui'

const managers = ['pengelola', 'perencana', 'bappeda', 'pembina', 'pimpinan', 'nasional']
const accounts = [...managers, 'atasan', 'pegawai']

type Page = { name: string; path: string; accounts: string[]; shows: string }

/** The five pages, and of the eight accounts those that may open each. */
function pages(person: number): Page[] {
  return [
    { name: 'home', path: '/', accounts, shows: '<h1' },
    { name: 'team', path: '/tim', accounts: ['atasan'], shows: 'data-table' },
    { name: 'ranking', path: '/kebutuhan?instansi=19', accounts: managers, shows: 'data-table' },
    { name: 'heatmap', path: '/kesenjangan?instansi=19', accounts: managers, shows: 'heat-scroll' },
    { name: 'person', path: `/pegawai/${person}`, accounts: accounts.filter(one => one !== 'bappeda'), shows: '<svg' },
  ]
}

/** `pegawai` sees one person, whom all others but bappeda see too. */
async function personOf(url: string, cookie: string): Promise<number> {
  const seen = (await (await fetch(`${url}/api/v1/pegawai`, { headers: { cookie } })).json()) as { data: { id: number }[] }
  if (seen.data.length !== 1) throw new Error('pegawai does not see exactly one person')
  return seen.data[0]!.id
}

async function measure(engine: string, env: Record<string, string>, reach: number): Promise<Figure[]> {
  const { folder, remove } = temporaryFolder()
  const server = await startServer(folder, env)
  const hands = keepAlive(server.url, clients)
  try {
    const cookies = new Map<string, string>()
    for (const account of accounts) cookies.set(account, await signIn(server.url, account))
    const walk = pages(await personOf(server.url, cookies.get('pegawai')!))
    for (const page of walk)
      for (const account of page.accounts) {
        const answer = await fetch(server.url + page.path, { headers: { cookie: cookies.get(account)! } })
        if (answer.status !== 200 || !(await answer.text()).includes(page.shows))
          throw new Error(`${account} does not see ${page.path} (${answer.status})`)
      }
    const request = (n: number) => {
      const page = walk[n % walk.length]!
      const account = page.accounts[Math.floor(n / walk.length) % page.accounts.length]!
      return { path: page.path, cookie: cookies.get(account) }
    }
    const reference = () => ({ path: staticPage })
    await hands.during(warmSeconds, request)
    await hands.during(1, reference)
    const bare = await hands.during(3, reference)
    const { answers, perSecond } = await hands.during(seconds, request)
    const times = answers.map(answer => answer.milliseconds)
    const each = walk.map((page, k) => {
      const own = answers.filter(answer => answer.n % walk.length === k)
      return `${page.name} ${quantile(
        own.map(answer => answer.milliseconds),
        0.5,
      ).toFixed(0)}`
    })
    return [
      atLeast(
        `${engine}: pages a second, ${clients} clients`,
        perSecond,
        'pages/s',
        reach,
        `${staticPage} (no database) ${bare.perSecond.toFixed(0)} pages/s, ${(perSecond / bare.perSecond).toFixed(2)}× that`,
      ),
      atMost(`${engine}: of a page, p95`, quantile(times, 0.95), 'ms', 150, `p50 ms: ${each.join(', ')}`),
      atMost(`${engine}: of a page, p50`, quantile(times, 0.5), 'ms', null),
    ]
  } finally {
    hands.close()
    await server.stop()
    remove()
  }
}

/**
 * Home, team, ranking, heatmap and person of the demo in equal shares, asked by eight accounts over connections that stay open; embedded,
 * and on PostgreSQL where TEST_DATABASE_URL names a server. Row-level security is on and nothing is cached between requests.
 */
export const bench = onBothEngines(measure, { embedded: 60, postgres: 150 })
