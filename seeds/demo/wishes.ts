import type { Cast } from './cast.ts'
import { isoOf, toDay } from './dates.ts'
import { goalFinder } from './goal-links.ts'
import type { Person } from './people.ts'
import { type Table, table } from './table.ts'
import type { Unit } from './units.ts'

type Urgency = 'tinggi' | 'sedang' | 'rendah'
type Stated = {
  instansiId: number
  kind: 'organisation' | 'mandate'
  title: string
  competency?: string
  level?: number
  training?: string
  jenjang?: string
  office?: string
  number?: number
  goal?: string
  link?: 0.5 | 1
  basis?: string
  state?: 'draft' | 'archived'
  /** Its people are those of the proposals that became it. */
  fromProposals?: true
}
type Proposal = {
  instansiId: number
  /** The unit, by code or itself. */
  unit: string | Unit
  by: string
  title: string
  competency?: string
  level?: number
  training?: string
  reason: string
  urgency: Urgency
  others: number
  named?: readonly Person[]
  state?: 'draft' | 'accepted' | 'joined' | 'rejected'
  decision?: string
  /** The title of the stated need it became. */
  into?: string
}

const stated: readonly Stated[] = [
  {
    instansiId: 2,
    kind: 'organisation',
    title: 'Layanan perizinan berbasis risiko dikuasai semua petugas layanan',
    competency: 'T.IZIN.1',
    level: 3,
    office: 'DPMPTSP',
    goal: '1.2',
    link: 1,
  },
  {
    instansiId: 2,
    kind: 'organisation',
    title: 'Pejabat pengawas mampu memimpin perubahan ke layanan digital',
    competency: 'M.7',
    level: 3,
    jenjang: 'pengawas',
    goal: '1.4',
    link: 0.5,
  },
  {
    instansiId: 2,
    kind: 'organisation',
    title: 'Pengelolaan arsip dinamis elektronik di perangkat daerah',
    goal: '1.2',
    link: 0.5,
    fromProposals: true,
  },
  {
    instansiId: 2,
    kind: 'mandate',
    title: 'Sertifikasi kompetensi pengelola keuangan daerah (APKD)',
    training: 'Sertifikasi APKD',
    office: 'BAKUDA',
    goal: '1.3',
    link: 1,
    basis: 'UU 1/2022 (HKPD); pasal dan skemanya belum terverifikasi',
  },
  {
    instansiId: 2,
    kind: 'mandate',
    title: 'Pejabat pembuat komitmen bersertifikat kompetensi',
    training: 'Pelatihan Kompetensi PPK Tipe C',
    number: 85,
    goal: '1.3',
    link: 1,
    basis: 'Perpres 16/2018 jo 12/2021; Peraturan LKPP 7/2021',
  },
  {
    instansiId: 2,
    kind: 'organisation',
    title: 'Analisis data kemiskinan untuk perencanaan',
    number: 20,
    basis: 'Arahan Sekda, rapat pimpinan',
    state: 'draft',
  },
  {
    instansiId: 3,
    kind: 'organisation',
    title: 'Pemulihan lahan bekas tambang: pengawasan lingkungan',
    competency: 'T.LH.1',
    level: 3,
    number: 24,
    goal: '2.1',
    link: 1,
  },
  {
    instansiId: 3,
    kind: 'mandate',
    title: 'Sertifikasi kompetensi pengelola keuangan daerah (APKD)',
    training: 'Sertifikasi APKD',
    number: 30,
    goal: '1.2',
    link: 1,
    basis: 'UU 1/2022 (HKPD); pasal dan skemanya belum terverifikasi',
  },
]

function proposalsOf(cast: Cast, people: readonly Person[]): Proposal[] {
  const { unit } = cast.atasan.post
  const team = people.filter(person => person.post.unit === unit && person !== cast.atasan && person.status === 'aktif')
  const province = (more: Omit<Proposal, 'instansiId'>): Proposal => ({ instansiId: 2, ...more })
  const arsip = 'Pengelolaan arsip dinamis elektronik di perangkat daerah'
  return [
    province({
      unit,
      by: 'demo-atasan',
      title: 'Literasi Digital Pemerintahan',
      competency: 'T.UM.2',
      level: 3,
      reason: 'Layanan internal bidang pindah ke aplikasi terpadu mulai triwulan pertama; baru sebagian staf menguasainya.',
      urgency: 'tinggi',
      others: 2,
      named: team.slice(0, 3),
    }),
    province({
      unit,
      by: 'demo-atasan',
      title: 'Pelatihan Komunikasi Efektif',
      training: 'Pelatihan Komunikasi Efektif',
      reason: 'Keluhan masyarakat paling banyak tentang cara menjawab.',
      urgency: 'sedang',
      others: 4,
      state: 'draft',
    }),
    province({
      unit: 'DINKES',
      by: 'demo-pengelola',
      title: 'Literasi Digital Pemerintahan',
      competency: 'T.UM.2',
      level: 3,
      reason: 'Rekam medis elektronik wajib dipakai di semua fasilitas kesehatan provinsi.',
      urgency: 'tinggi',
      others: 40,
    }),
    province({
      unit: 'BAKUDA',
      by: 'demo-pengelola',
      title: 'Pelatihan Bendahara Pengeluaran',
      training: 'Pelatihan Bendahara Pengeluaran',
      reason: 'Dua belas bendahara baru menjabat sejak Juli.',
      urgency: 'tinggi',
      others: 12,
    }),
    province({
      unit: 'SETDA',
      by: 'demo-pengelola',
      title: 'Diklat bendahara pengeluaran',
      training: 'Diklat bendahara pengeluaran',
      reason: 'Bendahara pembantu di tiap biro belum pernah dilatih.',
      urgency: 'sedang',
      others: 6,
    }),
    province({
      unit: 'BAPPEDA',
      by: 'demo-pengelola',
      title: 'Penyusunan pohon kinerja dan SAKIP perangkat daerah',
      reason: 'Nilai SAKIP turun karena pohon kinerja belum berjenjang sampai individu.',
      urgency: 'sedang',
      others: 15,
    }),
    province({
      unit: 'ITDA',
      by: 'demo-pengelola',
      title: 'Bimtek penyusunan SAKIP dan pohon kinerja',
      reason: 'Temuan evaluasi internal berulang dua tahun pada penyusunan pohon kinerja.',
      urgency: 'sedang',
      others: 8,
    }),
    province({
      unit: 'DISKOMINFO',
      by: 'demo-pengelola',
      title: arsip,
      reason: 'SRIKANDI dipakai semua unit, arsiparis belum.',
      urgency: 'sedang',
      others: 14,
      state: 'accepted',
      decision: 'Diterima bersama usulan SETWAN.',
      into: arsip,
    }),
    province({
      unit: 'SETWAN',
      by: 'demo-pengelola',
      title: 'Pengelolaan arsip dinamis elektronik',
      reason: 'Risalah sidang belum tertata dalam arsip elektronik.',
      urgency: 'rendah',
      others: 5,
      state: 'joined',
      decision: 'Diterima bersama usulan DISKOMINFO.',
      into: arsip,
    }),
    province({
      unit: cast.penyelenggara.post.unit,
      by: 'demo-penyelenggara',
      title: 'Perancangan pembelajaran campuran',
      reason: 'Kelas tahun depan setengahnya daring; perancangnya baru dua orang.',
      urgency: 'tinggi',
      others: 6,
    }),
    province({
      unit: 'DPMPTSP',
      by: 'demo-pengelola',
      title: 'Studi banding ke luar negeri tentang perizinan',
      reason: 'Melihat praktik perizinan satu pintu di negara lain.',
      urgency: 'rendah',
      others: 10,
      state: 'rejected',
      decision: 'Biayanya tidak sebanding; ikuti patok banding ke Mal Pelayanan Publik terdekat dan pembelajaran daring OSS.',
    }),
    {
      instansiId: 3,
      unit: 'DINKES',
      by: 'demo-kabupaten',
      title: 'Pelatihan Pencegahan dan Pengendalian Infeksi',
      training: 'Pelatihan Pencegahan dan Pengendalian Infeksi',
      reason: 'Akreditasi ulang puskesmas tahun depan mensyaratkannya.',
      urgency: 'tinggi',
      others: 22,
      named: people
        .filter(person => person.instansiId === 3 && person.post.unit.code.startsWith('DINKES') && person.status === 'aktif')
        .slice(0, 2),
    },
    {
      instansiId: 3,
      unit: 'SETDA',
      by: 'demo-kabupaten',
      title: 'Penyusunan produk hukum daerah',
      reason: 'Rancangan peraturan bupati sering dikembalikan karena tata penulisannya.',
      urgency: 'sedang',
      others: 9,
    },
  ]
}

/** What the demo's governments stated and what their units proposed, as tables; the call is open around `today`. */
export function wishTables(parts: { units: readonly Unit[]; people: readonly Person[]; cast: Cast; today: string }): Table[] {
  const { units, people, cast } = parts
  const goals = goalFinder(units)
  const day = toDay(parts.today)
  const year = Number(parts.today.slice(0, 4)) + 1
  const at = (offset: number) => `${isoOf(day + offset)}T03:00:00Z`
  const unitOf = (instansiId: number, unit: string | Unit) =>
    typeof unit === 'string' ? units.find(one => one.instansiId === instansiId && one.code === unit) : unit
  const calls = [2, 3].map((instansiId, index) => ({
    id: index + 1,
    instansi_id: instansiId,
    year,
    opens_on: isoOf(day - 21),
    closes_on: isoOf(day + 8),
    note: instansiId === 2 ? 'Usulkan yang tidak dapat dipenuhi unit sendiri. Sebutkan tugas atau layanan yang terganggu.' : null,
    made_by: instansiId === 2 ? 'demo-pengelola' : 'demo-kabupaten',
    made_at: at(-25),
  }))
  const needs = stated.map((need, index) => {
    const by = need.instansiId === 2 ? 'demo-pengelola' : 'demo-kabupaten'
    const goalId = need.goal === undefined ? null : goals.byCode(need.instansiId, need.goal)
    return {
      id: index + 1,
      instansi_id: need.instansiId,
      kind: need.kind,
      year,
      title: need.title,
      competency: need.competency ?? null,
      level: need.level ?? null,
      training: need.training ?? null,
      population: need.fromProposals ? 'proposals' : need.number === undefined ? 'rule' : 'number',
      jenjang: need.jenjang ?? null,
      unit_id: need.office === undefined ? null : unitOf(need.instansiId, need.office)!.id,
      number: need.number ?? null,
      goal_id: goalId,
      goal_link: goalId === null ? null : need.link,
      legal_basis: need.basis ?? null,
      state: need.state ?? 'active',
      made_by: by,
      made_at: at(-30),
      activated_by: need.state === 'draft' ? null : by,
      activated_at: need.state === 'draft' ? null : at(-29),
    }
  })
  const drawn = proposalsOf(cast, people)
  const decided = (state: Proposal['state']) => state !== undefined && state !== 'draft'
  const proposals = drawn.map((one, index) => ({
    id: index + 1,
    instansi_id: one.instansiId,
    call_id: calls.find(call => call.instansi_id === one.instansiId)!.id,
    unit_id: (unitOf(one.instansiId, one.unit) ?? unitOf(one.instansiId, 'SETDA'))!.id,
    title: one.title,
    competency: one.competency ?? null,
    level: one.level ?? null,
    training: one.training ?? null,
    reason: one.reason,
    urgency: one.urgency,
    others: one.others,
    named: one.named?.length ?? 0,
    state: one.state ?? 'sent',
    made_by: one.by,
    made_at: at(-14 + (index % 7)),
    sent_at: one.state === 'draft' ? null : at(-13 + (index % 7)),
    decided_by: decided(one.state) ? 'demo-pengelola' : null,
    decided_at: decided(one.state) ? at(-2) : null,
    decision: one.decision ?? null,
    stated_id: one.into === undefined ? null : needs.find(need => need.title === one.into)!.id,
  }))
  return [
    table(
      'proposal_call',
      {
        id: 'int',
        instansi_id: 'int',
        year: 'int',
        opens_on: 'date',
        closes_on: 'date',
        note: 'text',
        made_by: 'text',
        made_at: 'timestamptz',
      },
      calls,
      true,
    ),
    table(
      'stated_need',
      {
        id: 'int',
        instansi_id: 'int',
        kind: 'text',
        year: 'int',
        title: 'text',
        competency: 'text',
        level: 'int',
        training: 'text',
        population: 'text',
        jenjang: 'text',
        unit_id: 'int',
        number: 'int',
        goal_id: 'int',
        goal_link: 'numeric',
        legal_basis: 'text',
        state: 'text',
        made_by: 'text',
        made_at: 'timestamptz',
        activated_by: 'text',
        activated_at: 'timestamptz',
      },
      needs,
      true,
    ),
    table(
      'need_proposal',
      {
        id: 'int',
        instansi_id: 'int',
        call_id: 'int',
        unit_id: 'int',
        title: 'text',
        competency: 'text',
        level: 'int',
        training: 'text',
        reason: 'text',
        urgency: 'text',
        others: 'int',
        named: 'int',
        state: 'text',
        made_by: 'text',
        made_at: 'timestamptz',
        sent_at: 'timestamptz',
        decided_by: 'text',
        decided_at: 'timestamptz',
        decision: 'text',
        stated_id: 'int',
      },
      proposals,
      true,
    ),
    table(
      'need_proposal_person',
      { pegawai_id: 'int', proposal_id: 'int', instansi_id: 'int' },
      drawn.flatMap((one, index) =>
        (one.named ?? []).map(person => ({ pegawai_id: person.id, proposal_id: index + 1, instansi_id: one.instansiId })),
      ),
    ),
  ]
}
