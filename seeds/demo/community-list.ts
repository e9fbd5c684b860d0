import type { OpenTo } from '../../src/learning/communities/store/community.ts'

type DemoReply = { by: string; ago: number; body: string; accepted?: true }
type DemoTopic = {
  by: string
  ago: number
  kind: 'tanya' | 'bahasan'
  title: string
  body: string
  replies: readonly DemoReply[]
}
type DemoMeeting = {
  title: string
  /** Days from today. */
  day: number
  minutes: number
  place: string
  /** How many of the members were there; `absent` was not. */
  there?: number
  absent?: string
}
type DemoCommunity = {
  instansiId: number
  name: string
  about: string
  openTo: OpenTo
  leads: readonly string[]
  /** Those with an account, and of an instansi so many. */
  members: readonly string[]
  others: readonly { instansi: number; count: number }[]
  topics: readonly DemoTopic[]
  meetings: readonly DemoMeeting[]
}

/** Invented, plausible: people who learn from each other across offices and governments, as in `who.ts`. */
export const demoCommunities: readonly DemoCommunity[] = [
  {
    instansiId: 2,
    name: 'Pegiat Desa Wisata Bangka Belitung',
    about: 'Pendamping desa wisata saling bercerita: paket, harga, pemandu, sampah, dan cara bertahan di luar musim libur.',
    openTo: 'all',
    leads: ['pegawai'],
    members: ['atasan', 'fasilitator', 'atasan+1', 'atasan+2'],
    others: [
      { instansi: 2, count: 9 },
      { instansi: 3, count: 6 },
      { instansi: 9, count: 3 },
    ],
    topics: [
      {
        by: '3+2',
        ago: 4,
        kind: 'tanya',
        title: 'Bagaimana menentukan harga paket sehari yang wajar?',
        body: 'Desa kami memasang Rp150.000 termasuk makan siang, tetapi pemandu mengeluh bagiannya terlalu kecil.\n\nAdakah yang punya cara menghitungnya?',
        replies: [
          {
            by: '2+3',
            ago: 3,
            body: 'Kami mulai dari biaya: makan, pemandu, perahu, kebersihan. Lalu tambah 20 % untuk kas desa. Hasilnya Rp185.000 dan masih laku.',
          },
          { by: 'atasan+1', ago: 2, body: 'Sepakat. Tulis bagian pemandu di papan, supaya pengunjung tahu uangnya ke mana.' },
        ],
      },
      {
        by: 'pegawai',
        ago: 16,
        kind: 'tanya',
        title: 'Contoh aturan pengunjung yang singkat untuk papan pantai?',
        body: 'Saya mencari contoh aturan yang tidak lebih dari enam baris dan tetap ramah. Ada yang sudah mencobanya?',
        replies: [
          { by: '9+2', ago: 15, body: 'Kami memakai gambar saja, enam kotak. Anak-anak justru yang mengingatkan orang tuanya.' },
          {
            by: '3+4',
            ago: 14,
            body: 'Enam baris kami: bawa pulang sampah, jaga karang, api hanya di tempatnya, musik pelan, parkir di dalam garis, tanya petugas bila ragu.',
            accepted: true,
          },
        ],
      },
      {
        by: 'fasilitator',
        ago: 27,
        kind: 'bahasan',
        title: 'Catatan dari kunjungan ke Desa Namang',
        body: 'Jalur kayu di hutan pelawan sudah diperbaiki warga sendiri. Yang menarik: jadwal piket perawatan ditempel di balai desa dan benar-benar dijalankan.',
        replies: [
          { by: 'pegawai', ago: 26, body: 'Boleh saya minta foto jadwal piketnya? Ingin saya tunjukkan di dua desa lain.' },
        ],
      },
    ],
    meetings: [
      { title: 'Bedah paket: menghitung harga bersama', day: 9, minutes: 90, place: 'Balai Desa Namang dan daring' },
      { title: 'Sampah di hari ramai: siapa mengangkutnya?', day: -2, minutes: 90, place: 'Aula Dinas Pariwisata' },
      { title: 'Pemandu lokal yang bercerita', day: -37, minutes: 100, place: 'Aula Dinas Pariwisata', there: 14 },
    ],
  },
  {
    instansiId: 2,
    name: 'Coach ASN Serumpun Sebalai',
    about: 'Tempat para coach dan calon coach di perangkat daerah berlatih bertanya, saling mengamati, dan menjaga kerahasiaan.',
    openTo: 'guided',
    leads: ['fasilitator', '2+1'],
    members: ['pegawai', 'atasan', 'pembina', 'penyelenggara'],
    others: [
      { instansi: 2, count: 11 },
      { instansi: 9, count: 4 },
    ],
    topics: [
      {
        by: 'atasan',
        ago: 6,
        kind: 'tanya',
        title: 'Anggota tim selalu minta jawaban, bukan ditanya. Apa yang Anda lakukan?',
        body: 'Setiap kali saya bertanya balik, ia bilang “Ibu saja yang putuskan”. Bagaimana memulainya?',
        replies: [
          {
            by: 'fasilitator',
            ago: 5,
            body: 'Mulai dari pilihan: “Kalau harus memilih satu dari dua ini, mana?” Pertanyaan terbuka baru terasa aman setelah beberapa kali.',
            accepted: true,
          },
        ],
      },
      {
        by: '9+1',
        ago: 3,
        kind: 'tanya',
        title: 'Berapa lama jeda antarpertemuan yang baik?',
        body: 'Dua minggu terasa terlalu cepat untuk mencoba, sebulan terlalu lama. Bagaimana pengalaman Anda?',
        replies: [],
      },
    ],
    meetings: [
      { title: 'Latihan bertiga: coach, coachee, pengamat', day: 16, minutes: 120, place: 'Kampus BPSDM, Air Itam' },
      { title: 'Pertanyaan yang membuka', day: -24, minutes: 120, place: 'Kampus BPSDM, Air Itam', there: 15, absent: 'pegawai' },
    ],
  },
  {
    instansiId: 2,
    name: 'Arsiparis Serumpun Sebalai',
    about: 'Arsiparis dan pengelola surat bertukar jadwal retensi, contoh naskah, dan jalan keluar dari gudang yang penuh.',
    openTo: 'guided',
    leads: ['2+12'],
    members: ['pengelola'],
    others: [
      { instansi: 2, count: 14 },
      { instansi: 3, count: 5 },
      { instansi: 9, count: 4 },
    ],
    topics: [
      {
        by: '3+1',
        ago: 8,
        kind: 'tanya',
        title: 'Berapa lama berkas CPNS disimpan setelah pegawai pensiun?',
        body: 'Kami menemukan dua lemari berkas CPNS dari tahun 1988. Bolehkah dimusnahkan?',
        replies: [
          {
            by: '2+14',
            ago: 7,
            body: 'Jangan dimusnahkan dahulu. Berkas perorangan pegawai mengikuti jadwal retensi kepegawaian; periksa apakah nasib akhirnya permanen.',
            accepted: true,
          },
        ],
      },
      {
        by: '2+15',
        ago: 31,
        kind: 'bahasan',
        title: 'Aturan nama berkas digital yang kami pakai',
        body: 'Tahun-bulan-hari, jenis naskah, perihal singkat. Tidak lebih dari 60 huruf, tanpa spasi ganda.',
        replies: [
          { by: '9+3', ago: 30, body: 'Kami menambahkan kode klasifikasi di depan. Sangat membantu saat berkas dipindahkan.' },
        ],
      },
    ],
    meetings: [{ title: 'Memilah satu lemari bersama', day: -51, minutes: 180, place: 'Depo arsip provinsi', there: 17 }],
  },
  {
    instansiId: 1,
    name: 'Analis Kebijakan Daerah Nusantara',
    about: 'Analis kebijakan dari pusat dan daerah membaca rancangan peraturan bersama sebelum terlambat.',
    openTo: 'all',
    leads: ['2+20'],
    members: ['bappeda', 'perencana', 'pembina'],
    others: [
      { instansi: 2, count: 10 },
      { instansi: 3, count: 4 },
      { instansi: 9, count: 4 },
    ],
    topics: [
      {
        by: 'bappeda',
        ago: 11,
        kind: 'bahasan',
        title: 'Naskah akademik dua halaman: mungkinkah?',
        body: 'Kami mencoba meringkas naskah akademik menjadi dua halaman untuk pimpinan. Yang tersisa hanya masalah, pilihan, dan biaya.',
        replies: [],
      },
    ],
    meetings: [{ title: 'Membaca rancangan perda retribusi', day: 5, minutes: 120, place: 'Daring' }],
  },
  {
    instansiId: 3,
    name: 'Puskesmas Bangka Belajar',
    about: 'Perawat, bidan, dan tenaga administrasi puskesmas berbagi kasus dan cara kerja yang menghemat waktu pasien.',
    openTo: 'instansi',
    leads: ['3+5'],
    members: ['kabupaten'],
    others: [{ instansi: 3, count: 16 }],
    topics: [
      {
        by: '3+8',
        ago: 9,
        kind: 'tanya',
        title: 'Jadwal posyandu bentrok dengan vaksinasi sekolah. Bagaimana Anda membagi petugas?',
        body: 'Kami hanya bertujuh. Dua kegiatan pada hari yang sama berarti loket ditutup.',
        replies: [{ by: '3+9', ago: 8, body: 'Kami meminjam dua petugas dari puskesmas tetangga, bergantian setiap bulan.' }],
      },
    ],
    meetings: [
      { title: 'Bedah kasus: pasien menunggu tiga jam', day: -15, minutes: 90, place: 'Puskesmas Sungailiat', there: 12 },
    ],
  },
]
