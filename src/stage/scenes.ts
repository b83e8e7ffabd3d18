/** The scenes of the stage but the signing: doors, speech, slides, photograph, farewell. */
import { chirograph, day, type Html, html, link } from '#src/platform/ui/index.ts'
import { both, countdown, inBothCities, inCity, lines } from './both.ts'
import { halfClass, houseHead, languageOf, nameCard } from './name-card.ts'
import { itemNow, type StageView, sceneShown, slideShown } from './read-stage.ts'
import { signingScene, wordState } from './scene-signing.ts'
import { deckOwner } from './slides.ts'
import { stageWords as w } from './stage-words.ts'

/** The middle of the stage. */
export function scene(view: StageView): Html {
  const { phase } = view.state
  if (phase === 'closed' || phase === 'doors') return doors(view)
  if (phase === 'ended') return farewell(view)
  const shown = sceneShown(view)
  if (shown === 'signing' || shown === 'concluded') return signingScene(view, shown === 'concluded')
  if (shown === 'slides') return slides(view)
  if (shown === 'photograph') return backdrop(view, both(w.photograph))
  return speech(view)
}

/** Both universities and what brings them together: before the beginning, behind a photograph, at the end. */
function backdrop(view: StageView, below: Html): Html {
  const { plan } = view
  const [left, right] = plan.parties
  return html`<div class="scene scene-backdrop">
    <section class="stage-half left ${halfClass(view, left)}">${houseHead(view, left)}</section>
    <div class="stage-cut ${halfClass(view, left)}" aria-hidden="true">${chirograph({ state: wordState(view), language: 'en', id: 'stage' })}</div>
    <section class="stage-half right ${halfClass(view, right)}">${houseHead(view, right)}</section>
    <div class="backdrop-words"><h1 class="backdrop-title">${lines(plan.title)}</h1><div class="backdrop-below">${below}</div></div>
  </div>`
}

function doors(view: StageView): Html {
  const { plan, state } = view
  const when = begins(view)
  if (state.phase === 'closed') return backdrop(view, html`${when}<p class="muted">${both(w.notYet)}</p>`)
  const until = plan.startsAt.toString()
  return backdrop(
    view,
    html`${when}<p class="doors-line">${both(w.doorsOpen)} ${countdown({ until, plan, label: w.begins })}</p>`,
  )
}

/** The day and both hours; each hour with its own day where it is another in the other hall. */
function begins({ plan }: StageView): Html {
  const at = plan.startsAt
  const places = plan.parties.map((party) => plan.places[party]!)
  const days = places.map(({ zone }) => {
    const inEnglish = day(at, { zone, language: 'en' })
    const inChinese = day(at, { zone, language: 'zh' })
    return html`<span lang="en">${inEnglish}</span> · <span lang="zh-CN">${inChinese}</span>`
  })
  if (String(days[0]) === String(days[1]))
    return html`<p class="backdrop-when">${days[0]} · ${inBothCities({ plan }, at)}</p>`
  return html`${places.map((place, n) => html`<p class="backdrop-when">${days[n]} · ${inCity(at, place)}</p>`)}`
}

function farewell(view: StageView): Html {
  return backdrop(view, html`<p class="farewell">${both(w.thanks)}</p><p class="muted">${both(w.over)}</p>`)
}

function speech(view: StageView): Html {
  const item = itemNow(view)
  if (!item) return backdrop(view, html`<p class="doors-line">${both(w.beginsSoon)}</p>`)
  const { speaker } = item
  return html`<div class="scene scene-speech${speaker ? '' : ' without-speaker'}">
    <h1 class="speech-title">${lines(item.title)}</h1>
    ${speaker ? nameCard(view, speaker) : houses(view)}
    <p class="speech-foot"><span>${languageOf(item)}</span>${timeLeft(view)}</p>
  </div>`
}

function houses(view: StageView): Html {
  return html`<div class="speech-houses">${view.plan.parties.map((party) => html`<div class="${halfClass(view, party)}">${houseHead(view, party)}</div>`)}</div>`
}

function timeLeft({ state, plan }: StageView): Html {
  const { itemEndsAt: until, heldAt } = state
  return until ? countdown({ until, heldAt, plan, label: w.until }) : html``
}

function slides(view: StageView): Html {
  const shown = slideShown(view)!
  const item = itemNow(view)
  const { slide, picture, next } = shown
  const at = `/slides/${deckOwner(view.plan)}/${slide.file}`
  const label = `${w.slide.en} ${w.slide.zh} ${slide.page} / ${slide.pages}`
  const ahead = next && html`<img class="slide-ahead" src="${link(`${at}-${slide.page + 1}.png`)}" alt="" hidden>`
  return html`<div class="scene scene-slides">
    <h1 class="visually-hidden">${item ? both(item.title) : ''}</h1>
    <div class="slide-frame"><img class="slide" src="${link(`${at}-${slide.page}.png`)}" alt="${label}" width="${picture.width}" height="${picture.height}">${ahead}</div>
    <div class="slide-side">
      <p class="slide-title">${item && lines(item.title)}</p>
      ${item?.speaker && nameCard(view, item.speaker)}
      <p class="speech-foot"><span class="numbers">${slide.page} / ${slide.pages}</span>${timeLeft(view)}</p>
    </div>
  </div>`
}
