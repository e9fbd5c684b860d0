export const claimStates = ['draft', 'submitted', 'returned', 'verified', 'rejected', 'withdrawn'] as const
export type ClaimState = (typeof claimStates)[number]

/** Who makes a move: the person, or who verifies. */
export type Mover = 'person' | 'verifier'

const moves = {
  submit: { by: 'person', from: ['draft', 'returned'], to: 'submitted', reason: false },
  withdraw: { by: 'person', from: ['draft', 'submitted', 'returned'], to: 'withdrawn', reason: false },
  verify: { by: 'verifier', from: ['submitted'], to: 'verified', reason: false },
  return: { by: 'verifier', from: ['submitted'], to: 'returned', reason: true },
  reject: { by: 'verifier', from: ['submitted'], to: 'rejected', reason: true },
  /** A verification that should not have been: the record is taken back. */
  revoke: { by: 'verifier', from: ['verified'], to: 'rejected', reason: true },
} as const satisfies Record<string, { by: Mover; from: readonly ClaimState[]; to: ClaimState; reason: boolean }>
export type Move = keyof typeof moves
export const claimMoves = Object.keys(moves) as Move[]

/** Where a move leads from a state; null where nobody may make it there. */
export const moved = (move: Move, from: ClaimState): ClaimState | null =>
  (moves[move].from as readonly ClaimState[]).includes(from) ? moves[move].to : null

/** The states that a move may begin in. */
export const movesFrom = (move: Move): readonly ClaimState[] => moves[move].from
/** Whether it must be said why. */
export const needsReason = (move: Move): boolean => moves[move].reason
export const movesOf = (mover: Mover, state: ClaimState): Move[] =>
  claimMoves.filter(move => moves[move].by === mover && moved(move, state) !== null)

/** Its content may be changed by the person. */
export const isEditable = (state: ClaimState): boolean => moved('submit', state) !== null
