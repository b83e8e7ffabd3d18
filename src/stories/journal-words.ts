/** What happened to a story, as its history tells it. */
import type { Language, Phrase } from '#src/platform/i18n/words.ts'
import { problemWords, purposeWords } from './state-words.ts'
import type { Purpose } from './tables.ts'

type Detail = Record<string, unknown>

const cleared = (d: Detail, language: Language) =>
  d.cleared === true ? { en: '; the approvals there were no longer stand', zh: '；此前的批准失效' }[language] : ''
const photo = (d: Detail, language: Language) => (language === 'en' ? `photograph ${d.photo}` : `图${d.photo}`)
const purpose = (d: Detail, language: Language) =>
  Object.hasOwn(purposeWords, String(d.purpose)) ? purposeWords[d.purpose as Purpose][language] : ''

export const storyJournalWords = {
  'story.started': { en: 'began the story', zh: '新建新闻' },
  'story.taken_back': {
    en: 'took back from the partner’s node what an older copy of our database had lost',
    zh: '从合作方节点取回本方数据库较早副本所缺的内容',
  },
  'story.edited': {
    en: (d: Detail) => `saved the text${cleared(d, 'en')}`,
    zh: (d: Detail) => `保存文本${cleared(d, 'zh')}`,
  },
  'story.photo_added': {
    en: (d: Detail) => `added a photograph${cleared(d, 'en')}`,
    zh: (d: Detail) => `添加图片${cleared(d, 'zh')}`,
  },
  'story.photo_changed': {
    en: (d: Detail) => `changed ${photo(d, 'en')}${cleared(d, 'en')}`,
    zh: (d: Detail) => `更改${photo(d, 'zh')}${cleared(d, 'zh')}`,
  },
  'story.photo_moved': {
    en: (d: Detail) => `moved ${photo(d, 'en')}${cleared(d, 'en')}`,
    zh: (d: Detail) => `移动${photo(d, 'zh')}${cleared(d, 'zh')}`,
  },
  'story.photo_taken_out': {
    en: (d: Detail) => `took out ${photo(d, 'en')}${cleared(d, 'en')}`,
    zh: (d: Detail) => `移除${photo(d, 'zh')}${cleared(d, 'zh')}`,
  },
  'story.photo_approved': {
    en: (d: Detail) => `approved ${photo(d, 'en')}`,
    zh: (d: Detail) => `批准${photo(d, 'zh')}`,
  },
  'story.photo_permitted': {
    en: (d: Detail) => `noted permission for ${photo(d, 'en')}: ${purpose(d, 'en')}, given by ${d.givenBy}`,
    zh: (d: Detail) => `登记${photo(d, 'zh')}的许可：${purpose(d, 'zh')}，许可人${d.givenBy}`,
  },
  'story.photo_permission_ended': {
    en: (d: Detail) => `took back the permission for ${photo(d, 'en')}: ${purpose(d, 'en')}`,
    zh: (d: Detail) => `撤销${photo(d, 'zh')}的许可：${purpose(d, 'zh')}`,
  },
  'story.submitted': { en: 'handed in for review', zh: '提交审阅' },
  'story.approved': { en: 'approved', zh: '批准' },
  'story.approved_and_offered': { en: 'approved, and offered to the partner', zh: '批准并送交合作方' },
  'story.approved_by_partner': { en: 'approved on their side', zh: '对方批准' },
  'story.approved_by_both': { en: 'both sides have approved', zh: '双方均已批准' },
  'story.approval_complete': { en: 'the story is approved', zh: '新闻已获批准' },
  'story.answer_received': { en: 'the editors were told of the partner’s answer', zh: '已将对方答复通知编辑' },
  'story.changes_asked': {
    en: (d: Detail) => `asked for changes: ${d.reason}${cleared(d, 'en')}`,
    zh: (d: Detail) => `要求修改：${d.reason}${cleared(d, 'zh')}`,
  },
  'story.changes_asked_by_partner': {
    en: (d: Detail) => `asked for changes: ${d.reason}${cleared(d, 'en')}`,
    zh: (d: Detail) => `对方要求修改：${d.reason}${cleared(d, 'zh')}`,
  },
  'story.scheduled': { en: 'scheduled the publication', zh: '设定定时发布' },
  'story.unscheduled': { en: 'took back the scheduled publication', zh: '取消定时发布' },
  'story.held_back': { en: 'not published: something stood in the way', zh: '未能发布：尚有问题未解决' },
  'story.embargo_set': {
    en: (d: Detail) => (d.until ? 'set an embargo' : 'lifted the embargo'),
    zh: (d: Detail) => (d.until ? '设定禁发期' : '解除禁发期'),
  },
  'story.published': { en: 'published', zh: '发布' },
  'story.corrected': { en: 'put out a correction', zh: '发布更正' },
  'story.withdrawn': { en: 'withdrew the story', zh: '撤回新闻' },
  'story.link_added': { en: (d: Detail) => `linked ${d.url}`, zh: (d: Detail) => `添加链接 ${d.url}` },
  'story.link_removed': { en: (d: Detail) => `took away the link ${d.url}`, zh: (d: Detail) => `删除链接 ${d.url}` },
  'story.partner_linked': { en: 'linked the partner’s own story', zh: '链接合作方新闻' },
  'story.link_broken': {
    en: (d: Detail) => `a link is broken (${problemWords(String(d.problem)).en}): ${d.url}`,
    zh: (d: Detail) => `链接失效（${problemWords(String(d.problem)).zh}）：${d.url}`,
  },
  'story.mention_checked': {
    en: (d: Detail) => `looked at a mention: ${d.source}`,
    zh: (d: Detail) => `核实外部提及：${d.source}`,
  },
  'story.mention_approved': {
    en: (d: Detail) => `lets a mention be shown: ${d.source}`,
    zh: (d: Detail) => `同意展示外部提及：${d.source}`,
  },
  'story.mention_rejected': {
    en: (d: Detail) => `keeps a mention from being shown: ${d.source}`,
    zh: (d: Detail) => `不展示外部提及：${d.source}`,
  },
} satisfies Record<string, Phrase<string | ((d: Detail) => string)>>
