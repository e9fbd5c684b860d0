import { formatDate } from '../src/platform/i18n/index.ts'

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
export function office(url: string, cookie: string) {
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
export async function unmapped(of: Office, samples: number): Promise<{ person: number; asked: Gap }[]> {
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
export async function change(
  of: Office,
  today: string,
  needs: Map<number, number>,
  { person, asked }: { person: number; asked: Gap },
) {
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
