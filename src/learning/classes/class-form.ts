import type { Messages } from './messages.ts'
import type { ClassFormValues } from './pages/class-form.tsx'
import type { ClassFlaw, TypedClass } from './rules/class.ts'
import type { CourseClass, TaughtCourse } from './store.ts'

const single = [
  'nama',
  'pola',
  'bentuk',
  'mulai',
  'selesai',
  'kursi_min',
  'kursi_maks',
  'daftar_sampai',
  'penerimaan',
  'instansi_dulu',
  'tempat',
  'tautan',
  'daya_tampung',
  'biaya',
  'kuota_daerah',
  'kuota_sampai',
  'titip',
] as const

const text = (value: number | string | null) => (value === null ? '' : String(value))

export const blankClass = (course: TaughtCourse): ClassFormValues => ({
  nama: '',
  pola: 'klasikal',
  bentuk: course.form,
  mulai: '',
  selesai: '',
  kursi_min: '',
  kursi_maks: '',
  daftar_sampai: '',
  penerimaan: 'open',
  instansi_dulu: '',
  tempat: '',
  tautan: '',
  daya_tampung: '',
  biaya: text(course.cost),
  kuota_daerah: '',
  kuota_sampai: '',
  titip: '',
  untuk: [],
  pengajar: [],
})

export const classForm = (one: CourseClass): ClassFormValues => ({
  nama: one.name,
  pola: one.pattern,
  bentuk: one.form,
  mulai: text(one.startsOn),
  selesai: text(one.endsOn),
  kursi_min: text(one.seatsMin),
  kursi_maks: text(one.seatsMax),
  daftar_sampai: text(one.registrationUntil),
  penerimaan: one.admission,
  instansi_dulu: one.instansiFirst ? '1' : '',
  tempat: text(one.place),
  tautan: text(one.meetingUrl),
  daya_tampung: text(one.meetingCapacity),
  biaya: text(one.cost),
  kuota_daerah: text(one.regionalShare),
  kuota_sampai: text(one.regionalUntil),
  titip: text(one.entrustedTo?.id ?? null),
  untuk: (one.forInstansi ?? []).map(instansi => String(instansi.id)),
  pengajar: one.trainers.map(trainer => String(trainer.id)),
})

/** The card of the next class of a course: as another one was, under another name and on other days. */
export const nextClassForm = (one: CourseClass): ClassFormValues => ({
  ...classForm(one),
  ...{ nama: '', mulai: '', selesai: '', daftar_sampai: '', kuota_sampai: '' },
})

export const readClassForm = (
  field: (name: string) => string,
  several: { untuk: string[]; pengajar: string[] },
): ClassFormValues => ({ ...Object.fromEntries(single.map(name => [name, field(name)])), ...several }) as ClassFormValues

/** The form as the rule reads it. `central`: a ministry holds it; nobody else keeps seats for the regions. */
export const typedClass = (form: ClassFormValues, central: boolean): TypedClass => ({
  name: form.nama,
  pattern: form.pola,
  form: form.bentuk,
  starts: form.mulai,
  ends: form.selesai,
  seatsMin: form.kursi_min,
  seatsMax: form.kursi_maks,
  registrationUntil: form.daftar_sampai,
  admission: form.penerimaan,
  instansiFirst: form.instansi_dulu !== '',
  forInstansi: form.untuk.map(Number),
  place: form.tempat,
  meetingUrl: form.tautan,
  meetingCapacity: form.daya_tampung,
  cost: form.biaya,
  regionalShare: central ? form.kuota_daerah : '',
  regionalUntil: central ? form.kuota_sampai : '',
})

const fieldOf: Record<ClassFlaw, keyof ClassFormValues> = {
  name_missing: 'nama',
  name_long: 'nama',
  pattern: 'pola',
  form: 'bentuk',
  starts: 'mulai',
  ends: 'selesai',
  ends_before: 'selesai',
  too_long: 'selesai',
  dates_not_needed: 'mulai',
  seats_min: 'kursi_min',
  seats_max: 'kursi_maks',
  seats_order: 'kursi_min',
  until: 'daftar_sampai',
  until_late: 'daftar_sampai',
  admission: 'penerimaan',
  for_missing: 'untuk',
  place_long: 'tempat',
  meeting_url: 'tautan',
  meeting_capacity: 'daya_tampung',
  meeting_small: 'kursi_maks',
  cost: 'biaya',
  share: 'kuota_daerah',
  share_without_seats: 'kuota_daerah',
  share_until: 'kuota_sampai',
  share_until_late: 'kuota_sampai',
}

export const classErrors = (flaws: readonly ClassFlaw[], m: Messages) =>
  flaws.map(flaw => ({ field: fieldOf[flaw], message: m.flaws[flaw] }))

type Choices = Record<'untuk' | 'pengajar', readonly { value: string }[]>
/** What was ticked and is none of the choices: nobody ticks it in the form that was shown. */
export const notOffered = (form: ClassFormValues, choices: Choices, m: Messages) =>
  (['untuk', 'pengajar'] as const)
    .filter(field => form[field].some(id => !choices[field].some(one => one.value === id)))
    .map(field => ({ field, message: m.notOffered[field] }))
