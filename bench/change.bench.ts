import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { change, office, unmapped } from './change.ts'
import { atMost, type Bench, quantile } from './figure.ts'
import { multiply } from './multiply.ts'

const samples = 25

async function measure(copies: number) {
  const { folder, remove } = temporaryFolder()
  await (await startServer(folder)).stop() // loads the demo
  if (copies > 0) await multiply(folder, copies)
  const server = await startServer(folder)
  const of = office(server.url, await signIn(server.url, 'pengelola'))
  const today = new Date().toISOString().slice(0, 10)
  const needs = await of.needs()
  const [first, ...rest] = await unmapped(of, samples)
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
