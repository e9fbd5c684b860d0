import { formatDate } from '../src/platform/i18n/index.ts'
import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench, quantile } from './figure.ts'
import { multiply } from './multiply.ts'

const samples = 25
const giveUp = 30_000

type Gap = {
  competency: { code: string; pillar: string }
  required: number
  held: number | null
  gap: number | null
  needId: number | null
}
type Need = { id: number; people: number; jenjang: string }

/** What a user of the running system sees, and does. */
function office(url: string, cookie: string) {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, { ...init, headers: { cookie, ...init.headers } })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const json = async <T>(path: string) => (await (await ask(`/api/v1${path}`)).json()) as T
  const text = async (path: string) => (await ask(path)).text()
  return {
    text,
    gaps: async (person: number) => (await json<{ data: Gap[] }>(`/pegawai/${person}/gaps`)).data,
    need: (id: number) => json<Need>(`/needs/${id}`),
    assessed: async () => (await json<{ assessed: number }>('/coverage?instansi=19')).assessed,
    async needs() {
      const people = new Map<number, number>()
      for (let next: string | null = ''; next !== null; ) {
        const part: { data: Need[]; next: string | null } = await json(`/needs?instansi=19&limit=500&cursor=${next}`)
        for (const need of part.data) people.set(need.id, need.people)
        next = part.next
      }
      return people
    },
    record: (person: number, assessedOn: string, competency: string, level: number) =>
      ask(`/api/v1/pegawai/${person}/results`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ method: 'assessment_center', assessedOn, levels: [{ competency, level }] }),
      }),
  }
}
type Office = ReturnType<typeof office>

/** People of the province who have no valid result, and a managerial competency that their jabatan asks of them. */
async function unmapped(of: Office): Promise<{ person: number; asked: Gap }[]> {
  const found: { person: number; asked: Gap }[] = []
  for (let page = 1; found.length < samples; page++) {
    const list = await of.text(`/pemetaan/belum?instansi=19&halaman=${page}`)
    const people = new Set([...list.matchAll(/href="\/pegawai\/(\d+)"/g)].map(match => Number(match[1])))
    if (people.size === 0) throw new Error('not enough people without a result')
    for (const person of people) {
      const asked = (await of.gaps(person)).find(
        gap => gap.competency.pillar === 'manajerial' && gap.required > 1 && gap.held === null,
      )
      if (asked && found.length < samples) found.push({ person, asked })
    }
  }
  return found
}

/** Until `check` holds; the milliseconds since `started`. */
async function seen(started: number, check: () => Promise<boolean>): Promise<number> {
  while (!(await check())) {
    if (performance.now() - started > giveUp) throw new Error(`not seen after ${giveUp} ms: ${check}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  return performance.now() - started
}

/** One level below the standard is recorded for a person nobody had assessed; until each place that shows it does. */
async function change(of: Office, today: string, needs: Map<number, number>, { person, asked }: { person: number; asked: Gap }) {
  const level = asked.required - 1
  const before = await of.assessed()
  const shownDay = formatDate(today, 'id')
  if ((await of.text(`/pegawai/${person}`)).includes(shownDay))
    throw new Error(`the page of ${person} shows today before the change`)
  const started = performance.now()
  await of.record(person, today, asked.competency.code, level)
  const recorded = performance.now() - started
  let needId = 0
  await seen(started, async () => {
    const gap = (await of.gaps(person)).find(one => one.competency.code === asked.competency.code)
    needId = gap?.gap === -1 && gap.held === level ? (gap.needId ?? 0) : 0
    return needId > 0
  })
  const people = (needs.get(needId) ?? 0) + 1
  needs.set(needId, people)
  let need: Need | undefined
  await seen(started, async () => {
    need = await of.need(needId)
    return need.people === people
  })
  const ranking = `/kebutuhan?instansi=19&jenjang=${need!.jenjang}&q=${encodeURIComponent(asked.competency.code)}`
  await seen(started, async () => (await of.text(ranking)).includes(`href="/kebutuhan/${needId}"`))
  await seen(started, async () => (await of.assessed()) === before + 1)
  const everywhere = await seen(started, async () => (await of.text(`/pegawai/${person}`)).includes(shownDay))
  return { recorded, everywhere }
}

async function measure(copies: number) {
  const { folder, remove } = temporaryFolder()
  await (await startServer(folder)).stop() // loads the demo
  if (copies > 0) await multiply(folder, copies)
  const server = await startServer(folder)
  const of = office(server.url, await signIn(server.url, 'pengelola'))
  const today = new Date().toISOString().slice(0, 10)
  const needs = await of.needs()
  const [first, ...rest] = await unmapped(of)
  await change(of, today, needs, first!)
  const times: { recorded: number; everywhere: number }[] = []
  for (const one of rest) times.push(await change(of, today, needs, one))
  await server.stop()
  remove()
  const of95 = (what: 'recorded' | 'everywhere') =>
    quantile(
      times.map(time => time[what]),
      0.95,
    )
  return {
    median: quantile(
      times.map(time => time.everywhere),
      0.5,
    ),
    p95: of95('everywhere'),
    recorded: of95('recorded'),
  }
}

/** One result is recorded through the API of a running server; until gap, need, ranking, coverage and profile all show it. */
export const bench: Bench = {
  async run() {
    const now = await measure(0)
    const tenfold = await measure(9)
    return [
      atMost(
        'one result recorded, until all screens show it, p95',
        now.p95,
        'ms',
        1000,
        `median ${now.median.toFixed(0)} ms; the request itself p95 ${now.recorded.toFixed(0)} ms`,
      ),
      atMost(
        'with ten times the people, p95',
        tenfold.p95,
        'ms',
        1000,
        `median ${tenfold.median.toFixed(0)} ms; the request itself p95 ${tenfold.recorded.toFixed(0)} ms`,
      ),
      atMost(
        'ten times the people over the above, medians',
        tenfold.median / now.median,
        '×',
        1.5,
        'no cost that grows with the people would be 1',
      ),
    ]
  },
}
