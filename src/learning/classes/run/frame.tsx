import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../platform/http/context.ts'
import { type PageOptions, page } from '../../../platform/http/page.tsx'
import { Alert, Badge, PageHeader, Tabs } from '../../../ui/index.ts'
import { stateBadge } from '../class-cells.ts'
import { classTabs } from '../class-tabs.ts'
import type { Viewer } from './class.ts'
import { messages } from './messages.ts'
import type { RunClass } from './store.ts'

type Tab = keyof typeof tabKeys
const tabKeys = {
  timetable: 'jadwal',
  attendance: 'hadir',
  materials: 'bahan',
  results: 'nilai',
  closing: 'penutupan',
  letters: 'surat',
} as const

type Options = { tab: Tab; as: Viewer; status?: PageOptions['status']; actions?: ComponentChildren; wide?: boolean }

/** A page of a class: its name and state, its parts as tabs, then what the tab shows. */
export function classPage(c: Ctx, cls: RunClass, { tab, as, status, actions, wide = true }: Options, body: ComponentChildren) {
  const m = messages[c.get('language')]
  const home = `/kelas/${cls.id}`
  const state = stateBadge(cls.state, c.get('language'))
  return page(
    c,
    {
      title: `${m[tab]} · ${cls.title} ${cls.name}`,
      breadcrumb: [
        { href: '/kelas', label: m.classes },
        { href: home, label: cls.name },
      ],
      wide,
      status,
    },
    <>
      <PageHeader
        title={m[tab]}
        eyebrow={
          <>
            {cls.title} · {cls.name} <Badge tone={state.tone}>{state.label}</Badge>
          </>
        }
        actions={actions}
      />
      <Tabs label={m.tabs} items={classTabs(cls.id, tabKeys[tab], as, true, c.get('language'))} />
      {cls.state === 'cancelled' && <Alert tone="warn">{m.cancelled}</Alert>}
      {cls.state === 'closed' && as === 'holder' && <Alert tone="info">{m.frozen}</Alert>}
      {body}
    </>,
  )
}
