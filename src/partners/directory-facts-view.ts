/** What the directory says of an institution, with its source. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import { dateWords } from '#src/platform/time.ts'
import { type Content, facts, type Html, html, inLanguage, link, panel } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { directoryWords, kindWords, statusWords } from './directory-words.ts'
import type { DirectoryEntry } from './read-directory-entry.ts'

/** Links to the record at its registry. */
export function recordPanel(c: Context<WebEnv>, { institution: i }: DirectoryEntry): Html {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const kinds = i.kinds.map((kind) => (kindWords[kind] ? inLanguage(kindWords[kind], language) : kind))
  const rows: { label: string; value: Content }[] = [
    { label: 'ROR', value: html`<a href="${link(`https://ror.org/${i.ror}`)}">${i.ror}</a>` },
    { label: w.kind, value: html`${kinds.map((kind, n) => html`${n > 0 ? ' · ' : ''}${kind}`)}` },
    ...(i.established ? [{ label: w.established, value: String(i.established) }] : []),
    ...(i.website
      ? [{ label: w.website, value: html`<a href="${link(i.website)}">${URL.parse(i.website)?.hostname}</a>` }]
      : []),
    ...Object.entries(i.identifiers).map(([registry, id]) => ({ label: registry, value: id })),
    { label: w.status, value: statusWords[i.status][language] },
  ]
  const on = dateWords(i.modified.toZonedDateTime('UTC').toInstant(), 'UTC', language)
  return panel({ title: w.facts, body: html`${facts(rows)}<p class="muted small">${w.source(on)}</p>` })
}
