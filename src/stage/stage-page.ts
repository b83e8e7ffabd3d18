/** The stage as halls and homes see it: one screen, both languages, nothing to press. */
import { clockTime } from '#src/platform/time.ts'
import { attribute, type Html, html, link, type View } from '#src/platform/ui/index.ts'
import { both } from './both.ts'
import { shortTitle } from './desk-head.ts'
import type { StageView } from './read-stage.ts'
import { stageWords as w } from './stage-words.ts'

export interface StagePage {
  plan: StageView['plan']
  /** What `stageRegions` says now, and the cursor that stands for it. */
  regions: Record<string, Html>
  cursor: string
  /** For a stage that is not open to all; null where it is. */
  key: string | null
  now: Temporal.Instant
  language: 'en' | 'zh'
  /** Where to join the video meeting, for those who may. */
  meeting: string | null
}

export function stagePage(view: StagePage): View {
  const { plan, regions, cursor, key, language } = view
  const query = `at=${cursor}${key ? `&key=${key}` : ''}`
  const region = (id: string, className: string) => html`<div id="${id}" class="${className}">${regions[id]}</div>`
  const body = html`<stage-feed src="${link(`/live/${plan.id}/events?${query}`)}" snapshot="${link(`/live/${plan.id}/snapshot.json${key ? `?key=${key}` : ''}`)}" offline="${w.offline[language]}" now="${view.now.epochMilliseconds}">
  <div class="stage${plan.rehearsalOf ? ' is-rehearsal' : ''}">
    <p id="stage-said" class="visually-hidden" role="status">${regions['stage-said']}</p>
    <div class="stage-head">${region('stage-title', 'stage-title-place')}${clocks(view)}</div>
    <div id="stage-line" class="stage-line" role="status">${regions['stage-line']}</div>
    ${region('stage-scene', 'stage-middle')}
    ${region('stage-captions', 'stage-captions')}
    <div class="stage-foot">${region('stage-order', 'stage-order')}${join(view)}${region('stage-watching', 'stage-watching')}</div>
  </div></stage-feed>`
  return { title: shortTitle(plan, language), kind: 'stage', body, refresh: 10 }
}

/** Both clocks, drawn for this moment; an island moves them on. */
function clocks({ plan, now }: StagePage): Html {
  const places = plan.parties.map((party) => {
    const { zone, city } = plan.places[party]!
    return html`<span class="stage-place"><stage-clock class="numbers"${attribute('zone', zone)}>${clockTime(now, zone)}</stage-clock> ${both(city)}</span>`
  })
  return html`<p class="stage-clocks">${places}</p>`
}

function join({ meeting }: StagePage): Html {
  return meeting ? html`<p class="stage-join"><a href="${link(meeting)}">${both(w.join)}</a></p>` : html``
}
