import { HiddenField } from './fields.tsx'
import type { Frame } from './frame.ts'
import { Icon, type IconName } from './icon.tsx'

const themeIcon: Record<'light' | 'dark' | 'auto', IconName> = { light: 'sun', dark: 'moon', auto: 'refresh' }

type Choice = { key: string; label: string; current: boolean; action: string; icon?: IconName }

const Choices = ({ name, label, choices, path }: { name: string; label: string; choices: Choice[]; path: string }) =>
  choices.length === 0 ? null : (
    <fieldset class="choices">
      <legend>{label}</legend>
      <div class="choices-row">
        {choices.map(choice => (
          <form key={choice.key} method="post" action={choice.action}>
            <HiddenField name="kembali" value={path} />
            <button type="submit" name={name} value={choice.key} aria-pressed={choice.current}>
              {choice.icon && <Icon name={choice.icon} />}
              {choice.label}
            </button>
          </form>
        ))}
      </div>
    </fieldset>
  )

/** Language and theme: small POST forms that come back to where one was. */
export const Preferences = ({ frame }: { frame: Frame }) => (
  <div class="preferences">
    <Choices
      name="bahasa"
      label={frame.texts.language}
      choices={frame.languages.map(choice => ({ ...choice, key: choice.lang }))}
      path={frame.path}
    />
    <Choices
      name="tema"
      label={frame.texts.theme}
      choices={frame.themes.map(choice => ({ ...choice, key: choice.theme, icon: themeIcon[choice.theme] }))}
      path={frame.path}
    />
  </div>
)
