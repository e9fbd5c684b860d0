import { z } from 'zod'
import type { PolicyKind } from '../../policies/index.ts'
import { communityMessages } from './messages.ts'

const { id, en } = communityMessages
const range = { min: 0, max: 2 }

/** What an accepted answer is worth: no act counts it, an instansi may. */
export const communityPolicy: PolicyKind<{ answerJp: number }> = {
  kind: 'community',
  path: 'komunitas',
  name: { id: id.policyName, en: en.policyName },
  lead: { id: id.policyLead, en: en.policyLead },
  schema: z.object({ answerJp: z.number().int().min(range.min).max(range.max) }),
  fields: [
    {
      name: 'answerJp',
      label: { id: id.answerJp, en: en.answerJp },
      help: { id: id.answerJpHelp, en: en.answerJpHelp },
      kind: 'integer',
      ...range,
      unit: { id: 'JP', en: 'JP' },
    },
  ],
  defaultAt: () => ({
    value: { answerJp: 0 },
    source: 'Bawaan Piawai; PerLAN 10/2018 menghitung komunitas belajar menurut jam, bukan menurut jawaban',
    verified: false,
  }),
}
