/** Common given names and family-like names by the peoples that live on the islands. No pair stands for a real person. */
export type NameGroup = { share: number; men: string[]; women: string[]; menLast: string[]; womenLast: string[] }

const words = (text: string) => text.trim().split(/\s+/)

export const nameGroups: readonly NameGroup[] = [
  {
    // Melayu Bangka and Belitung
    share: 43,
    men: words(`Rusdi Zulkarnain Herman Suhardi Marwan Sahirman Rosidi Hamdani Yusrizal Junaidi Sarnubi Helmi Rizal Iskandar
      Ferdian Robiansyah Arpan Syahrial Mahyudin Kurniawan Tarmizi Idrus Feri Andri Dedi Yudi Hasbullah Zamroni Fakhrul Ilham
      Rendi Aldi Bustami Amrullah Sopian Toni`),
    women: words(`Yusmiati Nurlaila Rosmala Hartati Marlina Susanti Zubaidah Rusmini Yulita Fitriani Rohani Hasnawati Nuraini
      Sumiati Leni Desi Meri Yeni Elvira Novita Mardiana Suryani Rahmawati Kartika Emilia Rosita Hikmah Salmiah Yuliana Wulan
      Fatimah Asmawati Ernawati Ida`),
    menLast: words(`Saputra Firmansyah Effendi Darmawan Hidayatullah Pratama Ramadhan Syaputra Apriansyah Alamsyah Kurnia Fahlevi
      Sumantri Maulana Febrian Irawan Usman Rustam Hasyim Jauhari Muslim Zainuddin Abdillah Kamal`),
    womenLast:
      words(`Anggraini Oktaviani Handayani Puspita Lestari Wahyuni Apriliani Mayasari Safitri Octarina Febrianti Damayanti
      Agustina Kusumawati Rahayu Ramadhani Permata Zahra Amelia Maharani Juliana Andriani Nopitasari Susilawati`),
  },
  {
    // Jawa
    share: 21,
    men: words(`Agus Bambang Slamet Sugeng Wahyu Heru Eko Dwi Tri Joko Sutrisno Teguh Purnomo Yulianto Sigit Widodo Hadi Arif Bayu
      Nugroho Galih Danang Wawan Mulyono`),
    women:
      words(`Sri Endang Wiwik Retno Lestari Dyah Ratna Indah Tuti Puji Yayuk Sulastri Siti Rini Widya Ningsih Titik Kusuma Dewi
      Murni Anis Umi Nanik Lilik`),
    menLast:
      words(`Santoso Prasetyo Wibowo Setiawan Suprapto Hartono Raharjo Susilo Utomo Kuncoro Subagyo Handoko Winarno Purwanto
      Riyadi Budiarto Sulistyo Wicaksono Hermawan Pamungkas Prabowoputra Atmaja`),
    womenLast: words(`Rahayuningtyas Wulandari Astuti Purwanti Setyaningsih Widyastuti Hapsari Utami Kusumaningrum Suryaningsih
      Winarsih Pertiwi Nugraheni Mulyani Suhartini Sundari Haryanti Prastiwi Hidayati Cahyaningrum Kurniasih Yuniarti`),
  },
  {
    // Tionghoa Bangka
    share: 7,
    men: words(`Hendri Kevin Rudianto Suwandi Wijaya Frans Edwin Jimmy Steven Andy Budiman Herianto Antonius Felix Yohanes Vincent
      Darwin Ricky`),
    women: words(`Lina Yenni Susiana Meliana Vivian Jessica Merry Fransiska Shinta Veronika Linda Elisabeth Melisa Cindy Angelia
      Natalia Theresia Livia`),
    menLast: words(
      'Tjhia Bong Liauw Phang Djap Lay Kho Ngo Chandra Gunawan Halim Lukito Tanjaya Sutanto Lim Wijayanto Susanto Kurniadi',
    ),
    womenLast: words(
      'Tjhia Bong Liauw Phang Djap Lay Kho Ngo Chandra Gunawan Halim Lukito Tanjaya Sutanto Lim Wijayanti Susanto Kurniadi',
    ),
  },
  {
    // Batak
    share: 7,
    men: words(`Parlindungan Tumpal Jonner Maruli Poltak Sahat Binsar Rikardo Hotman Togar Jhonson Mangasi Robert Marihot Freddy
      Ronald`),
    women: words(`Tiurma Romauli Rosmaida Lamtiur Debora Duma Herlina Nurhaida Roslinda Yohana Ester Martha Lasmaria Tetty Rotua
      Christina`),
    menLast: words(`Siregar Simanjuntak Nasution Hutagalung Sinaga Situmorang Harahap Manurung Pardede Sihombing Lubis Tampubolon
      Silalahi Pasaribu Hutabarat Saragih Purba Gultom Marpaung Nainggolan`),
    womenLast:
      words(`Siregar Simanjuntak Nasution Hutagalung Sinaga Situmorang Harahap Manurung Pardede Sihombing Lubis Tampubolon
      Silalahi Pasaribu Hutabarat Saragih Purba Gultom Marpaung Nainggolan`),
  },
  {
    // Minang
    share: 9,
    men: words(`Afrizal Syafrizal Yulizar Zulfahmi Irwandi Hendrizal Rahmat Yondri Masrizal Nofrizal Khairul Fauzan Arifin Yasril
      Rinaldi Alfian Doni Ridwan`),
    women: words(`Yusnidar Rahmi Yulfa Nelvi Gusnita Fitria Desmarni Elfira Nofrita Syafrida Marnis Yesi Rina Wirda Silvia Azizah
      Refni Helda`),
    menLast: words(
      'Chaniago Tanjung Piliang Koto Jambak Sikumbang Caniago Mandailing Guci Malayu Putra Yunus Anwar Syarif Rasyid',
    ),
    womenLast: words('Chaniago Tanjung Piliang Koto Jambak Sikumbang Yunus Anwar Syarif Rasyid Yanti Putri Hayati Delima Sari'),
  },
  {
    // Sunda
    share: 13,
    men: words(`Asep Dadang Ujang Cecep Iwan Dede Nandang Yayan Endang Tatang Deden Ade Rahmat Usep Gilang Rangga Aceng Rizki Taufan
      Jajang`),
    women: words(`Neneng Euis Lilis Imas Nia Iis Rani Teti Yeyet Dedeh Ai Cucu Intan Tina Siska Eneng Wina Risma Ilah Resti`),
    menLast: words(
      'Suryana Sukmana Permana Suherman Ruhimat Nugraha Hidayatuloh Kusnadi Rohmana Sobari Mulyana Gumilar Koswara Rukmana',
    ),
    womenLast: words(
      'Nurjanah Komalasari Sumarni Rosdiana Nurhayati Kurniawati Suryati Rohaeti Herawati Nuraeni Mulyati Yuningsih Juariah',
    ),
  },
]

/** Pairs that many would take for somebody in public life; the generator draws again. */
export const avoided: ReadonlySet<string> = new Set([
  'Joko Widodo',
  'Bambang Susilo',
  'Agus Santoso',
  'Hotman Hutapea',
  'Rahmat Gobel',
  'Robert Pardede',
  'Sri Mulyani',
  'Susanti Susanti',
  'Ratna Sari',
  'Dewi Lestari',
])

/** Degrees after the name by urusan; s1 first, then s2, then d3. */
export const degrees: Readonly<Record<string, { d3: string[]; s1: string[]; s2: string[] }>> = {
  pendidikan: { d3: ['A.Md.'], s1: ['S.Pd.', 'S.Pd.', 'S.Pd.', 'S.Pd.I.', 'S.Si.'], s2: ['M.Pd.'] },
  kesehatan: {
    d3: ['A.Md.Kep.', 'A.Md.Keb.', 'A.Md.Kes.'],
    s1: ['S.K.M.', 'S.Kep.', 'S.Tr.Kes.', 'S.Gz.'],
    s2: ['M.Kes.', 'M.K.M.'],
  },
  pekerjaan_umum: { d3: ['A.Md.T.'], s1: ['S.T.'], s2: ['M.T.', 'M.Si.'] },
  keuangan: { d3: ['A.Md.Ak.'], s1: ['S.E.', 'S.E.', 'S.Ak.'], s2: ['M.M.', 'M.Ak.'] },
  pertanian: { d3: ['A.Md.P.'], s1: ['S.P.', 'S.Pt.'], s2: ['M.P.', 'M.Si.'] },
  kelautan: { d3: ['A.Md.Pi.'], s1: ['S.Pi.', 'S.St.Pi.'], s2: ['M.Si.'] },
  komunikasi: { d3: ['A.Md.Kom.'], s1: ['S.Kom.', 'S.I.Kom.'], s2: ['M.Kom.', 'M.T.I.'] },
  lingkungan: { d3: ['A.Md.'], s1: ['S.Hut.', 'S.T.', 'S.Si.'], s2: ['M.Si.', 'M.Ling.'] },
  perhubungan: { d3: ['A.Md.Tra.'], s1: ['S.Si.T.', 'S.T.'], s2: ['M.T.', 'M.M.Tr.'] },
  umum: { d3: ['A.Md.'], s1: ['S.Sos.', 'S.IP.', 'S.H.', 'S.E.', 'S.A.P.', 'S.STP.'], s2: ['M.Si.', 'M.A.P.', 'M.M.', 'M.H.'] },
}
