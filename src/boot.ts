import { join } from 'node:path'
import { loadDemo, type Shelf } from '../seeds/demo/index.ts'
import { loadReference } from '../seeds/reference/index.ts'
import { campaignJobs, learningEvidenceJobs } from './assessment/index.ts'
import { documentKinds } from './document-kinds.ts'
import { createAuth, hashPassword, openingJobs, sessionSecret } from './identity/index.ts'
import { importKinds } from './import-kinds.ts'
import { importJobs } from './imports/index.ts'
import { readSiasnSettings, siasnJobs } from './integrations/index.ts'
import { learningJobs, recogniseAll } from './learning/index.ts'
import { needsJobs, recalculateAll, recountJobs } from './needs/index.ts'
import { noticesJobs } from './notices/index.ts'
import { sealAudit } from './platform/audit/index.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { asJob, type Database, type Db, migrate, openDatabase, sql } from './platform/db/index.ts'
import { documentJobs } from './platform/documents/index.ts'
import { folderFiles } from './platform/files/index.ts'
import type { Services } from './platform/http/context.ts'
import { createJobs } from './platform/jobs/index.ts'
import { createLog } from './platform/log.ts'

/** Something the operator must decide; its message is printed as it is, without a stack. */
export class CannotStart extends Error {}

const setting = async (db: Db, key: string) =>
  (await sql<{ value: unknown }>`SELECT value FROM setting WHERE key = ${key}`.execute(db)).rows[0]?.value

async function fill(database: Database, config: Config, shelf: Shelf): Promise<void> {
  const db = database.outer
  const isDemo = (await setting(db, 'demo')) !== undefined
  if (isDemo && !config.demo) {
    throw new CannotStart(
      'Basis data ini berisi data contoh (demo), sedangkan PIAWAI_DEMO=0 diminta. Data contoh tidak dicampur dengan data sungguhan.\nPakai PIAWAI_DATA atau DATABASE_URL lain untuk data sungguhan; tidak ada yang diubah.',
    )
  }
  if (!config.demo) {
    await asJob(db, loadReference)
    return
  }
  if (isDemo) {
    // Killed between loading and calculating: the derived figures are made now.
    const calculated = (await asJob(db, tx => sql`SELECT 1 FROM coverage LIMIT 1`.execute(tx))).rows.length > 0
    if (!calculated) {
      await recogniseAll({ db, clock: systemClock })
      await recalculateAll({ db, clock: systemClock })
    }
    return
  }
  const real =
    (await sql`SELECT 1 FROM instansi LIMIT 1`.execute(db)).rows.length > 0 || (await setting(db, 'set_up_key')) !== undefined
  if (real) {
    throw new CannotStart(
      'Basis data ini sudah disiapkan untuk data sungguhan, jadi data contoh tidak dimuat ke dalamnya.\nSetel PIAWAI_DEMO=0, atau pakai PIAWAI_DATA lain untuk mencoba demo; tidak ada yang diubah.',
    )
  }
  await loadDemo(database, { today: systemClock.today(), hashPassword, shelf })
  await database.analyze()
  await recogniseAll({ db, clock: systemClock })
  await recalculateAll({ db, clock: systemClock })
  await database.analyze() // what was calculated, too: the first pages are asked for now
}

/** Opens the database, brings it up to date, fills it where it is new, and wires what all entry points share. */
export async function boot(config: Config, root: string): Promise<Services & { auth: ReturnType<typeof createAuth> }> {
  const log = createLog(config.logLevel)
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataFolder: config.dataFolder })
  try {
    await migrate(database, join(root, 'migrations'))
    const files = folderFiles(join(config.dataFolder, 'files'))
    await fill(database, config, { from: join(root, 'seeds/demo/files'), files })
    const jobs = createJobs(database, log)
    const services: Services = {
      config,
      clock: systemClock,
      database,
      db: database.outer,
      files,
      jobs,
      log,
    }
    needsJobs(services)
    recountJobs(services)
    campaignJobs(services)
    learningJobs(services)
    learningEvidenceJobs(services)
    importJobs(services, importKinds)
    siasnJobs(services, readSiasnSettings(process.env))
    openingJobs(services)
    noticesJobs(services)
    documentJobs(services, documentKinds)
    jobs.on('audit.seal', async () => {
      await asJob(database.outer, tx => sealAudit(tx, systemClock.now()))
    })
    jobs.every('* * * * *', 'audit.seal')
    return { ...services, auth: createAuth(database.outer, await sessionSecret(database.outer), config.publicUrl) }
  } catch (error) {
    await database.close()
    throw error
  }
}
