import type { Language } from '../../platform/i18n/index.ts'
import { messages } from '../messages.ts'
import type { SoughtWord } from './store.ts'

type Names = Record<string, string>

/** What was done, in words. */
export const verbWords = (verb: string, language: Language) => messages[language].verbs[verb] ?? verb.replaceAll('_', ' ')

/** `import:7` → `impor 7`; where it has a name, `akun Ani`. */
export function subjectWords(subject: string, about: string | null, language: Language): string {
  const [kind = '', id = ''] = subject.split(':')
  return [messages[language].subjects[kind] ?? kind.replaceAll('_', ' '), about ?? id].filter(Boolean).join(' ')
}

/** What an entry says beside its subject, as far as it is for people: digests and ids are not. */
export function detailFacts(detail: unknown, names: Names): { label: string; value: string }[] {
  if (detail === null || typeof detail !== 'object') return []
  return Object.entries(detail)
    .filter(([key, value]) => key in names && (typeof value === 'string' || typeof value === 'number') && value !== '')
    .map(([key, value]) => ({ label: names[key]!, value: String(value) }))
}
export const detailWords = (detail: unknown, names: Names) =>
  detailFacts(detail, names)
    .map(({ label, value }) => `${label} ${value}`)
    .join(', ')

/** What each word of a search may mean, by the words that stand on the screen. */
export function soughtWords(q: string, language: Language): SoughtWord[] {
  const m = messages[language]
  const named = (names: Names, word: string) => Object.keys(names).filter(key => names[key]!.toLowerCase().includes(word))
  return q
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map(text => ({
      text,
      verbs: named(m.verbs, text),
      kinds: named(m.subjects, text),
      system: m.system.toLowerCase() === text,
    }))
}

/** The page of what an entry is about; null where there is none. */
const pages: Record<string, string> = {
  account: '/akun',
  appeal: '/keberatan',
  audit_entry: '/jejak',
  development_plan: '/rencana-daerah',
  document: '/dokumen',
  goal: '/sasaran',
  import: '/impor',
  opening: '/akun/massal',
  pegawai: '/pegawai',
  proposal: '/usulan',
}
export function subjectHref(subject: string): string | null {
  const [kind = '', id = ''] = subject.split(':')
  return pages[kind] && id ? `${pages[kind]}/${encodeURIComponent(id)}` : null
}
