import { readCode } from '../../src/goals/rules/code.ts'
import { sql, type Tx } from '../../src/platform/db/index.ts'

/** Where the rows were found: documents of 2024 and the sheet of codes of this version. */
const found = '900.1.15.5-3406/2024'
/** Later versions: taken to hold the same until their own table is imported. */
const carriedTo = ['900.1-2850/2025', '900.1-861/2026']

/**
 * The few codes that pengembangan kompetensi needs, as far as they were found (DOMAIN 10). `?`: found without the level of government,
 * written for both and unverified; so is a name that ends in “…”, which was not found whole.
 */
const rows: readonly [code: string, name: string][] = [
  ['5.03', 'Kepegawaian'],
  ['5.03.02', 'Program Kepegawaian Daerah'],
  ['5.03.02.?.01', 'Pengadaan, Pemberhentian dan Informasi Kepegawaian ASN'],
  ['5.03.02.?.01.0002', 'Penyusunan Rencana Kebutuhan …'],
  ['5.03.02.?.01.0011', 'Pengelolaan Data Kepegawaian'],
  ['5.03.02.?.02', 'Mutasi dan Promosi ASN'],
  ['5.03.02.?.02.0001', 'Mutasi …'],
  ['5.03.02.?.02.0002', 'Kenaikan Pangkat …'],
  ['5.03.02.?.02.0003', 'Promosi …'],
  ['5.03.02.?.03', 'Pengembangan Kompetensi ASN'],
  ['5.03.02.?.03.0001', 'Peningkatan Kapasitas Kinerja ASN'],
  ['5.03.02.?.03.0014', 'Fasilitasi Pengembangan Karir dalam Jabatan Fungsional'],
  ['5.03.02.?.04', 'Penilaian dan Evaluasi Kinerja Aparatur'],
  ['5.03.02.?.04.0007', 'Disiplin …'],
  ['5.04', 'Pendidikan dan Pelatihan'],
  ['5.04.02', 'Program Pengembangan Sumber Daya Manusia'],
  ['5.04.02.1.01', 'Pengembangan Kompetensi Teknis'],
  ['5.04.02.1.01.0003', 'Penyelenggaraan Pengembangan Kompetensi Teknis Umum, Inti, dan Pilihan bagi Jabatan Administrasi …'],
  ['5.04.02.1.02', 'Sertifikasi, Kelembagaan, Pengembangan Kompetensi Manajerial dan Fungsional'],
  ['5.04.02.1.02.0003', 'Sertifikasi Kompetensi …'],
  ['5.04.02.1.02.0004', 'Kelembagaan, Tenaga Pengembang Kompetensi, dan Sumber Belajar …'],
  ['5.04.02.1.02.0005', 'Kerja Sama Antar Lembaga …'],
  ['5.04.02.1.02.0007', 'Pengembangan Kompetensi Pimpinan Daerah, JPT, JF, Kepemimpinan, dan Prajabatan …'],
  ['5.04.02.1.02.0008', 'Pembinaan, Koordinasi, dan Pelaporan …'],
  ['X.XX.01.?.05.0009', 'Pendidikan dan Pelatihan Pegawai Berdasarkan Tugas dan Fungsi'],
]

const codes = rows.flatMap(([pattern, name]) => {
  const isWhole = !pattern.includes('?') && !name.endsWith('…')
  return (pattern.includes('?') ? ['1', '2'] : ['']).flatMap(level => {
    const reading = readCode(pattern.replace('?', level))
    if (!reading.ok) throw new Error(`no code: ${pattern}`)
    const { code, level: kind, government, parent } = reading.code
    return [found, ...carriedTo].map(version => ({
      version,
      code,
      parent_code: parent,
      level: kind,
      government,
      name,
      verified: isWhole && version === found,
    }))
  })
})

/** May run again at any time: what stands already, imported or not, is left as it is. */
export async function loadNomenclature(tx: Tx): Promise<void> {
  await sql`
    INSERT INTO nomenclature (version, code, parent_code, level, government, name, verified)
    SELECT version, code, parent_code, level, government, name, verified
    FROM jsonb_to_recordset(${JSON.stringify(codes)}::text::jsonb)
      AS t(version text, code text, parent_code text, level text, government text, name text, verified boolean)
    ON CONFLICT DO NOTHING`.execute(tx)
}
