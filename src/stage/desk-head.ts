/** The head of the pages behind the stage, and what else they share: the time left, the item on stage. */
import type { Plan, PlanItem } from '#src/ceremonies/index.ts'
import { colon, htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import { clockTime } from '#src/platform/time.ts'
import { type Html, head, html, inBoth, inLanguage, linkButton, tag } from '#src/platform/ui/index.ts'
import { countdown } from './both.ts'
import { nameCard } from './name-card.ts'
import type { BackstageView } from './read-console.ts'
import { itemNow } from './read-stage.ts'
import { stageWords } from './stage-words.ts'
import { consoleWords, phaseWords, sceneWords, speakerWords } from './words.ts'

/** What a browser's tab says: which desk, of which ceremony, no longer than a tab is wide. */
export function deskTitle(desk: string, { plan, reader }: Pick<BackstageView, 'plan' | 'reader'>): string {
  return `${desk}${colon[reader.language]}${shortTitle(plan, reader.language)}`
}

/** The title of a ceremony, cut where it is long. */
export function shortTitle({ title }: Pick<Plan, 'title'>, language: Language): string {
  const letters = [...(title[language] || title.en || title.zh)]
  return letters.length > 30 ? `${letters.slice(0, 29).join('')}…` : letters.join('')
}

const tones = { closed: 'plain', doors: 'warn', live: 'good', paused: 'warn', ended: 'plain' } as const

/** The head of a page: which desk, of which ceremony, and how the stage stands. */
export function deskHead(view: BackstageView, desk: string): Html {
  const { plan, state, reader } = view
  const { language } = reader
  const w = speak(consoleWords, language)
  const other = language === 'en' ? 'zh' : 'en'
  const scene = state.phase === 'live' && html` · ${sceneWords[state.scene][language]}`
  const mark = plan.rehearsalOf && html` ${tag(inBoth(stageWords.rehearsal, language), 'warn')}`
  return html`${head({
    over: html`<a href="/ceremonies/${plan.id}">${w.plan}</a> · ${desk}`,
    title: inLanguage(plan.title, language),
    second: plan.title[language] && plan.title[other],
    secondLang: htmlLang[other],
    meta: html`${tag(html`${phaseWords[state.phase][language]}${scene}`, tones[state.phase])}${mark}`,
    acts: linkButton({ href: `/live/${plan.id}`, label: w.openStage }),
  })}`
}

/** Time left for the item on stage, and how far it is past. */
export function timeLeft({ state, plan, reader }: BackstageView): Html {
  const { itemEndsAt: until, heldAt } = state
  if (!until) return html``
  return countdown({ until, heldAt, plan, over: true, now: reader.now, label: stageWords.until })
}

/** An item as the stage shows it, small. */
export function itemCard(view: BackstageView, item: PlanItem): Html {
  const { reader, us, plan } = view
  const time = clockTime(item.startsAt, plan.places[us.ror]!.zone)
  return html`<div class="item-card"><p class="item-card-title">${inBoth(item.title, reader.language)}</p>
    ${item.speaker && nameCard(view, item.speaker)}
    <p class="muted small numbers">${time} · ${speakerWords.minutes[reader.language](item.minutes)}</p></div>`
}

/** The item on stage with its time, or that there is none. */
export function onStage(view: BackstageView): Html {
  const item = itemNow(view)
  const w = speak(consoleWords, view.reader.language)
  if (!item) return html`<p class="muted">${w.nothingYet}</p>`
  return html`${itemCard(view, item)}<p class="desk-time">${timeLeft(view)}</p>`
}
