import { z } from '@hono/zod-openapi'
import { highestLevel, lowestLevel } from '../regulation/index.ts'
import type { Difference } from './rules/difference.ts'
import type { Competency } from './store/competency.ts'
import type { Version } from './store/version.ts'

export const pillar = z.enum(['manajerial', 'sosial_kultural', 'teknis', 'pemerintahan'])
const level = z.number().int().min(lowestLevel).max(highestLevel)
const day = z.string().openapi({ format: 'date' })
const state = z.enum(['draft', 'active', 'archived'])
const competencyRef = z.object({ code: z.string(), name: z.string(), pillar })
const verified = z.boolean().openapi({ description: 'False: a default that was not compared with the official text' })
const origin = z
  .enum(['own', 'instansi', 'pembina', 'guide', 'national'])
  .openapi({ description: 'The jabatan itself, its instansi’s class, an instansi pembina, who guides, or what ships' })

export const dictionaryItem = z
  .object({
    id: z.number().int(),
    name: z.string(),
    instansi: z.string().nullable().openapi({ description: 'Region code of its owner; null: national' }),
    state,
    legalBasis: z.string(),
    activeFrom: day.nullable(),
    activeUntil: day.nullable().openapi({ description: 'The first day it no longer holds' }),
    replaces: z.number().int().nullable(),
    competencies: z.number().int(),
    standards: z.number().int().openapi({ description: 'Standards in force that ask for one of its competencies' }),
  })
  .openapi('Dictionary')

export const competencyItem = z
  .object({
    id: z.number().int(),
    code: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    pillar,
    urusan: z.string().nullable(),
    definition: z.string().nullable(),
    pembina: z.string().nullable().openapi({ description: 'Instansi pembina' }),
    dictionary: z.object({ id: z.number().int(), name: z.string() }),
    legalBasis: z.string(),
    verified,
    levels: z.array(z.object({ level, label: z.string(), indicators: z.array(z.string()) })),
  })
  .openapi('Competency')

export const competencyOf = (row: Competency): z.infer<typeof competencyItem> => {
  const { id, code, name, nameEn, pillar, urusan, definition, pembina, legalBasis, verified, levels } = row
  const dictionary = { id: row.dictionary.id, name: row.dictionary.name }
  return { id, code, name, nameEn, pillar, urusan, definition, pembina, dictionary, legalBasis, verified, levels }
}

export const crosswalkItem = z
  .object({
    from: z.object({ id: z.number().int(), code: z.string(), level }),
    to: z.object({ id: z.number().int(), code: z.string(), level }),
    legalBasis: z.string(),
  })
  .openapi('CrosswalkStep')

const texts = z.object({
  summary: z.string().nullable(),
  education: z.string().nullable().openapi({ description: 'At least: sd … s3' }),
  educationFields: z.string().nullable(),
  golongan: z.string().nullable(),
  performanceIndicators: z.string().nullable().openapi({ description: 'One a line' }),
})
const qualification = z
  .object({
    kind: z.enum(['pelatihan', 'sertifikat', 'pengalaman']),
    trainingKind: z.enum(['manajerial', 'teknis', 'fungsional', 'sosial_kultural']).nullable(),
    name: z.string(),
    also: z.array(z.string()).openapi({ description: 'Other names under which it is held' }),
    months: z.number().int().nullable().openapi({ description: 'Of experience, at least' }),
    importance: z.enum(['mutlak', 'penting', 'perlu']),
    mandateBasis: z.string().nullable().openapi({ description: 'The act that makes it a duty' }),
  })
  .openapi('Qualification')

const standardLine = z
  .object({
    competency: competencyRef,
    level,
    label: z.string().nullable(),
    source: z.enum(['own', 'class']).openapi({ description: 'Set for this jabatan, or inherited' }),
    origin,
    setBy: z.string().nullable().openapi({ description: 'Whose standard says so; null: it ships' }),
    standardId: z.number().int(),
    inherited: level.nullable().openapi({ description: 'What would hold without the jabatan’s own standard' }),
    legalBasis: z.string().nullable(),
    verified,
  })
  .openapi('StandardLine')

export const standardItem = z
  .object({
    jabatan: z.object({
      id: z.number().int(),
      code: z.string(),
      name: z.string(),
      jenjang: z.string(),
      urusan: z.string().nullable(),
    }),
    instansi: z.string(),
    data: z.array(standardLine),
    form: texts,
    requirements: z.array(z.object({ qualification, origin, setBy: z.string().nullable(), standardId: z.number().int() })),
  })
  .openapi('Standard')

export const versionItem = z
  .object({
    id: z.number().int(),
    version: z.number().int(),
    state,
    owner: z.string().nullable().openapi({ description: 'Region code; null: it ships' }),
    jabatan: z.number().int().nullable(),
    jenjang: z.string().nullable(),
    urusan: z.string().nullable(),
    family: z.string().nullable(),
    legalBasis: z.string().nullable(),
    verified,
    activeFrom: day.nullable(),
    activeUntil: day.nullable().openapi({ description: 'The first day it no longer holds' }),
    setAt: z.string().nullable(),
    levels: z.array(z.object({ competency: z.number().int(), level, legalBasis: z.string().nullable() })),
    form: texts,
    qualifications: z.array(qualification),
  })
  .openapi('StandardVersion')

export const versionOf = (row: Version): z.infer<typeof versionItem> => ({
  id: row.id,
  version: row.version,
  state: row.state,
  owner: row.ownerCode,
  jabatan: row.jabatanId,
  jenjang: row.jenjang,
  urusan: row.urusan,
  family: row.family,
  legalBasis: row.legalBasis,
  verified: row.verified,
  activeFrom: row.activeFrom,
  activeUntil: row.activeUntil,
  setAt: row.setAt?.toISOString() ?? null,
  levels: row.levels.map(line => ({ competency: line.competencyId, level: line.level, legalBasis: line.legalBasis })),
  form: row.form,
  qualifications: row.qualifications,
})

export const differenceItem = z
  .object({
    from: z.number().int(),
    to: z.number().int(),
    levels: z.array(
      z.object({
        competency: z.number().int(),
        kind: z.enum(['added', 'removed', 'raised', 'lowered']),
        from: level.nullable(),
        to: level.nullable(),
      }),
    ),
    fields: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    qualifications: z.array(z.object({ from: qualification.nullable(), to: qualification.nullable() })),
  })
  .openapi('StandardDifference')

export const differenceOf = (from: Version, to: Version, change: Difference): z.infer<typeof differenceItem> => ({
  from: from.id,
  to: to.id,
  levels: change.levels.map(({ competencyId, ...rest }) => ({ competency: competencyId, ...rest })),
  fields: change.fields,
  qualifications: change.qualifications,
})
