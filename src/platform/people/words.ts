/** The words of signing in, accounts and people. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RoleName } from './visitor.ts'

export const roleWords: Record<RoleName, Phrase> = {
  administrator: { en: 'Administrator', zh: '管理员' },
  officer: { en: 'International officer', zh: '国际事务专员' },
  editor: { en: 'Editor', zh: '编辑' },
  approver: { en: 'Approver', zh: '审批人' },
  signatory: { en: 'Signatory', zh: '签署人' },
  reader: { en: 'Reader', zh: '查阅者' },
  auditor: { en: 'Auditor', zh: '审计人员' },
}

/** Acts as the journal shows them. */
export const peopleJournalWords = {
  'account.added': { en: 'account opened', zh: '开立账户' },
  'account.ended': { en: 'account ended', zh: '终止账户' },
  'role.given': { en: 'role given', zh: '授予角色' },
  'duty.added': { en: 'approver’s duty added', zh: '新增审批职责' },
  'role.taken': { en: 'role taken away', zh: '收回角色' },
  'session.begun': { en: 'signed in', zh: '登录' },
  'session.ended': { en: 'signed out', zh: '退出登录' },
  'sign_in_link.sent': { en: 'sign-in link sent', zh: '发送登录链接' },
  'code.sent': { en: 'one-time code sent', zh: '发送一次性验证码' },
  'passkey.added': { en: 'passkey added', zh: '添加通行密钥' },
  'passkey.removed': { en: 'passkey removed', zh: '删除通行密钥' },
  'oidc.linked': { en: 'university sign-in linked', zh: '关联统一身份认证' },
  'mail.refused': { en: 'mail refused by the recipient’s server', zh: '邮件被收件方服务器拒收' },
}

export const signInWords = {
  title: { en: 'Sign in', zh: '登录' },
  byPasskey: { en: 'Sign in with a passkey', zh: '使用通行密钥登录' },
  byPasskeyHint: {
    en: 'Fingerprint, face or PIN of this device, or a security key.',
    zh: '使用本设备的指纹、面容或 PIN，或使用安全密钥。',
  },
  byLink: { en: 'By a mailed link', zh: '使用邮件链接' },
  email: { en: 'E-mail address', zh: '邮箱地址' },
  emailHint: {
    en: 'You will be sent a link. It works once, for 20 minutes.',
    zh: '我们会向您发送一个链接，只能使用一次，20 分钟内有效。',
  },
  sendLink: { en: 'Send me a link', zh: '发送登录链接' },
  byUniversity: { en: 'Through your university', zh: '通过学校' },
  university: { en: 'University sign-in', zh: '统一身份认证登录' },
  tryTitle: { en: 'Try it as', zh: '试用身份' },
  tryNote: {
    en: 'Demonstration: sign in as one of these people with one press.',
    zh: '示例：点击即可以下列人员身份登录。',
  },
  tryAs: { en: (name: string) => `Sign in as ${name}`, zh: (name: string) => `以${name}身份登录` },
  sentTitle: { en: 'Look into your mailbox', zh: '请查收邮件' },
  sentText: {
    en: 'If there is an account with this address, a link is on its way to it. Nothing there after a few minutes? Look among unwanted mail, or ask your administrator which address your account has.',
    zh: '如果该邮箱已有账户，登录链接正在发送。几分钟后仍未收到，请查看垃圾邮件，或向管理员询问您账户使用的邮箱。',
  },
  back: { en: 'Back to sign-in', zh: '返回登录页面' },
  linkTitle: { en: 'One more press', zh: '再点一次' },
  linkText: {
    en: 'The button signs you in, in this browser. The link works once.',
    zh: '点击按钮即可在此浏览器中登录。链接只能使用一次。',
  },
  enter: { en: 'Sign in', zh: '登录' },
  refusedTitle: { en: 'This did not work', zh: '未能登录' },
}

export const passkeyWords = {
  cancelled: {
    en: 'That was cancelled or took too long. You can try again.',
    zh: '操作已取消或超时，可以重试。',
  },
  unsupported: {
    en: 'This browser cannot use passkeys here. Sign in by a mailed link instead.',
    zh: '此浏览器在这里无法使用通行密钥，请改用邮件链接。',
  },
  present: {
    en: 'This device holds a passkey for your account already.',
    zh: '此设备上已有您账户的通行密钥。',
  },
  failed: {
    en: 'That did not work. Please try again.',
    zh: '操作未成功，请重试。',
  },
  waiting: { en: 'Waiting for your passkey …', zh: '正在等待通行密钥…' },
}

export const accountWords = {
  title: { en: 'Your account', zh: '我的账户' },
  email: { en: 'E-mail address', zh: '邮箱地址' },
  roles: { en: 'Roles', zh: '角色' },
  noRoles: { en: 'none yet', zh: '暂无' },
  passkeys: { en: 'Passkeys', zh: '通行密钥' },
  passkeysNote: {
    en: 'A passkey signs you in, and is how a signatory consents.',
    zh: '通行密钥用于登录，签署人也以此表示签署意愿。',
  },
  noPasskeys: { en: 'No passkey yet. Add one below.', zh: '尚无通行密钥，请在下方添加。' },
  name: { en: 'Name', zh: '名称' },
  added: { en: 'Added', zh: '添加时间' },
  lastUsed: { en: 'Last used', zh: '上次使用' },
  never: { en: 'never', zh: '从未' },
  rename: { en: 'Rename', zh: '重命名' },
  remove: { en: 'Remove', zh: '删除' },
  removeTitle: { en: (name: string) => `Remove “${name}”?`, zh: (name: string) => `删除“${name}”？` },
  removeText: {
    en: 'It will no longer sign you in. Agreements it has consented to stay valid; where it was pinned for a signing still to come, the approval is opened again.',
    zh: '删除后将无法用它登录。已用它表示签署意愿的协议不受影响；如已登记用于尚未进行的签署，审批将重新进行。',
  },
  add: { en: 'Add a passkey', zh: '添加通行密钥' },
  addName: { en: 'Name of the new passkey', zh: '新通行密钥的名称' },
  addHint: { en: 'So that you can tell it from others, e.g. “Office laptop”.', zh: '便于区分，例如“办公室电脑”。' },
  passkey: { en: 'Passkey', zh: '通行密钥' },
  sessions: { en: 'Where you are signed in', zh: '登录设备' },
  browser: { en: 'Browser', zh: '浏览器' },
  method: { en: 'Signed in by', zh: '登录方式' },
  since: { en: 'Since', zh: '登录时间' },
  seen: { en: 'Last seen', zh: '最近活动' },
  thisOne: { en: 'this one', zh: '当前' },
  end: { en: 'Sign out there', zh: '退出该设备' },
  endOthers: { en: 'Sign out everywhere else', zh: '退出其他所有设备' },
  language: { en: 'Language', zh: '语言' },
  reminders: { en: 'Reminders', zh: '提醒' },
  remindersNote: {
    en: 'How you are told of what is due, and your own calendar.',
    zh: '提醒方式与个人日历。',
  },
  remindersOpen: { en: 'Choose how you are reminded', zh: '设置提醒方式' },
  languageHint: { en: 'Of pages and, first, of mails to you.', zh: '页面语言，也是发给您的邮件中在前的语言。' },
  save: { en: 'Save', zh: '保存' },
  act: { en: 'Act', zh: '操作' },
}

export const methodWords: Record<'passkey' | 'link' | 'oidc', Phrase> = {
  passkey: { en: 'passkey', zh: '通行密钥' },
  link: { en: 'mailed link', zh: '邮件链接' },
  oidc: { en: 'university', zh: '统一身份认证' },
}

export const peopleWords = {
  title: { en: 'People', zh: '人员' },
  note: { en: 'Who may sign in to this node, and what each may do.', zh: '可登录本节点的人员及其权限。' },
  caption: { en: 'Accounts', zh: '账户' },
  person: { en: 'Person', zh: '人员' },
  email: { en: 'E-mail address', zh: '邮箱地址' },
  roles: { en: 'Roles', zh: '角色' },
  state: { en: 'State', zh: '状态' },
  active: { en: 'in use', zh: '使用中' },
  ended: { en: 'ended', zh: '已终止' },
  none: { en: 'none', zh: '无' },
  add: { en: 'Open an account', zh: '开立账户' },
  addNote: { en: 'The person is written to, and signs in by a mailed link.', zh: '系统会通知本人，通过邮件链接登录。' },
  latin: { en: 'Name in Latin script', zh: '姓名（拉丁字母）' },
  native: { en: 'Name in native script', zh: '姓名（本国文字）' },
  nativeHint: { en: 'For example 王小明; leave empty where there is none.', zh: '例如：王小明；没有则留空。' },
  language: { en: 'Language', zh: '语言' },
  firstRole: { en: 'First role', zh: '初始角色' },
  noRole: { en: 'none for now', zh: '暂不授予' },
  open: { en: 'Open account', zh: '开立' },
  give: { en: 'Give a role', zh: '授予角色' },
  giveIt: { en: 'Give', zh: '授予' },
  role: { en: 'Role', zh: '角色' },
  take: { en: 'Take away', zh: '收回' },
  abilities: { en: 'What this person may do, and why', zh: '该人员的权限及依据' },
  noRolesYet: {
    en: 'No role yet: this person can sign in, but sees nothing.',
    zh: '尚无角色：可以登录，但看不到任何内容。',
  },
  end: { en: 'End account', zh: '终止账户' },
  endNote: { en: 'For who has left the house.', zh: '适用于已离开本机构的人员。' },
  endTitle: { en: (name: string) => `End the account of ${name}?`, zh: (name: string) => `终止${name}的账户？` },
  endText: {
    en: 'The person is signed out everywhere and cannot sign in again. What they did stays on record.',
    zh: '该人员将在所有设备上退出，且无法再次登录。其操作记录予以保留。',
  },
  reason: { en: 'Reason', zh: '原因' },
  endedAt: { en: 'Ended', zh: '终止时间' },
  act: { en: 'Act', zh: '操作' },
}
