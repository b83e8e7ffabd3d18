/** Warnings in words: what is wrong, and who can do what about it. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import type { Bilingual, Party } from './plan.ts'
import { leadWeeks, longestSigning, type Ranked, type Warning } from './warning.ts'

type Name = Ranked['name']

/** How things are called and listed in a sentence of one language. */
interface Teller {
  titles(all: Bilingual[]): string
  names(all: Name[]): string
  sides(all: Party[]): string
  pair(all: Ranked[]): string
}

type Of<K, W = Warning> = W extends { kind: infer Kinds } ? (K extends Kinds ? W : never) : never
type Said = { [K in Warning['kind']]: Phrase<(w: Of<K>, t: Teller) => string> }

const said: Said = {
  no_agreement: {
    en: () =>
      'No agreement is linked, so there is nothing to sign. An officer plans the signing from the agreement’s page.',
    zh: () => '未关联协议，没有可签署的文本。请由国际事务专员从协议页面筹备签约仪式。',
  },
  not_frozen: {
    en: () =>
      'The text is not frozen and can still change. Either office proposes to freeze it on the agreement’s page.',
    zh: () => '文本尚未定稿，仍可能变动。任何一方均可在协议页面提议定稿。',
  },
  text_late: {
    en: () => `The text should be agreed ${leadWeeks.text} weeks before the day. The convenor can choose a later date.`,
    zh: () => `文本应在典礼前${leadWeeks.text}周商定。发起方可推迟典礼日期。`,
  },
  unapproved: {
    en: (w, t) =>
      `Approval is missing: ${t.sides(w.parties)}. The approvers there give it on the agreement’s page; without it nobody can sign.`,
    zh: (w, t) => `尚缺审批：${t.sides(w.parties)}。由该方审批人在协议页面批准，否则无法签署。`,
  },
  no_signing_item: {
    en: () => 'The running order has no item for the signing. The convenor puts one in.',
    zh: () => '议程中没有签署环节，请由发起方添加。',
  },
  signing_long: {
    en: (w) =>
      `The signing is set for ${w.minutes} minutes; more than ${longestSigning} grow long in a hall. The convenor can shorten it.`,
    zh: (w) => `签署环节为${w.minutes}分钟，超过${longestSigning}分钟现场易显冗长。发起方可予缩短。`,
  },
  heads_late: {
    en: (w, t) =>
      `Heads of institutions are asked ${leadWeeks.head} weeks ahead, and no invitation is noted: ${t.names(w.names)}. Our office invites, or notes it in our part.`,
    zh: (w, t) =>
      `机构负责人应提前${leadWeeks.head}周邀请，目前没有邀请记录：${t.names(w.names)}。由我方邀请，或在我方部分注明。`,
  },
  deputies_late: {
    en: (w, t) =>
      `Senior leaders are asked ${leadWeeks.deputy} weeks ahead, and no invitation is noted: ${t.names(w.names)}. Our office invites, or notes it in our part.`,
    zh: (w, t) =>
      `校级领导应提前${leadWeeks.deputy}周邀请，目前没有邀请记录：${t.names(w.names)}。由我方邀请，或在我方部分注明。`,
  },
  seat_not_guest: {
    en: (w, t) =>
      `To sign, but not among the guests: ${t.names(w.names)}. The office of that side adds the name to its part.`,
    zh: (w, t) => `签署人不在嘉宾名单中：${t.names(w.names)}。请由该方将其加入。`,
  },
  seat_without_account: {
    en: (w, t) =>
      `To sign, but without an account to sign with: ${t.names(w.names)}. An officer assigns one on the agreement’s page.`,
    zh: (w, t) => `签署人尚无签署账户：${t.names(w.names)}。由国际事务专员在协议页面指定。`,
  },
  seat_title: {
    en: (w, t) =>
      `${t.names([w.name])} signs as ${t.titles([w.title])}, but the title held is ${t.titles(w.held)}. An officer corrects the post, or reopens the text.`,
    zh: (w, t) =>
      `协议中${t.names([w.name])}以${t.titles([w.title])}身份签署，登记的职务为${t.titles(w.held)}。由国际事务专员更正登记的职务，或重新开放文本。`,
  },
  speaker_missing: {
    en: (w, t) => `Nobody is named yet to speak: ${t.titles(w.items)}. The side whose item it is names the speaker.`,
    zh: (w, t) => `尚未确定发言人：${t.titles(w.items)}。由负责该环节的一方指定。`,
  },
  speaker_declined: {
    en: (w, t) => `The speaker will not come: ${t.titles(w.items)}. The side whose item it is names another.`,
    zh: (w, t) => `发言人不能出席：${t.titles(w.items)}。由负责该环节的一方另行指定。`,
  },
  interpreter_missing: {
    en: (w, t) => `One hall will not understand: ${t.titles(w.items)}. The side whose item it is names an interpreter.`,
    zh: (w, t) => `一方会场将听不懂：${t.titles(w.items)}。由负责该环节的一方指定口译员。`,
  },
  notes_late: {
    en: (w, t) =>
      `Speakers should have their notes a week before: ${t.titles(w.items)}. Our office writes them in our part.`,
    zh: (w, t) => `发言要点应在一周前送达发言人：${t.titles(w.items)}。由我方在我方部分填写。`,
  },
  outside_day: {
    en: (w, t) =>
      `At ${t.sides([w.party])} it is before 07:00 or after 22:00: ${t.titles(w.items)}. The convenor can choose another hour.`,
    zh: (w, t) => `${t.sides([w.party])}当地时间早于07:00或晚于22:00：${t.titles(w.items)}。发起方可另选时间。`,
  },
  unequal_heads: {
    en: (w, t) =>
      `The delegations are not led by people of equal rank: ${t.pair(w.pair)}. The two offices agree who leads.`,
    zh: (w, t) => `双方团长级别不对等：${t.pair(w.pair)}。请双方商定。`,
  },
  unequal_seats: {
    en: (w, t) => `Those who sign are not of equal rank: ${t.pair(w.pair)}. The two offices agree who signs.`,
    zh: (w, t) => `双方签署人级别不对等：${t.pair(w.pair)}。请双方商定。`,
  },
  sheet_missing: {
    en: (w, t) => `Hall and guests are not shared yet: ${t.sides(w.parties)}. The office there saves its part.`,
    zh: (w, t) => `尚未共享会场和嘉宾：${t.sides(w.parties)}。由该方保存其部分。`,
  },
  hall_missing: {
    en: (w, t) => `No hall is named: ${t.sides(w.parties)}. The office there names it.`,
    zh: (w, t) => `尚未确定会场：${t.sides(w.parties)}。由该方填写。`,
  },
  no_rehearsal: {
    en: () => 'Nobody has rehearsed yet. An officer of either side makes a copy to rehearse on, below.',
    zh: () => '尚未彩排。任何一方的国际事务专员均可在下方建立彩排副本。',
  },
  past: {
    en: () => 'The hour has passed and the ceremony has not begun. The convenor gives it a new date, or postpones it.',
    zh: () => '时间已过而典礼未开始。请由发起方另定日期或延期。',
  },
}

/** @param short what a university is called in a sentence */
export function warningWords(warning: Warning, language: Language, short: (party: Party) => string): string {
  const tell = said[warning.kind][language] as (w: Warning, t: Teller) => string
  return tell(warning, teller(language, short))
}

function teller(language: Language, short: (party: Party) => string): Teller {
  const called = (title: Bilingual) => title[language] || title.en || title.zh
  const listed = (all: string[]) => {
    if (language === 'zh') return all.join('、')
    return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
  }
  const named = ({ latin, native }: Name) => (native ? `${latin} ${native}` : latin)
  const ranked = ({ name, title }: Ranked) =>
    language === 'en' ? `${named(name)} (${called(title)})` : `${named(name)}（${called(title)}）`
  return {
    titles: (all) => listed(all.map((one) => `“${called(one)}”`)),
    names: (all) => listed(all.map(named)),
    sides: (all) => listed(all.map(short)),
    pair: (all) => listed(all.map(ranked)),
  }
}
