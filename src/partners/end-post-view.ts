/** Ending a post a person holds. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  actions,
  dialog,
  form,
  type Html,
  hidden,
  html,
  selectField,
  submit,
  textField,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { postEnds } from './person.ts'
import { endWords } from './person-value-words.ts'
import { personWords } from './person-words.ts'
import type { HeldPost } from './post-store.ts'

/** Asks how it ended, and its last day. */
export function endDialog(c: Context<WebEnv>, id: string, post: HeldPost): Html {
  const { language, now, house } = c.var
  const w = speak(personWords, language)
  const today = now.toZonedDateTimeISO(house.zone).toPlainDate().toString()
  const options = postEnds.map((end) => ({ value: end, label: endWords[end][language] }))
  return dialog({
    id: `end-${post.id}`,
    open: w.endPost,
    kind: 'quiet',
    title: w.endPost,
    language,
    body: form({
      action: `/contacts/${id}/posts/end`,
      body: html`<p>${w.endExplain}</p>${hidden({ post: post.id })}${selectField({ name: 'as', id: `as-${post.id}`, label: w.how, options, value: 'moved' })}${textField({ name: 'until', id: `until-${post.id}`, type: 'date', label: w.until, value: today, required: true })}${actions(submit({ label: w.endPost }))}`,
    }),
  })
}
