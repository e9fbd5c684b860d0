import { Alert, Button, Form, HiddenField, TextField } from '../../ui/index.ts'
import type { messages } from '../messages.ts'

type Props = {
  m: (typeof messages)['id']
  login: string
  back: string
  problem: string | null
  notice: string | null
  demo: { username: string; name: string }[]
  demoPassword: string
}

export function SignInPage({ m, login, back, problem, notice, demo, demoPassword }: Props) {
  return (
    <div class="grid gap-10">
      <header>
        <h1 class="text-3xl font-bold">{m.signIn}</h1>
        <p class="mt-2 text-muted">{m.signInLead}</p>
      </header>
      {notice && (
        <Alert tone="ok" title={notice}>
          {null}
        </Alert>
      )}
      {problem && (
        <Alert tone="bad" title={problem}>
          {null}
        </Alert>
      )}
      <Form action="/masuk">
        {back && <HiddenField name="kembali" value={back} />}
        <TextField label={m.login} name="akun" value={login} autocomplete="username" required />
        <TextField label={m.password} name="sandi" type="password" autocomplete="current-password" required />
        <Button tone="primary">{m.signIn}</Button>
      </Form>
      {demo.length > 0 && (
        <section aria-labelledby="demo" class="grid gap-4">
          <div>
            <h2 id="demo" class="text-xl font-semibold">
              {m.demoTitle}
            </h2>
            <p class="mt-1 text-muted">{m.demoLead}</p>
          </div>
          <ul class="demo-cards">
            {demo.map(account => (
              <li key={account.username}>
                <form method="post" action="/masuk">
                  <input type="hidden" name="akun" value={account.username} />
                  <input type="hidden" name="sandi" value={demoPassword} />
                  {back && <input type="hidden" name="kembali" value={back} />}
                  <button type="submit" class="demo-card">
                    <strong>
                      <span class="sr-only">{m.enterAs} </span>
                      {account.username}
                    </strong>
                    <span>{m.demoCards[account.username] ?? account.name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
