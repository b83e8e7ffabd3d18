/** The administrators' pages, gathered behind one item of the navigation. */
import type { Context } from 'hono'
import { Refusal } from '#src/platform/refusal.ts'
import { head, html, page, register } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'

/** @throws Refusal `not_found` for whoever has no such page */
export function administrationPage(c: Context<WebEnv>): Response {
  const item = c.var.nav.find(({ parts }) => parts !== undefined)
  if (!item?.parts) throw new Refusal('not_found', {}, 404)
  const items = item.parts.map(({ label, href, note }) => ({ title: label, href, ...(note && { sub: note }) }))
  const list = register({ items, label: item.label })
  const body = html`${head({ title: item.label })}${list}`
  return page(c, { title: item.label, current: item.key, body })
}
