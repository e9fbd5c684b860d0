import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { durationOf } from '../../src/learning/lessons/film.ts'
import { readMarkup } from '../../src/learning/lessons/rules/markup.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { type Files, mediaTypes, safeName } from '../../src/platform/files/index.ts'
import type { DemoContent, DemoLesson } from './lessons/content.ts'
import { digital } from './lessons/digital.ts'
import { integritas } from './lessons/integritas.ts'
import { keuangan } from './lessons/keuangan.ts'
import { komunikasi } from './lessons/komunikasi.ts'
import { layanan } from './lessons/layanan.ts'
import { naskah } from './lessons/naskah.ts'

export const contents: readonly DemoContent[] = [integritas, layanan, naskah, digital, keuangan, komunikasi]

/** The pegawai whom the demo plays. */
const persona = 5944

const contentOf = (lesson: DemoLesson) => {
  const doc = readMarkup(lesson.markup)
  if (lesson.kind === 'link') return { doc, url: lesson.url }
  return 'rule' in lesson ? { ...lesson.rule, doc } : { doc }
}

/** Where the demo's own files lie, and where the product keeps its files. */
export type Shelf = { from: string; files: Files }

/** The film or the paper of a lesson, kept as if it had been uploaded. */
async function keptFile(lesson: DemoLesson, { from, files }: Shelf) {
  if (lesson.kind !== 'video' && lesson.kind !== 'pdf') return {}
  const keep = async (name: string) => ({
    key: `lessons/demo-${name}`,
    ...(await files.putStream(`lessons/demo-${name}`, createReadStream(join(from, name)), 2 ** 20))!,
  })
  const { key, bytes, sha256 } = await keep(lesson.file)
  const captions = lesson.file.replace(/\.\w+$/, '.vtt')
  const content = lesson.kind === 'video' ? 'mp4' : 'pdf'
  return {
    file_key: key,
    file_name: safeName(lesson.name, content),
    file_type: mediaTypes[content],
    file_bytes: bytes,
    file_sha256: sha256,
    duration_seconds: lesson.kind === 'video' ? await durationOf(files, key, bytes) : null,
    captions_key: existsSync(join(from, captions)) ? (await keep(captions)).key : null,
  }
}

/** Lessons and item banks of the courses that one learns alone; and what the persona has begun. */
export async function insertLessons(tx: Tx, today: string, shelf: Shelf): Promise<void> {
  const made = sql`(${today}::date - 120)::timestamp AT TIME ZONE 'Asia/Jakarta'`
  const items = contents.flatMap(({ code, bank }) =>
    bank.map((item, n) => ({ code, n, kind: item.content.kind, ...item, content: item.content })),
  )
  const all = contents.flatMap(({ code, lessons }) => lessons.map((lesson, n) => ({ code, lesson, n })))
  const lessons = await Promise.all(
    all.map(async ({ code, lesson, n }) => ({
      ...(await keptFile(lesson, shelf)),
      code,
      sort: n + 1,
      kind: lesson.kind,
      title: lesson.title,
      minutes: lesson.minutes,
      required: lesson.kind !== 'link' && !(lesson.kind === 'text' && lesson.required === false),
      content: contentOf(lesson),
      items: lesson.kind === 'quiz' ? (lesson.items ?? 0) : 0,
    })),
  )
  await sql`
    INSERT INTO bank_item (course_id, kind, prompt, content, points, explanation, made_by, made_at, changed_at)
    SELECT c.id, i.kind, i.prompt, i.content, i.points, i.explanation, 'demo-penyelenggara', ${made}, ${made}
    FROM jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb)
      AS i(code text, n int, kind text, prompt text, content jsonb, points int, explanation text)
    JOIN course c ON c.code = i.code ORDER BY c.id, i.n`.execute(tx)
  // Every version in force, and the draft that is being written, begin with the same lessons.
  await sql`
    WITH said AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(lessons)}::text::jsonb)
        AS l(code text, sort int, kind text, title text, minutes int, required boolean, content jsonb, items int,
        file_key text, file_name text, file_type text, file_bytes bigint, file_sha256 text, duration_seconds int, captions_key text)),
    placed AS (
      INSERT INTO lesson (version_id, sort, kind, title, minutes, required, content, file_key, file_name, file_type, file_bytes, file_sha256,
        duration_seconds, captions_key, made_by, made_at, changed_at)
      SELECT v.id, s.sort, s.kind, s.title, s.minutes, s.required, s.content, s.file_key, s.file_name, s.file_type, s.file_bytes, s.file_sha256,
        s.duration_seconds, s.captions_key, 'demo-penyelenggara', ${made}, ${made}
      FROM said s JOIN course c ON c.code = s.code JOIN course_version v ON v.course_id = c.id AND v.state <> 'archived'
      RETURNING id, version_id, sort)
    INSERT INTO quiz_item (lesson_id, item_id)
    SELECT p.id, i.id FROM placed p JOIN course_version v ON v.id = p.version_id JOIN course c ON c.id = v.course_id
    JOIN said s ON s.code = c.code AND s.sort = p.sort
    JOIN LATERAL (SELECT b.id FROM bank_item b WHERE b.course_id = c.id ORDER BY b.id LIMIT s.items) i ON true`.execute(tx)
  await insertBegun(tx, today)
}

/** The persona has begun INTEGRITAS: the first two texts are read. */
async function insertBegun(tx: Tx, today: string): Promise<void> {
  const day = (ago: number) => sql`(${today}::date - ${ago}::int + time '09:30') AT TIME ZONE 'Asia/Jakarta'`
  await sql`
    INSERT INTO enrolment (pegawai_id, class_id, instansi_id, instansi_then, version_id, name, nip, jabatan, unit, instansi, way, state, asked_at,
      enrolled_at, started_at)
    SELECT p.pegawai_id, k.id, p.instansi_id, p.instansi_id, v.id, p.name, p.nip, j.name, u.name, i.name, 'self', 'enrolled', ${day(6)}, ${day(6)}, ${day(5)}
    FROM pegawai p JOIN unit u ON u.id = p.unit_id JOIN instansi i ON i.id = p.instansi_id LEFT JOIN jabatan j ON j.id = p.jabatan_id
    CROSS JOIN course c JOIN course_version v ON v.course_id = c.id AND v.state = 'active'
    JOIN course_class k ON k.version_id = v.id AND k.pattern = 'mandiri'
    WHERE p.pegawai_id = ${persona} AND c.code = 'INTEGRITAS' ON CONFLICT DO NOTHING`.execute(tx)
  await sql`
    UPDATE course_class k SET seats_taken = k.seats_taken + n.people
    FROM (SELECT class_id, count(*)::int AS people FROM enrolment WHERE pegawai_id = ${persona} AND state = 'enrolled' GROUP BY 1) n
    WHERE k.id = n.class_id`.execute(tx)
  await sql`
    INSERT INTO lesson_progress (pegawai_id, class_id, lesson_id, instansi_id, opened_at, done_at, how, seen_at)
    SELECT e.pegawai_id, e.class_id, l.id, e.instansi_id, ${day(5)}, ${day(4)}, 'marked', ${day(4)}
    FROM enrolment e JOIN course_version v ON v.id = e.version_id JOIN course c ON c.id = v.course_id AND c.code = 'INTEGRITAS'
    JOIN LATERAL (SELECT l.id FROM lesson l WHERE l.version_id = e.version_id AND l.kind = 'text' ORDER BY l.sort LIMIT 2) l ON true
    WHERE e.pegawai_id = ${persona}`.execute(tx)
}
