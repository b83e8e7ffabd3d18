/** The whole document around a page. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { htmlLang, speak } from '#src/platform/i18n/words.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { header } from './header.ts'
import { houseStyle } from './house-style.ts'
import { doctype, type Html, html } from './html.ts'
import { liveRegion } from './live.ts'
import { asset, islandsIn } from './shelf.ts'
import { layoutWords } from './words.ts'

export interface View {
  /** For the browser's tab; the heading on the page is `head()` in the body. */
  title: string
  /** Key of the navigation item this page belongs to. */
  current?: string
  body: Html
  /** A second column: beside the body on a wide screen, below it on a narrow one. */
  aside?: Html
  /** `staff`: full width. `plain`: one narrow column to read. `stage`: nothing around the body. */
  kind?: 'staff' | 'plain' | 'stage'
  /** Address of an event stream; on each event the body is fetched again and replaced in place. */
  live?: { url: string }
  /** Seconds after which browsers without scripts load the page again: for pages that others change. */
  refresh?: number
}

function documentHead(c: Context<WebEnv>, view: View, islands: string[]): Html {
  return html`<head>
  <meta charset="utf-8">
  <title>${view.title} · ${c.var.house.short[c.var.language]} · Chirograph</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="preload" href="${asset('source-serif-4-latin-opsz-normal.woff2')}" as="font" type="font/woff2" crossorigin>
  <link rel="preload" href="${asset('source-sans-3-latin-wght-normal.woff2')}" as="font" type="font/woff2" crossorigin>
  <link rel="stylesheet" href="${asset('chirograph.css')}">
  <link rel="stylesheet" href="${houseStyle(c.var.house).url}">
  <link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml">
  ${view.refresh && html`<noscript><meta http-equiv="refresh" content="${view.refresh}"></noscript>`}
  ${islands.map((name) => html`<script type="module" src="${asset(`${name}.js`)}"></script>`)}
</head>`
}

function footer(c: Context<WebEnv>): Html {
  const { house, language } = c.var
  const w = speak(layoutWords, language)
  const kept = house.keptBy && w.keptFor(house.keptBy[language])
  return html`<footer class="foot"><p>${w.node} <span lang="en" translate="no">${house.name.en}</span> <span lang="zh-CN" translate="no">${house.name.zh}</span></p>${kept && html`<p>${kept}</p>`}</footer>`
}

function content(c: Context<WebEnv>, view: View): Html {
  const body = view.live
    ? liveRegion({ id: 'live-body', src: view.live.url, body: view.body, language: c.var.language })
    : view.body
  if (!view.aside) return html`<main id="main" class="main" tabindex="-1">${body}</main>`
  const aside = view.live
    ? liveRegion({ id: 'live-aside', src: view.live.url, body: view.aside, language: c.var.language })
    : view.aside
  return html`<div class="columns"><main id="main" class="main" tabindex="-1">${body}</main><aside class="beside">${aside}</aside></div>`
}

/**
 * Draws a whole page and answers with it.
 * @param status 200 unless the page says no: 422 for a form with errors, 404, 500
 */
export function page(c: Context<WebEnv>, view: View, status: ContentfulStatusCode = 200): Response {
  const kind = view.kind ?? 'staff'
  const w = speak(layoutWords, c.var.language)
  const main = content(c, view)
  const around =
    kind === 'stage'
      ? html`${header(c, { bare: true })}${main}`
      : html`<a class="skip" href="#main">${w.skip}</a>${header(c, { current: view.current })}${main}${footer(c)}`
  const whole = html`${doctype}
<html lang="${htmlLang[c.var.language]}">
${documentHead(c, view, islandsIn(around))}
<body class="kind-${kind}">
${around}
</body>
</html>
`
  return c.html(whole, status) as Response
}

/** A part of a page without a document around it, for live regions that fetch only their own part. */
export function fragment(c: Context<WebEnv>, body: Html): Response {
  c.header('Cache-Control', 'no-store')
  return c.html(body) as Response
}
