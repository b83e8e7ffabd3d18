/** Plain sentences about a ceremony, in both languages, from what is known of it and nothing else. Rules only. */
import type { Block, Guest, PlanItem, Speaker } from '#src/ceremonies/index.ts'
import type { Language } from '#src/platform/i18n/words.ts'

interface Named {
  en: string
  zh: string
}

const either = (text: Named, language: Language): string => text[language] || text[language === 'en' ? 'zh' : 'en']

/** A name as it stands in running text: in Chinese the native form where there is one, never reordered. */
const nameIn = ({ name }: Pick<Speaker, 'name'>, language: Language): string =>
  language === 'zh' ? (name.native ?? name.latin) : name.latin

/** With the title of that day: `Li Yuanyuan, President of HUST`; `华中科技大学校长李元元`. */
export function withTitle(who: Speaker, language: Language): string {
  const [name, title] = [nameIn(who, language), either(who.title, language)]
  const of = either(who.organisation, language)
  if (language === 'zh') return `${of}${title}${/^[A-Za-z]/.test(name) ? ' ' : ''}${name}`.trim()
  if (!title) return of ? `${name} of ${of}` : name
  return of && !title.includes(of) ? `${name}, ${title} of ${of}` : `${name}, ${title}`
}

/** What a speaker did in each block. */
const spoke: Record<Block, { en: (who: string, what: string) => string; zh: (who: string, what: string) => string }> = {
  welcome: { en: (who) => `${who}, welcomed the guests.`, zh: (who) => `${who}致欢迎辞。` },
  speech: { en: (who) => `${who}, gave a speech.`, zh: (who) => `${who}致辞。` },
  review: {
    en: (who) => `${who}, reviewed the cooperation so far.`,
    zh: (who) => `${who}回顾了双方合作。`,
  },
  dialogue: {
    en: (who) => `${who}, spoke in the dialogue on the next steps.`,
    zh: (who) => `${who}在战略对话中发言。`,
  },
  proposals: {
    en: (who) => `${who}, presented proposals for cooperation.`,
    zh: (who) => `${who}介绍了合作建议。`,
  },
  signing: { en: (who) => `${who}, spoke at the signing.`, zh: (who) => `${who}在签署环节发言。` },
  photograph: { en: (who) => `${who}, spoke at the photograph.`, zh: (who) => `${who}在合影环节发言。` },
  closing: { en: (who) => `${who}, closed the ceremony.`, zh: (who) => `${who}作总结发言。` },
  other: { en: (who, what) => `${who}, spoke: ${what}.`, zh: (who, what) => `${who}发言：${what}。` },
}

/** One item with a speaker as a sentence; also the caption under a photograph taken at that minute. */
export function spokenLine(item: PlanItem, language: Language): string {
  const who = withTitle(item.speaker!, language)
  // A name in Latin letters keeps its distance from the Chinese on both sides of it.
  if (language === 'zh')
    return spoke[item.block].zh(who.replace(/\p{Script=Latin}$/u, '$& '), either(item.title, language))
  const line = spoke[item.block].en(who, either(item.title, language))
  // The comma closes the title; without a title there is nothing to close.
  return !who.includes(',') ? line.replace(`${who},`, who) : line
}

/** `From HUST attended Li Yuanyuan, President; …`: everyone in the order of precedence their own side gave. */
export function attendedLine(side: Named | null, guests: Guest[], language: Language): string {
  const listed = guests.map((guest) => nameAndTitle(guest, side !== null, language))
  if (language === 'zh')
    return side ? `${side.zh}出席人员：${listed.join('；')}。` : `应邀出席的嘉宾：${listed.join('；')}。`
  return side ? `Present for ${side.en}: ${listed.join('; ')}.` : `Also present: ${listed.join('; ')}.`
}

/** Of one's own university the name needs no saying. */
function nameAndTitle(guest: Guest, own: boolean, language: Language): string {
  if (!own) return withTitle(guest, language)
  const [name, title] = [nameIn(guest, language), either(guest.title, language)]
  if (!title) return name
  return language === 'zh' ? `${title}${/^[A-Za-z]/.test(name) ? ' ' : ''}${name}` : `${name}, ${title}`
}
