type Need = {
  kind: string
  post: 'held' | 'aimed'
  people: number
  competency_id: number | null
  level_to: number | null
  jenjang: string | null
}

/** What has a cost: a gap in competence of the post held, while somebody has it. */
export const isCosted = (need: Need) => need.kind === 'gap' && need.post === 'held' && need.people > 0

/** Under which key the loads of a need stand. Of what is costed only. */
export const loadKey = (need: Need) => ({ competency_id: need.competency_id!, level_to: need.level_to!, jenjang: need.jenjang! })
