import { Section, ShareBar } from '../../../ui/index.ts'
import type { Messages } from '../messages.ts'
import type { ShareView } from '../present.ts'

/** 10:20:70 as it came out. */
export const Shares = ({ m, shares }: { m: Messages; shares: ShareView[] }) =>
  shares.length > 0 && (
    <Section title={m.sharesTitle} lead={m.sharesLead}>
      <ul class="grid gap-3">
        {shares.map(share => (
          <li key={share.key}>
            <ShareBar share={share.share} label={share.label} />
          </li>
        ))}
      </ul>
    </Section>
  )
