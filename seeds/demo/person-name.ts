import { avoided, degrees, nameGroups } from './names.ts'
import type { Random } from './random.ts'

const groups = nameGroups.map(group => [group, group.share] as const)

/** A name without titles: one given name or two, then a family-like one. */
export function drawName(random: Random, sex: 'l' | 'p'): string {
  const group = random.weighted(groups)
  const given = sex === 'l' ? group.men : group.women
  const last = sex === 'l' ? group.menLast : group.womenLast
  for (;;) {
    const first = random.pick(given)
    const second = random.chance(0.3) ? random.pick(given) : ''
    const third = random.pick(last)
    const parts = [first, second === first ? '' : second, third].filter(Boolean)
    if (new Set(parts).size === parts.length && !avoided.has(`${first} ${third}`)) return parts.join(' ')
  }
}

/** The name as it is written: `dr. Nurlaila Anggraini, Sp.A.` */
export function withTitles(random: Random, name: string, education: string, urusan: string, key: string): string {
  if (key === 'DKT')
    return education === 's2'
      ? `dr. ${name}, ${random.pick(['Sp.PD.', 'Sp.A.', 'Sp.OG.', 'Sp.B.', 'Sp.KJ.', 'Sp.An.'])}`
      : `dr. ${name}`
  if (key === 'APT') return `apt. ${name}, S.Farm.`
  if (education === 'profesi') {
    if (key === 'PRW') return `${name}, S.Kep., Ners.`
    if (key === 'BDN') return `${name}, S.Keb., Bd.`
    return `${name}, S.Pd., Gr.`
  }
  const mine = degrees[urusan] ?? degrees.umum!
  if (education === 'd3') return `${name}, ${key === 'PRW' ? 'A.Md.Kep.' : key === 'BDN' ? 'A.Md.Keb.' : random.pick(mine.d3)}`
  if (education === 'd4') return `${name}, ${random.pick(['S.Tr.', 'S.ST.'])}`
  if (education === 's1') return `${name}, ${random.pick(mine.s1)}`
  if (education === 's2') return `${name}, ${random.pick(mine.s1)}, ${random.pick(mine.s2)}`
  if (education === 's3') return `Dr. ${name}, ${random.pick(mine.s1)}, ${random.pick(mine.s2)}`
  return name
}
