/** What crosses to and from the partner's node while a ceremony is played. Doubled, late or out of order, nothing of it does harm. */
import { findPlan, otherParty, type Party, type Plan } from '#src/ceremonies/index.ts'
import type { Tx } from '#src/platform/database/tables.ts'
import { announce } from '#src/platform/live/index.ts'
import { type MessageHandler, type Messages, NotYet, type Received, type Sent } from '#src/platform/messages.ts'
import type { Json } from '#src/platform/record.ts'
import { noteHeard, ourGreeting } from './greet-stages.ts'
import { takeMark } from './mark-rehearsal.ts'
import { insertCaption, insertNote } from './said-store.ts'
import { refuse } from './stage.ts'
import { stageTopic } from './store.ts'
import { takeSlides } from './take-slides.ts'
import { takeState } from './take-state.ts'
import * as wire from './wire.ts'

/** The ceremony a message is about, if it is one with the sender. */
async function planFor(tx: Tx, { about, from }: Pick<Received, 'about' | 'from'>): Promise<Plan> {
  const plan = await findPlan(tx, about)
  if (!plan) throw new NotYet('ceremony_missing')
  return plan.partner === from ? plan : refuse('stage_not_the_partner', {}, 403)
}

/** The ceremony a message of ours was about, where our database lost it; the plan comes back before what was played. */
const ourPlan = (tx: Tx, { about, to }: Sent): Promise<Plan> => planFor(tx, { about, from: to })

const state: MessageHandler = {
  receive: async (tx, m) => {
    const plan = await planFor(tx, m)
    const { state, byName } = wire.read(wire.stateShape, m.body)
    await takeState(tx, plan, { state, byName, at: m.at })
    await noteHeard(tx, plan, { at: m.at })
    return null
  },
  sayAgain: async (tx, sent) => {
    const plan = await ourPlan(tx, sent)
    const { state } = wire.read(wire.stateShape, sent.body)
    await takeState(tx, plan, { state, byName: '', at: sent.at })
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

/** Something said once, by the partner's side or, given back, by ours. @param save tells whether it is news */
const said = (save: (tx: Tx, plan: Plan, body: unknown, party: Party) => Promise<boolean>): MessageHandler => {
  const keep = async (tx: Tx, plan: Plan, body: unknown, party: Party): Promise<null> => {
    if (await save(tx, plan, body, party)) await announce(tx, stageTopic(plan.id))
    return null
  }
  return {
    receive: async (tx, m) => keep(tx, await planFor(tx, m), m.body, m.from),
    sayAgain: async (tx, sent) => {
      const plan = await ourPlan(tx, sent)
      await keep(tx, plan, sent.body, otherParty(plan, sent.to))
    },
  }
}

const lineOf = ({ at, ...rest }: { id: string; text: string; byName: string; at: string }, party: Party) => ({
  ...rest,
  at: Temporal.Instant.from(at),
  party,
})

export const stageMessages: Messages = {
  'stage.state': state,
  'stage.here': here,
  'stage.caption': said(async (tx, plan, body, party) => {
    const { language, ...line } = wire.read(wire.captionShape, body)
    return insertCaption(tx, plan.id, language, lineOf(line, party))
  }),
  'stage.note': said((tx, plan, body, party) =>
    insertNote(tx, plan.id, lineOf(wire.read(wire.noteShape, body), party)),
  ),
  'stage.mark': said((tx, plan, body, party) => takeMark(tx, plan, wire.read(wire.markShape, body), party)),
  'stage.slides': said((tx, plan, body, party) => takeSlides(tx, plan, wire.read(wire.slidesShape, body), party)),
}
