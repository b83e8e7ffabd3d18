/** In whose name something taken from a message is noted. */
import type { Party, Plan } from '#src/ceremonies/index.ts'
import type { Actor } from '#src/platform/record.ts'

/** The partner's people; or our node by itself, where what we once said was given back to us. */
export const actorAt = ({ partner }: Pick<Plan, 'partner'>, party: Party, name = ''): Actor =>
  party === partner ? { kind: 'partner', institution: partner, name } : { kind: 'node' }
