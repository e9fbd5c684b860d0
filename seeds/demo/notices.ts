import { type Notice, notify } from '../../src/notices/index.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'
import { sheet } from './sheet.ts'

/** Whom, how many hours ago, whether it was read, and whether it is a duty. */
const told = sheet(`
  account | hours | read | topic | duty | href | id | en | body | bodyEn
  pegawai | 3 | | assessment | x | /penilaian | Penilaian menunggu Anda | Ratings wait for you | Isi sebelum pemetaan kompetensi ditutup. | Fill them in before the mapping closes.
  pegawai | 20 | | jp | | /jp | Lihat prakiraan JP Anda tahun ini | See the forecast of your JP for this year | Masih ada waktu sampai 31 Desember. Lihat apa yang dapat Anda pelajari lebih dahulu. | There is time until 31 December. See what you could learn first.
  pegawai | 90 | x | account | x | /saya | Akun Anda dibuka | Your account was opened | Selamat datang. Mulai dari halaman Saya. | Welcome. Begin at your own page.
  atasan | 2 | | assessment | x | /penilaian | Tim Anda menunggu penilaian dari Anda | Your team waits for your ratings | |
  atasan | 30 | | jp | | /jp/orang?keadaan=prakiraan | Lihat prakiraan JP tim Anda | See the forecast of your team's JP | Bicarakan rencana belajar sebelum akhir tahun. | Talk about plans of learning before the year ends.
  penyelenggara | 5 | | enrolment | | /kelas | Ada pendaftaran yang menunggu keputusan | Enrolments wait for a decision | |
  penyelenggara | 50 | x | class | | /kelas | Daftar hadir kelas sudah lengkap | The attendance of a class is complete | |
  pengelola | 1 | | assessment | x | /keberatan | Keberatan baru menunggu pembaca | A new objection waits for a reader | |
  pengelola | 26 | | claim | | /klaim/verifikasi | Klaim belajar menunggu diverifikasi | Claims of learning wait to be verified | |
`)

/** A handful of notices, so that the bell rings for whoever tries the demo. */
export async function insertNotices(tx: Tx): Promise<void> {
  const keyed = [...told].sort((a, b) => Number(b.hours) - Number(a.hours)).map((row, n) => ({ row, key: `demo:${n}` }))
  await notify(
    tx,
    keyed.map(({ row, key }) => ({
      to: { accountIds: [`demo-${row.account}`] },
      key,
      topic: row.topic as Notice['topic'],
      duty: row.duty !== null,
      title: { id: row.id!, en: row.en! },
      body: row.body ? { id: row.body, en: row.bodyEn! } : null,
      href: row.href!,
    })),
  )
  await sql`
    UPDATE notices.notice n SET made_at = now() - make_interval(hours => t.hours),
      read_at = CASE WHEN t.read IS NOT NULL THEN now() - make_interval(hours => t.hours - 1) END
    FROM jsonb_to_recordset(${JSON.stringify(keyed.map(({ row, key }) => ({ ...row, key })))}::jsonb) AS t(key text, hours int, read text) WHERE t.key = n.key`.execute(
    tx,
  )
}
