import { asJob, type Database, sql } from '../../src/platform/db/index.ts'
import { loadReference } from '../reference/index.ts'
import { demoPassword } from './accounts.ts'
import { insertActivities } from './activities.ts'
import { insertCampaigns } from './campaigns.ts'
import { insertClaims } from './claims.ts'
import { insertClasses } from './classes.ts'
import { insertCommunities } from './communities.ts'
import { insertCourses } from './courses.ts'
import { insertEvaluation } from './evaluation.ts'
import { generateDemo } from './generate.ts'
import { insertLearned } from './learned.ts'
import { insertLessons, type Shelf } from './lessons.ts'
import { insertDemo } from './load.ts'
import { insertNotices } from './notices.ts'
import { insertProviders } from './providers.ts'
import { insertSessions } from './sessions.ts'
import { insertSiasn } from './siasn.ts'

export { type Demo, generateDemo } from './generate.ts'
export type { Shelf } from './lessons.ts'

/**
 * Fills an empty database with the demo: eight governments of Bangka Belitung and some 10,400 invented people, the dictionary and
 * its default standards included. What is derived from them (profile, coverage, gaps, needs) is calculated afterwards by others.
 * Answers false, and does nothing, where the demo is loaded already.
 */
export async function loadDemo(
  database: Database,
  options: { today: string; hashPassword: (plain: string) => Promise<string>; shelf: Shelf },
): Promise<boolean> {
  const passwordHash = await options.hashPassword(demoPassword)
  return asJob(database.outer, async tx => {
    const loaded = await sql`SELECT FROM setting WHERE key = 'demo'`.execute(tx)
    if (loaded.rows.length > 0) return false
    await loadReference(tx)
    await insertDemo(tx, generateDemo(options.today), { today: options.today, passwordHash })
    await insertLearned(tx, options.today)
    await insertCampaigns(tx, options.today)
    await insertProviders(tx, options.today)
    await insertCourses(tx, options.today)
    await insertLessons(tx, options.today, options.shelf)
    await insertNotices(tx)
    await insertClasses(tx, options.today)
    await insertSessions(tx, options.today)
    await insertEvaluation(tx, options.today)
    await insertClaims(tx, options.today)
    await insertActivities(tx, options.today)
    await insertCommunities(tx, options.today)
    await insertSiasn(tx, options.today)
    return true
  })
}
