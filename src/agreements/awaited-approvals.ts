/** Which frozen agreements wait for somebody's approval: asked of all at once, whatever their number. */
import type { Db } from '#src/platform/database/tables.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import { approvalsAwaited, fixedOr, standsInFor, stillOpen } from './approval-route.ts'
import { classesOf } from './class-store.ts'
import { authorsOfEach } from './draft-store.ts'
import { approvalsOfEach } from './freeze-store.ts'
import { fixedRoutes } from './route-store.ts'
import { frozenOf } from './store.ts'

/** @param o.ids of agreements; those not frozen wait for nobody's approval. @returns ids of those that wait for this person */
export async function awaitedApprovals(
  db: Db,
  visitor: Visitor,
  { ids, configured, now }: { ids: string[]; configured: string[]; now: Temporal.Instant },
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const frozen = await frozenOf(db, ids)
  if (frozen.length === 0) return new Set()
  const [represented, routes, approvals, classes, authors] = await Promise.all([
    standsInFor(db, visitor, now),
    fixedRoutes(db, frozen),
    approvalsOfEach(db, ids),
    classesOf(db, frozen),
    authorsOfEach(db, ids),
  ])
  const waits = frozen.filter((agreement) => {
    const { id } = agreement
    const route = fixedOr(routes.get(id), configured)
    const proposer = classes.get(id)?.proposer
    const barred = [...(authors.get(id) ?? []), ...(proposer ? [proposer] : [])]
    const rights = { route, open: stillOpen(route, approvals.get(id) ?? []), represented, barred }
    return approvalsAwaited(visitor, agreement, rights).length > 0
  })
  return new Set(waits.map(({ id }) => id))
}
