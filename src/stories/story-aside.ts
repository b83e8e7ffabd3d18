/** Beside a story: its way to the public and what it is about; and below it, what happened. */
import type { Context } from 'hono'
import type { Phrase } from '#src/platform/i18n/words.ts'
import { speak } from '#src/platform/i18n/words.ts'
import {
  type Content,
  day,
  facts,
  type Html,
  html,
  inLanguage,
  panel,
  type Step,
  section,
  steps,
  timeline,
} from '#src/platform/ui/index.ts'
import type { WebEnv } from '#src/platform/web.ts'
import { editorsLine } from './editors-line.ts'
import { storyJournalWords } from './journal-words.ts'
import { placesOf } from './places.ts'
import { storyPath } from './published.ts'
import type { StoryView } from './read-story.ts'
import { storyWords } from './story-words.ts'

export function storyAside(c: Context<WebEnv>, view: StoryView): Html {
  return html`${way(c, view)}${about(c, view)}`
}

function way(c: Context<WebEnv>, { seen, approvals }: StoryView): Html {
  const { language, house } = c.var
  const w = speak(storyWords, language)
  const { story, us, partner } = seen
  const has = (side: 'ours' | 'theirs') => approvals.find((a) => a.side === side)
  const approval = (side: 'ours' | 'theirs', who: Phrase): Step => ({
    label: w.approvedBy(who[language]),
    state: has(side) ? 'done' : story.state === 'in_review' ? 'half' : 'open',
    note: has(side)?.byName,
    side,
  })
  const writing = story.state === 'draft' || story.state === 'changes_requested'
  const all: Step[] = [
    { label: w.written, state: writing ? 'half' : 'done' },
    { label: w.handedIn, state: writing ? 'open' : 'done' },
    approval('ours', us.short),
    ...(story.joint && partner ? [approval('theirs', partner.short)] : []),
    {
      label: w.published,
      state: story.publishedAt ? 'done' : story.state === 'scheduled' ? 'half' : 'open',
      note: story.publishedAt ? day(story.publishedAt, { zone: house.zone, language }) : undefined,
    },
  ]
  return steps({ title: w.way, steps: all, language })
}

function about(c: Context<WebEnv>, { seen: { story, partner } }: StoryView): Html {
  const { language } = c.var
  const w = speak(storyWords, language)
  const held = story.heldOn?.toZonedDateTime('UTC').toInstant()
  const link = (href: string) => html`<a href="${href}">${w.open}</a>`
  const rows: { label: Content; value: Content }[] = [
    ...(held ? [{ label: w.heldOn, value: day(held, { zone: 'UTC', language }) }] : []),
    ...(partner
      ? [
          {
            label: w.partner,
            value: html`<a href="/partners/${partner.ror}">${inLanguage(partner.short, language)}</a>`,
          },
        ]
      : []),
    ...(story.ceremony ? [{ label: w.ceremony, value: link(`/ceremonies/${story.ceremony}`) }] : []),
    ...(story.agreement ? [{ label: w.agreement, value: link(`/agreements/${story.agreement}`) }] : []),
    ...(story.slug
      ? [{ label: w.address, value: html`<span translate="no">${storyPath(story.slug, language)}</span>` }]
      : []),
    ...(story.edition > 0 ? [{ label: w.edition, value: story.edition }] : []),
  ]
  const editors = editorsLine(story.editors, language).map((line) => html`<p>${line}</p>`)
  return panel({ title: w.facts, body: html`${rows.length > 0 && facts(rows)}${editors}` })
}

/** What happened, latest first. */
export function historySection(c: Context<WebEnv>, { seen, history }: StoryView): Content {
  const { language } = c.var
  const w = speak(storyWords, language)
  const entries = history.flatMap((entry) => {
    if (!Object.hasOwn(storyJournalWords, entry.act)) return []
    const said = storyJournalWords[entry.act as keyof typeof storyJournalWords][language]
    const what = typeof said === 'function' ? said(entry.detail as Record<string, unknown>) : said
    const side = entry.actor_kind === 'partner' ? ('theirs' as const) : ('ours' as const)
    const theirs = entry.actor_name || (seen.partner?.short[language] ?? '')
    const who = entry.actor_kind === 'node' ? w.theNode : entry.actor_kind === 'partner' ? theirs : entry.actor_name
    return [{ at: entry.at, what, who: html`<span translate="no">${who}</span>`, side }]
  })
  const list = timeline({ entries, places: placesOf(seen), language, label: w.history })
  return section({ title: w.history, body: list })
}
