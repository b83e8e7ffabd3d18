/** HTML as tagged templates, and the few helpers that let anything through unescaped. */
import { raw, html as template } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { htmlLang, type Language, type Phrase } from '#src/platform/i18n/words.ts'

/** Finished, escaped HTML. */
export type Html = HtmlEscapedString

/** What a component accepts as text: plain strings are escaped, HTML is taken as it is, false prints nothing (for `condition && …`). */
export type Content = Html | string | number | false

/**
 * The template tag of every page: strings are escaped; HTML, arrays and numbers are taken; null, undefined and booleans print nothing.
 * Attribute values must stand in double quotes: the escaping is only safe there.
 * @throws TypeError when a promise is put in, since pages are drawn after everything is known
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
  const drawn = template(strings, ...values)
  if (drawn instanceof Promise) throw new TypeError('a page was given a promise: await it before drawing')
  return drawn
}

/** Nothing at all, as HTML. */
export const nothing: Html = html``

const scheme = /^([a-z][a-z0-9+.-]*):/i
// Browsers drop tabs, line breaks and leading control characters from addresses, so we judge what they will see.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ignoredByBrowsers = /[\u0000-\u0020]+/g

/** Whether an address may stand in a page: http(s), mailto, or a path, query or fragment of this site. */
export function isSafeLink(url: string): boolean {
  const seen = url.replace(ignoredByBrowsers, '')
  if (/^[\\/]{2}/.test(seen) || /^[\\/]\\/.test(seen)) return false
  const found = scheme.exec(seen)
  return found ? ['http', 'https', 'mailto'].includes(found[1]!.toLowerCase()) : true
}

/** An address for `href`, `src` or `action`: the same if safe (see `isSafeLink`), otherwise `#`, so that a bad stored link does not break a page. */
export function link(url: string): string {
  return isSafeLink(url) ? url : '#'
}

/** One attribute with a leading space: ` name="value"`; ` name` for true; nothing for undefined, null, false. */
export function attribute(name: string, value: string | number | boolean | null | undefined): Html {
  if (value === undefined || value === null || value === false) return nothing
  return value === true ? raw(` ${name}`) : html`${raw(` ${name}`)}="${value}"`
}

/** JSON as it may stand in a script element: safe against `</script>` and `<!--` in strings. */
function inScript(data: unknown): Html {
  const json = JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return raw(json)
}

/** Data for an island: `<script type="application/json" id="…">`. */
export function jsonScript(id: string, data: unknown): Html {
  return html`<script type="application/json" id="${id}">${inScript(data)}</script>`
}

/** What a page is about, for machines: JSON-LD in schema.org's words. */
export function linkedData(data: unknown): Html {
  return html`<script type="application/ld+json">${inScript(data)}</script>`
}

/** The document type line, in the form the validator wants. */
export const doctype: Html = raw('<!DOCTYPE html>')

/** Our own drawings, given as a literal in the source and never made from user text. */
export function drawing(strings: TemplateStringsArray): Html {
  return raw(strings.join(''))
}

/** One text in the reader's language; where that is empty, the other language, marked with `lang`. */
export function inLanguage(text: Phrase, language: Language): Html {
  const other: Language = language === 'en' ? 'zh' : 'en'
  if (text[language] !== '' || text[other] === '') return html`${text[language]}`
  return html`<span lang="${htmlLang[other]}">${text[other]}</span>`
}

/** One text in both languages, the reader's first, each marked with `lang`; an empty one is left out. */
export function inBoth(text: Phrase, language: Language): Html {
  const order: Language[] = language === 'en' ? ['en', 'zh'] : ['zh', 'en']
  const parts = order
    .filter((one) => text[one] !== '')
    .map((one) => html`<span lang="${htmlLang[one]}">${text[one]}</span>`)
  return html`<span class="both">${parts.map((part, at) => (at === 0 ? part : html` ${part}`))}</span>`
}
