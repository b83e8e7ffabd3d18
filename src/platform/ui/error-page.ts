/** Pages that say no: a refusal in words, an address nobody has, a failure of ours. */
import type { Context } from 'hono'
import { type Language, type Phrase, speak } from '#src/platform/i18n/words.ts'
import type { Refusal, RefusalDetails } from '#src/platform/refusal.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { linkButton } from './form.ts'
import { head } from './head.ts'
import { type Content, type Html, html } from './html.ts'
import { page } from './layout.ts'
import { notice } from './notice.ts'
import { errorWords } from './words.ts'

/** Words for reasons of refusal; a phrase may draw on the refusal's details. */
export type RefusalWords = Record<string, Phrase<string | ((details: RefusalDetails) => string)>>

/** What a refusal says to people. A reason nobody wrote words for is named as it is. */
export function refusalText(refusal: Refusal, words: RefusalWords, language: Language): string {
  const phrase = Object.hasOwn(words, refusal.reason) ? words[refusal.reason] : undefined
  if (!phrase) return `${speak(errorWords, language).refusedText} (${refusal.reason})`
  const said = phrase[language]
  return typeof said === 'function' ? said(refusal.details) : said
}

function ways(c: Context<WebEnv>, back?: string): Content {
  const w = speak(errorWords, c.var.language)
  const start = linkButton({ href: '/', label: w.start })
  return back ? html`${linkButton({ href: back, label: w.back, kind: 'primary' })} ${start}` : start
}

/** The page whose form was sent: there is the way back to what was typed. */
function cameFrom(c: Context<WebEnv>): string | undefined {
  const from = URL.parse(c.req.header('referer') ?? '')
  const ours = from && c.req.method === 'POST' && from.origin === URL.parse(c.req.header('origin') ?? '')?.origin
  return ours ? `${from.pathname}${from.search}` : undefined
}

function refusing(c: Context<WebEnv>, title: string, body: Html, status: 404 | 500 | Refusal['status']): Response {
  return page(c, { title, kind: 'plain', body: html`${head({ title })}${body}` }, status)
}

/** A refused request: why, in words, and the way back; to the page that sent it unless another is given. */
export function refusalPage(c: Context<WebEnv>, refusal: Refusal, words: RefusalWords, back?: string): Response {
  const { language } = c.var
  const box = notice({
    kind: 'refusal',
    answer: true,
    title: refusalText(refusal, words, language),
    acts: ways(c, back ?? cameFrom(c)),
  })
  return refusing(c, speak(errorWords, language).refused, box, refusal.status)
}

/** 404: no such page, or none for this visitor; the two look the same on purpose. */
export function notFoundPage(c: Context<WebEnv>): Response {
  const w = speak(errorWords, c.var.language)
  return refusing(c, w.notFound, html`<p>${w.notFoundText}</p><div class="row">${ways(c)}</div>`, 404)
}

/** 500: our fault. `reference` finds the entry in the log. */
export function failurePage(c: Context<WebEnv>, reference?: string): Response {
  const w = speak(errorWords, c.var.language)
  const named = reference && html`<p class="muted">${w.reference}: <code>${reference}</code></p>`
  return refusing(
    c,
    w.failure,
    html`<p>${w.failureText}</p>${named}<div class="row">${ways(c, cameFrom(c))}</div>`,
    500,
  )
}
