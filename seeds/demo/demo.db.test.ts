import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isCaptions } from '../../src/learning/lessons/rules/captions.ts'
import { asJob, type Database, migrate, openDatabase, sql } from '../../src/platform/db/index.ts'
import { contentOf, folderFiles } from '../../src/platform/files/index.ts'
import { loadReference } from '../reference/index.ts'
import { type Demo, generateDemo, loadDemo, type Shelf } from './index.ts'

const today = '2026-11-22'
let database: Database
let demo: Demo
let hashed = 0
let shelf: Shelf
const folder = mkdtempSync(join(tmpdir(), 'piawai-seed-'))

const rows = <T>(text: string) => asJob(database.outer, async tx => (await sql.raw<T>(text).execute(tx)).rows)
const one = async <T>(text: string) => (await rows<T>(text))[0]!
const digestOf = ({ tables, results, ratings }: Demo) =>
  createHash('sha256')
    .update(JSON.stringify([tables, results, ratings]))
    .digest('hex')

beforeAll(async () => {
  database = await openDatabase({ dataFolder: null })
  await migrate(database, 'migrations')
  shelf = { from: 'seeds/demo/files', files: folderFiles(folder) }
  const start = performance.now()
  await loadDemo(database, {
    today,
    hashPassword: async plain => {
      hashed++
      return `digest of ${plain}`
    },
    shelf,
  })
  console.log(`demo loaded in ${Math.round(performance.now() - start)} ms`)
  demo = generateDemo(today)
}, 120_000)
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const beside = `'coaching', 'mentoring', 'komunitas_belajar', 'belajar_mandiri', 'bimbingan_kerja', 'magang', 'patok_banding', 'detasering'`

describe('the generator', () => {
  it('gives the same rows twice, and others for another day', () => {
    const again = generateDemo(today)
    expect(digestOf(again)).toBe(digestOf(demo))
    expect(digestOf(generateDemo('2027-03-01'))).not.toBe(digestOf(demo))
  })

  it('keeps the people and the coverage whatever the day it is loaded', () => {
    const provincial = demo.tables.find(table => table.name === 'pegawai')!.rows as Record<string, unknown>[]
    const active = new Set(provincial.filter(row => row.instansi_id === 2 && row.status === 'aktif').map(row => row.pegawai_id))
    for (const day of ['2026-01-15', '2026-12-31', '2028-02-29', '2031-06-04']) {
      const other = generateDemo(day)
      const now = Date.parse(`${day}T00:00:00Z`) / 86_400_000
      const { results } = other
      const valid = results.pegawai.filter(
        (_, n) => results.validUntil[n]! >= now && /^(M|SK)/.test(results.codes[results.competency[n]! - 1]!),
      )
      expect(new Set(valid.filter(id => active.has(id))).size).toBe(5210)
      expect(results.assessedOn.every(at => at <= now)).toBe(true)
      expect(other.tables.find(table => table.name === 'pegawai')).toEqual(demo.tables.find(table => table.name === 'pegawai'))
    }
  })

  it('writes only numbers of a valid form (DOMAIN 11)', () => {
    const people = demo.tables.find(table => table.name === 'pegawai')!.rows as Record<string, string>[]
    const wrong = people.filter(({ nip, birth_date, sex, employment }) => {
      const [, birth, appointed, sexDigit] = /^(\d{8})(\d{6})([12])(\d{3})$/.exec(nip!) ?? []
      const contract = employment!.startsWith('pppk')
      const month = Number(appointed?.slice(4))
      const year = Number(appointed?.slice(0, 4))
      const born = new Date(`${birth_date}T00:00:00Z`)
      const date = contract ? new Date(Date.UTC(year, 11, 31)) : new Date(Date.UTC(year, month - 1, 1))
      const age = (date.getTime() - born.getTime()) / 31_557_600_000
      const formFits = contract ? month === 21 : month >= 1 && month <= 12
      const ageFits = age >= 18 && age <= 58.5 && born.getUTCFullYear() >= 1966 && born.getUTCFullYear() <= 2003
      return birth !== birth_date!.replaceAll('-', '') || !formFits || !ageFits || sexDigit !== (sex === 'l' ? '1' : '2')
    })
    expect(wrong).toEqual([])
    expect(new Set(people.map(row => row.nip)).size).toBe(people.length)
  })
})

describe('the loaded demo', () => {
  it('has as many rows as were generated, and hashed the password once', async () => {
    const expected = Object.fromEntries(demo.tables.map(table => [table.name, table.rows.length]))
    // Campaigns are played after the rows are in: they bring results of their own, and one more asesor.
    const played = await one<{ n: number }>(
      "SELECT count(*) AS n FROM assessment_result WHERE campaign_id IS NOT NULL OR method = 'pembelajaran'",
    )
    expect(played.n).toBeGreaterThan(500)
    expected.assessment_result = demo.results.pegawai.length + played.n
    expected['identity.user_account']! += 1
    expected['identity.role_grant']! += 1
    expected.performance_rating = demo.ratings.pegawai.length
    // Who passed one of the classes that are over has it on record.
    const passed = await one<{ n: number }>("SELECT count(*) AS n FROM enrolment WHERE state = 'completed'")
    expect(passed.n).toBeGreaterThan(100)
    const taught = await one<{ n: number }>("SELECT count(*) AS n FROM learning_record WHERE source = 'kelas'")
    expect(taught.n).toBe(passed.n)
    // Beside the trainings that are drawn, people learn in other ways; the year of the persona is written anew.
    const drawn = demo.tables.find(table => table.name === 'learning_record')!.rows.filter(row => row.pegawai_id !== 5944)
    const kept = await one<{ n: number; beside: number }>(`
      SELECT count(*) FILTER (WHERE form NOT IN (${beside})) AS n, count(*) FILTER (WHERE form IN (${beside})) AS beside
      FROM learning_record WHERE source = 'impor' AND pegawai_id <> 5944`)
    expect(kept.n).toBe(drawn.length)
    expect(kept.beside).toBeGreaterThan(5000)
    delete expected.learning_record
    const counts = Object.keys(expected).map(name => `SELECT '${name}' AS name, count(*) AS n FROM ${name}`)
    const found = await rows<{ name: string; n: number }>(counts.join(' UNION ALL '))
    expect(Object.fromEntries(found.map(row => [row.name, row.n]))).toEqual(expected)
    expect(hashed).toBe(1)
  })

  it('holds activities of every kind and state, logged in the past and within their days, and what is approved on record', async () => {
    const found = await one<{ kinds: number; states: number; astray: number; unrecorded: number }>(`
      SELECT count(DISTINCT a.kind)::int AS kinds, count(DISTINCT a.state)::int AS states,
        (SELECT count(*)::int FROM activity_log l JOIN activity x ON x.id = l.activity_id
          WHERE l.on_date >= '${today}' OR l.on_date NOT BETWEEN x.starts_on AND x.ends_on) AS astray,
        count(*) FILTER (WHERE a.state = 'approved' AND NOT EXISTS (
          SELECT FROM learning_record r WHERE r.source = 'kegiatan' AND r.source_id = a.id AND r.pegawai_id = a.pegawai_id))::int AS unrecorded
      FROM activity a`)
    expect(found).toEqual({ kinds: 8, states: 8, astray: 0, unrecorded: 0 })
    const waiting = await rows<{ boss: string; n: number }>(`
      SELECT u.id AS boss, count(*)::int AS n FROM activity a JOIN pegawai_atasan s USING (pegawai_id)
      JOIN identity.user_account u ON u.pegawai_id = s.atasan_id
      WHERE a.state = 'reported' OR (a.state = 'proposed' AND a.partner_id IS NULL) GROUP BY 1 ORDER BY 1`)
    expect(waiting).toEqual([
      { boss: 'demo-atasan', n: 5 },
      { boss: 'demo-penyelenggara', n: 2 },
    ])
  })

  it('holds communities that somebody leads, in which only members speak, and whose closed meetings are on record once', async () => {
    const found = await one<{ communities: number; leaderless: number; strangers: number; there: number; recorded: number }>(`
      SELECT count(*)::int AS communities,
        count(*) FILTER (WHERE NOT EXISTS (SELECT FROM community_member m WHERE m.community_id = c.id AND m.leads))::int AS leaderless,
        (SELECT count(*)::int FROM community_reply r
          WHERE NOT EXISTS (SELECT FROM community_member m WHERE m.community_id = r.community_id AND m.pegawai_id = r.pegawai_id)) AS strangers,
        (SELECT count(*)::int FROM community_attendance) AS there,
        (SELECT count(*)::int FROM learning_record WHERE source = 'komunitas') AS recorded
      FROM community c`)
    expect(found).toEqual({ communities: 5, leaderless: 0, strangers: 0, there: 58, recorded: 58 })
  })

  it('holds fourteen classes in every state with some 450 people, counted as they stand', async () => {
    const classes = await rows<{ state: string; n: number }>(
      'SELECT state, count(*)::int AS n FROM course_class WHERE starts_on IS NOT NULL GROUP BY 1 ORDER BY 1',
    )
    expect(classes).toEqual([
      { state: 'cancelled', n: 1 },
      { state: 'closed', n: 4 },
      { state: 'draft', n: 1 },
      { state: 'open', n: 6 },
      { state: 'running', n: 2 },
    ])
    const wrong = await rows(`
      SELECT c.id FROM course_class c LEFT JOIN enrolment e ON e.class_id = c.id GROUP BY c.id
      HAVING c.seats_taken <> count(*) FILTER (WHERE e.state IN ('enrolled', 'completed', 'failed'))
        OR c.seats_waiting <> count(*) FILTER (WHERE e.state = 'waiting') OR c.seats_asked <> count(*) FILTER (WHERE e.state = 'requested')
        OR c.seats_taken > c.seats_max`)
    expect(wrong).toEqual([])
    const people = await one<{ n: number }>(
      'SELECT count(*) AS n FROM enrolment e JOIN course_class c ON c.id = e.class_id WHERE c.starts_on IS NOT NULL',
    )
    expect(people.n).toBeGreaterThan(330)
    const four = await one<{ n: number }>(`
      SELECT count(DISTINCT e.instansi_id)::int AS n FROM enrolment e JOIN course_class c ON c.id = e.class_id AND c.name = 'Angkatan XV'`)
    expect(four.n).toBe(4)
  })

  it('counts 6,129 active ASN in the province, 5,210 of them validly mapped, 250 only in the past', async () => {
    const found = await one<{ active: number; mapped: number; expired: number }>(`
      WITH state AS (
        SELECT p.pegawai_id, max(r.valid_until) AS until
        FROM pegawai p JOIN instansi i ON i.id = p.instansi_id AND i.region_code = '19'
        LEFT JOIN (assessment_result r JOIN competency c ON c.id = r.competency_id AND c.pillar IN ('manajerial', 'sosial_kultural'))
          ON r.pegawai_id = p.pegawai_id
        WHERE p.status = 'aktif' GROUP BY 1)
      SELECT count(*) AS active, count(*) FILTER (WHERE until >= '${today}') AS mapped,
        count(*) FILTER (WHERE until < '${today}') AS expired FROM state`)
    expect(found).toEqual({ active: 6129, mapped: 5210, expired: 250 })
    const future = await one<{ n: number }>(`SELECT count(*) AS n FROM assessment_result WHERE assessed_on > '${today}'`)
    expect(future.n).toBe(0)
  })

  it('has eight local governments under the ministry, each with its own coverage', async () => {
    const found = await rows<{ region_code: string; guide: string; active: number; share: number }>(`
      SELECT i.region_code, g.region_code AS guide, count(*) AS active, round(100.0 * count(v.pegawai_id) / count(*))::int AS share
      FROM instansi i JOIN instansi g ON g.id = i.guided_by JOIN pegawai p ON p.instansi_id = i.id AND p.status = 'aktif'
      LEFT JOIN (SELECT DISTINCT r.pegawai_id FROM assessment_result r JOIN competency c ON c.id = r.competency_id
        WHERE c.pillar IN ('manajerial', 'sosial_kultural') AND r.valid_until >= '${today}') v ON v.pegawai_id = p.pegawai_id
      GROUP BY 1, 2 ORDER BY 1`)
    expect(found.map(row => [row.region_code, row.guide])).toEqual([
      ['19', '3001'],
      ...['19.01', '19.02', '19.03', '19.04', '19.05', '19.06', '19.71'].map(code => [code, '19']),
    ])
    const others = found.slice(1)
    expect(others.every(row => row.active >= 580 && row.active <= 620)).toBe(true)
    expect([Math.min(...others.map(row => row.share)), Math.max(...others.map(row => row.share))]).toEqual([41, 93])
  })

  it('has one head post a unit, at most one definitive holder each, about 93 % filled', async () => {
    const found = await one<Record<string, number>>(`
      SELECT (SELECT count(*) FROM unit WHERE parent_id IS NOT NULL) AS units,
        count(*) AS heads, count(DISTINCT j.unit_id) AS led, count(h.jabatan_id) AS filled, coalesce(max(h.n), 0)::int AS most,
        (SELECT count(*) FROM jabatan_history h JOIN pegawai p USING (pegawai_id)
          WHERE h.until_date IS NULL AND h.appointment = 'definitif' AND h.jabatan_id IS DISTINCT FROM p.jabatan_id) AS astray
      FROM jabatan j LEFT JOIN (SELECT jabatan_id, count(*) AS n FROM pegawai GROUP BY 1) h ON h.jabatan_id = j.id WHERE j.is_head`)
    expect(found.heads).toBe(found.units)
    expect(found.led).toBe(found.heads)
    expect([found.most, found.astray]).toEqual([1, 0])
    expect(found.filled! / found.heads!).toBeGreaterThan(0.91)
    expect(found.filled! / found.heads!).toBeLessThan(0.95)
  })

  it('keeps every unit under an office that is its own top', async () => {
    const wrong = await rows(`
      SELECT u.code FROM unit u LEFT JOIN unit p ON p.id = u.parent_id
      WHERE u.top_id IS DISTINCT FROM CASE WHEN p.id IS NULL THEN NULL WHEN p.parent_id IS NULL THEN u.id ELSE p.top_id END
        OR p.instansi_id <> u.instansi_id`)
    expect(wrong).toEqual([])
  })

  const demand =
    '(SELECT d.* FROM (SELECT array_agg(id) AS ids FROM jabatan) a CROSS JOIN LATERAL demands_of(a.ids, current_date) d)'

  it('demands of every jabatan the nine and some technical ones, and shows gaps in all four pillars', async () => {
    const demanded = await one<{ least: number; most: number; mean: number }>(`
      SELECT min(n)::int AS least, max(n)::int AS most, round(avg(n), 1)::float AS mean
      FROM (SELECT j.id, count(r.competency_id) AS n FROM jabatan j LEFT JOIN ${demand} r ON r.jabatan_id = j.id GROUP BY 1) q`)
    expect(demanded).toMatchObject({ least: 11, most: 15 })
    const gaps = await rows<{ pillar: string; n: number }>(`
      SELECT c.pillar, count(*) FILTER (WHERE r.level < q.level) AS n
      FROM assessment_result r JOIN pegawai p USING (pegawai_id) JOIN competency c ON c.id = r.competency_id
      JOIN ${demand} q ON q.jabatan_id = p.jabatan_id AND q.competency_id = r.competency_id GROUP BY 1`)
    expect(gaps.map(row => row.pillar).sort()).toEqual(['manajerial', 'pemerintahan', 'sosial_kultural', 'teknis'])
    expect(gaps.every(row => row.n > 500)).toBe(true)
  })

  it('rated most of the province for the last two years: about seventy percent good, fifteen very good, six to be improved', async () => {
    const found = await rows<{ year: number; predicate: string; n: number }>(`
      SELECT year, predicate, count(*)::int AS n FROM performance_rating r
      WHERE instansi_id = 2 AND period = 'tahunan' AND superseded_at IS NULL GROUP BY 1, 2`)
    for (const year of [2025, 2024]) {
      const ofYear = found.filter(row => row.year === year)
      const all = ofYear.reduce((sum, row) => sum + row.n, 0)
      expect(all / 6129).toBeGreaterThan(0.8)
      const share = (predicate: string) => Math.round((100 * (ofYear.find(row => row.predicate === predicate)?.n ?? 0)) / all)
      expect(share('baik')).toBeGreaterThanOrEqual(67)
      expect(share('baik')).toBeLessThanOrEqual(75)
      expect(share('sangat_baik')).toBeGreaterThanOrEqual(13)
      expect(share('sangat_baik')).toBeLessThanOrEqual(17)
      expect(share('butuh_perbaikan')).toBeGreaterThanOrEqual(5)
      expect(share('butuh_perbaikan')).toBeLessThanOrEqual(9)
      expect(share('kurang')).toBeLessThanOrEqual(5)
    }
    const less = await rows<{ id: number; share: number }>(`
      SELECT p.instansi_id AS id, round(100.0 * count(r.id) / count(*))::int AS share FROM pegawai p
      LEFT JOIN performance_rating r ON r.pegawai_id = p.pegawai_id AND r.year = 2025 AND r.period = 'tahunan' AND r.superseded_at IS NULL
      WHERE p.status = 'aktif' AND p.instansi_id > 2 GROUP BY 1 ORDER BY 1`)
    expect(less.every(row => row.share < 95)).toBe(true)
    expect(less.find(row => row.id === 8)!.share).toBe(0)
  })

  it('rates nobody for a period that is not over, nor before the appointment, and keeps what was corrected', async () => {
    const found = await one<Record<string, number>>(`
      SELECT count(*) FILTER (WHERE period_end >= '${today}')::int AS unfinished,
        count(*) FILTER (WHERE superseded_at IS NOT NULL)::int AS replaced,
        count(*) FILTER (WHERE recorded_at > '${today}'::date + 1)::int AS future,
        count(*) FILTER (WHERE rater_nip IS NULL)::int AS unrated_by_name, count(*)::int AS all_of_them
      FROM performance_rating`)
    expect(found).toMatchObject({ unfinished: 0, future: 0 })
    expect(found.replaced).toBeGreaterThan(5)
    expect(found.unrated_by_name! / found.all_of_them!).toBeLessThan(0.2)
    const now = await one<{ n: number; people: number }>(
      'SELECT count(*)::int AS n, count(DISTINCT pegawai_id)::int AS people FROM performance_now',
    )
    expect(now.n).toBe(now.people)
    expect(now.n).toBeGreaterThan(8000)
  })

  it('knows of every need three, four or all five factors', async () => {
    const found = await rows<{ known: number }>(`
      SELECT DISTINCT 2 + (difficulty IS NOT NULL)::int + (goal_link IS NOT NULL)::int + (mandate IS NOT NULL)::int AS known
      FROM need_factor ORDER BY 1`)
    expect(found.map(row => row.known)).toEqual(expect.arrayContaining([3, 4, 5]))
    const wide = await one<{ n: number }>('SELECT count(DISTINCT instansi_id) AS n FROM need_factor')
    expect(wide.n).toBe(8)
  })

  it('ties the development plans from the Renstra up to the nation, and leaves one sasaran broken off', async () => {
    const found = await one<Record<string, number>>(`
      WITH RECURSIVE up AS (
        SELECT g.id AS of, g.id, g.plan_id, coalesce(g.serves_goal_id, g.parent_id) AS next FROM goal g WHERE g.kind = 'sasaran'
        UNION ALL SELECT up.of, g.id, g.plan_id, coalesce(g.serves_goal_id, g.parent_id) FROM up JOIN goal g ON g.id = up.next)
      SELECT (SELECT count(*) FROM development_plan) AS plans,
        (SELECT count(*) FROM goal g JOIN development_plan p ON p.id = g.plan_id WHERE g.kind = 'sasaran' AND p.instansi_id = 2 AND p.kind = 'rpjmd') AS sasaran,
        (SELECT count(DISTINCT up.of) FROM up JOIN development_plan q ON q.id = up.plan_id AND q.instansi_id IS NULL
           JOIN goal g ON g.id = up.of JOIN development_plan p ON p.id = g.plan_id AND p.instansi_id = 2 AND p.kind = 'rpjmd') AS tied,
        (SELECT count(*) FROM goal WHERE kind = 'indikator' AND (targets = '{}' OR baseline IS NULL)) AS unmeasured,
        (SELECT count(*) FROM development_plan WHERE verified) AS verified`)
    expect(found).toEqual({ plans: 10, sasaran: 8, tied: 7, unmeasured: 0, verified: 0 })
  })

  it('holds the known codes of the nomenclature, each under its parent', async () => {
    const found = await rows<{ version: string; codes: number; sure: number }>(`
      SELECT version, count(*) AS codes, count(*) FILTER (WHERE verified) AS sure FROM nomenclature GROUP BY version ORDER BY version`)
    expect(found).toEqual([
      { version: '900.1-2850/2025', codes: 38, sure: 0 },
      { version: '900.1-861/2026', codes: 38, sure: 0 },
      { version: '900.1.15.5-3406/2024', codes: 38, sure: 6 },
    ])
  })

  it('accredits BPSDM Babel as it was in September 2023 (DOMAIN 6): PKA A, PKP B, PBJ A; Latsar has run out', async () => {
    expect(
      await rows(`SELECT programme, accreditor, peringkat, until_date >= date '${today}' AS holds, verified FROM accreditation
        WHERE provider_id = 1 AND revoked_on IS NULL ORDER BY programme`),
    ).toEqual([
      { programme: 'Latsar CPNS', accreditor: 'LAN', peringkat: 'B', holds: false, verified: false },
      { programme: 'PBJ', accreditor: 'LKPP', peringkat: 'A', holds: true, verified: false },
      { programme: 'PKA', accreditor: 'LAN', peringkat: 'A', holds: true, verified: false },
      { programme: 'PKP', accreditor: 'LAN', peringkat: 'B', holds: true, verified: false },
    ])
  })

  it('teaches thirty courses in all four pillars, each as long as its subjects together; eight may be learned alone at any time', async () => {
    expect(
      await one(`SELECT count(*)::int AS courses, bool_and(v.jp = (SELECT sum(s.jp) FROM course_subject s WHERE s.version_id = v.id)) AS whole,
        bool_and(EXISTS (SELECT FROM course_competency k WHERE k.version_id = v.id)) AS "leadSomewhere"
        FROM course c JOIN course_version v ON v.course_id = c.id AND v.state = 'active'`),
    ).toEqual({ courses: 30, whole: true, leadSomewhere: true })
    expect(
      await rows(
        `SELECT p.short_name AS by, count(*)::int AS n FROM course c JOIN provider p ON p.id = c.provider_id GROUP BY 1 ORDER BY n DESC, by`,
      ),
    ).toEqual([
      { by: 'BPSDM Babel', n: 24 },
      { by: 'BPSDM Kemendagri', n: 2 },
      { by: 'BKPSDMD Bangka', n: 1 },
      { by: 'Bapelkes', n: 1 },
      { by: 'Corpu Babel', n: 1 },
      { by: 'LAN', n: 1 },
    ])
    expect(
      await rows(`SELECT DISTINCT k.pillar FROM course_competency cc JOIN competency k ON k.id = cc.competency_id ORDER BY 1`),
    ).toEqual([{ pillar: 'manajerial' }, { pillar: 'pemerintahan' }, { pillar: 'sosial_kultural' }, { pillar: 'teknis' }])
    expect(await one(`SELECT string_agg(code, ' ' ORDER BY id) AS first FROM course WHERE id <= 6`)).toEqual({
      first: 'INTEGRITAS LAYANAN NASKAH DIGITAL KEUANGAN KOMUNIKASI',
    })
    expect(
      await one(`SELECT count(*)::int AS open, bool_and(v.state = 'active' AND v.jp BETWEEN 3 AND 6) AS short FROM course_class c
        JOIN course_version v ON v.id = c.version_id WHERE c.pattern = 'mandiri' AND c.state = 'open'`),
    ).toEqual({ open: 8, short: true })
    expect(
      await rows(`SELECT s.needed, count(*)::int AS of FROM programme_set s JOIN programme_course c ON c.programme_id = s.programme_id
        AND c.set_sort = s.sort GROUP BY s.programme_id, s.sort, s.needed ORDER BY s.programme_id, s.sort`),
    ).toEqual([
      { needed: null, of: 3 },
      { needed: 2, of: 3 },
      { needed: null, of: 2 },
      { needed: 2, of: 3 },
    ])
  })

  it('lets every demo account in, the atasan with a team that holds the pegawai', async () => {
    const actors = await rows<{
      actor: { username: string; pegawaiId: number | null; teamIds: number[]; grants: { role: string; peopleIds: number[] }[] }
    }>('SELECT identity.actor(id) AS actor FROM identity.user_account WHERE demo_order IS NOT NULL ORDER BY demo_order')
    const by = Object.fromEntries(actors.map(row => [row.actor.username, row.actor]))
    expect(Object.keys(by)).toHaveLength(13)
    expect(by.atasan!.teamIds.length).toBeGreaterThanOrEqual(8)
    expect(by.atasan!.teamIds.length).toBeLessThanOrEqual(20)
    expect(by.atasan!.teamIds).toContain(by.pegawai!.pegawaiId)
    expect(by.pimpinan!.teamIds.length).toBeGreaterThan(25)
    expect([by.asesor!.grants[0]!.peopleIds.length, by.fasilitator!.grants[0]!.peopleIds.length]).toEqual([24, 30])
    const credentials = await one<{ n: number }>(
      `SELECT count(*) AS n FROM identity.credential WHERE password = 'digest of piawai-demo'`,
    )
    expect(credentials.n).toBe(13)
  })

  it('has a film with captions and a handout, kept as an upload would be: 63 seconds, each digest that of the bytes', async () => {
    const files = await rows<{
      kind: string
      key: string
      name: string
      bytes: number
      sha: string
      seconds: number | null
      captions: string | null
    }>(
      `SELECT DISTINCT kind, file_key AS key, file_name AS name, file_bytes::int AS bytes, file_sha256 AS sha, duration_seconds AS seconds,
        captions_key AS captions FROM lesson WHERE file_key IS NOT NULL ORDER BY kind`,
    )
    expect(files.map(({ kind, name, seconds }) => [kind, name, seconds])).toEqual([
      ['pdf', 'Lembar saku integritas.pdf', null],
      ['video', 'Empat pertanyaan.mp4', 63],
    ])
    const [paper, film] = await Promise.all(files.map(one => shelf.files.get(one.key)))
    expect([contentOf(paper!), contentOf(film!)]).toEqual(['pdf', 'mp4'])
    for (const [at, bytes] of [paper!, film!].entries()) {
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([files[at]!.bytes, files[at]!.sha])
    }
    expect(film!.length).toBeLessThan(250_000)
    const captions = await shelf.files.get(files[1]!.captions!)
    expect(isCaptions(captions)).toBe(true)
    const ends = [
      ...Buffer.from(captions)
        .toString()
        .matchAll(/--> 00:(\d\d):(\d\d)/g),
    ].map(([, m, s]) => Number(m) * 60 + Number(s))
    expect([ends.length, Math.max(...ends) <= 63]).toEqual([14, true])
  })

  it('leaves the sequences behind its ids, and does nothing a second time', async () => {
    const next = await one<Record<string, number>>(`
      SELECT nextval('pegawai_pegawai_id_seq') > (SELECT max(pegawai_id) FROM pegawai) AS pegawai,
        nextval('unit_id_seq') > (SELECT max(id) FROM unit) AS unit, nextval('jabatan_id_seq') > (SELECT max(id) FROM jabatan) AS jabatan`)
    expect(next).toEqual({ pegawai: true, unit: true, jabatan: true })
    expect(await loadDemo(database, { today, hashPassword: async () => 'x', shelf })).toBe(false)
    expect(await asJob(database.outer, loadReference)).toEqual({ competencies: 0, classStandards: 0 })
  })
})
