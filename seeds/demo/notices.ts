import { type Notice, notify } from '../../src/notices/index.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'

type Told = Omit<Notice, 'to' | 'key'> & { account: string; hoursAgo: number; read?: boolean }

const told: readonly Told[] = [
  {
    account: 'pegawai',
    hoursAgo: 3,
    topic: 'assessment',
    duty: true,
    title: { id: 'Penilaian menunggu Anda', en: 'Ratings wait for you' },
    body: { id: 'Isi sebelum pemetaan kompetensi ditutup.', en: 'Fill them in before the mapping closes.' },
    href: '/penilaian',
  },
  {
    account: 'pegawai',
    hoursAgo: 20,
    topic: 'jp',
    duty: false,
    title: { id: 'JP Anda tahun ini belum 20', en: 'You have not reached 20 JP this year' },
    body: {
      id: 'Masih ada waktu sampai 31 Desember. Lihat apa yang dapat Anda pelajari lebih dahulu.',
      en: 'There is time until 31 December. See what you could learn first.',
    },
    href: '/saya',
  },
  {
    account: 'pegawai',
    hoursAgo: 90,
    read: true,
    topic: 'account',
    duty: true,
    title: { id: 'Akun Anda dibuka', en: 'Your account was opened' },
    body: { id: 'Selamat datang. Mulai dari halaman Saya.', en: 'Welcome. Begin at your own page.' },
    href: '/saya',
  },
  {
    account: 'atasan',
    hoursAgo: 2,
    topic: 'assessment',
    duty: true,
    title: { id: 'Tim Anda menunggu penilaian dari Anda', en: 'Your team waits for your ratings' },
    body: null,
    href: '/penilaian',
  },
  {
    account: 'atasan',
    hoursAgo: 30,
    topic: 'learning',
    duty: false,
    title: { id: 'Tim Anda: siapa yang tertinggal JP', en: 'Your team: who is behind on JP' },
    body: { id: 'Bicarakan rencana belajar sebelum akhir tahun.', en: 'Talk about plans of learning before the year ends.' },
    href: '/tim',
  },
  {
    account: 'penyelenggara',
    hoursAgo: 5,
    topic: 'enrolment',
    duty: false,
    title: { id: 'Ada pendaftaran yang menunggu keputusan', en: 'Enrolments wait for a decision' },
    body: null,
    href: '/',
  },
  {
    account: 'penyelenggara',
    hoursAgo: 50,
    read: true,
    topic: 'class',
    duty: false,
    title: { id: 'Daftar hadir kelas sudah lengkap', en: 'The attendance of a class is complete' },
    body: null,
    href: '/',
  },
  {
    account: 'pengelola',
    hoursAgo: 1,
    topic: 'assessment',
    duty: true,
    title: { id: 'Keberatan baru menunggu pembaca', en: 'A new objection waits for a reader' },
    body: null,
    href: '/keberatan',
  },
  {
    account: 'pengelola',
    hoursAgo: 26,
    topic: 'claim',
    duty: false,
    title: { id: 'Klaim belajar menunggu diverifikasi', en: 'Claims of learning wait to be verified' },
    body: null,
    href: '/',
  },
]

/** A handful of notices, so that the bell rings for whoever tries the demo. */
export async function insertNotices(tx: Tx): Promise<void> {
  const keyed = [...told].sort((a, b) => b.hoursAgo - a.hoursAgo).map((one, n) => ({ ...one, key: `demo:${n}` }))
  await notify(
    tx,
    keyed.map(({ account, hoursAgo: _, read: __, ...notice }) => ({ ...notice, to: { accountIds: [`demo-${account}`] } })),
  )
  const times = keyed.map(({ key, hoursAgo, read }) => ({ key, hours: hoursAgo, read: read ?? false }))
  await sql`
    UPDATE notices.notice n SET made_at = now() - make_interval(hours => t.hours),
      read_at = CASE WHEN t.read THEN now() - make_interval(hours => t.hours - 1) END
    FROM jsonb_to_recordset(${JSON.stringify(times)}::jsonb) AS t(key text, hours int, read boolean) WHERE t.key = n.key`.execute(
    tx,
  )
}
