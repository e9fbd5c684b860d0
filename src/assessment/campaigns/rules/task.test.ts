import { describe, expect, it } from 'vitest'
import { type Answer, answerFlaws, differing, type TaskTimes, taskState } from './task.ts'

describe('a task', () => {
  const times: TaskTimes = { submitted: false, cancelled: false, campaign: 'open', startsOn: '2026-11-10', endsOn: '2026-11-20' }
  it('is open from the first day of its wave through the last', () => {
    const on = (today: string) => taskState(times, today)
    expect([on('2026-11-09'), on('2026-11-10'), on('2026-11-20'), on('2026-11-21')]).toEqual(['early', 'open', 'open', 'late'])
  })

  it('is closed with the campaign, and stays handed in', () => {
    expect(taskState({ ...times, campaign: 'closed' }, '2026-11-12')).toBe('closed')
    expect(taskState({ ...times, campaign: 'closed', submitted: true }, '2026-11-12')).toBe('submitted')
    expect(taskState({ ...times, cancelled: true }, '2026-11-12')).toBe('cancelled')
  })
})

const answer = (competencyId: number, said: Answer['said'], evidence: string | null = null): Answer => ({
  competencyId,
  said,
  evidence,
})

describe('answers', () => {
  it('need a level or “not seen” for each competency that is asked', () => {
    expect(answerFlaws([1, 2, 3], [answer(1, 4), answer(2, null, 'belum yakin')], false)).toEqual([
      { flaw: 'unanswered', competencyId: 2 },
      { flaw: 'unanswered', competencyId: 3 },
    ])
    expect(answerFlaws([1, 2], [answer(1, 4), answer(2, 'unseen')], false)).toEqual([])
  })

  it('that saw nothing at all are no rating', () => {
    expect(answerFlaws([1, 2], [answer(1, 'unseen'), answer(2, 'unseen'), answer(9, 3)], false)).toEqual([{ flaw: 'nothing' }])
  })

  it('that settle a difference need a level and a word', () => {
    expect(answerFlaws([1, 2, 3], [answer(1, 3, 'laporan simulasi'), answer(2, 3), answer(3, 'unseen', 'x')], true)).toEqual([
      { flaw: 'no_note', competencyId: 2 },
      { flaw: 'unanswered', competencyId: 3 },
    ])
  })

  it('from another tab are told where they differ, also in the note', () => {
    const typed = [answer(1, 3), answer(2, 4, 'rapat'), answer(4, null)]
    const stored = [answer(1, 3), answer(2, 4, 'surat'), answer(3, 2), answer(4, null)]
    expect(differing(typed, stored)).toEqual([answer(2, 4, 'surat'), answer(3, 2)])
  })
})
