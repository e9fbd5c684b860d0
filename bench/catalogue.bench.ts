import { komunikasi } from '../seeds/demo/lessons/komunikasi.ts'
import { asJob, openDatabase, sql, type Tx } from '../src/platform/db/index.ts'
import { enrol } from '../test/factories/learning.ts'
import { signIn, startServer, temporaryFolder } from '../test/running-server.ts'
import { atLeast, atMost, type Figure, quantile } from './figure.ts'
import { keepAlive, type Request } from './keep-alive.ts'
import { onBothEngines } from './own-database.ts'

const learners = 64
const fewer = 16
const course = 6 // KOMUNIKASI: courses and the classes that stay open bear the same numbers in the demo
/** A page of the same server that asks no database and needs no sign-in. */
const staticPage = '/_ui'
const seconds = 12

type Learner = { account: string; pegawaiId: number; cookie: string }

/** Pegawai of the demo's province with an account each, enrolled in KOMUNIKASI, each in the middle of its quiz. */
async function seat(tx: Tx): Promise<{ people: { account: string; pegawaiId: number }[]; text: number; quiz: number }> {
  const { rows: people } = await sql<{ account: string; pegawaiId: number }>`
    WITH made AS (
      INSERT INTO identity.user_account (id, name, email, username, pegawai_id)
      SELECT 'tolok-' || pegawai_id, name, 'tolok-' || pegawai_id || '@akun.invalid', 'tolok-' || pegawai_id, pegawai_id
      FROM pegawai p WHERE instansi_id = 2 AND status = 'aktif' AND NOT EXISTS (SELECT FROM identity.user_account a WHERE a.pegawai_id = p.pegawai_id)
      ORDER BY pegawai_id LIMIT ${learners} RETURNING id, pegawai_id),
    known AS (
      INSERT INTO identity.credential (id, external_id, provider_id, account_id, password)
      SELECT m.id || '-credential', m.id, 'credential', m.id, c.password FROM made m
      CROSS JOIN (SELECT password FROM identity.credential WHERE password IS NOT NULL LIMIT 1) c)
    SELECT id AS account, pegawai_id AS "pegawaiId" FROM made`.execute(tx)
  await enrol(
    tx,
    course,
    people.map(person => person.pegawaiId),
  )
  const { rows: lessons } = await sql<{ id: number; kind: string }>`
    SELECT l.id, l.kind FROM lesson l JOIN course_class k ON k.version_id = l.version_id WHERE k.id = ${course} ORDER BY l.sort`.execute(
    tx,
  )
  const lessonOf = (kind: string) => lessons.find(lesson => lesson.kind === kind)!.id
  const questions = komunikasi.bank.map((item, n) => ({ itemId: n + 1, ...item }))
  await sql`
    INSERT INTO quiz_attempt (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, seed, questions, started_at)
    SELECT pegawai_id, class_id, ${lessonOf('quiz')}, 1, instansi_id, instansi_id, 1, ${JSON.stringify(questions)}::text::jsonb, now()
    FROM enrolment WHERE class_id = ${course} AND pegawai_id = ANY (${people.map(person => person.pegawaiId)}::int[])`.execute(tx)
  return { people, text: lessonOf('text'), quiz: lessonOf('quiz') }
}

/** Catalogue, course, lesson and the saving of an answer in equal shares; each saving stores another answer than the one before. */
function walkOf(people: readonly Learner[], text: number, quiz: number) {
  const versions = people.map(() => 0)
  return (n: number): Request & { name: string } => {
    const who = Math.floor(n / 4) % people.length
    const { cookie } = people[who]!
    const at = (name: string, path: string) => ({ name, path, cookie })
    switch (n % 4) {
      case 0:
        return at('catalogue', '/katalog')
      case 1:
        return at('course', `/katalog/${course}`)
      case 2:
        return at('lesson', `/belajar/${course}/${text}`)
      default: {
        const version = versions[who]!++
        return {
          ...at('answer', `/api/v1/my-learning/${course}/lessons/${quiz}/attempts/1/answers/1`),
          body: JSON.stringify({ version, answer: version % 2 === 0 ? 'a' : 'b' }),
        }
      }
    }
  }
}

async function signedIn(url: string, people: readonly { account: string; pegawaiId: number }[]): Promise<Learner[]> {
  const all: Learner[] = []
  for (const person of people) all.push({ ...person, cookie: await signIn(url, person.account) })
  return all
}

async function measure(engine: string, env: Record<string, string>, reach: number): Promise<Figure[]> {
  const { folder, remove } = temporaryFolder()
  await (await startServer(folder, env)).stop()
  const database = await openDatabase({ databaseUrl: env.DATABASE_URL, dataFolder: folder })
  const { people, text, quiz } = await asJob(database.outer, seat)
  await database.close()
  const server = await startServer(folder, env)
  const many = keepAlive(server.url, learners)
  const few = keepAlive(server.url, fewer)
  try {
    const all = await signedIn(server.url, people)
    const request = walkOf(all, text, quiz)
    await many.during(4, request)
    await few.during(1, () => ({ path: staticPage }))
    const bare = await few.during(3, () => ({ path: staticPage }))
    const { perSecond } = await many.during(seconds, request)
    const calm = await few.during(seconds, request)
    const name = (n: number) => ['catalogue', 'course', 'lesson', 'answer'][n % 4]!
    const each = [0, 1, 2, 3].map(k => {
      const own = calm.answers.filter(answer => answer.n % 4 === k).map(answer => answer.milliseconds)
      return `${name(k)} ${quantile(own, 0.5).toFixed(0)}`
    })
    return [
      atLeast(
        `${engine}: catalogue, course, lesson, answer by ${learners} learners`,
        perSecond,
        '/s',
        reach,
        `${staticPage} (no database) ${bare.perSecond.toFixed(0)}/s, ${(perSecond / bare.perSecond).toFixed(2)}× that`,
      ),
      atMost(
        `${engine}: of a request at ${fewer} users, p95`,
        quantile(
          calm.answers.map(answer => answer.milliseconds),
          0.95,
        ),
        'ms',
        200,
        `p50 ms: ${each.join(', ')}`,
      ),
    ]
  } finally {
    many.close()
    few.close()
    await server.stop()
    remove()
  }
}

/** Learning by 64 signed-in pegawai of the demo; embedded, and on PostgreSQL where TEST_DATABASE_URL names a server. */
export const bench = onBothEngines(measure, { embedded: 60, postgres: 200 })
