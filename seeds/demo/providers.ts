import { sql, type Tx } from '../../src/platform/db/index.ts'
import { addDays, addMonths } from '../../src/providers/rules/days.ts'
import { insertRows } from './load.ts'
import { demoOffers } from './provider-offers.ts'
import { sheet } from './sheet.ts'
import { table } from './table.ts'

/** The province's own BPSDM first, with the accounts that work for it. Names of public bodies; what they offer is invented. */
const providers = sheet(`
  id | instansi_id | kind | name | short_name | address | region_code
  1 | 2 | bpsdm | BPSDM Provinsi Kepulauan Bangka Belitung | BPSDM Babel | Kompleks Perkantoran Air Itam, Pangkalpinang | 19.71
  2 | | kementerian_lembaga | Lembaga Administrasi Negara | LAN | Jakarta Pusat | 31.71
  3 | | bpsdm | BPSDM Kementerian Dalam Negeri | BPSDM Kemendagri | Jakarta Selatan | 31.74
  4 | | kementerian_lembaga | Badan Kepegawaian Negara, Pusat Pengembangan | BKN | Ciawi, Bogor | 32.01
  5 | | kementerian_lembaga | LKPP, Pusdiklat Pengadaan Barang/Jasa | LKPP | Jakarta Selatan | 31.74
  6 | | politeknik | Politeknik Pariwisata | Poltekpar | Lombok Tengah | 52.02
  7 | | perguruan_tinggi | Politeknik Keuangan Negara STAN | PKN STAN | Tangerang Selatan | 36.74
  8 | | balai | Balai Besar Pelatihan Pertanian | BBPP | Ciawi, Bogor | 32.01
  9 | | balai | Balai Pelatihan Kesehatan | Bapelkes | Pangkalpinang | 19.71
  10 | | kementerian_lembaga | BSSN, Pusat Pengembangan Kompetensi | BSSN | Depok | 32.76
  11 | 2 | corpu | Bangka Belitung Corporate University | Corpu Babel | Kompleks Perkantoran Air Itam, Pangkalpinang | 19.71
  12 | 3 | bpsdm | BKPSDMD Kabupaten Bangka, Bidang Pengembangan Kompetensi | BKPSDMD Bangka | Sungailiat | 19.01
  13 | | perguruan_tinggi | Sekolah Kebijakan Publik | SKP | Yogyakarta | 34.71
  14 | 9 | corpu | Pangkalpinang Corporate University | Corpu Pangkalpinang | Pangkalpinang | 19.71
  15 | | swasta | Lembaga Pelatihan Mitra Aparatur | Mitra Aparatur | Palembang | 16.71
`)
const rooms = sheet(`
  provider_id | kind | name | capacity | place
  1 | kelas | Ruang Timah | 40 | Gedung A lantai 1
  1 | kelas | Ruang Lada | 40 | Gedung A lantai 2
  1 | kelas | Ruang Pelawan | 30 | Gedung B
  1 | laboratorium | Laboratorium komputer | 25 | Gedung B
  1 | aula | Aula Serumpun Sebalai | 250 | Gedung utama
  1 | asrama | Asrama Mentok | 60 | Blok timur
  1 | asrama | Asrama Belinyu | 44 | Blok barat
  3 | asrama | Asrama Astina | 200 | Jakarta
  3 | kelas | Kelas 1 | 40 | Jakarta
  8 | asrama | Asrama balai | 120 | Ciawi
  9 | kelas | Kelas Bapelkes | 30 | Pangkalpinang
  9 | asrama | Asrama Bapelkes | 40 | Pangkalpinang
  12 | aula | Aula BKPSDMD | 80 | Sungailiat
`)
/** From and until in months from today. Babel, September 2023: PKA A, PKP B, PBJ A (DOMAIN.md 6); numbers and days are invented. */
const accreditations = sheet(`
  provider_id | programme | accreditor | peringkat | from | until
  1 | PKA | LAN | A | -32 | 28
  1 | PKP | LAN | B | -31 | 5
  1 | PBJ | LKPP | A | -40 | 20
  1 | Latsar CPNS | LAN | B | -38 | -2
  2 | PKN II | LAN | A | -20 | 40
  2 | PKA | LAN | A | -20 | 40
  2 | PKP | LAN | A | -20 | 40
  2 | Latsar CPNS | LAN | A | -20 | 40
  3 | PKA | LAN | A | -26 | 34
  3 | PKP | LAN | A | -26 | 34
  3 | Latsar CPNS | LAN | A | -50 | 4
  4 | JF Asesor SDM Aparatur | BKN | A | -15 | 45
  5 | PBJ | LKPP | A | -10 | 50
  9 | Mutu dan Keselamatan Pasien | Kementerian Kesehatan | B | -24 | 12
`)
const agreements = sheet(`
  provider_id | instansi_id | number | title | from | until | scope
  1 | 3 | 415.4/12/KSD | Penyelenggaraan pelatihan kepemimpinan bagi ASN kabupaten | -18 | 18 | Kursi PKA dan PKP, biaya pola kontribusi, asrama
  1 | 9 | 415.4/19/KSD | Pemetaan dan pengembangan kompetensi ASN kota | -34 | 2 | Pemetaan kompetensi, pelatihan teknis bersama
  2 | 2 | PKS-08/LAN | Pembinaan penyelenggaraan pelatihan dan akreditasi | -12 | 24 | Pembinaan lembaga, pengajar, dan kurikulum
  5 | 2 | PKS-21/LKPP | Sertifikasi pengadaan barang/jasa | -30 | -3 | Pelatihan dan ujian sertifikasi tingkat 1
  6 | 2 | 12/PKS/Poltekpar | Magang dan pelatihan kepariwisataan | 1 | 37 | Magang, pelatihan destinasi, narasumber
  7 | 2 | PRJ-5/PKN | Peningkatan kapasitas pengelola keuangan daerah | -8 | 28 | Pelatihan akuntansi, kursi 30 persen bagi ASN daerah
`)
const experts = sheet(`
  provider_id | name | kind | expertise | jp_per_year
  1 | Drs. Hendra Wijaya, M.Si. | pejabat | Kepemimpinan dan pelayanan publik | 60
  1 | Ir. Ratna Sulistyo, M.M. | praktisi | Pengadaan barang/jasa | 90
  3 | Dr. Yusuf Pratama | widyaiswara | Keuangan daerah | 240
  6 | Made Ariani, M.Par. | akademisi | Destinasi dan budaya |
  11 | Siti Nurhaliza Putri, S.Kom. | praktisi | Literasi digital | 80
`)

/** Who teaches in the demo: what they offer, where and with whom. */
export async function insertProviders(tx: Tx, today: string): Promise<void> {
  const midnight = `${today}T00:00:00+07:00`
  const made = { made_by: 'demo-admin', made_at: midnight }
  const term = ({ from, until }: Record<string, string | null>) => ({
    from_date: addMonths(today, Number(from)),
    until_date: addDays(addMonths(today, Number(until)), -1),
  })
  const by = { made_by: 'text', made_at: 'timestamptz' }
  const dates = { from_date: 'date', until_date: 'date' }
  const closed = (id: string | null) =>
    id === '15' ? { closed_at: midnight, closed_why: 'Tidak lagi menerima peserta dari pemerintah daerah' } : {}
  const tables = [
    table(
      'provider',
      {
        id: 'int',
        instansi_id: 'int',
        kind: 'text',
        name: 'text',
        short_name: 'text',
        address: 'text',
        region_code: 'text',
        closed_at: 'timestamptz',
        closed_why: 'text',
        ...by,
      },
      providers.map(row => ({ ...row, ...closed(row.id!), ...made })),
      true,
    ),
    table('room', { provider_id: 'int', kind: 'text', name: 'text', capacity: 'int', place: 'text' }, rooms),
    table(
      'accreditation',
      { provider_id: 'int', programme: 'text', accreditor: 'text', peringkat: 'text', decree: 'text', ...dates, ...by },
      accreditations.map((row, n) => ({
        ...row,
        ...term(row),
        ...made,
        decree: `SK ${n + 1}/K.1/${term(row).from_date.slice(0, 4)}`,
      })),
    ),
    table(
      'agreement',
      {
        provider_id: 'int',
        instansi_id: 'int',
        number: 'text',
        title: 'text',
        scope: 'text',
        signed_on: 'date',
        ...dates,
        ...by,
      },
      agreements.map(row => ({ ...row, ...term(row), ...made, signed_on: addDays(term(row).from_date, -10) })),
    ),
    table(
      'offer',
      {
        id: 'int',
        provider_id: 'int',
        title: 'text',
        summary: 'text',
        form: 'text',
        pattern: 'text',
        programme: 'text',
        jp: 'int',
        days: 'int',
        entry_rules: 'jsonb',
        cost_fixed: 'bigint',
        cost_participant: 'bigint',
        seats_min: 'int',
        seats_max: 'int',
        place: 'text',
        months: 'int[]',
        source: 'text',
        verified: 'boolean',
        ...by,
      },
      demoOffers.map(row => ({ ...row, ...made })),
      true,
    ),
    table(
      'offer_competency',
      { offer_id: 'int', competency: 'text', level: 'int' },
      demoOffers.flatMap(offer => offer.competencies),
    ),
  ]
  for (const one of tables) await insertRows(tx, one)
  await sql`
    INSERT INTO provider_staff (provider_id, account_id, added_by, added_at)
    SELECT p, a.id, 'demo-admin', now() FROM identity.user_account a, unnest(ARRAY[1, 11]) p WHERE a.id IN ('demo-penyelenggara', 'demo-fasilitator')`.execute(
    tx,
  )
  // The widyaiswara of the BPSDM itself, the facilitator first; then those from outside.
  await sql`
    INSERT INTO trainer (provider_id, pegawai_id, account_id, name, kind, expertise, jp_per_year)
    SELECT 1, p.pegawai_id, a.id, p.name, 'widyaiswara', 'Kepemimpinan, pelayanan publik', 300
    FROM pegawai p JOIN jabatan j ON j.id = p.jabatan_id LEFT JOIN identity.user_account a ON a.pegawai_id = p.pegawai_id
    WHERE p.instansi_id = 2 AND p.status = 'aktif' AND j.name ILIKE '%widyaiswara%' ORDER BY a.id IS NULL, p.pegawai_id LIMIT 6`.execute(
    tx,
  )
  await insertRows(
    tx,
    table('trainer', { provider_id: 'int', name: 'text', kind: 'text', expertise: 'text', jp_per_year: 'int' }, experts),
  )
}
