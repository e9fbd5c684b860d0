import type { Frame } from '../../src/ui/index.ts'

export const menu = (count: number): Frame['menu'] =>
  Array.from({ length: count }, (_, index) => ({
    href: `/${index}`,
    label: `Butir ${index}`,
    icon: 'home',
    current: index === count - 1,
    group: index > 2 ? 'Kelompok' : null,
    bar: count <= 5 || index < 4,
  }))

/** The frame of somebody who is signed in, in daylight. */
export const frame: Frame = {
  appName: 'Contoh',
  lang: 'id',
  theme: null,
  assets: { css: '/style.css', js: '/app.js', font: '/huruf.woff2' },
  agency: 'Kebun Raya',
  period: 'Musim 2026',
  notice: 'Ini peragaan',
  flash: { tone: 'ok', text: 'Tersimpan' },
  menu: menu(7),
  search: { action: '/cari', label: 'Cari', placeholder: 'Cari tanaman' },
  bell: { href: '/kabar', label: 'Kabar: 2 belum dibaca', count: '2' },
  user: {
    name: 'Siti',
    detail: 'Juru taman',
    links: [{ href: '/akun', label: 'Akun saya' }],
    signOut: { action: '/keluar', label: 'Keluar' },
  },
  languages: [{ lang: 'id', label: 'Indonesia', current: true, action: '/bahasa' }],
  themes: [{ theme: 'dark', label: 'Gelap', current: false, action: '/tema' }],
  path: '/sini?x=1',
  texts: {
    skip: 'Langsung ke isi',
    menu: 'Menu',
    more: 'Lainnya',
    breadcrumb: 'Letak',
    footer: 'Kaki',
    account: 'Akun',
    language: 'Bahasa',
    theme: 'Tampilan',
  },
}
