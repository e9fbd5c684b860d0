import type { ActivityKind } from '../../src/learning/activities/rules/activity.ts'

export type ActivityPlan = {
  kind: ActivityKind
  title: string
  aim: string
  plan: string
  host?: string
  hostContact?: string
  /** How long a session or day of the log took, and what was done in it. */
  minutes: number
  log: readonly string[]
  outcome: string
}

/** Invented, plausible: what people of a province plan with others and at work. */
export const activityPlans = {
  coachRapat: {
    kind: 'coaching',
    title: 'Coaching memimpin rapat lintas bidang',
    aim: 'Mampu memimpin rapat lintas bidang yang selesai tepat waktu dengan keputusan tertulis.',
    plan: 'Empat pertemuan selama dua bulan. Di antaranya saya memimpin dua rapat dan membawa notulanya sebagai bahan.',
    minutes: 60,
    log: [
      'Menyepakati tujuan coaching dan ukuran berhasilnya; memilih rapat yang akan saya pimpin.',
      'Membahas rapat pertama: pembukaan terlalu panjang, keputusan belum tertulis. Menyusun agenda yang lebih pendek.',
      'Berlatih menengahi perbedaan pendapat dan menutup rapat dengan daftar tindak lanjut.',
      'Meninjau rapat kedua: selesai 50 menit, lima keputusan tercatat dengan penanggung jawabnya.',
    ],
    outcome: 'Saya memimpin dua rapat sendiri; keduanya selesai tepat waktu dan notulanya dikirim pada hari yang sama.',
  },
  coachDesa: {
    kind: 'coaching',
    title: 'Coaching menyusun paket wisata berbasis desa',
    aim: 'Mampu mendampingi pengelola desa wisata menyusun paket dan harga yang masuk akal.',
    plan: 'Enam pertemuan dua minggu sekali; setiap pertemuan membahas satu desa dan hasil kunjungan saya.',
    minutes: 90,
    log: [
      'Memetakan tiga desa yang paling siap dan data kunjungan yang sudah ada.',
      'Membahas hasil wawancara di Desa Namang: hutan pelawan, madu, dan jalur jalan kaki.',
      'Menghitung biaya paket sehari untuk 15 orang dan harga jual yang wajar.',
    ],
    outcome: 'Tiga desa memiliki paket sehari dengan harga, jadwal, dan pemandu; satu paket sudah dijual.',
  },
  mentorNaskah: {
    kind: 'mentoring',
    title: 'Mentoring menulis naskah interpretasi wisata',
    aim: 'Mampu menulis cerita tempat yang singkat, benar, dan enak dibaca pengunjung.',
    plan: 'Empat pertemuan: membaca contoh, menulis dua naskah, diperbaiki bersama, lalu diuji kepada pengunjung.',
    minutes: 75,
    log: [
      'Membaca tiga contoh naskah geopark dan membahas mengapa pengunjung berhenti membacanya.',
      'Naskah pertama tentang batu granit Tanjung Tinggi dibahas kalimat demi kalimat.',
      'Naskah kedua tentang rumah adat Gebong; belajar memilih satu cerita saja.',
      'Melihat hasil uji kepada dua belas pengunjung dan memutuskan susunan akhirnya.',
    ],
    outcome: 'Dua naskah dipasang di lapangan; sepuluh dari dua belas pengunjung membacanya sampai selesai.',
  },
  mentorBaru: {
    kind: 'mentoring',
    title: 'Mentoring pegawai baru: mengenal tugas dan tata kelola',
    aim: 'Memahami alur kerja bidang, tata naskah, dan sistem yang dipakai tanpa harus bertanya terus.',
    plan: 'Satu pertemuan setiap dua minggu selama tiga bulan dengan daftar hal yang harus dikuasai.',
    minutes: 60,
    log: [
      'Mengenal susunan bidang, siapa mengerjakan apa, dan kalender kegiatan setahun.',
      'Berlatih membuat nota dinas dan surat undangan menurut tata naskah.',
      'Membaca dokumen anggaran bidang dan menelusuri satu kegiatan dari rencana sampai laporan.',
    ],
    outcome: 'Saya menyusun nota dinas, undangan, dan laporan kegiatan sendiri; koreksi berkurang menjadi satu kali.',
  },
  bimbingAnggaran: {
    kind: 'bimbingan_kerja',
    title: 'Bimbingan menyusun rencana kerja dan anggaran',
    aim: 'Mampu menyusun rincian belanja satu kegiatan yang lolos verifikasi tanpa perbaikan besar.',
    plan: 'Dibimbing langsung saat menyusun anggaran: lima hari, satu kegiatan nyata dari awal sampai diunggah.',
    minutes: 120,
    log: [
      'Memilih kegiatan, membaca standar harga, dan menyusun kerangka acuan bersama pembimbing.',
      'Menyusun rincian belanja dan memeriksa kode rekening satu per satu.',
      'Memperbaiki catatan verifikator dan mengunggah hasil akhirnya.',
    ],
    outcome: 'Rincian belanja satu kegiatan lolos verifikasi dengan dua catatan kecil.',
  },
  bandingGeopark: {
    kind: 'patok_banding',
    title: 'Patok banding pengelolaan geopark ke Belitong',
    aim: 'Mengetahui cara badan pengelola melibatkan warga dan membiayai perawatan situs.',
    plan: 'Dua hari: wawancara pengelola, kunjungan dua situs, lalu lembar perbandingan dan tiga usulan untuk kita.',
    host: 'Badan Pengelola Geopark Belitong',
    hostContact: 'Sekretariat, 0719 000 000',
    minutes: 420,
    log: [
      'Wawancara dengan pengelola tentang pembagian peran, iuran situs, dan pemandu lokal.',
      'Mengunjungi dua situs, mencatat papan informasi, loket, dan kelompok sadar wisata.',
    ],
    outcome: 'Lembar perbandingan dan tiga usulan: iuran situs, jadwal perawatan bersama warga, dan papan dua bahasa.',
  },
  bandingLayanan: {
    kind: 'patok_banding',
    title: 'Patok banding mal pelayanan publik',
    aim: 'Membawa pulang cara mengurangi antrean dan menyatukan loket perizinan.',
    plan: 'Tiga hari di loket, mengukur waktu tunggu, lalu menyusun rancangan perubahan alur di tempat kami.',
    host: 'Mal Pelayanan Publik Kabupaten Banyuwangi',
    hostContact: 'Koordinator MPP, 0333 000 000',
    minutes: 360,
    log: [
      'Mengamati antrean dan mencatat waktu tunggu tujuh jenis layanan.',
      'Mengikuti petugas satu loket sehari penuh dan menggambar alurnya.',
      'Menyusun rancangan alur baru dan mengujinya bersama petugas setempat.',
    ],
    outcome: 'Rancangan alur baru dengan dua loket lebih sedikit; diuji di satu layanan dan waktu tunggu turun separuhnya.',
  },
  magangDinas: {
    kind: 'magang',
    title: 'Magang pengelolaan destinasi di Dinas Pariwisata Kabupaten Belitung',
    aim: 'Mampu menyusun rencana pengelolaan pengunjung untuk satu pantai yang ramai.',
    plan: 'Dua puluh hari kerja mendampingi pengelola pantai; hasilnya rencana pengunjung untuk satu pantai kami.',
    host: 'Dinas Pariwisata Kabupaten Belitung',
    hostContact: 'Kepala Bidang Destinasi, 0719 000 111',
    minutes: 450,
    log: [
      'Mengenal tim dan cara mereka menghitung pengunjung harian di Tanjung Kelayang.',
      'Mendampingi petugas lapangan pada hari libur; mencatat titik macet parkir dan perahu.',
      'Menyusun peta alur pengunjung dan jam ramai bersama pengelola.',
      'Membahas aturan kapal wisata dan tarif dengan kelompok nelayan.',
    ],
    outcome: 'Rencana pengelolaan pengunjung Pantai Pasir Padi: alur parkir, jam perahu, dan batas pengunjung per jam.',
  },
  magangStatistik: {
    kind: 'magang',
    title: 'Magang pengolahan data statistik sektoral',
    aim: 'Mampu menyusun metadata dan memeriksa mutu data sektoral menurut Satu Data.',
    plan: 'Tiga minggu di bidang statistik sektoral, mengolah dua himpunan data milik dinas kami.',
    host: 'BPS Provinsi Kepulauan Bangka Belitung',
    hostContact: 'Fungsi Integrasi Pengolahan, 0717 000 222',
    minutes: 420,
    log: [
      'Belajar menyusun metadata variabel dan kegiatan; mencoba pada data kunjungan wisata.',
      'Memeriksa data ganda dan nilai kosong; menulis catatan mutu data.',
      'Menyajikan dua himpunan data yang sudah bersih dengan metadatanya.',
    ],
    outcome: 'Dua himpunan data bersih dengan metadata lengkap, siap dimuat di portal Satu Data.',
  },
  detasering: {
    kind: 'detasering',
    title: 'Detasering penyusunan kebijakan desa wisata',
    aim: 'Mampu menyusun rancangan petunjuk teknis yang dipakai lintas daerah.',
    plan: 'Enam puluh hari ditempatkan di kementerian, ikut menyusun petunjuk teknis desa wisata.',
    host: 'Kementerian Pariwisata, Jakarta',
    hostContact: 'Asisten Deputi Pengembangan Destinasi, 021 000 333',
    minutes: 450,
    log: [
      'Membaca petunjuk teknis lama dan mengumpulkan keberatan dari sebelas daerah.',
      'Menyusun pasal tentang pendanaan dan pembagian hasil.',
      'Ikut uji keterbacaan bersama enam pengelola desa.',
    ],
    outcome: 'Bab pendanaan petunjuk teknis selesai ditulis dan dibahas bersama enam daerah.',
  },
  tukarHotel: {
    kind: 'pertukaran',
    title: 'Pertukaran: belajar standar layanan di hotel milik BUMN',
    aim: 'Memahami standar layanan dan pengawasan mutu di usaha perhotelan, untuk dipakai saat membina usaha wisata.',
    plan: 'Sepuluh hari kerja berpindah dari kantor depan, tata graha, sampai penanganan keluhan.',
    host: 'Hotel Parai Samudra, Sungailiat',
    hostContact: 'Manajer Sumber Daya Manusia, 0717 000 444',
    minutes: 480,
    log: [
      'Di kantor depan: alur tamu datang, keluhan pertama, dan cara mencatatnya.',
      'Di tata graha: daftar periksa kamar dan cara atasan memeriksanya.',
      'Mengikuti rapat keluhan mingguan dan tindak lanjutnya.',
    ],
    outcome: 'Daftar periksa pembinaan usaha wisata yang dipakai tim pada kunjungan berikutnya.',
  },
  tugasIzin: {
    kind: 'penugasan',
    title: 'Penugasan belajar: memangkas waktu rekomendasi usaha wisata',
    aim: 'Menyelesaikan masalah nyata: rekomendasi yang kini 14 hari menjadi paling lama 5 hari.',
    plan: 'Mengukur alur yang ada, mencari penyebab, menguji perbaikan selama tiga minggu, lalu melaporkan angkanya.',
    minutes: 180,
    log: [
      'Mengukur 22 permohonan: rata-rata 13 hari, sembilan di antaranya menunggu tanda tangan.',
      'Rapat dengan dua bidang; menyepakati paraf berjenjang diganti satu kali pemeriksaan.',
      'Uji minggu pertama: delapan permohonan, rata-rata 6 hari.',
      'Uji minggu ketiga: tujuh permohonan, rata-rata 4 hari; menulis prosedur baru.',
    ],
    outcome: 'Rata-rata turun dari 13 menjadi 4 hari; prosedur baru ditandatangani kepala bidang.',
  },
  tugasArsip: {
    kind: 'penugasan',
    title: 'Penugasan belajar: menata arsip digital bidang',
    aim: 'Menata berkas bidang sehingga satu dokumen ditemukan dalam satu menit.',
    plan: 'Menyusun pohon berkas dan aturan nama, memindahkan arsip dua tahun, lalu mengujinya kepada rekan.',
    minutes: 150,
    log: [
      'Menyepakati pohon berkas dan aturan nama bersama tim.',
      'Memindahkan arsip surat masuk dua tahun terakhir.',
      'Menguji pencarian sepuluh dokumen kepada lima rekan dan mencatat waktunya.',
    ],
    outcome: 'Sepuluh dokumen uji ditemukan rata-rata dalam 40 detik; aturan nama ditempel di ruang kerja.',
  },
} as const satisfies Record<string, ActivityPlan>
