import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReference } from '../../seeds/reference/index.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant } from '../../test/factories/browser.ts'
import { agency, importServices } from '../../test/factories/imports.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { accreditationOn, accreditations, providersApi } from './index.ts'
import { setProviderClosed } from './store/provider.ts'

let database: Database
let made: ReturnType<typeof importServices>
const as = (who: Parameters<typeof actor>[0], language: 'id' | 'en' = 'id') => {
  const seen = browser(actor(who), { api: providersApi(made.services) }, language)
  const asked = async (method: string, path: string, body: object) => {
    const answer = await seen.send(`/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    })
    return { status: answer.status, body: answer.json() as Record<string, never> & { id: number; detail: string } }
  }
  return {
    get: async (path: string) => (await seen.get(`/api/v1${path}`)).json() as { data: { id: number }[]; next: string | null },
    post: (path: string, body: object) => asked('POST', path, body),
    patch: (path: string, body: object) => asked('PATCH', path, body),
  }
}
const keeper = { homeInstansiId: 19, grants: [grant('pengelola', [19])] }
const trail = async (subject: string) =>
  (
    await asJob(database.outer, tx =>
      sql<{ verb: string }>`SELECT verb FROM audit_entry WHERE subject = ${subject} ORDER BY id`.execute(tx),
    )
  ).rows.map(row => row.verb)

beforeAll(async () => {
  database = await testDatabase()
  made = importServices(database)
  await agency(database, 19)
  await agency(database, 20)
  await asJob(database.outer, loadReference)
  await asJob(database.outer, tx =>
    sql`INSERT INTO identity.user_account (id, name, email, username) VALUES ('uji', 'Penguji', 'uji@invalid', 'penguji')`.execute(
      tx,
    ),
  )
})
afterAll(async () => {
  await database.close()
  made.cleanUp()
})

const card = { kind: 'bpsdm', name: 'BPSDM Babel', shortName: 'BPSDM' }
const offer = {
  title: 'PBJ Tingkat Dasar',
  form: 'teknis',
  pattern: 'blended',
  programme: 'PBJ',
  jp: 60,
  costParticipant: 'Rp2.750.000',
  costFixed: 18_000_000,
  seatsMin: 20,
  seatsMax: 40,
  months: [4, 9],
  competencies: [{ code: 'T.PBJ.1', level: 2 }],
  entryRules: { employment: ['pns'], golonganFrom: 'II/c' },
}
const pka = { programme: 'PKA', accreditor: 'LAN', peringkat: 'A', decree: 'SK 1', from: '2022-03-01' }

describe('an institution by program', () => {
  it('comes into the register of who keeps one, once, with its trail', async () => {
    const first = await as(keeper).post('/providers', { ...card, website: 'https://bpsdm.example/' })
    expect([first.status, first.body]).toMatchObject([201, { id: 1, instansi: '19', shortName: 'BPSDM', closed: false }])
    const again = await as(keeper).post('/providers', { ...card, name: ' bpsdm babel ' })
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('Nama ini sudah ada')])
    expect(await trail('provider:1')).toEqual(['create_provider'])
  })

  it('changes only in the fields that are sent; the same again is no change', async () => {
    const to = { regionCode: '19.71', website: null }
    const changed = await as(keeper).patch('/providers/1', to)
    expect([changed.status, changed.body]).toMatchObject([200, { name: 'BPSDM Babel', regionCode: '19.71', website: null }])
    await as(keeper).patch('/providers/1', to)
    await as(keeper).patch('/providers/1', {})
    expect(await trail('provider:1')).toEqual(['create_provider', 'update_provider'])
  })

  it.each([
    [422, { ...card, name: '' }, 'name:'],
    [422, { ...card, name: 'x'.repeat(201) }, 'name:'],
    [422, { ...card, website: 'javascript:alert(1)' }, 'website:'],
    [400, { ...card, kind: 'universitas' }, 'kind:'],
    [400, { ...card, staff: ['uji'] }, 'staff'],
    [400, { kind: 'bpsdm' }, 'name:'],
  ])('is refused with %i, naming the field: %j', async (status, body, field) => {
    const refused = await as(keeper).post('/providers', body)
    expect([refused.status, refused.body.detail]).toEqual([status, expect.stringContaining(field)])
  })

  it('says what is wrong in the language that is asked for', async () => {
    const wrong = { ...card, name: '', email: 'salah' }
    expect((await as(keeper, 'en').post('/providers', wrong)).body.detail).not.toBe(
      (await as(keeper).post('/providers', wrong)).body.detail,
    )
  })

  it('is changed by its own register only, and the nation’s by who keeps the nation’s', async () => {
    const neighbour = { homeInstansiId: 20, grants: [grant('pengelola', [20])] }
    const teacher = { homeInstansiId: 19, grants: [grant('fasilitator', [], { place: 'case' })] }
    for (const who of [neighbour, teacher, { homeInstansiId: 19, pegawaiId: 1 }]) {
      expect((await as(who).patch('/providers/1', { name: 'Direbut' })).status).toBe(403)
      expect((await as(who).post('/providers/1/offers', offer)).status).toBe(403)
      expect((await as(who).post('/providers/1/accreditations', pka)).status).toBe(403)
    }
    expect((await as(keeper).post('/providers', { ...card, name: 'LAN', nation: true })).status).toBe(403)
    expect((await as(keeper).patch('/providers/99', {})).status).toBe(404)
    const admin = { grants: [grant('admin', [], { place: 'nation' })] }
    expect((await as(admin).post('/providers', { ...card, name: 'LAN', shortName: 'LAN', nation: true })).body).toMatchObject({
      name: 'LAN',
      instansi: null,
    })
  })
})

describe('an offer by program', () => {
  it('is added with all that it says, costs as people write them', async () => {
    const answer = await as(keeper).post('/providers/1/offers', offer)
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        id: 1,
        provider: { id: 1, name: 'BPSDM Babel' },
        jp: 60,
        costParticipant: '2750000',
        costFixed: '18000000',
        seatsMin: 20,
        months: [4, 9],
        competencies: [{ code: 'T.PBJ.1', level: 2 }],
        entryRules: { employment: ['pns'], golonganFrom: 'II/c' },
      },
    ])
    expect((await as(keeper).post('/providers/1/offers', { ...offer, title: 'pbj tingkat dasar' })).status).toBe(409)
  })

  it('keeps what is not sent: rules, months and competencies are replaced only as whole lists', async () => {
    const { body } = await as(keeper).patch('/offers/1', { jp: 90, months: [], costFixed: null })
    expect(body).toMatchObject({
      jp: 90,
      months: [],
      costFixed: null,
      costParticipant: '2750000',
      competencies: [{ code: 'T.PBJ.1', level: 2 }],
      entryRules: { employment: ['pns'] },
    })
    const more = await as(keeper).patch('/offers/1', { competencies: [{ code: 'M.1', level: 3 }], entryRules: {} })
    expect(more.body).toMatchObject({ competencies: [{ code: 'M.1', level: 3 }], entryRules: {} })
    expect(await trail('offer:1')).toEqual(['create_offer', 'update_offer', 'update_offer'])
  })

  it.each([
    ['fewer seats at most than at least', 422, { seatsMin: 41, seatsMax: 40 }, 'seatsMax:'],
    ['no JP at all', 422, { jp: 0 }, 'jp:'],
    ['more JP than any programme has', 422, { jp: 2001 }, 'jp:'],
    ['half a JP', 400, { jp: 1.5 }, 'jp:'],
    ['a thirteenth month', 400, { months: [13] }, 'months'],
    ['a form that the regulation does not know', 400, { form: 'studi_banding' }, 'form:'],
    ['a price in words', 422, { costParticipant: 'gratis' }, 'costParticipant:'],
    ['a price below nothing', 400, { costFixed: -1 }, 'costFixed'],
    ['a competency that is none', 422, { competencies: [{ code: 'X.1', level: 2 }] }, 'competencies 1:'],
    ['a sixth level', 422, { competencies: [{ code: 'M.1', level: 6 }] }, 'competencies 1:'],
    [
      'a competency twice',
      422,
      {
        competencies: [
          { code: 'M.1', level: 1 },
          { code: 'M.1', level: 2 },
        ],
      },
      'competencies 2:',
    ],
    ['a rank that is none', 400, { entryRules: { golonganFrom: 'V/a' } }, 'golonganFrom'],
  ])('is refused with %s, and stays as it was', async (_, status, body, field) => {
    const before = await as(keeper).patch('/offers/1', {})
    const refused = await as(keeper).patch('/offers/1', body)
    expect([refused.status, refused.body.detail]).toEqual([status, expect.stringContaining(field)])
    expect((await as(keeper).patch('/offers/1', {})).body).toEqual(before.body)
  })
})

describe('an accreditation by program', () => {
  it('with an A holds five years; with a B its last day must be said', async () => {
    expect((await as(keeper).post('/providers/1/accreditations', pka)).body).toMatchObject({
      until: '2027-02-28',
      state: 'ending',
    })
    const b = { ...pka, programme: 'PKP', peringkat: 'b', from: '2023-01-01' }
    const refused = await as(keeper).post('/providers/1/accreditations', b)
    expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('until:')])
    expect((await as(keeper).post('/providers/1/accreditations', { ...b, until: '2025-12-31' })).body).toMatchObject({
      peringkat: 'B',
      state: 'ended',
    })
  })

  it.each([
    [{ from: '2026-02-31' }, 'from:'],
    [{ until: '2021-01-01' }, 'until:'],
    [{ decree: ' ' }, 'decree:'],
    [{ programme: 'x'.repeat(121) }, 'programme:'],
  ])('is refused: %j', async (wrong, field) => {
    const refused = await as(keeper).post('/providers/1/accreditations', { ...pka, ...wrong })
    expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining(field)])
  })

  it('may be renewed before it ends: on a day that both cover, the longer one holds', async () => {
    const renewed = await as(keeper).post('/providers/1/accreditations', { ...pka, decree: 'SK 9', from: '2026-10-01' })
    expect(renewed.status).toBe(201)
    const register = await accreditations(database.outer, { providerId: 1 })
    const decree = (day: string) => accreditationOn(register, 'PKA', day).accreditation?.decree
    expect([decree('2026-09-30'), decree('2026-12-01'), decree('2027-03-01')]).toEqual(['SK 1', 'SK 9', 'SK 9'])
    expect((await as(keeper).patch(`/accreditations/${renewed.body.id}`, { decree: 'SK 10' })).body).toMatchObject({
      decree: 'SK 10',
      from: '2026-10-01',
      until: '2031-09-30',
      state: 'holds',
    })
    expect(await trail(`accreditation:${renewed.body.id}`)).toEqual(['create_accreditation', 'update_accreditation'])
  })
})

describe('what the pages can end', () => {
  const neighbour = { homeInstansiId: 20, grants: [grant('pengelola', [20])] }
  const reason = { reason: 'Digabung dengan BPSDM lain' }
  const text = (value: object) => JSON.stringify(value)

  it('an offer is closed and opened again, once each in the trail', async () => {
    const { id } = (await as(keeper).post('/providers/1/offers', { ...offer, title: 'Ditutup' })).body
    expect((await as(neighbour).post(`/offers/${id}/close`, {})).status).toBe(403)
    const closed = await as(keeper).post(`/offers/${id}/close`, {})
    expect([closed.status, closed.body]).toMatchObject([200, { id, closed: true }])
    expect(text(await as(keeper).get('/offers'))).not.toContain('Ditutup')
    await as(keeper).post(`/offers/${id}/close`, {})
    expect((await as(keeper).post(`/offers/${id}/reopen`, {})).body).toMatchObject({ closed: false })
    expect(text(await as(keeper).get('/offers'))).toContain('Ditutup')
    expect(await trail(`offer:${id}`)).toEqual(['create_offer', 'close_offer', 'reopen_offer'])
  })

  it('an accreditation is revoked once, from a day on that is one', async () => {
    const { id } = (await as(keeper).post('/providers/1/accreditations', { ...pka, programme: 'PKN' })).body
    const revoke = (on: string, more: object = reason) => as(keeper).post(`/accreditations/${id}/revoke`, { on, ...more })
    expect((await as(neighbour).post(`/accreditations/${id}/revoke`, { on: '2026-11-01', ...reason })).status).toBe(403)
    for (const [on, more, field] of [
      ['2026-02-31', reason, 'on:'],
      ['2026-11-01', { reason: ' ' }, 'reason:'],
      ['2026-11-01', { reason: 'x'.repeat(501) }, 'reason:'],
    ] as const) {
      const refused = await revoke(on, more)
      expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining(field)])
    }
    expect((await revoke('2026-11-01')).body).toMatchObject({ revokedOn: '2026-11-01', state: 'revoked' })
    const again = await revoke('2026-11-02', { reason: 'Lain' })
    expect([again.status, again.body.detail]).toEqual([409, 'Akreditasi ini sudah dicabut sebelumnya.'])
    expect(await trail(`accreditation:${id}`)).toEqual(['create_accreditation', 'revoke_accreditation'])
  })

  it('an institution closes with a reason, which a second closing does not replace', async () => {
    const { id } = (await as(keeper).post('/providers', { ...card, name: 'Balai Lama' })).body
    expect((await as(neighbour).post(`/providers/${id}/close`, reason)).status).toBe(403)
    expect((await as(keeper).post(`/providers/${id}/close`, { reason: '' })).status).toBe(422)
    expect((await as(keeper).post(`/providers/${id}/close`, reason)).body).toMatchObject({ id, closed: true })
    expect((await as(keeper).post(`/providers/${id}/close`, { reason: 'Lain' })).status).toBe(409)
    const close = () => asJob(database.outer, tx => setProviderClosed(tx, id, { at: new Date(), why: 'Bersamaan' }))
    expect(await close()).toBe(false)
    const why = () =>
      asJob(database.outer, tx =>
        sql<{ why: string | null }>`SELECT closed_why AS why FROM provider WHERE id = ${id}`.execute(tx),
      )
    expect((await why()).rows).toEqual([{ why: reason.reason }])
    expect((await as(keeper).post(`/providers/${id}/reopen`, {})).body).toMatchObject({ closed: false })
    expect((await why()).rows).toEqual([{ why: null }])
    expect(await trail(`provider:${id}`)).toEqual(['create_provider', 'close_provider', 'reopen_provider'])
  })

  it('an agreement is recorded by its two sides, changed until it is over, and seen by them alone', async () => {
    const agreed = {
      instansi: '20',
      number: 'PKS/1/2026',
      title: 'Kursi PKA',
      signedOn: '2026-01-05',
      from: '2026-01-05',
      until: '2027-01-04',
    }
    const third = { homeInstansiId: 21, grants: [grant('pengelola', [21])] }
    const made = await as(neighbour).post('/providers/1/agreements', agreed)
    expect([made.status, made.body]).toMatchObject([201, { ...agreed, scope: null, endedOn: null, state: 'ending' }])
    const { id } = made.body
    // Of a government that one does not keep.
    const foreign = await as(neighbour).post('/providers/1/agreements', { ...agreed, instansi: '19' })
    expect([foreign.status, foreign.body.detail]).toEqual([422, expect.stringContaining('instansi:')])
    expect((await as(third).get('/providers/1/agreements')).data).toEqual([])
    expect((await as(third).patch(`/agreements/${id}`, { title: 'Direbut' })).status).toBe(404)
    expect((await as(third).post(`/agreements/${id}/end`, reason)).status).toBe(404)
    expect((await as(keeper).patch(`/agreements/${id}`, { until: '2025-12-31' })).status).toBe(422)
    expect((await as(keeper).patch(`/agreements/${id}`, { scope: 'Dua kelas setahun' })).body).toMatchObject({
      ...agreed,
      scope: 'Dua kelas setahun',
    })
    expect((await as(neighbour).post(`/agreements/${id}/end`, { reason: '' })).status).toBe(422)
    const ended = await as(neighbour).post(`/agreements/${id}/end`, reason)
    expect([ended.status, ended.body]).toMatchObject([
      200,
      { endedOn: '2026-11-22', endedWhy: reason.reason, state: 'ended_early' },
    ])
    for (const late of [
      await as(neighbour).post(`/agreements/${id}/end`, { reason: 'Lagi' }),
      await as(keeper).patch(`/agreements/${id}`, { until: '2030-01-01' }),
    ])
      expect([late.status, late.body.detail]).toEqual([409, 'Kerja sama ini sudah berakhir, jadi tidak ada yang diubah.'])
    expect((await as(keeper).get('/providers/1/agreements')).data).toMatchObject([{ id, until: '2027-01-04' }])
    expect(await trail(`agreement:${id}`)).toEqual(['create_agreement', 'update_agreement', 'end_agreement'])
  })

  it('an agreement whose last day is over is not ended a second time', async () => {
    const old = { instansi: '20', number: '2', title: 'Lama', signedOn: '2024-01-01', from: '2024-01-01', until: '2024-12-31' }
    const { id } = (await as(keeper).post('/providers/1/agreements', old)).body
    expect((await as(keeper).post(`/agreements/${id}/end`, reason)).status).toBe(409)
    expect(await trail(`agreement:${id}`)).toEqual(['create_agreement'])
  })
})
