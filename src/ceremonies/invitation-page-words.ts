/** Words of the page of invitations, and of the page a guest answers on. */

/** Said on the page after an act. */
export const invitationsDoneWords = {
  invited: { en: 'The letters are on their way', zh: '邀请函已发出' },
  told: { en: 'The guests are being told', zh: '已告知嘉宾' },
  letter: { en: 'Letter saved', zh: '信函已保存' },
}

/** What a guest has not been told yet. */
export const toTellWords = {
  details: { en: 'place or title', zh: '地点或名称' },
  time: { en: 'new time', zh: '新时间' },
  again: { en: 'new date', zh: '新日期' },
  postponed: { en: 'postponed', zh: '延期' },
  cancelled: { en: 'cancelled', zh: '取消' },
  removed: { en: 'no longer on the list', zh: '已不在名单中' },
}

export const invitationsWords = {
  title: { en: 'Invitations', zh: '邀请' },
  note: {
    en: 'Guests on our side get a letter in both languages, a calendar file, and a page of their own to answer on. The other university invites its own guests and sees only who will come.',
    zh: '我方嘉宾将收到双语邀请函、日历文件及专属答复页面。对方大学自行邀请其嘉宾，仅能看到出席情况。',
  },
  inviteAll: {
    en: (n: number) => (n === 1 ? 'Invite one guest' : `Invite ${n} guests`),
    zh: (n: number) => `邀请${n}位嘉宾`,
  },
  invite: { en: 'Invite', zh: '发出邀请' },
  inviteAgain: { en: 'Invite at the new address', zh: '按新邮箱重新邀请' },
  guests: { en: 'Our guests', zh: '我方嘉宾' },
  guest: { en: 'Guest', zh: '嘉宾' },
  address: { en: 'E-mail', zh: '邮箱' },
  reply: { en: 'Reply', zh: '答复' },
  sent: { en: 'Last letter', zh: '最近去函' },
  act: { en: 'To do', zh: '操作' },
  noAddress: { en: 'no address', zh: '未填邮箱' },
  nobodyTitle: { en: 'Nobody is on our list yet', zh: '我方嘉宾名单为空' },
  nobodyText: {
    en: 'Put our guests on the list in their order, with an address for whoever is to be invited by mail.',
    zh: '请按礼宾次序填写我方嘉宾，并为需要邮件邀请的嘉宾填写邮箱。',
  },
  list: { en: 'Our hall, guests and speakers', zh: '我方会场、嘉宾与发言人' },
  outdatedTitle: {
    en: (n: number) =>
      n === 1 ? 'One guest has been told something else' : `${n} guests have been told something else`,
    zh: (n: number) => `${n}位嘉宾收到的信息已过时`,
  },
  outdatedText: {
    en: 'The plan has changed since the last letter. A letter with a new calendar file goes out by itself an hour after the change, so that you can still correct it; or now:',
    zh: '上次去函后方案有更改。为便于您继续修正，系统将在一小时后自动发出更新函和新的日历文件；也可立即发送：',
  },
  tellNow: { en: 'Tell them now', zh: '立即告知' },
  letter: { en: 'The letter', zh: '邀请函' },
  letterNote: {
    en: 'Greeting, date in both cities, place and the request to answer are added to it.',
    zh: '称谓、双方当地时间、地点及答复请求将自动加入。',
  },
  letterText: { en: 'Wording', zh: '正文' },
  saveLetter: { en: 'Save the letter', zh: '保存信函' },
  yours: { en: 'What you wrote', zh: '您填写的内容' },
}

export const replyWords = {
  invited: { en: (name: string) => `For ${name}`, zh: (name: string) => `致${name}` },
  when: { en: 'When', zh: '时间' },
  where: { en: 'Where', zh: '地点' },
  question: { en: 'Will you come?', zh: '您能否出席？' },
  accept: { en: 'I shall come', zh: '确认出席' },
  decline: { en: 'I cannot come', zh: '不能出席' },
  remark: { en: 'Anything we should know', zh: '备注' },
  remarkHint: {
    en: 'Such as who accompanies you, or what you need. Only our office reads it.',
    zh: '如随行人员或其他需要，仅我方工作人员可见。',
  },
  send: { en: 'Send the answer', zh: '提交答复' },
  change: { en: 'Change the answer', zh: '更改答复' },
  thanks: { en: 'Thank you. Your answer has reached us.', zh: '谢谢，我们已收到您的答复。' },
  accepted: { en: 'You have told us that you will come.', zh: '您已确认出席。' },
  declined: { en: 'You have told us that you cannot come.', zh: '您已告知不能出席。' },
  calendar: { en: 'Calendar file', zh: '日历文件' },
  stage: { en: 'Follow the ceremony', zh: '观看典礼' },
  withdrawnTitle: { en: 'This invitation has been withdrawn', zh: '此邀请已撤回' },
  cancelledTitle: { en: 'The ceremony will not take place', zh: '典礼已取消' },
  postponedTitle: { en: 'The ceremony is postponed', zh: '典礼已延期' },
  postponedText: { en: 'We shall write to you once the new date is known.', zh: '新日期确定后将另行函告。' },
  overTitle: { en: 'The ceremony is over', zh: '典礼已结束' },
  overText: { en: 'Thank you for your interest.', zh: '感谢您的关注。' },
}
