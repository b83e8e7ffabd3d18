/** What crosses to and from the partner's node while a ceremony is played. Doubled, late or out of order, nothing of it does harm. */
import { findPlan, type Plan } from '#src/ceremonies/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { type MessageHandler, type Messages, NotYet, type Received, silent } from '#src/platform/messages.ts'
import type { Json } from '#src/platform/record.ts'
import { noteHeard, ourGreeting } from './greet-stages.ts'
import { receiveMark } from './mark-rehearsal.ts'
import { receiveSlides } from './receive-slides.ts'
import { insertCaption, insertNote } from './said-store.ts'
import { refuse } from './stage.ts'
import { stageTopic } from './store.ts'
import { takeState } from './take-state.ts'
import * as wire from './wire.ts'

/** The ceremony a message is about, if it is one with the sender. */
async function planFor(tx: Tx, { about, from }: Pick<Received, 'about' | 'from'>): Promise<Plan> {
  const plan = await findPlan(tx, about)
  if (!plan) throw new NotYet('ceremony_missing')
  return plan.partner === from ? plan : refuse('stage_not_the_partner', {}, 403)
}

const state: MessageHandler = {
  receive: async (tx, m) => {
    const plan = await planFor(tx, m)
    const { state, byName } = wire.read(wire.stateShape, m.body)
    await takeState(tx, plan, { state, byName, at: m.at })
    await noteHeard(tx, plan, { at: m.at })
    return null
  },
}

const here: MessageHandler = {
  passing: true,
  receive: async (tx, m) => {
    const plan = await planFor(tx, m)
    const { state, watching } = wire.read(wire.greetingShape, m.body)
    await takeState(tx, plan, { state, byName: '', at: m.at })
    await noteHeard(tx, plan, { watching, at: m.at })
    return (await ourGreeting(tx, plan, m.at)) as unknown as Json
  },
  answered: async (tx, { to, about, at }, answer) => {
    if (answer.answer === 'refused') return
    const plan = await planFor(tx, { about, from: to })
    const { state, watching } = wire.read(wire.greetingShape, answer.result)
    await takeState(tx, plan, { state, byName: '', at })
    await noteHeard(tx, plan, { watching, at })
  },
}

const said = (save: (tx: Tx, plan: Plan, m: Received) => Promise<boolean>): MessageHandler => ({
  receive: async (tx, m) => {
    const plan = await planFor(tx, m)
    if (await save(tx, plan, m)) await announce(tx, stageTopic(plan.id))
    return null
  },
})

const lineOf = (plan: Plan, { at, ...rest }: { id: string; text: string; byName: string; at: string }) => ({
  ...rest,
  at: Temporal.Instant.from(at),
  party: plan.partner,
})

export const stageMessages: Messages = {
  'stage.state': state,
  'stage.here': here,
  'stage.caption': said(async (tx, plan, m) => {
    const { language, ...line } = wire.read(wire.captionShape, m.body)
    return insertCaption(tx, plan.id, language, lineOf(plan, line))
  }),
  'stage.note': said((tx, plan, m) => insertNote(tx, plan.id, lineOf(plan, wire.read(wire.noteShape, m.body)))),
  'stage.mark': said((tx, plan, m) => receiveMark(tx, plan, wire.read(wire.markShape, m.body))),
  'stage.slides': {
    receive: async (tx, m) => {
      const plan = await planFor(tx, m)
      return silent(receiveSlides(tx, plan, wire.read(wire.slidesShape, m.body)))
    },
  },
}
