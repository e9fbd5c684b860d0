import { Alert } from '../../../ui/index.ts'
import type { OpenTaskCards } from '../open-tasks.ts'

/** What waits for somebody, on their home or team page. */
export const OpenTasks = ({ title, first, more }: OpenTaskCards) => (
  <Alert tone="warn" title={title}>
    <ul class="grid gap-1">
      {first.map(task => (
        <li key={task.href}>
          <a href={task.href}>{task.name}</a> <span class="text-muted">{task.detail}</span>
        </li>
      ))}
    </ul>
    <p>
      <a href={more.href}>{more.label}</a>
    </p>
  </Alert>
)
