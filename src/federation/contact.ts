/**
 * When each partner's node was last compared with ours, in the memory of this process: a database that is put back from a copy is always met
 * by a process that has compared nothing yet.
 */
import type { Hold, Meet } from '#src/signing/index.ts'
import { type Compared, type Comparing, compareNodes } from './compare-nodes.ts'
import { clocksMayDiffer, holdsFor } from './comparison.ts'

export interface Contacts {
  /** Compares now, whatever was found before. */
  compare(institution: string): Promise<Compared | string>
  meet: Meet
}

/** What a node says that does not know the question yet. */
const tooOld = 'kind_unknown'

export function openContacts(comparing: Comparing): Contacts {
  const last = new Map<string, Compared>()
  const { clock } = comparing.sender
  const compare = async (institution: string) => {
    const found = await compareNodes(comparing, institution)
    if (typeof found === 'string') last.delete(institution)
    else last.set(institution, found)
    return found
  }
  const meet: Meet = async (institution) => {
    const known = last.get(institution)
    const holds = known && Temporal.Instant.compare(known.at.add(holdsFor), clock()) > 0 && holdOn(known) === null
    const found = holds ? known : await compare(institution)
    if (typeof found !== 'string') return holdOn(found)
    return found === tooOld ? null : { reason: 'not_compared', ourClock: clock(), theirClock: null }
  }
  return { compare, meet }
}

function holdOn({ missing, at: ourClock, theirClock, ahead }: Compared): Hold | null {
  if (missing) return { reason: 'set_back', ourClock, theirClock }
  return Math.abs(ahead) > clocksMayDiffer.total('milliseconds')
    ? { reason: 'clocks_differ', ourClock, theirClock }
    : null
}
