import type { Unit } from './units.ts'

type Kind = 'visi' | 'misi' | 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub_kegiatan' | 'indikator'
/** `under`: the code of its parent in the plan; `serves`: `<plan> <code>`; `office`: the code of the unit that answers for it. */
type GoalSpec = { kind: Kind; code: string; name: string; under?: string; serves?: string; office?: string } & Partial<Measured>
type Measured = {
  measure: string
  baseline: number | string
  /** One a year, from the first year of the plan. */
  targets: readonly (number | string)[]
  lower: true
}
type PlanSpec = {
  key: string
  kind: 'rpjpn' | 'rpjmn' | 'rpjmd' | 'strategi_sdm' | 'renstra'
  name: string
  instansiId: number | null
  office?: string
  from: number
  until: number
  basis: string | null
  state: 'draft' | 'active' | 'archived'
  goals: readonly GoalSpec[]
}

const made = 'Contoh: isi dan nomornya rekaan untuk data demo'
const one = (kind: Kind, code: string, name: string, more: Omit<GoalSpec, 'kind' | 'code' | 'name'> = {}): GoalSpec => ({
  kind,
  code,
  name,
  ...more,
})
/** An indicator of the goal whose code it carries on. */
const indicator = (
  code: string,
  name: string,
  measure: string,
  baseline: number | string,
  targets: readonly (number | string)[],
  lower?: true,
): GoalSpec => one('indikator', code, name, { under: code.replace(/\.[a-z]$/, ''), measure, baseline, targets, lower })

/** The plans of the nation as they are known without their official text: unverified. */
const national: readonly PlanSpec[] = [
  {
    key: 'rpjpn',
    kind: 'rpjpn',
    name: 'RPJPN 2025–2045',
    instansiId: null,
    from: 2025,
    until: 2045,
    basis: 'UU 59/2024 (belum terverifikasi)',
    state: 'active',
    goals: [
      one('visi', 'V', 'Negara Nusantara berdaulat, maju, dan berkelanjutan'),
      one('misi', 'M1', 'Transformasi sosial', { under: 'V' }),
      one('misi', 'M2', 'Transformasi ekonomi', { under: 'V' }),
      one('misi', 'M3', 'Transformasi tata kelola', { under: 'V' }),
      one('tujuan', 'IE1', 'Kesehatan untuk semua', { under: 'M1' }),
      one('tujuan', 'IE2', 'Pendidikan berkualitas yang merata', { under: 'M1' }),
      one('tujuan', 'IE5', 'Penerapan ekonomi hijau', { under: 'M2' }),
      one('tujuan', 'IE11', 'Regulasi dan tata kelola yang berintegritas dan adaptif', { under: 'M3' }),
    ],
  },
  {
    key: 'rpjmn',
    kind: 'rpjmn',
    name: 'RPJMN 2025–2029',
    instansiId: null,
    from: 2025,
    until: 2029,
    basis: 'Perpres 12/2025 (belum terverifikasi)',
    state: 'active',
    goals: [
      one('misi', 'PN4', 'Memperkuat pembangunan sumber daya manusia, pendidikan, dan kesehatan'),
      one('misi', 'PN5', 'Melanjutkan hilirisasi dan meningkatkan nilai tambah di dalam negeri'),
      one('misi', 'PN7', 'Memperkuat reformasi politik, hukum, dan birokrasi'),
      one('sasaran', 'PN4.1', 'Meningkatnya derajat kesehatan masyarakat', { under: 'PN4', serves: 'rpjpn IE1' }),
      one('sasaran', 'PN4.2', 'Meningkatnya pemerataan pendidikan bermutu', { under: 'PN4', serves: 'rpjpn IE2' }),
      one('sasaran', 'PN5.1', 'Meningkatnya nilai tambah ekonomi yang berkelanjutan', { under: 'PN5', serves: 'rpjpn IE5' }),
      one('sasaran', 'PN7.1', 'Terwujudnya birokrasi yang profesional, berbasis merit, dan digital', {
        under: 'PN7',
        serves: 'rpjpn IE11',
      }),
    ],
  },
]

const province: PlanSpec = {
  key: 'rpjmd',
  kind: 'rpjmd',
  name: 'RPJMD Provinsi Kepulauan Bangka Belitung 2025–2029',
  instansiId: 2,
  from: 2025,
  until: 2029,
  basis: made,
  state: 'active',
  goals: [
    one('tujuan', '1', 'Mewujudkan tata kelola pemerintahan yang bersih, melayani, dan digital', { serves: 'rpjmn PN7.1' }),
    one('sasaran', '1.1', 'Meningkatnya profesionalitas dan sistem merit ASN', {
      under: '1',
      serves: 'rpjmn PN7.1',
      office: 'BKPSDMD',
    }),
    indicator('1.1.a', 'Indeks Profesionalitas ASN', 'indeks', 64.3, [66, 68, 70, 72, 74]),
    indicator('1.1.b', 'Nilai sistem merit', 'nilai', 250, [262, 275, 290, 307, 325]),
    indicator('1.1.c', 'Cakupan pemetaan kompetensi ASN', 'persen', 74, [85, 88, 91, 94, 97]),
    one('program', '5.03.02', 'Program Kepegawaian Daerah', { under: '1.1', office: 'BKPSDMD' }),
    one('program', '5.04.02', 'Program Pengembangan Sumber Daya Manusia', { under: '1.1', office: 'BPSDM' }),
    one('sasaran', '1.2', 'Meningkatnya kualitas pelayanan publik', { under: '1', office: 'SETDA' }),
    indicator('1.2.a', 'Indeks Pelayanan Publik', 'indeks', 3.86, [3.95, 4.05, 4.15, 4.25, 4.35]),
    one('sasaran', '1.3', 'Meningkatnya akuntabilitas kinerja dan keuangan daerah', { under: '1', office: 'BAKUDA' }),
    indicator('1.3.a', 'Opini BPK atas laporan keuangan', 'opini', 'WTP', ['WTP', 'WTP', 'WTP', 'WTP', 'WTP']),
    indicator('1.3.b', 'Predikat SAKIP', 'predikat', 'B', ['BB', 'BB', 'BB', 'A', 'A']),
    indicator('1.3.c', 'Rasio PAD terhadap pendapatan daerah', 'persen', 33.4, [34, 35, 36.5, 38, 39.5]),
    one('sasaran', '1.4', 'Meningkatnya layanan digital pemerintah', { under: '1', office: 'DISKOMINFO' }),
    indicator('1.4.a', 'Indeks SPBE', 'indeks', 3.12, [3.2, 3.3, 3.45, 3.6, 3.8]),
    one('tujuan', '2', 'Mewujudkan masyarakat yang sehat dan cerdas', { serves: 'rpjmn PN4.1' }),
    one('sasaran', '2.1', 'Menurunnya stunting dan kematian ibu', { under: '2', serves: 'rpjmn PN4.1', office: 'DINKES' }),
    indicator('2.1.a', 'Prevalensi stunting', 'persen', 20.1, [18.5, 17, 15.5, 14, 12.5], true),
    one('sasaran', '2.2', 'Meningkatnya mutu dan pemerataan pendidikan', {
      under: '2',
      serves: 'rpjmn PN4.2',
      office: 'DISDIK',
    }),
    indicator('2.2.a', 'Rata-rata lama sekolah', 'tahun', 8.33, [8.4, 8.5, 8.6, 8.7, 8.8]),
    one('tujuan', '3', 'Mewujudkan ekonomi pascatambang yang berkelanjutan'),
    one('sasaran', '3.1', 'Meningkatnya nilai tambah kelautan dan pariwisata', {
      under: '3',
      serves: 'rpjmn PN5.1',
      office: 'DISPARBUDPORA',
    }),
    indicator('3.1.a', 'Pertumbuhan sektor pariwisata dan perikanan', 'persen', 3.4, [3.8, 4.2, 4.6, 5, 5.4]),
    // Not tied to any plan above: what a broken thread looks like.
    one('sasaran', '3.2', 'Meningkatnya kualitas lingkungan hidup dan pemulihan lahan bekas tambang', {
      under: '3',
      office: 'DLHK',
    }),
    indicator('3.2.a', 'Indeks Kualitas Lingkungan Hidup', 'indeks', 72.4, [73, 73.8, 74.5, 75.2, 76]),
  ],
}

const provincial: readonly PlanSpec[] = [
  province,
  {
    key: 'sdm',
    kind: 'strategi_sdm',
    name: 'Strategi pengembangan SDM aparatur Bangka Belitung 2025–2029',
    instansiId: 2,
    from: 2025,
    until: 2029,
    basis: made,
    state: 'active',
    goals: [
      one('tujuan', '1', 'Membangun ASN yang kompeten sesuai tuntutan jabatannya', { serves: 'rpjmd 1.1' }),
      one('sasaran', '1.1', 'Kesenjangan kompetensi jabatan kunci tertutup', { under: '1', serves: 'rpjmd 1.1' }),
      indicator('1.1.a', 'Pejabat yang memenuhi standar kompetensi jabatannya', 'persen', 48, [52, 58, 64, 70, 76]),
      one('sasaran', '1.2', 'Setiap ASN belajar paling sedikit 20 JP setahun', { under: '1', serves: 'rpjmd 1.1' }),
      indicator('1.2.a', 'ASN yang mencapai 20 JP', 'persen', 31, [40, 50, 60, 70, 80]),
    ],
  },
  {
    key: 'renstra-bkpsdmd',
    kind: 'renstra',
    name: 'Renstra BKPSDMD 2025–2029',
    instansiId: 2,
    office: 'BKPSDMD',
    from: 2025,
    until: 2029,
    basis: made,
    state: 'active',
    goals: [
      one('tujuan', '1', 'Meningkatkan profesionalitas ASN', { serves: 'rpjmd 1.1' }),
      one('sasaran', '1.1', 'Meningkatnya penerapan sistem merit', { under: '1', serves: 'rpjmd 1.1' }),
      indicator('1.1.a', 'Nilai penerapan manajemen talenta', 'nilai', 41, [48, 55, 62, 69, 76]),
      one('sasaran', '1.2', 'Meningkatnya kompetensi ASN', { under: '1', serves: 'sdm 1.1' }),
      indicator('1.2.a', 'ASN dengan hasil pemetaan yang berlaku', 'persen', 74, [85, 88, 91, 94, 97]),
      indicator('1.2.b', 'Rata-rata jam pelajaran per ASN', 'JP', 11.6, [14, 16, 18, 20, 22]),
      one('program', '5.03.02', 'Program Kepegawaian Daerah', { under: '1.1' }),
      one('kegiatan', '5.03.02.1.02', 'Mutasi dan Promosi ASN', { under: '5.03.02' }),
      one('kegiatan', '5.03.02.1.03', 'Pengembangan Kompetensi ASN', { under: '5.03.02' }),
      one('sub_kegiatan', '5.03.02.1.03.0001', 'Peningkatan Kapasitas Kinerja ASN', { under: '5.03.02.1.03' }),
    ],
  },
  {
    key: 'renstra-bpsdm',
    kind: 'renstra',
    name: 'Renstra BPSDM 2025–2029',
    instansiId: 2,
    office: 'BPSDM',
    from: 2025,
    until: 2029,
    basis: made,
    state: 'active',
    goals: [
      one('tujuan', '1', 'Menyelenggarakan pengembangan kompetensi yang bermutu', { serves: 'sdm 1.2' }),
      one('sasaran', '1.1', 'Meningkatnya mutu pelatihan', { under: '1', serves: 'sdm 1.2' }),
      indicator('1.1.a', 'Alumni yang menerapkan hasil pelatihan', 'persen', 52, [56, 60, 65, 70, 75]),
      one('program', '5.04.02', 'Program Pengembangan Sumber Daya Manusia', { under: '1.1' }),
      one('kegiatan', '5.04.02.1.01', 'Pengembangan Kompetensi Teknis', { under: '5.04.02' }),
    ],
  },
  {
    key: 'renstra-dinkes',
    kind: 'renstra',
    name: 'Renstra Dinas Kesehatan 2025–2029',
    instansiId: 2,
    office: 'DINKES',
    from: 2025,
    until: 2029,
    basis: made,
    state: 'active',
    goals: [
      one('tujuan', '1', 'Meningkatkan derajat kesehatan ibu dan anak', { serves: 'rpjmd 2.1' }),
      one('sasaran', '1.1', 'Meningkatnya cakupan intervensi gizi', { under: '1' }),
      indicator('1.1.a', 'Balita stunting yang mendapat tata laksana', 'persen', 71, [76, 81, 86, 91, 95]),
      one('sasaran', '1.2', 'Meningkatnya kompetensi tenaga kesehatan', { under: '1', serves: 'rpjmd 2.1' }),
      indicator('1.2.a', 'Tenaga kesehatan dengan kecukupan SKP', 'persen', 63, [68, 73, 78, 84, 90]),
    ],
  },
  {
    key: 'renstra-bappeda',
    kind: 'renstra',
    name: 'Renstra Bappeda 2025–2029',
    instansiId: 2,
    office: 'BAPPEDA',
    from: 2025,
    until: 2029,
    basis: null,
    state: 'draft',
    goals: [one('tujuan', '1', 'Meningkatkan mutu perencanaan pembangunan daerah')],
  },
]

const regional: readonly PlanSpec[] = [
  {
    key: 'rpjmd-bangka',
    kind: 'rpjmd',
    name: 'RPJMD Kabupaten Bangka 2025–2029',
    instansiId: 3,
    from: 2025,
    until: 2029,
    basis: made,
    state: 'active',
    goals: [
      one('tujuan', '1', 'Mewujudkan birokrasi yang melayani', { serves: 'rpjmd 1' }),
      one('sasaran', '1.1', 'Meningkatnya profesionalitas ASN kabupaten', { under: '1', serves: 'rpjmd 1.1', office: 'BKPSDMD' }),
      indicator('1.1.a', 'Indeks Profesionalitas ASN', 'indeks', 61.2, [63, 65, 67, 69, 71]),
      one('sasaran', '1.2', 'Meningkatnya akuntabilitas keuangan', { under: '1', serves: 'rpjmd 1.3' }),
      indicator('1.2.a', 'Opini BPK atas laporan keuangan', 'opini', 'WTP', ['WTP', 'WTP', 'WTP', 'WTP', 'WTP']),
      one('tujuan', '2', 'Memulihkan lahan dan lingkungan bekas tambang', { serves: 'rpjmd 3.2' }),
      one('sasaran', '2.1', 'Meningkatnya kualitas lingkungan hidup', { under: '2' }),
      indicator('2.1.a', 'Indeks Kualitas Lingkungan Hidup', 'indeks', 68.9, [69.5, 70.2, 71, 71.8, 72.5]),
    ],
  },
  {
    key: 'rpjmd-pangkalpinang',
    kind: 'rpjmd',
    name: 'RPJMD Kota Pangkalpinang 2025–2029',
    instansiId: 9,
    from: 2025,
    until: 2029,
    basis: made,
    state: 'active',
    goals: [
      one('tujuan', '1', 'Mewujudkan kota jasa dengan aparatur yang andal', { serves: 'rpjmd 1' }),
      one('sasaran', '1.1', 'Meningkatnya kualitas pelayanan perizinan', { under: '1', serves: 'rpjmd 1.2' }),
      indicator('1.1.a', 'Indeks Kepuasan Masyarakat', 'indeks', 82.4, [83, 84, 85, 86, 87]),
    ],
  },
]

const plans = [...national, ...provincial, ...regional]
const since = '2025-09-01T02:00:00Z'

/** Plans and goals as rows; ids in the order above. */
export function buildPlans(units: readonly Unit[]) {
  const unitId = (instansiId: number | null, code: string | undefined) =>
    code === undefined ? null : units.find(unit => unit.instansiId === instansiId && unit.code === code)!.id
  const ids = new Map<string, number>()
  for (const plan of plans) for (const { code } of plan.goals) ids.set(`${plan.key} ${code}`, ids.size + 1)
  const idOf = (key: string | null) => {
    if (key === null) return null
    const id = ids.get(key)
    if (id === undefined) throw new Error(`no goal ${key} in the demo`)
    return id
  }
  return {
    plans: plans.map((plan, index) => ({
      id: index + 1,
      instansi_id: plan.instansiId,
      unit_id: unitId(plan.instansiId, plan.office),
      kind: plan.kind,
      name: plan.name,
      year_from: plan.from,
      year_until: plan.until,
      legal_basis: plan.basis,
      verified: false,
      state: plan.state,
      made_by: 'demo-bappeda',
      made_at: since,
      activated_by: plan.state === 'draft' ? null : 'demo-bappeda',
      activated_at: plan.state === 'draft' ? null : since,
    })),
    goals: plans.flatMap((plan, index) =>
      plan.goals.map(goal => ({
        id: idOf(`${plan.key} ${goal.code}`),
        plan_id: index + 1,
        parent_id: idOf(goal.under === undefined ? null : `${plan.key} ${goal.under}`),
        serves_goal_id: idOf(goal.serves ?? null),
        unit_id: unitId(plan.instansiId, goal.office),
        kind: goal.kind,
        code: goal.code,
        name: goal.name,
        unit_of_measure: goal.measure ?? null,
        baseline: goal.baseline ?? null,
        baseline_year: goal.baseline === undefined ? null : plan.from - 1,
        higher_is_better: goal.kind === 'indikator' ? !goal.lower : null,
        targets: Object.fromEntries((goal.targets ?? []).map((target, year) => [plan.from + year, target])),
      })),
    ),
  }
}
