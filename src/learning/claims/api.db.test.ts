import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { bareApp } from '../../../test/factories/app.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'

let database: Database
let app: Awaited<ReturnType<typeof bareApp>>
const cookies = { ani: '', keeper: '' }

beforeAll(async () => {
  database = await testDatabase()
  app = await bareApp(database)
  const password = 'kereta malam ke barat'
  const { instansi, pegawaiId } = await asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx, { region_code: '91' })
    const unit_id = await newUnit(tx, { instansi_id: instansi })
    return { instansi, pegawaiId: await newPegawai(tx, { instansi_id: instansi, unit_id, name: 'Ani' }) }
  })
  await app.account('ani', password, { pegawaiId })
  const keeper = await app.account('petugas', password)
  await asJob(database.outer, tx =>
    sql`INSERT INTO identity.role_grant (account_id, role, place, instansi_id, granted_by) VALUES (${keeper}, 'pengelola', 'instansi', ${instansi}, ${keeper})`.execute(
      tx,
    ),
  )
  cookies.ani = await app.signIn('ani', password)
  cookies.keeper = await app.signIn('petugas', password)
}, 60_000)
afterAll(async () => {
  app.cleanUp()
  await database.close()
})

const send = async (who: keyof typeof cookies, path: string, body: object) => {
  const answer = await app.ask(`/api/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { cookie: cookies[who], 'content-type': 'application/json' },
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const list = async (who: keyof typeof cookies, path: string) =>
  ((await (await app.get(`/api/v1${path}`, cookies[who])).json()) as { data: Record<string, unknown>[] }).data
const base64 = (text: string) => Buffer.from(text).toString('base64')
const claim = {
  form: 'bimtek',
  name: 'Bimtek Statistik',
  organiser: 'BPS',
  endedOn: '2026-11-04',
  jp: 8,
  certificateNumber: 'B-7781',
  file: { name: 'a.pdf', base64: base64('%PDF-1.4 uji') },
}

describe('claims by program', () => {
  it('go the same way as by the form, to the record', async () => {
    const made = await send('ani', '/claims', claim)
    expect(made).toMatchObject({ status: 201, body: { state: 'submitted', problems: [] } })
    const id = Number(made.body.id)
    expect(await list('ani', '/claims')).toMatchObject([
      { id, state: 'submitted', instansi: '91', file: `/klaim/${id}/berkas`, flags: [] },
    ])
    expect(await list('keeper', '/claims/queue?instansi=91')).toMatchObject([{ id, person: 'Ani' }])
    expect(await list('keeper', '/claims/queue?instansi=92')).toEqual([])
    expect(await list('ani', '/claims/queue')).toEqual([])
    expect((await send('keeper', `/claims/${id}/decision`, { decision: 'return', reason: '' })).status).toBe(422)
    expect((await send('ani', `/claims/${id}/decision`, { decision: 'verify' })).status).toBe(404)
    expect(
      (await send('keeper', `/claims/${id}/decision`, { decision: 'verify', correct: { jp: 6 }, reason: 'Tertulis 6 JP' }))
        .status,
    ).toBe(200)
    expect((await send('keeper', `/claims/${id}/decision`, { decision: 'verify' })).status).toBe(409)
    const { rows } = await asJob(database.outer, tx => sql`SELECT jp, source FROM learning_record`.execute(tx))
    expect(rows).toEqual([{ jp: 6, source: 'klaim' }])
  })

  it('that is recorded already is a conflict', async () => {
    const again = await send('ani', '/claims', claim)
    expect(again.status).toBe(201)
    const found = (await list('keeper', '/claims/queue')).find(one => one.id === again.body.id)
    expect(found?.flags).toContainEqual({ kind: 'recorded', blocks: true })
    expect((await send('keeper', `/claims/${again.body.id}/decision`, { decision: 'verify' })).status).toBe(409)
  })

  it('stay a draft where something is wrong, which is told; nothing at all is refused', async () => {
    const page = await send('ani', '/claims', {
      ...claim,
      endedOn: '2026-02-31',
      file: { name: 'a.pdf', base64: base64('<html>') },
    })
    expect(page.body).toMatchObject({ state: 'draft' })
    expect((page.body.problems as { field: string }[]).map(one => one.field)).toEqual(['selesai', 'berkas', 'berkas'])
    expect((await send('ani', '/claims', {})).status).toBe(422)
    expect((await send('ani', '/claims', { form: 'diklat' })).status).toBe(400)
    expect((await send('keeper', '/claims', claim)).status).toBe(403)
  })
})
