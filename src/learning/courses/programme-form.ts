import type { ProgrammeSet } from '../rules/programme.ts'
import type { CourseMessages } from './messages.ts'
import type { ProgrammeMessages } from './programme-messages.ts'
import type { ProgrammeCard } from './store/programme.ts'
import type { FormError } from './version-form.ts'

export type SetForm = { judul: string; cukup: string; kursus: string[] }
export type ProgrammeForm = { kode: string; judul: string; ringkasan: string; sets: SetForm[] }

const spare = { sets: 1, courses: 2 }
const most = { sets: 12, courses: 20 }

export const programmeForm = (card: ProgrammeCard, sets: readonly ProgrammeSet[]): ProgrammeForm => ({
  kode: card.code,
  judul: card.title,
  ringkasan: card.summary,
  sets: sets.map(set => ({ judul: set.title, cukup: String(set.needed ?? ''), kursus: set.courseIds.map(String) })),
})

/** With an empty set and empty places to go on with. */
export const withRoom = (form: ProgrammeForm): ProgrammeForm => ({
  ...form,
  sets: [...form.sets, ...Array.from({ length: spare.sets }, () => ({ judul: '', cukup: '', kursus: [] as string[] }))].map(
    set => ({
      ...set,
      kursus: [...set.kursus, ...Array.from({ length: spare.courses }, () => '')],
    }),
  ),
})

/** What was typed: sets and places left empty fall away. */
export function typedProgramme(field: (name: string) => string): ProgrammeForm {
  const sets = Array.from({ length: most.sets }, (_, set) => ({
    judul: field(`set${set}_judul`),
    cukup: field(`set${set}_cukup`),
    kursus: Array.from({ length: most.courses }, (_, place) => field(`set${set}_kursus${place}`)).filter(Boolean),
  }))
  return {
    kode: field('kode').toUpperCase(),
    judul: field('judul'),
    ringkasan: field('ringkasan'),
    sets: sets.filter(set => set.judul || set.cukup || set.kursus.length > 0),
  }
}

/** What is typed wrongly. Whether the sets hold together is asked when it is offered. */
export function readProgramme(form: ProgrammeForm, known: readonly { id: number }[], m: CourseMessages, p: ProgrammeMessages) {
  const errors: FormError[] = []
  if (!/^[A-Z0-9][A-Z0-9-]{1,29}$/.test(form.kode)) errors.push({ field: 'kode', message: m.flaws.code })
  if (form.judul === '' || form.judul.length > 200) errors.push({ field: 'judul', message: m.flaws.title })
  if (form.ringkasan.length > 1000) errors.push({ field: 'ringkasan', message: m.flaws.long })
  form.sets.forEach((set, index) => {
    const refuse = (field: string, flaw: string) =>
      void errors.push({ field: `set${index}_${field}`, message: p.setFlaw(index + 1, flaw) })
    if (set.judul === '' || set.judul.length > 200) refuse('judul', p.flaws.title_missing)
    if (set.cukup !== '' && (!/^\d{1,2}$/.test(set.cukup) || Number(set.cukup) < 1 || Number(set.cukup) > set.kursus.length))
      refuse('cukup', p.flaws.needed)
    set.kursus.forEach((one, place) => {
      if (!known.some(course => String(course.id) === one)) refuse(`kursus${place}`, p.flaws.no_courses)
    })
    if (new Set(set.kursus).size < set.kursus.length) refuse('kursus0', p.flaws.twice)
  })
  const values = {
    code: form.kode,
    title: form.judul,
    summary: form.ringkasan,
    sets: form.sets.map(
      (set): ProgrammeSet => ({
        title: set.judul,
        needed: set.cukup === '' ? null : Number(set.cukup),
        courseIds: set.kursus.map(Number),
      }),
    ),
  }
  return { values: errors.length > 0 ? null : values, errors }
}
