import { expect, it } from 'vitest'
import { after, type CampaignState, type CampaignVerb } from './state.ts'

it('a campaign is drafted, opened, closed and archived, in this order and never back', () => {
  const states: CampaignState[] = ['draft', 'open', 'closed', 'archived']
  const verbs: CampaignVerb[] = ['edit', 'discard', 'open', 'run', 'close', 'archive']
  const table = Object.fromEntries(
    states.map(state => [
      state,
      Object.fromEntries(verbs.map(verb => [verb, after(state, verb)]).filter(([, to]) => to !== null)),
    ]),
  )
  expect(table).toEqual({
    draft: { edit: 'draft', discard: 'gone', open: 'open' },
    open: { run: 'open', close: 'closed' },
    closed: { archive: 'archived' },
    archived: {},
  })
})
