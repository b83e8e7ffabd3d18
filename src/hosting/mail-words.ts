/** The letters to people of a partner whose node we run. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { Account } from '#src/platform/people/index.ts'

interface Letter {
  subject: Phrase
  text: Phrase
}

interface Name {
  latin: string
  native: string | null
}

const zhName = ({ native, latin }: Name) => native ?? latin

export const invitationMail = (house: Phrase, officer: Name, ours: Phrase): Letter => ({
  subject: { en: `Agreements of ${house.en}`, zh: `${house.zh || house.en}的协议事务` },
  text: {
    en: `${officer.latin} of ${ours.en} invites you to read, comment on, approve or sign agreements for ${house.en}.\n\nYou need no account and no password: each mail brings a link of your own. Your university’s half of every agreement is kept by them, apart from their own, until you run a node yourselves.`,
    zh: `${ours.zh}${zhName(officer)}邀请您代表${house.zh || house.en}查阅、修改、审批或签署协议。\n\n无需账户和密码：每封邮件都附有您的专用链接。贵校的一半由对方代为托管，与其自身的一半分开存放，日后可迁移至贵校自己的节点。`,
  },
})

export const joinedMail = (account: Account, roles: Phrase): Letter => ({
  subject: { en: `${account.name.latin} was invited`, zh: `已邀请${zhName(account.name)}` },
  text: {
    en: `${account.name.latin} (${account.email}) can now act for your university: ${roles.en}.\n\nIf this is not one of your people, tell the partner’s office at once and sign nothing until it is cleared up.`,
    zh: `${zhName(account.name)}（${account.email}）现在可以代表贵校处理事务：${roles.zh}。\n\n如此人并非贵校人员，请立即告知对方办公室；在查清之前，请勿签署任何文件。`,
  },
})
