/** What the node writes to people about proposals. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { ProposalAct } from './proposal.ts'
import { stateWords } from './words.ts'

const named = ({ en, zh }: Phrase): Phrase => ({ en: `“${en || zh}”`, zh: `《${zh || en}》` })

export const newSubject = (title: Phrase): Phrase => ({
  en: `New proposal: ${named(title).en}`,
  zh: `新的协议建议：${named(title).zh}`,
})
export const newText = (title: Phrase, who: string): Phrase => ({
  en: `${who} proposes an agreement, ${named(title).en}. It waits for the office to take it up.`,
  zh: `${who}提出协议建议${named(title).zh}，请予受理。`,
})

type Told = Exclude<ProposalAct, 'withdraw'>
const states: Record<Told, Phrase> = {
  take_up: stateWords.assessment,
  accept: stateWords.accepted,
  decline: stateWords.declined,
  begin_draft: stateWords.drafting,
}

export const movedSubject = (title: Phrase, act: Told): Phrase => ({
  en: `Your proposal ${named(title).en}: ${states[act].en}`,
  zh: `您的建议${named(title).zh}：${states[act].zh}`,
})
export const movedText = (title: Phrase, act: Told, reason: string): Phrase => ({
  en: `Your proposal ${named(title).en} is ${states[act].en}.${reason && `\n\nThe office says: ${reason}`}`,
  zh: `您的建议${named(title).zh}${states[act].zh}。${reason && `\n\n国际事务部门说明：${reason}`}`,
})
