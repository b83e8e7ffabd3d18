/**
 * What was typed, put back into the form that was refused: for pages whose forms stand in dialogs and are drawn from what is saved.
 * Only as general as our own forms are: double quotes, one tag a field, nothing hidden or secret.
 */
import type { Context } from 'hono'
import type { WebEnv } from '#src/platform/web.ts'
import { html } from './html.ts'

type Typed = Record<string, string[]>

const written = (text: string) => String(html`${text}`)
const read = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const attributeOf = (tag: string, name: string) => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : read(found)
}

/** The page again, with the form that was sent as it was sent, open, and why it was refused above its fields. */
export async function refilled(
  c: Context<WebEnv>,
  drawn: Response | Promise<Response>,
  why: string,
): Promise<Response> {
  const typed = await typedOf(c)
  // Hono's answers may be promises under their type.
  const page = await drawn
  const text = await page.text()
  const at = formAt(text, c.req.path, typed)
  const again = at ? `${opened(text.slice(0, at.from))}${filled(at.form, typed, why)}${text.slice(at.to)}` : text
  return new Response(again, page)
}

async function typedOf(c: Context<WebEnv>): Promise<Typed> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]) => [
    name,
    [value].flat().filter((one) => typeof one === 'string'),
  ])
  return Object.fromEntries(texts)
}

/** Of several forms to one address the one whose hidden fields are those that were sent. */
function formAt(text: string, path: string, typed: Typed): { form: string; from: number; to: number } | undefined {
  const all = [...text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].filter(
    ([form]) => attributeOf(form, 'action') === path && attributeOf(form, 'method') === 'post',
  )
  const same = ([form]: RegExpMatchArray) =>
    [...form!.matchAll(/<input type="hidden"[^>]*>/g)].every(([tag]) =>
      typed[attributeOf(tag, 'name') ?? '']?.includes(attributeOf(tag, 'value') ?? ''),
    )
  const found = all.length === 1 ? all[0] : all.find(same)
  return found && { form: found[0], from: found.index, to: found.index + found[0].length }
}

/** What stands before a form, with the dialog it stands in unfolded. */
function opened(before: string): string {
  const at = before.lastIndexOf('<details class="dialog"')
  if (at === -1 || before.indexOf('</details>', at) !== -1) return before
  return `${before.slice(0, at)}${before.slice(at).replace(/^<details class="dialog"(?![^>]* open)/, '<details class="dialog" open')}`
}

function filled(form: string, typed: Typed, why: string): string {
  const value = (tag: string) => typed[attributeOf(tag, 'name') ?? '']
  return form
    .replace(/^<form\b[^>]*>/, (head) => `${head}<p class="error">${written(why)}</p>`)
    .replaceAll(/<input\b[^>]*>/g, (tag) => input(tag, value(tag)))
    .replaceAll(/(<textarea\b[^>]*>)[\s\S]*?<\/textarea>/g, (whole, head: string) => {
      const text = value(head)?.[0]
      return text === undefined ? whole : `${head}\n${written(text)}</textarea>`
    })
    .replaceAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g, (whole, head: string, options: string) => {
      const chosen = value(head)
      return chosen
        ? `${head}${options.replaceAll(/<option\b[^>]*>/g, (tag) => marked(tag, 'selected', chosen))}</select>`
        : whole
    })
}

function input(tag: string, given: string[] | undefined): string {
  const type = attributeOf(tag, 'type') ?? 'text'
  if (type === 'checkbox' || type === 'radio') return marked(tag, 'checked', given ?? [])
  if (['hidden', 'password', 'file'].includes(type) || given?.[0] === undefined) return tag
  return `${tag.replace(/ value="[^"]*"/, '').slice(0, -1)} value="${written(given[0])}">`
}

/** A box, or a choice, marked where its value was among those sent. */
function marked(tag: string, mark: 'checked' | 'selected', given: string[]): string {
  const plain = tag.replace(` ${mark}`, '')
  return given.includes(attributeOf(tag, 'value') ?? 'on') ? `${plain.slice(0, -1)} ${mark}>` : plain
}
