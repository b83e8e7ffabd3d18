/** The answer to "what do we have with them?", first on a partner's page: each line leads to its own page. */
import type { Context } from 'hono'
import { stateWords } from '#src/agreements/index.ts'
import { ceremonyStateWords } from '#src/ceremonies/index.ts'
import type { SeenPartner } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  html,
  inLanguage,
  moments,
  type RegisterItem,
  register,
  section,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { onDay } from './brief-part.ts'
import { readWithPartner, type WithPartner } from './read-with-partner.ts'
import { words } from './words.ts'

/** Nothing on our own page, nor for whoever sees none of it. */
export const withPartner =
  (db: Db) =>
  async (c: Context<WebEnv>, seen: SeenPartner): Promise<Content> => {
    const { institution } = seen
    if (institution.ours) return ''
    const have = await readWithPartner(db, seen, c.var.now)
    const w = speak(words, c.var.language)
    const lists = [
      list(w.agreementsFound, [...onTheirWay(c, have), ...living(c, have)]),
      list(w.promisesOpen, promises(c, have)),
      list(w.ceremoniesFound, occasions(c, have)),
      list(w.storiesFound, stories(c, have)),
    ].filter((one) => one !== '')
    const nothing = html`<p class="muted">${w.haveNothing}</p>`
    const note = have.inRegister > 0 && allOf(c, institution.ror, have)
    return section({ title: w.haveWithThem, note, body: lists.length > 0 ? html`${lists}` : nothing })
  }

const list = (label: string, items: RegisterItem[]): Content =>
  items.length === 0 ? '' : html`<h3>${label}</h3>${register({ items, label })}`

const allOf = (c: Context<WebEnv>, ror: string, { inRegister }: WithPartner): Content =>
  html`<a href="/register?partner=${ror}">${speak(words, c.var.language).inRegister(inRegister)}</a>`

function onTheirWay({ var: { language } }: Context<WebEnv>, have: WithPartner): RegisterItem[] {
  return have.onTheirWay.map((one) => ({
    title: inLanguage(one.title, language),
    href: `/agreements/${one.id}`,
    note: stateWords[one.state][language],
    side: one.turn === 'ours' ? 'ours' : 'theirs',
  }))
}

function living({ var: { language } }: Context<WebEnv>, have: WithPartner): RegisterItem[] {
  const w = speak(words, language)
  return have.living.map((row) => ({
    title: inLanguage({ en: row.title_en, zh: row.title_zh }, language),
    href: `/register/${row.id}`,
    sub: row.reference,
    note: row.ends_on ? w.until(onDay(row.ends_on, language)) : w.openEnded,
    urgent: row.ends_on !== null && have.day.until(row.ends_on).days <= 90,
  }))
}

function promises({ var: { language } }: Context<WebEnv>, have: WithPartner): RegisterItem[] {
  const w = speak(words, language)
  return have.promises.map(({ commitment, due }) => ({
    title: inLanguage(commitment.words, language),
    href: `/commitments/${commitment.id}`,
    sub: commitment.by,
    note: due ? w.due(onDay(due, language)) : '',
    urgent: due !== null && Temporal.PlainDate.compare(due, have.day) < 0,
  }))
}

function occasions({ var: { language } }: Context<WebEnv>, have: WithPartner): RegisterItem[] {
  return have.occasions.map((plan) => ({
    title: inLanguage(plan.title, language),
    href: `/ceremonies/${plan.id}`,
    sub: moments(plan.startsAt, { places: plan.parties.map((party) => plan.places[party]!), language }),
    note: ceremonyStateWords[plan.state][language],
  }))
}

function stories({ var: { language } }: Context<WebEnv>, have: WithPartner): RegisterItem[] {
  return have.stories.map((story) => ({
    title: inLanguage(story.headline, language),
    href: `/stories/${story.id}`,
    note: story.heldOn ? onDay(story.heldOn, language) : '',
  }))
}
