/** How our side approves an agreement, as its page shows it: the way, who is asked, who said no, what we take it to be. */
import { ourUnits, type Unit } from '#src/partners/index.ts'
import type { Db } from '#src/platform/database/tables.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Account } from '#src/platform/people/index.ts'
import { type AgreementType, agreementTypes, type RouteStep } from '#src/procedures/index.ts'
import { mayClassify, maySeeAgreements, type SeenAgreement } from './access.ts'
import { approvalRights, mayApprove } from './approval-route.ts'
import { holdersOf } from './approvers.ts'
import { type AgreementClass, classOf } from './class-store.ts'
import { type Rejection, rejectionsOf } from './route-store.ts'

export interface ApprovalStep {
  key: string
  label: Phrase
}

/** A step of our way with who may decide it. */
export interface ShownStep extends RouteStep {
  holders: Account['name'][]
  /** It is open now. */
  open: boolean
}

export interface Approving {
  approvalSteps: ShownStep[]
  routeName: Phrase
  routeFixed: boolean
  /** What waits for the visitor, and in whose place. */
  awaited: { key: string; instead: string | null }[]
  rejections: (Rejection & { version: number })[]
  /** Ours alone; null for whoever is not of the office. */
  classed: { is: AgreementClass; types: AgreementType[]; units: Unit[]; open: boolean } | null
}

/** @param approvalSteps what the configuration names, with its words */
export async function readApproving(
  db: Db,
  { visitor, agreement }: SeenAgreement,
  { approvalSteps, now }: { approvalSteps: ApprovalStep[]; now: Temporal.Instant },
): Promise<Approving> {
  const configured = approvalSteps.map(({ key }) => key)
  const rights = await approvalRights(db, visitor, agreement, { configured, now })
  const { route, open } = rights
  const staff = maySeeAgreements(visitor)
  const shown = await Promise.all(
    route.steps.map(async (step) => ({
      ...step,
      label: step.label.en ? step.label : (approvalSteps.find(({ key }) => key === step.key)?.label ?? named(step.key)),
      holders: staff ? (await holdersOf(db, step)).map(({ name }) => name) : [],
      open: agreement.state === 'frozen' && open.some(({ key }) => key === step.key),
    })),
  )
  const awaited = open.flatMap(({ key }) => {
    const acting = mayApprove(visitor, agreement, key, rights)
    return acting ? [{ key, instead: acting.instead?.name ?? null }] : []
  })
  return {
    approvalSteps: shown,
    routeName: route.name,
    routeFixed: route.fixed,
    awaited,
    rejections: staff ? await rejectionsOf(db, agreement.id) : [],
    classed: staff ? await readClass(db, agreement, mayClassify(visitor, agreement)) : null,
  }
}

const named = (key: string): Phrase => ({ en: key.replaceAll('_', ' '), zh: key.replaceAll('_', ' ') })

async function readClass(db: Db, agreement: SeenAgreement['agreement'], open: boolean) {
  return { is: await classOf(db, agreement), types: await agreementTypes(db), units: await ourUnits(db), open }
}
