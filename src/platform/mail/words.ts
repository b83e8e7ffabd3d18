/** The words of the mailbox. */
export const mailboxWords = {
  title: { en: 'Mailbox', zh: '邮箱' },
  note: {
    en: 'Mails this node would have sent. They go nowhere; open their links here.',
    zh: '本节点本应发出的邮件。邮件不会实际发送，可在此打开其中的链接。',
  },
  caption: { en: 'Mails, newest first', zh: '邮件，按时间从新到旧' },
  sent: { en: 'Sent', zh: '发送时间' },
  to: { en: 'To', zh: '收件人' },
  files: { en: 'Attached', zh: '附件' },
  subject: { en: 'Subject', zh: '主题' },
  emptyTitle: { en: 'No mail yet', zh: '暂无邮件' },
  emptyText: {
    en: 'Ask for a sign-in link, or send the partner a version.',
    zh: '可以先获取登录链接，或向合作方发送一个版本。',
  },
  back: { en: 'All mails', zh: '全部邮件' },
}
