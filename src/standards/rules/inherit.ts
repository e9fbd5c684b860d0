import {
  type Content,
  type FormField,
  type FormTexts,
  formFields,
  inFormOrder,
  levelOf,
  type Qualification,
  qualificationKey,
} from './content.ts'

/** Who says it: the jabatan's own standard, the instansi's class, an instansi pembina, who guides, or what ships. */
export type Origin = 'own' | 'instansi' | 'pembina' | 'guide' | 'national'

/** What is asked about: a jabatan, or (without `jabatanId`) any jabatan of a class, whose `name` is the family it may belong to. */
export type Post = {
  jabatanId: number | null
  /** Null: of no instansi, as the nation sees it. */
  instansiId: number | null
  jenjang: string
  urusan: string | null
  name: string
}

/** Whose standard it is and of what; null as `ownerInstansiId`: it ships. */
export type Reach = {
  id: number
  ownerInstansiId: number | null
  /** A ministry or agency. */
  ownerIsCentral: boolean
  jabatanId: number | null
  jenjang: string | null
  urusan: string | null
  family: string | null
}

const inFamily = (name: string, family: string) => {
  const [plain, wanted] = [name.toLowerCase(), family.toLowerCase()]
  return plain === wanted || plain.startsWith(`${wanted} `)
}

/**
 * From where a standard speaks of a post, and how near: the smaller `place` is nearer. Its own; its instansi's class; the family of an
 * instansi pembina; the class of who guides, the nearest guide first; what ships. Within one owner the narrower comes first: family, urusan,
 * jenjang alone. Null where it does not speak of it. The twin of standards_of (migrations/0020).
 * @param guides who guides the post's instansi, nearest first
 */
export function placeOf(standard: Reach, post: Post, guides: readonly number[]): { origin: Origin; place: number } | null {
  if (standard.jabatanId !== null) return standard.jabatanId === post.jabatanId ? { origin: 'own', place: 0 } : null
  if (standard.jenjang !== post.jenjang) return null
  if (standard.urusan !== null && standard.urusan !== post.urusan) return null
  if (standard.family !== null && !inFamily(post.name, standard.family)) return null
  const narrow = standard.family !== null ? 0 : standard.urusan !== null ? 1 : 2
  if (standard.ownerInstansiId === null) return { origin: 'national', place: 90 + narrow }
  if (standard.ownerInstansiId === post.instansiId) return { origin: 'instansi', place: 10 + narrow }
  if (standard.family !== null && standard.ownerIsCentral) return { origin: 'pembina', place: 20 + narrow }
  const far = guides.indexOf(standard.ownerInstansiId) + 1
  return far > 0 ? { origin: 'guide', place: 30 + 5 * far + narrow } : null
}

export type Standing = Reach & Content & { legalBasis: string | null; verified: boolean }
export type Said<S extends Standing> = { standard: S; origin: Origin }

/** The standards that speak of a post, nearest first; of two equally near the later. */
export const nearestFirst = <S extends Standing>(standards: readonly S[], post: Post, guides: readonly number[]): Said<S>[] =>
  standards
    .flatMap(standard => {
      const at = placeOf(standard, post, guides)
      return at ? [{ standard, ...at }] : []
    })
    .sort((a, b) => a.place - b.place || b.standard.id - a.standard.id)
    .map(({ standard, origin }) => ({ standard, origin }))

/** What holds, who says it, and what would hold if the one asked about, or the whole owner, said nothing (null: nothing would). */
export type Held<T, S extends Standing> = Said<S> & {
  value: T
  inherited: (Said<S> & { value: T }) | null
  fromElsewhere: (Said<S> & { value: T }) | null
}
export type Resolved<S extends Standing> = {
  levels: Map<number, Held<number, S>>
  form: Record<FormField, Held<string, S> | null>
  qualifications: Held<Qualification, S>[]
}

function heldOf<T, S extends Standing>(said: readonly (Said<S> & { value: T })[], ownId: number | null): Held<T, S> | null {
  const [first] = said
  if (!first) return null
  return {
    ...first,
    inherited: said.find(one => one.standard.id !== ownId) ?? null,
    fromElsewhere: said.find(one => one.standard.ownerInstansiId !== first.standard.ownerInstansiId) ?? null,
  }
}

/**
 * What holds for a post, competency by competency, field by field, requirement by requirement: of all that speak of it the nearest.
 * @param ownId the standard that is looked at or edited; what is `inherited` leaves it out
 */
export function resolve<S extends Standing>(said: readonly Said<S>[], ownId: number | null): Resolved<S> {
  const levels = new Map<number, (Said<S> & { value: number })[]>()
  const required = new Map<string, (Said<S> & { value: Qualification })[]>()
  for (const one of said) {
    for (const { competencyId, level } of one.standard.levels)
      levels.set(competencyId, [...(levels.get(competencyId) ?? []), { ...one, value: level }])
    for (const row of one.standard.qualifications) {
      const key = qualificationKey(row)
      required.set(key, [...(required.get(key) ?? []), { ...one, value: row }])
    }
  }
  const held = [...required.values()].map(rows => heldOf(rows, ownId)!)
  const byRow = new Map(held.map(one => [one.value, one]))
  return {
    levels: new Map([...levels].map(([id, rows]) => [id, heldOf(rows, ownId)!])),
    form: Object.fromEntries(
      formFields.map(field => [
        field,
        heldOf(
          said.flatMap(one => {
            const value = one.standard.form[field]
            return value === null ? [] : [{ ...one, value }]
          }),
          ownId,
        ),
      ]),
    ) as Resolved<S>['form'],
    qualifications: inFormOrder(held.map(one => one.value)).map(row => byRow.get(row)!),
  }
}

/** What holds as plain content, for a comparison. */
export const contentOf = (resolved: Resolved<Standing>): Content => ({
  levels: [...resolved.levels].map(([competencyId, { value }]) => levelOf(competencyId, value)),
  form: Object.fromEntries(formFields.map(field => [field, resolved.form[field]?.value ?? null])) as FormTexts,
  qualifications: resolved.qualifications.map(one => one.value),
})
