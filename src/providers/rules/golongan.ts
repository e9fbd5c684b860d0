/** The golongan ruang of a PNS, lowest first. That of a PPPK (I to XVII) is another scale and no rank in this one. */
export const golonganOfPns = ['I', 'II', 'III', 'IV'].flatMap(level =>
  (level === 'IV' ? ['a', 'b', 'c', 'd', 'e'] : ['a', 'b', 'c', 'd']).map(room => `${level}/${room}`),
)

/** Its place among those of a PNS, from 0; null where it is none of them. */
export const golonganRank = (golongan: string | null): number | null => {
  const rank = golongan === null ? -1 : golonganOfPns.indexOf(golongan)
  return rank < 0 ? null : rank
}
