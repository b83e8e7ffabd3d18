/** Our side's way of approval for one agreement: as it was fixed, or as it would be; who may decide what of it now. */
import { ourInstitution } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Visitor } from '#src/platform/people/visitor.ts'
import {
  type Acting,
  actingFor,
  approvalRoutes,
  configuredSteps,
  openSteps,
  type Represented,
  type RouteStep,
  representedBy,
  routeFor,
} from '#src/procedures/index.ts'
import { type Agreement, allows } from './agreement.ts'
import { classOf } from './class-store.ts'
import { authorsOf } from './draft-store.ts'
import { type Approval, approvalsOf } from './freeze-store.ts'
import { type FixedRoute, fixedRoute, insertFixedRoute } from './route-store.ts'

export interface ApprovalRoute {
  /** Empty for the steps the configuration names. */
  name: Phrase
  steps: RouteStep[]
  /** Fixed when the text was frozen; else it may still change. */
  fixed: boolean
}

/** @param configured keys of the steps to take where no route fits, and for texts frozen before there were routes */
export async function approvalRouteOf(db: Db, agreement: Agreement, configured: string[]): Promise<ApprovalRoute> {
  if (agreement.frozen) return fixedOr(await fixedRoute(db, agreement), configured)
  const found = routeFor(await approvalRoutes(db), await classOf(db, agreement))
  return { ...(found ?? unnamed(configured)), fixed: false }
}

const unnamed = (configured: string[]) => ({ name: { en: '', zh: '' }, steps: configuredSteps(configured) })

/** The way fixed with a text; those frozen before there were routes take the steps of the configuration. */
export const fixedOr = (route: FixedRoute | undefined, configured: string[]): ApprovalRoute => ({
  ...(route ?? unnamed(configured)),
  fixed: true,
})

/** Fixes the way of approval with the text. */
export async function fixRoute(
  tx: Tx,
  agreement: Agreement,
  configured: string[],
  at: Temporal.Instant,
): Promise<RouteStep[]> {
  const found = routeFor(await approvalRoutes(tx), await classOf(tx, agreement))
  const { name, steps } = found ?? unnamed(configured)
  await insertFixedRoute(tx, agreement, { route: found?.id ?? null, name, steps }, at)
  return steps
}

/** What decides whether somebody may approve. */
export interface ApprovalRights {
  route: ApprovalRoute
  /** Steps open now. */
  open: RouteStep[]
  represented: Represented[]
  /** Who proposed it or wrote in it. */
  barred: string[]
}

export async function approvalRights(
  db: Db,
  visitor: Visitor,
  agreement: Agreement,
  { configured, now }: { configured: string[]; now: Temporal.Instant },
): Promise<ApprovalRights> {
  const represented = await standsInFor(db, visitor, now)
  const route = await approvalRouteOf(db, agreement, configured)
  const open = stillOpen(route, await approvalsOf(db, agreement.id))
  return { route, open, represented, barred: await barredFrom(db, agreement) }
}

/** In whose place somebody stands today, by our day. */
export async function standsInFor(db: Db, visitor: Visitor, now: Temporal.Instant): Promise<Represented[]> {
  const { zone } = await ourInstitution(db)
  return representedBy(db, visitor.account.id, now.toZonedDateTimeISO(zone).toPlainDate())
}

export const stillOpen = ({ steps }: ApprovalRoute, approvals: Approval[]): RouteStep[] =>
  openSteps(
    steps,
    approvals.filter(({ side }) => side === 'ours').map(({ step }) => step),
  )

/** Accounts that may not approve: whoever proposed the agreement or wrote in it. */
export async function barredFrom(db: Db, agreement: Pick<Agreement, 'id' | 'kind'>): Promise<string[]> {
  const { proposer } = await classOf(db, agreement)
  return [...(await authorsOf(db, agreement.id)), ...(proposer ? [proposer] : [])]
}

/**
 * Whoever holds a step that is open, by their duty or by name, or stands in today for whoever does, may decide it; never their
 * own draft or proposal, and nobody in the place of someone whose own it is.
 */
export function mayApprove(
  visitor: Visitor | null,
  agreement: Agreement,
  step: string,
  { open, represented, barred }: ApprovalRights,
): Acting | null {
  const found = open.find(({ key }) => key === step)
  if (!visitor || !found || !allows(agreement, 'approve')) return null
  const duties = visitor.roles.filter(({ name }) => name === 'approver').map(({ scope }) => scope)
  return actingFor({ account: visitor.account.id, duties }, represented, found, barred)
}

/** Steps of the agreement that wait for this person now. */
export const approvalsAwaited = (visitor: Visitor, agreement: Agreement, rights: ApprovalRights): string[] =>
  rights.open.map(({ key }) => key).filter((step) => mayApprove(visitor, agreement, step, rights))
