import { z } from 'zod'
import type { PolicyKind } from '../../policies/index.ts'
import { appealMessages } from './messages.ts'

const { id, en } = appealMessages
const range = { min: 1, max: 365 }
const days = z.number().int().min(range.min).max(range.max)
const unit = { id: id.days, en: en.days }

/** How long a result may be objected to, and by when an objection is decided. */
export const appealPolicy: PolicyKind<{ fileDays: number; decideDays: number }> = {
  kind: 'appeal',
  path: 'keberatan',
  name: { id: id.policyName, en: en.policyName },
  lead: { id: id.policyLead, en: en.policyLead },
  schema: z.object({ fileDays: days, decideDays: days }),
  fields: [
    { name: 'fileDays', label: { id: id.fileDays, en: en.fileDays }, kind: 'integer', ...range, unit },
    { name: 'decideDays', label: { id: id.decideDays, en: en.decideDays }, kind: 'integer', ...range, unit },
  ],
  defaultAt: () => ({
    value: { fileDays: 14, decideDays: 30 },
    source: 'Bawaan Piawai; tenggat keberatan atas hasil penilaian tidak ditemukan dalam peraturan',
    verified: false,
  }),
}
