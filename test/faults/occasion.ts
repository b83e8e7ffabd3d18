/** What two offices do about a ceremony: plan it together, rehearse, hold it, follow what was promised, agree on the minutes. */
import assert from 'node:assert/strict'
import { answerMinutes } from '#src/ceremonies/answer-minutes.ts'
import { confirmPlan } from '#src/ceremonies/answer-plan.ts'
import {
  findPlan,
  followed,
  holdCeremony,
  markCommitment,
  noteHeld,
  noteLive,
  type OfficersCeremony,
  type Plan,
  rehearsalsOf,
} from '#src/ceremonies/index.ts'
import { findMinutes } from '#src/ceremonies/minutes-store.ts'
import { moveCommitment, seeCommitment } from '#src/ceremonies/move-commitment.ts'
import { proposeMinutes } from '#src/ceremonies/propose-minutes.ts'
import { endRehearsal, startRehearsal } from '#src/ceremonies/rehearse.ts'
import { saveOurSheet } from '#src/ceremonies/save-sheet.ts'
import { sharePlan } from '#src/ceremonies/share-plan.ts'
import { findSheet } from '#src/ceremonies/sheet-store.ts'
import { startCeremony } from '#src/ceremonies/start-ceremony.ts'
import { minutesToWrite, writeMinutes } from '#src/ceremonies/write-minutes.ts'
import { type Desk, type Scene, visitor } from './scene.ts'
import type { Which } from './schedule.ts'

/** The first's office convenes; the ceremony is called after the play. */
export async function celebrate(scene: Scene): Promise<string | undefined> {
  const { node, which, play } = scene
  const { db } = node.office.database
  const plan = await findPlan(db, play)
  if (!plan) return which === 'first' ? convene(scene) : undefined
  if (!plan.sharedAt) return share(scene)
  if (plan.state === 'planning') return agreeOn(scene, plan)
  if (plan.state === 'confirmed') return rehearse(scene, plan)
  const held = await holdCeremony(db, await visitor(node, 'officer'), play)
  return (await keepPromises(scene, held)) ?? minute(scene, held)
}

/** About an agreement in force: what is signed on stage is another matter. */
export async function convene({ node, play, agreement, sites, at }: Scene): Promise<string> {
  const { db } = node.office.database
  const partner = Object.keys(sites).find((ror) => ror !== node.office.ror)!
  const title = { en: 'Signing', zh: '签约仪式' }
  const startsAt = at.add({ hours: 24 * 7 }).round('minute')
  const begun = { id: play, partner, agreement, kind: 'signing' as const, title, startsAt, at }
  await startCeremony(db, await visitor(node, 'officer'), begun)
  return 'ceremony'
}

export async function share({ node, play, at }: Scene): Promise<string> {
  const { db } = node.office.database
  await sharePlan(db, await holdCeremony(db, await visitor(node, 'officer'), play), at)
  return 'share'
}

async function agreeOn({ node, play, at }: Scene, plan: Plan): Promise<string | undefined> {
  const { db } = node.office.database
  const { ror } = node.office
  const held = await holdCeremony(db, await visitor(node, 'officer'), play)
  if (plan.sheetVersions[ror] === 0) {
    const { sheet, version } = await findSheet(db, play, 'ours')
    const hall = { en: 'Great Hall', zh: '大礼堂' }
    await saveOurSheet(db, held, { sheet: { ...sheet, hall }, privates: {}, notes: {}, version, at })
    return 'sheet'
  }
  if (plan.confirmations[ror] || plan.sheetVersions[plan.partner] === 0) return undefined
  await confirmPlan(db, held, { version: plan.version, at })
  return 'yes'
}

async function rehearse(scene: Scene, plan: Plan): Promise<string | undefined> {
  const { node, which, play, at } = scene
  const { db } = node.office.database
  const officer = await visitor(node, 'officer')
  const [rehearsal] = await rehearsalsOf(db, play)
  if (!rehearsal) {
    if (which === 'first')
      await startRehearsal(db, await holdCeremony(db, officer, play), { id: crypto.randomUUID(), at })
    return which === 'first' ? 'rehearsal' : undefined
  }
  if (rehearsal.state !== 'closed') {
    if (which === 'second') await endRehearsal(db, await holdCeremony(db, officer, rehearsal.id), at)
    return which === 'second' ? 'rehearsal ended' : undefined
  }
  return hold(scene, plan)
}

/** Each node is told by its own stage. */
async function hold({ node, play, at }: Scene, { startsAt, items }: Plan): Promise<string> {
  const played = items.map(({ id, minutes, startsAt }) => ({
    item: id,
    startedAt: startsAt,
    endedAt: startsAt.add({ minutes }),
  }))
  const endedAt = played.at(-1)!.endedAt
  await node.office.database.db.transaction().execute(async (tx) => {
    await noteLive(tx, play, startsAt)
    await noteHeld(tx, play, { startedAt: startsAt, endedAt, items: played, audience: 12, at })
  })
  return 'held'
}

/** The second's university promises something, and takes it on. */
async function keepPromises({ node, which, play, at }: Scene, held: OfficersCeremony): Promise<string | undefined> {
  const { db } = node.office.database
  const [promise] = await followed(db, { ceremony: play })
  if (!promise && which === 'first') {
    const { name } = held.officer.account
    const actor = { kind: 'account' as const, id: held.officer.account.id, name: name.latin }
    const words = { en: 'Ten scholarships a year.', zh: '每年十个奖学金名额。' }
    const said = { words, item: null, byParty: held.plan.partner, by: 'A President', to: 'students', actor }
    await db.transaction().execute((tx) => markCommitment(tx, play, { ...said, at }))
    return 'promise'
  }
  if (promise?.state !== 'recorded' || which !== 'second') return undefined
  const seen = await seeCommitment(db, held.officer, promise.commitment.id)
  await moveCommitment(db, seen, { act: 'accept', reason: '', due: '2027-09-01', at })
  return 'promise taken on'
}

/** Written, sent back once, written anew, agreed. */
async function minute({ node, which, play, at }: Scene, held: OfficersCeremony) {
  const { db } = node.office.database
  const minutes = await findMinutes(db, play)
  if (which === 'second') {
    const due = minutes?.state === 'proposed' && (minutes.version > 1 || !minutes.asked)
    if (!due) return undefined
    const act = minutes.version > 1 ? ('agree' as const) : ('ask' as const)
    await answerMinutes(db, held, { act, hash: minutes.hash, text: 'Name the guests.', at })
    return act
  }
  const [promise] = await followed(db, { ceremony: play })
  if (promise?.state !== 'accepted' || minutes?.state === 'agreed') return undefined
  if (minutes?.state === 'draft') {
    await proposeMinutes(db, held, { hash: minutes.hash, at })
    return 'minutes proposed'
  }
  if (minutes && !minutes.asked) return undefined
  const { prose, version } = (await minutesToWrite(db, held.plan))!
  const opening = { en: `Version ${version + 1}.`, zh: `第${version + 1}稿。` }
  await writeMinutes(db, held, { prose: { ...prose, opening }, version, at })
  return 'minutes written'
}

/** One plan, one promise taken on, minutes both said yes to. */
export async function celebrated(nodes: Record<Which, Desk>, play: string): Promise<void> {
  const [ours, theirs] = [await standing(nodes.first, play), await standing(nodes.second, play)]
  assert.deepEqual(ours, theirs)
  assert.deepEqual([ours.state, ours.minutes?.state, ours.promises[0]?.state], ['held', 'agreed', 'accepted'])
  assert.deepEqual(ours.rehearsals, ['closed'])
}

async function standing({ office }: Desk, play: string) {
  const { db } = office.database
  const { partner: _, sharedAt: __, ...plan } = (await findPlan(db, play))!
  const minutes = await findMinutes(db, play)
  const agreed = minutes && { state: minutes.state, version: minutes.version, hash: minutes.hash }
  const rehearsals = (await rehearsalsOf(db, play)).map(({ state }) => state)
  return { ...plan, minutes: agreed, promises: await followed(db, { ceremony: play }), rehearsals }
}
