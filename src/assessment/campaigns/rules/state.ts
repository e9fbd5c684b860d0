export type CampaignState = 'draft' | 'open' | 'closed' | 'archived'
/** What may be done with a campaign: `run` is everything between opening and closing (let in, assign, remind, extend, rate). */
export type CampaignVerb = 'edit' | 'discard' | 'open' | 'run' | 'close' | 'archive'

/** From each state, what may be done and where it leads; `gone`: it is no more. */
const moves: Record<CampaignState, Partial<Record<CampaignVerb, CampaignState | 'gone'>>> = {
  draft: { edit: 'draft', discard: 'gone', open: 'open' },
  open: { run: 'open', close: 'closed' },
  closed: { archive: 'archived' },
  archived: {},
}

/** The state after a deed; null where it may not be done. */
export const after = (state: CampaignState, verb: CampaignVerb): CampaignState | 'gone' | null => moves[state][verb] ?? null
