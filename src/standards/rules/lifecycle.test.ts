import { expect, it } from 'vitest'
import { after, type Move, movesOf, type State } from './lifecycle.ts'

it.each<[State, Move, ReturnType<typeof after>]>([
  ['draft', 'save', 'draft'],
  ['draft', 'set', 'active'],
  ['draft', 'discard', 'gone'],
  ['draft', 'end', null],
  ['active', 'save', null],
  ['active', 'set', null],
  ['active', 'discard', null],
  ['active', 'replace', 'archived'],
  ['active', 'end', 'archived'],
  ['archived', 'set', null],
  ['archived', 'discard', null],
])('a version that is %s, on “%s”: %s', (state, move, next) => expect(after(state, move)).toBe(next))

it('what was in force once is never thrown away', () => {
  for (const state of ['active', 'archived'] as const)
    expect(movesOf(state).map(move => after(state, move))).not.toContain('gone')
  expect(movesOf('archived')).toEqual([])
})
