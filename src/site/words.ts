/** The words of the public site. */
import type { PublicStanding } from '#src/partners/index.ts'
import type { Phrase } from '#src/platform/i18n/words.ts'

export const navWords = {
  partners: { en: 'Partners', zh: '合作伙伴' },
  news: { en: 'Stories', zh: '新闻' },
  events: { en: 'Events', zh: '活动' },
  verify: { en: 'Verify', zh: '验证' },
}

export const standingWords: Record<PublicStanding, Phrase> = {
  key: { en: 'Key partner', zh: '重点合作伙伴' },
  partner: { en: 'Partner', zh: '合作伙伴' },
}

const count = (one: string, many: string) => (n: number) => `${n} ${n === 1 ? one : many}`

export const homeWords = {
  over: { en: 'International partnerships', zh: '国际合作伙伴关系' },
  intro: {
    en: 'With whom we work, what we have agreed, and what comes of it.',
    zh: '我们与谁合作，约定了什么，成果如何。',
  },
  description: {
    en: (name: string) =>
      `The international partnerships of ${name}: partners, agreements anyone can verify, stories and events.`,
    zh: (name: string) => `${name}的国际合作伙伴关系：合作伙伴、可供公众验证的协议、新闻与活动。`,
  },
  partnersIn: {
    en: (partners: number, countries: number) =>
      `${count('partner', 'partners')(partners)} in ${count('country', 'countries')(countries)}`,
    zh: (partners: number, countries: number) => `${countries} 个国家和地区的 ${partners} 所合作伙伴`,
  },
  keyPartners: { en: count('key partner', 'key partners'), zh: (n: number) => `${n} 所重点合作伙伴` },
  agreements: {
    en: count('agreement anyone can verify', 'agreements anyone can verify'),
    zh: (n: number) => `${n} 份公众可验证的协议`,
  },
  key: { en: 'Key partners', zh: '重点合作伙伴' },
  stories: { en: 'Stories', zh: '新闻' },
  allStories: { en: 'All stories', zh: '全部新闻' },
  events: { en: 'To come', zh: '近期活动' },
  allEvents: { en: 'All events', zh: '全部活动' },
  partners: { en: 'Our partners', zh: '合作伙伴' },
  allPartners: { en: 'All partners', zh: '全部合作伙伴' },
  partnersFirst: { en: 'Our partners in the world', zh: '遍及世界的合作伙伴' },
}

export const partnersWords = {
  title: { en: 'Partners', zh: '合作伙伴' },
  description: {
    en: (name: string) => `The universities and institutes ${name} works with, on a map and by country.`,
    zh: (name: string) => `${name}的合作高校与机构，按地图和国家列出。`,
  },
  map: {
    en: (n: number) => `Map of the world with ${n} of our partners. The list below says the same in words.`,
    zh: (n: number) => `世界地图，标有 ${n} 所合作伙伴，下方列表以文字说明相同内容。`,
  },
  since: { en: (year: string) => `since ${year}`, zh: (year: string) => `始于${year}` },
  emptyTitle: { en: 'No partner is listed yet', zh: '尚无合作伙伴' },
  emptyText: {
    en: 'Universities appear here once we work with them.',
    zh: '开始合作的高校将显示在此。',
  },
  agreements: { en: 'Agreements', zh: '协议' },
  facts: { en: 'At a glance', zh: '概况' },
  source: { en: 'Source', zh: '来源' },
  asOf: { en: (date: string) => `as of ${date}`, zh: (date: string) => `截至${date}` },
  together: { en: 'Together', zh: '合作' },
  website: { en: 'Website', zh: '网站' },
  follow: { en: 'Follow', zh: '订阅' },
  feed: { en: (who: string) => `Stories with ${who}`, zh: (who: string) => `与${who}的合作新闻` },
  calendar: { en: (who: string) => `Events with ${who} as a calendar`, zh: (who: string) => `与${who}的活动日历` },
  keySince: { en: (date: string) => `Key partner since ${date}`, zh: (date: string) => `${date}成为重点合作伙伴` },
  partnerSince: { en: (date: string) => `Partner since ${date}`, zh: (date: string) => `${date}起合作` },
  partnerDescription: {
    en: (us: string, them: string) =>
      `${us} and ${them}: what we have agreed, what we do together, and the stories of it.`,
    zh: (us: string, them: string) => `${us}与${them}：协议、合作与新闻。`,
  },
}

export const agreementWords = {
  over: { en: 'Agreement', zh: '协议' },
  signedBy: { en: 'Parties', zh: '签署方' },
  concluded: { en: 'Concluded', zh: '签署完成' },
  standing: { en: 'Standing', zh: '状态' },
  signedByAll: { en: 'signed by both parties', zh: '双方均已签署' },
  type: { en: 'Called there', zh: '文件类型' },
  signatories: { en: 'Signed by', zh: '签署人' },
  textHash: { en: 'Text hash', zh: '文本哈希' },
  documentHash: { en: 'Document hash', zh: '文件哈希' },
  hashesTitle: { en: 'What both hold', zh: '双方所持' },
  hashes: {
    en: 'SHA-256 of the agreed text and of the document before it was signed. Both universities hold the same.',
    zh: '约定文本及签署前文件的 SHA-256 哈希值，双方所持一致。',
  },
  verifyTitle: { en: 'Verify it yourself', zh: '自行验证' },
  verifyText: {
    en: 'Whoever holds the signed file can check it here. Nothing needs to be believed: the signatures, both universities’ certificates and the hashes above are compared before your eyes.',
    zh: '持有签署文件者均可在此核验：签名、双方证书与上述哈希值将当场比对，无须轻信任何一方。',
  },
  verify: { en: 'Verify a file', zh: '验证文件' },
  document: { en: 'The signed document (PDF)', zh: '签署文件（PDF）' },
  evidence: {
    en: 'The evidence package: all that proves it, to keep (ZIP)',
    zh: '证据包：全部证明材料，可供留存（ZIP）',
  },
  demonstration: { en: 'A demonstration: nobody signed this.', zh: '示例：并无任何人实际签署。' },
  description: {
    en: (title: string, parties: string, date: string) => `${title}, concluded by ${parties} on ${date}.`,
    zh: (title: string, parties: string, date: string) => `《${title}》，${parties}于${date}签署。`,
  },
  inForce: { en: (date: string) => `in force since ${date}`, zh: (date: string) => `自${date}起生效` },
  until: { en: (date: string) => `until ${date}`, zh: (date: string) => `至${date}止` },
  concludedOn: { en: (date: string) => `concluded on ${date}`, zh: (date: string) => `${date}缔结` },
  ended: {
    en: (date: string) => `not in force any more: it ended on ${date}`,
    zh: (date: string) => `已失效：有效期至${date}止`,
  },
  terminated: {
    en: (date: string) => `not in force any more: terminated as of ${date}`,
    zh: (date: string) => `已失效：自${date}起终止`,
  },
  signedOn: { en: (date: string) => `signed ${date}`, zh: (date: string) => `${date}签署` },
}

/** What took an agreement's place; its title follows. */
export const replacedWords: Record<'amendment' | 'extension' | 'renewal', Phrase<(date: string) => string>> = {
  amendment: {
    en: (date) => `amended on ${date}; now in force as`,
    zh: (date) => `已于${date}修订，现行文本为`,
  },
  extension: {
    en: (date) => `extended on ${date}; now in force as`,
    zh: (date) => `已于${date}延期，现行文本为`,
  },
  renewal: { en: (date) => `renewed on ${date} by`, zh: (date) => `已于${date}续签，由下列协议取代：` },
}

export const storiesWords = {
  title: { en: 'Stories', zh: '新闻' },
  description: {
    en: (name: string) => `Stories of ${name} and its partners.`,
    zh: (name: string) => `${name}与合作伙伴的新闻。`,
  },
  with: { en: (who: string) => `Stories with ${who}`, zh: (who: string) => `与${who}的合作新闻` },
  allPartners: { en: 'All partners', zh: '全部合作伙伴' },
  allYears: { en: 'All years', zh: '全部年份' },
  filterPartner: { en: 'By partner', zh: '按合作伙伴' },
  filterYear: { en: 'By year', zh: '按年份' },
  emptyTitle: { en: 'No story yet', zh: '暂无新闻' },
  emptyText: { en: 'Stories appear here on the day they are published.', zh: '新闻发布后将显示在此。' },
  onlyOther: { en: 'in Chinese', zh: '英文' },
  theirStory: { en: (who: string) => `At ${who}`, zh: (who: string) => `${who}的报道` },
  theirOwn: { en: 'their own story', zh: '对方自己的报道' },
  theirOwnInOther: { en: 'their own story, in Chinese', zh: '对方自己的报道（英文）' },
  agreement: { en: 'The agreement', zh: '相关协议' },
  verifyYourself: { en: 'verify it yourself', zh: '自行验证' },
  twoNodes: { en: 'signed on two nodes', zh: '双方各自节点签署' },
  follows: { en: 'What follows', zh: '后续' },
  occasion: { en: 'The occasion', zh: '相关活动' },
  partner: { en: 'The partner', zh: '合作伙伴' },
  background: { en: 'Background', zh: '相关资料' },
  mentions: { en: 'Mentioned at', zh: '外部提及' },
  goneTitle: { en: 'This story has been withdrawn', zh: '本文已撤回' },
  held: { en: (date: string) => `Held ${date}`, zh: (date: string) => `活动日期：${date}` },
}

export const pageWords = {
  notFound: { en: 'There is no such page', zh: '页面不存在' },
  notFoundText: {
    en: 'The address may be mistyped, or what stood here is no longer public. The search may find it.',
    zh: '地址可能有误，或相关内容已不再公开。可尝试搜索。',
  },
  home: { en: 'To the first page', zh: '返回首页' },
  feedOf: { en: (name: string) => `${name}: stories (Atom)`, zh: (name: string) => `${name}：新闻（Atom）` },
  jsonFeedOf: {
    en: (name: string) => `${name}: stories (JSON Feed)`,
    zh: (name: string) => `${name}：新闻（JSON Feed）`,
  },
  calendarOf: { en: (name: string) => `${name}: events (calendar)`, zh: (name: string) => `${name}：活动日历` },
  and: {
    en: (names: string[]) => new Intl.ListFormat('en-GB').format(names),
    zh: (names: string[]) => names.join('、'),
  },
}
