/** What is said where an act of signing is refused: what is wrong, and what to do or whom to ask. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { SessionRefusal } from './session.ts'

type Said = Phrase<string | ((details: RefusalDetails) => string)>

const listed = ({ problems, fields }: RefusalDetails, key: 'problems' | 'fields'): string => {
  const list = key === 'problems' ? problems : fields
  return Array.isArray(list) && list.length > 0 ? ` (${list.join(', ')})` : ''
}

export const signingRefusalWords: Record<SessionRefusal, Said> = {
  session_not_open: {
    en: 'This signing session has ended. Nothing was recorded. An officer can open another one.',
    zh: '本次签署已结束，未作任何记录。国际事务专员可再次开启签署。',
  },
  session_lapsed: {
    en: 'The deadline of this signing session has passed. Nothing was recorded. An officer can open another one.',
    zh: '本次签署已过截止时间，未作任何记录。国际事务专员可再次开启签署。',
  },
  another_session_open: {
    en: 'A signing session for this agreement exists on one of the two nodes already. Look at the page again; if none is shown, open the session once more.',
    zh: '其中一方节点已有该协议的签署在进行。请重新查看页面；如未显示，请再次开启签署。',
  },
  agreement_not_approved: {
    en: 'The agreement is not approved by both sides at present, so it cannot be signed. The page of the agreement shows what is missing.',
    zh: '该协议目前尚未经双方批准，不能签署。协议页面会显示尚缺的环节。',
  },
  seats_differ: {
    en: 'The two nodes hold different passkeys for a signatory. Approvals must be given again before signing; the agreement’s page says where.',
    zh: '双方节点登记的签署人通行密钥不一致。签署前须重新审批，详见协议页面。',
  },
  copies_differ: {
    en: 'The two nodes do not hold the same document. Nothing can be signed before the text is frozen again.',
    zh: '双方节点持有的文件不一致，须重新定稿后方可签署。',
  },
  passkeys_changed: {
    en: 'A signatory’s passkeys have changed since the text was frozen. Both sides see this now, and approvals begin again; after them the session can be opened.',
    zh: '定稿后签署人的通行密钥发生了变更。双方均已获知，审批须重新进行，完成后方可开启签署。',
  },
  not_a_signatory: {
    en: 'Only the person who holds the seat can do this. You can follow the signing on its page.',
    zh: '仅该签署席位的签署人本人可执行此操作。您可以在签署页面查看进展。',
  },
  officers_only: {
    en: 'Only an international officer of this university may do this. An administrator can give the role.',
    zh: '仅本校国际事务专员可执行此操作，该角色由管理员授予。',
  },
  already_consented: {
    en: 'You have already signed: your consent is recorded, once. There is nothing more for you to do.',
    zh: '您已签署：您的签署意愿已记录一次，无需再操作。',
  },
  already_signed_wait: {
    en: 'Our side has signed already, so the partner’s node decides how this session ends. It has been asked.',
    zh: '我方已经签名，本次签署如何结束由合作方节点决定，已向其提出请求。',
  },
  already_concluded: {
    en: 'The agreement is concluded: both universities have signed. Nothing can be changed any more.',
    zh: '协议已签署完成：双方均已签名，不能再作更改。',
  },
  consent_changed: {
    en: 'What you were about to consent to is not what stands now. Nothing was recorded. Please read the document again and consent anew.',
    zh: '您要确认的内容与现有内容不符，未作任何记录。请重新阅读文件后再次确认。',
  },
  consent_not_valid: {
    en: 'The passkey’s answer does not fit the key both universities registered. Nothing was recorded.',
    zh: '通行密钥的应答与双方登记的密钥不符，未作任何记录。',
  },
  passkey_not_pinned: {
    en: 'This passkey was not registered for the signing when the agreement was approved. Please use the one you had then; or ask an officer to end the session, so that both sides can approve the new one.',
    zh: '审批时登记的签署密钥中没有该通行密钥。请使用当时的通行密钥，或请国际事务专员结束本次签署，以便双方重新审批新的密钥。',
  },
  passkey_required: {
    en: 'This seat was approved for consent by passkey; a mailed code does not do.',
    zh: '该席位经批准须以通行密钥确认，不能使用邮件验证码。',
  },
  code_not_for_passkey_holders: {
    en: 'A passkey is registered for your signature, so a mailed code is not accepted. Please use your passkey.',
    zh: '您的签名已登记使用通行密钥，不接受邮件验证码。请使用通行密钥。',
  },
  reason_missing: { en: 'Please give a reason: the partner will read it.', zh: '请说明原因，合作方将会看到。' },
  not_the_partner: {
    en: 'This agreement is between other universities.',
    zh: '该协议属于其他大学。',
  },
  revision_not_acceptable: {
    en: (d) =>
      `The signed file is not the document both sides approved plus exactly one signature${listed(d, 'problems')}. It was not accepted, and nothing was signed on top of it.`,
    zh: (d) => `收到的已签文件不是“双方批准的文件加上一个签名”${listed(d, 'problems')}，未予接受，也未在其上签名。`,
  },
  not_read_yet: {
    en: 'Please open the document before you consent to it. It is on this page.',
    zh: '请先打开文件阅读，再表示签署意愿。文件就在本页。',
  },
  message_malformed: {
    en: (d) => `The message from the other node cannot be understood${listed(d, 'fields')}.`,
    zh: (d) => `无法识别对方节点发来的消息${listed(d, 'fields')}。`,
  },
  deadline_malformed: {
    en: 'The deadline must be a date and a time still to come.',
    zh: '截止时间须为有效且尚未到来的日期和时间。',
  },
}
