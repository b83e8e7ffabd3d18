/** The form that invites one of the partner's people. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { givableRoles, roleName, roleValue } from '#src/platform/people/index.ts'
import {
  actions,
  checkbox,
  form,
  type Html,
  html,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { Told } from './hosting-page.ts'
import type { HostingView } from './read-hosting.ts'
import { hostingWords } from './words.ts'

/** What a guest may be. Nobody administers a node that is run for them: that comes with a node of their own. */
export const guestRoles = (steps: HostingView['steps']) =>
  givableRoles(steps).filter(({ name }) => name !== 'administrator')

export function inviteSection(c: Context<WebEnv>, view: HostingView, { values = {} }: Told): Html {
  const { language } = c.var
  const w = speak(hostingWords, language)
  const field = (name: 'latin' | 'native' | 'email') => ({ name, id: `f-guest-${name}`, value: values[name], language })
  const ticks = guestRoles(view.steps).map((role) => {
    const name = `role_${roleValue(role).replace(':', '_')}`
    return checkbox({
      name,
      id: `f-${name}`,
      label: roleName(role, view.steps, language),
      checked: values[name] === 'yes',
    })
  })
  const languages = [
    { value: 'en', label: 'English' },
    { value: 'zh', label: '简体中文' },
  ]
  const body = html`${textField({ ...field('latin'), label: w.latin, required: true, maxlength: 200 })}
    ${textField({ ...field('native'), label: w.native, maxlength: 200 })}
    ${textField({ ...field('email'), label: w.email, type: 'email', required: true, maxlength: 254 })}
    ${selectField({ name: 'language', id: 'f-guest-language', label: w.language, required: true, options: languages, value: values.language })}
    <fieldset class="field"><legend>${w.mayDo}</legend>${ticks}</fieldset>
    ${actions(submit({ label: w.send }))}`
  const action = `/partners/${view.institution.ror}/hosting/guests`
  return section({ title: w.invite, note: w.inviteNote, id: 'invite', body: form({ action, body }) })
}
