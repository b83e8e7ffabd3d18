/** Where freezing stands for the people who look at it: what hinders it, whose document, what is for us to do. Rules only. */
import { type Freeze, freezing, type Side } from './agreement.ts'
import type { Draft } from './draft-store.ts'
import type { DocumentComparison } from './tables.ts'
import { missingIn } from './text-rules.ts'
import type { Version } from './version-store.ts'

export type Hindrance =
  | { kind: 'draft_not_sent' }
  | { kind: 'text_incomplete'; fields: string[] }
  | { kind: 'signatory_unknown'; seats: string[] }

interface HeldDocument {
  sha256: string
  comparison: DocumentComparison | null
}

export interface FreezingView {
  ours: Freeze | undefined
  theirs: Freeze | undefined
  /** Whose document is the base where the two differ. */
  base: Side | null
  documentsDiffer: boolean
  comparison: DocumentComparison | null
  /** The partner's document has reached this node. */
  arrived: boolean
  /** The partner's document is here and is the base: an officer may accept it. */
  acceptable: boolean
  hindrances: Hindrance[]
}

export interface FreezingFacts {
  freezes: Freeze[]
  weAreFirst: boolean
  documents: Partial<Record<Side, HeldDocument>>
  draft: Draft
  version: Version | undefined
  /** Seats of ours without an account, by the name in them. */
  unassigned: string[]
}

export function freezingView(f: FreezingFacts): FreezingView {
  const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => f.freezes.find((one) => one.side === side))
  const { base, frozen } = freezing(f.freezes, f.weAreFirst)
  const proposed = theirs?.documentHash
  const drawn = f.documents.ours?.sha256
  const documentsDiffer = !frozen && proposed !== undefined && drawn !== undefined && drawn !== proposed
  const arrived = f.documents.theirs?.sha256 === proposed ? f.documents.theirs : undefined
  return {
    ours,
    theirs,
    base,
    documentsDiffer,
    comparison: documentsDiffer ? (arrived?.comparison ?? null) : null,
    arrived: documentsDiffer && arrived !== undefined,
    acceptable: documentsDiffer && arrived !== undefined && base === 'theirs',
    hindrances: hindrances(f),
  }
}

function hindrances({ draft, version, unassigned }: FreezingFacts): Hindrance[] {
  const fields = version ? missingIn(version.text) : []
  return [
    ...(draft.text ? [{ kind: 'draft_not_sent' as const }] : []),
    ...(fields.length > 0 ? [{ kind: 'text_incomplete' as const, fields }] : []),
    ...(unassigned.length > 0 ? [{ kind: 'signatory_unknown' as const, seats: unassigned }] : []),
  ]
}
