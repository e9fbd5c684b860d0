import { sql, type Tx } from '../../src/platform/db/index.ts'
import { addDays, addMonths } from '../../src/providers/rules/days.ts'
import { demoOffers } from './provider-offers.ts'

type Body = [id: number, instansi: number | null, kind: string, name: string, shortName: string, address: string, region: string]
/** The province's own BPSDM first, with the accounts that work for it. Names of public bodies; what they offer is invented. */
const bodies: readonly Body[] = [
  [
    1,
    2,
    'bpsdm',
    'BPSDM Provinsi Kepulauan Bangka Belitung',
    'BPSDM Babel',
    'Kompleks Perkantoran Air Itam, Pangkalpinang',
    '19.71',
  ],
  [2, null, 'kementerian_lembaga', 'Lembaga Administrasi Negara', 'LAN', 'Jakarta Pusat', '31.71'],
  [3, null, 'bpsdm', 'BPSDM Kementerian Dalam Negeri', 'BPSDM Kemendagri', 'Jakarta Selatan', '31.74'],
  [4, null, 'kementerian_lembaga', 'Badan Kepegawaian Negara, Pusat Pengembangan', 'BKN', 'Ciawi, Bogor', '32.01'],
  [5, null, 'kementerian_lembaga', 'LKPP, Pusdiklat Pengadaan Barang/Jasa', 'LKPP', 'Jakarta Selatan', '31.74'],
  [6, null, 'politeknik', 'Politeknik Pariwisata', 'Poltekpar', 'Lombok Tengah', '52.02'],
  [7, null, 'perguruan_tinggi', 'Politeknik Keuangan Negara STAN', 'PKN STAN', 'Tangerang Selatan', '36.74'],
  [8, null, 'balai', 'Balai Besar Pelatihan Pertanian', 'BBPP', 'Ciawi, Bogor', '32.01'],
  [9, null, 'balai', 'Balai Pelatihan Kesehatan', 'Bapelkes', 'Pangkalpinang', '19.71'],
  [10, null, 'kementerian_lembaga', 'BSSN, Pusat Pengembangan Kompetensi', 'BSSN', 'Depok', '32.76'],
  [
    11,
    2,
    'corpu',
    'Bangka Belitung Corporate University',
    'Corpu Babel',
    'Kompleks Perkantoran Air Itam, Pangkalpinang',
    '19.71',
  ],
  [12, 3, 'bpsdm', 'BKPSDMD Kabupaten Bangka, Bidang Pengembangan Kompetensi', 'BKPSDMD Bangka', 'Sungailiat', '19.01'],
  [13, null, 'perguruan_tinggi', 'Sekolah Kebijakan Publik', 'SKP', 'Yogyakarta', '34.71'],
  [14, 9, 'corpu', 'Pangkalpinang Corporate University', 'Corpu Pangkalpinang', 'Pangkalpinang', '19.71'],
  [15, null, 'swasta', 'Lembaga Pelatihan Mitra Aparatur', 'Mitra Aparatur', 'Palembang', '16.71'],
]
const rooms: readonly [provider: number, kind: string, name: string, capacity: number, place: string][] = [
  [1, 'kelas', 'Ruang Timah', 40, 'Gedung A lantai 1'],
  [1, 'kelas', 'Ruang Lada', 40, 'Gedung A lantai 2'],
  [1, 'kelas', 'Ruang Pelawan', 30, 'Gedung B'],
  [1, 'laboratorium', 'Laboratorium komputer', 25, 'Gedung B'],
  [1, 'aula', 'Aula Serumpun Sebalai', 250, 'Gedung utama'],
  [1, 'asrama', 'Asrama Mentok', 60, 'Blok timur'],
  [1, 'asrama', 'Asrama Belinyu', 44, 'Blok barat'],
  [3, 'asrama', 'Asrama Astina', 200, 'Jakarta'],
  [3, 'kelas', 'Kelas 1', 40, 'Jakarta'],
  [8, 'asrama', 'Asrama balai', 120, 'Ciawi'],
  [9, 'kelas', 'Kelas Bapelkes', 30, 'Pangkalpinang'],
  [9, 'asrama', 'Asrama Bapelkes', 40, 'Pangkalpinang'],
  [12, 'aula', 'Aula BKPSDMD', 80, 'Sungailiat'],
]
/** From and until in months from today. Babel, September 2023: PKA A, PKP B, PBJ A (DOMAIN.md 6); numbers and days are invented. */
const accredited: readonly [provider: number, programme: string, by: string, peringkat: string, from: number, until: number][] = [
  [1, 'PKA', 'LAN', 'A', -32, 28],
  [1, 'PKP', 'LAN', 'B', -31, 5],
  [1, 'PBJ', 'LKPP', 'A', -40, 20],
  [1, 'Latsar CPNS', 'LAN', 'B', -38, -2],
  [2, 'PKN II', 'LAN', 'A', -20, 40],
  [2, 'PKA', 'LAN', 'A', -20, 40],
  [2, 'PKP', 'LAN', 'A', -20, 40],
  [2, 'Latsar CPNS', 'LAN', 'A', -20, 40],
  [3, 'PKA', 'LAN', 'A', -26, 34],
  [3, 'PKP', 'LAN', 'A', -26, 34],
  [3, 'Latsar CPNS', 'LAN', 'A', -50, 4],
  [4, 'JF Asesor SDM Aparatur', 'BKN', 'A', -15, 45],
  [5, 'PBJ', 'LKPP', 'A', -10, 50],
  [9, 'Mutu dan Keselamatan Pasien', 'Kementerian Kesehatan', 'B', -24, 12],
]
const agreements: readonly [
  provider: number,
  instansi: number,
  number: string,
  title: string,
  from: number,
  until: number,
  scope: string,
][] = [
  [
    1,
    3,
    '415.4/12/KSD',
    'Penyelenggaraan pelatihan kepemimpinan bagi ASN kabupaten',
    -18,
    18,
    'Kursi PKA dan PKP, biaya pola kontribusi, asrama',
  ],
  [
    1,
    9,
    '415.4/19/KSD',
    'Pemetaan dan pengembangan kompetensi ASN kota',
    -34,
    2,
    'Pemetaan kompetensi, pelatihan teknis bersama',
  ],
  [
    2,
    2,
    'PKS-08/LAN',
    'Pembinaan penyelenggaraan pelatihan dan akreditasi',
    -12,
    24,
    'Pembinaan lembaga, pengajar, dan kurikulum',
  ],
  [5, 2, 'PKS-21/LKPP', 'Sertifikasi pengadaan barang/jasa', -30, -3, 'Pelatihan dan ujian sertifikasi tingkat 1'],
  [6, 2, '12/PKS/Poltekpar', 'Magang dan pelatihan kepariwisataan', 1, 37, 'Magang, pelatihan destinasi, narasumber'],
  [
    7,
    2,
    'PRJ-5/PKN',
    'Peningkatan kapasitas pengelola keuangan daerah',
    -8,
    28,
    'Pelatihan akuntansi, kursi 30 persen bagi ASN daerah',
  ],
]
const experts: readonly [provider: number, name: string, kind: string, expertise: string, jp: number | null][] = [
  [1, 'Drs. Hendra Wijaya, M.Si.', 'pejabat', 'Kepemimpinan dan pelayanan publik', 60],
  [1, 'Ir. Ratna Sulistyo, M.M.', 'praktisi', 'Pengadaan barang/jasa', 90],
  [3, 'Dr. Yusuf Pratama', 'widyaiswara', 'Keuangan daerah', 240],
  [6, 'Made Ariani, M.Par.', 'akademisi', 'Destinasi dan budaya', null],
  [11, 'Siti Nurhaliza Putri, S.Kom.', 'praktisi', 'Literasi digital', 80],
]

/** Who teaches in the demo: what they offer, where and with whom. */
export async function insertProviders(tx: Tx, today: string): Promise<void> {
  const json = (rows: unknown) => JSON.stringify(rows)
  await sql`
    INSERT INTO provider (id, instansi_id, kind, name, short_name, address, region_code, made_by, made_at, closed_at, closed_why)
    SELECT (b->>0)::int, (b->>1)::int, b->>2, b->>3, b->>4, b->>5, b->>6, 'demo-admin', now(),
      CASE WHEN b->>0 = '15' THEN now() END, CASE WHEN b->>0 = '15' THEN 'Tidak lagi menerima peserta dari pemerintah daerah' END
    FROM jsonb_array_elements(${json(bodies)}::text::jsonb) b`.execute(tx)
  await sql`SELECT max(nextval(pg_get_serial_sequence('provider', 'id'))) FROM generate_series(1, ${bodies.length}::int)`.execute(
    tx,
  )
  await sql`
    INSERT INTO provider_staff (provider_id, account_id, added_by, added_at)
    SELECT p, a.id, 'demo-admin', now() FROM identity.user_account a, unnest(ARRAY[1, 11]) p WHERE a.id IN ('demo-penyelenggara', 'demo-fasilitator')`.execute(
    tx,
  )
  await sql`
    INSERT INTO room (provider_id, kind, name, capacity, place)
    SELECT (r->>0)::int, r->>1, r->>2, (r->>3)::int, r->>4 FROM jsonb_array_elements(${json(rooms)}::text::jsonb) r`.execute(tx)
  await sql`
    INSERT INTO accreditation (provider_id, programme, accreditor, peringkat, decree, from_date, until_date, verified, made_by, made_at)
    SELECT (a->>0)::int, a->>1, a->>2, a->>3, 'SK ' || n || '/K.1/' || left(a->>4, 4), (a->>4)::date, (a->>5)::date, false, 'demo-admin', now()
    FROM jsonb_array_elements(${json(
      accredited.map(([provider, programme, by, peringkat, from, until]) => [
        provider,
        programme,
        by,
        peringkat,
        addMonths(today, from),
        addDays(addMonths(today, until), -1),
      ]),
    )}::text::jsonb) WITH ORDINALITY AS t(a, n)`.execute(tx)
  await sql`
    INSERT INTO agreement (provider_id, instansi_id, number, title, signed_on, from_date, until_date, scope, made_by, made_at)
    SELECT (a->>0)::int, (a->>1)::int, a->>2, a->>3, (a->>4)::date - 10, (a->>4)::date, (a->>5)::date, a->>6, 'demo-admin', now()
    FROM jsonb_array_elements(${json(
      agreements.map(([provider, instansi, number, title, from, until, scope]) => [
        provider,
        instansi,
        number,
        title,
        addMonths(today, from),
        addDays(addMonths(today, until), -1),
        scope,
      ]),
    )}::text::jsonb) a`.execute(tx)
  // The widyaiswara of the BPSDM itself, the facilitator first; then those from outside.
  await sql`
    INSERT INTO trainer (provider_id, pegawai_id, account_id, name, kind, expertise, jp_per_year)
    SELECT 1, p.pegawai_id, a.id, p.name, 'widyaiswara', 'Kepemimpinan, pelayanan publik', 300
    FROM pegawai p JOIN jabatan j ON j.id = p.jabatan_id LEFT JOIN identity.user_account a ON a.pegawai_id = p.pegawai_id
    WHERE p.instansi_id = 2 AND p.status = 'aktif' AND j.name ILIKE '%widyaiswara%' ORDER BY a.id IS NULL, p.pegawai_id LIMIT 6`.execute(
    tx,
  )
  await sql`
    INSERT INTO trainer (provider_id, name, kind, expertise, jp_per_year)
    SELECT (t->>0)::int, t->>1, t->>2, t->>3, (t->>4)::int FROM jsonb_array_elements(${json(experts)}::text::jsonb) t`.execute(tx)
  await sql`
    INSERT INTO offer (provider_id, title, summary, form, pattern, programme, jp, days, entry_rules, cost_fixed, cost_participant, seats_min, seats_max,
      place, months, source, verified, made_by, made_at)
    SELECT o.provider_id, o.title, nullif(o.summary, ''), o.form, o.pattern, o.programme, o.jp, o.days, o.entry_rules, o.cost_fixed,
      o.cost_participant, o.seats_min, o.seats_max, o.place, o.months::int[], o.source, o.verified, 'demo-admin', now()
    FROM jsonb_to_recordset(${json(demoOffers)}::text::jsonb) AS o(provider_id int, title text, summary text, form text, pattern text,
      programme text, jp int, days int, entry_rules jsonb, cost_fixed bigint, cost_participant bigint, seats_min int, seats_max int, place text,
      months text, source text, verified boolean)`.execute(tx)
  await sql`
    INSERT INTO offer_competency (offer_id, competency_id, level)
    SELECT o.id, c.id, (r->>'level')::int
    FROM jsonb_to_recordset(${json(demoOffers)}::text::jsonb) AS d(provider_id int, title text, competencies jsonb)
    CROSS JOIN jsonb_array_elements(d.competencies) r
    JOIN offer o ON o.provider_id = d.provider_id AND o.title = d.title JOIN competency c ON c.code = r->>'code' AND c.active`.execute(
    tx,
  )
}
