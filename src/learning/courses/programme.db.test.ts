import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newCourse, newProvider } from '../../../test/factories/classes.ts'
import { newInstansi } from '../../../test/factories/people.ts'
import { asJob, type Database } from '../../platform/db/index.ts'
import { courseRoutes } from './routes.ts'
import { programmeById } from './store/programme.ts'

let database: Database
const o = { province: 0, provider: 0, courses: [] as number[], foreign: 0 }

beforeAll(async () => {
  database = await testDatabase()
  await asJob(database.outer, async tx => {
    o.province = await newInstansi(tx, { kind: 'provinsi' })
    o.provider = await newProvider(tx, { instansi_id: o.province })
    const other = await newProvider(tx, { instansi_id: await newInstansi(tx) })
    for (const title of ['Satu', 'Dua', 'Tiga'])
      o.courses.push((await newCourse(tx, { provider_id: o.provider, title })).courseId)
    o.foreign = (await newCourse(tx, { provider_id: other, title: 'Orang lain' })).courseId
  })
})
afterAll(() => database.close())

const as = () => browser(actor({ grants: [grant('pengelola', [o.province])] }), { pages: courseRoutes(servicesFor(database)) })
let codes = 0
async function programme(): Promise<string> {
  const { location, text } = await as().post('/kursus/program', {
    lembaga: String(o.provider),
    kode: `JALUR-${++codes}`,
    judul: 'Jalur uji',
  })
  if (!location) throw new Error(text)
  return location
}
const [card, sets] = [
  { kode: 'JALUR-X', judul: 'Jalur uji', ringkasan: '' },
  () => ({
    set0_judul: 'Dasar',
    set0_kursus0: String(o.courses[0]),
    set1_judul: 'Pilihan',
    set1_cukup: '1',
    set1_kursus0: String(o.courses[2]),
    set1_kursus2: String(o.courses[1]),
  }),
]
const stored = async (path: string) => (await programmeById(database.outer, Number(path.split('/').at(-1))))!

describe('a programme', () => {
  it('is built of sets in their order, empty places left out', async () => {
    const path = await programme()
    expect((await as().post(path, { ...card, ...sets() })).status).toBe(303)
    expect((await stored(path)).sets.map(({ title, needed, courseIds }) => ({ title, needed, courseIds }))).toEqual([
      { title: 'Dasar', needed: null, courseIds: [o.courses[0]] },
      { title: 'Pilihan', needed: 1, courseIds: [o.courses[2], o.courses[1]] },
    ])
    expect((await as().get(path)).text).toContain('Pilihan')
  })

  it('refuses two of one, a set without a name, a course of another provider, and keeps what was typed', async () => {
    const path = await programme()
    const answer = await as().post(path, {
      kode: 'JALUR-Y',
      judul: 'Tetap ada',
      set0_cukup: '2',
      set0_kursus0: String(o.foreign),
    })
    expect(answer.status).toBe(422)
    for (const words of [
      'Tetap ada',
      'Set 1: set belum bernama.',
      'Set 1: jumlah yang cukup melebihi',
      'Set 1: set belum berisi kursus',
    ])
      expect(answer.text).toContain(words)
    expect((await stored(path)).sets).toEqual([])
  })

  it('is offered only when it holds together, and taken out again', async () => {
    const path = await programme()
    await as().post(`${path}/tawarkan`, {})
    expect((await stored(path)).state).toBe('draft')
    expect((await as().get(path)).text).toContain('belum ada set')
    await as().post(path, { ...card, kode: 'JALUR-Z', ...sets() })
    await as().post(`${path}/tawarkan`, {})
    expect((await stored(path)).state).toBe('active')
    expect((await as().post(path, { kode: 'JALUR-Z', judul: 'Jalur uji' })).status).toBe(422)
    await as().post(`${path}/tarik`, {})
    expect((await stored(path)).state).toBe('archived')
    expect((await as().get('/kursus/program')).text).toContain('Ditarik')
  })
})
