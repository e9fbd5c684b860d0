import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { password, type RunningClass, runningClass } from '../../../../test/factories/running.ts'
import { type Database, sql } from '../../../platform/db/index.ts'

let database: Database
let world: RunningClass
beforeAll(async () => {
  database = await testDatabase()
  world = await runningClass(database)
})
afterAll(async () => {
  world.cleanUp()
  await database.close()
})

describe('the home of who holds classes', () => {
  it('names each class with its next step, the most urgent first', async () => {
    await world.schedule([{}])
    const { text } = await world.see('/')
    const [first, second] = [`href="${world.home}/hadir"`, `href="/kelas/${world.otherId}/jadwal"`].map(one => text.indexOf(one))
    expect(first).toBeGreaterThan(0)
    expect(second).toBeGreaterThan(first!)
    for (const words of ['Catat kehadiran hari ini', 'Susun jadwal', 'Dari 2 kelas', 'Buat kelas']) expect(text).toContain(words)
  })

  it('says that a class is to be closed from the day after its last, where it is held', async () => {
    world.setTime('2026-11-23T16:59:00Z') // 23.59 in Pangkalpinang
    expect((await world.see('/')).text).not.toContain('Tutup kelas')
    world.setTime('2026-11-23T17:00:00Z')
    expect((await world.see('/')).text).toContain(`href="${world.home}/penutupan"`)
    await world.asked(sql`UPDATE course_class SET state = 'cancelled' WHERE id = ${world.classId} RETURNING id`)
    expect((await world.see('/')).text).not.toContain(`href="${world.home}/penutupan"`)
  })

  it('is empty for who holds none, and no class of others is named', async () => {
    await world.account(`lain${world.classId}`, password, { role: 'penyelenggara' })
    const { text } = await world.see('/', await world.signIn(`lain${world.classId}`, password))
    expect([text.includes('Belum ada kelas'), text.includes('Angkatan'), text.includes('Buat kelas')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
