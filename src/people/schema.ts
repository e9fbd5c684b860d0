import { z } from 'zod'

const office = z.string().max(80, 'kantor').optional()

/** What enters through the form of an instansi; each message is a key of the catalogue's `errors`. */
export const instansiCard = z
  .object({
    nama: z.string().min(1, 'nama').max(160, 'nama'),
    kode_bkn: z.union([z.literal(''), z.string().regex(/^[0-9A-Za-z]{2,10}$/, 'kode_bkn')], { error: 'kode_bkn' }),
    zona: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'], { error: 'zona' }),
    dob: z.string(),
    kantor_kepegawaian: office,
    kantor_pelatihan: office,
    kantor_perencanaan: office,
  })
  .transform(form => ({
    name: form.nama,
    bknCode: form.kode_bkn || null,
    timeZone: form.zona,
    isDob: form.dob === 'ya',
    officeNames: {
      ...(form.kantor_kepegawaian && { kepegawaian: form.kantor_kepegawaian }),
      ...(form.kantor_pelatihan && { pelatihan: form.kantor_pelatihan }),
      ...(form.kantor_perencanaan && { perencanaan: form.kantor_perencanaan }),
    },
  }))

export const instansiFields = [
  'nama',
  'kode_bkn',
  'zona',
  'dob',
  'kantor_kepegawaian',
  'kantor_pelatihan',
  'kantor_perencanaan',
] as const
