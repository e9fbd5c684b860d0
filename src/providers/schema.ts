import { z } from 'zod'
import type { Jenjang } from '../regulation/index.ts'
import { golonganOfPns } from './rules/golongan.ts'
import type { Employment, Jenis } from './words.ts'

// Closed lists that other capabilities own: a member that is forgotten here does not compile.
const keys = <K extends string>(of: Record<K, true>) => Object.keys(of) as [K, ...K[]]
export const jenisList = keys<Jenis>({ jpt: true, administrator: true, pengawas: true, fungsional: true, pelaksana: true })
export const jenjangList = keys<Jenjang>({
  jpt_utama: true,
  jpt_madya: true,
  jpt_pratama: true,
  administrator: true,
  pengawas: true,
  pelaksana: true,
  pemula: true,
  terampil: true,
  mahir: true,
  penyelia: true,
  ahli_pertama: true,
  ahli_muda: true,
  ahli_madya: true,
  ahli_utama: true,
})
export const employmentList = keys<Employment>({ pns: true, cpns: true, pppk: true, pppk_paruh_waktu: true })

const months = z.number().int().min(1).max(480)
const conditions = z.strictObject({
  jenis: z.array(z.enum(jenisList)).optional(),
  jenjang: z.array(z.enum(jenjangList)).optional(),
  golonganFrom: z.enum(golonganOfPns as [string, ...string[]]).optional(),
  /** In the golongan held. */
  monthsInGolongan: months.optional(),
  monthsInJenjang: z.strictObject({ jenjang: z.enum(jenjangList), months }).optional(),
  /** In whole years lived. */
  maxAge: z.number().int().min(18).max(70).optional(),
  yearsBeforeBup: z.number().min(0.5).max(30).multipleOf(0.5).optional(),
  /** Names that must have been followed. */
  trainings: z.array(z.string().min(1).max(200)).max(10).optional(),
  employment: z.array(z.enum(employmentList)).optional(),
  selection: z.boolean().optional(),
  noDiscipline: z.boolean().optional(),
})
/** What is asked of everybody; of the `ways`, if there are any, one must be met as well (PKN II takes four kinds of people in). */
export const entryRulesSchema = conditions.extend({ ways: z.array(conditions).max(6).optional() })
export type EntryConditions = z.infer<typeof conditions>
export type EntryRules = z.infer<typeof entryRulesSchema>
