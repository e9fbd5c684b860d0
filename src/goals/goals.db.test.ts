import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadNomenclature } from '../../seeds/reference/nomenclature.ts'
import { jsonFits, type Schema } from '../../test/api-schema.ts'
import { testDatabase } from '../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newUnit } from '../../test/factories/people.ts'
import { readSheetBytes } from '../../test/factories/workbook.ts'
import type { Role } from '../platform/actor.ts'
import { asJob, type Database, sql } from '../platform/db/index.ts'
import { goalsApi } from './api.ts'
import {
  type Goal,
  type GoalChoice,
  goalById,
  goalsFor,
  goalsRoutes,
  type SectionOfGoal,
  type ThreadStep,
  threadOf,
} from './index.ts'

let database: Database
let pages: ReturnType<typeof goalsRoutes>
let api: ReturnType<typeof goalsApi>
const o = { ministry: 0, provinsi: 0, kota: 0, dinkes: 0, bkd: 0, disdik: 0 }
/** Ids of goals by plan and code, of plans by name. */
const ids: Record<string, number> = {}

type Spec = { kind: string; code: string; under?: string; serves?: string; name?: string }
async function plan(
  name: string,
  values: { kind: string; instansi: number | null; unit?: number; state?: string; from?: number; until?: number },
  goals: Spec[],
) {
  const { kind, instansi, unit = null, state = 'active', from = 2025, until = 2029 } = values
  await asJob(database.outer, async tx => {
    const { rows } = await sql<{ id: number }>`
      INSERT INTO development_plan (instansi_id, unit_id, kind, name, year_from, year_until, legal_basis, state, made_by, made_at,
                                    activated_by, activated_at, archived_by, archived_at)
      VALUES (${instansi}, ${unit}, ${kind}, ${name}, ${from}, ${until}, ${state === 'draft' ? null : 'Perda 1/2025'}, ${state}, 'uji', now(),
              'uji', CASE WHEN ${state}::text <> 'draft' THEN now() END, NULL, CASE WHEN ${state}::text = 'archived' THEN now() END)
      RETURNING id`.execute(tx)
    ids[name] = rows[0]!.id
    for (const goal of goals) {
      const made = await sql<{ id: number }>`
        INSERT INTO goal (plan_id, parent_id, serves_goal_id, kind, code, name, unit_of_measure)
        VALUES (${ids[name]!}, ${goal.under ? ids[`${name} ${goal.under}`]! : null}, ${goal.serves ? ids[goal.serves]! : null},
                ${goal.kind}, ${goal.code}, ${goal.name ?? `${goal.kind} ${goal.code} ${name}`},
                ${goal.kind === 'indikator' ? 'persen' : null}) RETURNING id`.execute(tx)
      ids[`${name} ${goal.code}`] = made.rows[0]!.id
    }
  })
}

beforeAll(async () => {
  database = await testDatabase()
  pages = goalsRoutes(servicesFor(database))
  api = goalsApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    await loadNomenclature(tx)
    o.ministry = await newInstansi(tx, { name: 'Kementerian Uji', kind: 'kementerian', region_code: '3001' })
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19', guided_by: o.ministry })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71', guided_by: o.provinsi })
    o.dinkes = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    o.bkd = await newUnit(tx, { instansi_id: o.provinsi, name: 'BKPSDM' })
    o.disdik = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Pendidikan Kota' })
  })
  await plan('RPJPN', { kind: 'rpjpn', instansi: null, until: 2045 }, [{ kind: 'tujuan', code: 'IE11' }])
  await plan('RPJMN', { kind: 'rpjmn', instansi: null }, [
    { kind: 'misi', code: 'PN7' },
    { kind: 'sasaran', code: 'PN7.1', under: 'PN7', serves: 'RPJPN IE11' },
  ])
  await plan('RPJMD', { kind: 'rpjmd', instansi: o.provinsi }, [
    { kind: 'tujuan', code: '1', serves: 'RPJMN PN7.1' },
    { kind: 'sasaran', code: '1.1', under: '1' },
    { kind: 'indikator', code: '1.1.a', under: '1.1' },
    { kind: 'tujuan', code: '2' },
    { kind: 'sasaran', code: '2.1', under: '2' },
  ])
  await plan('Renstra BKPSDM', { kind: 'renstra', instansi: o.provinsi, unit: o.bkd }, [
    { kind: 'sasaran', code: 'S1', serves: 'RPJMD 1.1' },
    { kind: 'program', code: '5.03.02', under: 'S1' },
  ])
  await plan('RPJMD Kota', { kind: 'rpjmd', instansi: o.kota }, [{ kind: 'sasaran', code: 'K1', serves: 'RPJMD 1.1' }])
  await plan('RPJMD Kota lama', { kind: 'rpjmd', instansi: o.kota, state: 'archived', from: 2018, until: 2023 }, [])
  await plan('Renstra Kota', { kind: 'renstra', instansi: o.kota, unit: o.disdik, state: 'draft' }, [])
})
afterAll(() => database.close())

const by = (role: Role | null, ...instansi: number[]) =>
  browser(
    actor({
      homeInstansiId: instansi[0]!,
      pegawaiId: role === null ? 999 : null,
      grants: role === null ? [] : [grant(role, instansi)],
    }),
    { pages, api },
  )
const nation = (role: Role = 'admin') =>
  browser(actor({ homeInstansiId: o.ministry, grants: [grant(role, [], { place: 'nation' })] }), { pages, api })
const bappeda = () => by('bappeda', o.provinsi)
const count = async (text: string) =>
  (await asJob(database.outer, tx => sql.raw<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`).execute(tx))).rows[0]!.n

describe('the thread', () => {
  it('leads from the program of a Renstra over RPJMD and RPJMN to the RPJPN', async () => {
    const steps: ThreadStep[] = await threadOf(database.outer, ids['Renstra BKPSDM 5.03.02']!)
    expect(steps.map(step => [step.plan.kind, step.code, step.by])).toEqual([
      ['rpjpn', 'IE11', 'serves'],
      ['rpjmn', 'PN7.1', 'serves'],
      ['rpjmd', '1', 'parent'],
      ['rpjmd', '1.1', 'serves'],
      ['renstra', 'S1', 'parent'],
      ['renstra', '5.03.02', null],
    ])
  })

  it('of what serves nothing ends where it breaks', async () => {
    const steps = await threadOf(database.outer, ids['RPJMD 2.1']!)
    expect(steps.map(step => step.code)).toEqual(['2', '2.1'])
  })

  it('is there to choose from: tujuan, sasaran and programs of active plans, by the code as one counts', async () => {
    const choices: GoalChoice[] = await goalsFor(database.outer, o.provinsi)
    expect(choices.map(one => `${one.plan.name} ${one.code}`)).toEqual([
      'RPJMD 1',
      'RPJMD 1.1',
      'RPJMD 2',
      'RPJMD 2.1',
      'Renstra BKPSDM 5.03.02',
      'Renstra BKPSDM S1',
    ])
    expect(await goalsFor(database.outer, o.ministry)).toEqual([])
  })
})

describe('the list of plans', () => {
  it('holds the own plans, those of who guides and of the nation, and says how far they are tied', async () => {
    const { text } = await bappeda().get('/rencana-daerah')
    expect(text).toContain('1 dari 2')
    expect(text).toContain('1 sasaran masih putus')
    for (const name of ['RPJPN', 'RPJMN', 'RPJMD', 'Renstra BKPSDM']) expect(text).toContain(`/rencana-daerah/${ids[name]}"`)
    expect(text).not.toContain('RPJMD Kota')
    expect(text).toContain('href="/rencana-daerah/baru?instansi=19"')
    const kota = (await by('pengelola', o.kota).get('/rencana-daerah')).text
    expect(kota).toContain(`/rencana-daerah/${ids.RPJMD}"`)
    expect(kota).toContain('Renstra Kota')
    expect(kota).toContain('1 dari 1')
  })

  it('can be searched and narrowed, and says so where nothing is left', async () => {
    const { text } = await bappeda().get('/rencana-daerah?jenis=renstra')
    expect(text).toContain('Renstra BKPSDM')
    expect(text).not.toContain(`/rencana-daerah/${ids.RPJMN}"`)
    expect((await bappeda().get('/rencana-daerah?q=bkpsdm')).text).toContain('Renstra BKPSDM')
    expect((await bappeda().get('/rencana-daerah?q=tidakada')).text).toContain('Tidak ada rencana yang cocok')
  })

  it('comes as a workbook', async () => {
    const sheet = await readSheetBytes(await (await bappeda().get('/rencana-daerah.xlsx?jenis=rpjmd')).bytes())
    expect(sheet[0]).toEqual(['Provinsi Uji'])
    expect(sheet[2]).toEqual(['RPJMD', 'RPJMD', 'Provinsi Uji', null, 2025, 2029, 'Perda 1/2025', 'Berlaku', 2, 1, 1])
  })

  it('says what to do first where there is none', async () => {
    const { text } = await by('admin', o.ministry).get('/rencana-daerah?keadaan=draft')
    expect(text).toContain('Tidak ada rencana yang cocok')
    expect(text).toContain('Belum ada rencana yang berlaku')
  })
})

describe('a plan', () => {
  it('shows its tree, what each goal serves and what serves it, and where the thread breaks', async () => {
    const { text } = await bappeda().get(`/rencana-daerah/${ids.RPJMD}`)
    expect(text).toContain('RPJMN · PN7.1')
    expect(text).toContain('Didukung 2 sasaran di bawahnya')
    expect(text.match(/Belum terhubung ke rencana di atasnya/g)).toHaveLength(2)
  })

  it('is searched as a list', async () => {
    const { text } = await bappeda().get(`/rencana-daerah/${ids.RPJMD}?kaitan=putus&jenis=sasaran`)
    expect(text).toContain('sasaran 2.1 RPJMD')
    expect(text).not.toContain('sasaran 1.1 RPJMD')
  })

  it('is read by everybody below and changed by nobody but its own', async () => {
    expect((await by(null, o.provinsi).get(`/rencana-daerah/${ids.RPJMD}`)).status).toBe(200)
    expect((await by('pengelola', o.kota).get(`/rencana-daerah/${ids.RPJMD}`)).status).toBe(200)
    expect((await by('pengelola', o.kota).get(`/rencana-daerah/${ids.RPJMD}/ubah`)).status).toBe(403)
    expect((await by('pimpinan', o.provinsi).get(`/rencana-daerah/${ids.RPJMD}/ubah`)).status).toBe(403)
    expect((await bappeda().get(`/rencana-daerah/${ids['RPJMD Kota']}`)).status).toBe(404)
    expect((await bappeda().get(`/rencana-daerah/${ids.RPJPN}/ubah`)).status).toBe(403)
    expect((await nation().get(`/rencana-daerah/${ids.RPJPN}/ubah`)).status).toBe(200)
    // Who guides others reads theirs and writes the own.
    const guiding = [grant('bappeda', [o.provinsi, o.kota], { place: 'guided', at: o.provinsi })]
    const guide = browser(actor({ homeInstansiId: o.provinsi, grants: guiding }), { pages, api })
    expect((await guide.get(`/rencana-daerah/${ids['RPJMD Kota']}`)).status).toBe(200)
    expect((await guide.get(`/rencana-daerah/${ids['RPJMD Kota']}`)).text).not.toContain('/ubah"')
    expect((await guide.get(`/rencana-daerah/${ids['RPJMD Kota']}/ubah`)).status).toBe(403)
    expect((await guide.post(`/rencana-daerah/${ids['RPJMD Kota']}/arsipkan`, {})).status).toBe(403)
    expect((await guide.post(`/sasaran/${ids['RPJMD Kota K1']}/hapus`, {})).status).toBe(403)
    expect((await guide.get('/rencana-daerah?instansi=19.71')).text).not.toContain('/rencana-daerah/baru')
    expect((await guide.get('/rencana-daerah/baru?instansi=19.71')).status).toBe(403)
    expect((await guide.get(`/rencana-daerah/${ids.RPJMD}/ubah`)).status).toBe(200)
    expect((await guide.get('/rencana-daerah')).text).toContain('href="/rencana-daerah/baru?instansi=19"')
    // A draft of a guiding government is its own affair.
    await plan('Renstra rahasia', { kind: 'renstra', instansi: o.provinsi, unit: o.dinkes, state: 'draft' }, [])
    expect((await by('pengelola', o.kota).get(`/rencana-daerah/${ids['Renstra rahasia']}`)).status).toBe(404)
    expect((await by(null, o.provinsi).get(`/rencana-daerah/${ids['Renstra rahasia']}`)).status).toBe(200)
  })
})

describe('the life of a plan', () => {
  const form = { instansi: '19', jenis: 'rpjmd', unit: '', nama: 'RPJMD baru', dari: '2026', sampai: '2030', dasar_hukum: '' }

  it('begins as a draft, needs a legal basis, then takes the place of the one in force', async () => {
    const made = await bappeda().post('/rencana-daerah', form)
    const at = made.location!
    expect(at).toMatch(/^\/rencana-daerah\/\d+$/)
    const id = Number(at.split('/').at(-1))
    expect((await bappeda().post(`${at}/berlakukan`, {})).location).toBe(at)
    expect(await count(`development_plan WHERE id = ${id} AND state = 'draft' AND NOT verified`)).toBe(1)
    expect((await bappeda().get(at)).text).toContain('“RPJMD” masuk arsip')
    await bappeda().post(at, { nama: 'RPJMD baru', dari: '2026', sampai: '2030', dasar_hukum: 'Perda 9/2026', dicocokkan: '1' })
    expect(await count(`development_plan WHERE id = ${id} AND verified`)).toBe(1)
    await bappeda().post(`${at}/berlakukan`, {})
    expect(await count(`development_plan WHERE id = ${id} AND state = 'active' AND activated_by = 'uji'`)).toBe(1)
    expect(await count(`development_plan WHERE id = ${ids.RPJMD} AND state = 'archived' AND archived_by = 'uji'`)).toBe(1)
    // Back, for the other tests.
    await bappeda().post(`${at}/arsipkan`, {})
    await asJob(database.outer, tx =>
      sql`UPDATE development_plan SET state = 'active', archived_at = NULL, archived_by = NULL WHERE id = ${ids.RPJMD!}`.execute(
        tx,
      ),
    )
    const trail = await asJob(database.outer, tx =>
      sql<{ verb: string }>`SELECT verb FROM audit_entry WHERE subject = ${`development_plan:${id}`} ORDER BY id`.execute(tx),
    )
    expect(trail.rows.map(row => row.verb)).toEqual([
      'create_development_plan',
      'update_development_plan',
      'activate_development_plan',
      'archive_development_plan',
    ])
    expect((await bappeda().get(`${at}/ubah`)).status).toBe(200)
    const late = await bappeda().post(at, { nama: 'lain', dari: '2026', sampai: '2030', dasar_hukum: 'Perda 9/2026' })
    expect(late.status).toBe(303)
    expect(await count(`development_plan WHERE id = ${id} AND name = 'lain'`)).toBe(0)
  })

  it('keeps what was typed where it is refused', async () => {
    const { status, text } = await bappeda().post('/rencana-daerah', { ...form, sampai: '2020', nama: 'Nama <b>panjang</b>' })
    expect(status).toBe(422)
    expect(text).toContain('Tahun terakhir mendahului tahun pertama.')
    expect(text).toContain('value="Nama &lt;b>panjang&lt;/b>"')
    expect((await bappeda().post('/rencana-daerah', { ...form, jenis: 'rpjmn' })).status).toBe(422)
    expect((await bappeda().post('/rencana-daerah', { ...form, instansi: '19.71' })).status).toBe(404)
    expect((await bappeda().post('/rencana-daerah', { ...form, instansi: 'nasional' })).status).toBe(403)
    expect((await by('pimpinan', o.provinsi).post('/rencana-daerah', form)).status).toBe(403)
  })

  it('of the nation is begun by who holds the nation', async () => {
    const made = await nation().post('/rencana-daerah', {
      ...form,
      instansi: 'nasional',
      jenis: 'rpjmn',
      nama: 'RPJMN berikutnya',
    })
    expect(made.status).toBe(303)
    expect(await count("development_plan WHERE name = 'RPJMN berikutnya' AND instansi_id IS NULL")).toBe(1)
    const removed = await nation().post(`${made.location}/hapus`, {})
    expect(removed.location).toBe('/rencana-daerah')
    expect(await count("development_plan WHERE name = 'RPJMN berikutnya'")).toBe(0)
  })

  it('that was once in force is not removed, nor a draft that others serve', async () => {
    expect((await bappeda().post(`/rencana-daerah/${ids.RPJMD}/hapus`, {})).location).toBe(`/rencana-daerah/${ids.RPJMD}`)
    expect(await count(`development_plan WHERE id = ${ids.RPJMD}`)).toBe(1)
    await plan('Strategi draf', { kind: 'strategi_sdm', instansi: o.provinsi, state: 'draft' }, [{ kind: 'sasaran', code: 'A1' }])
    await plan('Renstra pengikut', { kind: 'renstra', instansi: o.provinsi, unit: o.dinkes, state: 'draft' }, [
      { kind: 'sasaran', code: 'B1', serves: 'Strategi draf A1' },
    ])
    const at = `/rencana-daerah/${ids['Strategi draf']}`
    expect((await bappeda().post(`${at}/hapus`, {})).location).toBe(at)
    expect(await count(`goal WHERE id = ${ids['Strategi draf A1']}`)).toBe(1)
    await bappeda().post(`/rencana-daerah/${ids['Renstra pengikut']}/hapus`, {})
    expect((await bappeda().post(`${at}/hapus`, {})).location).toBe('/rencana-daerah')
    expect(await count(`goal WHERE id = ${ids['Strategi draf A1']}`)).toBe(0)
  })
})

describe('a goal', () => {
  it('shows its thread, its indicators, and what serves it as far as one may see', async () => {
    const { text } = await bappeda().get(`/sasaran/${ids['RPJMD 1.1']}`)
    for (const code of ['IE11', 'PN7.1']) expect(text).toContain(code)
    expect(text).toContain('sasaran S1 Renstra BKPSDM')
    expect(text).not.toContain('sasaran K1')
    expect(text).toContain('Ditambah 1 sasaran pemerintah lain')
    expect((await by('pembina', o.provinsi, o.kota).get(`/sasaran/${ids['RPJMD 1.1']}`)).text).toContain('RPJMD Kota · Kota Uji')
    expect((await bappeda().get(`/sasaran/${ids['RPJMD 2.1']}`)).text).toContain('Putus di sini')
  })

  it('lists what capabilities above know of it', async () => {
    const seen: number[] = []
    const needs: SectionOfGoal = async (_, goalId) => {
      seen.push(goalId)
      return {
        title: 'Kebutuhan',
        empty: 'Belum ada',
        rows: [{ href: '/kebutuhan/7', name: 'Analisis kebijakan', detail: 'urgen' }],
      }
    }
    const withNeeds = goalsRoutes(servicesFor(database), [needs])
    const page = browser(actor({ homeInstansiId: o.provinsi, grants: [grant('bappeda', [o.provinsi])] }), { pages: withNeeds })
    expect((await page.get(`/sasaran/${ids['RPJMD 1.1']}`)).text).toContain('href="/kebutuhan/7"')
    expect(seen).toEqual([ids['RPJMD 1.1']])
  })

  it('is added, changed and removed, each with its trail and its fact', async () => {
    const at = `/rencana-daerah/${ids.RPJMD}`
    const indicator = {
      jenis: 'indikator',
      induk: String(ids['RPJMD 2.1']),
      kode: '2.1.a',
      uraian: 'Prevalensi stunting',
      satuan: 'persen',
      arah: 'turun',
      awal: '20,1',
      tahun_awal: '2024',
      target_2025: '18,5',
      target_2029: '12,5',
    }
    expect((await bappeda().get(`${at}/sasaran-baru?jenis=indikator&induk=${ids['RPJMD 2.1']}`)).text).toContain('Target 2029')
    const made = await bappeda().post(`${at}/sasaran`, indicator)
    expect(made.location).toBe(`${at}#s-${ids['RPJMD 2.1']}`)
    const { rows } = await asJob(database.outer, tx =>
      sql<{ id: number }>`SELECT id FROM goal WHERE plan_id = ${ids.RPJMD!} AND code = '2.1.a'`.execute(tx),
    )
    const id = rows[0]!.id
    const goal: Goal | null = await goalById(database.outer, id)
    expect(goal).toMatchObject({
      baseline: 20.1,
      baselineYear: 2024,
      higherIsBetter: false,
      targets: { 2025: 18.5, 2029: 12.5 },
    })
    const page = (await bappeda().get(`/sasaran/${id}`)).text
    expect(page).toContain('<svg')
    expect(page).toContain('Nilai awal 20,1 pada 2024; makin rendah makin baik.')
    expect(page).not.toContain('style=')

    expect((await bappeda().get(`/sasaran/${id}/ubah`)).text).toContain('value="18,5"')
    const same = await bappeda().post(`/sasaran/${id}`, indicator)
    expect(same.location).toBe(`/sasaran/${id}`)
    await bappeda().post(`/sasaran/${id}`, { ...indicator, target_2027: '15', awal: 'belum ada' })
    expect(await goalById(database.outer, id)).toMatchObject({
      baseline: 'belum ada',
      targets: { 2025: 18.5, 2027: 15, 2029: 12.5 },
    })
    await bappeda().post(`/sasaran/${id}/hapus`, {})
    expect(await goalById(database.outer, id)).toBeNull()
    const trail = await asJob(database.outer, tx =>
      sql<{ verb: string }>`SELECT verb FROM audit_entry WHERE subject = ${`goal:${id}`} ORDER BY id`.execute(tx),
    )
    expect(trail.rows.map(row => row.verb)).toEqual(['create_goal', 'update_goal', 'remove_goal'])
    expect(await count("outbox WHERE fact = 'goals.changed'")).toBeGreaterThanOrEqual(3)
  })

  it('refuses what cannot be, keeping what was typed', async () => {
    const at = `/rencana-daerah/${ids.RPJMD}/sasaran`
    const twice = await bappeda().post(at, { jenis: 'tujuan', kode: '1', uraian: 'Tujuan kembar' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Kode ini sudah dipakai dalam rencana yang sama')
    expect(twice.text).toContain('Tujuan kembar')
    const wrongLevel = await bappeda().post(at, {
      jenis: 'program',
      induk: String(ids['RPJMD 1.1']),
      kode: '5.3.2',
      uraian: 'Program',
    })
    expect(wrongLevel.text).toContain('Bagian ke-2 kode ini “3”')
    const alone = await bappeda().post(at, { jenis: 'indikator', kode: 'x', uraian: 'y', satuan: 'persen', arah: 'naik' })
    expect(alone.text).toContain('Pilih induknya')
    // Only what stands above may be served: not a Renstra, not somebody else's.
    for (const goal of ['Renstra BKPSDM S1', 'RPJMD Kota K1', 'RPJMD 1']) {
      const down = await bappeda().post(at, { jenis: 'tujuan', kode: '9', uraian: 'Tujuan', mendukung: String(ids[goal]) })
      expect(down.status, goal).toBe(422)
    }
    const foreign = await bappeda().post(at, { jenis: 'tujuan', kode: '9', uraian: 'T', penanggung_jawab: String(o.disdik) })
    expect(foreign.text).toContain('Perangkat daerah itu bukan milik instansi ini')
    expect(await count(`goal WHERE plan_id = ${ids.RPJMD} AND code = '9'`)).toBe(0)
  })

  it('that something holds on to stays', async () => {
    const kept = await bappeda().post(`/sasaran/${ids['RPJMD 1.1']}/hapus`, {})
    expect(kept.location).toBe(`/sasaran/${ids['RPJMD 1.1']}`)
    expect(await goalById(database.outer, ids['RPJMD 1.1']!)).not.toBeNull()
  })

  it('of a kabupaten serves the province; the choice is offered', async () => {
    const kota = by('bappeda', o.kota)
    const form = (await kota.get(`/rencana-daerah/${ids['RPJMD Kota']}/sasaran-baru?jenis=sasaran`)).text
    expect(form).toContain('RPJMD · 1.1')
    expect(form).toContain('RPJMN · PN7.1')
    expect(form).not.toContain('Renstra BKPSDM')
    const made = await kota.post(`/rencana-daerah/${ids['RPJMD Kota']}/sasaran`, {
      jenis: 'sasaran',
      kode: 'K2',
      uraian: 'Pelayanan membaik',
      mendukung: String(ids['RPJMD 1.1']),
      penanggung_jawab: String(o.disdik),
    })
    expect(made.status).toBe(303)
  })
})

describe('the pages', () => {
  it('are whole in English too', async () => {
    const english = browser(actor({ homeInstansiId: o.provinsi, grants: [grant('bappeda', [o.provinsi])] }), { pages }, 'en')
    for (const path of ['/rencana-daerah', `/rencana-daerah/${ids.RPJMD}`, `/sasaran/${ids['RPJMD 1.1']}`, '/nomenklatur']) {
      const { status, text } = await english.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toMatch(/Belum ada|Tambah |Cari /)
    }
  })
})

describe('the API', () => {
  type List = { data: Record<string, unknown>[]; next: string | null; version?: string }
  const list = async (who: ReturnType<typeof browser>, path: string) => (await who.get(`/api/v1${path}`)).json() as List

  it('gives plans by id, page by page, of the scope and above', async () => {
    const all: unknown[] = []
    let cursor = ''
    do {
      const { data, next } = await list(by('pengelola', o.kota), `/plans?limit=2${cursor}`)
      all.push(...data.map(row => row.name))
      cursor = next ? `&cursor=${next}` : ''
    } while (cursor)
    expect(all).toEqual(expect.arrayContaining(['RPJPN', 'RPJMN', 'RPJMD', 'RPJMD Kota', 'Renstra Kota']))
    expect(all).not.toContain('Renstra rahasia')
    expect((await list(by('pengelola', o.kota), '/plans?instansi=19')).data).toEqual([])
    expect((await list(by('pengelola', o.kota), '/plans?instansi=19.71')).data.map(row => row.instansi)).toEqual([
      '19.71',
      '19.71',
      '19.71',
    ])
  })

  it('gives the goals of a plan that may be read', async () => {
    const { data } = await list(bappeda(), `/plans/${ids.RPJMN}/goals`)
    expect(data[1]).toEqual({
      id: ids['RPJMN PN7.1'],
      parentId: ids['RPJMN PN7'],
      kind: 'sasaran',
      code: 'PN7.1',
      name: 'sasaran PN7.1 RPJMN',
      unit: null,
      unitOfMeasure: null,
      baseline: null,
      baselineYear: null,
      higherIsBetter: null,
      targets: {},
      serves: { goalId: ids['RPJPN IE11'], code: 'IE11', planId: ids.RPJPN },
    })
    expect((await bappeda().get(`/api/v1/plans/${ids['RPJMD Kota']}/goals`)).status).toBe(404)
  })

  it('answers in the shape that it describes', async () => {
    const document = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'uji', version: '1' } })
    const schemaOf = (path: string) => {
      const answer = document.paths![path]!.get!.responses!['200'] as { content: Record<string, { schema: Schema }> }
      return answer.content['application/json']!.schema
    }
    for (const [path, asked] of [
      ['/plans', '/plans'],
      ['/plans/{id}/goals', `/plans/${ids.RPJMD}/goals`],
      ['/nomenclature', '/nomenclature'],
    ] as const) {
      expect(jsonFits(document, schemaOf(path), (await bappeda().get(`/api/v1${asked}`)).json()), path).toEqual([])
      expect(jsonFits(document, schemaOf(path), { data: [{ asing: 1 }] }), path).not.toEqual([])
    }
  })
})
