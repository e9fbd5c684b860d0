import { Alert, ButtonLink, EmptyState, KeyFigure, PageHeader, Tabs } from '../../ui/index.ts'
import type { Messages } from '../messages.ts'
import { type PillarCells, PillarSection, type RequirementCells, RequirementSection, type TextCells } from './content.tsx'

type Props = {
  m: Messages
  name: string
  eyebrow: string
  lead: string
  total: string
  sentence: string
  pillars: PillarCells[]
  texts: TextCells[]
  requirements: RequirementCells[]
  maxLevel: number
  /** The draft that waits, in words; null: none, or not for this reader. */
  draft: { sentence: string; href: string } | null
  tabs: Parameters<typeof Tabs>[0]['items']
  onlyDifferent: boolean
  /** Where a line is sent back to what is inherited. */
  backAction: string | null
  notice: string | null
  links: { edit: string | null; holders: string | null; dif: string | null; form: string; history: string; copy: string | null }
}

const Actions = ({ m, links, hasDraft }: { m: Messages; links: Props['links']; hasDraft: boolean }) => (
  <>
    {links.holders && (
      <ButtonLink href={links.holders} icon="people">
        {m.holders}
      </ButtonLink>
    )}
    <ButtonLink href={links.form} icon="file">
      {m.form}
    </ButtonLink>
    <ButtonLink href={links.history}>{m.history}</ButtonLink>
    {links.dif && <ButtonLink href={links.dif}>{m.dif}</ButtonLink>}
    {links.copy && <ButtonLink href={links.copy}>{m.copy}</ButtonLink>}
    {links.edit && (
      <ButtonLink href={links.edit} tone="primary">
        {hasDraft ? m.editDraft : m.edit}
      </ButtonLink>
    )}
  </>
)

/** What a jabatan, or a class of them, demands; of each line who says so, and what is inherited. */
export function StandardPage(props: Props) {
  const { m, pillars, texts, requirements, draft, onlyDifferent } = props
  const nothing = pillars.length === 0 && requirements.length === 0
  return (
    <>
      <PageHeader
        title={props.name}
        eyebrow={props.eyebrow}
        lead={props.lead}
        actions={<Actions m={m} links={props.links} hasDraft={draft !== null} />}
      />
      {draft && (
        <Alert tone="info" title={m.draftWaits}>
          <p>{draft.sentence}</p>
          <p>
            <a href={draft.href}>{m.openDraft}</a>
          </p>
        </Alert>
      )}
      {props.notice && (
        <Alert tone="warn">
          <p>{props.notice}</p>
        </Alert>
      )}
      {!(nothing && !onlyDifferent) && <KeyFigure value={props.total} label={m.demanded} sentence={props.sentence} />}
      {props.tabs.length > 0 && <Tabs items={props.tabs} label={m.tabsLabel} />}
      {nothing && texts.length === 0 && onlyDifferent && <EmptyState title={m.noneDifferent}>{m.noneDifferentWhat}</EmptyState>}
      {nothing && !onlyDifferent && <EmptyState title={m.noDemand}>{m.noDemandWhat}</EmptyState>}
      {pillars.map(pillar => (
        <PillarSection key={pillar.label} m={m} pillar={pillar} maxLevel={props.maxLevel} back={props.backAction} />
      ))}
      {(requirements.length > 0 || texts.length > 0) && <RequirementSection m={m} texts={texts} rows={requirements} />}
    </>
  )
}
