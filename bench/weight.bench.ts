import { chromium } from 'playwright-core'
import { chromiumOptions } from '../test/journeys/browser.ts'
import { startServer, temporaryFolder } from '../test/running-server.ts'
import { atMost, type Bench } from './figure.ts'

/** What the first visit to a pegawai's home brings over the line, in Chromium: the sign-in is another page, its cache is dropped. */
export const bench: Bench = {
  async run() {
    const { folder, remove } = temporaryFolder()
    const server = await startServer(folder)
    const browser = await chromium.launch(chromiumOptions)
    try {
      const signedIn = await browser.newContext()
      const page = await signedIn.newPage()
      await page.goto(`${server.url}/masuk`)
      await page.fill('input[name=akun]', 'pegawai')
      await page.fill('input[name=sandi]', 'piawai-demo')
      await page.press('input[name=sandi]', 'Enter')
      await page.waitForURL(`${server.url}/`)
      // A fresh browser profile with the same session: nothing cached.
      const first = await browser.newContext({
        storageState: await signedIn.storageState(),
        viewport: { width: 360, height: 740 },
      })
      const visit = await first.newPage()
      const client = await first.newCDPSession(visit)
      await client.send('Network.enable')
      const types = new Map<string, string>()
      let bytes = 0
      let script = 0
      client.on('Network.responseReceived', event => types.set(event.requestId, event.type))
      client.on('Network.loadingFinished', event => {
        bytes += event.encodedDataLength
        if (types.get(event.requestId) === 'Script') script += event.encodedDataLength
      })
      await visit.goto(server.url, { waitUntil: 'networkidle' })
      return [
        atMost('pegawai home, first visit, over the line', bytes / 1000, 'kB', 60, 'budget of LOOK: 60 kB'),
        atMost('requests', types.size, 'requests', 10),
        atMost('of it JavaScript', script / 1000, 'kB', 15),
      ]
    } finally {
      await browser.close()
      await server.stop()
      remove()
    }
  },
}
