/** A button of the console: a form of its own that says which state it was pressed on, so that a stale press does nothing. */
import type { Language } from '#src/platform/i18n/words.ts'
import { attribute, type ButtonKind, type Content, type Html, hidden, html, link } from '#src/platform/ui/index.ts'
import { rowFor, type StageAct, type StageState } from './stage.ts'
import { actWords } from './words.ts'

export interface Pressable {
  state: StageState
  us: { ror: string }
  reader: { language: Language }
}

/** What every press carries. */
export const pressed = ({ state }: Pressable, act: StageAct): Record<string, string> => ({
  act,
  term: String(state.term),
  rev: String(state.rev),
})

/** The address presses go to. */
export const pressAction = ({ state }: Pressable): string => `/ceremonies/${state.ceremony}/stage`

/** Whether the act is this side's to do now; the same table guards the act. */
export const mayPress = ({ state, us }: Pressable, act: StageAct): boolean => rowFor(state, act, us.ror) !== undefined

export interface ButtonOptions {
  kind?: ButtonKind
  values?: Record<string, string>
  label?: Content
  /** Read out after the words of the button: which one of many. */
  describe?: string
  /** The letter that presses it together with the browser's own modifier keys. */
  letter?: string
  /** The key the island presses it with, where keys are switched on. */
  key?: string
  disabled?: boolean
}

/** Nothing where the act is not open here and now. */
export function pressButton(view: Pressable, act: StageAct, o: ButtonOptions = {}): Html {
  if (!mayPress(view, act)) return html``
  const about = o.describe && html` <span class="visually-hidden">${o.describe}</span>`
  const keys = html`${attribute('accesskey', o.letter)}${attribute('data-key', o.key)}${attribute('disabled', o.disabled)}`
  return html`<form class="act" action="${link(pressAction(view))}" method="post">${hidden({ ...pressed(view, act), ...o.values })}<button type="submit" class="button ${o.kind ?? 'plain'}"${keys}>${o.label ?? actWords[act][view.reader.language]}${about}</button></form>`
}
