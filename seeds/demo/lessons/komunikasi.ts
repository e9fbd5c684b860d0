import { type DemoContent, figure, one, pairs, quizRule, several, truth, word } from './content.ts'

export const komunikasi: DemoContent = {
  code: 'KOMUNIKASI',
  lessons: [
    {
      kind: 'text',
      title: 'Mendengarkan secara aktif',
      minutes: 12,
      markup: `Kebanyakan salah paham di kantor tidak terjadi karena orang kurang pandai berbicara, melainkan karena yang lain berhenti mendengarkan. Kita sibuk menyiapkan jawaban ketika lawan bicara belum selesai.

# Empat tingkat mendengarkan

1. **Mengabaikan.** Mata di layar, mulut berkata “iya, iya”.
2. **Memilih.** Kita menangkap yang mendukung pendapat kita saja.
3. **Memperhatikan.** Kita mendengar semua kata, tetapi belum menangkap maksudnya.
4. **Memahami.** Kita dapat mengulang maksud dan perasaan lawan bicara, dan ia berkata, “betul, itu maksud saya.”

Tingkat keempat disebut mendengarkan secara aktif. Ia dapat dilatih.

# Lima keterampilan

- **Hadir.** Letakkan telepon, hadapkan badan, tatap secukupnya.
- **Diam sejenak.** Tunggu dua detik setelah lawan bicara berhenti. Sering kali hal terpenting datang pada detik kedua.
- **Bertanya terbuka.** “Apa yang terjadi setelah itu?” membuka lebih banyak daripada “Sudah lapor?”
- **Mengulang dengan kata sendiri.** “Jadi berkas Bapak dikembalikan dua kali, dan alasannya berbeda. Begitu?”
- **Menyebut perasaannya.** “Pantas Ibu kesal, sudah jauh-jauh datang.”

# Di loket

Bayangkan seorang warga datang dengan nada tinggi. Jawaban “itu sudah prosedurnya, Pak” menutup percakapan. Coba urutan ini: dengarkan sampai selesai, ulangi masalahnya, sebut perasaannya, baru jelaskan pilihan yang ada. Warga yang merasa didengar biasanya menurunkan suaranya dengan sendirinya.

> “Saya mengerti: Bapak sudah dua kali kembali dan setiap kali diminta berkas lain. Itu melelahkan. Mari saya periksa daftar lengkapnya sekarang, supaya cukup sekali lagi.”

# Dalam tim

Mendengarkan secara aktif tidak berarti setuju. Anda boleh memahami sepenuhnya, lalu memutuskan lain. Bedanya, orang yang merasa dipahami lebih mudah menerima keputusan yang tidak ia sukai.

# Latihan

Dalam rapat berikutnya, sebelum menyampaikan pendapat, ulangi dahulu pendapat pembicara sebelumnya dengan satu kalimat, dan tanyakan apakah itu benar. Hitung berapa kali Anda perlu diperbaiki. Angka itu biasanya lebih besar daripada yang kita kira, dan turun cepat setelah satu minggu latihan.`,
    },
    {
      kind: 'text',
      title: 'Menyusun pesan yang jelas',
      minutes: 14,
      markup: `Pesan yang jelas menghemat waktu dua pihak: yang menulis tidak perlu menjelaskan ulang, yang membaca tidak perlu menebak. Undang-undang tentang pelayanan publik juga menuntut informasi layanan yang jelas dan mudah diakses. Menulis jelas adalah bagian dari melayani.

# Mulai dari pembaca

Sebelum menulis, jawab tiga pertanyaan:

- **Siapa** yang membaca, dan apa yang sudah ia ketahui?
- **Apa** yang harus ia lakukan setelah membaca?
- **Kapan** dan **bagaimana** ia melakukannya?

Bila pertanyaan kedua tidak terjawab, mungkin pesan itu tidak perlu dikirim.

# Yang terpenting di depan

Orang membaca di telepon, di antara dua pekerjaan. Letakkan inti pada kalimat pertama, alasan sesudahnya, rincian paling akhir.

Kurang jelas:

> Sehubungan dengan telah diterbitkannya surat edaran sebagaimana dimaksud, maka bersama ini disampaikan bahwa dalam rangka tertib administrasi, seluruh pegawai diharapkan dapat segera menindaklanjuti.

Lebih jelas:

> Mohon unggah SKP triwulan III paling lambat **Jumat, 9 Oktober, pukul 16.00** di aplikasi kinerja. Bila menemui kendala, hubungi Sdr. Dedi di Subbagian Kepegawaian.

Kalimat kedua lebih pendek, menyebut tindakan, batas waktu, tempat, dan siapa yang dapat ditanya.

# Lima kebiasaan

1. Satu kalimat, satu gagasan. Bila ada dua “yang” dan satu “sehingga”, pecah.
2. Pakai kata kerja: “memeriksa”, bukan “melakukan pemeriksaan”.
3. Sebut pelakunya: “Bidang Mutasi memproses”, bukan “diproses”.
4. Angka dan tanggal ditulis pasti: “3 hari kerja”, bukan “segera”.
5. Daftar untuk langkah, paragraf untuk alasan.

# Memilih saluran

Keputusan resmi memerlukan naskah dinas. Kabar singkat cukup lewat pesan. Hal yang peka, misalnya teguran, disampaikan langsung dan berdua. Data pribadi warga atau pegawai tidak dikirim lewat grup percakapan; undang-undang tentang pelindungan data pribadi berlaku juga bagi instansi pemerintah.

# Uji sebelum mengirim

Baca keras-keras. Di tempat Anda kehabisan napas, kalimatnya terlalu panjang. Lalu minta seorang rekan membaca dan menyebutkan apa yang harus dilakukannya. Bila ia ragu, perbaiki tulisannya, bukan orangnya.`,
    },
    {
      kind: 'text',
      title: 'Rapat yang berhasil',
      minutes: 12,
      markup: `Rapat satu jam dengan dua belas orang menghabiskan dua belas jam kerja. Biaya sebesar itu layak direncanakan.

# Perlukah rapat?

Rapat berguna untuk tiga hal: **memutuskan bersama, memecahkan masalah, dan menyatukan pemahaman** atas hal yang rumit. Untuk sekadar menyampaikan kabar, kirim pesan tertulis. Untuk meminta data, kirim tabel.

# Sebelum rapat

- Tulis tujuan dalam bentuk hasil: “memilih lokasi pelatihan”, bukan “membahas pelatihan”.
- Undang yang diperlukan untuk hasil itu. Yang lain cukup menerima notula.
- Kirim bahan paling lambat sehari sebelumnya, dengan pertanyaan yang akan diputuskan.
- Tetapkan waktu mulai dan **waktu selesai**.

# Selama rapat

Bagi tiga peran: **pemimpin** menjaga tujuan, **penjaga waktu** mengingatkan, **notulis** mencatat keputusan. Satu orang boleh merangkap dua peran, tetapi pemimpin sebaiknya tidak mencatat.

Agenda yang dapat dipakai untuk rapat 45 menit:

1. Tujuan dan keputusan yang diharapkan (3 menit)
2. Fakta yang perlu diketahui semua (10 menit)
3. Pilihan dan pertimbangan (20 menit)
4. Keputusan dan pembagian tugas (10 menit)
5. Ulangi keputusan dengan suara keras (2 menit)

Pemimpin yang baik memanggil yang diam, dengan ramah: “Bu Sari, dari sisi keuangan adakah yang perlu kami pertimbangkan?” Ia juga memotong yang berlarut: “Catatan itu penting; kita simpan untuk agenda berikut.”

Dalam rapat jaringan, minta semua membuka catatan bersama, bicara bergiliran, dan beri waktu bagi yang sambungannya lemah untuk menulis pendapatnya.

# Sesudah rapat

Notula yang berguna muat dalam satu halaman: keputusan, **siapa mengerjakan apa sampai kapan**, dan hal yang ditunda. Kirim pada hari yang sama. Rapat berikutnya dibuka dengan daftar tugas itu.

> Keputusan tanpa nama dan tanggal adalah harapan.

# Dari rapat menjadi tim

Rapat lintas bidang baru berguna bila sesudahnya orang bekerja sebagai satu tim. Sepakati empat hal sejak awal, satu kalimat untuk masing-masing:

- **Hasil bersama**: apa yang dinilai berhasil oleh pimpinan semua bidang, bukan oleh satu bidang.
- **Peran**: siapa memutuskan, siapa mengerjakan, siapa cukup diberi tahu.
- **Cara saling memberi kabar**: di mana berkasnya, dan seberapa cepat pesan dijawab.
- **Cara menyelesaikan selisih**: kepada siapa dibawa bila dalam tiga hari belum sepakat.

Akui pekerjaan bidang lain di depan pimpinannya. Tim yang pekerjaannya disebut akan datang lagi.

# Ukur

Pada akhir rapat, tanyakan satu hal: “Dari 1 sampai 5, seberapa berguna rapat ini bagi pekerjaan Anda?” Bila rata-ratanya di bawah 3 dalam tiga kali rapat, ganti bentuknya: lebih pendek, lebih sedikit orang, atau tidak rapat sama sekali.`,
    },
    {
      kind: 'quiz',
      title: 'Kuis komunikasi',
      minutes: 12,
      markup: 'Delapan soal, batas lulus 70. Jawaban tersimpan begitu Anda menjawab.',
      rule: quizRule({ minutes: 20 }),
      items: 8,
    },
  ],
  bank: [
    one(
      'Apa tanda bahwa kita mendengarkan sampai tingkat memahami?',
      [
        'Lawan bicara membenarkan rangkuman kita',
        'Kita sudah menyiapkan jawaban',
        'Kita mengingat setiap kata',
        'Kita setuju dengan pendapatnya',
      ],
      'Memahami tidak berarti setuju.',
    ),
    one('Mana pertanyaan yang terbuka?', ['Apa yang terjadi setelah itu?', 'Sudah lapor?', 'Berkasnya lengkap?', 'Bapak marah?']),
    truth('Mendengarkan secara aktif berarti selalu menyetujui lawan bicara.', false),
    one('Di mana inti sebuah pesan diletakkan?', [
      'Pada kalimat pertama',
      'Pada kalimat terakhir',
      'Di tengah, setelah dasar hukum',
      'Dalam lampiran',
    ]),
    several('Pesan yang jelas menyebut …', 3, [
      'Apa yang harus dilakukan',
      'Batas waktunya',
      'Siapa yang dapat ditanya',
      'Istilah yang panjang agar resmi',
    ]),
    figure('Dua belas orang rapat satu jam. Berapa jam kerja yang terpakai?', '12'),
    pairs('Jodohkan peran rapat dengan tugasnya.', [
      ['Pemimpin', 'Menjaga tujuan'],
      ['Penjaga waktu', 'Mengingatkan sisa waktu'],
      ['Notulis', 'Mencatat keputusan'],
    ]),
    word('Catatan hasil rapat disebut apa?', ['notula', 'notulen', 'risalah'], 'Bentuk bakunya “notula”.'),
    several('Rapat berguna untuk …', 3, [
      'Memutuskan bersama',
      'Memecahkan masalah',
      'Menyatukan pemahaman',
      'Membacakan surat edaran',
    ]),
    truth('Teguran kepada pegawai sebaiknya disampaikan di grup percakapan agar yang lain belajar.', false),
    one('Mana yang paling jelas?', [
      'Unggah berkas paling lambat Jumat pukul 16.00',
      'Agar segera ditindaklanjuti',
      'Mohon menjadi perhatian',
      'Diharapkan secepatnya',
    ]),
    truth('Keputusan rapat perlu memuat siapa mengerjakan apa sampai kapan.', true),
  ],
}
