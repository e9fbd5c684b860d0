import { z } from '@hono/zod-openapi'
import type { Instansi } from './store/instansi.ts'
import type { PegawaiRow } from './store/pegawai.ts'

const regionCode = z.string().openapi({ example: '19', description: 'Region code; a ministry has its BKN code' })
const idAndName = z.object({ id: z.number().int(), name: z.string() })

export const instansiItem = z
  .object({
    instansi: regionCode,
    name: z.string(),
    kind: z.enum(['kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota']),
    bknCode: z.string().nullable(),
    guidedBy: regionCode.nullable(),
    isDob: z.boolean(),
    timeZone: z.string(),
    officeNames: z.record(z.string(), z.string()),
  })
  .openapi('Instansi')

export function instansiOf(row: Instansi, all: readonly Instansi[]): z.infer<typeof instansiItem> {
  const { regionCode: instansi, name, kind, bknCode, isDob, timeZone, officeNames } = row
  const guidedBy = all.find(other => other.id === row.guidedBy)?.regionCode ?? null
  return { instansi, name, kind, bknCode, guidedBy, isDob, timeZone, officeNames: { ...officeNames } }
}

export const unitItem = z
  .object({
    id: z.number().int(),
    instansi: regionCode,
    parentId: z.number().int().nullable(),
    opdId: z.number().int().nullable().openapi({ description: 'The office (OPD) it belongs to; itself for an office' }),
    code: z.string(),
    name: z.string(),
  })
  .openapi('Unit')

export const jabatanItem = z
  .object({
    id: z.number().int(),
    instansi: regionCode,
    unit: idAndName,
    code: z.string(),
    name: z.string(),
    jenis: z.string(),
    jenjang: z.string(),
    urusan: z.string().nullable(),
    isHead: z.boolean(),
  })
  .openapi('Jabatan')

export const postItem = jabatanItem
  .omit({ urusan: true, unit: true })
  .extend({
    unit: z.string(),
    opd: z.string().nullable(),
    seats: z.number().int().nullable().openapi({ description: 'How many may hold it; null: not known' }),
    definitive: z.number().int(),
    acting: z.number().int(),
    open: z
      .number()
      .int()
      .openapi({ description: 'Seats without a definitive holder; 1 for a post nobody holds whose seats are not known' }),
    state: z.enum(['kosong', 'sebagian', 'lengkap', 'berlebih']),
    holders: z.array(
      idAndName.extend({ appointment: z.enum(['definitif', 'plt', 'plh']), since: z.string().openapi({ format: 'date' }) }),
    ),
  })
  .openapi('Post')

const pegawaiJabatan = z.object({ id: z.number().int(), name: z.string(), jenjang: z.string() })

export const pegawaiItem = z
  .object({
    id: z.number().int(),
    nip: z.string(),
    name: z.string(),
    instansi: regionCode,
    unit: idAndName,
    jabatan: pegawaiJabatan.nullable(),
    employment: z.string(),
    status: z.string(),
  })
  .openapi('Pegawai')

export const pegawaiOf = (row: PegawaiRow): z.infer<typeof pegawaiItem> => ({
  id: row.id,
  nip: row.nip,
  name: row.name,
  instansi: row.instansi,
  unit: { id: row.unitId, name: row.unit },
  jabatan: row.jabatanId === null ? null : { id: row.jabatanId, name: row.jabatan!, jenjang: row.jenjang! },
  employment: row.employment,
  status: row.status,
})

const date = z.string().openapi({ format: 'date' })
const history = z.object({
  jabatan: z.array(
    z.object({
      jabatan: z.string(),
      unit: z.string(),
      instansi: z.string(),
      appointment: z.string(),
      from: date,
      until: date.nullable(),
    }),
  ),
  education: z.array(
    z.object({ education: z.string(), field: z.string().nullable(), school: z.string().nullable(), year: z.number().nullable() }),
  ),
  employment: z.array(z.object({ nip: z.string(), employment: z.string(), from: date, until: date.nullable() })),
})

export const pegawaiDetail = pegawaiItem
  .extend({
    sex: z.enum(['l', 'p']),
    birthDate: date,
    golongan: z.string().nullable(),
    education: z.string().nullable(),
    unit: idAndName.extend({ path: z.array(z.string()) }),
    jabatan: pegawaiJabatan.extend({ jenis: z.string(), urusan: z.string().nullable(), isHead: z.boolean() }).nullable(),
    aim: pegawaiJabatan.nullable(),
    atasan: z.object({ pegawaiId: z.number().int(), name: z.string() }).nullable(),
    history,
  })
  .openapi('PegawaiDetail')
