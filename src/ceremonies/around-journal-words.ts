/** What the history of a ceremony says of invitations, minutes, commitments and thanks. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { CommitmentState } from './commitment.ts'
import { commitmentStateWords } from './commitment-words.ts'

type Detail = Record<string, unknown>
const stateOf = (d: Detail, language: 'en' | 'zh') => commitmentStateWords[d.state as CommitmentState]?.[language] ?? ''

/** What the journal says of acts around a ceremony. */
export const aroundJournalWords = {
  'ceremony.guests_invited': {
    en: (d: Detail) => `invited ${(d.names as string[]).join(', ')}`,
    zh: (d: Detail) => `邀请${(d.names as string[]).join('、')}`,
  },
  'ceremony.guests_told': {
    en: (d: Detail) => `told ${d.count === 1 ? 'one guest' : `${d.count} guests`} what changed`,
    zh: (d: Detail) => `向${d.count}位嘉宾告知变更`,
  },
  'ceremony.guest_replied': {
    en: (d: Detail) => `${d.name} ${d.answer === 'accepted' ? 'will come' : 'cannot come'}`,
    zh: (d: Detail) => `${d.name}${d.answer === 'accepted' ? '确认出席' : '不能出席'}`,
  },
  'ceremony.letter_written': { en: 'wrote a letter anew', zh: '修改信函' },
  'ceremony.briefing_written': {
    en: (d: Detail) => `wrote for the briefing${d.name ? ` of ${d.name}` : ''}`,
    zh: (d: Detail) => `编写${d.name ? `${d.name}的` : ''}参考材料`,
  },
  'ceremony.attendance_noted': {
    en: (d: Detail) => `noted who came: ${d.came}`,
    zh: (d: Detail) => `登记出席：${d.came}人`,
  },
  'ceremony.minutes_written': { en: 'wrote the minutes', zh: '撰写纪要' },
  'ceremony.minutes_proposed': { en: 'proposed the minutes', zh: '提交纪要' },
  'ceremony.minutes_withdrawn': { en: 'is writing the minutes anew', zh: '重新撰写纪要' },
  'ceremony.minutes_agreed': { en: 'agreed to the minutes', zh: '确认纪要' },
  'ceremony.minutes_asked': {
    en: (d: Detail) => `asked for a change of the minutes: ${d.text}`,
    zh: (d: Detail) => `请求修改纪要：${d.text}`,
  },
  'ceremony.commitment_moved': {
    en: (d: Detail) => `a commitment is ${stateOf(d, 'en')}: ${d.en || d.zh}`,
    zh: (d: Detail) => `承诺${stateOf(d, 'zh')}：${d.zh || d.en}`,
  },
  'ceremony.thanks_sent': {
    en: (d: Detail) => `thanked ${d.count === 1 ? 'one guest' : `${d.count} guests`}`,
    zh: (d: Detail) => `向${d.count}位嘉宾致谢`,
  },
} satisfies Record<string, Phrase<string | ((d: Detail) => string)>>
