/** The mails about accounts and signing in, in both languages. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Account } from './visitor.ts'

interface Letter {
  subject: Phrase
  text: Phrase
}

export const peopleMail = {
  invitation: (account: Account): Letter => ({
    subject: { en: 'Your Chirograph account', zh: '您的 Chirograph 账户' },
    text: {
      en: `An account has been opened for ${account.name.latin} with this address.\n\nSign in on the page below: enter your address, and you will be sent a link.`,
      zh: `已为${account.name.native ?? account.name.latin}以本邮箱地址开立账户。\n\n请打开下面的页面登录：输入您的邮箱地址，即可收到登录链接。`,
    },
  }),
  signInLink: (minutes: number): Letter => ({
    subject: { en: 'Sign in to Chirograph', zh: '登录 Chirograph' },
    text: {
      en: `Open this link and press the button on the page. It works once, for ${minutes} minutes.\n\nIf you did not ask for it, do nothing: without the link nobody can sign in.`,
      zh: `请打开下面的链接，并点击页面上的按钮。链接只能使用一次，${minutes} 分钟内有效。\n\n如果这不是您本人的请求，请勿理会：没有此链接，任何人都无法登录。`,
    },
  }),
  code: (about: Phrase, minutes: number): Letter => ({
    subject: { en: 'Your one-time code', zh: '您的一次性验证码' },
    text: {
      en: `For: ${about.en}\n\n{secret}\n\nEnter this code on the page that asks for it. It works once, for ${minutes} minutes. Tell it to nobody; no one from Chirograph or your office will ask for it.`,
      zh: `用途：${about.zh}\n\n{secret}\n\n请在相应页面输入此验证码。验证码只能使用一次，${minutes} 分钟内有效。请勿告诉任何人，工作人员不会向您索取。`,
    },
  }),
  passkeyAdded: (name: string): Letter => ({
    subject: { en: 'A passkey was added to your account', zh: '您的账户新增了一个通行密钥' },
    text: {
      en: `The passkey “${name}” can now sign in and consent for you.\n\nIf this was not you, remove it on your account page and tell your administrator at once.`,
      zh: `通行密钥“${name}”现在可以代表您登录并表示签署意愿。\n\n如果不是您本人操作，请在账户页面删除该密钥，并立即通知管理员。`,
    },
  }),
  passkeyRemoved: (name: string): Letter => ({
    subject: { en: 'A passkey was removed from your account', zh: '您账户的一个通行密钥已删除' },
    text: {
      en: `The passkey “${name}” can no longer be used.\n\nIf this was not you, tell your administrator at once.`,
      zh: `通行密钥“${name}”已不能再使用。\n\n如果不是您本人操作，请立即通知管理员。`,
    },
  }),
}

/** A mail's text, with what its reader must know of the personal link under it. */
export const withNote = (text: Phrase, days: number): Phrase => ({
  en: `${text.en}\n\nThis link is yours alone: it signs you in and leads to the page. It works once, for ${days} days; do not pass it on.`,
  zh: `${text.zh}\n\n以下链接仅供您本人使用：点击后登录并打开相应页面，只能使用一次，${days}天内有效，请勿转发。`,
})
