import type { IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

/** Everything around a page that is not the page: what the server knows of the asker and of the installation. */
export type Frame = {
  appName: string
  lang: 'id' | 'en'
  theme: 'light' | 'dark' | null
  assets: { css: string; js: string; font: string }
  agency: string | null
  period: string | null
  /** A banner over everything, such as "this is a demonstration". */
  notice: string | null
  flash: { tone: Tone; text: string } | null
  /** `group`: the heading it stands under; `bar`: among the few at the thumb of a phone. */
  menu: { href: string; label: string; icon: IconName; current: boolean; group: string | null; bar: boolean }[]
  search: { action: string; label: string; placeholder: string } | null
  /** Where messages are; `count`: how many are unread, null: none. */
  bell: { href: string; label: string; count: string | null } | null
  user: {
    name: string
    detail: string
    links: { href: string; label: string }[]
    signOut: { action: string; label: string }
  } | null
  languages: { lang: 'id' | 'en'; label: string; current: boolean; action: string }[]
  themes: { theme: 'light' | 'dark' | 'auto'; label: string; current: boolean; action: string }[]
  /** Where the language and theme forms come back to (`kembali`). */
  path: string
  texts: {
    skip: string
    menu: string
    more: string
    breadcrumb: string
    footer: string
    account: string
    language: string
    theme: string
  }
}

export type Crumb = { label: string; href?: string }

/** The name of a theme in style.css. */
export const themeName = (theme: 'light' | 'dark') => (theme === 'dark' ? 'piawai-gelap' : 'piawai')
