import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** How strong people are in a competency, in deviations: what makes a heatmap look like a place. */
const strength: Record<string, number> = {
  'M.1': 0.45,
  'M.2': 0.3,
  'M.3': 0.02,
  'M.4': 0.1,
  'M.5': 0.2,
  'M.6': -0.15,
  'M.7': -0.2,
  'M.8': -0.3,
  'SK.1': 0.25,
  'P.1': -0.2,
  'P.4': -0.55,
  'P.5': 0,
  'P.6': -0.1,
  'P.7': 0.3,
  'T.KEU.1': -0.65,
  'T.KEU.2': -0.35,
  'T.PBJ.1': -0.8,
  'T.UM.2': -0.5,
  'T.UM.1': 0.2,
  'T.REN.1': -0.1,
  'T.KOM.1': -0.25,
}
/** Offices with a trait of their own: code of the office, competency, deviation. */
const traits: Record<string, Record<string, number>> = {
  DISDIK: { 'M.7': -0.85, 'T.UM.2': -0.35, 'M.6': 0.3 },
  SETWAN: { 'M.7': -0.8, 'M.8': -0.3 },
  DLHK: { 'M.7': -0.9, 'T.LH.1': 0.3 },
  DPKP: { 'M.7': -0.6, 'T.UM.2': -0.7, 'T.TAN.1': 0.35 },
  SATPOLPP: { 'M.3': -0.7, 'M.5': -0.6, 'M.7': -0.4 },
  RSUD: { 'M.5': 0.35, 'M.2': -0.3, 'T.KES.2': -0.5 },
  RSJD: { 'M.5': 0.3, 'T.KES.2': -0.4 },
  DINKES: { 'T.KES.1': 0.3 },
  BKPSDMD: { 'M.6': 0.5, 'T.KPG.1': 0.4, 'T.UM.2': 0.5 },
  BPSDM: { 'M.6': 0.7, 'T.KPG.2': 0.2, 'T.UM.2': 0.4 },
  DISKOMINFO: { 'T.UM.2': 1.1, 'M.7': 0.6, 'M.3': -0.3, 'SK.1': -0.2 },
  BAPPEDA: { 'T.REN.1': 0.5, 'M.8': 0.3 },
  BAKUDA: { 'T.KEU.1': 0.75, 'T.KEU.2': 0.3, 'M.5': -0.4 },
  ITDA: { 'T.WAS.1': 0.3, 'M.1': 0.3, 'M.3': -0.35 },
  PUPR: { 'T.PBJ.1': 0.3, 'M.6': -0.5 },
  KESBANGPOL: { 'SK.1': 0.6 },
}
const byGovernment: Record<number, number> = { 2: 0.05, 3: 0.05, 4: 0.1, 5: -0.15, 6: 0, 7: -0.35, 8: -0.2, 9: 0.2 }

/** Draws the level found for a person: mostly the standard or one below, seldom two or three below, sometimes above. */
export function levelDrawer(random: Random) {
  const local = new Map<string, number>()
  const localOf = (key: string, spread: number) => {
    const before = local.get(key)
    if (before !== undefined) return before
    const value = random.normal() * spread
    local.set(key, value)
    return value
  }
  return {
    ability: () => random.normal() * 0.55,
    draw(person: Person, ability: number, code: string, required: number): number {
      const { unit } = person.post
      const x =
        0.15 +
        ability +
        (strength[code] ?? 0) +
        (traits[unit.code.split('.')[0]!]?.[code] ?? 0) +
        (byGovernment[person.instansiId] ?? 0) +
        localOf(`${unit.topId}/${code}`, 0.3) +
        localOf(`${unit.id}`, 0.2) -
        (required - 2) * 0.18 +
        random.normal() * 0.7
      const step = x > 2.7 ? 2 : x > 1.45 ? 1 : x > -0.45 ? 0 : x > -1.55 ? -1 : x > -2.5 ? -2 : -3
      return Math.min(5, Math.max(1, required + step))
    },
  }
}
