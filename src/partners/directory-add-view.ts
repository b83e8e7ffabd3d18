/** Taking an institution of the directory into our register. */
import type { Context } from 'hono'
import { type Phrase, speak } from '#src/platform/i18n/words.ts'
import { actions, form, type Html, html, pairField, section, selectField, submit } from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { directoryWords } from './directory-words.ts'
import type { DirectoryEntry } from './read-directory-entry.ts'

/** What was typed into the form, when it comes back with a refusal. */
export interface Typed {
  name: Phrase
  short: Phrase
  city: Phrase
  zone: string
}

/** Begins from what the directory knows, or from what was typed. */
export function addSection(c: Context<WebEnv>, { institution, zones }: DirectoryEntry, typed?: Typed): Html {
  const { language } = c.var
  const w = speak(directoryWords, language)
  const value: Typed = typed ?? {
    name: { en: institution.name, zh: institution.name_zh ?? '' },
    short: { en: '', zh: '' },
    city: { en: institution.city, zh: '' },
    zone: zones[0]!,
  }
  return section({
    title: w.add,
    note: w.addHint,
    id: 'add',
    body: form({
      action: `/directory/${institution.ror}/partner`,
      body: html`${pairField({ name: 'name', label: w.name, value: value.name, language, hint: w.nameHint })}${pairField({ name: 'short', label: w.short, value: value.short, language })}${pairField({ name: 'city', label: w.city, value: value.city, language })}${selectField({ name: 'zone', label: w.zone, value: value.zone, options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })) })}${actions(submit({ label: w.add }))}`,
    }),
  })
}
