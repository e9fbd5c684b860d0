import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contents } from './lessons.ts'

describe.each(contents.map(content => [content.code, content] as const))('the lessons of %s', (_, { lessons, bank }) => {
  it('cite no act by its number but those that were found in a source (DOMAIN.md 1.1, 1.5, 10)', () => {
    const known = ['Nomor 20 Tahun 2023', 'Nomor 1 Tahun 2022', 'Nomor 90 Tahun 2019']
    const cited = JSON.stringify({ lessons, bank }).match(/(Nomor|No\.?) \d+ Tahun \d{4}|\b\d+\/\d{4}\b|Pasal \d+\w?/g) ?? []
    expect(cited.filter(one => !known.includes(one))).toEqual([])
  })

  it('are worth an hour or so: three readings of a page, and a quiz that its bank can fill', () => {
    const readings = lessons.filter(lesson => lesson.kind === 'text' && lesson.markup.length > 1200)
    expect(readings.length).toBeGreaterThanOrEqual(3)
    const asked = lessons.map(lesson => (lesson.kind === 'quiz' ? (lesson.items ?? lesson.rule.draw ?? 0) : 0))
    expect(Math.max(...asked)).toBeGreaterThanOrEqual(8)
    expect(bank.length).toBeGreaterThanOrEqual(Math.max(...asked))
    expect(new Set(bank.map(item => item.prompt)).size).toBe(bank.length)
    const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
    expect([minutes >= 45, minutes <= 120]).toEqual([true, true])
  })

  it('bring only files that there are, a film with its captions', () => {
    const files = lessons.flatMap(lesson =>
      lesson.kind === 'video' ? [lesson.file, lesson.file.replace('.mp4', '.vtt')] : lesson.kind === 'pdf' ? [lesson.file] : [],
    )
    expect(files.filter(file => !existsSync(`seeds/demo/files/${file}`))).toEqual([])
  })
})
