/** The whole document around a page of the public site. It is the same for everyone, so that anyone may keep a copy. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import type { NavItem, WebEnv } from '#src/platform/web.ts'
import { demonstrationLine } from './header.ts'
import { houseStyle } from './house-style.ts'
import { attribute, doctype, type Html, html, linkedData } from './html.ts'
import { publicFoot } from './public-foot.ts'
import { publicWords } from './public-words.ts'
import { asset, islandsIn } from './shelf.ts'
import { languageNames } from './words.ts'

/** A machine-readable companion of the site or of one page. */
export interface Feed {
  title: string
  href: string
  type: 'application/atom+xml' | 'application/feed+json' | 'text/calendar'
}

export interface PublicView {
  /** For the browser's tab and for those who share the page. */
  title: string
  /** One sentence, for search engines and previews. */
  description: string
  /** The address after the language, the same in every language: `/partners/026zzn846`, `/` for the first page. */
  path: string
  /** Key of the navigation item this page belongs to. */
  current?: string
  body: Html
  /** The languages the page exists in; both unless given. The first one is canonical where the page is shown in another. */
  languages?: Language[]
  /** `article` for a story. */
  kind?: 'website' | 'article'
  image?: { href: string; width: number; height: number; alt: string }
  feeds?: Feed[]
  /** JSON-LD. */
  data?: unknown
  /** Further elements of the head. */
  links?: Html
  /** Not to be listed by search engines: results of a search, pages that are not there. */
  hidden?: boolean
}

/** What surrounds the pages of one site. */
export interface PublicFrame {
  /** `https://host`, before every absolute address. */
  origin: string
  nav: NavItem[]
  /** Feeds of the whole site. */
  feeds: Feed[]
  /** Address of the search page. */
  search: string
  signIn: string
}

const both: Language[] = ['en', 'zh']

/** The absolute address of a page in a language. */
export const publicAddress = (origin: string, language: Language, path: string): string =>
  `${origin}/${language}${path}`

/** A tab and a list of results show seventy characters: the house is named where there is room, and a headline is cut between words. */
function tabTitle({ title, path }: PublicView, house: string): string {
  const most = 70
  const whole = path === '/' ? title : `${title} · ${house}`
  if (whole.length <= most) return whole
  if (title.length <= most) return title
  const cut = title.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}

function alternates(view: PublicView, frame: PublicFrame): Html[] {
  const languages = view.languages ?? both
  const rest = languages.includes('en') ? 'en' : languages[0]!
  const one = (hreflang: string, language: Language) =>
    html`<link rel="alternate" hreflang="${hreflang}" href="${publicAddress(frame.origin, language, view.path)}">\n  `
  return [...languages.map((language) => one(htmlLang[language], language)), one('x-default', rest)]
}

function openGraph(c: Context<WebEnv>, view: PublicView, frame: PublicFrame, address: string): Html {
  const { language, house } = c.var
  const { image } = view
  const property = (name: string, content: string | number) =>
    html`<meta property="og:${name}" content="${content}">\n  `
  const locale = { en: 'en_GB', zh: 'zh_CN' }
  return html`${property('type', view.kind ?? 'website')}${property('site_name', house.name[language])}${property('title', view.title)}${property('description', view.description)}${property('url', address)}${property('locale', locale[language])}${
    image &&
    html`${property('image', frame.origin + image.href)}${property('image:width', image.width)}${property('image:height', image.height)}${property('image:alt', image.alt)}<meta name="twitter:card" content="summary_large_image">`
  }`
}

function preloads(language: Language): Html[] {
  const latin = ['source-sans-3-latin-wght-normal.woff2']
  // Chinese comes from the reader's own fonts; of ours only figures are needed at once.
  const needed =
    language === 'en' ? ['chirograph-display-latin.woff2', 'source-serif-4-latin-wght-normal.woff2', ...latin] : latin
  return needed.map(
    (name) => html`<link rel="preload" href="${asset(name)}" as="font" type="font/woff2" crossorigin>\n  `,
  )
}

function publicHead(c: Context<WebEnv>, view: PublicView, frame: PublicFrame, islands: string[]): Html {
  const { language, house } = c.var
  const canonical = (view.languages ?? both).includes(language) ? language : view.languages![0]!
  const address = publicAddress(frame.origin, canonical, view.path)
  const feeds = [...(view.feeds ?? []), ...frame.feeds]
  return html`<head>
  <meta charset="utf-8">
  <title>${tabTitle(view, house.short[language])}</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="description" content="${view.description}">
  ${preloads(language)}<link rel="stylesheet" href="${asset('public.css')}">
  <link rel="stylesheet" href="${houseStyle(house).url}">
  <link rel="icon" href="${asset('mark.svg')}" type="image/svg+xml">
  ${view.hidden ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${address}">\n  ${alternates(view, frame)}`}
  ${openGraph(c, view, frame, address)}
  ${feeds.map((feed) => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${frame.origin}${feed.href}">\n  `)}${view.links}
  ${view.data !== undefined && linkedData(view.data)}${islands.map((name) => html`\n  <script type="module" src="${asset(`${name}.js`)}"></script>`)}
</head>`
}

/** English | 简体中文: the same page in the other language. */
function languageSwitch(c: Context<WebEnv>, view: PublicView): Html {
  const one = (language: Language) =>
    html`<li><a href="/${language}${view.path}" lang="${htmlLang[language]}" hreflang="${htmlLang[language]}"${attribute('aria-current', c.var.language === language && 'true')}>${languageNames[language]}</a></li>`
  return html`<nav class="languages" aria-label="${publicWords.language[c.var.language]}"><ul>${one('en')}${one('zh')}</ul></nav>`
}

function publicTop(c: Context<WebEnv>, view: PublicView, frame: PublicFrame): Html {
  const { language, house } = c.var
  const w = speak(publicWords, language)
  const items = frame.nav.map(
    ({ key, href, label }) =>
      html`<li><a href="${href}"${attribute('aria-current', key === view.current && 'page')}>${label}</a></li>`,
  )
  const glass = html`<svg viewBox="0 0 20 20" width="17" height="17" aria-hidden="true" focusable="false"><circle cx="8.5" cy="8.5" r="5.75" /><path d="M12.8 12.8 18 18" /></svg>`
  return html`<header class="site-head">${demonstrationLine(c)}<div class="site-bar">
    <a class="site-name" href="/${language}/" translate="no"${attribute('aria-current', view.path === '/' && 'page')}>${house.name[language]}</a>
    <nav class="site-nav" aria-label="${w.navigation}"><ul>${items}</ul></nav>
    <a class="site-search" href="${frame.search}"${attribute('aria-current', view.current === 'search' && 'page')}>${glass}<span>${w.search}</span></a>
    ${languageSwitch(c, view)}
  </div></header>`
}

/** Draws a page of the public site. The caller answers with it. */
export function publicDocument(c: Context<WebEnv>, view: PublicView, frame: PublicFrame): Html {
  const w = speak(publicWords, c.var.language)
  return html`${doctype}
<html lang="${htmlLang[c.var.language]}">
${publicHead(c, view, frame, islandsIn(String(view.body)))}
<body class="kind-public">
<a class="skip" href="#main">${w.skip}</a>${publicTop(c, view, frame)}
<main id="main" class="site-main" tabindex="-1">${view.body}</main>
${publicFoot(c, frame)}
</body>
</html>
`
}

/** Answers with a public page that is not kept: results of a search, refusals. */
export function publicPage(
  c: Context<WebEnv>,
  view: PublicView,
  frame: PublicFrame,
  status: ContentfulStatusCode = 200,
): Response {
  return c.html(publicDocument(c, view, frame), status) as Response
}
