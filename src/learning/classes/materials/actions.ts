import { createHash, randomUUID } from 'node:crypto'
import type { Actor } from '../../../platform/actor.ts'
import { audit } from '../../../platform/audit/index.ts'
import { asJob } from '../../../platform/db/index.ts'
import type { Services } from '../../../platform/http/context.ts'
import { holdOpen } from '../attendance/store.ts'
import { notFrozen } from '../run/class.ts'
import type { RunClass } from '../run/store.ts'
import * as store from './store.ts'

type Given = {
  title: string
  sessionId: number | null
  shown: boolean
  url: string | null
  file: { name: string; type: string; bytes: Uint8Array } | null
}

/** Hands something out: a file or a link. The file is whole on disk before the row names it. */
export async function addMaterial(services: Services, by: Actor, cls: RunClass, given: Given): Promise<void> {
  const { file } = given
  const key = file && `class-materials/${cls.id}/${randomUUID()}`
  if (file && key) await services.files.put(key, file.bytes)
  const at = services.clock.now()
  try {
    await asJob(services.db, async tx => {
      const state = await holdOpen(tx, cls.id)
      notFrozen(state && { state })
      const kept = file &&
        key && {
          key,
          name: file.name,
          type: file.type,
          bytes: file.bytes.length,
          sha256: createHash('sha256').update(file.bytes).digest('hex'),
        }
      const id = await store.insertMaterial(tx, cls.id, { ...given, file: kept || null }, { account: by.accountId, at })
      await audit(tx, by.accountId, at, {
        verb: 'add_material',
        subject: `class:${cls.id}`,
        instansiId: cls.provider.instansiId,
        detail: { material: id, title: given.title, file: file?.name ?? null, url: given.url },
      })
    })
  } catch (error) {
    if (key) await services.files.remove(key)
    throw error
  }
}

/** Shows it to participants or hides it again, or takes it out. */
export const changeMaterial = (
  services: Services,
  by: Actor,
  cls: RunClass,
  material: store.Material,
  to: 'shown' | 'hidden' | 'removed',
): Promise<void> =>
  asJob(services.db, async tx => {
    const state = await holdOpen(tx, cls.id)
    notFrozen(state && { state })
    const at = services.clock.now()
    if (to === 'removed') await store.removeMaterial(tx, material.id, { account: by.accountId, at })
    else await store.showMaterial(tx, material.id, to === 'shown')
    await audit(tx, by.accountId, at, {
      verb: to === 'removed' ? 'remove_material' : 'show_material',
      subject: `class:${cls.id}`,
      instansiId: cls.provider.instansiId,
      detail: { material: material.id, title: material.title, to },
    })
  })
