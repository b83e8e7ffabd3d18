/** Words about what comes after a ceremony. */

/** Said on the page after an act. */
export const afterDoneWords = {
  thanked: { en: 'The thanks are on their way', zh: '致谢函已发出' },
  letter: { en: 'Letter saved', zh: '信函已保存' },
  noted: { en: 'Attendance saved', zh: '出席情况已保存' },
  written: { en: 'Minutes saved', zh: '纪要已保存' },
  proposed: { en: 'The minutes are proposed to the partner', zh: '纪要已提交合作方确认' },
  agreed: { en: 'Both sides have agreed to the minutes', zh: '双方已确认纪要' },
  asked: { en: 'The partner reads what you ask for', zh: '您的修改意见已送达合作方' },
  moved: { en: 'Saved, and told to the partner', zh: '已保存并告知合作方' },
}

export const afterWords = {
  title: { en: 'After the ceremony', zh: '典礼之后' },
  note: { en: 'What is left to do, and what both universities keep of it.', zh: '后续事项，以及双方共同留存的记录。' },
  happened: { en: 'What happened', zh: '实际经过' },
  began: { en: 'Began', zh: '开始' },
  ended: { en: 'Ended', zh: '结束' },
  lasted: { en: 'Lasted', zh: '时长' },
  minutesLong: { en: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`), zh: (n: number) => `${n}分钟` },
  planned: { en: (n: number) => `${n} were planned`, zh: (n: number) => `计划${n}分钟` },
  watched: { en: 'Watched at most', zh: '最高同时观看' },
  viewers: { en: (n: number) => (n === 1 ? '1 viewer' : `${n} viewers`), zh: (n: number) => `${n}人` },
  way: { en: 'To do', zh: '后续事项' },
  attendance: { en: 'Attendance', zh: '出席情况' },
  attendanceNote: {
    en: (noted: number, all: number) => `${noted} of our ${all} noted`,
    zh: (noted: number, all: number) => `我方${all}人，已登记${noted}人`,
  },
  minutes: { en: 'Minutes', zh: '纪要' },
  commitments: { en: 'Commitments', zh: '承诺' },
  noneMarked: {
    en: 'Nothing was marked as a commitment while the speeches were given.',
    zh: '发言过程中未标记任何承诺。',
  },
  thanks: { en: 'Thanks', zh: '致谢' },
  story: { en: 'The story', zh: '新闻' },
  storyText: {
    en: 'Write the story of the ceremony: people, times and photographs are taken over.',
    zh: '撰写典礼新闻，人物、时间与照片将自动带入。',
  },
  writeStory: { en: 'Write the story', zh: '撰写新闻' },
  notHeldTitle: { en: 'The ceremony has not been held yet', zh: '典礼尚未举行' },
  notHeldText: {
    en: 'Once the stage has been closed, attendance, minutes, commitments and thanks are seen to here.',
    zh: '典礼结束后，可在此处理出席情况、纪要、承诺与致谢。',
  },
  back: { en: 'The plan', zh: '返回方案' },
  thankAll: {
    en: (n: number) => (n === 1 ? 'Thank one guest' : `Thank ${n} guests`),
    zh: (n: number) => `向${n}位嘉宾致谢`,
  },
  thanked: {
    en: (n: number) => (n === 1 ? 'One guest has been thanked.' : `${n} guests have been thanked.`),
    zh: (n: number) => `已向${n}位嘉宾致谢。`,
  },
  nobodyToThank: {
    en: 'Nobody is left to thank by mail: guests who came and have an address are thanked once.',
    zh: '没有待致谢的嘉宾：已出席且留有邮箱的嘉宾各致谢一次。',
  },
  thanksNote: {
    en: 'The greeting is added to it. Each guest gets it once.',
    zh: '称谓将自动加入，每位嘉宾仅发送一次。',
  },
  letterText: { en: 'Wording', zh: '正文' },
  saveLetter: { en: 'Save the letter', zh: '保存信函' },
}

export const attendanceWords = {
  title: { en: 'Who came', zh: '出席登记' },
  note: {
    en: 'Each office notes its own guests; the other sees it at once. Where nothing is noted, whoever had accepted counts as having come.',
    zh: '双方各自登记己方嘉宾，对方可即时看到。未登记的，按此前确认出席计算。',
  },
  came: { en: 'came', zh: '出席' },
  absent: { en: 'did not come', zh: '缺席' },
  open: { en: 'not noted', zh: '未登记' },
  guest: { en: 'Guest', zh: '嘉宾' },
  replied: { en: 'Had answered', zh: '此前答复' },
  presence: { en: 'Attendance', zh: '出席' },
  save: { en: 'Save attendance', zh: '保存出席情况' },
  nobody: { en: 'Nobody on this list.', zh: '名单为空。' },
}
