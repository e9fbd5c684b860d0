import { type Notice, notify } from '../../notices/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { achievedPath } from './achieved.ts'
import { endedWords } from './notice-words.ts'
import { type Ended, nameOf } from './store.ts'

/** Tells who ended a class that their result is there: who passed is led to what that brought. A correction is told anew. */
export async function tellEnded(tx: Tx, classId: number, ended: readonly Ended[], at: Date): Promise<void> {
  if (ended.length === 0) return
  const name = await nameOf(tx, classId)
  const { id, en } = endedWords
  const about = (outcome: 'passed' | 'failed'): Notice => ({
    topic: 'class',
    to: { pegawaiIds: ended.filter(one => one.passed === (outcome === 'passed')).map(one => one.pegawaiId) },
    title: { id: id.title(name), en: en.title(name) },
    body: { id: id[outcome], en: en[outcome] },
    href: outcome === 'passed' ? achievedPath(classId) : `/belajar/${classId}`,
    duty: false,
    key: `class:${classId}:${outcome}:${at.getTime()}`,
  })
  await notify(tx, [about('passed'), about('failed')])
}
