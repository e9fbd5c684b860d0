import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCaptions } from './captions.ts'
import { doneBy, lessonKinds, moved } from './lesson.ts'
import { boxAt, durationIn } from './mp4.ts'

const bytes = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))

describe('captions', () => {
  it('are WebVTT in UTF-8 and nothing else', () => {
    const cue = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHalo'
    expect(isCaptions(new TextEncoder().encode(`\uFEFF${cue}`))).toBe(true)
    expect(isCaptions(new TextEncoder().encode(cue))).toBe(true)
    expect(isCaptions(new TextEncoder().encode('WEBVTTX\n-->'))).toBe(false)
    expect(isCaptions(new TextEncoder().encode('<script>WEBVTT --></script>'))).toBe(false)
    expect(isCaptions(Uint8Array.from([...bytes('WEBVTT\n-->'), 0xff, 0xfe]))).toBe(false)
  })
})

describe('the length of a film', () => {
  const header = (timescale: number, duration: number) => {
    const box = Buffer.alloc(108)
    box.writeUInt32BE(108, 0)
    box.write('mvhd', 4, 'latin1')
    box.writeUInt32BE(timescale, 20)
    box.writeUInt32BE(duration, 24)
    return new Uint8Array(box)
  }

  it('is the duration over the timescale, in whole seconds: 90,500 of 1,000 is 91', () => {
    expect(durationIn(header(1000, 90_500))).toBe(91)
    expect(durationIn(Uint8Array.from([...bytes('\0\0\0\x08free'), ...header(600, 36_000)]))).toBe(60)
  })

  it('is not known where the file says nonsense, and no file makes it fail', () => {
    expect(durationIn(header(0, 100))).toBeNull()
    expect(durationIn(header(1, 4_000_000_000))).toBeNull()
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), junk => {
        const seconds = durationIn(junk)
        if (seconds !== null) expect(seconds).toBeGreaterThan(0)
        const box = boxAt(junk, 0, junk.length)
        if (box) expect(box.size).toBeLessThanOrEqual(junk.length)
      }),
    )
  })
})

describe('lessons in order', () => {
  const three = [
    { id: 7, sort: 1 },
    { id: 8, sort: 2 },
    { id: 9, sort: 3 },
  ]

  it('change places with their neighbour, and stay at the ends', () => {
    expect(moved(three, 8, true)).toEqual([8, 7, 9])
    expect(moved(three, 8, false)).toEqual([7, 9, 8])
    expect(moved(three, 7, true)).toEqual([7, 8, 9])
    expect(moved(three, 9, false)).toEqual([7, 8, 9])
    expect(moved(three, 5, true)).toEqual([7, 8, 9])
  })

  it('up and down again is as before, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 2, maxLength: 9 }), fc.nat(8), (ids, at) => {
        const lessons = ids.map((id, n) => ({ id, sort: n }))
        const id = ids[1 + (at % (ids.length - 1))]!
        const up = moved(lessons, id, true)
        expect([...up].sort()).toEqual([...ids].sort())
        expect(
          moved(
            up.map((one, n) => ({ id: one, sort: n })),
            id,
            false,
          ),
        ).toEqual(ids)
      }),
    )
  })

  it('know for every kind what makes them done', () => {
    const ways = lessonKinds.map(kind => doneBy({ kind, content: { passMark: null, purpose: 'quiz' } } as never))
    expect(ways).toEqual(['mark', 'watch', 'mark', 'mark', 'mark', 'submission', 'pass'])
    expect(doneBy({ kind: 'assignment', content: { passMark: 70 } } as never)).toBe('grade')
    expect(doneBy({ kind: 'quiz', content: { purpose: 'pretest' } } as never)).toBe('attempt')
  })
})
