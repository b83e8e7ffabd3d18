/** The way to something, step by step: done, under way, to come. */
import { type Language, speak } from '#src/platform/i18n/words.ts'
import { type Content, drawing, type Html, html } from './html.ts'
import { type Side, sideClass } from './side.ts'
import { showWords } from './words.ts'

export type StepState = 'done' | 'half' | 'open'

export interface Step {
  label: Content
  state: StepState
  note?: Content
  side?: Side
}

const circles: Record<StepState, Html> = {
  done: drawing`<svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="7" fill="currentColor"/><path class="circle-tick" d="M4.800 8.200l2.300 2.300 4.200-4.800"/></svg>`,
  half: drawing`<svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="6.400" fill="none" stroke="currentColor" stroke-width="1.200"/><path d="M8 1.600a6.400 6.400 0 0 0 0 12.800z" fill="currentColor"/></svg>`,
  open: drawing`<svg class="circle" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="6.400" fill="none" stroke="currentColor" stroke-width="1.200"/></svg>`,
}

/** The circle of a state: filled with a tick, half filled, empty. Ornament: say the state in words beside it. */
export function circle(state: StepState): Html {
  return circles[state]
}

/** A titled list of steps. The state of each is also read out. */
export function steps(o: { title: Content; steps: Step[]; language: Language }): Html {
  const w = speak(showWords, o.language)
  const items = o.steps.map(
    (step) =>
      html`<li class="step ${step.state} ${sideClass(step.side)}">${circle(step.state)}<span class="step-label">${step.label}<span class="visually-hidden"> (${w[step.state]})</span></span>${step.note && html`<span class="step-note">${step.note}</span>`}</li>`,
  )
  return html`<section class="panel steps"><h2 class="panel-title">${o.title}</h2><ol>${items}</ol></section>`
}
