/** Where both universities are strong, or one seeks what the other has; with activity, or without. */
import type { Context } from 'hono'
import { disciplineWords, pairingStateWords, unitName } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, empty, head, html, linkButton, page, table, tag } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import type { ReadMatch } from './read-match.ts'
import { matchWords } from './words.ts'

type Match = ReadMatch['matches'][number]

export function matchPage(c: Context<WebEnv>, view: ReadMatch): Response {
  const { language } = c.var
  const w = speak(matchWords, language)
  const { institution, us, matches } = view
  const name = institution.name[language] || institution.name.en
  const columns = [
    { label: w.discipline, head: true },
    { label: w.kind },
    { label: w.ours },
    { label: w.theirs },
    { label: w.behind },
  ]
  const rows = matches.map((match) => [
    disciplineWords[match.discipline][language],
    w[match.kind],
    units(c, match.ourUnits),
    units(c, match.theirUnits),
    behind(c, view, match),
  ])
  const acts = html`${linkButton({ href: `/partners/${us.ror}/units`, label: w.ours })}${linkButton({ href: `/partners/${institution.ror}/units`, label: w.theirs })}`
  const none = empty({ title: w.none, text: w.noneText, acts })
  const over = html`<a href="/partners/${institution.ror}">${name}</a>`
  const list = matches.length > 0 ? table({ caption: w.title, captionHidden: true, columns, rows }) : none
  const title = `${w.title} · ${institution.short[language] || name}`
  return page(c, { title, current: 'partners', body: html`${head({ over, title: w.title, meta: w.note })}${list}` })
}

const units = (c: Context<WebEnv>, list: Match['ourUnits']): Content =>
  html`${list.map((u, i) => html`${i > 0 ? html`<br>` : ''}<a href="/units/${u.id}">${unitName(u, c.var.language)}</a>`)}`

/** Active where a pairing or an agreement stands behind the mark; each is a link. */
function behind(c: Context<WebEnv>, { institution }: ReadMatch, match: Match): Content {
  const { language } = c.var
  const w = speak(matchWords, language)
  const active = match.entries.length > 0 || match.pairings.some(({ state }) => state === 'active')
  const links = [
    ...match.pairings.map(
      (p) =>
        html`<a href="/partners/${institution.ror}/pairings#pairing-${p.id}">${w.pairing(pairingStateWords[p.state][language])}</a>`,
    ),
    ...match.entries.map((e) => {
      const title = language === 'en' ? e.title_en || e.title_zh : e.title_zh || e.title_en
      return html`<a href="/register/${e.id}">${title}</a>`
    }),
  ]
  return html`${active ? tag(w.active, 'good') : tag(w.idle)}${links.map((one) => html`<br>${one}`)}`
}
