import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newUnit } from '../../test/factories/people.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { peopleRoutes } from './routes.ts'

let database: Database
let pages: ReturnType<typeof peopleRoutes>
const o = { instansi: 0, held: 0, wanted: 0, elsewhere: 0, ani: 0 }
beforeAll(async () => {
  database = await testDatabase()
  pages = peopleRoutes(servicesFor(database))
})
afterAll(() => database.close())
beforeEach(() =>
  asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    const other = await newInstansi(tx)
    const at = { instansi_id: o.instansi, unit_id: await newUnit(tx, { instansi_id: o.instansi }) }
    o.held = await newJabatan(tx, { ...at, name: 'Analis Pertama' })
    o.wanted = await newJabatan(tx, { ...at, name: 'Analis Muda' })
    o.elsewhere = await newJabatan(tx, { instansi_id: other, unit_id: await newUnit(tx, { instansi_id: other }) })
    o.ani = await newPegawai(tx, { ...at, jabatan_id: o.held, name: 'Ani' })
  }),
)

const own = () => browser(actor({ accountId: 'ani', pegawaiId: o.ani, homeInstansiId: o.instansi }), { pages })
const keeper = (instansi = o.instansi) => browser(actor({ grants: [grant('pengelola', [instansi])] }), { pages })
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const aim = async () =>
  (await rows<{ aim: number | null }>(`SELECT jabatan_aim_id AS aim FROM pegawai WHERE pegawai_id = ${o.ani}`))[0]!.aim
const path = () => `/pegawai/${o.ani}/dituju`

describe('the post aimed at', () => {
  it('is found by words and chosen by the person, audited, and their gaps alone are asked for', async () => {
    const page = await own().get(`${path()}?q=analis`)
    expect(page.text).toContain('Analis Muda')
    expect(page.text).not.toContain(`value="${o.held}"`)
    expect(await own().post(path(), { jabatan: String(o.wanted) })).toMatchObject({ status: 303, location: '/saya' })
    expect(await aim()).toBe(o.wanted)
    expect(
      await rows(`SELECT account_id, detail FROM audit_entry WHERE verb = 'set_aim' AND subject = 'pegawai:${o.ani}'`),
    ).toEqual([{ account_id: 'ani', detail: { before: null, after: o.wanted } }])
    expect(await rows("SELECT payload FROM outbox WHERE fact = 'people.changed' ORDER BY id DESC LIMIT 1")).toEqual([
      { payload: { instansiId: o.instansi, pegawaiIds: [o.ani] } },
    ])
  })

  it('is set and removed by who keeps the instansi, and said once only', async () => {
    await keeper().post(path(), { jabatan: String(o.wanted) })
    await keeper().post(path(), { jabatan: String(o.wanted) })
    await keeper().post(path(), { hapus: '1' })
    expect(await aim()).toBeNull()
    expect(await rows(`SELECT id FROM audit_entry WHERE verb = 'set_aim' AND subject = 'pegawai:${o.ani}'`)).toHaveLength(2)
  })

  it('is not the post held, not one of another government, and not somebody else’s to say', async () => {
    for (const [jabatan, words] of [
      [o.held, 'sedang diduduki'],
      [o.elsewhere, 'milik instansi lain'],
      ['', 'pilih satu dari daftar'],
    ] as const) {
      const answer = await own().post(path(), { jabatan: String(jabatan), q: 'analis' })
      expect([answer.status, answer.text.includes(words)]).toEqual([422, true])
    }
    expect((await keeper(o.instansi + 1000).post(path(), { jabatan: String(o.wanted) })).status).toBe(404)
    const leader = browser(actor({ pegawaiId: o.ani + 1000, teamIds: [o.ani] }), { pages })
    expect((await leader.post(path(), { jabatan: String(o.wanted) })).status).toBe(403)
    expect(await aim()).toBeNull()
  })
})
