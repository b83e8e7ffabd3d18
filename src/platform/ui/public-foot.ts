/** The foot of the public site: who speaks here, in both languages, how to reach them, how to follow them. */
import type { Context } from 'hono'
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { type Html, html, link } from './html.ts'
import { mark } from './mark.ts'
import type { PublicFrame } from './public-layout.ts'
import { publicWords } from './public-words.ts'

function contact(c: Context<WebEnv>): Html | false {
  const { house, language } = c.var
  const w = speak(publicWords, language)
  const { contact } = house
  if (!contact) return false
  const { address, phone, email, website } = contact
  const rows = [
    address && html`<li>${address[language] || address.en}</li>`,
    phone &&
      html`<li><a href="tel:${phone.replace(/[^+\d]/g, '')}"><span class="numbers">${phone.replaceAll(' ', '\u00a0')}</span></a></li>`,
    email && html`<li><a href="${link(`mailto:${email}`)}">${email}</a></li>`,
    website && html`<li><a href="${link(website)}">${w.website}</a></li>`,
  ].filter(Boolean)
  return rows.length > 0 && html`<div><h2>${w.contact}</h2><ul>${rows}</ul></div>`
}

/** The same for every visitor: signing in is a link, whoever is signed in. */
export function publicFoot(c: Context<WebEnv>, frame: PublicFrame): Html {
  const { house, language } = c.var
  const w = speak(publicWords, language)
  const order: Language[] = language === 'en' ? ['en', 'zh'] : ['zh', 'en']
  const names = order
    .filter((one, at) => at === 0 || house.name[one] !== house.name[order[0]!])
    .map((one) => html`<p lang="${htmlLang[one]}" translate="no">${house.name[one]}</p>`)
  const feeds = frame.feeds.map(({ href, title, type }) => html`<li><a href="${href}" type="${type}">${title}</a></li>`)
  return html`<footer class="site-foot"><div class="site-foot-inner">
    <div class="site-foot-names">${names}</div>
    ${contact(c)}
    <div><h2>${w.follow}</h2><ul>${feeds}</ul></div>
    <div class="site-foot-last"><h2 class="site-foot-product" translate="no">${mark()} Chirograph</h2><ul><li><a href="${frame.signIn}" rel="nofollow">${w.staff}</a></li></ul></div>
  </div></footer>`
}
