/** An officer ends the node we run for a partner, starts it again, or takes back a hand-over that came to nothing. */
import type { Db, Tx } from '#src/platform/database/tables.ts'
import { actorOf, type Visitor } from '#src/platform/people/index.ts'
import { record } from '#src/platform/record.ts'
import type { OfficersHosting } from './access.ts'
import { moveHosting, refuseHosting } from './hosted-node.ts'
import { lockHosted, saveHostedState } from './store.ts'

const acts = { end: 'hosting.ended', resume: 'hosting.resumed', take_back: 'hosting.taken_back' } as const

export interface HostingChange {
  act: keyof typeof acts
  reason: string
  at: Temporal.Instant
}

/** @throws Refusal `hosting_does_not_allow` */
export async function changeHosting(db: Db, { officer, institution }: OfficersHosting, change: HostingChange) {
  const { act, reason, at } = change
  const { ror } = institution
  await db.transaction().execute(async (tx) => {
    const before = (await lockHosted(tx, ror)) ?? refuseHosting('hosting_does_not_allow', { act, state: 'none' })
    const state = moveHosting(before.state, act)
    await saveHostedState(tx, ror, { state, at, by: officer.account.name.latin, reason })
    const about = { kind: 'partner', id: ror }
    await record(tx, { at, by: actorOf(officer), about, act: acts[act], detail: { reason } })
  })
}

/** The partner's move to a node of its own was accepted: we run theirs no more. Nothing where we ran none. */
export async function hostingMoved(tx: Tx, institution: string, by: Visitor, at: Temporal.Instant): Promise<void> {
  const before = await lockHosted(tx, institution)
  if (!before || before.state === 'moved') return
  const state = moveHosting(before.state, 'accept_move')
  await saveHostedState(tx, institution, { state, at, by: by.account.name.latin, reason: '' })
  const about = { kind: 'partner', id: institution }
  await record(tx, { at, by: actorOf(by), about, act: 'hosting.moved' })
}
