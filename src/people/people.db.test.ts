import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rolledBack, testDatabase } from '../../test/database.ts'
import { servicesFor } from '../../test/factories/browser.ts'
import { newInstansi, newJabatan, newPegawai, newTenure, newUnit } from '../../test/factories/people.ts'
import type { Scope } from '../platform/actor.ts'
import { asJob, type Database, inScope, sql, type Tx } from '../platform/db/index.ts'
import { leaderOf } from './leader.ts'
import { createGovernment, createMinistry } from './store/government.ts'
import { instansiByRegion, listInstansi } from './store/instansi.ts'
import { jabatanOf, unitById, unitsUnder } from './store/organisation.ts'
import { countPegawai, listPegawai, pegawaiByNip, teamOf } from './store/pegawai.ts'
import { historyOf, personById } from './store/person.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** An office with a head post, a section under it with its own, and a place for staff. */
async function office(tx: Tx) {
  const instansi = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71' })
  const dinas = await newUnit(tx, { instansi_id: instansi, name: 'Dinas Kesehatan' })
  const seksi = await newUnit(tx, { instansi_id: instansi, parent_id: dinas, name: 'Seksi Gizi' })
  const place = { instansi_id: instansi }
  return {
    instansi,
    dinas,
    seksi,
    kadis: await newJabatan(tx, {
      ...place,
      unit_id: dinas,
      name: 'Kepala Dinas',
      jenis: 'jpt',
      jenjang: 'jpt_pratama',
      is_head: true,
    }),
    kasi: await newJabatan(tx, {
      ...place,
      unit_id: seksi,
      name: 'Kepala Seksi',
      jenis: 'pengawas',
      jenjang: 'pengawas',
      is_head: true,
    }),
    staf: await newJabatan(tx, { ...place, unit_id: seksi, name: 'Analis Gizi' }),
  }
}

async function holder(tx: Tx, instansi: number, unit: number, jabatan: number, name: string, appointment = 'definitif') {
  const id = await newPegawai(tx, {
    instansi_id: instansi,
    unit_id: unit,
    jabatan_id: appointment === 'definitif' ? jabatan : null,
    name,
  })
  await newTenure(tx, { pegawai_id: id, instansi_id: instansi, jabatan_id: jabatan, appointment })
  return id
}

/** As the view says of everybody and as the function says of one: always the same. */
async function atasanOf(tx: Tx, id: number) {
  const { rows } = await sql<{ view: number | null; one: number | null }>`
    SELECT atasan_id AS view, atasan_of(${id}::int) AS one FROM pegawai_atasan WHERE pegawai_id = ${id}`.execute(tx)
  expect(rows[0]!.one).toBe(rows[0]!.view)
  return rows[0]!.view
}

describe('the atasan', () => {
  it('of staff is the holder of the head post of their unit, and a head is led by the head of the parent unit', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      const kadis = await holder(tx, o.instansi, o.dinas, o.kadis, 'Kadis')
      const kasi = await holder(tx, o.instansi, o.seksi, o.kasi, 'Kasi')
      const staf = await holder(tx, o.instansi, o.seksi, o.staf, 'Staf')
      expect(await atasanOf(tx, staf)).toBe(kasi)
      expect(await atasanOf(tx, kasi)).toBe(kadis)
      expect(await atasanOf(tx, kadis)).toBeNull()
    }))

  it('is the definitive holder before Plt, and Plt before Plh', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      const staf = await holder(tx, o.instansi, o.seksi, o.staf, 'Staf')
      const plh = await holder(tx, o.instansi, o.dinas, o.kasi, 'Plh', 'plh')
      expect(await atasanOf(tx, staf)).toBe(plh)
      const plt = await holder(tx, o.instansi, o.dinas, o.kasi, 'Plt', 'plt')
      expect(await atasanOf(tx, staf)).toBe(plt)
      const definitive = await holder(tx, o.instansi, o.seksi, o.kasi, 'Definitif')
      expect(await atasanOf(tx, staf)).toBe(definitive)
      await sql`UPDATE jabatan_history SET until_date = '2026-01-31' WHERE pegawai_id = ${definitive}`.execute(tx)
      expect(await atasanOf(tx, staf)).toBe(plt)
    }))

  it('can be overridden for one person', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      const kadis = await holder(tx, o.instansi, o.dinas, o.kadis, 'Kadis')
      await holder(tx, o.instansi, o.seksi, o.kasi, 'Kasi')
      const special = await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.seksi, jabatan_id: o.staf, atasan_id: kadis })
      expect(await atasanOf(tx, special)).toBe(kadis)
    }))

  it('is nobody while the head post is vacant', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      await holder(tx, o.instansi, o.dinas, o.kadis, 'Kadis')
      const staf = await holder(tx, o.instansi, o.seksi, o.staf, 'Staf')
      expect(await atasanOf(tx, staf)).toBeNull()
    }))
})

describe('people', () => {
  it('are found by words of the name in any order of case, or by the beginning of the NIP', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      const place = { instansi_id: o.instansi, unit_id: o.seksi }
      await newPegawai(tx, { ...place, name: 'Siti Nur Aisyah', nip: '198805172010012003' })
      await newPegawai(tx, { ...place, name: '100% Santoso', nip: '199902022022031001' })
      const names = async (q: string) => (await listPegawai(tx, { q }, { order: 'nama', limit: 9 })).map(row => row.name)
      expect(await names('aisyah siti')).toEqual(['Siti Nur Aisyah'])
      expect(await names('19880517')).toEqual(['Siti Nur Aisyah'])
      expect(await names('19880517 201001 2')).toEqual(['Siti Nur Aisyah'])
      expect(await names('%')).toEqual(['100% Santoso'])
      expect(await names('_')).toEqual([])
      expect(await names('')).toHaveLength(2)
    }))

  it('are narrowed by unit with those below, jabatan, jenjang, employment and standing, and counted alike', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      await holder(tx, o.instansi, o.dinas, o.kadis, 'Kadis')
      const staf = await holder(tx, o.instansi, o.seksi, o.staf, 'Staf')
      await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.seksi, name: 'Cuti', status: 'cltn', employment: 'pppk' })
      const other = await newInstansi(tx)
      await newPegawai(tx, { instansi_id: other, unit_id: await newUnit(tx, { instansi_id: other }), name: 'Lain' })
      const check = async (filter: Parameters<typeof countPegawai>[1], names: string[], active: number) => {
        expect((await listPegawai(tx, filter, { order: 'nama', limit: 9 })).map(row => row.name)).toEqual(names)
        expect(await countPegawai(tx, filter)).toEqual({ total: names.length, active })
      }
      await check({ instansiId: o.instansi }, ['Cuti', 'Kadis', 'Staf'], 2)
      await check({ unitId: o.dinas }, ['Cuti', 'Kadis', 'Staf'], 2)
      await check({ unitId: o.seksi }, ['Cuti', 'Staf'], 1)
      await check({ jabatanId: o.staf }, ['Staf'], 1)
      await check({ jenjang: 'jpt_pratama' }, ['Kadis'], 1)
      await check({ employment: 'pppk' }, ['Cuti'], 0)
      await check({ status: 'cltn' }, ['Cuti'], 0)
      expect(await teamOf(tx, [staf])).toMatchObject([
        { pegawaiId: staf, name: 'Staf', jabatan: 'Analis Gizi', unit: 'Seksi Gizi' },
      ])
    }))

  it('are paged without a gap or a double, upward and downward', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      for (let i = 0; i < 7; i++) await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.seksi, name: 'Nama Sama' })
      const ids = async (descending: boolean) => {
        const pages = await Promise.all(
          [0, 3, 6].map(offset => listPegawai(tx, {}, { order: 'nama', descending, offset, limit: 3 })),
        )
        return pages.flat().map(row => row.id)
      }
      const up = await ids(false)
      expect(new Set(up).size).toBe(7)
      expect(await ids(true)).toEqual([...up].reverse())
      expect((await listPegawai(tx, {}, { order: 'id', afterId: up[2]!, limit: 9 })).map(row => row.id)).toEqual(up.slice(3))
    }))

  it('are known by a NIP they bore before, unless somebody bears it now', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      const id = await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.seksi, name: 'Ani', nip: '199001012020121001' })
      const history = (nip: string) => sql`
        INSERT INTO employment_history (pegawai_id, instansi_id, nip, employment, from_date) VALUES (${id}, ${o.instansi}, ${nip}, 'pppk', '2021-01-01')`
      await history('199001012021211007').execute(tx)
      expect(await pegawaiByNip(tx, '199001012021211007')).toEqual({ pegawaiId: id, name: 'Ani', instansiId: o.instansi })
      const now = await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.seksi, name: 'Budi', nip: '199001012021211007' })
      expect(await pegawaiByNip(tx, '199001012021211007')).toMatchObject({ pegawaiId: now })
      expect(await pegawaiByNip(tx, '111111111111111111')).toBeNull()
    }))
})

describe('a person', () => {
  it('has a head of the page, a history, and nothing outside the scope', async () => {
    const { id, instansi, kasi } = await asJob(database.outer, async tx => {
      const o = await office(tx)
      const kasi = await holder(tx, o.instansi, o.seksi, o.kasi, 'Kasi')
      const id = await holder(tx, o.instansi, o.seksi, o.staf, 'Ani')
      await sql`UPDATE pegawai SET jabatan_aim_id = ${o.kasi}, golongan = 'III/a', education = 's1' WHERE pegawai_id = ${id}`.execute(
        tx,
      )
      await newTenure(tx, {
        pegawai_id: id,
        instansi_id: o.instansi,
        jabatan_id: o.staf,
        from_date: '2020-01-01',
        until_date: '2023-12-31',
      })
      return { id, instansi: o.instansi, kasi }
    })
    const wide: Scope = { kind: 'instansi', instansi: [instansi] }
    const self: Scope = { kind: 'people', people: [id] }
    const read = (scope: Scope) =>
      inScope(database.outer, scope, async tx => ({ person: await personById(tx, id), history: await historyOf(tx, id) }))

    const { person, history } = await read(wide)
    expect(person).toMatchObject({
      name: 'Ani',
      golongan: 'III/a',
      education: 's1',
      birthDate: '1990-01-01',
      instansi: { regionCode: '19.71', timeZone: 'Asia/Jakarta' },
      unit: { name: 'Seksi Gizi', path: ['Dinas Kesehatan', 'Seksi Gizi'] },
      jabatan: { name: 'Analis Gizi', jenis: 'pelaksana', jenjang: 'pelaksana', isHead: false },
      aim: { name: 'Kepala Seksi' },
      atasan: { pegawaiId: kasi, name: 'Kasi' },
    })
    expect(history.jabatan.map(row => [row.jabatan, row.from, row.until])).toEqual([
      ['Analis Gizi', '2024-01-01', null],
      ['Analis Gizi', '2020-01-01', '2023-12-31'],
    ])
    const own = await read(self)
    expect(own.person).toMatchObject({ name: 'Ani', atasan: null })
    expect(await leaderOf(servicesFor(database).db, own.person!)).toEqual({
      pegawaiId: kasi,
      name: 'Kasi',
      jabatan: 'Kepala Seksi',
    })

    const elsewhere: Scope = { kind: 'instansi', instansi: [instansi + 1000] }
    expect(await read(elsewhere)).toEqual({ person: null, history: { jabatan: [], education: [], employment: [] } })
    await asJob(database.outer, async tx => {
      for (const table of ['jabatan_history', 'pegawai', 'jabatan', 'unit', 'instansi']) {
        await sql`DELETE FROM ${sql.table(table)}`.execute(tx)
      }
    })
  })
})

describe('the organisation', () => {
  it('is a tree of offices with their heads and all that lies below', () =>
    rolledBack(database, 'job', async tx => {
      const o = await office(tx)
      await holder(tx, o.instansi, o.dinas, o.kasi, 'Kasi', 'plt')
      await holder(tx, o.instansi, o.seksi, o.staf, 'Staf')
      await newPegawai(tx, { instansi_id: o.instansi, unit_id: o.seksi, status: 'berhenti' })
      expect(await unitsUnder(tx, o.instansi, null)).toMatchObject([
        { id: o.dinas, name: 'Dinas Kesehatan', units: 1, jabatan: 3, active: 2, headJabatan: 'Kepala Dinas', headName: null },
      ])
      expect(await unitsUnder(tx, o.instansi, o.dinas)).toMatchObject([
        { id: o.seksi, units: 0, jabatan: 2, active: 1, headName: 'Kasi', headAppointment: 'plt' },
      ])
      expect(await unitById(tx, o.seksi)).toMatchObject({ name: 'Seksi Gizi', above: [{ id: o.dinas, name: 'Dinas Kesehatan' }] })
      expect((await jabatanOf(tx, o.seksi)).map(row => [row.name, row.holders.map(holder => holder.name)])).toEqual([
        ['Kepala Seksi', ['Kasi']],
        ['Analis Gizi', ['Staf']],
      ])
    }))

  it('begins with a government, its root and those it guides; the zone and the new regions follow from the code', () =>
    rolledBack(database, 'job', async tx => {
      const province = { code: '93', name: 'Papua Selatan', kind: 'provinsi' as const }
      const id = await createGovernment(tx, province, [{ code: '93.01', name: 'Merauke', kind: 'kabupaten' }])
      await createMinistry(tx, 'Kementerian Uji', '3001')
      const all = await listInstansi(tx)
      expect(all.map(row => [row.regionCode, row.kind, row.guidedBy, row.isDob, row.timeZone])).toEqual([
        ['3001', 'kementerian', null, false, 'Asia/Jakarta'],
        ['93', 'provinsi', null, true, 'Asia/Jayapura'],
        ['93.01', 'kabupaten', id, true, 'Asia/Jayapura'],
      ])
      expect((await instansiByRegion(tx, '93'))?.id).toBe(id)
      expect(await instansiByRegion(tx, '00')).toBeNull()
      expect(await unitsUnder(tx, id, null)).toEqual([])
    }))
})
