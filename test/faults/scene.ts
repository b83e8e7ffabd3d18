/** One side of a play, as the people there find it when they look. */
import type { Agreement } from '#src/agreements/index.ts'
import type { OwnNode } from '#src/federation/index.ts'
import type { KeyHouse } from '#src/keys/index.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import type { Office, Who } from '#test/support/office.ts'
import type { FaultNode } from './node.ts'
import type { Route, Which } from './schedule.ts'

/** What people need of a node to act on it, whether it runs in this process or in one of its own. */
export interface Desk {
  office: Pick<Office, 'database' | 'ror' | 'publicUrl' | 'visitor'>
  /** Where its own keys are. */
  keys: KeyHouse
  /** What it says of itself, and where it is reached. */
  own: Pick<OwnNode, 'document'>
  address: string
  /** Those who were there already. */
  visitors: Map<Who, Visitor>
}

export async function visitor({ visitors, office }: Desk, who: Who): Promise<Visitor> {
  const known = visitors.get(who) ?? (await office.visitor(who))
  visitors.set(who, known)
  return known
}

export interface Scene<Node extends Desk = Desk> {
  node: Node
  which: Which
  agreement: string
  /** See `Run`. */
  play: string
  /** Where each side's agreements can be looked up, by ROR id. */
  sites: Record<string, string>
  at: Temporal.Instant
}

/** Where more is asked of the node than its people need. */
export interface NodeScene extends Scene<FaultNode> {
  route: Route
  typesetter: Typesetter
}

/** One person does the one thing that can be done now. @returns what it was, or undefined where all wait for the other side */
export type Act<On extends Scene = NodeScene> = (scene: On) => Promise<string | undefined>

export const officer = async ({ node }: Pick<Scene, 'node'>, agreement: Agreement) => ({
  officer: await visitor(node, 'officer'),
  agreement,
})
