/** How much of a concluded agreement the public may see. Rules only. */
import type { Agreement } from './agreement.ts'
import { refuse } from './agreement.ts'

/**
 * `listed`: title, parties, date and hashes, the rule for what both have signed. `document`: the signed file and who signed it too.
 * `hidden`: nothing of it.
 */
export const extents = ['hidden', 'listed', 'document'] as const
export type Extent = (typeof extents)[number]

export interface Publicity {
  extent: Extent
  /** On what the partner's consent to publishing the document rests, or why it is hidden. */
  reason: string
  byName: string
  at: Temporal.Instant
}

/** Before both have signed nothing is public, so there is nothing to decide. */
export const publicityOpen = ({ state }: Pick<Agreement, 'state'>): boolean => state === 'concluded'

/** What holds where nobody decided anything. */
export const extentOf = (decided: Publicity | undefined): Extent => decided?.extent ?? 'listed'

/** @throws Refusal `agreement_does_not_allow`, or `publicity_reason_missing` where the document is given out without the partner's word */
export function checkPublicity(agreement: Agreement, extent: Extent, reason: string): void {
  if (!publicityOpen(agreement)) refuse('agreement_does_not_allow', { state: agreement.state })
  if (extent === 'document' && reason === '') refuse('publicity_reason_missing', {}, 422)
}
