/** Which text of an agreement a reader is shown, beside which earlier one, and how. Rules only. */
import type { Agreement } from './agreement.ts'
import { type ClauseChange, clauseChanges } from './changes.ts'
import type { AgreementText } from './text.ts'
import { differingFields } from './text-rules.ts'

export const ways = ['changes', 'clean', 'beside'] as const
export type Way = (typeof ways)[number]

/** A version by its number, or our unsent draft. */
export type TextName = number | 'draft'

export interface Shown {
  name: TextName
  text: AgreementText
  /** The earlier version compared with; null for the first. */
  base: { number: number; text: AgreementText } | null
  way: Way
  changes: ClauseChange[]
  /** Paths outside the clauses that differ: title, seats, which language prevails, effect and term. */
  otherChanges: string[]
}

/** What was asked for, as far as it exists: else our draft where it may be seen, else the latest version. */
export function nameShown(asked: string | undefined, latest: number, draft: boolean): TextName {
  if (asked === 'draft' && draft) return 'draft'
  const number = Number(asked)
  if (Number.isInteger(number) && number >= 1 && number <= latest) return number
  return draft || latest === 0 ? 'draft' : latest
}

/** Stands for the text in force, with which the text of an amendment, extension or renewal is compared. */
export const inForce = 0

/**
 * The version before: of a draft the latest, of a version the one before it; or an earlier one that was asked for. What follows an
 * agreement is compared with what is in force, unless asked otherwise.
 */
export function baseNumber(name: TextName, latest: number, asked: string | undefined, follows = false): number {
  const before = usualBase(name, latest, follows)
  const number = Number(asked || Number.NaN)
  const [first, last] = [follows ? inForce : 1, name === 'draft' ? latest : name - 1]
  return Number.isInteger(number) && number >= first && number <= last ? number : before
}

/** What a text is compared with when nobody asks. */
export function usualBase(name: TextName, latest: number, follows: boolean): number {
  if (follows) return inForce
  return name === 'draft' ? latest : name - 1
}

/** How a text is shown when nobody asks: what changed, as long as it still can; a frozen text as it is, unless its changes are the matter. */
export function usualWay({ frozen }: Pick<Agreement, 'frozen'>, follows = false): Way {
  return frozen && !follows ? 'clean' : 'changes'
}

export function wayShown(asked: string | undefined, hasBase: boolean, usual: Way): Way {
  if (!hasBase) return 'clean'
  return ways.find((way) => way === asked) ?? usual
}

/** Puts together what is shown. */
export function shownText(name: TextName, text: AgreementText, base: Shown['base'], way: Way): Shown {
  const pick = ({ title, prevails, effect, term, seats }: AgreementText) => ({ title, prevails, effect, term, seats })
  const otherChanges = base ? differingFields(pick(base.text), pick(text)) : []
  return { name, text, base, way, changes: clauseChanges(base?.text ?? null, text), otherChanges }
}

/** How many clauses are not as they were. */
export const changedClauses = (shown: Shown): number => shown.changes.filter((change) => change.kind !== 'same').length
