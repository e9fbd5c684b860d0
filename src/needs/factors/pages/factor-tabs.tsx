import { Tabs } from '../../../ui/index.ts'
import type { JabatanDifMessages } from '../jabatan-dif-messages.ts'

/** The two views of what is known of needs. */
export const FactorTabs = ({
  m,
  instansi,
  current,
}: {
  m: JabatanDifMessages
  instansi: string
  current: 'jenjang' | 'jabatan'
}) => (
  <Tabs
    label={m.views}
    items={[
      { href: `/kebutuhan/dif?instansi=${instansi}`, label: m.byJenjang, current: current === 'jenjang' },
      { href: `/kebutuhan/dif/jabatan?instansi=${instansi}`, label: m.byJabatan, current: current === 'jabatan' },
    ]}
  />
)
