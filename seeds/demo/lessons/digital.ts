import { type DemoContent, figure, one, pairs, quizRule, several, truth, word } from './content.ts'

export const digital: DemoContent = {
  code: 'DIGITAL',
  lessons: [
    {
      kind: 'quiz',
      title: 'Pre-test literasi digital',
      minutes: 5,
      markup: 'Lima soal untuk mengetahui dari mana Anda mulai. Nilainya tidak memengaruhi kelulusan.',
      rule: quizRule({ purpose: 'pretest', draw: 5, attempts: 1, passMark: 0, feedback: 'score' }),
    },
    {
      kind: 'text',
      title: 'Kata sandi, gawai, dan akun',
      minutes: 12,
      markup: `Sebagian besar kebocoran tidak dimulai dari peretas yang pintar, melainkan dari kata sandi yang dipakai di dua tempat. Kabar baiknya: perlindungan terbesar datang dari kebiasaan sederhana.

# Kata sandi

- **Panjang lebih penting daripada rumit.** Empat kata acak seperti *perahu-senja-kopi-tebing* lebih kuat dan lebih mudah diingat daripada *P@ss123*.
- **Satu akun, satu sandi.** Bila satu situs bocor, yang lain tetap aman.
- **Pakai pengelola kata sandi** yang disetujui instansi, bukan catatan di bawah papan ketik.
- **Jangan dibagi**, juga kepada atasan, bawahan, atau petugas TI. Petugas TI yang sah tidak memerlukannya.

# Dua langkah

Autentikasi dua langkah meminta sesuatu yang Anda ketahui (sandi) dan sesuatu yang Anda miliki (kode di aplikasi atau kunci keamanan). Aktifkan untuk surel dinas, aplikasi kepegawaian, dan perbankan. Kode sekali pakai tidak pernah disebutkan kepada siapa pun, walau penelepon mengaku dari bank atau kementerian.

# Gawai

1. Kunci layar setiap meninggalkan meja.
2. Pasang pembaruan; sebagian besar serangan memakai celah yang perbaikannya sudah ada.
3. Pasang aplikasi hanya dari toko resmi. Undangan pernikahan berakhiran **.apk** adalah program, bukan undangan.
4. Cadangkan berkas kerja di tempat yang disediakan instansi.
5. Hapus data dinas sebelum gawai dijual atau dikembalikan.

# Wi-Fi umum

Di bandara atau warung kopi, hindari membuka aplikasi dinas tanpa jaringan privat virtual (VPN) instansi. Bila harus, pakai jaringan seluler dari telepon sendiri.

# Bila terlanjur

Salah menekan tautan bukan aib; menyembunyikannya yang berbahaya. Segera:

1. ganti kata sandi dari gawai lain;
2. keluarkan semua perangkat dari akun;
3. laporkan kepada tim tanggap insiden (CSIRT) atau pengelola TI instansi, sebutkan jam dan tautannya;
4. jangan menghapus pesannya, karena diperlukan untuk pemeriksaan.

> Sepuluh menit pertama menentukan. Tim yang diberi tahu segera dapat memutus akses sebelum data keluar.`,
    },
    {
      kind: 'text',
      title: 'Mengenali penipuan dan kabar bohong',
      minutes: 12,
      markup: `Penipuan daring bekerja pada perasaan, bukan pada teknologi: takut, tergesa, ingin untung, segan kepada pimpinan. Mengenali polanya lebih berguna daripada menghafal contohnya.

# Pengelabuan (*phishing*)

Ciri yang sering muncul:

- mendesak: “akun Anda diblokir dalam 1 jam”;
- mengatasnamakan pimpinan dari nomor baru: “saya sedang rapat, tolong transfer dahulu”;
- alamat yang mirip: *kemendagri-go.id.example.com* bukan *kemendagri.go.id*;
- meminta kode sekali pakai, PIN, atau foto KTP;
- lampiran yang tidak Anda minta, terlebih **.apk**, **.exe**, atau dokumen yang meminta makro diaktifkan.

Baca alamat dari **kanan ke kiri**: yang menentukan adalah bagian terakhir sebelum garis miring pertama. Domain pemerintah Indonesia berakhir dengan **.go.id**.

# Tiga kebiasaan penyelamat

1. **Berhenti.** Pesan yang mendesak layak ditunda dua menit.
2. **Periksa lewat jalur lain.** Telepon nomor yang sudah Anda simpan, bukan nomor dalam pesan.
3. **Tanyakan.** Kirim tangkapan layar kepada pengelola TI.

# Kabar bohong

Pegawai yang meneruskan kabar bohong membawa nama instansinya. Sebelum meneruskan, tanyakan: siapa sumbernya, kapan dibuat, apakah media lain memuatnya, apakah gambarnya asli? Pencarian gambar terbalik sering membuktikan bahwa “banjir hari ini” adalah foto sepuluh tahun lalu.

Gambar dan suara kini dapat dibuat dengan kecerdasan artifisial. Video pimpinan yang meminta sumbangan perlu diperiksa seperti pesan tertulis.

# Media sosial pegawai

Pegawai boleh berpendapat sebagai warga, tetapi kewajiban menjaga rahasia jabatan dan netralitas tetap melekat; aturan kepegawaian menuntutnya di dunia maya seperti di kantor. Jangan mengunggah foto berkas di meja, layar aplikasi, atau wajah warga di loket tanpa izin.

# Contoh

> “Bu, ini Pak Sekda ganti nomor. Tolong kirim daftar pegawai dan nomor HP-nya ke sini, segera ya, ditunggu pimpinan.”

Tiga tanda sekaligus: nomor baru, tergesa, meminta data. Jawaban terbaik adalah menelepon nomor lama Pak Sekda.`,
    },
    {
      kind: 'text',
      title: 'Melindungi data warga',
      minutes: 12,
      markup: `Instansi kita menyimpan data yang tidak dapat diganti seperti kata sandi: nama, NIK, alamat, riwayat kesehatan, nilai. Sekali bocor, ia bocor selamanya. Undang-undang tentang pelindungan data pribadi berlaku bagi badan publik, termasuk kita.

# Istilah

- **Subjek data**: orang yang datanya diproses.
- **Pengendali data**: yang menentukan tujuan dan mengendalikan pemrosesan. Instansi Anda biasanya pengendali.
- **Prosesor data**: yang memproses atas nama pengendali, misalnya penyedia aplikasi.

Data pribadi ada yang umum, seperti nama dan jenis kelamin, dan ada yang **spesifik**, seperti data kesehatan, biometrik, genetika, catatan kejahatan, data anak, dan data keuangan pribadi. Yang spesifik memerlukan perlindungan lebih.

# Asas dalam pekerjaan

1. **Tujuan jelas.** Data yang dikumpulkan untuk bantuan sosial tidak dipakai mengirim ucapan ulang tahun pimpinan.
2. **Secukupnya.** Bila umur cukup, jangan minta tanggal lahir; bila NIK cukup, jangan minta fotokopi KTP.
3. **Akurat.** Warga berhak memperbaiki datanya.
4. **Terbatas waktunya.** Hapus atau musnahkan sesuai jadwal retensi.
5. **Aman.** Akses menurut tugas, dengan akun sendiri, tercatat.

# Kebiasaan

- Kirim berkas lewat aplikasi dinas, bukan surel pribadi atau grup percakapan.
- Periksa lampiran sebelum mengirim; kolom NIK yang tersembunyi tetap ikut terkirim.
- Jangan menempelkan daftar penerima beserta NIK di papan pengumuman. Samarkan.
- Jangan memasukkan data warga ke layanan kecerdasan artifisial umum.
- Hancurkan cetakan dengan mesin, jangan dijadikan bungkus.

# Bila terjadi kegagalan

Pengendali wajib memberi tahu subjek data dan lembaga yang berwenang secara tertulis **dalam tenggat yang singkat**: data apa yang terungkap, kapan dan bagaimana, serta upaya penanganannya. Karena itu laporan Anda kepada pengelola TI harus datang dalam hitungan menit, bukan hari.

# Contoh

Seorang petugas mengirim tabel 300 penerima bantuan ke grup kelurahan agar “cepat dicek”. Tujuannya baik; akibatnya 300 NIK berada di puluhan telepon. Cara yang benar: bagikan daftar per wilayah kepada ketua RT masing-masing, tanpa NIK, lewat saluran dinas.`,
    },
    {
      kind: 'quiz',
      title: 'Kuis literasi digital',
      minutes: 12,
      markup: 'Delapan soal, batas lulus 70.',
      rule: quizRule({ minutes: 20 }),
      items: 8,
    },
  ],
  bank: [
    one('Kata sandi mana yang paling baik?', [
      'Empat kata acak yang hanya dipakai satu akun',
      'Tanggal lahir',
      'Satu sandi rumit untuk semua akun',
      'Nama instansi dan tahun',
    ]),
    truth('Petugas TI yang sah memerlukan kata sandi Anda.', false),
    figure(
      'Sebuah tabel berisi 300 NIK terkirim ke grup beranggota 25 orang. NIK berapa warga yang terungkap?',
      '300',
      'Banyaknya penerima menambah bahaya, bukan banyaknya warga yang datanya terungkap.',
    ),
    several('Data pribadi yang spesifik antara lain …', 3, ['Data kesehatan', 'Data biometrik', 'Data anak', 'Nama lengkap']),
    one('Undangan pernikahan berakhiran .apk adalah …', [
      'Program yang berbahaya bila dipasang',
      'Gambar biasa',
      'Dokumen PDF',
      'Undangan resmi',
    ]),
    pairs('Jodohkan istilah dengan artinya.', [
      ['Subjek data', 'Orang yang datanya diproses'],
      ['Pengendali data', 'Yang menentukan tujuan pemrosesan'],
      ['Prosesor data', 'Yang memproses atas nama pengendali'],
    ]),
    word('Domain instansi pemerintah Indonesia berakhir dengan apa?', ['.go.id', 'go.id']),
    one('Pimpinan menghubungi dari nomor baru dan meminta data. Apa langkah pertama?', [
      'Menelepon nomor lamanya',
      'Mengirim secepatnya',
      'Mengirim sebagian',
      'Meneruskan ke grup',
    ]),
    truth('Kode sekali pakai boleh disebutkan kepada petugas bank yang menelepon.', false),
    several('Setelah salah menekan tautan, Anda …', 3, [
      'Mengganti sandi dari gawai lain',
      'Melapor ke pengelola TI',
      'Mengeluarkan semua perangkat dari akun',
      'Menghapus pesannya',
    ]),
    truth('Data warga boleh dimasukkan ke layanan kecerdasan artifisial umum bila tergesa.', false),
    one('Asas “secukupnya” berarti …', [
      'Hanya meminta data yang diperlukan',
      'Menyimpan selama mungkin',
      'Meminta semua data sekaligus',
      'Membagikan kepada semua unit',
    ]),
  ],
}
