/** The two sides of an agreement: ours in the accent of the house, theirs in the partner's colour. */
import { attribute, type Html, html } from './html.ts'

export type Side = 'ours' | 'theirs'

/** The class that gives an element its side's colour as `--side`. */
export function sideClass(side: Side | undefined): string {
  return side ? `side-${side}` : ''
}

/** A dot in the side's colour. Colour alone says nothing: give `label` unless the side's name stands beside it. */
export function sideDot(side: Side, label?: string): Html {
  return html`<span class="dot ${sideClass(side)}"${attribute('aria-hidden', label === undefined && 'true')}>${label && html`<span class="visually-hidden">${label}</span>`}</span>`
}
