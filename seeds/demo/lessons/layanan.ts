import { type DemoContent, figure, one, pairs, quizRule, several, truth, word } from './content.ts'

export const layanan: DemoContent = {
  code: 'LAYANAN',
  lessons: [
    {
      kind: 'text',
      title: 'Hak warga dan kewajiban penyelenggara',
      minutes: 12,
      markup: `Setiap orang yang datang ke loket membawa hak. Undang-undang tentang pelayanan publik menyebutnya dengan jelas, dan menuliskan pula kewajiban kita sebagai pelaksana. Memahami keduanya membuat percakapan di loket lebih ringan: kita tidak sedang memberi kebaikan, melainkan memenuhi hak.

# Hak warga

Warga antara lain berhak **mengetahui isi standar pelayanan**, **mengawasi pelaksanaannya**, **mendapat tanggapan atas pengaduan**, mendapat pelayanan yang berkualitas sesuai asas dan tujuan pelayanan, serta mengadukan pelaksana yang menyimpang dari standar kepada penyelenggara dan Ombudsman.

# Kewajiban kita

Penyelenggara wajib menyusun dan menetapkan standar pelayanan, memublikasikan **maklumat pelayanan**, menempatkan pelaksana yang kompeten, menyediakan sarana yang mendukung, dan memberi perlakuan khusus kepada kelompok rentan: penyandang disabilitas, lanjut usia, perempuan hamil, anak-anak, korban bencana.

# Tiga asas yang sering terlupa

Pelayanan publik mempunyai asas. Tiga yang paling sering terlupa dalam kesibukan ialah:

1. **Kesamaan hak.** Urutan antrean tidak berubah karena kenalan atau jabatan.
2. **Keterbukaan.** Syarat, biaya, dan waktu diketahui sebelum warga memulai.
3. **Ketepatan waktu.** Janji tiga hari kerja berarti tiga hari kerja.

# Contoh

Pak Hasan datang dari pulau dengan kapal pagi; kapal pulang berangkat pukul 14.00. Petugas memeriksa berkas dan menemukan satu salinan yang kurang. Ada dua pilihan. Pertama: “Kembali lagi besok, Pak.” Kedua: “Kurang satu salinan KK. Bapak boleh mengirim fotonya lewat nomor layanan ini; saya proses sekarang, dan hasilnya Bapak terima lewat surel.”

Pilihan kedua tidak melanggar syarat apa pun. Ia hanya memindahkan beban dari warga ke cara kerja kita. Sering kali itulah inti pelayanan prima: syaratnya tetap, jalannya dipermudah.

# Untuk direnungkan

Ambil satu layanan di unit Anda. Bila Anda seorang warga yang tinggal tiga jam dari kantor, bagian mana yang paling melelahkan? Catat satu hal yang dapat diubah tanpa menunggu anggaran.`,
    },
    {
      kind: 'text',
      title: 'Standar dan maklumat pelayanan',
      minutes: 12,
      markup: `Standar pelayanan adalah janji tertulis tentang layanan: apa yang diminta, apa yang diberikan, berapa lama, dan berapa biayanya. Tanpa standar, mutu bergantung pada siapa yang sedang bertugas.

# Isi standar

Undang-undang tentang pelayanan publik menyebut komponennya, dan pedoman dari kementerian yang membina pelayanan publik menjelaskan cara menyusunnya. Enam komponen langsung dirasakan warga dan dipublikasikan:

- persyaratan;
- sistem, mekanisme, dan prosedur;
- jangka waktu penyelesaian;
- biaya atau tarif;
- produk pelayanan;
- penanganan pengaduan, saran, dan masukan.

Komponen lain mengatur ke dalam: dasar hukum, sarana, kompetensi pelaksana, pengawasan internal, jumlah pelaksana, jaminan pelayanan dan keamanannya, serta evaluasi kinerja.

# Menyusun yang dapat dipenuhi

1. **Ukur dahulu.** Catat waktu nyata dua puluh permohonan terakhir. Janji diambil dari kenyataan yang diperbaiki, bukan dari angka yang indah.
2. **Pangkas syarat.** Untuk tiap syarat, tanya: aturan mana yang memintanya, dan adakah datanya sudah kita miliki?
3. **Libatkan warga.** Undang pengguna layanan, termasuk penyandang disabilitas, membahas rancangannya. Masyarakat memang harus diikutsertakan.
4. **Tetapkan dan umumkan** sebagai keputusan, lalu pasang di loket, laman, dan media sosial dengan kalimat yang sama.
5. **Tinjau** paling sedikit setiap tahun.

# Maklumat

Maklumat pelayanan adalah pernyataan kesanggupan untuk memenuhi standar itu. Ia dipasang di tempat yang mudah dilihat dan ditandatangani pimpinan.

> Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar yang telah ditetapkan, dan apabila tidak menepati janji ini, kami siap menerima sanksi sesuai ketentuan.

Maklumat yang baik disertai cara menagihnya: nomor pengaduan, nama jabatan yang bertanggung jawab, dan waktu tanggapannya.

# Kesalahan yang sering

“Waktu penyelesaian: menyesuaikan.” Itu bukan standar. “Biaya: gratis” lalu diminta fotokopi di koperasi kantor; itu juga bukan gratis. Bila warga harus bertanya untuk memahami standar kita, perbaiki standarnya.`,
    },
    {
      kind: 'text',
      title: 'Menangani pengaduan sampai selesai',
      minutes: 12,
      markup: `Pengaduan adalah survei gratis. Untuk setiap orang yang mengadu, biasanya ada beberapa yang memilih diam dan bercerita kepada tetangga. Menangani satu pengaduan dengan baik memperbaiki layanan bagi semuanya.

# Lima langkah

1. **Terima.** Dengarkan, catat, beri nomor. Jangan meminta warga mengulang cerita di tiga meja.
2. **Pilah.** Keluhan layanan, permintaan informasi, saran, atau dugaan pelanggaran? Tiap jenis menempuh jalur berbeda.
3. **Periksa.** Bandingkan dengan standar pelayanan. Lihat catatan, tanya petugas, kunjungi tempatnya bila perlu.
4. **Jawab.** Sampaikan hasilnya dengan bahasa biasa: apa yang terjadi, apa yang sudah diperbaiki, apa yang belum dan mengapa.
5. **Perbaiki sumbernya.** Bila pengaduan yang sama datang tiga kali, masalahnya bukan pada warga.

# Saluran

Pengaduan dapat datang di loket, lewat surat, telepon, media sosial, atau **SP4N-LAPOR!**, saluran pengaduan nasional yang terhubung dengan semua instansi. Warga yang tidak puas dengan jawaban kita dapat menyampaikan kepada **Ombudsman Republik Indonesia**. Beritahukan hal itu; menyembunyikan saluran tidak mengurangi masalah.

# Menghadapi kemarahan

Kemarahan hampir selalu tentang keadaan, bukan tentang Anda. Tiga hal yang menolong:

- **Suara turun.** Pelankan suara Anda; lawan bicara biasanya mengikuti.
- **Akui kerugiannya.** “Betul, Ibu kehilangan setengah hari. Itu tidak semestinya.”
- **Beri kepastian kecil.** “Lima belas menit lagi saya kembali dengan jawabannya.” Lalu tepati, walau jawabannya “masih dicari”.

Jangan berjanji yang bukan wewenang Anda, dan jangan menyalahkan rekan atau unit lain di depan warga.

# Contoh jawaban

> Yth. Ibu Marlina, laporan Ibu tanggal 4 Mei sudah kami periksa. Berkas Ibu tertahan karena salah kami mencatat nomor. Surat sudah selesai dan dapat diambil hari ini, atau kami kirimkan. Kami juga mengubah cara pencatatan agar tidak terulang. Mohon maaf atas waktu Ibu yang terbuang.

Jawaban itu mengakui kesalahan, memberi hasil, dan menyebut perbaikan. Tidak satu pun kalimatnya membela diri.`,
    },
    {
      kind: 'assignment',
      title: 'Tugas: perbaiki satu standar pelayanan',
      minutes: 30,
      markup:
        'Pilih satu layanan di unit Anda. Tuliskan enam komponen standar yang wajib dipublikasikan seperti berlaku sekarang, lalu tunjukkan **dua perbaikan** yang meringankan warga beserta alasannya. Paling banyak 500 kata.\n\nMengumpulkan sudah cukup untuk menyelesaikan pelajaran ini; fasilitator memberi umpan balik.',
      rule: {
        takes: 'both',
        rubric: [
          { title: 'Enam komponen lengkap dan tepat', points: 40 },
          { title: 'Perbaikan meringankan warga', points: 40 },
          { title: 'Bahasa yang mudah dipahami', points: 20 },
        ],
        again: 'asked',
        passMark: null,
      },
    },
    {
      kind: 'quiz',
      title: 'Kuis pelayanan publik',
      minutes: 12,
      markup: 'Delapan soal, batas lulus 70.',
      rule: quizRule(),
      items: 8,
    },
  ],
  bank: [
    one('Mana yang dibangun dari asas keterbukaan?', [
      'Syarat, biaya, dan waktu diketahui sebelum warga memulai',
      'Berkas semua pemohon dapat dibaca siapa saja',
      'Loket tidak memakai sekat',
      'Rapat internal disiarkan',
    ]),
    figure('Menurut pelajaran, berapa komponen standar yang langsung dirasakan warga?', '6'),
    several('Komponen standar yang wajib dipublikasikan antara lain …', 3, [
      'Persyaratan',
      'Jangka waktu',
      'Biaya',
      'Nama semua pelamar kerja',
    ]),
    truth('“Waktu penyelesaian menyesuaikan” adalah standar pelayanan yang baik.', false),
    word('Apa sebutan pernyataan kesanggupan memenuhi standar pelayanan?', ['maklumat pelayanan', 'maklumat']),
    pairs('Jodohkan langkah dengan isinya.', [
      ['Terima', 'Catat dan beri nomor'],
      ['Pilah', 'Tentukan jenisnya'],
      ['Periksa', 'Bandingkan dengan standar'],
      ['Jawab', 'Sampaikan hasilnya'],
    ]),
    truth('Warga berhak mengadukan pelaksana kepada Ombudsman.', true),
    one('Pengaduan yang sama datang tiga kali. Apa yang dilakukan?', [
      'Memperbaiki sumber masalahnya',
      'Mengabaikan yang ketiga',
      'Meminta warga bersabar',
      'Memindahkan petugas loket',
    ]),
    several('Kelompok rentan antara lain …', 3, ['Penyandang disabilitas', 'Lanjut usia', 'Perempuan hamil', 'Kenalan pimpinan']),
    one('Dari mana janji waktu layanan sebaiknya diambil?', [
      'Dari waktu nyata yang diukur dan diperbaiki',
      'Dari instansi lain',
      'Dari angka yang menarik',
      'Dari permintaan pimpinan',
    ]),
    truth('Urutan antrean boleh berubah karena jabatan pemohon.', false),
    one('Apa yang tidak dilakukan ketika warga marah?', [
      'Menyalahkan unit lain di depannya',
      'Memelankan suara',
      'Mengakui kerugiannya',
      'Memberi kepastian kecil',
    ]),
  ],
}
