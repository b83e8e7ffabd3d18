/** The words of the shared parts. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export const languageNames: Phrase = { en: 'English', zh: '简体中文' }

export const layoutWords = {
  find: { en: 'Find anything', zh: '搜索全部内容' },
  skip: { en: 'Skip to the content', zh: '跳到正文' },
  navigation: { en: 'Main', zh: '主导航' },
  language: { en: 'Language', zh: '语言' },
  account: { en: 'Your account', zh: '我的账户' },
  signIn: { en: 'Sign in', zh: '登录' },
  signOut: { en: 'Sign out', zh: '退出登录' },
  demonstration: {
    en: 'Sample data: nobody named here agreed or signed any of it.',
    zh: '此处均为示例数据，所列人员并未实际商定或签署任何内容。',
  },
  mailbox: { en: 'Mailbox', zh: '邮箱' },
  node: { en: 'Node of', zh: '本节点属于' },
  keptFor: {
    en: (keeper: string) =>
      `Kept for it by ${keeper}: it has no node of its own, so this half has no independent second log.`,
    zh: (keeper: string) => `由${keeper}代为托管：该校没有自己的节点，因此这一半没有独立的第二份日志。`,
  },
}

export const formWords = {
  optional: { en: 'optional', zh: '选填' },
  summary: { en: 'Please look at this again', zh: '请检查以下内容' },
  english: { en: 'English', zh: '英文' },
  chinese: { en: 'Chinese', zh: '中文' },
  cancel: { en: 'Cancel', zh: '取消' },
  unsaved: { en: 'What you wrote here is not saved yet.', zh: '此处内容尚未保存。' },
}

export const showWords = {
  done: { en: 'done', zh: '已完成' },
  half: { en: 'under way', zh: '进行中' },
  open: { en: 'to come', zh: '待办' },
  added: { en: 'added: ', zh: '新增：' },
  removed: { en: 'removed: ', zh: '删除：' },
  endOfChange: { en: ' (end of change) ', zh: '（修改结束）' },
  changed: { en: 'Changed', zh: '有改动' },
  remarks: {
    en: (n: number) => (n === 1 ? '1 comment' : `${n} comments`),
    zh: (n: number) => `${n} 条意见`,
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied', zh: '已复制' },
  offline: {
    en: 'No connection. This page updates itself as soon as it is back.',
    zh: '连接已断开，恢复后页面会自动更新。',
  },
  today: { en: 'today', zh: '今天' },
  days: { en: (n: number) => (n === 1 ? '1 day' : `${n} days`), zh: (n: number) => `${n} 天` },
}

export const signingWords = {
  awaited: { en: 'awaited', zh: '待签' },
  reading: { en: 'reading', zh: '正在阅读' },
  consented: { en: 'consented', zh: '已表明签署意愿' },
  signed: { en: 'signed', zh: '已签名' },
  declined: { en: 'declined', zh: '已拒签' },
  none: { en: 'Chirograph: the two halves are apart', zh: '骑缝文书：两半尚未合拢' },
  one: { en: 'Chirograph: one half is signed, the other is not', zh: '骑缝文书：一半已签，另一半未签' },
  both: { en: 'Chirograph: both halves are signed and match', zh: '骑缝文书：两半均已签名，完全吻合' },
  complete: { en: 'Complete', zh: '完整有效' },
  partial: { en: 'Incomplete', zh: '签名不全' },
  altered: { en: 'Altered', zh: '已被改动' },
  unknown: { en: 'Unknown', zh: '无法判断' },
  ofSignatures: {
    en: (n: number, of: number) => `signed by ${n} of ${of}`,
    zh: (n: number, of: number) => `${of} 方中仅 ${n} 方已签名`,
  },
}

export const errorWords = {
  notFound: { en: 'This page does not exist, or not for you', zh: '页面不存在，或您无权查看' },
  notFoundText: {
    en: 'The address may be mistyped, or the page belongs to people with another role. Whoever sent you the link can say.',
    zh: '地址可能有误，或该页面仅供其他角色查看。如有疑问，请询问发送链接的人。',
  },
  failure: { en: 'Something went wrong on our side', zh: '系统出现故障' },
  failureText: {
    en: 'Nothing was saved by this step. Please try again; if it fails again, tell the administrator of this node.',
    zh: '本次操作没有保存。请重试；如仍失败，请联系本节点管理员。',
  },
  reference: { en: 'Reference', zh: '编号' },
  refused: { en: 'This is not possible', zh: '无法执行此操作' },
  refusedText: { en: 'The request was refused.', zh: '请求被拒绝。' },
  back: { en: 'Back', zh: '返回' },
  start: { en: 'To the start page', zh: '回到首页' },
}
