/** The words of a partner's brief. */
export const briefWords = {
  kind: { en: 'Brief for the president', zh: '校领导参阅' },
  foot: {
    en: (office: string, date: string) => `${office} · from the register, ${date} · internal`,
    zh: (office: string, date: string) => `${office} · 据台账生成，${date} · 内部资料`,
  },
  who: { en: 'Who they are', zh: '对方概况' },
  have: { en: 'What we have', zh: '合作现状' },
  numbers: { en: 'In numbers', zh: '数据' },
  promises: { en: 'Open promises', zh: '待兑现的承诺' },
  met: { en: 'Who met whom', zh: '往来会晤' },
  say: { en: 'What to say', zh: '建议提及' },
  nothing: { en: 'Nothing is recorded yet.', zh: '尚无记录。' },
  noPromises: { en: 'No promise is open.', zh: '没有待兑现的承诺。' },
  notMet: { en: 'No occasion is recorded on this node.', zh: '本节点尚无会晤记录。' },
  sayNothing: { en: 'The register asks for nothing to be raised.', zh: '台账中没有需要提及的事项。' },
  source: {
    en: (source: string, date: string) => `${source}, as of ${date}`,
    zh: (source: string, date: string) => `来源：${source}，截至${date}`,
  },
  standing: { en: 'Partnership', zh: '合作关系' },
  since: { en: (year: string) => `since ${year}`, zh: (year: string) => `始于 ${year}` },
  ourLead: { en: 'Leads on our side', zh: '我方负责人' },
  theirLead: { en: 'Leads on theirs', zh: '对方负责人' },
  until: { en: (date: string) => `until ${date}`, zh: (date: string) => `至${date}` },
  openEnded: { en: 'open-ended', zh: '无固定期限' },
  signed: { en: (date: string) => `signed ${date}`, zh: (date: string) => `${date}签署` },
  countedOn: {
    en: (date: string) => `counted in the register on ${date}`,
    zh: (date: string) => `据台账统计，${date}`,
  },
  inForce: { en: 'Agreements in force', zh: '有效协议' },
  expired: { en: 'Expired', zh: '已到期' },
  occasions: { en: 'Occasions held', zh: '已举办活动' },
  promisesKept: { en: 'Promises kept', zh: '已兑现承诺' },
  keptOf: {
    en: (kept: number, all: number) => `${kept} of ${all}`,
    zh: (kept: number, all: number) => `${kept} / ${all}`,
  },
  noData: { en: 'no data', zh: '无数据' },
  toWhom: { en: (to: string) => `to ${to}`, zh: (to: string) => `向${to}` },
  due: { en: (date: string) => `by ${date}`, zh: (date: string) => `期限${date}` },
  sayEnding: {
    en: (title: string, date: string) => `“${title}” ends on ${date}: say whether we mean to renew it.`,
    zh: (title: string, date: string) => `“${title}”将于${date}到期，可说明我方续签意向。`,
  },
  sayOurPromise: {
    en: (words: string) => `We promised: “${words}” Say how far it has come.`,
    zh: (words: string) => `我方曾承诺：“${words}”可说明进展。`,
  },
  sayTheirPromise: {
    en: (words: string) => `They promised: “${words}” Ask how it stands.`,
    zh: (words: string) => `对方曾承诺：“${words}”可询问进展。`,
  },
  sayNominated: {
    en: 'They are nominated as a key partner: the key agreement is what remains.',
    zh: '对方已提名为重点合作伙伴，尚待签署重点合作伙伴协议。',
  },
  sayContact: {
    en: 'Nobody leads the partnership on their side any more: ask whom they name.',
    zh: '对方目前没有合作负责人，可询问由谁接任。',
  },
}
