import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench } from './figure.ts'

async function usable(folder: string) {
  const started = performance.now()
  const server = await startServer(folder)
  const cookie = await signIn(server.url, 'pengelola')
  const home = await fetch(server.url, { headers: { cookie } })
  const text = await home.text()
  if (home.status !== 200 || !text.includes('5.210')) throw new Error('the home page does not show the demo')
  const seconds = (performance.now() - started) / 1000
  await server.stop()
  return seconds
}

/** From the command to the home page of `pengelola`, with the demo; then once more on the same data. */
export const bench: Bench = {
  async run() {
    const { folder, remove } = temporaryFolder()
    try {
      const first = await usable(folder)
      const next = await usable(folder)
      return [
        atMost('first start, empty data folder, to a usable page', first, 's', 60, `next start ${next.toFixed(2)} s`),
        atMost('next start, to a usable page', next, 's', 5, `first start ${first.toFixed(2)} s`),
      ]
    } finally {
      remove()
    }
  },
}
