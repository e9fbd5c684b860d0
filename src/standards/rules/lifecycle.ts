/** How a standard, and a dictionary, stands. */
export type State = 'draft' | 'active' | 'archived'
export type Move = 'save' | 'set' | 'discard' | 'replace' | 'end'

/**
 * What may happen to a version. `gone`: a draft that is thrown away leaves nothing. What was in force once is never deleted nor edited:
 * results keep pointing to the version they were measured against.
 */
const moves: Record<State, Partial<Record<Move, State | 'gone'>>> = {
  draft: { save: 'draft', set: 'active', discard: 'gone' },
  active: { replace: 'archived', end: 'archived' },
  archived: {},
}

/** The state after a move; null where it cannot be made. */
export const after = (state: State, move: Move): State | 'gone' | null => moves[state][move] ?? null

export const movesOf = (state: State): Move[] => Object.keys(moves[state]) as Move[]
