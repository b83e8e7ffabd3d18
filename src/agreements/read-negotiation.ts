/** Reads everything the page of one agreement shows. */
import type { Db } from '#src/platform/database/tables.ts'
import { accountsWithRole } from '#src/platform/people/index.ts'
import { stageTargets } from '#src/procedures/index.ts'
import { isOfficer, mayAct, mayAssignSignatory, mayReopen, maySeeAgreements, type SeenAgreement } from './access.ts'
import { mayFollow } from './chain.ts'
import { readChain } from './chain-store.ts'
import { stretchesOf } from './clock-store.ts'
import { comments } from './comment-store.ts'
import { type Draft, findDraft } from './draft-store.ts'
import { approvalsOf, findDocument, freezesOf, pinsOf, refusedFreeze, signatories } from './freeze-store.ts'
import { freezingView } from './freezing-view.ts'
import { labels } from './label-store.ts'
import { publicityOpen } from './publicity.ts'
import { publicityOf } from './publicity-store.ts'
import { type ApprovalStep, readApproving } from './read-approving.ts'
import { readDeparture } from './read-departure.ts'
import { readEffect } from './read-effect.ts'
import { clearedApprovals, startedAt, waitingFor } from './register-store.ts'
import { baseNumber, inForce, nameShown, type Shown, shownText, usualWay, wayShown } from './shown-text.ts'
import { stageTimes } from './stage-clock.ts'
import { findAgreement, historyOf } from './store.ts'
import { terminationsOf } from './termination-store.ts'
import type { AgreementText } from './text.ts'
import { findVersion, versionList } from './version-store.ts'

/** What of the page the reader asked for. */
export interface Asked {
  version?: string
  since?: string
  show?: string
  clause?: string
}

export type Negotiation = Awaited<ReturnType<typeof readNegotiation>>

/** Drafts and internal comments are for the staff of this node; a signatory without another role sees what crosses. */
export async function readNegotiation(
  db: Db,
  seen: SeenAgreement,
  asked: Asked,
  { approvalSteps, now }: { approvalSteps: ApprovalStep[]; now: Temporal.Instant },
) {
  const { agreement } = seen
  const { id } = agreement
  const staff = maySeeAgreements(seen.visitor)
  const stored = await findDraft(db, id)
  const around = await readAround(db, seen)
  const draft: Draft = staff ? stored : { ...stored, text: null }
  const said = await comments(db, id)
  const freezing = await readFreezing(db, seen, draft)
  const approving = await readApproving(db, seen, { approvalSteps, now })
  return {
    ...seen,
    staff,
    may: {
      ...mayDo(seen, draft, freezing),
      approve: approving.awaited.map(({ key }) => key),
      follow: isOfficer(seen.visitor) && mayFollow(agreement, around.chain),
    },
    approvals: await approvalsOf(db, id),
    draft,
    ...approving,
    clause: asked.clause,
    shown: await readShown(db, seen, draft, asked),
    latest: await findVersion(db, id, agreement.version),
    comments: staff ? said : said.filter((comment) => !comment.internal),
    ...around,
    ...freezing,
    ...(await readClock(db, id, now)),
    departing: staff ? await readDeparture(db, agreement) : null,
    history: staff ? await historyOf(db, id) : [],
  }
}

/** The agreements that follow one another, and what was said about ending them. */
async function readFollowing(db: Db, id: string) {
  const chain = await readChain(db, id)
  return { chain, terminations: await terminationsOf(db, chain.root.id) }
}

/** How long each stage took on each side. */
async function readClock(db: Db, id: string, now: Temporal.Instant) {
  const targets = await stageTargets(db)
  const all = (await stretchesOf(db, [id])).get(id) ?? []
  return { targets, times: stageTimes(all, targets, now) }
}

async function readAround(db: Db, { agreement }: SeenAgreement) {
  return {
    labels: await labels(db, agreement.id),
    versions: await versionList(db, agreement.id),
    waiting: await waitingFor(db, agreement),
    startedAt: await startedAt(db, agreement.id),
    cleared: await clearedApprovals(db, agreement.id),
    effect: await readEffect(db, agreement),
    ...(await readFollowing(db, agreement.id)),
    publicity: await publicityOf(db, agreement.id),
    pins: await pinsOf(db, agreement.id),
  }
}

/** @returns what to show; nothing where the only text is a draft the visitor may not see */
async function readShown(db: Db, { agreement }: SeenAgreement, draft: Draft, asked: Asked): Promise<Shown | null> {
  const name = nameShown(asked.version, agreement.version, draft.text !== null)
  const text = name === 'draft' ? draft.text : (await findVersion(db, agreement.id, name))?.text
  if (!text) return null
  const follows = text.follows !== undefined
  const number = baseNumber(name, agreement.version, asked.since, follows)
  const base =
    number === inForce && follows ? await followedVersion(db, text) : await findVersion(db, agreement.id, number)
  const way = wayShown(asked.show, base !== undefined, usualWay(agreement, follows))
  return shownText(name, text, base ? { number, text: base.text } : null, way)
}

/** The concluded text that an amendment, extension or renewal follows. */
async function followedVersion(db: Db, { follows }: AgreementText) {
  const before = await findAgreement(db, follows!.agreement)
  return before && findVersion(db, before.id, before.version)
}

async function readFreezing(db: Db, { agreement, us }: SeenAgreement, draft: Draft) {
  const version = await findVersion(db, agreement.id, agreement.version)
  const held = await signatories(db, agreement.id)
  const seats = (version?.text ?? draft.text)?.seats.filter((seat) => seat.party === us.ror) ?? []
  const unassigned = seats.filter((seat) => !held.some((one) => one.seat === seat.id)).map((seat) => seat.name.latin)
  const weAreFirst = version?.text.parties[0]?.ror === us.ror
  const documents = {
    ours: await findDocument(db, agreement, 'ours'),
    theirs: await findDocument(db, agreement, 'theirs'),
  }
  const freezes = await freezesOf(db, agreement)
  return {
    held,
    signatoryAccounts: await accountsWithRole(db, 'signatory'),
    freezes,
    freezing: freezingView({ freezes, weAreFirst, documents, draft, version, unassigned }),
    refused: await refusedFreeze(db, agreement),
  }
}

type Freezing = Awaited<ReturnType<typeof readFreezing>>

/** What the visitor may do now: exactly then the page has the button. */
function mayDo({ visitor, agreement }: SeenAgreement, draft: Draft, { freezing, freezes }: Freezing) {
  const { ours, documentsDiffer, acceptable, hindrances } = freezing
  const mayFreeze = mayAct(visitor, agreement, 'propose_freeze') && hindrances.length === 0
  return {
    edit: mayAct(visitor, agreement, 'edit'),
    send: mayAct(visitor, agreement, 'send_version') && (draft.text?.clauses.length ?? 0) > 0,
    comment: mayAct(visitor, agreement, 'comment'),
    label: mayAct(visitor, agreement, 'label'),
    assign: mayAssignSignatory(visitor, agreement),
    freeze: mayFreeze && !ours && !documentsDiffer,
    accept: mayFreeze && acceptable,
    reopen: mayReopen(visitor, agreement, freezes),
    publish: isOfficer(visitor) && publicityOpen(agreement),
    seesHindrances: isOfficer(visitor) && agreement.state === 'negotiating',
  }
}
