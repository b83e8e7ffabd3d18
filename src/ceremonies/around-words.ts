/** Words of the doors on the page of a plan. */

export const aroundWords = {
  meeting: { en: 'Video meeting', zh: '视频会议' },
  invitations: { en: 'Invitations', zh: '邀请' },
  papers: { en: 'Papers', zh: '会务文件' },
  papersText: {
    en: 'Programme, place cards, list of names, attendance list and a briefing for each speaker, in both languages, ready to print.',
    zh: '双语议程、席位卡、名单、签到表及发言人参考材料，可直接打印。',
  },
  toPapers: { en: 'All papers', zh: '全部文件' },
  briefing: { en: 'Write the briefings', zh: '编写参考材料' },
  after: { en: 'After the ceremony', zh: '典礼之后' },
  afterText: {
    en: 'Attendance, minutes, commitments, thanks and the story.',
    zh: '出席登记、纪要、承诺、致谢与新闻。',
  },
  toAfter: { en: 'See to them', zh: '前往处理' },
}
