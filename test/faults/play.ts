/** What the people of two offices want, again and again until it is done: each acts as soon as their own node lets them. */
import { sampleText } from '#cast/agreement.ts'
import { approve } from '#src/agreements/approve.ts'
import { comment } from '#src/agreements/comment.ts'
import { findDraft } from '#src/agreements/draft-store.ts'
import {
  type Agreement,
  type AgreementText,
  approvalsOf,
  beginDraft,
  findAgreement,
  findVersion,
  freezesOf,
  labels,
  pinsOf,
  repinSeats,
  saveSignatory,
  seatsHash,
  typesetterIdentity,
} from '#src/agreements/index.ts'
import { labelAgreement } from '#src/agreements/label-agreement.ts'
import { proposeFreeze } from '#src/agreements/propose-freeze.ts'
import { reopen } from '#src/agreements/reopen.ts'
import { saveOurDraft } from '#src/agreements/save-draft.ts'
import { sendVersion } from '#src/agreements/send-version.ts'
import { softwarePasskey } from '#src/platform/people/index.ts'
import { beginRegistration, finishRegistration } from '#src/platform/people/register-passkey.ts'
import type { Typesetter } from '#src/platform/typeset/index.ts'
import { holdSeat } from '#src/signing/access.ts'
import { beginConsent, consentByPasskey } from '#src/signing/consent.ts'
import { decline } from '#src/signing/end-session.ts'
import { endingsOf, questionOf } from '#src/signing/ending-store.ts'
import { openSession } from '#src/signing/open-session.ts'
import { progressOf } from '#src/signing/progress-store.ts'
import { readDocument } from '#src/signing/read-document.ts'
import { sessionsOf } from '#src/signing/store.ts'
import { step } from '#test/support/office.ts'
import type { FaultNode } from './node.ts'
import { type NodeScene, officer, visitor } from './scene.ts'
import type { Which } from './schedule.ts'

/** A draft of its own on the first node, in which both signatories have their seats. */
export async function beginPlay(
  nodes: Record<Which, FaultNode>,
  { typesetter, effect, at }: { typesetter: Typesetter; effect: AgreementText['effect']; at: Temporal.Instant },
): Promise<string> {
  const id = crypto.randomUUID()
  const text = { ...sampleText(typesetterIdentity(typesetter), id), effect }
  for (const [i, which] of (['first', 'second'] as const).entries()) text.seats[i]!.name = nodes[which].office.signatory
  const { db } = nodes.first.office.database
  const partner = nodes.second.office.ror
  await db.transaction().execute((tx) => beginDraft(tx, text, { kind: 'key', partner, at }))
  return id
}

/** What leads to a concluded agreement, one thing after the other. */
export async function actOnce(scene: NodeScene): Promise<string | undefined> {
  const { db } = scene.node.office.database
  const agreement = await findAgreement(db, scene.agreement)
  if (!agreement || agreement.state === 'concluded') return undefined
  const way = {
    drafting: write,
    negotiating: negotiate,
    frozen: approveIt,
    approved: openOrElse,
    signing: sign,
    signed: later,
  }
  return way[agreement.state](scene, agreement)
}

async function write(scene: NodeScene, agreement: Agreement): Promise<string | undefined> {
  if (agreement.turn !== 'ours') return undefined
  const { db } = scene.node.office.database
  await seat(scene)
  const { text } = await findDraft(db, agreement.id)
  const input = { note: '', typesetter: text!.typesetter, sites: scene.sites, at: scene.at }
  await sendVersion(db, await officer(scene, agreement), input)
  return 'version'
}

async function seat({ node, agreement, which }: NodeScene): Promise<void> {
  const { account } = await visitor(node, 'signatory')
  const place = which === 'first' ? 'seat-a' : 'seat-b'
  await node.office.database.db.transaction().execute((tx) => saveSignatory(tx, agreement, place, account.id))
}

async function negotiate(scene: NodeScene, agreement: Agreement): Promise<string | undefined> {
  const { node, which, at } = scene
  const { db } = node.office.database
  if (which === 'second' && agreement.version === 1 && agreement.turn === 'ours') return answer(scene, agreement)
  if (agreement.version < 2) return undefined
  const freezes = await freezesOf(db, agreement)
  const [ours, theirs] = (['ours', 'theirs'] as const).map((side) => freezes.find((f) => f.side === side))
  if (ours || (which === 'second' && !theirs)) return undefined
  await seat(scene)
  await proposeFreeze({ db, typesetter: scene.typesetter }, await officer(scene, agreement), {
    acceptTheirs: scene.route === 'differing' && which === 'second',
    configured: [step],
    site: node.office.publicUrl,
    at,
  })
  return 'freeze'
}

/** Comments, calls the agreement something, and sends a second version. */
async function answer(scene: NodeScene, agreement: Agreement): Promise<string> {
  const { at, node } = scene
  const { db } = node.office.database
  const held = await officer(scene, agreement)
  const said = db.selectFrom('agreement_comment').select('id').where('agreement', '=', agreement.id)
  if (!(await said.executeTakeFirst())) {
    await comment(db, held, { clause: null, body: 'Once a year is what we can keep.', internal: false, at })
    return 'comment'
  }
  if (!(await labels(db, agreement.id)).ours) {
    const label = { title: { en: 'Our title', zh: '我方标题' }, type: { en: '', zh: '' }, reference: 'R-1' }
    await labelAgreement(db, held, { label, at })
    return 'label'
  }
  await seat(scene)
  const draft = await findDraft(db, agreement.id)
  if (!draft.text) {
    const { title, clauses, seats, prevails } = (await findVersion(db, agreement.id, 1))!.text
    const changed = clauses.map((c, i) => (i === 3 ? { ...c, body: { en: 'Once a year.', zh: '每年一次。' } } : c))
    await saveOurDraft(db, held, { title, clauses: changed, seats, prevails, revision: draft.revision, at })
    return 'draft'
  }
  await sendVersion(db, held, { note: '', typesetter: draft.text.typesetter, sites: scene.sites, at })
  return 'version'
}

async function approveIt(scene: NodeScene, agreement: Agreement): Promise<string | undefined> {
  const { node, at } = scene
  const { db } = node.office.database
  if ((await approvalsOf(db, agreement.id)).some((a) => a.side === 'ours')) return undefined
  const approver = await visitor(node, 'approver')
  const seats = seatsHash(await pinsOf(db, agreement.id))
  const input = { textHash: agreement.frozen!.textHash, seatsHash: seats, steps: [step], at }
  await approve(db, { approver, agreement, step }, input)
  return 'approval'
}

/** The straight route opens a session. With detours: withdrawn, reopened, passkeys changed, declined, and then signed. */
async function openOrElse(scene: NodeScene, agreement: Agreement): Promise<string | undefined> {
  const { node, which, route, at } = scene
  const { db } = node.office.database
  const tried = await over(scene)
  // Asked in time: nothing was signed after all, and nothing more is wanted.
  if (route === 'asked' && tried > 0) return undefined
  const held = await officer(scene, agreement)
  if (route === 'detours') {
    if (tried === 1 && agreement.round === 0) {
      if (which === 'first') return undefined
      await reopen(db, held, { reason: 'The term must be five years.', at })
      return 'reopening'
    }
    if (tried === 1 && !(await repinned(scene))) return which === 'first' ? changePasskeys(scene, agreement) : undefined
  }
  const opens: Which = route === 'detours' && tried === 1 ? 'second' : 'first'
  if (which !== opens) return undefined
  const { visitor: who, agreement: on } = { visitor: held.officer, agreement }
  const [us, partner] = [scene.node.office.institution, scene.node.office.institution]
  const seen = { visitor: who, agreement: on, us, partner, wrote: false } as unknown as Parameters<
    typeof openSession
  >[1]
  await openSession(db, seen, { deadline: at.add({ hours: 24 * 30 }), at })
  return 'open'
}

/** Whether the passkeys have changed since this agreement was frozen. */
async function repinned({ node, agreement }: NodeScene): Promise<boolean> {
  const noted = node.office.database.db.selectFrom('journal').select('id').where('subject_id', '=', agreement)
  return (await noted.where('act', '=', 'agreement.passkeys_changed').executeTakeFirst()) !== undefined
}

/** A second passkey comes, or goes where there is one. */
async function changePasskeys({ node, at }: NodeScene, agreement: Agreement): Promise<string> {
  const { database, publicUrl, institution } = node.office
  const { account } = await visitor(node, 'signatory')
  await database.db.transaction().execute(async (tx) => {
    const second = tx.updateTable('passkey').set({ removed_at: at }).where('account_id', '=', account.id)
    const gone = await second.where('name', '=', 'Second').where('removed_at', 'is', null).executeTakeFirst()
    if (gone.numUpdatedRows === 0n) {
      const options = await beginRegistration(tx, { account, house: institution.name.en, publicUrl, now: at })
      const response = JSON.stringify(softwarePasskey().register(options, publicUrl))
      await finishRegistration(tx, { account, name: 'Second', fallback: 'Second', response, publicUrl, now: at })
    }
    await repinSeats(tx, agreement, at)
  })
  return 'pins'
}

/** What follows now the logs do. */
const later = async (): Promise<undefined> => undefined

/** Sessions that were open on both sides and are over; the other node may have refused to open one, where it was sent too early. */
async function over({ node, agreement }: NodeScene): Promise<number> {
  const { db } = node.office.database
  const ended = (await sessionsOf(db, agreement)).filter((s) => s.state === 'ended')
  const endings = await Promise.all(ended.map((s) => endingsOf(db, s.id)))
  return endings.filter((all) => all.some((e) => e.kind !== 'not_opened')).length
}

async function sign(scene: NodeScene, agreement: Agreement): Promise<string | undefined> {
  const { node, which, route, at } = scene
  const { db } = node.office.database
  const session = (await sessionsOf(db, agreement.id)).find((s) => s.state === 'open')
  if (!session) return undefined
  const before = await over(scene)
  const goesOn = route !== 'detours' || before > 1
  if (!goesOn) {
    if ((before === 0) !== (which === 'second')) return undefined
    const kind = before === 0 ? ('withdrawn' as const) : ('declined' as const)
    const by = { kind: 'node' as const }
    await decline(db, session.id, agreement.version, { kind, reason: 'Not this way.', byName: 'Somebody', by, at })
    return 'ending'
  }
  const { consents, revisions } = await progressOf(db, session, agreement.version)
  if (route === 'asked' && which === 'first' && revisions.length === 1) return askToEnd(scene, session.id, agreement)
  if (consents.some((c) => c.side === 'ours')) return undefined
  const held = await holdSeat(db, await visitor(node, 'signatory'), session.id)
  await readDocument(db, held, at)
  const { passkey, publicUrl, signing } = node.office
  const house = { publicUrl, secretKey: signing.secretKey }
  const options = await beginConsent(db, held, house, at)
  await consentByPasskey(db, held, house, JSON.stringify(passkey.assert(options, publicUrl)), at)
  return 'consent'
}

/** Having signed, the first would rather not: whether that is still in time the second's node knows. */
async function askToEnd({ node, at }: NodeScene, session: string, { version }: Agreement): Promise<string | undefined> {
  const { db } = node.office.database
  if (await questionOf(db, session)) return undefined
  const by = { kind: 'node' as const }
  await decline(db, session, version, { kind: 'withdrawn', reason: 'Not yet.', byName: 'Somebody', by, at })
  return 'question'
}
