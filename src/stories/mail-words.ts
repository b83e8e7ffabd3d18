/** Mails of this area. */
import type { Phrase } from '#src/platform/i18n/words.ts'

const named = ({ en, zh }: Phrase): Phrase => ({
  en: en ? `“${en}”` : 'a story without a headline',
  zh: zh ? `《${zh}》` : '一篇无标题新闻',
})

export const mailWords = {
  handedInSubject: (title: Phrase): Phrase => ({
    en: `For review: ${named(title).en}`,
    zh: `待审阅：${named(title).zh}`,
  }),
  handedInText: (title: Phrase): Phrase => ({
    en: `${named(title).en} has been handed in. An editor who did not write in it can approve it or ask for changes.`,
    zh: `${named(title).zh}已提交审阅，未参与撰写的编辑可批准或要求修改。`,
  }),
  heldBackSubject: (title: Phrase): Phrase => ({
    en: `Not published: ${named(title).en}`,
    zh: `未能发布：${named(title).zh}`,
  }),
  heldBackText: (title: Phrase): Phrase => ({
    en: `The time for ${named(title).en} had come, but something stands in the way. The page of the story says what, and who can change it.`,
    zh: `${named(title).zh}已到发布时间，但尚有问题未解决。新闻页面列明了原因及处理人。`,
  }),
  offeredSubject: (title: Phrase, who: Phrase): Phrase => ({
    en: `${who.en} asks us to approve ${named(title).en}`,
    zh: `${who.zh}请我方审批${named(title).zh}`,
  }),
  offeredText: (title: Phrase, who: Phrase): Phrase => ({
    en: `${who.en} wants to publish ${named(title).en}, a story of both universities. Read it with its photographs, then approve it or say what to change.`,
    zh: `${who.zh}拟发布两校联合新闻${named(title).zh}。请阅读全文与图片后批准，或提出修改意见。`,
  }),
  answeredSubject: (title: Phrase, who: Phrase, approved: boolean): Phrase => ({
    en: `${who.en} ${approved ? 'approved' : 'asks for changes in'} ${named(title).en}`,
    zh: `${who.zh}${approved ? '已批准' : '要求修改'}${named(title).zh}`,
  }),
  answeredText: (title: Phrase, who: Phrase, words: string): Phrase => ({
    en: `${who.en} has answered about ${named(title).en}.${words && `\n\n${words}`}`,
    zh: `${who.zh}已就${named(title).zh}作出答复。${words && `\n\n${words}`}`,
  }),
  publishedSubject: (title: Phrase, who: Phrase): Phrase => ({
    en: `${who.en} published ${named(title).en}`,
    zh: `${who.zh}发布了${named(title).zh}`,
  }),
  publishedText: (title: Phrase, who: Phrase): Phrase => ({
    en: `${who.en} published its story ${named(title).en}. Link it from ours with one press.`,
    zh: `${who.zh}发布了其新闻${named(title).zh}，一键即可从我方新闻中链接。`,
  }),
  brokenSubject: (title: string): Phrase => ({ en: `A link is broken: ${title}`, zh: `链接失效：${title}` }),
  brokenText: (url: string): Phrase => ({
    en: `This address, which a story of ours links, has not answered three times:\n\n${url}\n\nAn editor can put another address in its place, or take the link away.`,
    zh: `我方新闻中的下列链接已连续三次无法访问：\n\n${url}\n\n编辑可更换地址或删除链接。`,
  }),
}
