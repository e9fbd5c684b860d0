import { type DemoContent, figure, one, pairs, quizRule, several, truth, word } from './content.ts'

export const integritas: DemoContent = {
  code: 'INTEGRITAS',
  lessons: [
    {
      kind: 'text',
      title: 'Nilai dasar dan kode etik ASN',
      minutes: 12,
      markup: `Setiap hari seorang pegawai membuat puluhan keputusan kecil: berkas siapa yang dikerjakan dahulu, apa yang ditulis dalam laporan perjalanan, apakah kendaraan dinas boleh dipakai mengantar anak. Integritas bukan soal peristiwa besar. Ia dibangun, atau hilang, dalam keputusan kecil itu.

# Apa kata undang-undang

Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara menetapkan nilai dasar ASN, yang dikenal sebagai BerAKHLAK: **berorientasi pelayanan, akuntabel, kompeten, harmonis, loyal, adaptif, dan kolaboratif**. Nilai dasar itu dijabarkan dalam kode etik dan kode perilaku. Bagi PNS, kewajiban dan larangan beserta hukumannya diatur dalam peraturan pemerintah tentang disiplin PNS.

Nilai *akuntabel* paling dekat dengan integritas. Ia berarti melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin; menggunakan kekayaan negara secara bertanggung jawab; dan tidak menyalahgunakan kewenangan jabatan.

# Tiga lapis yang perlu dibedakan

1. **Hukum** menetapkan batas paling bawah. Melanggarnya berarti pidana atau hukuman disiplin.
2. **Kode etik** menetapkan yang pantas bagi jabatan. Sesuatu dapat tidak melanggar hukum, tetapi tidak pantas.
3. **Integritas pribadi** adalah kesesuaian antara yang diyakini, diucapkan, dan dilakukan, juga ketika tidak ada yang melihat.

# Uji empat pertanyaan

Sebelum memutuskan hal yang meragukan, ajukan empat pertanyaan:

- Apakah ini sesuai aturan dan kewenangan saya?
- Apakah saya nyaman bila keputusan ini dimuat di surat kabar besok?
- Apakah saya akan memutuskan sama bila orangnya bukan kenalan saya?
- Siapa yang dirugikan, dan apakah ia tahu?

Satu jawaban “tidak” cukup untuk berhenti dan bertanya kepada atasan atau Inspektorat. Bertanya lebih dahulu jauh lebih mudah daripada menjelaskan kemudian.

# Contoh

Ibu Rina memproses izin usaha. Seorang pemohon adalah tetangganya. Berkasnya lengkap, tetapi baru masuk kemarin, sedangkan antrean sudah tiga minggu. Mendahulukannya tidak melanggar satu pasal pun yang ia ingat, tetapi gagal pada pertanyaan ketiga. Ia mengerjakan sesuai urutan, dan menjelaskan alasannya kepada tetangganya. Itulah integritas: biasa, tidak heroik, dan berulang setiap hari.

> Yang diulang setiap hari menjadi budaya. Budaya kantor Anda dimulai dari meja Anda.`,
    },
    {
      kind: 'video',
      title: 'Film: empat pertanyaan sebelum memutuskan',
      minutes: 2,
      markup: 'Satu menit, tanpa suara, dengan takarir. Perhatikan pada pertanyaan mana Bu Rina berhenti.',
      file: 'empat-pertanyaan.mp4',
      name: 'Empat pertanyaan.mp4',
    },
    {
      kind: 'text',
      title: 'Gratifikasi, suap, dan pemerasan',
      minutes: 15,
      markup: `Ketiganya sering disebut dalam satu napas, padahal berbeda. Membedakannya membantu kita tahu apa yang harus dilakukan.

# Pengertian

**Gratifikasi** adalah pemberian dalam arti luas: uang, barang, rabat, komisi, pinjaman tanpa bunga, tiket perjalanan, penginapan, wisata, pengobatan cuma-cuma, dan fasilitas lain. Pengertian ini berasal dari undang-undang tentang pemberantasan tindak pidana korupsi. Kata itu sendiri netral: tidak setiap gratifikasi terlarang.

**Gratifikasi yang dianggap suap** ialah yang berhubungan dengan jabatan dan berlawanan dengan kewajiban atau tugas penerimanya. Di situ letak soalnya: *berhubungan dengan jabatan*. Bila Anda tidak menduduki jabatan itu, apakah pemberian tetap datang?

**Suap** menghendaki kesepakatan: ada yang diharapkan sebagai balasan, sekarang atau nanti. **Pemerasan** datang dari pejabatnya: ia meminta, mempersulit, atau memaksa agar diberi.

# Wajib lapor

Undang-undang membebaskan penerima gratifikasi dari ancaman pidana itu bila ia **melapor tepat waktu** kepada Komisi Pemberantasan Korupsi. Tenggatnya dihitung sejak gratifikasi diterima, jadi laporkan pada hari yang sama; UPG tahu tenggat yang berlaku. Pelaporan dapat melalui Unit Pengendalian Gratifikasi (UPG) di instansi Anda, biasanya di Inspektorat, atau langsung kepada KPK. KPK kemudian menetapkan apakah pemberian itu menjadi milik negara atau milik penerima.

# Tolak lebih dahulu

Yang terbaik adalah menolak dengan sopan pada kesempatan pertama. Kalimat yang dapat dipakai:

- “Terima kasih, Pak. Layanan ini memang tugas kami dan tidak dipungut biaya tambahan.”
- “Saya hargai niat baiknya. Aturan kami tidak membolehkan, jadi mohon saya kembalikan.”

Bila tidak dapat ditolak, misalnya dikirim ke rumah tanpa pengirim yang jelas, atau menolaknya merusak hubungan antarlembaga: terima, catat, dan **laporkan**. Makanan yang cepat rusak dapat disalurkan kepada yang membutuhkan, didokumentasikan, lalu tetap dilaporkan.

# Contoh untuk dipikirkan

1. Rekanan mengirim parsel hari raya kepada pejabat pembuat komitmen.
2. Warga yang sudah dilayani meninggalkan sekeranjang rambutan di loket.
3. Panitia seminar memberi setiap peserta tas dan pulpen berlogo.
4. Penyedia menawarkan membayari tiket umrah setelah kontrak selesai.

Contoh ketiga berlaku umum bagi semua peserta dan nilainya wajar. Contoh pertama dan keempat berhubungan dengan jabatan: tolak, dan laporkan bila terlanjur diterima. Pada contoh kedua, kembalikan bila bisa; bila tidak, catat dan tanyakan UPG. Besarnya nilai bukan ukuran utama. Hubungannya dengan jabatanlah yang menentukan.`,
    },
    {
      kind: 'text',
      title: 'Benturan kepentingan',
      minutes: 12,
      markup: `Benturan kepentingan terjadi ketika kepentingan pribadi seorang pejabat **dapat memengaruhi** kenetralan keputusan atau tindakannya. Perhatikan kata “dapat”. Tidak perlu ada keuntungan yang sungguh diterima; cukup ada keadaan yang membuat orang wajar meragukan kenetralan Anda.

# Dasar hukumnya

Undang-undang tentang administrasi pemerintahan melarang pejabat yang berpotensi memiliki konflik kepentingan menetapkan atau melakukan keputusan dan tindakan. Sumbernya antara lain kepentingan pribadi atau bisnis, hubungan dengan kerabat dan keluarga, hubungan dengan wakil pihak yang terlibat, hubungan dengan pihak yang bekerja dan mendapat gaji dari pihak yang terlibat, dan hubungan dengan pihak yang memberi rekomendasi.

Bila hal itu ada, pejabat wajib **memberi tahu atasannya**, dan keputusan diambil oleh atasan atau pejabat lain. Dengan kata lain: benturan kepentingan bukan aib. Menyembunyikannya yang salah.

# Bentuk yang sering terjadi

- Adik ipar ikut seleksi, dan Anda anggota panitianya.
- Perusahaan milik pasangan menawarkan barang kepada kantor Anda.
- Anda menilai kinerja teman dekat yang tinggal serumah.
- Anda menyusun aturan yang berdampak pada tanah milik keluarga.
- Bekas atasan Anda, sekarang konsultan, meminta data yang belum diumumkan.

# Empat langkah

1. **Kenali.** Tanyakan: siapa yang untung dari keputusan ini, dan apa hubungan saya dengannya?
2. **Nyatakan.** Sampaikan secara tertulis kepada atasan langsung: perkaranya, hubungannya, sejak kapan diketahui.
3. **Mundur.** Jangan ikut membahas, menilai, atau menandatangani. Keluar dari ruangan ketika perkara itu dibicarakan.
4. **Catat.** Pernyataan dan tindak lanjutnya masuk berkas, agar dapat ditelusuri.

# Contoh pernyataan

> Dengan ini saya sampaikan bahwa salah satu peserta pengadaan konsumsi tahun 2026, CV Sinar Laut, dimiliki kakak kandung saya. Saya mohon tidak dilibatkan dalam evaluasi paket tersebut.

Tiga baris sudah cukup. Dengan pernyataan itu, kantor dapat menugaskan orang lain hari itu juga; tanpa pernyataan itu, seluruh hasil pengadaan dapat dipersoalkan.

# Yang sering dikira aman

“Saya hanya anggota, bukan ketua.” “Saya tidak ikut memilih, hanya mencatat.” “Keluarga saya memang yang termurah.” Tidak satu pun menghapus benturan kepentingan. Ukurannya bukan apa yang Anda niatkan, melainkan apakah orang luar yang mengetahui semua fakta wajar meragukan kenetralan Anda.`,
    },
    {
      kind: 'text',
      title: 'Melapor dengan aman',
      minutes: 10,
      markup: `Mengetahui penyimpangan dan diam adalah beban. Melapor tanpa cara yang benar juga berisiko. Pelajaran ini membantu Anda melapor dengan aman dan bermanfaat.

# Ke mana

- **Atasan langsung**, bila ia tidak terlibat. Banyak hal selesai di sini.
- **Inspektorat** instansi Anda, termasuk saluran pengaduan internal (*whistleblowing system*) dan Unit Pengendalian Gratifikasi.
- **SP4N-LAPOR!**, untuk pengaduan pelayanan publik; pelapor dapat memilih anonim atau rahasia.
- **Ombudsman Republik Indonesia**, untuk dugaan maladministrasi.
- **KPK, Kepolisian, atau Kejaksaan**, untuk dugaan tindak pidana korupsi.

Pilih saluran sesuai persoalannya. Loket yang lambat adalah urusan pelayanan; permintaan uang agar berkas diproses adalah dugaan pidana.

# Apa yang ditulis

Laporan yang baik menjawab: **apa** yang terjadi, **siapa** yang terlibat, **kapan**, **di mana**, **bagaimana** caranya, dan **bukti** apa yang ada. Tulis yang Anda lihat dan dengar sendiri, pisahkan dari yang Anda simpulkan.

> Pada 3 Maret 2026 sekitar pukul 10.00 di loket 4, petugas berinisial S meminta Rp200.000 kepada pemohon agar berkas selesai hari itu. Saya berada di loket 5 dan mendengarnya. Nomor antrean pemohon 112.

Kalimat itu dapat diperiksa: ada waktu, tempat, jumlah, dan saksi. Bandingkan dengan “petugas loket sering minta uang”, yang sulit ditindaklanjuti.

# Menjaga diri

- Simpan salinan bukti yang memang boleh Anda akses. Jangan mengambil dokumen rahasia atau membuka sistem di luar kewenangan Anda.
- Jangan menyebarkannya di grup percakapan atau media sosial. Selain dapat merusak pemeriksaan, Anda dapat dipersoalkan secara hukum.
- Jangan menjebak atau menyelidiki sendiri.
- Catat kepada siapa dan kapan Anda melapor, beserta nomor laporannya.

Undang-undang tentang perlindungan saksi dan korban juga melindungi pelapor. Bila menerima ancaman, perlindungan dapat dimohonkan kepada Lembaga Perlindungan Saksi dan Korban.

# Bila Anda menerima laporan

Dengarkan tanpa menghakimi, jaga kerahasiaan nama pelapor, dan teruskan ke saluran yang benar. Balasan yang paling merusak budaya integritas adalah “sudahlah, memang begitu dari dulu”.`,
    },
    {
      kind: 'pdf',
      title: 'Lembar saku: menolak, mencatat, melapor',
      minutes: 3,
      markup: 'Satu halaman untuk dicetak dan disimpan di meja.',
      file: 'lembar-saku.pdf',
      name: 'Lembar saku integritas.pdf',
    },
    {
      kind: 'link',
      title: 'Saluran pengaduan nasional SP4N-LAPOR!',
      minutes: 5,
      markup: 'Buka dan lihat formulirnya, agar Anda dapat menunjukkannya kepada warga. Tidak perlu mengirim laporan.',
      url: 'https://www.lapor.go.id/',
    },
    {
      kind: 'quiz',
      title: 'Kuis akhir integritas',
      minutes: 15,
      markup: 'Sepuluh soal. Anda dapat mengulang; nilai terbaik yang dipakai.',
      rule: quizRule({ minutes: 30 }),
      items: 10,
    },
  ],
  bank: [
    one(
      'Apa ukuran utama apakah suatu pemberian harus ditolak?',
      ['Hubungannya dengan jabatan', 'Besar nilainya', 'Bentuknya, uang atau barang', 'Waktu pemberiannya'],
      'Nilai kecil pun dapat dianggap suap bila berhubungan dengan jabatan dan berlawanan dengan kewajiban.',
    ),
    figure(
      'Berapa jawaban “tidak” dalam uji empat pertanyaan sudah cukup untuk berhenti dan bertanya?',
      '1',
      'Satu keraguan cukup: bertanya lebih dahulu lebih mudah daripada menjelaskan kemudian.',
    ),
    several('Mana yang termasuk gratifikasi dalam arti luas?', 3, [
      'Pinjaman tanpa bunga',
      'Tiket perjalanan',
      'Pengobatan cuma-cuma',
      'Gaji bulanan',
    ]),
    truth(
      'Benturan kepentingan baru ada bila keuntungan sudah diterima.',
      false,
      'Cukup bila kepentingan pribadi dapat memengaruhi kenetralan.',
    ),
    one('Adik Anda ikut pengadaan yang Anda evaluasi. Apa langkah pertama?', [
      'Menyatakan secara tertulis kepada atasan dan mundur dari evaluasi',
      'Meminta adik menawar lebih murah',
      'Mengevaluasi dengan lebih ketat',
      'Menunggu sampai ada yang bertanya',
    ]),
    pairs('Jodohkan saluran dengan persoalannya.', [
      ['Ombudsman', 'Dugaan maladministrasi'],
      ['KPK', 'Dugaan korupsi'],
      ['UPG', 'Laporan gratifikasi'],
      ['SP4N-LAPOR!', 'Keluhan pelayanan publik'],
    ]),
    one('Mana yang membedakan suap dari gratifikasi?', [
      'Adanya kesepakatan tentang balasan',
      'Nilainya lebih dari satu juta rupiah',
      'Selalu berupa uang',
      'Diberikan secara terbuka',
    ]),
    several('Laporan yang dapat ditindaklanjuti memuat …', 3, [
      'Waktu dan tempat',
      'Apa yang dilihat atau didengar sendiri',
      'Bukti yang ada',
      'Dugaan tanpa dasar tentang niat orang',
    ]),
    truth('Menyebarkan dugaan korupsi di grup percakapan membantu pemeriksaan.', false),
    word('Apa singkatan unit di instansi yang menerima laporan gratifikasi?', ['UPG', 'Unit Pengendalian Gratifikasi']),
    one('Nilai dasar ASN mana yang memuat jujur, bertanggung jawab, cermat, dan disiplin?', [
      'Akuntabel',
      'Adaptif',
      'Harmonis',
      'Kolaboratif',
    ]),
    one('Sejak kapan tenggat melaporkan gratifikasi dihitung?', [
      'Sejak gratifikasi diterima',
      'Sejak akhir bulan',
      'Sejak ada yang menanyakan',
      'Sejak atasan mengetahui',
    ]),
    truth('Gratifikasi yang tidak dapat ditolak harus dicatat dan dilaporkan.', true),
  ],
}
