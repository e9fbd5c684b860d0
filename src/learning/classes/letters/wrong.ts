import type { Db } from '../../../platform/db/index.ts'
import { runClassById } from '../run/store.ts'
import { misfitOf } from './rules/misfit.ts'
import { lettersOf } from './store.ts'

/** How many letters of a class became wrong: it is cancelled, or held on other days or elsewhere than they say. */
export async function wrongLetters(db: Db, classId: number): Promise<number> {
  const cls = await runClassById(db, classId)
  return cls === null ? 0 : (await lettersOf(db, classId)).filter(one => misfitOf(one, cls) !== null).length
}
