/** An officer has us run a node for a partner that has none. */
import { randomBytes } from 'node:crypto'
import { findPartnership, ourToday, startPartnership } from '#src/partners/index.ts'
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import { hasOwnNode, type OfficersHosting } from './access.ts'
import { type HostedNode, mostHosted, moveHosting, readLabel, refuseHosting } from './hosted-node.ts'
import type { Houses } from './houses.ts'
import { hostedNodes, insertHosted, lockHosted } from './store.ts'

/** @throws Refusal `hosting_not_set_up`, `partner_has_a_node`, `label_not_a_name`, `label_taken`, `too_many_hosted` */
export async function startHosting(
  { db, houses }: { db: Db; houses: Houses },
  { officer, institution }: OfficersHosting,
  { label: typed, at }: { label: string; at: Temporal.Instant },
): Promise<HostedNode> {
  if (!houses.pattern) refuseHosting('hosting_not_set_up', {}, 409)
  const label = readLabel(typed)
  const { ror } = institution
  // First of all: where no database can be made, nothing was begun.
  const database = await houses.prepare(ror)
  const node: HostedNode = { ...fresh(officer, at), institution: ror, label, database }
  await db.transaction().execute(async (tx) => {
    const state = moveHosting((await lockHosted(tx, ror))?.state ?? 'none', 'start')
    await refuseWhatCannotBe(tx, ror, label)
    await insertHosted(tx, { ...node, state }, houses.seal(ror, randomBytes(32).toString('hex')))
    await asPartner(tx, ror, at)
    const about = { kind: 'partner', id: ror }
    await record(tx, { at, by: actorOf(officer), about, act: 'hosting.started', detail: { label } })
  })
  return node
}

const fresh = (officer: Visitor, at: Temporal.Instant) => ({
  state: 'running' as const,
  startedAt: at,
  changedAt: at,
  changedBy: officer.account.name.latin,
  reason: '',
})

async function refuseWhatCannotBe(tx: Tx, ror: string, label: string): Promise<void> {
  if (await hasOwnNode(tx, ror)) refuseHosting('partner_has_a_node')
  const others = await hostedNodes(tx)
  if (others.some((one) => one.label === label)) refuseHosting('label_taken', { label })
  if (others.filter((one) => one.state === 'running').length >= mostHosted)
    refuseHosting('too_many_hosted', { most: mostHosted })
}

/** Whoever negotiates with us is a prospect at least. */
async function asPartner(tx: Tx, ror: string, at: Temporal.Instant): Promise<void> {
  if (await findPartnership(tx, ror)) return
  const since = (await ourToday(tx, at)).toString()
  await startPartnership(tx, { id: crypto.randomUUID(), partner: ror, state: 'prospect', since })
}
