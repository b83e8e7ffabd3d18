/** What both nodes must agree on about one agreement once nothing is under way, told without "ours" and "theirs". */
import { approvalsOf, findAgreement, labels, pinsOf } from '#src/agreements/index.ts'
import { standingOf } from '#src/agreements/termination.ts'
import { terminationsOf } from '#src/agreements/termination-store.ts'
import type { Db } from '#src/platform/database/tables.ts'
import { endingsOf } from '#src/signing/ending-store.ts'
import { progressOf } from '#src/signing/progress-store.ts'
import { sessionsOf } from '#src/signing/store.ts'

export type SharedState = Awaited<ReturnType<typeof sharedState>>

/** @param us ROR id of the node's own university, @param them of its partner */
export async function sharedState(db: Db, id: string, { us, them }: { us: string; them: string }) {
  const by = (side: 'ours' | 'theirs') => (side === 'ours' ? us : them)
  const agreement = (await findAgreement(db, id))!
  const { state, turn, version, round, frozen, concludedAt } = agreement
  const approvals = new Set((await approvalsOf(db, id)).map((a) => by(a.side)))
  const names = Object.entries(await labels(db, id)).map(([side, label]) => [by(side as 'ours'), label])
  return {
    state,
    turn: by(turn),
    version,
    round,
    frozen: frozen && [frozen.textHash, frozen.documentHash],
    concludedAt: concludedAt?.toString() ?? null,
    approvals: [...approvals].sort(),
    labels: Object.fromEntries(names.sort()),
    pins: Object.fromEntries((await pinsOf(db, id)).map(({ seat, pin }) => [seat, pin])),
    texts: await textsOf(db, id),
    comments: await commentsOf(db, id),
    sessions: await sessionsOn(db, agreement, by),
    terminations: (await terminationsOf(db, id)).map((t) => [
      t.id,
      t.kind,
      by(t.side),
      String(t.effectiveAt),
      standingOf(t, t.givenAt),
    ]),
  }
}

/** Sessions both nodes have had open; one that the other node refused to open exists on one of them only. */
async function sessionsOn(db: Db, { id, version }: { id: string; version: number }, by: (side: 'ours') => string) {
  const sessions = await sessionsOf(db, id)
  const told = await Promise.all(
    sessions.map(async (session) => {
      const { consents, revisions } = await progressOf(db, session, version)
      const endings = (await endingsOf(db, session.id)).map((e) => [
        by(e.side as 'ours'),
        e.kind,
        e.reason,
        String(e.at),
      ])
      const over = session.state === 'ended'
      return {
        id: session.id,
        state: session.state,
        deadline: String(session.deadline),
        endings: endings.sort(),
        // In a session that ended, a consent or a signature may have been too late for the other node.
        consents: over ? [] : consents.map((c) => [c.seat, c.statement.nonce]).sort(),
        signatures: over ? [] : revisions.map((r) => [r.seat, r.sha256, String(r.signedAt)]),
      }
    }),
  )
  return told.filter(({ endings }) => endings.length === 0 || endings.some(([, kind]) => kind !== 'not_opened'))
}

const textsOf = async (db: Db, agreement: string) =>
  (
    await db
      .selectFrom('agreement_version')
      .select('text_hash')
      .where('agreement', '=', agreement)
      .orderBy('number')
      .execute()
  ).map((v) => v.text_hash)

const commentsOf = async (db: Db, agreement: string) =>
  (
    await db
      .selectFrom('agreement_comment')
      .select('id')
      .where('agreement', '=', agreement)
      .where('internal', '=', false)
      .orderBy('id')
      .execute()
  ).map((c) => c.id)
