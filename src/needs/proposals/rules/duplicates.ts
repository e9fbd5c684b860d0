import { trainingKey } from '../../rules/training-key.ts'

/** What a proposal asks for: a competency at a level, a training, or something in words. */
export type Wish = { id: number; competencyId: number | null; level: number | null; training: string | null; title: string }

// Words that say how or for whom, not what.
const empty = new Set(
  'dan di ke bagi untuk dengan dalam yang para pada pelatihan bimbingan teknis bimtek workshop lokakarya kursus sosialisasi seminar peningkatan kapasitas kompetensi asn pegawai aparatur'.split(
    ' ',
  ),
)
const wordsOf = (text: string) =>
  new Set(
    trainingKey(text)
      .split(' ')
      .filter(word => !empty.has(word)),
  )

const similarFrom = { above: 3, below: 5 } // of the words of both together, how many they share at least

/** Whether two titles say the same in other words: three fifths of their words are shared. Titles of empty words alone never do. */
export function similarTitles(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if (one.size === 0 || other.size === 0) return false
  const shared = [...one].filter(word => other.has(word)).length
  return 2 * shared * similarFrom.below >= (one.size + other.size) * similarFrom.above
}

/** Whether two wishes are one: the same competency at the same level, the same training, or similar titles. */
export function sameWish(a: Wish, b: Wish): boolean {
  if (a.competencyId !== null || b.competencyId !== null) return a.competencyId === b.competencyId && a.level === b.level
  return similarTitles(a.training ?? a.title, b.training ?? b.title)
}

/** Wishes that are one stand together, in the order in which the first of each came. */
export function together<W extends Wish>(wishes: readonly W[]): W[][] {
  const groups: W[][] = []
  for (const wish of wishes) {
    const [first, ...others] = groups.filter(group => group.some(one => sameWish(one, wish)))
    if (!first) {
      groups.push([wish])
      continue
    }
    // It joins what was apart.
    for (const other of others) {
      first.push(...other)
      groups.splice(groups.indexOf(other), 1)
    }
    first.push(wish)
  }
  return groups
}
