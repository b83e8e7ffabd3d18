/** What stands above every page: the mark, the navigation, the language switch, the visitor. */
import type { Context } from 'hono'
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { attribute, type Html, html, link } from './html.ts'
import { mark } from './mark.ts'
import { languageNames, layoutWords } from './words.ts'

/** The line that says nothing here is real, on every page of a demonstration; with the mailbox where this machine plays both sides. */
export function demonstrationLine(c: Context<WebEnv>): Html {
  const { house, language } = c.var
  const w = speak(layoutWords, language)
  if (!house.demonstration) return html``
  return html`<p class="demonstration">
      <strong><span lang="en">Demonstration</span> <span lang="zh-CN">示例</span></strong> <span>${w.demonstration}</span>
      ${house.tryIt && html`<a href="/mailbox">${w.mailbox}</a>`}
    </p>`
}

/**
 * The same page in another language, as a link. A page drawn in answer to a form has no address of its own,
 * so there the switch leads to the page the form stood on.
 */
function sameIn(c: Context<WebEnv>, language: Language): string {
  const url = new URL(c.req.url)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const referer = c.req.header('referer')
    const from = referer && URL.canParse(referer) ? new URL(referer) : null
    url.pathname = from?.host === url.host ? from.pathname : '/'
    url.search = from?.host === url.host ? from.search : ''
  }
  url.searchParams.set('language', language)
  // A path beginning with two slashes would be read as another host.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`
}

/** English | 简体中文: each in its own words, the present one marked. */
function languageSwitch(c: Context<WebEnv>): Html {
  const w = speak(layoutWords, c.var.language)
  const one = (language: Language) =>
    html`<li><a href="${link(sameIn(c, language))}" lang="${htmlLang[language]}" hreflang="${htmlLang[language]}"${attribute('aria-current', c.var.language === language && 'true')}>${languageNames[language]}</a></li>`
  return html`<nav class="languages" aria-label="${w.language}"><ul>${one('en')}${one('zh')}</ul></nav>`
}

function navigation(c: Context<WebEnv>, current?: string): Html {
  if (c.var.nav.length === 0) return html``
  const w = speak(layoutWords, c.var.language)
  const items = c.var.nav.map(
    (item) =>
      html`<li><a href="${link(item.href)}"${attribute('aria-current', (item.key === current && 'page') || (item.parts?.some(({ key }) => key === current) && 'true'))}>${item.label}</a></li>`,
  )
  return html`<nav class="areas" aria-label="${w.navigation}"><ul>${items}</ul></nav>`
}

function visitorLinks(c: Context<WebEnv>): Html {
  const w = speak(layoutWords, c.var.language)
  const { visitor, language } = c.var
  if (!visitor) return html`<p class="visitor"><a href="/sign-in">${w.signIn}</a></p>`
  const { name } = visitor.account
  const shown = language === 'zh' && name.native ? name.native : name.latin
  return html`<div class="visitor">
      <a href="/account" aria-label="${w.account}: ${shown}"><span translate="no">${shown}</span></a>
      <form action="/sign-out" method="post"><button type="submit" class="as-link">${w.signOut}</button></form>
    </div>`
}

/** One field to find anything, for whoever has an office's lists to look through; what the form asks is answered at `/find`. */
function search(c: Context<WebEnv>): Html {
  if (!c.var.nav.some(({ key }) => key === 'register')) return html``
  const w = speak(layoutWords, c.var.language)
  return html`<search class="find"><form action="/find"><input type="search" name="q" aria-label="${w.find}" placeholder="${w.find}" autocomplete="off"><button type="submit" class="visually-hidden" tabindex="-1">${w.find}</button></form></search>`
}

/** The page's header. `current` is the key of the navigation item the page belongs to; with `bare`, only what must stand on every page. */
export function header(c: Context<WebEnv>, o: { current?: string; bare?: boolean }): Html {
  if (o.bare) return c.var.house.demonstration ? html`<header>${demonstrationLine(c)}</header>` : html``
  return html`<header>${demonstrationLine(c)}<div class="top">
    <a class="brand" href="/">${mark()}<span class="product" translate="no">Chirograph</span><span class="house-short" translate="no">${c.var.house.short[c.var.language]}</span></a>
    ${navigation(c, o.current)}
    ${search(c)}
    ${languageSwitch(c)}
    ${visitorLinks(c)}
  </div></header>`
}
