/** The form that adds a post to a person. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  form,
  type Html,
  html,
  pairField,
  section,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { personWords } from './person-words.ts'
import type { Contact } from './read-contact.ts'

/** A choice of our register’s universities while they fit a list, else one typed by name. */
export function newPostSection(c: Context<WebEnv>, { person: p, institutions }: Contact): Html {
  const { language } = c.var
  const w = speak(personWords, language)
  const options = institutions.map((i) => ({ value: i.ror, label: i.name[language] || i.name.en }))
  const none = { en: '', zh: '' }
  const fields = html`${options.length > 0 ? selectField({ name: 'institution', label: w.institution, options }) : textField({ name: 'institution', label: w.institution, hint: w.institutionHint, required: true })}${pairField({ name: 'title', label: w.title_, value: none, language })}${pairField({ name: 'unit', label: w.unit, value: none, language })}${textField({ name: 'since', type: 'date', label: w.since, language })}${textField({ name: 'rank', type: 'number', label: w.rank, hint: w.rankHint, value: '100', min: 1, max: 999 })}`
  return section({
    title: w.newPost,
    body: form({
      action: `/contacts/${p.id}/posts`,
      body: html`${fields}${actions(submit({ label: w.newPost, kind: 'plain' }))}`,
    }),
  })
}
