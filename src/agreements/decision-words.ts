/** The words around freezing, approving, commenting, naming and signing seats. */
export const freezeWords = {
  compute: { en: 'Both nodes compute', zh: '双方节点计算的文本哈希' },
  ofTheText: { en: 'Text hash', zh: '文本哈希' },
  ofTheDocument: { en: 'Document hash', zh: '文件哈希' },
  same: { en: 'The copies are the same.', zh: '双方文本一致。' },
  waitingFor: { en: (who: string) => `${who} has not proposed yet`, zh: (who: string) => `${who}尚未提议` },
  propose: { en: 'Propose to freeze', zh: '提议定稿' },
  proposeTitle: { en: (n: number) => `Freeze version ${n}?`, zh: (n: number) => `将第${n}版定稿？` },
  proposeText: {
    en: 'The text then no longer changes. It is frozen once both sides propose it and both nodes find the same text and the same document. The signatories’ passkeys are pinned with it.',
    zh: '定稿后文本不再变动。双方均提议且两个节点核对文本与文件一致后，文本即告定稿；签署人的通行密钥同时登记固定。',
  },
  agree: { en: 'Agree: freeze the text', zh: '同意定稿' },
  theyPropose: {
    en: (who: string) => `${who} proposes to freeze this version`,
    zh: (who: string) => `${who}提议将此版本定稿`,
  },
  weProposed: { en: 'We proposed to freeze this version', zh: '我方已提议将此版本定稿' },
  weWait: { en: (who: string) => `It is now for ${who} to agree.`, zh: (who: string) => `现待${who}同意。` },
  reopen: { en: 'Reopen the text', zh: '重新开放文本' },
  takeBack: { en: 'Take the proposal back', zh: '撤回定稿提议' },
  reopenTitle: { en: 'Reopen the text?', zh: '重新开放文本？' },
  reopenText: {
    en: 'The text can then change again. All approvals of both sides are cleared; it must be frozen and approved anew. The partner reads the reason.',
    zh: '文本将可再次修改，双方的审批全部失效，须重新定稿和审批。合作方会看到原因。',
  },
  reason: { en: 'Reason', zh: '原因' },
  before: { en: 'Before the text can be frozen', zh: '定稿前需要完成' },
  draftFirst: { en: 'send our draft, or the partner holds another text', zh: '发送我方草稿，否则双方文本不同' },
  missing: { en: (fields: string) => `complete: ${fields}`, zh: (fields: string) => `补全：${fields}` },
  unassigned: {
    en: (names: string) => `say which account signs for ${names}`,
    zh: (names: string) => `为${names}指定签署账户`,
  },
  someSeat: { en: 'our seat', zh: '我方席位' },
  refusedOurs: {
    en: 'Our proposal to freeze was refused: the copies differ',
    zh: '我方定稿提议未被接受：双方文本不一致',
  },
  refusedTheirs: {
    en: 'Their proposal to freeze was refused: the copies differ',
    zh: '对方定稿提议未予接受：双方文本不一致',
  },
  refusedText: {
    en: 'The fields that differ. Either side can send its text again as a new version.',
    zh: '不一致之处如下。任何一方可将其文本作为新版本重新发送。',
  },
  whole: { en: 'the hash alone: the text as received does not give it', zh: '仅哈希不符：收到的文本与其哈希不对应' },
}

export const documentWords = {
  title: { en: 'The documents differ', zh: '双方文件不同' },
  text: {
    en: (who: string) =>
      `The text is the same, but ${who}’s typesetter drew another file. Compare both before one is chosen.`,
    zh: (who: string) => `文本相同，但${who}的排版程序生成了不同的文件。请在选定之前比较两份文件。`,
  },
  ours: { en: 'Our document (PDF)', zh: '我方文件（PDF）' },
  theirs: { en: 'The partner’s document (PDF)', zh: '合作方文件（PDF）' },
  sameText: { en: 'The words in both are the same.', zh: '两份文件的文字相同。' },
  otherText: { en: 'The words in the two files differ.', zh: '两份文件的文字不同。' },
  page: {
    en: (n: number, share: string) => `Page ${n}: ${share} of the picture differs`,
    zh: (n: number, share: string) => `第${n}页：图像差异 ${share}`,
  },
  signedPage: {
    en: (n: number, share: string) => `Page ${n}, once it is signed: ${share} of the picture differs`,
    zh: (n: number, share: string) => `第${n}页签署后：图像差异 ${share}`,
  },
  samePages: { en: 'All pages look the same.', zh: '所有页面外观相同。' },
  notHere: { en: 'The partner’s document is still on its way.', zh: '合作方的文件尚在传送中。' },
  theirTurn: {
    en: (who: string) => `Our document is the base: ${who} compares it and accepts it there.`,
    zh: (who: string) => `以我方文件为准，由${who}比较后接受。`,
  },
  accept: { en: 'Accept the partner’s document', zh: '接受合作方的文件' },
  acceptTitle: { en: 'Accept the partner’s document?', zh: '接受合作方的文件？' },
  acceptText: {
    en: 'Their file then becomes revision 0, the one that is signed. Your acceptance is recorded.',
    zh: '对方文件将成为正式签署的初始文件（第0修订版）。您的接受将予记录。',
  },
}

export const approvalWords = {
  title: { en: 'Approvals', zh: '审批' },
  by: { en: (name: string) => `by ${name}`, zh: (name: string) => `${name}批准` },
  open: { en: 'not yet', zh: '尚未审批' },
  approve: { en: (step: string) => `Approve for ${step}`, zh: (step: string) => `代表${step}批准` },
  approveNote: {
    en: 'You approve exactly the frozen text with this hash:',
    zh: '您批准的是具有以下哈希的定稿文本：',
  },
  wrote: {
    en: 'You wrote in this text, so somebody else has to approve it.',
    zh: '您参与了起草，须由他人审批。',
  },
  expected: { en: 'Way of approval', zh: '审批路径' },
  routeFixed: {
    en: (name: string) => `${name}, fixed when the text was frozen`,
    zh: (name: string) => `${name}（定稿时确定）`,
  },
  routeExpected: {
    en: (name: string) => `${name}. It is fixed when the text is frozen.`,
    zh: (name: string) => `${name}，定稿时确定。`,
  },
  routeUsual: { en: 'The usual steps', zh: '通常环节' },
  beside: { en: 'at the same time', zh: '同时' },
  afterwards: { en: 'then', zh: '之后' },
  later: { en: 'after the step before', zh: '待前一环节完成' },
  nobodyHolds: {
    en: 'nobody holds this step; an administrator gives the role',
    zh: '该环节尚无人负责，由管理员授予角色',
  },
  byInstead: {
    en: (name: string, other: string) => `by ${name}, in the place of ${other}`,
    zh: (name: string, other: string) => `${name}代${other}审批`,
  },
  instead: {
    en: (name: string) => `You decide in the place of ${name}.`,
    zh: (name: string) => `您代${name}作出决定。`,
  },
  reject: { en: 'Do not approve', zh: '不予批准' },
  rejectTitle: { en: (step: string) => `Not approve for ${step}?`, zh: (step: string) => `代表${step}不予批准？` },
  rejectText: {
    en: 'The text is opened again, and the approvals of both sides are cleared.',
    zh: '文本将重新开放，双方的审批全部失效。',
  },
  reason: { en: 'Reason', zh: '理由' },
  reasonHint: { en: 'For our own house. It never crosses to the partner.', zh: '仅限本校内部，不会发送给合作方。' },
  told: { en: (who: string) => `What ${who} reads`, zh: (who: string) => `告知${who}的内容` },
  toldHint: {
    en: 'Left empty, they read only that our side did not approve.',
    zh: '留空时，对方只会看到我方审批未通过。',
  },
  rejectedBy: { en: (name: string) => `by ${name}`, zh: (name: string) => name },
  rejected: { en: (step: string) => `Not approved: ${step}`, zh: (step: string) => `未获批准：${step}` },
  rejectedNote: {
    en: 'This reason stays in our house. Change the text, or freeze it again; it then goes the whole way anew.',
    zh: '该理由仅限本校内部。请修改文本或重新定稿，之后须重新完成全部审批。',
  },
  cleared: { en: 'Approvals were cleared', zh: '审批已失效' },
  clearedBecause: { en: (why: string) => `because ${why}`, zh: (why: string) => `原因：${why}` },
  wasGiven: {
    en: (who: string, step: string) => `${who}, ${step}`,
    zh: (who: string, step: string) => `${who}，${step}`,
  },
  partnerStep: { en: 'approval', zh: '审批' },
}

export const commentWords = {
  all: { en: 'Comments', zh: '意见' },
  onClause: { en: (n: number) => `On clause ${n}`, zh: (n: number) => `关于第${n}条` },
  onRemoved: { en: 'On a clause taken out', zh: '关于已删除的条款' },
  onWhole: { en: 'On the whole', zh: '关于全文' },
  showAll: { en: 'All comments', zh: '全部意见' },
  none: { en: 'Nobody has commented yet.', zh: '尚无意见。' },
  you: { en: 'You', zh: '您' },
  internal: { en: 'internal', zh: '内部' },
  internalHint: { en: 'Never leaves this node.', zh: '不会离开本节点。' },
  onVersion: { en: (n: number) => `on version ${n}`, zh: (n: number) => `针对第${n}版` },
  write: { en: 'Write a comment', zh: '提出意见' },
  about: { en: 'About', zh: '关于' },
  text: { en: 'Comment', zh: '意见内容' },
  who: { en: 'Who reads it', zh: '可见范围' },
  shared: { en: (who: string) => `${who} and we`, zh: (who: string) => `${who}与我方` },
  ours: { en: 'only we', zh: '仅我方' },
  onlyOurs: {
    en: 'Until the first version is sent, comments stay with us.',
    zh: '首个版本发送之前，意见仅我方可见。',
  },
  save: { en: 'Comment', zh: '提交意见' },
}

export const seatWords = {
  title: { en: 'Signatories', zh: '签署人' },
  caption: { en: 'Who signs, in this order', zh: '签署人及顺序' },
  order: { en: 'Order', zh: '顺序' },
  person: { en: 'Signatory', zh: '签署人' },
  heldTitle: { en: 'Title', zh: '职务' },
  university: { en: 'University', zh: '大学' },
  consent: { en: 'Consents by', zh: '表明签署意愿的方式' },
  nobody: { en: 'not named yet', zh: '尚未确定' },
  passkey: {
    en: (n: number) => (n === 1 ? 'passkey, pinned' : `one of ${n} passkeys, pinned`),
    zh: (n: number) => (n === 1 ? '通行密钥（已登记）' : `${n} 个通行密钥之一（已登记）`),
  },
  code: { en: 'mailed one-time code (weaker)', zh: '邮件一次性验证码（证明力较弱）' },
  unpinned: { en: 'fixed when the text is frozen', zh: '定稿时确定' },
  account: { en: 'Account that signs', zh: '签署账户' },
  accountFor: { en: (name: string) => `Account that signs for ${name}`, zh: (name: string) => `${name}的签署账户` },
  choose: { en: 'choose …', zh: '请选择…' },
  assign: { en: 'Set', zh: '指定' },
  unassigned: { en: 'no account yet', zh: '尚未指定账户' },
  noAccounts: {
    en: 'Nobody has the role of signatory. An administrator gives it under “People”.',
    zh: '尚无账户具有签署人角色，由管理员在“人员”页面授予。',
  },
}

export const labelWords = {
  title: { en: 'What each side calls it', zh: '双方各自的名称' },
  note: {
    en: 'Each university keeps its own title, type and reference number. They are shown to the partner but are no part of what is signed.',
    zh: '双方可各自使用自己的标题、类型和编号。这些内容对方可见，但不属于签署文本。',
  },
  ours: { en: 'What we call it', zh: '我方名称' },
  change: { en: 'Change', zh: '修改' },
  labelTitle: { en: 'Title', zh: '标题' },
  type: { en: 'Type', zh: '类型' },
  reference: { en: 'Reference number', zh: '编号' },
  save: { en: 'Save', zh: '保存' },
  none: { en: 'nothing of its own', zh: '未另行命名' },
}
