/** Looking for something everywhere. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { form, head, html, page, submit, textField } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { FoundThings } from './find.ts'
import { foundThings } from './found-view.ts'
import { words } from './words.ts'

export function findPage(c: Context<WebEnv>, found: FoundThings): Response {
  const w = speak(words, c.var.language)
  const fields = html`<div class="search-line">${textField({ name: 'q', type: 'search', label: w.find, hint: w.findHint, value: found.words, autocomplete: 'off', wide: true })}${submit({ label: w.findTitle, kind: 'plain' })}</div>`
  const search = html`<search-as-typed results="found">${form({ action: '/find', method: 'get', body: fields })}</search-as-typed>`
  const body = html`${head({ title: w.findTitle })}${search}<div id="found">${foundThings(c, found)}</div>`
  return page(c, { title: w.findTitle, body })
}
