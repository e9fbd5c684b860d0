import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawn } from './draw.ts'
import { fraction, outOfHundred, plus, reaches, times } from './fraction.ts'
import {
  type Answer,
  fittingAnswer,
  type ItemContent,
  isNear,
  normalised,
  type Question,
  readDecimal,
  rightAnswer,
} from './item.ts'
import { scoreOf, shareOf } from './scoring.ts'

const choices = (n: number) => Array.from({ length: n }, (_, at) => ({ key: 'abcdefgh'[at]!, text: `Pilihan ${at}` }))
const single: ItemContent = { kind: 'single', choices: choices(4), right: 'b' }
const multiple: ItemContent = { kind: 'multiple', choices: choices(5), right: ['a', 'c', 'e'] }
const matching: ItemContent = { kind: 'matching', left: choices(3), choices: choices(3), right: { a: 'c', b: 'a', c: 'b' } }
const numeric: ItemContent = { kind: 'numeric', right: '12.5', tolerance: '0.1' }
const short: ItemContent = { kind: 'short', accepted: ['Gratifikasi', 'penerimaan gratifikasi'] }

describe('the share of one item', () => {
  it('gives all or nothing for one answer, a truth, a word and a number', () => {
    expect(shareOf(single, 'b')).toEqual({ num: 1, den: 1 })
    expect(shareOf(single, 'a')).toEqual({ num: 0, den: 1 })
    expect(shareOf({ kind: 'true_false', right: false }, 'false').num).toBe(1)
    expect(shareOf({ kind: 'true_false', right: false }, 'true').num).toBe(0)
    expect(shareOf(short, '  PENERIMAAN   gratifikasi. ').num).toBe(1)
    expect(shareOf(short, 'gratis').num).toBe(0)
    expect(shareOf(numeric, '12,6').num).toBe(1)
    expect(shareOf(numeric, '12.61').num).toBe(0)
  })

  it('of several answers counts the right ones less the wrong ones, over what is right: 2 right and 1 wrong of 3 is 1/3', () => {
    expect(shareOf(multiple, ['a', 'c', 'b'])).toEqual({ num: 1, den: 3 })
    expect(shareOf(multiple, ['a', 'c'])).toEqual({ num: 2, den: 3 })
    expect(shareOf(multiple, ['a', 'b', 'd'])).toEqual({ num: 0, den: 1 })
    expect(shareOf(multiple, ['a', 'a', 'a'])).toEqual({ num: 1, den: 3 })
    expect(shareOf(multiple, ['a', 'b', 'c', 'd', 'e'])).toEqual({ num: 1, den: 3 })
  })

  it('of pairs counts those that are right: 1 of 3', () => {
    expect(shareOf(matching, { a: 'c', b: 'b', c: 'a' })).toEqual({ num: 1, den: 3 })
  })

  it('is nothing for no answer and for an answer of another form', () => {
    for (const content of [single, multiple, matching, numeric, short]) {
      expect(shareOf(content, undefined).num).toBe(0)
      expect(shareOf(content, content === matching || content === multiple ? 'b' : ['b']).num).toBe(0)
    }
  })

  it('is always between nothing and all, and all for the right answer', () => {
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'x')),
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom('a', 'b', 'c', '')),
    )
    fc.assert(
      fc.property(fc.constantFrom(single, multiple, matching, numeric, short), answer, (content, said) => {
        const { num, den } = shareOf(content, said)
        expect(num).toBeGreaterThanOrEqual(0)
        expect(num).toBeLessThanOrEqual(den)
        expect(shareOf(content, rightAnswer(content))).toEqual({ num: 1, den: 1 })
      }),
    )
  })
})

describe('the score of an attempt', () => {
  const question = (content: ItemContent, points: number): Question => ({
    itemId: 1,
    prompt: '?',
    points,
    explanation: null,
    content,
  })

  it('weighs by points, exactly: (2·1 + 3·1/3 + 1·0) / 6 is one half', () => {
    const all = [question(single, 2), question(multiple, 3), question(matching, 1)]
    expect(scoreOf(all, ['b', ['a', 'c', 'b'], undefined])).toEqual({ num: 1, den: 2 })
    expect(outOfHundred(scoreOf(all, ['b', ['a', 'c', 'b'], undefined]))).toBe(50)
  })

  it('rounds once, half up: one of three is 33.33, two of three 66.67, one of 800 is 0.13', () => {
    expect(outOfHundred(fraction(1, 3))).toBe(33.33)
    expect(outOfHundred(fraction(2, 3))).toBe(66.67)
    expect(outOfHundred(fraction(1, 800))).toBe(0.13)
  })

  it('passes exactly at the mark and not a hair below: 7 of 10 at 70, 699 of 1000 not', () => {
    expect(reaches(fraction(7, 10), 70)).toBe(true)
    expect(reaches(fraction(699, 1000), 70)).toBe(false)
    expect(reaches(fraction(69_999, 100_000), 70)).toBe(false)
  })

  it('does not depend on the order of the questions', () => {
    const pair = fc.tuple(fc.constantFrom(single, multiple, matching), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), pairs => {
        const asked = pairs.map(([content, points]) => question(content, points))
        const said = pairs.map(([content], n) => (n % 2 ? rightAnswer(content) : undefined))
        expect(scoreOf([...asked].reverse(), [...said].reverse())).toEqual(scoreOf(asked, said))
      }),
    )
  })

  it('adds shares as fractions add: associative, and n times is n additions', () => {
    const share = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 })).map(([n, d]) => fraction(n, d))
    fc.assert(fc.property(share, share, share, (a, b, c) => void expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)))))
    fc.assert(fc.property(share, a => void expect(times(a, 3)).toEqual(plus(a, plus(a, a)))))
  })
})

describe('what is typed', () => {
  it('is a number the way people here write it', () => {
    const value = (text: string) => {
      const read = readDecimal(text)
      return read && Number(read.digits) / 10 ** read.scale
    }
    expect(['1.250,5', '1250,5', '1250.5', '1.250', '0.125', '−3', '12'].map(value)).toEqual([
      1250.5, 1250.5, 1250.5, 1250, 0.125, -3, 12,
    ])
    expect(['', 'dua', '1,2,3', '1..2', '12a', 'Infinity', '1e9'].map(value)).toEqual(Array(7).fill(null))
  })

  it('lies near exactly: 0.3 is 0.1 from 0.2, and no further', () => {
    const [answer, right, tolerance] = ['0,3', '0,2', '0,1'].map(text => readDecimal(text)!)
    expect(isNear(answer!, right!, tolerance!)).toBe(true)
    expect(isNear(readDecimal('0,30001')!, right!, tolerance!)).toBe(false)
  })

  it('is compared without case, width and spaces', () => {
    expect(normalised('  ＡＳＮ   Berakhlak! ')).toBe('asn berakhlak')
  })

  it('that could not have come from the form is no answer', () => {
    expect(fittingAnswer(single, 'z')).toBeNull()
    expect(fittingAnswer(single, { a: 'b' })).toBeNull()
    expect(fittingAnswer(multiple, ['a', 'zz'])).toBeNull()
    expect(fittingAnswer(multiple, ['c', 'a', 'c'])).toEqual(['a', 'c'])
    expect(fittingAnswer(matching, { a: 'c', b: '' })).toEqual({ a: 'c' })
    expect(fittingAnswer(matching, { q: 'c' })).toBeNull()
    expect(fittingAnswer(short, 'x'.repeat(201))).toBeNull()
  })
})

describe('drawing', () => {
  const items: Question[] = Array.from({ length: 12 }, (_, n) => ({
    itemId: n,
    prompt: String(n),
    points: 1,
    explanation: null,
    content: single,
  }))
  const all = { count: null, shuffleItems: false, shuffleChoices: false }

  it('gives the same questions for the same seed, and as many different ones as asked', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), fc.boolean(), (seed, count, shuffleItems) => {
        const how = { count, shuffleItems, shuffleChoices: true }
        const asked = drawn(items, how, seed)
        expect(drawn(items, how, seed)).toEqual(asked)
        expect(new Set(asked.map(one => one.itemId)).size).toBe(count)
        for (const one of asked)
          expect('choices' in one.content && one.content.choices.map(c => c.key).sort()).toEqual(['a', 'b', 'c', 'd'])
      }),
    )
  })

  it('leaves the order alone where nothing is to be shuffled, but never that of pairs', () => {
    expect(drawn(items, all, 7)).toEqual(items)
    const pairs = drawn([{ ...items[0]!, content: { ...matching, choices: choices(8) } }], all, 5)
    expect('choices' in pairs[0]!.content && pairs[0]!.content.choices.map(c => c.text.at(-1)).join('')).not.toBe('01234567')
  })

  it('keeps what is right right, though keys are given anew in the shuffled order', () => {
    const textOf = (content: ItemContent, key: string) =>
      'choices' in content ? content.choices.find(one => one.key === key)?.text : null
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(single, multiple, matching), (seed, content) => {
        const [asked] = drawn([{ ...items[0]!, content }], { ...all, shuffleChoices: true }, seed)
        expect('choices' in asked!.content && asked!.content.choices.map(one => one.key).join('')).toBe(
          'abcdefgh'.slice(0, 'choices' in content ? content.choices.length : 0),
        )
        const right = (of: ItemContent) => {
          const answer = rightAnswer(of)
          if (typeof answer === 'string') return [textOf(of, answer)]
          return Array.isArray(answer)
            ? answer.map(key => textOf(of, key)).sort()
            : Object.entries(answer).map(([left, key]) => left + textOf(of, key))
        }
        expect(right(asked!.content)).toEqual(right(content))
      }),
    )
  })

  it('draws others for other seeds', () => {
    const draws = new Set(
      Array.from({ length: 20 }, (_, seed) =>
        drawn(items, { ...all, count: 4 }, seed)
          .map(one => one.itemId)
          .join(),
      ),
    )
    expect(draws.size).toBeGreaterThan(10)
  })
})
