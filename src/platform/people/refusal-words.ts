/** The words of every refusal of the platform. A reason without words does not compile. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { PeopleRefusal } from './refusals.ts'
import { roleWords } from './words.ts'

type RefusalPhrase = Phrase<string | ((details: RefusalDetails) => string)>

const role = (details: RefusalDetails, language: 'en' | 'zh'): string => {
  const name = String(details.role)
  return name in roleWords ? roleWords[name as keyof typeof roleWords][language] : name
}

export const peopleRefusalWords: Record<PeopleRefusal, RefusalPhrase> = {
  duty_unnamed: { en: 'Give the duty a name in both languages.', zh: '请填写该职责的中英文名称。' },
  duty_exists: { en: 'There is a duty of this name already.', zh: '已有同名的审批职责。' },
  sign_in_first: { en: 'Please sign in first.', zh: '请先登录。' },
  not_found: {
    en: 'There is no such page, or it is not open to you.',
    zh: '该页面不存在，或您无权查看。',
  },
  role_needed: {
    en: (d) => `This needs the role “${role(d, 'en')}”. An administrator can give it to you.`,
    zh: (d) => `此操作需要“${role(d, 'zh')}”角色，可由管理员授予。`,
  },
  too_many_requests: {
    en: (d) => `That was asked for ${d.times} times already. Please wait up to ${d.minutes} minutes and try again.`,
    zh: (d) => `请求次数已达 ${d.times} 次，请最多等待 ${d.minutes} 分钟后再试。`,
  },
  link_unknown: {
    en: 'This sign-in link is not known here. Perhaps a part of it is missing. Ask for a new one.',
    zh: '无法识别此登录链接，可能不完整。请重新获取链接。',
  },
  link_used: {
    en: 'This sign-in link has been used already; each works once. Ask for a new one.',
    zh: '此登录链接已使用过；每个链接只能使用一次。请重新获取链接。',
  },
  link_expired: {
    en: 'This sign-in link has run out; links last 20 minutes. Ask for a new one.',
    zh: '此登录链接已过期；链接有效期为 20 分钟。请重新获取链接。',
  },
  no_passkey: {
    en: 'You have no passkey on this node yet. You can add one on your account page.',
    zh: '您在本节点尚无通行密钥，可在账户页面添加。',
  },
  passkey_needs_script: {
    en: 'A passkey needs a browser that runs scripts. Without, sign in by a mailed link.',
    zh: '使用通行密钥需要浏览器允许运行脚本；否则请使用邮件链接登录。',
  },
  passkey_unknown: {
    en: 'This passkey is not known here. It may have been removed, or belong to another account.',
    zh: '无法识别此通行密钥，可能已被删除，或属于其他账户。',
  },
  passkey_refused: {
    en: 'The passkey’s answer did not hold. Nothing was done. Please try again.',
    zh: '通行密钥验证未通过，未执行任何操作。请重试。',
  },
  passkey_taken: {
    en: 'This passkey is registered already.',
    zh: '此通行密钥已经登记。',
  },
  challenge_unknown: {
    en: 'This answer does not belong to any question asked here. Open the page again and try once more.',
    zh: '此响应与本节点发出的请求不符。请重新打开页面再试。',
  },
  challenge_used: {
    en: 'This was already received. It has not been done a second time.',
    zh: '此前已收到该请求，未重复执行。',
  },
  challenge_expired: {
    en: 'The page stood open too long. Please try again.',
    zh: '页面停留时间过长，请重试。',
  },
  code_unknown: { en: 'No code has been sent for this. Ask for one first.', zh: '尚未为此操作发送验证码，请先获取。' },
  code_wrong: {
    en: (d) => (d.left === 0 ? 'The code is wrong. Ask for a new one.' : `The code is wrong. Tries left: ${d.left}.`),
    zh: (d) => (d.left === 0 ? '验证码错误，请重新获取。' : `验证码错误，还可尝试 ${d.left} 次。`),
  },
  code_expired: {
    en: 'The code has run out; codes last 10 minutes. Ask for a new one.',
    zh: '验证码已过期；有效期为 10 分钟。请重新获取。',
  },
  code_used: {
    en: 'This code has been used already; each works once.',
    zh: '此验证码已使用过；每个验证码只能使用一次。',
  },
  code_used_up: {
    en: 'Five tries were made with this code. Ask for a new one.',
    zh: '此验证码已尝试五次，请重新获取。',
  },
  oidc_cancelled: {
    en: 'The sign-in at your university was cancelled or refused there.',
    zh: '统一身份认证已取消或被拒绝。',
  },
  oidc_failed: {
    en: 'The sign-in at your university did not come to a good end. Please start again from the sign-in page.',
    zh: '统一身份认证未能完成，请从登录页面重新开始。',
  },
  oidc_unavailable: {
    en: 'Your university’s sign-in service does not answer at the moment. A mailed link works meanwhile.',
    zh: '统一身份认证服务暂时无法访问，您可以先使用邮件链接登录。',
  },
  oidc_email_unverified: {
    en: (d) => `Your university has not confirmed that ${d.email} is yours, so it cannot be matched to an account.`,
    zh: (d) => `学校尚未确认 ${d.email} 为您本人的邮箱，因此无法与账户关联。`,
  },
  oidc_no_account: {
    en: 'There is no account for you on this node. An administrator can open one.',
    zh: '您在本节点没有账户，可由管理员开立。',
  },
  email_taken: {
    en: (d) => `There is already an account with the address ${d.email}.`,
    zh: (d) => `邮箱 ${d.email} 已有账户。`,
  },
  email_invalid: { en: 'This is not an e-mail address.', zh: '邮箱地址格式不正确。' },
  name_missing: { en: 'A name is missing.', zh: '请填写名称。' },
  role_unknown: {
    en: 'There is no such role. An approver needs an approval step; other roles take none.',
    zh: '没有此角色。审批人须指定审批环节，其他角色无须指定。',
  },
  role_not_limitable: {
    en: 'Only the roles officer and reader can be held for a part of the house. Take the units and types off, or choose one of these.',
    zh: '只有“国际事务专员”和“查阅者”角色可以限定范围。请去掉单位与类型，或改选这两种角色。',
  },
  last_administrator: {
    en: 'This is the last administrator. Make somebody else administrator first.',
    zh: '这是最后一位管理员，请先指定另一位管理员。',
  },
  wrong_origin: {
    en: 'This form was sent from another site. Nothing was done. Open the page here and send it again.',
    zh: '此表单来自其他网站，未执行任何操作。请在本站打开页面后重新提交。',
  },
  wrong_host: {
    en: (d) => `This node is not reached under this name. Its address is ${d.address}.`,
    zh: (d) => `不能通过此域名访问本节点，其地址为 ${d.address}。`,
  },
  not_storable: {
    en: 'What was sent holds characters or numbers that cannot be kept. Nothing was saved. Go back, type them again and send once more.',
    zh: '提交的内容含有无法保存的字符或数字，未作任何保存。请返回重新输入后再次提交。',
  },
  body_too_large: {
    en: (d) => `That is too much at once; the most is ${d.most}.`,
    zh: (d) => `提交的内容过大，上限为 ${d.most}。`,
  },
}
