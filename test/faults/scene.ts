/** One side of a play, as the people there find it when they look. */
import type { Agreement } from '#src/agreements/index.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { type FaultNode, visitor } from './node.ts'
import type { Route, Which } from './schedule.ts'

export interface Scene {
  node: FaultNode
  which: Which
  route: Route
  agreement: string
  /** See `Run`. */
  play: string
  typesetter: Typesetter
  /** Where each side's agreements can be looked up, by ROR id. */
  sites: Record<string, string>
  at: Temporal.Instant
}

/** One person does the one thing that can be done now. @returns what it was, or undefined where all wait for the other side */
export type Act = (scene: Scene) => Promise<string | undefined>

export const officer = async ({ node }: Pick<Scene, 'node'>, agreement: Agreement) => ({
  officer: await visitor(node, 'officer'),
  agreement,
})
