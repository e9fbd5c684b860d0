import { sql, type Tx } from '../../src/platform/db/index.ts'
import { demoCourses } from './course-list.ts'

/** What is learned alone is passed by its lessons; where a class is held, there are marks too. */
const passOf = (form: string) =>
  form === 'e_learning'
    ? { mark: null, components: [], attendance: null, lessons: 'required' }
    : {
        mark: 70,
        components: [
          { key: 'pengetahuan', name: 'Pengetahuan', weight: 40 },
          { key: 'praktik', name: 'Praktik', weight: 40 },
          { key: 'keaktifan', name: 'Keaktifan', weight: 20 },
        ],
        attendance: 85,
        lessons: 'required',
      }

/** Of these a version went before, shorter by its last subject. */
const revised = ['PBJ-1', 'LAYANAN']
/** Of these the next version is being written. */
const inTheWorks = ['KEPUTUSAN', 'ARSIP']

/** Sets of a programme: `needed` of the courses are enough; null: all. */
const programmes = [
  {
    code: 'ASN-MELAYANI',
    title: 'ASN Siap Melayani',
    summary: 'Bekal awal bagi setiap pegawai: berintegritas, melayani, dan bekerja aman dengan teknologi.',
    sets: [
      { title: 'Dasar bersama', needed: null, courses: ['INTEGRITAS', 'LAYANAN', 'DIGITAL'] },
      { title: 'Pilihan sesuai pekerjaan', needed: 2, courses: ['KOMUNIKASI', 'NASKAH', 'BERAKHLAK'] },
    ],
  },
  {
    code: 'PENGELOLA-KEUANGAN',
    title: 'Pengelola Keuangan Daerah',
    summary: 'Jalur bagi bendahara, PPK-SKPD, dan pengurus barang: dasar sendiri, lalu pendalaman di kelas.',
    sets: [
      { title: 'Dasar', needed: null, courses: ['INTEGRITAS', 'KEUANGAN'] },
      { title: 'Pendalaman', needed: 2, courses: ['APKD', 'BMD', 'PBJ-1'] },
    ],
  },
]

type VersionRow = { id: number; courseId: number; number: number; state: 'draft' | 'active' | 'archived'; subjects: number }

/**
 * Thirty courses over the four pillars: the active version of a course has the id of the course; earlier and later ones come after. What may
 * be learned alone has a class that stays open, with the id of its course, too. Two programmes.
 */
export async function insertCourses(tx: Tx, today: string): Promise<void> {
  const courses = demoCourses.map((course, index) => ({ ...course, id: index + 1 }))
  const idOf = (code: string) => courses.find(course => course.code === code)!.id
  const before = revised.map(idOf)
  const versions: VersionRow[] = [
    ...courses.map(({ id, subjects }) => ({
      id,
      courseId: id,
      number: before.includes(id) ? 2 : 1,
      state: 'active' as const,
      subjects: subjects.length,
    })),
    ...before.map((courseId, index) => ({
      id: courses.length + index + 1,
      courseId,
      number: 1,
      state: 'archived' as const,
      subjects: courses[courseId - 1]!.subjects.length - 1,
    })),
    ...inTheWorks.map((code, index) => ({
      id: courses.length + before.length + index + 1,
      courseId: idOf(code),
      number: 2,
      state: 'draft' as const,
      subjects: courses[idOf(code) - 1]!.subjects.length,
    })),
  ]
  const of = ({ courseId }: VersionRow) => courses[courseId - 1]!
  const noon = `${today}T05:00:00Z`

  await sql`
    INSERT INTO course (id, provider_id, code, open_to, made_by, made_at)
    SELECT c.id, (SELECT p.id FROM provider p WHERE p.short_name = coalesce(c.provider, 'BPSDM Babel')), c.code, c."openTo", 'demo-penyelenggara',
      ${noon}::timestamptz - interval '14 months'
    FROM jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) AS c(id int, provider text, code text, "openTo" text)`.execute(tx)
  await sql`
    INSERT INTO course_version (id, course_id, number, state, title, summary, audience, form, programme, jp, conformity, conformity_basis,
      entry_rules, pass, cost_participant, made_by, made_at, activated_by, activated_at, archived_at)
    SELECT v.id, v."courseId", v.number, v.state, v.title, v.summary, v.audience, v.form, v.programme, v.jp, v.conformity, v.basis,
      v.entry, v.pass, v.cost, 'demo-penyelenggara', ${noon}::timestamptz - v.age * interval '1 month',
      CASE WHEN v.state <> 'draft' THEN 'demo-penyelenggara' END,
      CASE WHEN v.state <> 'draft' THEN ${noon}::timestamptz - v.age * interval '1 month' + interval '9 days' END,
      CASE WHEN v.state = 'archived' THEN ${noon}::timestamptz - interval '6 months' + interval '9 days' END
    FROM jsonb_to_recordset(${JSON.stringify(
      versions.map(version => {
        const { title, summary, audience, form, programme, conformity, basis, entry = {}, cost, subjects } = of(version)
        const jp = subjects.slice(0, version.subjects).reduce((sum, [, hours]) => sum + hours, 0)
        const age = version.state === 'draft' ? 1 : version.state === 'active' && version.number === 2 ? 6 : 14
        return {
          ...version,
          ...{ title, summary, audience, form, programme, conformity, basis, entry, cost, jp, age },
          pass: passOf(form),
        }
      }),
    )}::jsonb) AS v(id int, "courseId" int, number int, state text, title text, summary text, audience text, form text, programme text, jp int,
      conformity text, basis text, entry jsonb, pass jsonb, cost bigint, age int)`.execute(tx)
  await sql`
    INSERT INTO course_subject (version_id, sort, title, jp)
    SELECT s.version, s.sort, s.title, s.jp
    FROM jsonb_to_recordset(${JSON.stringify(
      versions.flatMap(version =>
        of(version)
          .subjects.slice(0, version.subjects)
          .map(([title, jp], index) => ({ version: version.id, sort: index + 1, title, jp })),
      ),
    )}::jsonb) AS s(version int, sort int, title text, jp int)`.execute(tx)
  await sql`
    INSERT INTO course_competency (version_id, competency_id, level)
    SELECT r.version, c.id, r.level
    FROM jsonb_to_recordset(${JSON.stringify(
      versions.flatMap(version =>
        Object.entries(of(version).competencies).map(([code, level]) => ({ version: version.id, code, level })),
      ),
    )}::jsonb) AS r(version int, code text, level int)
    JOIN competency c ON c.code = r.code AND c.active`.execute(tx)
  await sql`
    INSERT INTO course_class (id, provider_id, version_id, name, pattern, form, state, admission, cost_participant, made_by, made_at)
    SELECT c.id, c.provider_id, v.id, 'Kelas mandiri', 'mandiri', v.form, 'open', 'open', 0, 'demo-penyelenggara', v.activated_at
    FROM course c JOIN course_version v ON v.course_id = c.id AND v.state = 'active' WHERE v.form = 'e_learning'`.execute(tx)
  await insertProgrammes(tx, noon)
  for (const table of ['course', 'course_version', 'course_class', 'programme']) {
    await sql`SELECT max(nextval(pg_get_serial_sequence(${table}, 'id'))) FROM generate_series(1, (SELECT max(id) FROM ${sql.table(table)}))`.execute(
      tx,
    )
  }
}

async function insertProgrammes(tx: Tx, noon: string): Promise<void> {
  const numbered = programmes.map((programme, index) => ({ ...programme, id: index + 1 }))
  const sets = numbered.flatMap(({ id, sets }) => sets.map((set, index) => ({ ...set, programme: id, sort: index + 1 })))
  await sql`
    INSERT INTO programme (id, provider_id, code, title, summary, state, made_by, made_at)
    SELECT p.id, 1, p.code, p.title, p.summary, 'active', 'demo-penyelenggara', ${noon}::timestamptz - interval '5 months'
    FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) AS p(id int, code text, title text, summary text)`.execute(tx)
  await sql`
    INSERT INTO programme_set (programme_id, sort, title, needed)
    SELECT s.programme, s.sort, s.title, s.needed
    FROM jsonb_to_recordset(${JSON.stringify(sets)}::jsonb) AS s(programme int, sort int, title text, needed int)`.execute(tx)
  await sql`
    INSERT INTO programme_course (programme_id, set_sort, course_id, sort)
    SELECT s.programme, s.set, c.id, s.sort
    FROM jsonb_to_recordset(${JSON.stringify(
      sets.flatMap(({ programme, sort, courses }) =>
        courses.map((code, index) => ({ programme, set: sort, code, sort: index + 1 })),
      ),
    )}::jsonb) AS s(programme int, set int, code text, sort int)
    JOIN course c ON c.code = s.code`.execute(tx)
}
