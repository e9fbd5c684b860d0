import { buildPlans } from './plans.ts'
import type { Unit } from './units.ts'

/** Which goal of the RPJMD a competency serves; the codes are those of plans.ts. */
const served: Readonly<Record<number, readonly { codes: readonly string[]; goal: string }[]>> = {
  2: [
    { codes: ['T.KEU.1', 'T.KEU.2', 'P.4', 'T.PBJ.1', 'T.REN.1', 'T.WAS.1'], goal: '1.3' },
    { codes: ['T.UM.2', 'T.KOM.1'], goal: '1.4' },
    { codes: ['M.5', 'T.IZIN.1', 'T.DUK.1'], goal: '1.2' },
    { codes: ['T.PEND.1', 'T.PEND.2'], goal: '2.2' },
    { codes: ['T.KES.1', 'T.KES.2'], goal: '2.1' },
    { codes: ['T.KLT.1', 'T.PAR.1'], goal: '3.1' },
    { codes: ['T.LH.1'], goal: '3.2' },
    { codes: ['M.4', 'M.6', 'M.7', 'M.8', 'T.KPG.1', 'T.KPG.2'], goal: '1.1' },
  ],
  3: [
    { codes: ['T.KEU.1', 'T.KEU.2', 'P.4', 'T.PBJ.1'], goal: '1.2' },
    { codes: ['T.LH.1'], goal: '2.1' },
    { codes: ['M.4', 'M.6', 'M.7', 'M.8', 'T.KPG.1', 'T.KPG.2'], goal: '1.1' },
  ],
  9: [{ codes: ['M.5', 'T.IZIN.1', 'T.DUK.1'], goal: '1.1' }],
}

/** Finds goals of the RPJMD of an instansi: by code, and by the competency that serves them; null where its plan has none. */
export function goalFinder(units: readonly Unit[]) {
  const { plans, goals } = buildPlans(units)
  const byCode = (instansiId: number, code: string): number | null => {
    const plan = plans.find(row => row.instansi_id === instansiId && row.kind === 'rpjmd')
    return goals.find(row => row.plan_id === plan?.id && row.code === code)?.id ?? null
  }
  const byCompetency = (instansiId: number, competency: string): number | null => {
    const code = served[instansiId]?.find(row => row.codes.includes(competency))?.goal
    return code === undefined ? null : byCode(instansiId, code)
  }
  return { byCode, byCompetency }
}
