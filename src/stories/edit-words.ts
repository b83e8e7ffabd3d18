/** The words of the page where a story is written. */
export const editWords = {
  title: { en: 'Edit the story', zh: '编辑新闻' },
  note: {
    en: 'Both languages stand side by side. Either can be published alone; the page then says that the other is missing.',
    zh: '中英文对照编辑。可单独发布一种语言，另一种将注明暂缺。',
  },
  clears: {
    en: 'This text has been approved. Any change ends the approvals of both sides, and it has to be approved again.',
    zh: '该文本已获批准。任何改动将使双方批准失效，须重新批准。',
  },
  out: {
    en: 'This story is published. Readers see a change only when it has been approved and put out as a correction.',
    zh: '该新闻已发布。改动须经批准并作为更正发布后，读者方可看到。',
  },
  save: { en: 'Save', zh: '保存' },
  back: { en: 'Back without saving', zh: '不保存并返回' },
  about: { en: 'About the story', zh: '基本信息' },
  section: { en: 'Section', zh: '栏目' },
  heldOn: { en: 'Date of the event', zh: '活动日期' },
  heldHint: {
    en: 'The day it took place, which is not the day of publication.',
    zh: '活动举行日期，与发布日期不同。',
  },
  slug: { en: 'Address', zh: '网址' },
  slugHint: {
    en: 'The end of its web address, in small letters and hyphens. Left empty, it is made from the English headline. Kept for ever once published.',
    zh: '网址末段，仅限小写字母和连字符；留空则由英文标题生成。发布后永久保留。',
  },
  partner: { en: 'Partner', zh: '合作方' },
  noPartner: { en: 'none', zh: '无' },
  joint: { en: 'Needs the partner’s approval as well', zh: '须经合作方批准' },
  jointHint: {
    en: 'A story both universities tell. It crosses to their editors once one of ours has approved it.',
    zh: '两校联合新闻。我方编辑批准后送交对方编辑。',
  },
  text: { en: 'The text', zh: '文本' },
  headline: { en: 'Headline', zh: '标题' },
  summary: { en: 'Summary', zh: '摘要' },
  summaryHint: { en: 'One or two sentences, for lists and feeds.', zh: '一至两句，用于列表和订阅。' },
  body: { en: 'Text', zh: '正文' },
  markup: {
    en: 'A blank line begins a paragraph. ## begins a heading. > begins each line of a quote; its last line “> — Name” says who spoke. [photo 2] on a line of its own places a photograph.',
    zh: '空行分段。“## ”开头为小标题。“> ”开头为引语，末行“> — 姓名”注明发言人。单独一行“[照片 2]”放置图片。',
  },
  readyEn: { en: 'The English text is complete', zh: '英文文本已完成' },
  readyZh: { en: 'The Chinese text is complete', zh: '中文文本已完成' },
  readyHint: { en: 'Only complete languages are published.', zh: '仅发布标记为完成的语言。' },
  editors: { en: 'Editors’ line', zh: '署名' },
  editorsNote: { en: 'In the order in which they are to stand.', zh: '按显示顺序填写。' },
  nth: { en: (n: number) => `Name ${n}`, zh: (n: number) => `第${n}位` },
  latin: { en: 'Name in Latin script', zh: '姓名（拉丁字母）' },
  native: { en: 'Name in native script', zh: '姓名（本国文字）' },
  role: { en: 'Part', zh: '分工' },
  takenOver: {
    en: 'What only your colleague changed is taken over into this form; where you both did, theirs stands under the field.',
    zh: '仅由同事修改之处已并入此表单；双方均有修改之处，同事的内容列于相应栏目下方。',
  },
  saved: {
    en: (text: string) => `Saved by a colleague meanwhile: ${text || '(empty)'}`,
    zh: (text: string) => `同事已保存为：${text || '（空）'}`,
  },
}
