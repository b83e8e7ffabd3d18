/** Words of the page of papers, and of the page where briefings are written. */

export const papersWords = {
  title: { en: 'Papers', zh: '会务文件' },
  note: {
    en: 'Typeset from the plan as it stands now, in both languages. Press again after a change.',
    zh: '根据当前方案双语排版。方案更改后请重新生成。',
  },
  programme: { en: 'Programme', zh: '议程' },
  programmeText: { en: 'Every item at the clock times of both cities.', zh: '各项议程，含两地时间。' },
  cards: { en: 'Place cards', zh: '席位卡' },
  cardsText: {
    en: 'A4, folded once. Names in both scripts, on both faces. Whoever declined gets none.',
    zh: 'A4对折，双面双语姓名；谢绝出席者不制卡。',
  },
  cardsOurs: { en: 'our side', zh: '我方' },
  cardsTheirs: { en: 'their side', zh: '对方' },
  names: { en: 'List of names', zh: '嘉宾名单' },
  namesText: { en: 'Both sides in their order of precedence.', zh: '双方嘉宾，按礼宾次序排列。' },
  attendance: { en: 'Attendance list', zh: '签到表' },
  attendanceText: { en: 'The same, with room to sign.', zh: '嘉宾名单，含签到栏。' },
  briefing: { en: 'Briefings', zh: '发言人参考材料' },
  briefingText: {
    en: 'One file for each of our speakers: their part, what to say, what binds us, who is who. Internal.',
    zh: '我方每位发言人一份：发言环节、要点、合作渊源、人物介绍。内部材料。',
  },
  minutes: { en: 'Minutes', zh: '纪要' },
  minutesText: { en: 'As they stand now.', zh: '当前版本。' },
  write: { en: 'Write the briefings', zh: '编写参考材料' },
  open: { en: 'Open', zh: '打开' },
  paper: { en: 'Paper', zh: '文件' },
  what: { en: 'What it is', zh: '说明' },
  nobody: { en: 'Put our speakers on the list first.', zh: '请先添加我方发言人。' },
}

export const briefingWords = {
  title: { en: 'Briefings', zh: '参考材料' },
  note: {
    en: 'Kept on our node only. A line that begins with a dash becomes a point.',
    zh: '仅保存在我方节点。以短横线开头的一行将排为要点。',
  },
  who: { en: 'Who', zh: '人物' },
  common: { en: 'For every pack', zh: '通用内容' },
  ties: { en: 'What binds us, in our own words', zh: '合作渊源（自拟）' },
  tiesHint: {
    en: 'Facts, agreements and the partnership’s history from the register are added by themselves.',
    zh: '登记册中的事实、协议与合作历程将自动加入。',
  },
  proposed: { en: 'Cooperation proposed', zh: '拟议合作' },
  proposedHint: {
    en: 'The headings of the agreement to be signed are added by themselves.',
    zh: '拟签署协议的条款标题将自动加入。',
  },
  points: { en: 'Talking points', zh: '发言要点' },
  life: { en: 'Biography', zh: '个人简介' },
  save: { en: 'Save', zh: '保存' },
  saved: { en: 'Saved', zh: '已保存' },
  pack: { en: 'Open the pack', zh: '打开参考材料' },
  theirs: { en: 'What a colleague saved', zh: '同事保存的内容' },
}
