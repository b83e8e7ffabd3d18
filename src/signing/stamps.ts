/** Where this node's time-stamps come from, as signing sees it: the areas above know whom to ask. */
import type { StampSource } from '#src/platform/pades/index.ts'

/** A token that was checked, or why there is none. */
export type StampGot = { token: Uint8Array; at: Temporal.Instant } | { none: string }

export interface Stamps {
  /** Bytes to keep for a token. */
  room: number
  /** PEM of the roots of authorities that are no partner's. */
  roots: string[]
  /** Asks, and waits a few seconds at most. Never throws. @param partner whose node may be asked as well */
  ask(partner: string, imprint: Uint8Array): Promise<StampGot>
}

/** A node without any authority. */
export const noStamps: Stamps = { room: 0, roots: [], ask: async () => ({ none: 'no_authority' }) }

/** Once around: what came of it can be looked at afterwards. */
export function askingOnce({ room, ask }: Stamps, partner: string): StampSource & { got: StampGot } {
  const asking = {
    room,
    got: { none: 'not_asked' } as StampGot,
    ask: async (imprint: Uint8Array) => {
      const got = await ask(partner, imprint)
      asking.got = 'token' in got && got.token.length > room ? { none: 'token_too_long' } : got
      return 'token' in asking.got ? asking.got.token : undefined
    },
  }
  return asking
}
