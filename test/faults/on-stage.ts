/** What moderators, interpreters and signatories do on the stage of a rehearsal, one after the other across both nodes. */
import assert from 'node:assert/strict'
import { findPlan, holdCeremony, type Plan, rehearsalsOf } from '#src/ceremonies/index.ts'
import { startRehearsal } from '#src/ceremonies/rehearse.ts'
import { sendMessage } from '#src/federation/index.ts'
import { holdCaptions, holdStage, seeDesk } from '#src/stage/access.ts'
import { ourGreeting } from '#src/stage/greet-stages.ts'
import { markRehearsal } from '#src/stage/mark-rehearsal.ts'
import { type Press, playStage } from '#src/stage/play-stage.ts'
import { latestCaptions, marksOf, noteNow } from '#src/stage/said-store.ts'
import { sendCaption } from '#src/stage/send-caption.ts'
import { uploadSlides } from '#src/stage/slides.ts'
import { decksOf } from '#src/stage/slides-store.ts'
import { contactOf, saveWatching, stageOf } from '#src/stage/store.ts'
import { tellSpeakers } from '#src/stage/tell-speakers.ts'
import { samplePdf } from '#test/support/sample-pdf.ts'
import { convene, share } from './occasion.ts'
import { type Desk, type NodeScene, type Scene, visitor } from './scene.ts'
import type { Which } from './schedule.ts'

/** @returns the rehearsal; a word where it was only being prepared, undefined where it has to come from the other node */
async function rehearsed(scene: Scene): Promise<Plan | string | undefined> {
  const { node, which, play, at } = scene
  const { db } = node.office.database
  const [rehearsal] = await rehearsalsOf(db, play)
  if (rehearsal || which === 'second') return rehearsal
  const plan = await findPlan(db, play)
  if (!plan) return convene(scene)
  if (!plan.sharedAt) return share(scene)
  const held = await holdCeremony(db, await visitor(node, 'officer'), play)
  await startRehearsal(db, held, { id: crypto.randomUUID(), at })
  return 'rehearsal'
}

/** Everything that is said on a stage, said once; each waits for what comes before it. */
export async function playRehearsal(scene: Scene): Promise<string | undefined> {
  const plan = await rehearsed(scene)
  if (typeof plan !== 'object') return plan
  const { db } = scene.node.office.database
  const stage = await stageOf(db, plan)
  const marks = await marksOf(db, plan.id)
  const seen = {
    caption: (await latestCaptions(db, plan.id, 'zh', 1)).length > 0,
    note: (await noteNow(db, plan.id)) !== undefined,
    slides: (await decksOf(db, plan.rehearsalOf!)).length > 0,
    marked: (side: Which) => marks.some(({ seat }) => seat === seats[side]),
    signing: stage.scene === 'signing',
    taken: stage.leader !== plan.convenor,
  }
  if (stage.phase === 'ended') return undefined
  return scene.which === 'first' ? lead(scene, plan, stage.phase, seen) : follow(scene, plan, stage.phase, seen)
}

const seats = { first: 'seat-a', second: 'seat-b' } as const

interface Seen {
  caption: boolean
  note: boolean
  slides: boolean
  marked: (side: Which) => boolean
  signing: boolean
  taken: boolean
}

async function lead(scene: Scene, plan: Plan, phase: string, seen: Seen): Promise<string | undefined> {
  if (phase === 'closed') return press(scene, plan, { act: 'start' })
  if (!seen.caption) return undefined
  const item = plan.items.find(({ block }) => block === 'signing')!.id
  if (!seen.signing && !seen.taken) return press(scene, plan, { act: 'go', item })
  if (!seen.marked('second')) return undefined
  if (!seen.marked('first')) return mark(scene, plan)
  if (!seen.note) return tell(scene, plan)
  return seen.taken && !seen.slides ? showSlides(scene, plan) : undefined
}

async function follow(scene: Scene, plan: Plan, phase: string, seen: Seen): Promise<string | undefined> {
  if (phase !== 'live') return undefined
  if (!seen.caption) return caption(scene, plan)
  if (!seen.signing) return undefined
  if (!seen.marked('second')) return mark(scene, plan)
  if (!seen.note || !seen.marked('first')) return undefined
  if (!seen.taken) return press(scene, plan, { act: 'take_over' })
  return seen.slides ? press(scene, plan, { act: 'end' }) : undefined
}

async function press({ node, at }: Scene, plan: Plan, what: Pick<Press, 'act' | 'item'>): Promise<string> {
  const { db } = node.office.database
  const held = await holdStage(db, await visitor(node, 'officer'), plan.id)
  const { term, rev } = await stageOf(db, plan)
  await playStage(db, held, { ...what, seen: { term, rev }, at })
  return what.act
}

const line = (text: string, at: Temporal.Instant) => ({ id: crypto.randomUUID(), text, at })

async function caption({ node, at }: Scene, { id }: Plan): Promise<string> {
  const { db } = node.office.database
  const held = await holdCaptions(db, await visitor(node, 'officer'), id)
  await sendCaption(db, held, { ...line('各位来宾，大家好。', at), language: 'zh' })
  return 'caption'
}

async function tell({ node, at }: Scene, { id }: Plan): Promise<string> {
  const { db } = node.office.database
  await tellSpeakers(db, await holdStage(db, await visitor(node, 'officer'), id), line('Two minutes more.', at))
  return 'note'
}

async function mark({ node, which, at }: Scene, { id }: Plan): Promise<string> {
  const { database, publicUrl } = node.office
  const seat = seats[which]
  const desk = await seeDesk(database.db, await visitor(node, 'officer'), id, [seat])
  await markRehearsal(database.db, desk, { seat, at, publicUrl })
  return 'mark'
}

async function showSlides({ node, at }: Scene, { id, items }: Plan): Promise<string> {
  const { db } = node.office.database
  const held = await holdStage(db, await visitor(node, 'officer'), id)
  await uploadSlides(db, held, { item: items[0]!.id, name: 'review.pdf', pdf: samplePdf(1), at })
  return 'slides'
}

/** Every message said once at each node, and the stage in one state. */
export async function playedAlike(nodes: Record<Which, Desk>, play: string): Promise<void> {
  const [ours, theirs] = [await stageHere(nodes.first, play), await stageHere(nodes.second, play)]
  assert.deepEqual(ours, theirs)
  const { state, captions, marks, slides } = ours
  assert.deepEqual([state.phase, captions.length, marks.length, slides.length], ['ended', 1, 2, 1])
  assert.equal(state.leader, nodes.second.office.ror)
}

async function stageHere({ office }: Desk, play: string) {
  const { db } = office.database
  const [plan] = await rehearsalsOf(db, play)
  assert.ok(plan, `no rehearsal at ${office.ror}`)
  const slides = (await decksOf(db, play)).map(({ pages: _, ...deck }) => deck)
  const [captions, note] = [await latestCaptions(db, plan.id, 'zh', 9), await noteNow(db, plan.id)]
  return { state: await stageOf(db, plan), captions, note, marks: await marksOf(db, plan.id), slides }
}

/** The stage opens, and the two nodes greet each other until each has been heard, as they do every two seconds. */
export async function greetEachOther(scene: NodeScene): Promise<string | undefined> {
  const plan = await rehearsed(scene)
  if (typeof plan !== 'object') return plan
  const { node, which, at } = scene
  const { db } = node.office.database
  if ((await stageOf(db, plan)).phase === 'closed')
    return which === 'first' ? press(scene, plan, { act: 'open_doors' }) : undefined
  await saveWatching(db, { ceremony: plan.id, process: plan.id, watching: watchers[which], at })
  if (await greeted(node, plan)) return undefined
  const body = await ourGreeting(db, plan, at)
  await sendMessage(node.memory!.sender, { to: plan.partner, kind: 'stage.here', about: plan.id, body })
  return 'greeting'
}

/** How many watch at each; only a greeting tells the other. */
const watchers = { first: 3, second: 5 } as const

const greeted = async ({ office }: Desk, { id }: Plan): Promise<boolean> =>
  (await contactOf(office.database.db, id)).watching > 0

export async function greetedEachOther({ first, second }: Record<Which, Desk>, play: string): Promise<void> {
  for (const [node, other] of [
    [first, 'second'],
    [second, 'first'],
  ] as const) {
    const { db } = node.office.database
    const [plan] = await rehearsalsOf(db, play)
    assert.equal((await stageOf(db, plan!)).phase, 'doors')
    assert.equal((await contactOf(db, plan!.id)).watching, watchers[other])
  }
}
