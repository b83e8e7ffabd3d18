/** The living parts of the stage, rendered once for all viewers: the page is drawn with them, and the stream sends those that changed. */
import type { PlanItem } from '#src/ceremonies/index.ts'
import { clockTime } from '#src/platform/time.ts'
import { attribute, type Html, html, person, sideClass } from '#src/platform/ui/index.ts'
import { both, lines, rounded } from './both.ts'
import { itemNow, type StageView } from './read-stage.ts'
import type { Line, Tongue } from './said-store.ts'
import { scene } from './scenes.ts'
import { lostContact, stageWords as w } from './stage-words.ts'

/** By the ids of their places on the page, in the order of the page. */
export function stageRegions(view: StageView): Record<string, Html> {
  return {
    'stage-said': said(view),
    'stage-title': title(view),
    'stage-line': interruption(view),
    'stage-scene': scene(view),
    'stage-captions': captions(view),
    'stage-order': order(view),
    'stage-watching': watching(view),
  }
}

/** What a screen reader is told: it changes with the item and the great moments and with nothing else, so each is heard once. */
function said(view: StageView): Html {
  const { phase, scene } = view.state
  if (phase === 'doors') return both(w.doorsOpen)
  if (phase === 'ended') return both(w.over)
  const item = itemNow(view)
  if (!item) return html``
  if (scene === 'concluded' && view.signing?.concluded) return both(view.plan.rehearsalOf ? w.rehearsed : w.concluded)
  const who = item.speaker && html`: ${person(item.speaker.name)}`
  return html`${both(w.now)}: ${both(item.title)}${who}`
}

function title({ plan }: StageView): Html {
  const mark =
    plan.rehearsalOf && html`<span class="rehearsal-mark">${both(w.rehearsal)} · ${both(w.rehearsalNote)}</span>`
  return html`<span class="stage-titles">${lines(plan.title)}</span> ${mark}`
}

/** One line at most, and only when something is out of the ordinary. */
function interruption({ state, silentSince, partner }: StageView): Html {
  if (state.phase === 'paused') return html`<p class="stage-pause">${both(w.pause)}</p>`
  if (!silentSince || state.phase === 'closed' || state.phase === 'ended') return html``
  const phrase = { en: lostContact.en(partner.city.en), zh: lostContact.zh(partner.city.zh) }
  return html`<p class="stage-lost">${both(phrase)}</p>`
}

function captions(view: StageView): Html {
  const track = (language: Tongue, lang: string, sign: string) => {
    const shown = view.captions[language]
    const text = shown.map((line: Line) => html`<span class="caption-line">${line.text}</span> `)
    return html`<div class="caption" lang="${lang}">${shown.length > 0 && html`<span class="caption-sign" aria-hidden="true">${sign}</span><p>${text}</p>`}</div>`
  }
  return html`${track('en', 'en', 'EN')}${track('zh', 'zh-CN', '中')}`
}

/** Items shown in the line at the foot: the one before, the one on stage, and as many of the next as a wide screen holds. */
const before = 1
const after = 3

function order(view: StageView): Html {
  const { plan, state, us } = view
  const at = Math.max(
    0,
    plan.items.findIndex(({ id }) => id === state.item),
  )
  const from = Math.max(0, Math.min(at - before, plan.items.length - before - after - 1))
  const shown = plan.items.slice(from, from + before + 1 + after)
  const { zone } = plan.places[us.ror]!
  return html`<ol class="stage-list" aria-label="${w.order.en} ${w.order.zh}">${shown.map((item) => one(item, zone, state, us.ror))}</ol>`
}

function one(item: PlanItem, zone: string, { item: now, phase }: StageView['state'], us: string): Html {
  const current = item.id === now && phase !== 'ended'
  const side = item.party === null ? '' : sideClass(item.party === us ? 'ours' : 'theirs')
  return html`<li class="stage-item ${side}"${attribute('aria-current', current && 'step')}><time datetime="${item.startsAt.toString({ smallestUnit: 'second' })}">${clockTime(item.startsAt, zone)}</time> ${both(item.title)}</li>`
}

function watching({ watching: { here, there }, state }: StageView): Html {
  const n = rounded(here + there)
  if (n === 0 || state.phase === 'closed' || state.phase === 'ended') return html``
  return html`<span class="numbers">${n.toLocaleString('en-GB')}</span> ${both(w.watching)}`
}
