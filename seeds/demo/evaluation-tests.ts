import { drawn } from '../../src/learning/lessons/rules/draw.ts'
import { type Answer, choiceKey, type Question, rightAnswer } from '../../src/learning/lessons/rules/item.ts'
import { readMarkup } from '../../src/learning/lessons/rules/markup.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { type DemoItem, one, quizRule, truth } from './lessons/content.ts'

/** What is asked before and after three courses, the same both times. */
const tests: { code: string; bank: DemoItem[] }[] = [
  {
    code: 'KINERJA',
    bank: [
      one('Apa yang harus tampak dalam rencana hasil kerja?', [
        'Hasil yang mendukung hasil kerja atasan',
        'Daftar kegiatan harian',
        'Jumlah rapat yang dihadiri',
        'Uraian tugas jabatan, seluruhnya',
      ]),
      one('Indikator mana yang terukur?', [
        '95 % permohonan selesai dalam tiga hari kerja',
        'Pelayanan yang baik',
        'Semangat kerja meningkat',
        'Dokumen lengkap dan rapi',
      ]),
      truth('Dialog kinerja hanya dilakukan pada akhir tahun.', false),
      one('Apa yang dibuka lebih dahulu dalam dialog kinerja?', [
        'Fakta tentang hasil kerja',
        'Sifat pegawai',
        'Pendapat rekan',
        'Rencana mutasi',
      ]),
      truth('Ekspektasi perilaku disepakati bersama hasil kerja.', true),
      one('Kapan umpan balik paling berguna?', [
        'Segera setelah peristiwanya',
        'Pada akhir tahun anggaran',
        'Ketika nilai diumumkan',
        'Setelah ada keluhan tertulis',
      ]),
    ],
  },
  {
    code: 'BMD',
    bank: [
      one('Siapa pengelola barang milik daerah?', ['Sekretaris daerah', 'Kepala bidang aset', 'Bendahara', 'Inspektur']),
      one('Apa yang dilakukan sebelum barang dihapus dari daftar?', [
        'Memperoleh keputusan penghapusan',
        'Menjualnya langsung',
        'Memindahkannya ke gudang',
        'Menghapus labelnya',
      ]),
      truth('Barang hibah tidak perlu dicatat sebagai barang milik daerah.', false),
      one('Untuk apa kartu inventaris barang dipakai?', [
        'Mencatat riwayat satu barang',
        'Mengajukan anggaran',
        'Mencatat pinjaman pegawai',
        'Menghitung pajak',
      ]),
      truth('Tanah pemerintah daerah disertipikatkan atas nama pemerintah daerah.', true),
      one('Apa yang dibandingkan saat inventarisasi?', [
        'Catatan dengan barang yang ada',
        'Harga beli dengan harga jual',
        'Anggaran dengan realisasi',
        'Barang kita dengan daerah lain',
      ]),
    ],
  },
  {
    code: 'ARSIP',
    bank: [
      one('Apa arsip dinamis aktif?', [
        'Arsip yang sering dipakai',
        'Arsip bernilai sejarah',
        'Arsip yang akan dimusnahkan',
        'Salinan untuk perpustakaan',
      ]),
      one('Apa yang menentukan berapa lama arsip disimpan?', [
        'Jadwal retensi arsip',
        'Ukuran lemari',
        'Pendapat arsiparis',
        'Tahun anggaran',
      ]),
      truth('Arsip boleh dimusnahkan cukup dengan izin kepala bidang.', false),
      one('Apa gunanya kode klasifikasi?', [
        'Mengelompokkan arsip menurut urusan',
        'Merahasiakan isi',
        'Menghitung lembar',
        'Menandai yang sudah dibaca',
      ]),
      truth('Pemindahan arsip inaktif disertai berita acara.', true),
      one('Apa yang diperiksa sebelum arsip diberkaskan?', [
        'Kelengkapan dan keterkaitannya',
        'Jenis kertasnya',
        'Nama pengetiknya',
        'Warna sampulnya',
      ]),
    ],
  },
]

const purposes = [
  { purpose: 'pretest', sort: 1, title: 'Pre-test: yang sudah Anda ketahui', passMark: 0, attempts: 1 },
  { purpose: 'posttest', sort: 2, title: 'Post-test', passMark: 70, attempts: 2 },
] as const

const wrongAnswer = ({ content }: Question): Answer => {
  const right = rightAnswer(content)
  if (content.kind === 'true_false') return right === 'true' ? 'false' : 'true'
  return right === choiceKey(0) ? choiceKey(1) : choiceKey(0)
}

/**
 * A test before and one after the closed classes of these courses, with what people answered. Some missed the first, some the second. How
 * many they got right follows from their number alone.
 */
export async function insertTests(tx: Tx, today: string): Promise<void> {
  const made = sql`(${today}::date - 300)::timestamp AT TIME ZONE 'Asia/Jakarta'`
  const bank = tests.flatMap(({ code, bank }) => bank.map((item, n) => ({ code, n, kind: item.content.kind, ...item })))
  const { rows: items } = await sql<Question & { code: string }>`
    WITH made AS (
      INSERT INTO bank_item (course_id, kind, prompt, content, points, explanation, made_by, made_at, changed_at)
      SELECT c.id, i.kind, i.prompt, i.content, i.points, i.explanation, 'demo-penyelenggara', ${made}, ${made}
      FROM jsonb_to_recordset(${JSON.stringify(bank)}::text::jsonb)
        AS i(code text, n int, kind text, prompt text, content jsonb, points int, explanation text)
      JOIN course c ON c.code = i.code AND c.provider_id = 1 ORDER BY c.id, i.n
      RETURNING id, course_id, prompt, content, points, explanation)
    SELECT m.id AS "itemId", m.prompt, m.content, m.points, m.explanation, c.code FROM made m JOIN course c ON c.id = m.course_id ORDER BY m.id`.execute(
    tx,
  )
  const lessons = tests.flatMap(({ code }) =>
    purposes.map(({ purpose, sort, title, passMark, attempts }) => {
      const theirs = items.filter(item => item.code === code).map(({ code: _, ...question }) => question)
      const questions = drawn(theirs, { count: null, shuffleItems: true, shuffleChoices: true }, sort * 7919 + code.length)
      return {
        code,
        sort,
        title,
        content: { ...quizRule({ purpose, passMark, attempts, minutes: 15, feedback: 'score' }), doc: readMarkup('') },
        questions,
        answers: questions.map(one => ({ right: rightAnswer(one.content), wrong: wrongAnswer(one) })),
      }
    }),
  )
  const given = sql`jsonb_to_recordset(${JSON.stringify(lessons)}::text::jsonb)
    AS s(code text, sort int, title text, content jsonb, questions jsonb, answers jsonb)`
  await sql`
    WITH placed AS (
      INSERT INTO lesson (version_id, sort, kind, title, minutes, required, content, made_by, made_at, changed_at)
      SELECT v.id, s.sort, 'quiz', s.title, 15, false, s.content, 'demo-penyelenggara', ${made}, ${made}
      FROM ${given} JOIN course c ON c.code = s.code AND c.provider_id = 1 JOIN course_version v ON v.course_id = c.id AND v.state <> 'archived'
      RETURNING id, version_id)
    INSERT INTO quiz_item (lesson_id, item_id)
    SELECT p.id, b.id FROM placed p JOIN course_version v ON v.id = p.version_id JOIN bank_item b ON b.course_id = v.course_id`.execute(
    tx,
  )
  // Before: one to four of six right; after: up to three more.
  await sql`
    WITH said AS (SELECT * FROM ${given}),
    tried AS (
      INSERT INTO quiz_attempt (pegawai_id, class_id, lesson_id, number, instansi_id, instansi_then, seed, questions, started_at, ended_at, ended_by,
        points_num, points_den, score, passed, rule_version)
      SELECT e.pegawai_id, e.class_id, l.id, 1, e.instansi_id, e.instansi_then, 1, s.questions, d.at, d.at + interval '11 minutes', 'person', r.right_n, 6,
        round(r.right_n * 100 / 6.0, 2), r.right_n * 100 / 6.0 >= (l.content->>'passMark')::int, 'demo'
      FROM enrolment e JOIN course_class k ON k.id = e.class_id AND k.state = 'closed' JOIN lesson l ON l.version_id = e.version_id
      JOIN course_version v ON v.id = e.version_id JOIN course c ON c.id = v.course_id JOIN said s ON s.code = c.code AND s.sort = l.sort
      CROSS JOIN LATERAL (SELECT abs(hashtext(e.pegawai_id || ' ' || e.class_id)) AS n) x
      CROSS JOIN LATERAL (SELECT CASE s.sort WHEN 1 THEN k.starts_on + time '08:05' ELSE k.ends_on + time '15:10' END AT TIME ZONE 'Asia/Jakarta' AS at) d
      CROSS JOIN LATERAL (SELECT least(6, 1 + x.n % 4 + CASE s.sort WHEN 2 THEN 1 + x.n / 4 % 3 ELSE 0 END) AS right_n) r
      WHERE e.state IN ('completed', 'failed') AND (s.sort = 1 AND x.n % 13 <> 0 OR s.sort = 2 AND x.n % 11 <> 0)
      RETURNING pegawai_id, class_id, lesson_id, instansi_id, points_num, ended_at)
    INSERT INTO quiz_answer (pegawai_id, class_id, lesson_id, number, question, instansi_id, answer, version, saved_at)
    SELECT t.pegawai_id, t.class_id, t.lesson_id, 1, q.n, t.instansi_id,
      CASE WHEN (q.n + t.pegawai_id) % 6 < t.points_num THEN q.answer->'right' ELSE q.answer->'wrong' END, 1, t.ended_at - interval '1 minute'
    FROM tried t JOIN lesson l ON l.id = t.lesson_id JOIN course_version v ON v.id = l.version_id JOIN course c ON c.id = v.course_id
    JOIN said s ON s.code = c.code AND s.sort = l.sort CROSS JOIN LATERAL jsonb_array_elements(s.answers) WITH ORDINALITY AS q(answer, n)`.execute(
    tx,
  )
}
