import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actor, browser, grant, servicesFor } from '../../../test/factories/browser.ts'
import { enrol, newClass, newCourse, newProvider } from '../../../test/factories/learning.ts'
import { newInstansi, newJabatan, newPegawai, newTenure, newUnit } from '../../../test/factories/people.ts'
import { readSheetBytes } from '../../../test/factories/workbook.ts'
import type { Scope } from '../../platform/actor.ts'
import { fixedClock } from '../../platform/clock.ts'
import { asClass, asJob, type Database, inScope, sql } from '../../platform/db/index.ts'
import { complete } from '../completion/complete.ts'
import { evaluationApi } from './api.ts'
import { askAtOnce, askWhoIsDue } from './jobs.ts'
import { evaluationRoutes } from './routes.ts'
import { behaviourItems, laterItems, organiserItems, trainerItems } from './rules/items.ts'

let database: Database
const o = { instansi: 0, head: 0, ani: 0, budi: 0, cici: 0, dedi: 0, provider: 0, classId: 0, trainer: 0 }
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const pages = (today = '2026-11-22') => evaluationRoutes({ ...servicesFor(database), clock: fixedClock(`${today}T03:00:00Z`) })
const part = (today: string) => ({ db: database.outer, clock: fixedClock(`${today}T03:00:00Z`) })
const rows = <Row>(query: string) => asJob(database.outer, async tx => (await sql.raw<Row>(query).execute(tx)).rows)
const as = (pegawaiId: number, today?: string) =>
  browser(actor({ accountId: `p${pegawaiId}`, name: `P${pegawaiId}`, pegawaiId, homeInstansiId: o.instansi }), {
    pages: pages(today),
  })
const organiser = () =>
  browser(actor({ accountId: 'kelola', name: 'Kelola', grants: [grant('pengelola', [o.instansi])] }), { pages: pages() })

/** A head and four people of one unit; Ani and Budi completed a class of 24 JP on 20 August. */
beforeEach(async () => {
  await asJob(database.outer, async tx => {
    o.instansi = await newInstansi(tx)
    const unit_id = await newUnit(tx, { instansi_id: o.instansi })
    const post = await newJabatan(tx, { instansi_id: o.instansi, unit_id, is_head: true })
    const [head, ...people] = await Promise.all(
      ['Kepala', 'Ani', 'Budi', 'Cici', 'Dedi'].map((name, at) =>
        newPegawai(tx, { instansi_id: o.instansi, unit_id, name, ...(at === 0 ? { jabatan_id: post } : {}) }),
      ),
    )
    o.head = head!
    ;[o.ani, o.budi, o.cici, o.dedi] = people as [number, number, number, number]
    await newTenure(tx, { pegawai_id: o.head, instansi_id: o.instansi, jabatan_id: post })
    o.provider = await newProvider(tx, o.instansi)
    const { versionId } = await newCourse(tx, o.provider, { title: 'Layanan prima', jp: 24 })
    o.classId = await newClass(tx, o.provider, versionId, { startsOn: '2026-08-18', endsOn: '2026-08-20' })
    const made = await sql<{ id: number }>`
      INSERT INTO trainer (provider_id, name, kind) VALUES (${o.provider}, 'Widya', 'widyaiswara') RETURNING id`.execute(tx)
    o.trainer = made.rows[0]!.id
    await sql`INSERT INTO class_trainer (class_id, trainer_id) VALUES (${o.classId}, ${o.trainer})`.execute(tx)
    await enrol(tx, o.classId, [o.ani, o.budi])
    await complete(
      tx,
      o.classId,
      [o.ani, o.budi].map(pegawaiId => ({ pegawaiId, passed: true, finalScore: 80, on: '2026-08-20', reason: null })),
      { account: 'uji', name: 'Uji', at: new Date('2026-08-20T09:00:00Z') },
    )
  })
})

type TaskRow = { id: number; rater: number; learner: number; relation: string; months: number; done: boolean }
const tasks = (where = 'true') =>
  rows<TaskRow>(
    `SELECT id, rater_id AS rater, pegawai_id AS learner, relation, months, done_at IS NOT NULL AS done FROM evaluation_task
     WHERE class_id = ${o.classId} AND ${where} ORDER BY months, pegawai_id, relation, rater_id`,
  )
const taskOf = async (rater: number, learner: number, months = 3) =>
  (await tasks(`rater_id = ${rater} AND pegawai_id = ${learner} AND months = ${months}`))[0]!.id

describe('right after a class', () => {
  const answers = (score: string) => ({
    ...Object.fromEntries(organiserItems.map(item => [`p_${item}`, score])),
    ...Object.fromEntries(trainerItems.map(item => [`t${o.trainer}_${item}`, score])),
  })

  it('who took part is asked once, answers once, and nobody can see who said what', async () => {
    await askAtOnce(part('2026-08-20'), o.classId, [o.ani, o.budi])
    await askAtOnce(part('2026-08-20'), o.classId, [o.ani, o.budi])
    expect((await tasks('level = 1')).map(row => row.rater)).toEqual([o.ani, o.budi])
    const task = (await tasks(`level = 1 AND rater_id = ${o.ani}`))[0]!.id
    const form = await as(o.ani).get(`/evaluasi/${task}`)
    expect(form.text).toContain('Pengajar: Widya')
    expect((await as(o.ani).post(`/evaluasi/${task}`, { ...answers('4'), saran: 'Ruangnya panas' })).status).toBe(303)
    await as(o.ani).post(`/evaluasi/${task}`, answers('1'))
    expect(
      await rows(
        `SELECT trainer_id IS NULL AS organiser, sum(score)::int AS sum, count(score)::int AS n, max(words) AS words FROM evaluation_voice WHERE class_id = ${o.classId} GROUP BY 1 ORDER BY 1 DESC`,
      ),
    ).toEqual([
      { organiser: true, sum: 24, n: 6, words: 'Ruangnya panas' },
      { organiser: false, sum: 20, n: 5, words: null },
    ])
    const columns = await rows<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'evaluation_voice'",
    )
    expect(columns.map(row => row.name).sort()).toEqual(['class_id', 'id', 'item', 'score', 'trainer_id', 'words'])
  })

  it('what is missing is named and what was typed stays', async () => {
    await askAtOnce(part('2026-08-20'), o.classId, [o.ani])
    const task = (await tasks('level = 1'))[0]!.id
    const typed = answers('5')
    delete (typed as Record<string, string>).p_jadwal
    const refused = await as(o.ani).post(`/evaluasi/${task}`, { ...typed, saran: 'Lanjutkan' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Pilih jawaban untuk “Jadwal dan lamanya pas”')
    expect(refused.text).toContain('Lanjutkan')
    expect((await tasks('level = 1'))[0]!.done).toBe(false)
  })

  it('somebody else’s task is not there', async () => {
    await askAtOnce(part('2026-08-20'), o.classId, [o.ani])
    const task = (await tasks('level = 1'))[0]!.id
    expect((await as(o.budi).get(`/evaluasi/${task}`)).status).toBe(404)
    expect((await as(o.budi).post(`/evaluasi/${task}`, answers('1'))).status).toBe(404)
  })
})

describe('three months later', () => {
  const later = (score: string, more: Record<string, string> = {}) => ({
    ...Object.fromEntries(laterItems.map(item => [`i_${item}`, score])),
    ...more,
  })

  it('oneself, the atasan and two colleagues are asked, not a day before and not twice', async () => {
    await askWhoIsDue(part('2026-11-19'))
    expect(await tasks()).toEqual([])
    await askWhoIsDue(part('2026-11-20'))
    await askWhoIsDue(part('2026-11-21'))
    const ofAni = await tasks(`pegawai_id = ${o.ani}`)
    expect(ofAni.map(row => row.relation)).toEqual(['atasan', 'diri', 'rekan', 'rekan'])
    expect(ofAni.find(row => row.relation === 'atasan')!.rater).toBe(o.head)
    const peers = ofAni.filter(row => row.relation === 'rekan').map(row => row.rater)
    expect(new Set([...peers, o.ani, o.head]).size).toBe(4)
    expect(await rows(`SELECT count(*)::int AS n FROM evaluation_task WHERE class_id = ${o.classId}`)).toEqual([{ n: 8 }])
  })

  it('in a class that ends person by person, the atasan is told of each of them', async () => {
    const told = () => rows<{ n: number }>(`SELECT count(*)::int AS n FROM notices.notice WHERE account_id = 'kepala${o.head}'`)
    await rows(
      `INSERT INTO identity.user_account (id, name, email, pegawai_id) VALUES ('kepala${o.head}', 'Kepala', 'kepala${o.head}@akun.invalid', ${o.head})`,
    )
    await rows(`UPDATE course_class SET starts_on = NULL, ends_on = NULL, pattern = 'mandiri' WHERE id = ${o.classId}`)
    await rows(
      `UPDATE enrolment SET finished_at = '2026-08-25T03:00:00Z' WHERE class_id = ${o.classId} AND pegawai_id = ${o.budi}`,
    )
    await askWhoIsDue(part('2026-11-20'))
    expect(await told()).toEqual([{ n: 1 }])
    await askWhoIsDue(part('2026-11-25'))
    expect(await told()).toEqual([{ n: 2 }])
  })

  it('six months later once more; a short course is not asked after', async () => {
    await asJob(database.outer, tx =>
      sql`UPDATE course_version SET jp = 4 WHERE id = (SELECT version_id FROM course_class WHERE id = ${o.classId})`.execute(tx),
    )
    await askWhoIsDue(part('2026-11-21'))
    expect(await tasks()).toEqual([])
    await asJob(database.outer, tx =>
      sql`UPDATE course_version SET jp = 24 WHERE id = (SELECT version_id FROM course_class WHERE id = ${o.classId})`.execute(tx),
    )
    await askWhoIsDue(part('2026-11-21'))
    await askWhoIsDue(part('2027-02-20'))
    expect([...new Set((await tasks()).map(row => row.months))]).toEqual([3, 6])
  })

  it('the atasan confirms the behaviour; the person reads it, and the report counts it', async () => {
    await askWhoIsDue(part('2026-11-20'))
    const task = await taskOf(o.head, o.ani)
    const undecided = await as(o.head).post(`/evaluasi/${task}`, later('4'))
    expect(undecided.status).toBe(422)
    expect(undecided.text).toContain('Apakah perilaku yang dilatih sudah tampak')
    expect(
      (await as(o.head).post(`/evaluasi/${task}`, later('4', { putusan: 'ya', catatan: 'Antrean lebih rapi' }))).status,
    ).toBe(303)
    const own = await as(o.ani).get('/evaluasi')
    expect(own.text).toContain('Ya, tampak')
    expect(own.text).toContain('Antrean lebih rapi')
    const report = await organiser().get('/evaluasi/laporan')
    expect(report.text).toContain('100 %')
    expect(report.text).toContain('Layanan prima')
  })

  it('“not seen yet” is no score: it lowers no mean', async () => {
    await askWhoIsDue(part('2026-11-20'))
    const task = await taskOf(o.head, o.ani)
    await as(o.head).post(`/evaluasi/${task}`, later('-', { putusan: 'sebagian', [`i_${behaviourItems[0]}`]: '5' }))
    expect(
      await rows(`SELECT count(score)::int AS scored, count(*)::int AS all FROM evaluation_answer WHERE class_id = ${o.classId}`),
    ).toEqual([{ scored: 1, all: 11 }])
  })

  it('what a colleague says is seen by nobody: not by the person, who manages, or who holds the class', async () => {
    await askWhoIsDue(part('2026-11-20'))
    const peer = (await tasks(`pegawai_id = ${o.ani} AND relation = 'rekan'`))[0]!
    await as(peer.rater).post(`/evaluasi/${peer.id}`, later('1', { catatan: 'rahasia' }))
    const seen = sql<{ n: number }>`
      SELECT (SELECT count(*) FROM evaluation_answer WHERE class_id = ${o.classId})::int
        + (SELECT count(*) FROM evaluation_task WHERE class_id = ${o.classId} AND relation = 'rekan')::int AS n`
    const scopes: Scope[] = [
      { kind: 'people', people: [o.ani] },
      { kind: 'instansi', instansi: [o.instansi] },
      { kind: 'mixed', instansi: [o.instansi], people: [o.ani] },
      { kind: 'nation' },
      { kind: 'none' },
    ]
    for (const scope of scopes)
      expect((await inScope(database.outer, scope, tx => seen.execute(tx))).rows, scope.kind).toEqual([{ n: 0 }])
    expect((await asClass(database.outer, o.classId, tx => seen.execute(tx))).rows).toEqual([{ n: 0 }])
    expect(await rows(`SELECT note FROM evaluation_task WHERE id = ${peer.id}`)).toEqual([{ note: null }])
    const page = await organiser().get(`/kelas/${o.classId}/evaluasi`)
    expect(page.text).toContain('terlalu sedikit jawaban')
  })
})

describe('the page of a class', () => {
  it('asks the database at most six times', async () => {
    const asked: string[] = []
    const db = database.outer.withPlugin({
      transformQuery: ({ node }) => {
        asked.push(JSON.stringify(node))
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const services = { ...servicesFor(database), db }
    const who = actor({ accountId: 'kelola', grants: [grant('pengelola', [o.instansi])] })
    const page = await browser(who, { pages: evaluationRoutes(services) }).get(`/kelas/${o.classId}/evaluasi`)
    expect(page.status).toBe(200)
    const queries = asked.filter(one => !one.includes('SET LOCAL'))
    expect(queries.length).toBeGreaterThan(2)
    expect(queries.length).toBeLessThanOrEqual(6)
  })
})

describe('what was learned', () => {
  const path = () => `/kelas/${o.classId}/evaluasi`
  type Try = [pegawaiId: number, purpose: 'pretest' | 'posttest' | 'quiz', score: number, number?: number, day?: string]
  const quizzes = async (...tries: Try[]) =>
    asJob(database.outer, async tx => {
      for (const purpose of ['pretest', 'posttest', 'quiz'])
        await sql`
          INSERT INTO lesson (version_id, sort, kind, title, minutes, content, made_by, made_at, changed_at)
          SELECT version_id, 1, 'quiz', ${purpose}, 5, jsonb_build_object('purpose', ${purpose}::text), 'uji', now(), now()
          FROM course_class WHERE id = ${o.classId}`.execute(tx)
      for (const [pegawaiId, purpose, score, number = 1, day = purpose === 'pretest' ? '2026-08-18' : '2026-08-20'] of tries)
        await sql`
          INSERT INTO quiz_attempt (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, seed, questions, started_at, ended_at, ended_by,
            score, passed)
          SELECT ${pegawaiId}::int, c.id, l.id, ${number}::int, ${o.instansi}::int, ${o.instansi}::int, 1, '[]', ${`${day}T01:00:00Z`}::timestamptz,
            ${`${day}T01:30:00Z`}::timestamptz, 'person', ${score}::numeric, true
          FROM course_class c JOIN lesson l ON l.version_id = c.version_id AND l.title = ${purpose} WHERE c.id = ${o.classId}`.execute(
          tx,
        )
    })
  const all = (): Try[] => [
    [o.ani, 'pretest', 40],
    [o.ani, 'posttest', 70],
    [o.budi, 'pretest', 50],
    [o.budi, 'posttest', 80],
    [o.cici, 'pretest', 60],
    [o.cici, 'posttest', 90],
  ]

  it('is the gain of those who took both tests, shown to who holds the class and in the report', async () => {
    await quizzes(...all(), [o.dedi, 'pretest', 0], [o.dedi, 'quiz', 100])
    const page = await organiser().get(path())
    expect(page.text).toContain('kenaikan dari 50,0 ke 80,0, 3 orang')
    expect(page.text).toContain('60 %')
    for (const by of ['kursus', 'pengajar', 'penyelenggara'])
      expect((await organiser().get(`/evaluasi/laporan?menurut=${by}`)).text, by).toContain('50,0 → 80,0')
  })

  it('counts the first try at each: practice with the questions is no learning', async () => {
    await quizzes(...all(), [o.ani, 'pretest', 100, 2], [o.ani, 'posttest', 100, 2])
    expect((await organiser().get(path())).text).toContain('kenaikan dari 50,0 ke 80,0, 3 orang')
  })

  it('who was tested “before” only afterwards is left out; of two people no mean is shown', async () => {
    await quizzes(...all().slice(0, 5), [o.cici, 'posttest', 90, 1, '2026-08-17'])
    const page = await organiser().get(path())
    expect(page.text).toContain('Baru 2 orang mengikuti keduanya')
    expect(page.text).not.toContain('45,0')
    expect((await organiser().get('/evaluasi/laporan')).text).toContain('terlalu sedikit jawaban')
  })

  it('the API says all four levels, and of two people nothing', async () => {
    await quizzes(...all().slice(0, 4))
    await organiser().post(`${path()}/indikator`, {
      ...{ indikator: 'Waktu layanan', satuan: 'hari', arah: 'turun', sebelum: '14', tanggal_sebelum: '2026-01-31' },
      ...{ sesudah: '9', tanggal_sesudah: '2026-10-31' },
    })
    const api = browser(actor({ accountId: 'kelola', grants: [grant('pengelola', [o.instansi])] }), {
      api: evaluationApi(servicesFor(database)),
    })
    const evaluations = (await api.get('/api/v1/evaluations?by=provider&limit=500')).json() as { data: { id: number }[] }
    expect(evaluations.data.find(row => row.id === o.provider)).toMatchObject({
      classes: 1,
      finished: 2,
      reaction: { mean: null, answers: 0 },
      learned: { before: null, after: null, gain: null, people: 2 },
      confirmed: { yes: 0, answers: 0 },
      effects: { improved: 1, measured: 1 },
    })
    expect((await api.get('/api/v1/evaluations?by=unit')).status).toBe(400)
    const pegawai = browser(actor({ pegawaiId: o.ani, homeInstansiId: o.instansi }), {
      api: evaluationApi(servicesFor(database)),
    })
    expect((await pegawai.get('/api/v1/evaluations')).status).toBe(403)
  })

  it('without tests says how they are made', async () => {
    expect((await organiser().get(path())).text).toContain('satu bertujuan pre-test dan satu post-test')
  })

  it('the list finds, sorts and turns; what is unknown stands last either way', async () => {
    const other = await asJob(database.outer, async tx => {
      const { versionId } = await newCourse(tx, o.provider, { title: 'Arsip' })
      const classId = await newClass(tx, o.provider, versionId)
      await enrol(tx, classId, [o.dedi], 'completed')
      return classId
    })
    expect(other).toBeGreaterThan(0)
    await quizzes(...all())
    const order = async (query: string) => {
      const { text } = await organiser().get(`/evaluasi/laporan?${query}`)
      return [...text.matchAll(/>(Arsip|Layanan prima)</g)].map(found => found[1])
    }
    expect((await order('')).slice(0, 1)).toEqual(['Arsip'])
    expect((await order('urut=kenaikan')).at(0)).toBe('Layanan prima')
    expect((await order('urut=kenaikan&arah=turun')).at(0)).toBe('Layanan prima')
    expect(await order('q=arsip')).not.toContain('Layanan prima')
    expect((await organiser().get('/evaluasi/laporan?q=tidakada')).text).toContain('Tidak ada yang cocok')
  })
})

describe('the year of a report', () => {
  /** Beside the class of August 2026: one that ended in 2025, and one without days that was finished an hour into 2026. */
  beforeEach(() =>
    asJob(database.outer, async tx => {
      const old = await newCourse(tx, o.provider, { title: `Lama ${o.instansi}` })
      const classId = await newClass(tx, o.provider, old.versionId, { startsOn: '2025-12-29', endsOn: '2025-12-31' })
      await enrol(tx, classId, [o.ani, o.budi, o.cici], 'completed')
      const alone = await newCourse(tx, o.provider, { title: `Mandiri ${o.instansi}` })
      const open = await newClass(tx, o.provider, alone.versionId, { pattern: 'mandiri' })
      await enrol(tx, open, [o.dedi], 'completed')
      await sql`UPDATE enrolment SET finished_at = '2025-12-31T18:00:00Z' WHERE class_id = ${open}`.execute(tx)
    }),
  )
  const path = '/evaluasi/laporan'
  const shown = (text: string) => ['Lama', 'Mandiri'].filter(name => text.includes(`>${name} ${o.instansi}<`))
  const api = () =>
    browser(actor({ accountId: 'kelola', grants: [grant('pengelola', [o.instansi])] }), {
      api: evaluationApi(servicesFor(database)),
    })

  it('is the latest in which a class ended, and says so; another one or all of them where asked', async () => {
    const latest = (await organiser().get(path)).text
    expect(latest).toContain('Kelas yang berakhir pada 2026')
    expect(shown(latest)).toEqual(['Mandiri'])
    expect(shown((await organiser().get(`${path}?tahun=2025`)).text)).toEqual(['Lama'])
    expect(shown((await organiser().get(`${path}?tahun=semua`)).text)).toEqual(['Lama', 'Mandiri'])
    expect(shown((await organiser().get(`${path}?tahun=20x6`)).text)).toEqual(['Mandiri'])
    const none = await organiser().get(`${path}?tahun=2019`)
    expect([none.status, shown(none.text)]).toEqual([200, []])
    expect(none.text).toContain('Tidak ada kelas yang berakhir pada 2019')
    expect(none.text).not.toContain('Pembelajaran yang perilakunya dikonfirmasi atasan')
  })

  it('is kept by the tabs, the workbook and the cost beside it', async () => {
    const { text } = await organiser().get(`${path}?tahun=2025`)
    for (const href of [`${path}?menurut=pengajar&amp;tahun=2025`, `${path}.xlsx?tahun=2025`, `${path}/biaya?tahun=2025`])
      expect(text).toContain(`href="${href}"`)
  })

  it('is the same on the page, in the workbook and by program', async () => {
    for (const [tahun, year, classes, finished] of [
      ['2025', '2025', 1, 3],
      ['2026', '2026', 2, 3],
      ['semua', 'all', 3, 6],
    ] as const) {
      const query = `menurut=penyelenggara&tahun=${tahun}`
      const { text } = await organiser().get(`${path}?${query}`)
      const line = text.slice(text.indexOf(`href="/penyelenggara/${o.provider}"`)).split('</tr>')[0]!
      expect(line, tahun).toContain(`${classes} kelas`)
      const { provider } = await asJob(database.outer, async tx => {
        const { rows } = await sql<{ provider: string }>`SELECT name AS provider FROM provider WHERE id = ${o.provider}`.execute(
          tx,
        )
        return rows[0]!
      })
      const sheet = await readSheetBytes(await (await organiser().get(`${path}.xlsx?${query}`)).bytes())
      const row = sheet.find(cells => cells.includes(provider))!
      expect(row.slice(1, 3).map(String), tahun).toEqual([String(classes), String(finished)])
      const answer = (await api().get(`/api/v1/evaluations?by=provider&limit=500&year=${year}`)).json() as {
        year: number | null
        data: { id: number }[]
      }
      expect(
        answer.data.find(one => one.id === o.provider),
        year,
      ).toMatchObject({ classes, finished })
      expect(answer.year).toBe(year === 'all' ? null : Number(year))
    }
    expect((await api().get('/api/v1/evaluations?year=26')).status).toBe(400)
  })
})

describe('what the unit achieves', () => {
  const path = () => `/kelas/${o.classId}/evaluasi`
  const typed = { indikator: 'Waktu layanan', satuan: 'hari', arah: 'turun', sebelum: '14', tanggal_sebelum: '2026-01-31' }

  it('an indicator is measured before and after, and its direction says whether it improved', async () => {
    expect((await organiser().post(`${path()}/indikator`, typed)).status).toBe(303)
    expect((await organiser().get(path())).text).toContain('belum diukur')
    const [{ id }] = (await rows<{ id: number }>(`SELECT id FROM evaluation_effect WHERE class_id = ${o.classId}`)) as [
      { id: number },
    ]
    await organiser().post(`${path()}/indikator/${id}`, { sesudah: '9', tanggal_sesudah: '2026-01-01' })
    expect((await organiser().get(path())).text).toContain('belum diukur')
    await organiser().post(`${path()}/indikator/${id}`, { sesudah: '9,5', tanggal_sesudah: '2026-10-31' })
    expect((await organiser().get(path())).text).toContain('membaik')
  })

  it('what is wrong is named at its field and what was typed stays', async () => {
    const refused = await organiser().post(`${path()}/indikator`, {
      ...typed,
      sebelum: 'empat belas',
      tanggal_sebelum: '2026-02-31',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('empat belas')
    expect(refused.text).toContain('Pilih tanggal yang sudah lewat')
  })

  it('a unit that is not of the list is refused, and does not become the whole instansi', async () => {
    const before = await rows('SELECT count(*)::int AS n FROM evaluation_effect')
    const refused = await organiser().post(`${path()}/indikator`, { ...typed, unit: '999999' })
    expect([refused.status, refused.text.includes('Pilih unit dari daftar yang tampil')]).toEqual([422, true])
    expect(await rows('SELECT count(*)::int AS n FROM evaluation_effect')).toEqual(before)
  })

  it('the cost is whole rupiah, or not known', async () => {
    await organiser().post(`${path()}/biaya`, { biaya: 'Rp30.000.000' })
    expect((await organiser().get(path())).text).toContain('30.000.000')
    expect((await organiser().post(`${path()}/biaya`, { biaya: 'gratis' })).status).toBe(422)
    await organiser().post(`${path()}/biaya`, { biaya: '' })
    expect(await rows(`SELECT cost_spent AS cost FROM course_class WHERE id = ${o.classId}`)).toEqual([{ cost: null }])
  })

  it('is for who holds the class', async () => {
    expect([403, 404]).toContain((await as(o.ani).get(path())).status)
    expect([403, 404]).toContain((await as(o.ani).post(`${path()}/biaya`, { biaya: '1' })).status)
    expect((await as(o.ani).get('/evaluasi/laporan')).status).toBe(403)
  })
})
