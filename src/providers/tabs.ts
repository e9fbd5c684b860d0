import type { Ctx } from '../platform/http/context.ts'
import { formatNumber } from '../platform/i18n/index.ts'
import { words } from './here.ts'
import type { Counts } from './store/counts.ts'
import type { ProviderCard } from './store/provider.ts'

export type TabKey = 'profil' | 'penawaran' | 'ruang' | 'pengajar' | 'kerja-sama' | 'akreditasi' | 'akun'

/** The pages of one institution beside each other; the accounts only for who keeps it. */
export function providerTabs(c: Ctx, provider: Pick<ProviderCard, 'id'>, keeps: boolean, counts: Counts, current: TabKey) {
  const m = words(c)
  const tab = (key: TabKey, label: string, count?: number) => ({
    href: `/penyelenggara/${provider.id}${key === 'profil' ? '' : `/${key}`}`,
    label,
    current: key === current,
    ...(count ? { count: formatNumber(count, c.get('language')) } : {}),
  })
  return {
    label: m.tabs,
    items: [
      tab('profil', m.tabCard),
      tab('penawaran', m.offers, counts.offers),
      tab('ruang', m.tabRooms, counts.rooms),
      tab('pengajar', m.tabTrainers, counts.trainers),
      tab('kerja-sama', m.tabAgreements),
      tab('akreditasi', m.tabAccreditation, counts.accreditations),
      ...(keeps ? [tab('akun', m.tabStaff, counts.staff)] : []),
    ],
  }
}
