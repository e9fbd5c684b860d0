import { readOrganisation } from '../../people/index.ts'
import { coversInstansi } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/index.ts'
import { actorOf, type Ctx } from '../../platform/http/context.ts'
import { idAsked, sought } from '../../platform/http/form.ts'
import { notFound } from '../../platform/http/refusal.ts'
import { learningForms, pillars } from '../../regulation/index.ts'
import { type CatalogueFilter, type CatalogueOrder, catalogueOrders, kinds, lengths, patterns } from './rules/filter.ts'
import { jabatanById, jabatanOf, type Post } from './store/post.ts'

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | null =>
  list.find(one => one === value) ?? null

type Asked = {
  filter: CatalogueFilter
  order: CatalogueOrder
  /** The jabatan of who asks, where it has one. */
  own: Post | null
  /** The one whose demands narrow the list: the own one, or another that was asked for. */
  post: Post | null
}

/** What the address asks of the catalogue. @throws Refusal 404 for a jabatan outside what the actor may see */
export async function askedOf(c: Ctx, tx: Tx): Promise<Asked> {
  const actor = actorOf(c)
  const q = (name: string) => c.req.query(name)
  const own = actor.pegawaiId === null ? null : await jabatanOf(tx, actor.pegawaiId)
  const wanted = idAsked(c, 'jabatan')
  const other = wanted === null || wanted === own?.id ? null : await jabatanById(tx, wanted)
  if (wanted !== null && wanted !== own?.id && (!other || !coversInstansi(readOrganisation(actor), other.instansiId)))
    throw notFound()
  const post = wanted !== null ? (other ?? own) : q('untuk') === 'saya' ? own : null
  const level = idAsked(c, 'tingkat')
  return {
    own,
    post,
    order: oneOf(catalogueOrders, q('urut')) ?? 'saran',
    filter: {
      kind: oneOf(kinds, q('jenis')),
      competencyId: idAsked(c, 'kompetensi'),
      level: level !== null && level >= 1 && level <= 5 ? level : null,
      pillar: oneOf(pillars, q('pilar')),
      form: oneOf(learningForms, q('bentuk')),
      route: oneOf(['klasikal', 'nonklasikal'] as const, q('jalur')),
      pattern: oneOf(patterns, q('pola')),
      length: oneOf(lengths, q('lama')),
      free: Boolean(q('gratis')),
      providerId: idAsked(c, 'penyelenggara'),
      jabatanId: post?.id ?? null,
      q: sought(c),
    },
  }
}
