import { ButtonLink } from '../../../../ui/index.ts'
import type { Messages } from '../messages.ts'

type Props = { m: Messages; newHref: string | null; exportHref: string | null }

export const TimetableActions = ({ m, newHref, exportHref }: Props) => (
  <>
    {newHref && (
      <ButtonLink href={newHref} tone="primary" icon="plus">
        {m.add}
      </ButtonLink>
    )}
    {exportHref && (
      <ButtonLink href={exportHref} icon="download" download>
        {m.export}
      </ButtonLink>
    )}
  </>
)
