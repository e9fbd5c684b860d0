import { z } from 'zod'
import type { PolicyKind } from '../policies/index.ts'
import type { JpmCap } from '../regulation/index.ts'
import { messages } from './messages.ts'

const { id, en } = messages
const caps = ['total', 'item', 'none'] as const satisfies readonly JpmCap[]

/** How the job person match ends at the top. */
export const jpmCapPolicy: PolicyKind<{ cap: JpmCap }> = {
  kind: 'jpm_cap',
  path: 'jpm',
  name: { id: id.capPolicyName, en: en.capPolicyName },
  lead: { id: id.capPolicyLead, en: en.capPolicyLead },
  schema: z.object({ cap: z.enum(caps) }),
  fields: [
    {
      name: 'cap',
      label: { id: id.capLabel, en: en.capLabel },
      help: { id: id.capExample, en: en.capExample },
      kind: 'choice',
      choices: caps.map(value => ({ value, label: { id: id.caps[value], en: en.caps[value] } })),
    },
  ],
  defaultAt: () => ({
    value: { cap: 'total' },
    source: 'Bawaan Piawai; sumber yang ditemukan tidak mengatur batas atas JPM',
    verified: false,
  }),
}
