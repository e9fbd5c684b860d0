import { fileURLToPath } from 'node:url'
import { boot, CannotStart } from './boot.ts'
import { readConfig } from './platform/config.ts'

/** A process that only does jobs, beside app processes on a PostgreSQL server. */
const config = readConfig(process.env)
if (!config.databaseUrl) {
  console.error(
    'Pekerja terpisah hanya untuk PostgreSQL (DATABASE_URL). Pada basis data tertanam, server menjalankan pekerjaannya sendiri.',
  )
  process.exit(1)
}
const services = await boot(config, fileURLToPath(new URL('../../', import.meta.url))).catch(error => {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exit(1)
})
await services.jobs.start()
console.log('Pekerja Piawai berjalan.')
const stop = async () => {
  await services.jobs.stop()
  await services.database.close()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
