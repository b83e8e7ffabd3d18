/** The words of the signing room, the signatory's page, and the page from which a session is opened. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { EndingKind } from './session.ts'

/** How a session ended, and through whom. */
export const endedWords: Record<EndingKind, Phrase<(who: string) => string>> = {
  declined: { en: (who) => `${who} declined to sign`, zh: (who) => `${who}拒签` },
  withdrawn: { en: (who) => `${who} withdrew the signing session`, zh: (who) => `${who}撤回了签署` },
  lapsed: { en: () => 'The deadline passed before everyone had signed', zh: () => '截止时间已过，签名未齐备' },
  not_opened: { en: (who) => `${who}’s node did not open this session`, zh: (who) => `${who}节点未开启本次签署` },
}

export const roomWords = {
  over: { en: 'Signing', zh: '签署' },
  agreement: { en: 'The agreement', zh: '协议页面' },
  session: { en: 'Session', zh: '本次签署' },
  attempt: { en: 'Attempt', zh: '次数' },
  nth: { en: (n: number) => `${n}`, zh: (n: number) => `第 ${n} 次` },
  opened: { en: 'Opened', zh: '开启' },
  openedBy: { en: (who: string) => `by ${who}`, zh: (who: string) => `开启人：${who}` },
  deadline: { en: 'Deadline', zh: '截止时间' },
  deadlinePast: { en: 'passed', zh: '已过' },
  textHash: { en: 'Text hash, the same on both nodes', zh: '文本哈希（双方节点一致）' },
  documentHash: { en: 'Document hash, the same on both nodes', zh: '文件哈希（双方节点一致）' },
  document: { en: 'The document', zh: '文件' },
  openDocument: { en: 'Open the PDF', zh: '打开 PDF' },
  openSigned: { en: 'Open the signed PDF', zh: '打开已签署的 PDF' },
  verification: { en: 'Verification', zh: '验证' },
  toSign: { en: 'Read and sign', zh: '阅读并签署' },
  lookAgain: { en: 'Look again', zh: '刷新页面' },
  history: { en: 'What happened', zh: '签署经过' },
  byPasskey: { en: 'consent by passkey', zh: '以通行密钥确认' },
  byCode: { en: 'consent by mailed code, which is weaker', zh: '以邮件验证码确认，可靠性较低' },
  nobodyHere: { en: 'Nobody has opened the document yet.', zh: '尚无人打开文件。' },
  readsNow: { en: 'opened the document', zh: '打开文件' },
  consentedNow: { en: 'consented', zh: '表明签署意愿' },
  signedNow: { en: 'signed', zh: '完成签名' },
  concludedNow: { en: 'The agreement is concluded', zh: '协议签署完成' },
  openedNow: { en: 'opened the session', zh: '开启签署' },
  consentNotConfirmed: {
    en: (who: string) => `${who}’s node has not confirmed this consent yet`,
    zh: (who: string) => `${who}节点尚未确认收到该签署意愿`,
  },
  // What stands now, above the two halves.
  openTitle: { en: 'Open for signing', zh: '签署进行中' },
  openText: {
    en: 'Each signatory reads the document and consents. When both nodes hold both consents, the signatures follow by themselves, in the agreed order.',
    zh: '签署人阅读文件并表明签署意愿。双方节点均持有双方的签署意愿后，系统按约定顺序自动完成签名。',
  },
  signingTitle: { en: 'Both have consented. The signatures follow now.', zh: '双方均已表明签署意愿，正在完成签名。' },
  waitingTitle: {
    en: (who: string) => `Waiting for ${who}’s node`,
    zh: (who: string) => `正在等待${who}节点`,
  },
  waitingText: {
    en: (n: number) =>
      `${n === 1 ? 'One message has not reached it yet. It is' : `${n} messages have not reached it yet. They are`} sent again until it answers; nothing is lost. Waiting since`,
    zh: (n: number) => `有 ${n} 条消息尚未送达，系统会自动重发，不会丢失。等待起始：`,
  },
  waitingForSignature: {
    en: (who: string) => `We have signed. Waiting for ${who}’s signature`,
    zh: (who: string) => `我方已签名，正在等待${who}签名`,
  },
  concludedTitle: { en: 'Signed by both. The agreement is concluded.', zh: '双方均已签名，协议签署完成。' },
  signedTitle: { en: 'Signed by both, waiting for both logs', zh: '双方均已签名，待双方日志联署' },
  signedText: {
    en: 'The agreement takes effect once both logs hold it, each cosigned by the other side. This follows by itself.',
    zh: '双方日志均已记载并经对方联署后，协议即告生效，系统会自动完成。',
  },
  keyText: {
    en: (us: string, them: string) => `${us} and ${them} are key partners.`,
    zh: (us: string, them: string) => `${us}与${them}成为重点合作伙伴。`,
  },
  concludedText: {
    en: 'Both nodes hold the same signed document.',
    zh: '双方节点持有相同的已签署文件。',
  },
  endedText: {
    en: 'Nothing else has changed: the agreement stays approved, and an officer can open another session.',
    zh: '其他一切不变：协议仍为已批准状态，国际事务专员可再次开启签署。',
  },
  reasonGiven: { en: 'Reason:', zh: '原因：' },
  askedTitle: {
    en: (who: string) => `Asked to end; ${who}’s node decides`,
    zh: (who: string) => `已请求结束，由${who}节点决定`,
  },
  askedText: {
    en: 'Our side has signed, so only the side that signs last can still end this session. Either it ends, or the last signature arrives and the agreement is concluded.',
    zh: '我方已经签名，此时只有最后签名的一方可以结束本次签署：或者签署结束，或者最后的签名送达、协议签署完成。',
  },
  consentRefused: {
    en: (who: string) => `${who}’s node did not accept our consent. Nothing is signed.`,
    zh: (who: string) => `${who}节点未接受我方的签署意愿，未作任何签名。`,
  },
  signatureRefused: {
    en: (who: string) => `${who}’s node did not accept our signature`,
    zh: (who: string) => `${who}节点未接受我方签名`,
  },
  consentAdvice: {
    en: 'The signatory can read the document and consent again. An officer can also withdraw this session.',
    zh: '签署人可阅读文件后重新表明签署意愿，国际事务专员也可撤回本次签署。',
  },
  signatureAdvice: {
    en: (who: string) =>
      `Once the reason is gone, an officer can offer the same signature again, or ask ${who}’s node to end the session.`,
    zh: (who: string) => `原因消除后，国际事务专员可再次提交同一签名，或请求${who}节点结束签署。`,
  },
  lastSignatureAdvice: {
    en: (who: string) =>
      `The agreement is concluded here, and on ${who}’s node as soon as it accepts this signature. An officer can offer it again once the reason is gone.`,
    zh: (who: string) =>
      `协议已在我方节点签署完成；${who}节点接受该签名后亦告完成。原因消除后，国际事务专员可再次提交该签名。`,
  },
  offer: { en: 'Offer the signature again', zh: '再次提交签名' },
  theirConsentRefused: {
    en: (who: string) => `We did not accept ${who}’s consent. Nothing is signed.`,
    zh: (who: string) => `我方未接受${who}的签署意愿，未作任何签名。`,
  },
  theirSignatureRefused: {
    en: (who: string) => `We did not accept ${who}’s signature`,
    zh: (who: string) => `我方未接受${who}的签名`,
  },
  theirAdvice: {
    en: (who: string) => `${who} sees this too and can try again.`,
    zh: (who: string) => `${who}也会看到此说明，并可重试。`,
  },
  lateSignature: {
    en: (who: string) => `${who}’s signature came after the signing had ended. It is void; we did not accept it`,
    zh: (who: string) => `${who}的签名在签署终止之后送达，属无效签名，我方未予接受`,
  },
  ourLateSignature: {
    en: (who: string) => `Our signature reached ${who} after the signing had ended there. It is void`,
    zh: (who: string) => `我方签名送达${who}时签署已在该处终止，属无效签名`,
  },
  lateText: {
    en: 'That the signing ended stands in our log, cosigned by the other side. No signature after it counts.',
    zh: '签署终止一事已载入日志并经对方联署，此后的任何签名均不作数。',
  },
  withdraw: { en: 'Withdraw the session', zh: '撤回签署' },
  withdrawTitle: { en: 'Withdraw this signing session?', zh: '撤回本次签署？' },
  withdrawText: {
    en: 'Consents given so far lapse on both nodes. The agreement stays approved, and another session can be opened. The partner reads your reason.',
    zh: '已作出的签署意愿在双方节点均告失效。协议仍为已批准状态，可再次开启签署。合作方会看到您填写的原因。',
  },
  ask: { en: 'Ask to end the session', zh: '请求结束签署' },
  askTitle: { en: 'Ask the partner’s node to end this session?', zh: '请求对方节点结束本次签署？' },
  askExplain: {
    en: 'Our side has signed already, so the partner’s node decides: it ends the session, or it has signed and the agreement is concluded. The partner reads your reason.',
    zh: '我方已经签名，须由对方节点决定：结束签署，或因其已签名而协议签署完成。合作方会看到您填写的原因。',
  },
  reason: { en: 'Reason', zh: '原因' },
  earlier: { en: 'Earlier sessions', zh: '此前的签署' },
  earlierSession: { en: 'Session', zh: '签署' },
  how: { en: 'How it ended', zh: '结束情况' },
}

export const sessionsWords = {
  title: { en: 'Sign together', zh: '共同签署' },
  openTitle: { en: 'Open a signing session', zh: '开启签署' },
  openText: {
    en: 'Both sides have approved the text. Opening the session invites the signatories of both universities; each reads the document on its own node and consents.',
    zh: '双方均已批准文本。开启签署后，系统将邀请双方签署人；各签署人在本校节点上阅读文件并表明签署意愿。',
  },
  date: { en: 'Deadline, date', zh: '截止日期' },
  time: { en: 'Deadline, time', zh: '截止时间' },
  zone: { en: (city: string) => `On the clock in ${city}`, zh: (city: string) => `${city}时间` },
  deadlineNote: {
    en: 'After the deadline nobody signs, and the session ends by itself. Nothing else changes.',
    zh: '截止时间过后不再签名，签署自动结束，其他一切不变。',
  },
  open: { en: 'Open the session', zh: '开启签署' },
  notYetTitle: { en: 'Not ready for signing yet', zh: '尚不能签署' },
  notYetText: {
    en: 'A session can be opened when the text is frozen and both sides have approved it. The page of the agreement shows what is still missing.',
    zh: '文本定稿并经双方批准后方可开启签署。协议页面会显示尚缺的环节。',
  },
  officerTitle: { en: 'Ready for signing', zh: '可以签署' },
  officerText: {
    en: 'Both sides have approved. An international officer of either university opens the session.',
    zh: '双方均已批准，由任何一方的国际事务专员开启签署。',
  },
  seats: { en: 'Who signs', zh: '签署人' },
  toAgreement: { en: 'To the agreement', zh: '查看协议' },
}

export const signWords = {
  now: { en: 'Signing now', zh: '正在签署' },
  title: {
    en: (house: string) => `You are about to sign for ${house}`,
    zh: (house: string) => `您即将代表${house}签署`,
  },
  followTitle: { en: (house: string) => `Your signature for ${house}`, zh: (house: string) => `您代表${house}的签署` },
  document: { en: 'The document, page by page', zh: '文件逐页阅读' },
  pageAlt: {
    en: (n: number, of: number) => `Page ${n} of ${of}. The PDF linked below holds the same as text.`,
    zh: (n: number, of: number) => `第 ${n} 页，共 ${of} 页。下方链接的 PDF 含同样内容的文字。`,
  },
  notDrawn: {
    en: 'The pages cannot be shown here. Please open the PDF and read it before you sign.',
    zh: '此处无法显示页面。请打开 PDF 阅读后再签署。',
  },
  pages: { en: 'Pages', zh: '页数' },
  openPdf: { en: 'open the PDF', zh: '打开 PDF' },
  approved: { en: 'Approved by both sides', zh: '双方批准' },
  same: { en: 'Same text on both nodes', zh: '双方节点文本一致' },
  yes: { en: 'yes, ', zh: '是，' },
  other: { en: 'The other signatory', zh: '对方签署人' },
  deadline: { en: 'Please sign before', zh: '请于此前签署' },
  as: { en: 'You sign as', zh: '您签署的身份' },
  passkey: { en: 'Sign with your passkey', zh: '使用通行密钥签署' },
  passkeyNote: {
    en: 'Your device asks for your face, finger or PIN. That is your consent to exactly this document; the signature is written once both universities hold both consents.',
    zh: '您的设备会请您验证面容、指纹或密码，即表明对本文件的签署意愿。双方节点均持有双方的签署意愿后，系统写入签名。',
  },
  codeTitle: { en: 'You sign with a mailed code', zh: '您以邮件验证码签署' },
  codeNote: {
    en: 'No passkey was registered for you when the agreement was approved. A mailed code is weaker: it proves that somebody read your mailbox, and the signature says so. To sign with a passkey, decline and ask the officer.',
    zh: '协议批准时您未登记通行密钥。邮件验证码的可靠性较低：它只能证明有人读取了您的邮箱，签名中会予注明。如欲使用通行密钥，请拒签并联系国际事务专员。',
  },
  sendCode: { en: 'Send me a code', zh: '发送验证码' },
  sendAgain: { en: 'Send another code', zh: '重新发送验证码' },
  codeSent: {
    en: 'A code is on its way to your mailbox. It works for ten minutes.',
    zh: '验证码已发送至您的邮箱，十分钟内有效。',
  },
  code: { en: 'Code from the mail', zh: '邮件中的验证码' },
  sign: { en: 'Sign with this code', zh: '使用验证码签署' },
  decline: { en: 'Decline with a reason', zh: '说明原因并拒签' },
  declineTitle: { en: 'Decline to sign?', zh: '拒签？' },
  declineText: {
    en: 'The session ends for both universities, and both read your reason. The agreement stays approved; another session can be opened later.',
    zh: '双方的签署随即结束，双方均会看到您填写的原因。协议仍为已批准状态，日后可再次开启签署。',
  },
  declineDo: { en: 'Decline', zh: '确认拒签' },
  reason: { en: 'Reason', zh: '原因' },
  notNow: { en: 'Not now', zh: '暂不签署' },
  consentedTitle: { en: 'Thank you. Your consent is recorded.', zh: '感谢您。您的签署意愿已记录。' },
  consentedText: {
    en: 'There is nothing more for you to do. This page shows what happens next; you may also close it.',
    zh: '您无需再操作。本页会显示后续进展，您也可以关闭页面。',
  },
  signedTitle: { en: 'Your signature is in the document.', zh: '您的签名已写入文件。' },
  concludedTitle: { en: 'Signed by both. The agreement is concluded.', zh: '双方均已签名，协议签署完成。' },
  lapsedTitle: { en: 'The deadline has passed', zh: '已过截止时间' },
  lapsedText: {
    en: 'Nobody can sign in this session any more. An officer can open another one.',
    zh: '本次签署已不能再签。国际事务专员可再次开启签署。',
  },
  next: { en: 'What happens next', zh: '后续步骤' },
  stepConsent: { en: 'You have consented', zh: '您已表明签署意愿' },
  stepHeld: {
    en: (who: string) => `Confirmed by ${who}’s node`,
    zh: (who: string) => `${who}节点确认收到`,
  },
  stepOther: { en: (who: string) => `Consent of ${who}`, zh: (who: string) => `${who}的签署意愿` },
  stepSigned: { en: (who: string) => `Signature of ${who}`, zh: (who: string) => `${who}的签名` },
  stepConcluded: { en: 'The agreement is concluded', zh: '协议签署完成' },
  room: { en: 'See the signing room', zh: '查看签署室' },
}
