/** Why a signature waits although it is our turn: before each one the two nodes compare clocks and what both hold. Rules only. */
export type HoldReason = 'clocks_differ' | 'not_compared' | 'set_back'

export interface Hold {
  reason: HoldReason
  ourClock: Temporal.Instant
  /** Null where the other node was not reached. */
  theirClock: Temporal.Instant | null
}

/** Compares this node with the partner's, unless that was done just now. @returns null where nothing keeps us from signing */
export type Meet = (institution: string) => Promise<Hold | null>
