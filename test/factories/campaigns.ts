import type { Draft } from '../../src/assessment/campaigns/store/campaign.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { asJob, type Database, sql, type Tx } from '../../src/platform/db/index.ts'
import type { Services } from '../../src/platform/http/context.ts'
import { refreshRequirements } from '../../src/standards/index.ts'
import { newCompetency, newInstansi, newJabatan, newPegawai, newStandard, newTenure, newUnit } from './people.ts'

export const today = '2026-11-22'

export type Sent = { name: string; data: Record<string, unknown> }

/** Services whose jobs are only written down, at ten in the morning of a day. */
export function campaignServices(database: Database, day = today): { services: Services; sent: Sent[] } {
  const sent: Sent[] = []
  const services = {
    clock: fixedClock(`${day}T03:00:00Z`),
    database,
    db: database.outer,
    jobs: { send: async (_: Tx, name: string, data: object) => void sent.push({ name, data: data as Record<string, unknown> }) },
  } as unknown as Services
  return { services, sent }
}

export type Office = {
  instansi: number
  other: number
  opd: number
  bidang: number
  elsewhere: number
  /** Leads the office; `head` leads the bidang below; the others are analysts in it. */
  chief: number
  head: number
  analysts: number[]
  stranger: number
  jabatan: { chief: number; head: number; analyst: number; stranger: number }
  m1: number
  m2: number
  standard: number
}

/** An office with a head, a bidang with a head and five analysts of one jenjang, and somebody of another government. */
export const newOffice = (database: Database, code = '19'): Promise<Office> =>
  asJob(database.outer, async tx => {
    const instansi = await newInstansi(tx, { region_code: code, name: `Provinsi ${code}` })
    const other = await newInstansi(tx, { region_code: `${code}.01` })
    const opd = await newUnit(tx, { instansi_id: instansi, name: 'Dinas Kesehatan' })
    const bidang = await newUnit(tx, { instansi_id: instansi, parent_id: opd, name: 'Bidang Gizi' })
    const elsewhere = await newUnit(tx, { instansi_id: other, name: 'Dinas Sosial' })
    const of = { instansi_id: instansi }
    const jabatan = {
      chief: await newJabatan(tx, {
        ...of,
        unit_id: opd,
        name: 'Kepala Dinas',
        jenis: 'jpt',
        jenjang: 'jpt_pratama',
        is_head: true,
      }),
      head: await newJabatan(tx, {
        ...of,
        unit_id: bidang,
        name: 'Kepala Bidang',
        jenis: 'administrator',
        jenjang: 'administrator',
        is_head: true,
      }),
      analyst: await newJabatan(tx, { ...of, unit_id: bidang, name: 'Analis Gizi', jenis: 'fungsional', jenjang: 'ahli_muda' }),
      stranger: await newJabatan(tx, {
        instansi_id: other,
        unit_id: elsewhere,
        name: 'Pekerja Sosial',
        jenis: 'fungsional',
        jenjang: 'ahli_muda',
      }),
    }
    const m1 = await newCompetency(tx, { code: `${code}.M1`, name: 'Integritas Uji' })
    const m2 = await newCompetency(tx, { code: `${code}.M2`, name: 'Kerja Sama Uji' })
    const levels = [
      { competency_id: m1, level: 3 },
      { competency_id: m2, level: 2 },
    ]
    const standard = await newStandard(tx, { jabatan_id: jabatan.analyst }, levels)
    await newStandard(tx, { jabatan_id: jabatan.head }, levels)
    await newStandard(tx, { jabatan_id: jabatan.chief }, levels)
    await newStandard(tx, { jabatan_id: jabatan.stranger }, levels)
    await refreshRequirements(tx, { instansiId: instansi }, today)
    await refreshRequirements(tx, { instansiId: other }, today)
    const person = async (name: string, unit_id: number, jabatan_id: number, instansi_id = instansi) => {
      const id = await newPegawai(tx, { instansi_id, unit_id, jabatan_id, name })
      await newTenure(tx, { pegawai_id: id, instansi_id, jabatan_id })
      return id
    }
    const chief = await person('Kepala', opd, jabatan.chief)
    const head = await person('Budi Bidang', bidang, jabatan.head)
    const analysts: number[] = []
    for (const name of ['Ani', 'Bela', 'Citra', 'Dedi', 'Eko']) analysts.push(await person(name, bidang, jabatan.analyst))
    const stranger = await person('Orang Lain', elsewhere, jabatan.stranger, other)
    return { instansi, other, opd, bidang, elsewhere, chief, head, analysts, stranger, jabatan, m1, m2, standard }
  })

export const draftOf = (office: Office, values: Partial<Draft> = {}) => ({
  name: 'Pemetaan 2026',
  purpose: 'pemetaan' as const,
  legalBasis: 'SK Gubernur 1/2026',
  methods: ['penilaian_atasan', 'penilaian_rekan', 'penilaian_bawahan', 'penilaian_diri'] as Draft['methods'],
  population: { unitIds: [], jenis: [], jenjang: [], employment: [], mapped: 'any' as const, before: null },
  ratersEach: 3,
  ...values,
  instansiId: office.instansi,
  wave: { number: 1, startsOn: '2026-11-01', endsOn: '2026-11-30', quota: null },
  picks: [] as { id: number; kind: 'added' | 'excluded' }[],
  seed: 7,
})

export const rows = async <Row>(database: Database, text: string): Promise<Row[]> =>
  (await asJob(database.outer, tx => sql.raw<Row>(text).execute(tx))).rows

export const raterActor = (pegawaiId: number | null, accountId = `akun-${pegawaiId}`): Actor => ({
  accountId,
  username: accountId,
  name: `Penilai ${pegawaiId}`,
  language: 'id',
  mustChangePassword: false,
  pegawaiId,
  homeInstansiId: null,
  teamIds: [],
  grants: [],
})
