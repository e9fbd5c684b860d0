import { type DemoContent, figure, one, pairs, quizRule, several, truth, word } from './content.ts'

export const naskah: DemoContent = {
  code: 'NASKAH',
  lessons: [
    {
      kind: 'text',
      title: 'Naskah dinas dan jenisnya',
      minutes: 12,
      markup: `Naskah dinas adalah informasi tertulis sebagai alat komunikasi kedinasan yang dibuat atau diterima pejabat yang berwenang. Ia membawa akibat: orang bekerja, uang dibayar, hak diberikan karena selembar naskah. Karena itu bentuk dan isinya diatur.

# Dasar pengaturannya

Pedoman umum tata naskah dinas ditetapkan oleh Arsip Nasional Republik Indonesia (ANRI). Tiap instansi menetapkan tata naskah dinasnya sendiri berdasarkan pedoman itu; kenali peraturan yang berlaku di instansi Anda sebelum menulis.

# Tiga kelompok

1. **Naskah dinas arahan**: mengatur, menetapkan, atau menugaskan. Contohnya peraturan, keputusan, instruksi, surat edaran, standar operasional prosedur, surat perintah, dan surat tugas.
2. **Naskah dinas korespondensi**: menyampaikan pesan. Ke dalam: nota dinas dan memorandum. Ke luar: surat dinas dan undangan.
3. **Naskah dinas khusus**: untuk keperluan tertentu. Contohnya perjanjian, surat kuasa, berita acara, surat keterangan, surat pernyataan, pengumuman, laporan, dan notula.

# Memilih yang tepat

Ajukan tiga pertanyaan. *Apakah naskah ini membuat orang wajib melakukan sesuatu?* Bila ya, ia arahan. *Siapa penerimanya?* Di dalam instansi cukup nota dinas; ke luar dipakai surat dinas. *Apakah peristiwa ini perlu dibuktikan kelak?* Serah terima barang perlu berita acara, bukan nota dinas.

# Contoh

Kepala bidang ingin menugaskan dua orang mengikuti pelatihan di luar kota. Yang dibuat adalah **surat tugas**. Hasil pelatihan disampaikan dengan **laporan**, diantar **nota dinas** kepada kepala dinas. Bila pelatihan itu mengubah cara kerja seluruh unit, perubahan itu dituangkan dalam **SOP**, bukan dalam pesan percakapan.

Edaran sering disalahgunakan. Surat edaran memberi tahu dan menjelaskan hal yang mendesak; ia tidak membuat norma baru. Larangan dengan sanksi tidak dapat lahir dari surat edaran.

# Kewenangan

Naskah yang benar bentuknya tetap cacat bila ditandatangani yang tidak berwenang. Perhatikan pelimpahan: **a.n.** (atas nama), **u.b.** (untuk beliau), **Plt.** dan **Plh.** Masing-masing mempunyai syarat dan batas; Plt. dan Plh. tidak mengambil keputusan strategis yang berdampak pada perubahan status hukum organisasi, kepegawaian, dan anggaran.`,
    },
    {
      kind: 'text',
      title: 'Bahasa yang lugas dan baku',
      minutes: 12,
      markup: `Bahasa naskah dinas harus jelas, tepat, dan singkat. Bahasa Indonesia wajib dipakai dalam dokumen resmi negara. Baku tidak berarti berbelit.

# Lima perbaikan yang paling berpengaruh

- **Buang pembuka kosong.** “Sehubungan dengan hal tersebut di atas, bersama ini kami sampaikan dengan hormat” dapat hilang tanpa kehilangan apa pun.
- **Satu kalimat satu gagasan.** Kalimat lebih dari dua puluh lima kata biasanya dapat dipecah.
- **Kata kerja, bukan kata benda.** “Melakukan evaluasi terhadap” menjadi “mengevaluasi”.
- **Sebut pelaku.** “Bidang Pelatihan mengirim berkas” lebih jelas daripada “berkas dikirimkan”.
- **Pasti.** Tulis tanggal, jumlah, dan nama jabatan; hindari “segera”, “secukupnya”, “pihak terkait”.

# Sebelum dan sesudah

> Menindaklanjuti surat Saudara perihal tersebut pada pokok surat di atas, pada prinsipnya kami tidak berkeberatan dan dapat menyetujui permohonan dimaksud sepanjang memenuhi ketentuan peraturan yang berlaku.

Kalimat itu menjadi:

> Kami menyetujui permohonan Saudara meminjam aula pada 12 Mei 2026 pukul 08.00–12.00. Mohon menyerahkan daftar peserta paling lambat 10 Mei.

Yang kedua lebih pendek, dan penerima tahu apa yang disetujui serta apa yang harus ia kerjakan.

# Ejaan yang sering keliru

1. *Di* sebagai kata depan dipisah: **di kantor**, **di atas**. Sebagai awalan dirangkai: **dikirim**, **ditetapkan**.
2. **Izin**, **nasihat**, **risiko**, **analisis**, **praktik**, **jadwal**: inilah bentuk bakunya.
3. Gelar dipisah koma dari nama: **Rina Astuti, S.Sos.**
4. Tanggal ditulis lengkap: **5 Mei 2026**, bukan 05/05/26.
5. Huruf kapital untuk jabatan yang diikuti nama: **Kepala Dinas Rahmat**; sebagai kata umum ditulis kecil: **para kepala dinas**.

# Nada

Sopan tidak berarti merendah. “Mohon” sekali sudah cukup. Hindari perintah yang dibungkus harapan: “diharapkan kehadirannya” menjadi “mohon hadir”. Kepada bawahan pun tulis dengan hormat; naskah akan dibaca orang lain, mungkin bertahun-tahun kemudian.

# Latihan

Ambil satu surat yang Anda buat bulan lalu. Buang sepertiganya tanpa menghilangkan informasi. Hampir selalu bisa.`,
    },
    {
      kind: 'text',
      title: 'Dari konsep sampai arsip',
      minutes: 12,
      markup: `Naskah hidup lebih lama daripada kesibukan yang melahirkannya. Alurnya, dari konsep sampai arsip, menentukan apakah ia dapat dipertanggungjawabkan.

# Konsep dan paraf

Konseptor menulis, atasan memeriksa dan membubuhkan **paraf**, pejabat yang berwenang menandatangani. Paraf berarti “saya telah memeriksa isi, bentuk, dan dasarnya”, bukan sekadar lewat. Bila Anda ragu, kembalikan dengan catatan; paraf tanpa membaca adalah tanda tangan kosong.

Sebelum mengajukan, periksa:

- nomor dan tanggal peraturan yang dikutip, dan apakah masih berlaku;
- nama, jabatan, dan gelar penerima;
- jumlah lampiran;
- tembusan: hanya yang perlu tahu;
- klasifikasi keamanan: biasa, terbatas, rahasia, atau sangat rahasia.

# Nomor dan tanggal

Nomor diberikan setelah naskah ditandatangani, bukan dipesan. Nomor yang dipesan menimbulkan celah: naskah bertanggal mundur. Kode klasifikasi arsip dalam nomor membuat naskah dapat ditemukan kembali.

# Tanda tangan elektronik

Sistem Pemerintahan Berbasis Elektronik mendorong naskah elektronik; aplikasi **SRIKANDI** dipakai secara nasional untuk kearsipan dinamis. Tanda tangan elektronik tersertifikasi mempunyai kekuatan hukum menurut undang-undang tentang informasi dan transaksi elektronik. Jangan meminjamkan kata sandi atau *passphrase* kepada siapa pun, juga kepada ajudan: tanda tangan itu tetap Anda yang menanggungnya.

Cetakan dari naskah bertanda tangan elektronik adalah salinan. Yang asli adalah berkas elektroniknya; keasliannya diperiksa lewat kode QR atau layanan verifikasi, bukan lewat gambar tanda tangan.

# Menjadi arsip

Undang-undang tentang kearsipan mewajibkan kita memelihara arsip. Naskah yang selesai diberkaskan menurut kegiatan, bukan menurut orang. **Jadwal retensi arsip** menyebut berapa lama disimpan dan apakah akhirnya dimusnahkan atau permanen. Memusnahkan tanpa jadwal, berita acara, dan persetujuan adalah pelanggaran.

Ketika mutasi, serahkan arsip dengan berita acara. Berkas dinas di laptop pribadi bukan milik pribadi.`,
    },
    {
      kind: 'quiz',
      title: 'Kuis naskah dinas',
      minutes: 12,
      markup: 'Delapan soal, batas lulus 70.',
      rule: quizRule(),
      items: 8,
    },
  ],
  bank: [
    one('Pedoman umum tata naskah dinas ditetapkan oleh …', [
      'Arsip Nasional Republik Indonesia',
      'Badan Pemeriksa Keuangan',
      'Ombudsman Republik Indonesia',
      'Tiap kepala bidang',
    ]),
    pairs('Jodohkan naskah dengan kelompoknya.', [
      ['Surat tugas', 'Arahan'],
      ['Nota dinas', 'Korespondensi'],
      ['Berita acara', 'Khusus'],
    ]),
    truth('Surat edaran dapat membuat larangan baru beserta sanksinya.', false),
    one('Naskah untuk komunikasi di dalam instansi adalah …', ['Nota dinas', 'Surat dinas', 'Perjanjian', 'Pengumuman']),
    several('Bentuk baku adalah …', 3, ['izin', 'risiko', 'analisis', 'praktek']),
    truth('“Di kantor” ditulis terpisah karena “di” kata depan.', true),
    word('Apa sebutan tanda bahwa atasan telah memeriksa konsep?', ['paraf']),
    figure('Menurut pelajaran, kalimat lebih dari berapa kata biasanya dapat dipecah?', '25'),
    truth('Nomor naskah sebaiknya dipesan sebelum ditandatangani.', false),
    one('Keaslian naskah bertanda tangan elektronik diperiksa lewat …', [
      'Kode QR atau layanan verifikasi',
      'Gambar tanda tangan',
      'Warna tinta',
      'Cap basah',
    ]),
    several('Sebelum mengajukan konsep, periksa …', 3, [
      'Dasar hukumnya masih berlaku',
      'Jumlah lampiran',
      'Klasifikasi keamanan',
      'Warna map',
    ]),
    one('Dokumen yang menyebut berapa lama arsip disimpan adalah …', [
      'Jadwal retensi arsip',
      'Notula',
      'Surat tugas',
      'Maklumat',
    ]),
  ],
}
