/** All names of an institution of the directory, and its family. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { type Html, html, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { directoryWords, relationWords } from './directory-words.ts'
import type { DirectoryEntry } from './read-directory-entry.ts'

/** Each name in its language. */
export function namesSection({ names }: DirectoryEntry, title: string): Html {
  const lines = names.map(
    (n) =>
      html`<li><span${n.language ? html` lang="${n.language === 'zh' ? 'zh-CN' : n.language}"` : ''} translate="no">${n.name}</span></li>`,
  )
  return section({ title, body: html`<ul class="plain-list">${lines}</ul>` })
}

/** Parents, children, relatives, predecessors and successors. */
export function familySection(c: Context<WebEnv>, { family }: DirectoryEntry): Html {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const kinds = (['parent', 'child', 'related', 'predecessor', 'successor'] as const).filter((kind) =>
    family.some((f) => f.kind === kind),
  )
  const lists = kinds.map((kind) =>
    section({
      level: 3,
      title: relationWords[kind][language],
      body: html`<ul class="plain-list">${family.filter((f) => f.kind === kind).map(relative)}</ul>`,
    }),
  )
  return section({
    title: w.family,
    body: lists.length > 0 ? html`<div class="split-lists">${lists}</div>` : html`<p class="muted">${w.noFamily}</p>`,
  })
}

/** A relative the directory does not hold has only the name the record gives it. */
function relative(one: DirectoryEntry['family'][number]): Html {
  const name = html`<span translate="no">${one.name ?? one.label}</span>${one.name_zh && one.name_zh !== one.name ? html` <span lang="zh-CN" translate="no">${one.name_zh}</span>` : ''}`
  return html`<li>${one.name ? html`<a href="/directory/${one.other}">${name}</a>` : name}</li>`
}
