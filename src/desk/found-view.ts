/** What was found, by kind; each kind leads to its own list. */
import type { Context } from 'hono'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  empty,
  type Html,
  html,
  inBoth,
  inLanguage,
  moments,
  person,
  type RegisterItem,
  register,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { storyStateWords } from '#src/stories/index.ts'
import type { FoundThings } from './find.ts'
import { words } from './words.ts'

/** The answer alone, for the page while someone types. */
export function foundThings(c: Context<WebEnv>, found: FoundThings): Html {
  const w = speak(words, c.var.language)
  if (found.words === '') return html``
  const kinds = [partnersFound, agreementsFound, peopleFound, ceremoniesFound, storiesFound]
  const lists = kinds.map((kind) => kind(c, found))
  if (lists.every((list) => list === ''))
    return html`<p class="visually-hidden" role="status">${w.findNothing}</p>${empty({ title: w.findNothing, text: w.findNothingText })}`
  return html`${lists}`
}

const list = (title: string, items: RegisterItem[], note: Content = ''): Content =>
  items.length === 0 ? '' : section({ title, note, body: register({ items, label: title }) })

/** A link to the whole list, where not all of it is shown. */
function more(c: Context<WebEnv>, href: string, total: number, shown: number): Content {
  return total > shown ? html`<a href="${href}">${speak(words, c.var.language).allOf(total)}</a>` : ''
}

function partnersFound(c: Context<WebEnv>, { partners, words: asked }: FoundThings): Content {
  const { language } = c.var
  const items = partners.rows.map((one) => ({
    title: inBoth({ en: one.name_en, zh: one.name_zh }, language),
    href: `/partners/${one.ror}`,
    sub: inLanguage({ en: one.city_en, zh: one.city_zh }, language),
    act: { label: words.agreementsFound[language], href: `/register?partner=${one.ror}`, describe: one.name_en },
  }))
  const all = more(c, `/partners?q=${encodeURIComponent(asked)}`, partners.total, items.length)
  return list(words.partnersFound[language], items, all)
}

function agreementsFound(c: Context<WebEnv>, { agreements, words: asked }: FoundThings): Content {
  const { language } = c.var
  const items = agreements.rows.map((row) => ({
    title: inLanguage({ en: row.title_en, zh: row.title_zh }, language),
    href: `/register/${row.id}`,
    sub: inLanguage({ en: row.name_en, zh: row.name_zh }, language),
    note: row.signed_on ? String(row.signed_on.year) : '',
  }))
  const all = more(c, `/register?q=${encodeURIComponent(asked)}`, agreements.total, items.length)
  return list(words.agreementsFound[language], items, all)
}

function peopleFound(c: Context<WebEnv>, { people }: FoundThings): Content {
  const { language } = c.var
  const items = people.map((one) => ({
    title: person({ latin: one.name_latin, native: one.name_native }),
    href: `/contacts/${one.id}`,
    sub: one.name_en
      ? html`${inLanguage({ en: one.title_en ?? '', zh: one.title_zh ?? '' }, language)} · ${inLanguage({ en: one.name_en, zh: one.name_zh ?? '' }, language)}`
      : '',
  }))
  return list(words.peopleFound[language], items)
}

function ceremoniesFound(c: Context<WebEnv>, { ceremonies }: FoundThings): Content {
  const { language } = c.var
  const items = ceremonies.map((plan) => ({
    title: inLanguage(plan.title, language),
    href: `/ceremonies/${plan.id}`,
    sub: moments(plan.startsAt, { places: plan.parties.map((party) => plan.places[party]!), language }),
  }))
  return list(words.ceremoniesFound[language], items)
}

function storiesFound(c: Context<WebEnv>, { stories }: FoundThings): Content {
  const { language } = c.var
  const items = stories.rows.map((one) => ({
    title: inLanguage({ en: one.headline_en, zh: one.headline_zh }, language),
    href: `/stories/${one.id}`,
    note: storyStateWords[one.state][language],
  }))
  const all = stories.total > items.length ? words.allOf[language](stories.total) : ''
  return list(words.storiesFound[language], items, all)
}
