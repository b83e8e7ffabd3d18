/** What several scenes of the stage are made of: name cards, the two universities, an ornamental stroke. */
import type { PlanItem, Speaker } from '#src/ceremonies/index.ts'
import type { Institution } from '#src/partners/index.ts'
import { type Html, html, person, sideClass } from '#src/platform/ui/index.ts'
import { both, lines } from './both.ts'
import { institutionOf, type StageView } from './read-stage.ts'
import { stageWords } from './stage-words.ts'

/** The speaker's name in both scripts at the same size, with title and house in both languages. */
export function nameCard({ us }: Pick<StageView, 'us'>, speaker: Speaker): Html {
  const side = speaker.party === null ? undefined : speaker.party === us.ror ? 'ours' : 'theirs'
  return html`<div class="name-card ${sideClass(side)}">
    <p class="name-card-name">${person(speaker.name)}</p>
    <p class="name-card-title">${both(speaker.title)}</p>
    <p class="name-card-house">${both(speaker.organisation)}</p>
  </div>`
}

/** In which language an item is held, and whether it is interpreted. */
export function languageOf({ language, interpreter }: PlanItem): Html {
  const spoken =
    language === 'both' ? null : language === 'en' ? both(stageWords.inEnglish) : both(stageWords.inChinese)
  const interpreted = interpreter ? both(stageWords.interpreted) : null
  return html`${spoken}${spoken && interpreted && ' · '}${interpreted}`
}

/** One to three characters of a university for its round seal. */
export function sealOf({ en, zh }: Institution['short']): string {
  const initials = en.split(/[\s-]+/).filter(Boolean)
  if (initials.length > 1) {
    const first = initials.slice(0, 3).map((word) => [...word][0])
    return first.join('')
  }
  return zh && [...zh].length <= 3 ? zh : [...en].slice(0, 3).join('')
}

/** A university at the head of its half: seal and both names. */
export function houseHead(view: StageView, party: string): Html {
  const { name, short } = institutionOf(view, party)
  return html`<div class="house-head"><span class="seal" aria-hidden="true" translate="no">${sealOf(short)}</span>
    <h2 class="house-name" translate="no">${lines(name)}</h2></div>`
}

/** The class of a half: whose it is on this node. */
export const halfClass = ({ us }: StageView, party: string): string => sideClass(party === us.ror ? 'ours' : 'theirs')

const strokes = [
  'M6 92C40 30 66 8 82 14c20 8-40 92-30 102 12 10 50-96 76-92 18 4-28 84-10 86 18 0 34-70 56-66 14 4-16 56 2 60 26 4 46-52 70-48 16 4-2 36 14 40 28 6 84-30 142-44',
  'M4 108C54 96 92 18 122 14c26-2-20 96 6 98 30 2 40-92 68-90 22 2-22 78-2 82 24 4 36-58 60-56 18 2-10 46 8 50 22 4 40-40 62-38 18 2 2 32 22 34 20 0 44-18 66-30',
] as const

/** A pen's stroke above the line of whoever has signed. Ornament: nobody's handwriting, and in no document. */
export function stroke(half: 0 | 1): Html {
  return html`<svg class="stroke" viewBox="0 0 420 130" aria-hidden="true" focusable="false"><path d="${strokes[half]}" pathLength="1"/></svg>`
}
