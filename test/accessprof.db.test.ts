import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from './database.ts'
import { loadDemo } from '../seeds/demo/index.ts'
import { recalculateAll } from '../src/needs/index.ts'
import { systemClock } from '../src/platform/clock.ts'
import { hashPassword } from '../src/identity/index.ts'
it('x', async () => {
  let t = performance.now()
  const lap = (n: string) => { console.log('LAP', n, Math.round(performance.now() - t)); t = performance.now() }
  const database = await testDatabase(); lap('open')
  await loadDemo(database, { today: systemClock.today(), hashPassword }); lap('load')
  await database.analyze(); lap('analyze')
  await recalculateAll({ db: database.outer, clock: systemClock } as never); lap('recalc')
  await recalculateAll({ db: database.outer, clock: systemClock } as never); lap('recalc again')
  await hashPassword('x'); lap('hash')
  if (database.embedded) { const d = await database.embedded.dump(); lap('dump'); console.log(d.length) }
  await database.close(); lap('close')
}, 200_000)
