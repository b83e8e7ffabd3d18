/** What both sides call an agreement of the register, and what it asks for. */
import type { Context } from 'hono'
import { chosenName } from '#src/partners/index.ts'
import { speak } from '#src/platform/i18n/words.ts'
import { type Content, facts, type Html, html, section } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { prevailsWords } from './entry-value-words.ts'
import { entryWords } from './entry-words.ts'
import type { EntryView } from './read-entry.ts'

/** Our own note is shown to officers, auditors and administrators only. */
export function namesSection(c: Context<WebEnv>, { entry: e, units, internal }: EntryView): Html {
  const { language } = c.var
  const w = speak(entryWords, language)
  const rows: { label: string; value: Content }[] = [
    { label: w.reference, value: e.reference },
    { label: w.theirTitle, value: e.their_title },
    { label: w.theirType, value: e.their_type },
    { label: w.theirReference, value: e.their_reference },
    { label: w.fields, value: e.fields },
    { label: w.ourUnit, value: chosenName({ unit: '', unitId: e.unit_id }, units, language) },
    { label: w.units, value: e.units },
    { label: w.prevails, value: prevailsWords[e.prevails][language] },
  ].filter(({ value }) => value !== '')
  const obligations =
    e.obligations &&
    section({ level: 3, title: w.obligations, body: html`<p class="serif lines">${e.obligations}</p>` })
  const note =
    internal &&
    e.note &&
    section({ level: 3, title: w.note, note: w.noteHint, body: html`<p class="lines">${e.note}</p>` })
  return section({ title: w.names, body: html`${facts(rows)}${obligations}${note}` })
}
