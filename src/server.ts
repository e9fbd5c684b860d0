import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { boot, CannotStart } from './boot.ts'
import { setUpKey } from './identity/index.ts'
import { readAssets } from './platform/assets.ts'
import { readConfig } from './platform/config.ts'
import { DataFolderInUse } from './platform/db/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url)) // of the package: this runs from dist/server

async function main() {
  const config = readConfig(process.env)
  const services = await boot(config, root)
  const app = createApp(services, services.auth, readAssets(`${root}dist/client`))
  await services.jobs.start()

  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, () => resolve(starting))
    starting.on('error', reject)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  const url = config.publicUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  const key = await setUpKey(services.db)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    server.close()
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 2000).unref()
    await services.jobs.stop()
    await services.database.close()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // Only now: who reads this line may also end the process.
  console.log(key ? `Piawai siap disiapkan (tautan sekali pakai): ${url}/pasang?kunci=${key}` : `Piawai siap: ${url}`)
}

main().catch(error => {
  const forPeople =
    error instanceof CannotStart || error instanceof DataFolderInUse || /Pengaturan|Mode demo/.test(error?.message ?? '')
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error(
      `Alamat ${process.env.HOST ?? '127.0.0.1'}:${process.env.PORT ?? 3000} sudah dipakai program lain. Setel PORT ke nomor lain, misalnya PORT=3001 npm start.`,
    )
  } else console.error(forPeople ? error.message : error)
  process.exit(1)
})
