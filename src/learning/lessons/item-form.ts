import { choiceKey, type ItemContent, type ItemKind, normalised, readDecimal } from './rules/item.ts'
import type { BankItem, ItemValues } from './store/bank.ts'

/** The form of an item as it was typed. */
export type TypedItem = Record<string, string | undefined>
export type ItemError = 'prompt' | 'points' | 'choices' | 'right' | 'accepted' | 'numeric' | 'tolerance' | 'pairs' | 'long'
export type ItemFlaw = { field: string; flaw: ItemError }

export const choiceRows = 8

const names = ['soal', 'poin', 'penjelasan', 'benar', 'diterima', 'nilai', 'toleransi'] as const
const rows = Array.from({ length: choiceRows }, (_, n) => n)
export const itemFields = [...names, ...rows.flatMap(n => [`pilihan-${n}`, `benar-${n}`, `kiri-${n}`, `kanan-${n}`])]

export const blankItem: TypedItem = { soal: '', poin: '1', toleransi: '0' }

export function itemAsTyped(item: BankItem): TypedItem {
  const typed: TypedItem = { soal: item.prompt, poin: String(item.points), penjelasan: item.explanation ?? '', toleransi: '0' }
  const { content } = item
  switch (content.kind) {
    case 'single':
    case 'multiple':
      for (const [n, choice] of content.choices.entries()) {
        typed[`pilihan-${n}`] = choice.text
        if (content.kind === 'multiple' && content.right.includes(choice.key)) typed[`benar-${n}`] = '1'
        if (content.kind === 'single' && content.right === choice.key) typed.benar = String(n)
      }
      return typed
    case 'true_false':
      return { ...typed, benar: String(content.right) }
    case 'short':
      return { ...typed, diterima: content.accepted.join('\n') }
    case 'numeric':
      return { ...typed, nilai: content.right.replace('.', ','), toleransi: content.tolerance.replace('.', ',') }
    case 'matching':
      for (const [n, left] of content.left.entries()) {
        typed[`kiri-${n}`] = left.text
        typed[`kanan-${n}`] = content.choices.find(one => one.key === content.right[left.key])?.text ?? ''
      }
      return typed
  }
}

/** What the form says, or what is wrong with it. */
export function readItem(kind: ItemKind, typed: TypedItem): { values: ItemValues | null; flaws: ItemFlaw[] } {
  const flaws: ItemFlaw[] = []
  const wrong = (field: string, flaw: ItemError) => void flaws.push({ field, flaw })
  const text = (name: string) => typed[name]?.trim() ?? ''
  const prompt = text('soal')
  if (prompt === '' || prompt.length > 2000) wrong('soal', 'prompt')
  const points = /^\d{1,3}$/.test(text('poin')) ? Number(text('poin')) : 0
  if (points < 1 || points > 100) wrong('poin', 'points')
  if (text('penjelasan').length > 2000) wrong('penjelasan', 'long')
  const filled = rows.filter(n => text(`pilihan-${n}`) !== '')
  const choices = filled.map(n => ({ key: choiceKey(n), text: text(`pilihan-${n}`).slice(0, 500) }))

  const contents: { [K in ItemKind]: () => ItemContent } = {
    single: () => {
      if (choices.length < 2) wrong('pilihan-0', 'choices')
      const right = filled.find(n => String(n) === text('benar'))
      if (right === undefined) wrong('benar', 'right')
      return { kind: 'single', choices, right: choiceKey(right ?? 0) }
    },
    multiple: () => {
      if (choices.length < 2) wrong('pilihan-0', 'choices')
      const right = filled.filter(n => text(`benar-${n}`) === '1').map(choiceKey)
      if (right.length === 0) wrong('benar-0', 'right')
      return { kind: 'multiple', choices, right }
    },
    true_false: () => {
      if (text('benar') !== 'true' && text('benar') !== 'false') wrong('benar', 'right')
      return { kind: 'true_false', right: text('benar') === 'true' }
    },
    short: () => {
      const accepted = [
        ...new Map(
          text('diterima')
            .split('\n')
            .map(one => one.trim())
            .filter(Boolean)
            .map(one => [normalised(one), one]),
        ).values(),
      ]
      if (accepted.length === 0 || accepted.some(one => one.length > 200 || normalised(one) === '')) wrong('diterima', 'accepted')
      return { kind: 'short', accepted: accepted.slice(0, 20) }
    },
    numeric: () => {
      const plain = (name: string, flaw: ItemError) => {
        const read = readDecimal(text(name))
        if (!read || (flaw === 'tolerance' && read.digits < 0n)) {
          wrong(name, flaw)
          return '0'
        }
        const digits = String(read.digits < 0n ? -read.digits : read.digits).padStart(read.scale + 1, '0')
        const number = read.scale > 0 ? `${digits.slice(0, -read.scale)}.${digits.slice(-read.scale)}` : digits
        return read.digits < 0n ? `-${number}` : number
      }
      return { kind: 'numeric', right: plain('nilai', 'numeric'), tolerance: plain('toleransi', 'tolerance') }
    },
    matching: () => {
      const pairs = rows.filter(n => text(`kiri-${n}`) !== '' || text(`kanan-${n}`) !== '')
      const whole = pairs.every(n => text(`kiri-${n}`) !== '' && text(`kanan-${n}`) !== '')
      const lefts = new Set(pairs.map(n => normalised(text(`kiri-${n}`))))
      if (pairs.length < 2 || !whole || lefts.size < pairs.length) wrong('kiri-0', 'pairs')
      // The same right side may belong to several: it is one choice.
      const texts = [...new Set(pairs.map(n => text(`kanan-${n}`).slice(0, 500)))]
      const right = texts.map((one, n) => ({ key: choiceKey(n), text: one }))
      return {
        kind: 'matching',
        left: pairs.map(n => ({ key: choiceKey(n), text: text(`kiri-${n}`).slice(0, 500) })),
        choices: right,
        right: Object.fromEntries(
          pairs.map(n => [choiceKey(n), right.find(one => one.text === text(`kanan-${n}`).slice(0, 500))!.key]),
        ),
      }
    },
  }
  const content = contents[kind]()
  const values = { prompt, content, points, explanation: text('penjelasan') || null }
  return { values: flaws.length === 0 ? values : null, flaws }
}
