import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { newQualification } from '../../../test/factories/needs.ts'
import {
  newCompetency,
  newInstansi,
  newJabatan,
  newPegawai,
  newResult,
  newStandard,
  newTenure,
  newUnit,
} from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asJob, type Database, sql } from '../../platform/db/index.ts'
import { standardsRoutes } from '../../standards/index.ts'
import { needsApi } from '../api.ts'
import { recalculate, recalculatePeople, rescoreInstansi } from '../recalculate.ts'
import { recountDay } from '../recount/actions.ts'
import { askRecount } from '../recount/store.ts'
import { needsRoutes } from '../routes.ts'
import { setJabatanDif } from './jabatan-dif-actions.ts'
import { savedText } from './jabatan-dif-present.ts'
import type { Rated } from './rules/jabatan-dif.ts'

let database: Database
const clock = fixedClock('2026-11-22T03:00:00Z')
const o = { instansi: 0, code: '', first: 0, second: 0, third: 0, lone: 0, ani: 0, competency: 0 }
const today = '2026-11-22'

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

// Three pengawas of one name, of whom the third demands nothing; a fourth of another name. Ani, in the first, is below the standard and
// without the training.
beforeEach(async () => {
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    o.code = (await sql<{ code: string }>`SELECT region_code AS code FROM instansi WHERE id = ${o.instansi}`.execute(tx))
      .rows[0]!.code
    const at = { instansi_id: o.instansi, unit_id: await newUnit(tx, { instansi_id: o.instansi, name: 'Dinas Perizinan' }) }
    o.competency = await newCompetency(tx, { code: `DIF.${o.instansi}`, name: 'Layanan perizinan' })
    const named = { ...at, jenjang: 'pengawas', name: 'Kepala Seksi Layanan' }
    o.first = await newJabatan(tx, named)
    o.second = await newJabatan(tx, named)
    o.third = await newJabatan(tx, named)
    o.lone = await newJabatan(tx, { ...at, jenjang: 'pengawas', name: 'Kepala Subbagian 100%' })
    for (const jabatan_id of [o.first, o.second, o.lone]) {
      const standard = await newStandard(tx, { jabatan_id }, [{ competency_id: o.competency, level: 3 }])
      if (jabatan_id !== o.lone)
        await newQualification(tx, { standard_id: standard, name: 'Pelatihan SAKIP', importance: 'perlu' })
    }
    o.ani = await newPegawai(tx, { ...at, jabatan_id: o.first, name: 'Ani Pengawas' })
    await newTenure(tx, { pegawai_id: o.ani, instansi_id: o.instansi, jabatan_id: o.first, from_date: '2020-01-01' })
    await newResult(tx, {
      pegawai_id: o.ani,
      instansi_id: o.instansi,
      competency_id: o.competency,
      level: 1,
      assessed_on: '2024-01-01',
      valid_until: '2027-01-01',
    })
  })
  await recalculate({ db: database.outer, clock }, o.instansi)
})

const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const as = (who: Parameters<typeof actor>[0], language: 'id' | 'en' = 'id') =>
  browser(actor(who), { pages: needsRoutes(servicesFor(database)), api: needsApi(servicesFor(database)) }, language)
const pengelola = (language: 'id' | 'en' = 'id') => as({ grants: [grant('pengelola', [o.instansi])] }, language)
const bappeda = () => as({ grants: [grant('bappeda', [o.instansi])] })
const elsewhere = () => as({ grants: [grant('pengelola', [o.instansi + 1000])] })

const low: Rated = { difficulty: 'r', importance: 's', frequency: 's' } // 5/9
const high: Rated = { difficulty: 't', importance: 't', frequency: 's' } // 8/9
const set = (jabatanId: number, after: Rated | null, more: { alike?: boolean; today?: string; training?: boolean } = {}) =>
  setJabatanDif(
    servicesFor(database),
    actor(),
    { instansiId: o.instansi, jabatanId, alike: false, today, scope: { kind: 'instansi', instansi: [o.instansi] }, ...more },
    [
      more.training
        ? { kind: 'training', competencyId: null, subject: 'sakip', before: null, after }
        : { kind: 'gap', competencyId: o.competency, subject: null, before: null, after },
    ],
  )
const difOf = async (kind = 'gap') => {
  await rescoreInstansi({ db: database.outer, clock }, o.instansi)
  const [need] = await rows<{ dif: number | null }>(
    `SELECT dif::float8 FROM need WHERE instansi_id = ${o.instansi} AND kind = '${kind}' AND post = 'held'`,
  )
  return need!.dif
}
const kept = () =>
  rows(
    `SELECT jabatan_id, difficulty, importance, frequency, points FROM jabatan_dif WHERE instansi_id = ${o.instansi} ORDER BY jabatan_id`,
  )

describe('DIF of jabatan', () => {
  it('makes the DIF of the need their mean, and what was typed for the jenjang holds again when the last is taken back', async () => {
    await rows(`INSERT INTO need_factor (instansi_id, jenjang, competency_id, difficulty, importance, frequency)
      VALUES (${o.instansi}, 'pengawas', ${o.competency}, 'r', 'r', 'r')`)
    expect(await difOf()).toBe(0.333333)
    expect(await set(o.first, high)).toMatchObject({ lines: 1, posts: 1, moves: [{ name: 'Layanan perizinan', dif_posts: 1 }] })
    expect(await difOf()).toBe(0.888889)
    expect(savedText(await set(o.lone, low), 'id')).toBe(
      '1 isian pada 1 jabatan tersimpan. DIF jenjang berubah: Layanan perizinan 0,89 → 0,72. Urutan kebutuhan dihitung ulang dalam beberapa detik.',
    ) // (8 + 5) / 18
    expect(await difOf()).toBe(0.722222)
    await set(o.first, null)
    await set(o.lone, null)
    expect(await kept()).toEqual([])
    expect(await difOf()).toBe(0.333333)
  })

  it('is in the sums that move by the difference as in those made anew', async () => {
    await set(o.first, high)
    await set(o.lone, low)
    await asJob(database.outer, tx =>
      newResult(tx, {
        pegawai_id: o.ani,
        instansi_id: o.instansi,
        competency_id: o.competency,
        level: 2,
        assessed_on: '2026-10-01',
      }),
    )
    await recalculatePeople({ db: database.outer, clock }, o.instansi, [o.ani])
    const need = () =>
      rows(
        `SELECT kind, level_from, dif::float8, score::float8 FROM need WHERE instansi_id = ${o.instansi} AND people > 0 ORDER BY id`,
      )
    const moved = await need()
    expect(moved[0]).toMatchObject({ kind: 'gap', level_from: 2, dif: 0.722222 })
    await recalculate({ db: database.outer, clock }, o.instansi)
    expect(await need()).toEqual(moved)
  })

  it('is that of a training too', async () => {
    expect(await difOf('training')).toBeNull()
    await set(o.first, high, { training: true })
    await set(o.second, low, { training: true })
    expect(await difOf('training')).toBe(0.722222)
  })

  it('goes to the jabatan of the same name and jenjang that demand it, as one act that is audited; again it writes nothing', async () => {
    expect(await set(o.first, low, { alike: true })).toMatchObject({ lines: 2, posts: 2 })
    expect(await kept()).toEqual([o.first, o.second].map(jabatan_id => ({ jabatan_id, ...low, points: 5 })))
    expect(await set(o.first, low, { alike: true })).toEqual({ lines: 0, posts: 0, moves: [] })
    expect(
      await rows(`SELECT subject, rows FROM audit_entry WHERE verb = 'set_jabatan_dif' AND instansi_id = ${o.instansi}`),
    ).toEqual([{ subject: `jabatan:${o.first}`, rows: 2 }])
    expect(
      await rows(`SELECT payload FROM outbox WHERE fact = 'factors.changed' AND (payload->>'instansiId')::int = ${o.instansi}`),
    ).toEqual([{ payload: { instansiId: o.instansi } }])
    expect(await set(o.third, low)).toMatchObject({ lines: 0 }) // its standard does not ask for it
  })

  it('no longer counts where the standard stopped asking for it, or the jabatan is of another jenjang', async () => {
    await set(o.first, high)
    await set(o.lone, low)
    await rows(`UPDATE jabatan SET jenjang = 'administrator' WHERE id = ${o.lone}`)
    await recalculate({ db: database.outer, clock }, o.instansi)
    expect(await difOf()).toBe(0.888889)
    await rows(`UPDATE standard SET state = 'archived', active_until = '2026-11-01' WHERE jabatan_id = ${o.lone}`)
    await recalculate({ db: database.outer, clock }, o.instansi)
    expect(
      await rows(`SELECT jenjang, dif_points, dif_posts FROM need_factor WHERE instansi_id = ${o.instansi} ORDER BY jenjang`),
    ).toEqual([
      { jenjang: 'administrator', dif_points: null, dif_posts: null },
      { jenjang: 'pengawas', dif_points: 8, dif_posts: 1 },
    ])
  })

  it('of a day that has passed is what jabatan were rated that day', async () => {
    await set(o.first, low, { today: '2025-03-01' })
    await set(o.second, high, { today: '2026-02-01' })
    const dif = async (day: string) => {
      const id = await asJob(database.outer, tx => askRecount(tx, { instansiId: o.instansi, day, by: 'uji', at: clock.now() }))
      await recountDay({ db: database.outer, clock }, id)
      const [run] = await rows<{ needs: { dif: number | null }[] }>(`SELECT needs FROM recount WHERE id = ${id}`)
      return run!.needs[0]!.dif
    }
    // nothing; 5/9; (5 + 8) / 18
    expect([await dif('2025-02-28'), await dif('2025-03-01'), await dif('2026-01-31'), await dif('2026-02-01')]).toEqual([
      null,
      0.555556,
      0.555556,
      0.722222,
    ])
  })
})

describe('the pages', () => {
  const path = () => `/kebutuhan/dif/jabatan/${o.first}`
  const form = (more: Record<string, string> = {}) => ({
    'butir-0': `gap ${o.competency}`,
    'kesulitan-0': 't',
    'kepentingan-0': 't',
    'kekerapan-0': 's',
    'butir-1': 'training sakip',
    'kesulitan-1': '',
    'kepentingan-1': '',
    'kekerapan-1': '',
    ...more,
  })

  it('find a jabatan by its words, jenjang and what is missing, and how much of it was rated', async () => {
    await set(o.lone, low)
    const list = (query = '') => pengelola().get(`/kebutuhan/dif/jabatan?instansi=${o.code}${query}`)
    const { text } = await list()
    for (const words of ['Kepala Seksi Layanan', 'Kepala Subbagian 100%', '0 dari 2', '1 dari 1', '1 dari 3 jabatan sudah diisi'])
      expect(text).toContain(words)
    const found = async (query: string) => {
      const { text } = await list(query)
      return [o.first, o.second, o.third, o.lone].map(id => text.includes(`/kebutuhan/dif/jabatan/${id}"`))
    }
    expect(await found('')).toEqual([true, true, false, true])
    expect(await found('&q=100%25')).toEqual([false, false, false, true])
    expect(await found('&q=perizinan+seksi')).toEqual([true, true, false, false])
    expect(await found('&tampil=belum')).toEqual([true, true, false, false])
    expect(await found('&tampil=terisi&jenjang=pengawas')).toEqual([false, false, false, true])
    await set(o.second, low, { training: true })
    expect(await found(`&butir=gap+${o.competency}`)).toEqual([false, false, false, true])
    expect(await found('&butir=training+sakip')).toEqual([false, true, false, false])
    expect(await found('&jenjang=pelaksana')).toEqual([false, false, false, false])
    const least = (await list('&urut=kurang')).text
    expect(least.indexOf(`/${o.first}"`)).toBeLessThan(least.indexOf(`/${o.lone}"`))
    expect((await pengelola('en').get('/kebutuhan/dif/jabatan')).text).toContain('Of 3 posts, 2 have their DIF')
    const sheet = await readSheetBytes(await (await pengelola().get('/kebutuhan/dif/jabatan.xlsx?q=100%25')).bytes())
    expect(sheet.at(-1)!.slice(1)).toEqual(['Kepala Subbagian 100%', 'Pengawas', 'Dinas Perizinan', 1, 1])
  })

  it('take what was chosen without JavaScript, say what moved, and show who said it and when', async () => {
    const before = (await pengelola().get(path())).text
    for (const words of ['Layanan perizinan', 'Pelatihan SAKIP', 'DIF jenjang belum diketahui', 'Juga untuk 2 jabatan lain'])
      expect(before).toContain(words)
    const answer = await pengelola().post(path(), form({ serupa: 'ya' }))
    expect([answer.status, answer.location]).toEqual([303, path()])
    expect(await kept()).toEqual([o.first, o.second].map(jabatan_id => ({ jabatan_id, ...high, points: 8 })))
    const after = (await pengelola().get(path())).text
    for (const words of ['DIF jenjang sekarang 0,89, rata-rata 2 jabatan', 'Diisi uji, 22 November 2026'])
      expect(after).toContain(words)
    await difOf()
    const [need] = await rows<{ id: number }>(`SELECT id FROM need WHERE instansi_id = ${o.instansi} AND kind = 'gap'`)
    const page = (await pengelola().get(`/kebutuhan/${need!.id}`)).text
    expect(page).toContain('DIF rata-rata dari 2 jabatan.')
    expect(page).toContain(`href="/kebutuhan/dif/jabatan?instansi=${o.code}&amp;jenjang=pengawas&amp;butir=gap+${o.competency}"`)
    expect((await bappeda().get(`/kebutuhan/${need!.id}`)).text).not.toContain('/kebutuhan/dif/jabatan')
    expect((await pengelola().get(`/kebutuhan/dif?instansi=${o.code}&jenjang=pengawas`)).text).toContain(
      'DIF dari 2 jabatan yang diisi sendiri',
    )
  })

  it('refuse a line that was begun and not finished, with what was chosen and the tick', async () => {
    const page = await pengelola().post(path(), form({ 'kekerapan-0': '', 'kesulitan-1': 's', serupa: 'ya' }))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Layanan perizinan: Pilih juga ini, atau kosongkan ketiganya.')
    expect(page.text).toMatch(/name="kesulitan-0"[^>]*>.*?<option value="t" selected/)
    expect(page.text).toMatch(/name="serupa"[^>]*checked/)
    expect(await kept()).toEqual([])
  })

  it('are for who keeps the needs there, and nobody else', async () => {
    for (const address of ['/kebutuhan/dif/jabatan', path()]) expect((await bappeda().get(address)).status).toBe(403)
    expect((await bappeda().post(path(), form())).status).toBe(403)
    expect((await elsewhere().get(path())).status).toBe(404)
    expect((await elsewhere().post(path(), form())).status).toBe(404)
    const standard = async (role: 'pengelola' | 'bappeda') => {
      const pages = standardsRoutes(servicesFor(database), async () => ({
        people: 0,
        peopleBelow: 0,
        instansi: 0,
        byCompetency: [],
      }))
      return (await browser(actor({ grants: [grant(role, [o.instansi])] }), { pages }).get(`/standar/${o.first}`)).text
    }
    expect(await standard('pengelola')).toContain(`href="${path()}"`)
    expect(await standard('bappeda')).not.toContain(path())
  })
})

describe('the API', () => {
  const put = (data: object[], who = pengelola()) =>
    who.send(`/api/v1/jabatan/${o.first}/dif`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ data, alike: true }),
    })
  it('says and takes DIF of a jabatan', async () => {
    const line = { kind: 'gap', competency: `DIF.${o.instansi}`, subject: null, ...high }
    expect((await put([line])).json()).toEqual({ lines: 2, posts: 2 })
    expect((await put([{ ...line, frequency: null }])).status).toBe(422)
    expect((await put([{ ...line, competency: 'LAIN' }])).status).toBe(422)
    expect((await put([line], bappeda())).status).toBe(403)
    expect((await put([line], elsewhere())).status).toBe(404)
    expect((await bappeda().get(`/api/v1/jabatan/${o.first}/dif`)).json()).toMatchObject({
      data: [
        { ...line, dif: 0.888889, posts: 2, setBy: 'uji' },
        { kind: 'training', subject: 'sakip', difficulty: null, dif: null, posts: 0, setAt: null },
      ],
    })
  })
})
