import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newInstansi, newPegawai, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../../platform/db/index.ts'
import type { LearningForm } from '../../regulation/index.ts'
import { addRecords } from '../records/write.ts'
import { jpApi } from './api.ts'
import { recogniseAll } from './recalculate.ts'
import { jpRoutes } from './routes.ts'
import { endOfDay, stoodAt } from './rules/known.ts'

let database: Database
let pages: ReturnType<typeof jpRoutes>
let api: ReturnType<typeof jpApi>
const o = { provinsi: 0, kota: 0, dinas: 0, ani: 0, budi: 0, citra: 0, dewi: 0, records: [] as number[] }

type Learned = { form: LearningForm; endedOn: string; startedOn?: string; jp?: number; sessions?: number; abroad?: boolean }
const learn = async (tx: Tx, pegawaiId: number, at: string, learned: readonly Learned[]) => {
  const added = await addRecords(
    tx,
    learned.map(one => ({
      pegawaiId,
      form: one.form,
      international: one.abroad ?? false,
      name: `${one.form} ${one.endedOn}`,
      organiser: 'BPSDM',
      startedOn: one.startedOn ?? one.endedOn,
      endedOn: one.endedOn,
      jp: one.jp ?? null,
      sessions: one.sessions ?? null,
      certificateNumber: null,
      source: 'klaim' as const,
      sourceId: null,
      file: null,
    })),
    { account: 'uji', at: new Date(at) },
  )
  return added.map(one => one!.id)
}

beforeAll(async () => {
  database = await testDatabase()
  pages = jpRoutes(servicesFor(database))
  api = jpApi(servicesFor(database))
  await asJob(database.outer, async tx => {
    o.provinsi = await newInstansi(tx, { name: 'Provinsi Uji', kind: 'provinsi', region_code: '19' })
    o.kota = await newInstansi(tx, { name: 'Kota Uji', kind: 'kota', region_code: '19.71', guided_by: o.provinsi })
    o.dinas = await newUnit(tx, { instansi_id: o.provinsi, name: 'Dinas Kesehatan' })
    const badan = await newUnit(tx, { instansi_id: o.provinsi, name: 'Badan Keuangan' })
    const other = await newUnit(tx, { instansi_id: o.kota, name: 'Dinas Sosial' })
    o.ani = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: o.dinas, name: 'Ani' })
    o.budi = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: o.dinas, name: 'Budi' })
    o.citra = await newPegawai(tx, { instansi_id: o.provinsi, unit_id: badan, name: 'Citra', employment: 'pppk' })
    o.dewi = await newPegawai(tx, { instansi_id: o.kota, unit_id: other, name: 'Dewi' })
    // The worked example, without the international workshop: 15 of 24.
    o.records = await learn(tx, o.ani, '2026-05-01T03:00:00Z', [
      { form: 'seminar', startedOn: '2026-02-10', endedOn: '2026-02-11' },
      { form: 'coaching', startedOn: '2026-03-02', endedOn: '2026-03-27', sessions: 3 },
    ])
    o.records.push(...(await learn(tx, o.ani, '2026-07-01T03:00:00Z', [{ form: 'e_learning', endedOn: '2026-06-15', jp: 10 }])))
    await learn(tx, o.budi, '2026-05-01T03:00:00Z', [{ form: 'workshop', startedOn: '2026-04-01', endedOn: '2026-04-04' }])
    await learn(tx, o.citra, '2026-05-01T03:00:00Z', [{ form: 'teknis', startedOn: '2026-04-01', endedOn: '2026-04-04', jp: 25 }])
  })
  await recogniseAll({ db: database.outer, clock: fixedClock('2026-11-22T03:00:00Z') })
})
afterAll(() => database.close())

const of = (role: Parameters<typeof grant>[0], ids: number[]) =>
  browser(actor({ accountId: role, homeInstansiId: o.provinsi, grants: [grant(role, ids)] }), { pages, api })
const pengelola = () => of('pengelola', [o.provinsi])
const self = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.ani }), { pages, api })
const team = () => browser(actor({ homeInstansiId: o.provinsi, pegawaiId: o.budi, teamIds: [o.ani] }), { pages, api })

describe('/jp', () => {
  it('opens with what is recognised of what must be, what is missing, and the warning since October', async () => {
    const { status, text } = await self().get('/jp')
    expect(status).toBe(200)
    expect(text).toContain('JP diakui tahun 2026')
    expect(text).toMatch(/15<span class="key-figure-unit"> dari 20 JP/)
    expect(text).toContain('Masih kurang 5 JP, dan tahun ini tinggal 40 hari.')
    expect(text).toContain('Sosial: 12 JP, 80 % (acuan 20 %)')
    expect(text).toContain('3 dari 10 JP dihitung: paling banyak 3 JP sehari untuk bentuk ini, dalam 1 hari')
    expect(text).toContain('2 dari 3 sesi dihitung: paling banyak 2 kali sebulan')
  })

  it('reckons with the classes of the year that one is enrolled in', async () => {
    const classId = await asJob(database.outer, async tx => {
      const provider = await newProvider(tx, o.provinsi)
      const { versionId } = await newCourse(tx, provider, { title: 'Pelatihan Akhir Tahun', jp: 6 })
      const id = await newClass(tx, provider, versionId, { startsOn: '2026-12-01', endsOn: '2026-12-02' })
      const next = await newClass(tx, provider, versionId, { startsOn: '2027-01-11', endsOn: '2027-01-12' })
      await enrol(tx, id, [o.ani])
      await enrol(tx, next, [o.ani])
      return id
    })
    const { text } = await self().get('/jp')
    expect(text).toContain('Masih kurang 5 JP. Kelas yang sedang diikuti akan mencukupinya bila lulus.')
    expect(text).toContain('Prakiraan akhir tahun')
    expect(text).toContain('bila lulus kelas yang diikuti (+6 JP)')
    expect(text.match(/Pelatihan Akhir Tahun/g)).toHaveLength(1)
    await asJob(database.outer, tx => sql`DELETE FROM enrolment WHERE class_id = ${classId}`.execute(tx))
  })

  it('shows any past day with the records known on it, and changes nothing', async () => {
    const { text } = await self().get('/jp?pada=2026-06-30')
    expect(text).toContain('Dilihat seperti pada 30 Juni 2026')
    expect(text).toMatch(/12<span class="key-figure-unit"> dari 20 JP/)
    expect(text).toContain('Masih kurang 8 JP sampai 31 Desember 2026.')
    expect(text).not.toContain('e_learning')
    expect((await self().get('/jp?pada=2026-04-30')).text).toContain('Belum ada yang tercatat tahun 2026')
    for (const bad of ['2030-01-01', '2026-02-30', 'kemarin'])
      expect((await self().get(`/jp?pada=${bad}`)).text).toContain('Tanggal ini tidak dapat dipakai')
  })

  it('says so where a year holds nothing', async () => {
    const { text } = await self().get('/jp?tahun=2025')
    expect(text).toContain('Tahun 2025 berakhir dengan kekurangan 20 JP.')
    expect(text).toContain('Belum ada yang tercatat tahun 2025')
  })

  it('can be kept as a workbook', async () => {
    const rows = await readSheetBytes(await (await self().get('/jp.xlsx')).bytes())
    expect(rows.at(-1)).toEqual(expect.arrayContaining(['KL06 Seminar, konferensi, sarasehan', 8, '4 JP sehari × 2 hari']))
  })

  it('is nobody’s where an account belongs to no pegawai', async () => {
    expect((await pengelola().get('/jp')).status).toBe(404)
  })
})

describe('the law of a year', () => {
  it('stands beside the figures with act and article, and leads to the register', async () => {
    const { text } = await self().get('/jp')
    expect(text).toContain('PP 11/2017 jo. PP 17/2020, Pasal 203')
    expect(text).toContain('href="/hukum?q=JP%20paling%20sedikit%20setahun%20bagi%20PNS"')
    expect(text).toContain('acuan dari praktik, belum ditemukan dalam peraturan')
  })
  it('of a PPPK is the limit of a year of contract, here of a calendar year, and nothing is cut', async () => {
    const { text } = await pengelola().get(`/pegawai/${o.citra}/jp`)
    expect(text).toContain('PP 49/2018; PerLAN 15/2020')
    expect(text).toContain('Di sini dihitung per tahun kalender dan pengecualiannya belum diverifikasi')
    expect(text).not.toContain('JP minimal setahun')
  })
})

describe('a person and a record', () => {
  it('are read by who leads or keeps them, and by nobody else', async () => {
    expect((await team().get(`/pegawai/${o.ani}/jp`)).text).toContain('dari 20 JP')
    expect((await team().get(`/pegawai/${o.citra}/jp`)).status).toBe(404)
    expect((await pengelola().get(`/pegawai/${o.dewi}/jp`)).status).toBe(404)
    expect((await of('bappeda', [o.provinsi]).get(`/pegawai/${o.ani}/jp`)).status).toBe(403)
  })

  it('say by which law and which choice it was counted', async () => {
    const { text } = await team().get(`/pegawai/${o.ani}/jp/${o.records[2]}`)
    expect(text).toContain('Diajukan 10 JP, diakui 3 JP.')
    expect(text).toContain('menurut jam, paling banyak 3 JP sehari (PerLAN 10/2018, NKL03)')
    expect(text).toContain('jp-1, PerLAN 10/2018; terakhir berubah')
    expect(text).toContain('belum diverifikasi')
    expect(text).not.toContain('Cabut catatan')
    expect((await team().get(`/pegawai/${o.ani}/jp/999999`)).status).toBe(404)
    expect((await team().get(`/pegawai/${o.ani}/jp/${o.records[2]}/berkas`)).status).toBe(404)
  })

  it('can be withdrawn by who keeps them, with a reason, and never by oneself', async () => {
    const [extra] = await asJob(database.outer, tx =>
      learn(tx, o.budi, '2026-05-01T03:00:00Z', [{ form: 'kursus', endedOn: '2026-05-01', jp: 4 }]),
    )
    const path = `/pegawai/${o.budi}/jp/${extra}`
    expect((await pengelola().get(path)).text).toContain('Cabut catatan ini')
    const refused = await pengelola().post(`${path}/tarik`, { alasan: 'sala' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('>sala<')
    expect(refused.text).toContain('paling sedikit 5 huruf')
    expect((await team().post(`${path}/tarik`, { alasan: 'Bukan saya' })).status).toBe(403)
    const done = await pengelola().post(`${path}/tarik`, { alasan: 'Sertifikat orang lain' })
    expect([done.status, done.location]).toEqual([303, path])
    const after = await pengelola().get(path)
    expect(after.text).toContain('Catatan ini sudah dicabut dan tidak dihitung.')
    expect(after.text).toContain('Sertifikat orang lain')
    expect((await pengelola().get(`/pegawai/${o.budi}/jp`)).text).toContain('Catatan yang dicabut (1)')
    const { rows } = await asJob(database.outer, tx =>
      sql<{ verb: string }>`SELECT verb FROM audit_entry WHERE verb = 'withdraw_learning'`.execute(tx),
    )
    expect(rows).toHaveLength(1)
  })
})

describe('/jp/instansi', () => {
  it('shows who reached it by office and by form, and leads to those who have not', async () => {
    const { text } = await pengelola().get('/jp/instansi')
    expect(text).toContain('50 %')
    expect(text).toContain('1 dari 2 PNS aktif. 1 orang belum.')
    expect(text).toContain('href="/jp/orang?instansi=19&amp;tahun=2026&amp;keadaan=kurang"')
    expect(text).toContain('17,5') // (15 + 20) / 2
    expect(text).toContain('Badan Keuangan')
    expect(text).toContain('Workshop, lokakarya')
  })
  it('says 10:20:70 in JP of each office and of the whole, beside the aim', async () => {
    const { text } = await pengelola().get('/jp/instansi')
    const plain = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    // Dinas Kesehatan: e-learning 3 and workshop 20; seminar 8 and coaching 4. Badan Keuangan: 25 JP of a PPPK.
    expect(plain).toContain('23 / 12 / 0')
    expect(plain).toContain('25 / 0 / 0')
    expect(plain).toContain('Formal: 48 JP, 80 % (acuan 10 %)')
    expect(plain).toContain('Sosial: 12 JP, 20 % (acuan 20 %)')
    expect(plain).toContain('Pengalaman: 0 JP, 0 % (acuan 70 %)')
  })
  it('counts PNS who learned nothing, and leads to those and to nobody else', async () => {
    const { text } = await pengelola().get('/jp/instansi?tahun=2025')
    const href = text.match(/href="([^"]*keadaan=kosong[^"]*)"/)![1]!.replaceAll('&amp;', '&')
    const figure = text.slice(text.indexOf('Belum belajar sama sekali')).match(/>(\d+)</)![1]
    const listed = (await pengelola().get(href)).text
    expect([figure, ...['Ani', 'Budi', 'Citra'].filter(name => listed.includes(`>${name} <small`))]).toEqual(['2', 'Ani', 'Budi'])
  })
  it('sums up every government in one’s care', async () => {
    const { text } = await of('pembina', [o.provinsi, o.kota]).get('/jp/instansi?instansi=semua')
    expect(text).toContain('1 dari 3 PNS aktif. 2 orang belum.')
    expect(text).toContain('Kota Uji')
    expect(text).toContain('instansi=19.71')
  })
  it('is a workbook of two sheets', async () => {
    const { status, bytes } = await pengelola().get('/jp/instansi.xlsx')
    expect(status).toBe(200)
    const rows = await readSheetBytes(await bytes())
    expect(rows.map(row => row.slice(0, 4))).toContainEqual(['Dinas Kesehatan', 2, 1, 1])
  })
  it('is closed to who reads no whole government', async () => {
    expect((await team().get('/jp/instansi')).status).toBe(403)
    expect((await of('bappeda', [o.provinsi]).get('/jp/instansi')).status).toBe(403)
  })
})

describe('/jp/orang', () => {
  const namesOf = (text: string) => ['Ani', 'Budi', 'Citra'].filter(name => text.includes(`>${name} <small`))
  it('lists everybody, and narrows by state, employment, unit and name', async () => {
    const list = async (query: string) => namesOf((await pengelola().get(`/jp/orang?${query}`)).text)
    expect(await list('')).toEqual(['Ani', 'Budi', 'Citra'])
    expect(await list('keadaan=kurang')).toEqual(['Ani'])
    expect(await list('keadaan=cukup')).toEqual(['Budi'])
    expect(await list('keadaan=periksa')).toEqual(['Citra'])
    expect(await list('keadaan=kosong')).toEqual([])
    expect(await list('keadaan=kosong&tahun=2025')).toEqual(['Ani', 'Budi', 'Citra'])
    expect(await list('status=pppk')).toEqual(['Citra'])
    expect(await list(`unit=${o.dinas}`)).toEqual(['Ani', 'Budi'])
    expect(await list('q=bud')).toEqual(['Budi'])
  })
  it('says in words what is missing, and what of a PPPK wants a look', async () => {
    const { text } = await pengelola().get('/jp/orang?urut=jp&arah=turun')
    expect(text).toContain('Kurang 5')
    expect(text.indexOf('>Citra <')).toBeLessThan(text.indexOf('>Budi <'))
    expect(text).toContain('Perlu diperiksa')
  })
  it('is the team of who holds no government', async () => {
    const { text } = await team().get('/jp/orang')
    expect(namesOf(text)).toEqual(['Ani'])
    expect(text).toContain('Tim saya')
  })
  it('goes into a workbook, and into the trail', async () => {
    const rows = await readSheetBytes(await (await pengelola().get('/jp/orang.xlsx?keadaan=kurang')).bytes())
    expect(rows.at(-1)!).toEqual(expect.arrayContaining(['Ani', 24, 15, 5]))
    const trail = await asJob(database.outer, tx =>
      sql<{ n: number }>`SELECT count(*)::int AS n FROM audit_entry WHERE verb = 'export_jp'`.execute(tx),
    )
    expect(trail.rows[0]!.n).toBeGreaterThan(0)
  })
})

describe('the API', () => {
  it('gives people, offices, and one person as of a day', async () => {
    const people = (await pengelola().get('/api/v1/jp?limit=2')).json() as { data: { name: string }[]; next: string }
    expect(people.data).toMatchObject([
      {
        name: 'Ani',
        year: 2026,
        recognised: 15,
        claimed: 24,
        required: 20,
        missing: 5,
        shares: { ten: 3, twenty: 12, seventy: 0 },
      },
      { name: 'Budi', recognised: 20, missing: 0 },
    ])
    const rest = (await pengelola().get(`/api/v1/jp?cursor=${people.next}`)).json() as { data: unknown[]; next: null }
    expect(rest).toMatchObject({
      data: [{ name: 'Citra', required: null, missing: null, warnings: [{ code: 'over_cap', cap: 24 }] }],
      next: null,
    })
    expect((await pengelola().get('/api/v1/jp/units?instansi=19')).json()).toMatchObject({
      data: [
        { name: 'Badan Keuangan', pns: 0, mean: null },
        { name: 'Dinas Kesehatan', pns: 2, reached: 1, mean: 17.5 },
      ],
    })
    expect((await team().get(`/api/v1/pegawai/${o.ani}/jp?asOf=2026-06-30`)).json()).toMatchObject({
      asOf: '2026-06-30',
      years: [{ year: 2026, recognised: 12 }],
      records: [{ form: 'coaching' }, { form: 'seminar', reasons: [{ code: 'per_day', jp: 4, days: 2 }] }],
    })
    expect((await team().get(`/api/v1/pegawai/${o.citra}/jp`)).status).toBe(404)
  })
})

describe('what was known on a day', () => {
  it('ends with the day where the person lives', () => {
    expect(endOfDay('2026-06-30', 'Asia/Jakarta').toISOString()).toBe('2026-06-30T16:59:59.999Z')
    expect(endOfDay('2026-06-30', 'Asia/Jayapura').toISOString()).toBe('2026-06-30T14:59:59.999Z')
  })
  it('holds what was written down by then and not yet withdrawn', () => {
    const at = new Date('2026-06-30T00:00:00Z')
    const [before, after] = [new Date('2026-06-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')]
    expect(stoodAt({ recordedAt: before, withdrawnAt: null }, at)).toBe(true)
    expect(stoodAt({ recordedAt: before, withdrawnAt: after }, at)).toBe(true)
    expect(stoodAt({ recordedAt: before, withdrawnAt: before }, at)).toBe(false)
    expect(stoodAt({ recordedAt: after, withdrawnAt: null }, at)).toBe(false)
  })
})
