import { type DemoContent, figure, one, pairs, quizRule, several, truth, word } from './content.ts'

export const keuangan: DemoContent = {
  code: 'KEUANGAN',
  lessons: [
    {
      kind: 'text',
      title: 'Asas dan pelaku keuangan daerah',
      minutes: 14,
      markup: `Uang daerah adalah uang warga yang dipercayakan. Mengelolanya berarti dapat menjelaskan, kapan saja, dari mana ia datang, untuk apa dipakai, dan apa hasilnya.

# Dasar hukum

Kerangkanya adalah undang-undang tentang keuangan negara dan perbendaharaan negara, serta **Undang-Undang Nomor 1 Tahun 2022** tentang hubungan keuangan antara pemerintah pusat dan pemerintahan daerah. Pengelolaannya diatur peraturan pemerintah tentang pengelolaan keuangan daerah, dengan pedoman teknis dari Menteri Dalam Negeri.

Asasnya: tertib, efisien, ekonomis, efektif, transparan, dan bertanggung jawab, dengan memperhatikan rasa keadilan, kepatutan, manfaat untuk masyarakat, serta taat pada peraturan perundang-undangan.

# APBD

Anggaran Pendapatan dan Belanja Daerah ditetapkan setiap tahun dengan peraturan daerah untuk tahun anggaran 1 Januari sampai 31 Desember. Strukturnya tiga: **pendapatan, belanja, dan pembiayaan**. Tidak ada pengeluaran atas beban APBD bila anggarannya tidak tersedia atau tidak cukup.

# Para pelaku

- **Kepala daerah**: pemegang kekuasaan pengelolaan keuangan daerah.
- **Sekretaris daerah**: koordinator pengelolaan keuangan daerah.
- **Pejabat pengelola keuangan daerah (PPKD)**: kepala satuan kerja pengelola keuangan, bertindak sebagai bendahara umum daerah (BUD).
- **Pengguna anggaran (PA)**: kepala perangkat daerah.
- **Kuasa pengguna anggaran (KPA)**: menerima sebagian kewenangan PA.
- **PPTK**: pejabat pelaksana teknis kegiatan, mengendalikan kegiatan.
- **PPK-SKPD**: pejabat penatausahaan keuangan, meneliti kelengkapan dan menyiapkan SPM.
- **Bendahara**: menerima, menyimpan, membayar, menatausahakan, dan mempertanggungjawabkan uang.

# Mengapa dipisah

Yang memerintahkan membayar tidak boleh sekaligus yang memegang uang, dan yang mencatat bukan yang menyetujui. Pemisahan itu bukan tanda tidak percaya; ia melindungi setiap orang dari tuduhan dan godaan.

Contoh: PPTK sebuah seminar membayar konsumsi dengan uang sendiri, lalu meminta bendahara mengganti tanpa kuitansi. Bendahara **wajib menolak** pembayaran yang tidak memenuhi syarat, dan bertanggung jawab secara pribadi atas pembayaran yang dilakukannya. Penolakan itu melindungi PPTK juga.`,
    },
    {
      kind: 'text',
      title: 'Menyusun anggaran perangkat daerah',
      minutes: 14,
      markup: `Anggaran yang baik dapat dibaca dari dua arah: dari rupiah ke tujuan daerah, dan dari tujuan ke rupiah. Bila salah satu arah terputus, kegiatan itu sulit dipertahankan.

# Dari rencana ke anggaran

Alurnya: RPJMD dan Renstra perangkat daerah menjadi **RKPD** dan **Renja**. Kepala daerah menyusun rancangan **KUA** (kebijakan umum APBD) dan **PPAS** (prioritas dan plafon anggaran sementara), yang disepakati bersama DPRD. Berdasarkan itu perangkat daerah menyusun **RKA-SKPD**. Setelah peraturan daerah tentang APBD ditetapkan, RKA menjadi dasar **DPA-SKPD**, dokumen pelaksanaan anggaran.

# Program, kegiatan, subkegiatan

Klasifikasi dan kodenya mengikuti nomenklatur perencanaan dan keuangan daerah dalam Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 dan pemutakhirannya. Kode menjaga agar belanja sejenis di semua daerah dapat dibandingkan.

# Berbasis kinerja

Setiap subkegiatan memuat **keluaran** yang terukur: bukan “terlaksananya sosialisasi”, melainkan “120 bendahara mampu menyusun pertanggungjawaban tanpa salah”. Tanyakan:

1. Masalah apa yang diselesaikan, dan siapa yang merasakannya?
2. Keluaran apa yang dihasilkan, berapa banyak, kapan?
3. Bagaimana tahu bahwa itu menolong (hasil)?
4. Berapa biaya satuannya menurut **standar harga** yang berlaku?

# Menghitung

Contoh: pelatihan 40 orang selama 3 hari. Konsumsi Rp55.000 per orang per hari: 40 × 3 × 55.000 = Rp6.600.000. Honor narasumber 6 jam × Rp900.000 = Rp5.400.000. Angka itu harus berasal dari standar harga satuan daerah, bukan dari tahun lalu ditambah sepuluh persen.

# Kesalahan yang sering

- Menganggarkan perjalanan tanpa keluaran yang jelas.
- Memecah pengadaan agar tidak melalui tender.
- Menaruh belanja modal di belanja barang, atau sebaliknya.
- Menyalin kerangka acuan tahun lalu, termasuk tanggalnya.

# Pergeseran dan perubahan

Bila keadaan berubah, anggaran dapat digeser menurut ketentuan, atau diubah lewat perubahan APBD. Membelanjakan dahulu lalu mencari anggarannya adalah pelanggaran, betapa pun mendesaknya alasan di luar keadaan darurat yang diatur.`,
    },
    {
      kind: 'text',
      title: 'Penatausahaan, pembayaran, dan pertanggungjawaban',
      minutes: 15,
      markup: `Setelah DPA disahkan, uang mengalir lewat urutan dokumen. Urutan itu memastikan setiap pembayaran berdasar, cukup anggarannya, dan benar penerimanya.

# SPD, SPP, SPM, SP2D

1. **SPD** (surat penyediaan dana): menyatakan dana tersedia.
2. **SPP** (surat permintaan pembayaran): diajukan bendahara pengeluaran atau PPTK.
3. **SPM** (surat perintah membayar): diterbitkan PA atau KPA setelah PPK-SKPD meneliti.
4. **SP2D** (surat perintah pencairan dana): diterbitkan kuasa BUD; uang keluar dari kas daerah.

# Cara membayar

- **LS** (langsung): dari kas daerah ke rekening penerima. Untuk gaji dan pengadaan.
- **UP** (uang persediaan): uang muka kerja bendahara untuk kebutuhan sehari-hari.
- **GU** (ganti uang): mengisi kembali UP setelah dipertanggungjawabkan.
- **TU** (tambah uang): untuk kebutuhan mendesak yang tidak cukup dengan UP; sisanya disetor kembali.

Utamakan pembayaran langsung dan nontunai. Makin sedikit uang tunai, makin sedikit risiko.

# Bukti

Bukti yang sah menjawab: siapa menerima, berapa, untuk apa, kapan, atas dasar apa. Kuitansi tanpa nama toko, tanggal kosong, atau tulisan tangan yang sama pada sepuluh nota adalah temuan yang menunggu. Bendahara pengeluaran juga wajib memungut dan menyetor pajak sesuai ketentuan.

# Laporan

Perangkat daerah menyusun laporan realisasi anggaran, neraca, laporan operasional, laporan perubahan ekuitas, dan catatan atas laporan keuangan. Pemerintah daerah menyampaikan laporan keuangan kepada Badan Pemeriksa Keuangan **setelah tahun anggaran berakhir**, dalam tenggat yang ditetapkan undang-undang. BPK memberi pendapat: **WTP**, WDP, tidak wajar, atau tidak menyatakan pendapat.

# Bila ada kerugian

Kerugian daerah wajib dilaporkan dan dipulihkan; penyelesaiannya melalui tuntutan ganti kerugian. Menyetor kembali tidak selalu menghapus pidana.

# Kebiasaan baik

- Catat pada hari yang sama.
- Cocokkan kas dan buku setiap hari; tutup buku setiap bulan.
- Simpan bukti menurut nomor, bukan menurut ingatan.
- Bila ragu, tanyakan sebelum membayar. Setelah membayar, yang tersisa hanya penjelasan.`,
    },
    {
      kind: 'quiz',
      title: 'Kuis keuangan daerah',
      minutes: 15,
      markup: 'Sembilan soal, batas lulus 70.',
      rule: quizRule({ minutes: 30 }),
      items: 9,
    },
  ],
  bank: [
    one('Siapa koordinator pengelolaan keuangan daerah?', [
      'Sekretaris daerah',
      'Bendahara pengeluaran',
      'Ketua DPRD',
      'Kepala bidang perbendaharaan',
    ]),
    several('Struktur APBD terdiri atas …', 3, ['Pendapatan', 'Belanja', 'Pembiayaan', 'Inventaris']),
    figure('40 orang, 3 hari, konsumsi Rp55.000 per orang per hari. Berapa rupiah seluruhnya?', '6600000'),
    pairs('Jodohkan pelaku dengan jabatannya.', [
      ['Kepala daerah', 'Pemegang kekuasaan pengelolaan keuangan'],
      ['Sekretaris daerah', 'Koordinator'],
      ['Kepala perangkat daerah', 'Pengguna anggaran'],
      ['Kepala satuan pengelola keuangan', 'Bendahara umum daerah'],
    ]),
    one('Dokumen yang mengeluarkan uang dari kas daerah adalah …', ['SP2D', 'SPP', 'SPM', 'RKA']),
    truth('Bendahara wajib menolak pembayaran yang tidak memenuhi syarat.', true),
    word('Apa singkatan dokumen pelaksanaan anggaran?', ['DPA', 'DPA-SKPD']),
    figure('Honor narasumber 6 jam, Rp900.000 per jam. Berapa rupiah seluruhnya?', '5400000'),
    truth('Memecah pengadaan agar tidak melalui tender dibenarkan bila mendesak.', false),
    pairs('Jodohkan cara membayar dengan artinya.', [
      ['LS', 'Langsung ke penerima'],
      ['UP', 'Uang persediaan'],
      ['GU', 'Ganti uang'],
      ['TU', 'Tambah uang'],
    ]),
    one('Mana keluaran yang terukur?', [
      '120 bendahara mampu menyusun pertanggungjawaban',
      'Terlaksananya sosialisasi',
      'Meningkatnya semangat',
      'Terciptanya suasana baik',
    ]),
    several('Bukti yang sah menjawab …', 3, ['Siapa menerima', 'Untuk apa', 'Atas dasar apa', 'Warna kuitansinya']),
  ],
}
