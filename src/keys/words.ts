/** The words of the keys page. */

export const keyWords = {
  title: { en: 'Keys', zh: '密钥' },
  intro: {
    en: 'What this university signs with. Every act here takes two administrators: one proposes and says why, another confirms. All of it stands in the log.',
    zh: '本校签署所用的密钥。此处每项操作均须两位管理员：一人提议并说明理由，另一人确认，并全部记入日志。',
  },
  guide: {
    en: 'docs/keys.md says how to keep, replace and lose keys, and what each loss means.',
    zh: '密钥的保管、更换与丢失的后果，详见 docs/keys.md。',
  },
  // How it stands, in one sentence.
  oneKeeper: { en: 'Only one administrator', zh: '仅有一位管理员' },
  oneKeeperText: {
    en: 'Nothing here can be done before a second administrator is invited.',
    zh: '须先邀请第二位管理员，方可进行此处的操作。',
  },
  people: { en: 'Invite under People', zh: '前往“人员”邀请' },
  yourTurn: { en: 'A colleague asks you to confirm', zh: '同事请您确认' },
  theirTurn: { en: 'Waiting for a second administrator', zh: '等待另一位管理员确认' },
  rootWaiting: { en: 'A partner has announced a new root', zh: '合作方告知了新的根证书' },
  rootWaitingText: {
    en: 'Until it is accepted here, nothing signed under it counts. See below.',
    zh: '在本方接受之前，以其签署的内容不被承认。详见下文。',
  },
  noCopy: { en: 'The root’s key has no copy in a vault', zh: '根密钥尚无离线副本' },
  noCopyText: {
    en: 'If this node and its backups were lost, no partner could be shown that a new root is ours. Copy it for the vault first.',
    zh: '若本节点及其备份丢失，将无法向合作方证明新的根证书属于本校。请先制作离线副本。',
  },
  rootHere: { en: 'The root’s key is on this node', zh: '根密钥在本节点上' },
  rootHereText: {
    en: 'It has a copy in the vault. It is safer away: take it off this node, and bring it back for the hours it is needed.',
    zh: '已有离线副本。将其移出本节点更为安全，需要时再取回若干小时。',
  },
  rootAway: { en: 'The root’s key is in the vault', zh: '根密钥已离线保管' },
  rootAwayText: {
    en: 'The node signs with the certificates it has. A new certificate, a replacement or a fresh list needs the key back.',
    zh: '本节点使用已有证书签署。签发新证书、更换根证书或更新吊销列表时须取回密钥。',
  },
  rootVisiting: { en: 'The root’s key is here for a while', zh: '根密钥暂在本节点' },
  rootVisitingText: { en: 'It leaves by itself', zh: '将自动移出' },
  // The root.
  root: { en: 'Root', zh: '根证书' },
  fingerprint: { en: 'Fingerprint', zh: '指纹' },
  made: { en: 'Made', zh: '生成于' },
  keyIs: { en: 'Its key', zh: '其密钥' },
  keyHere: { en: 'on this node, sealed under the secret key', zh: '在本节点，以主密钥加密保存' },
  keyAway: { en: 'in the vault', zh: '离线保管' },
  list: { en: 'List of revoked certificates', zh: '吊销列表' },
  listSays: {
    en: (n: number, entries: number) => `No. ${n}, ${entries === 0 ? 'nobody revoked' : `${entries} revoked`}`,
    zh: (n: number, entries: number) => `第 ${n} 号，${entries === 0 ? '无吊销' : `吊销 ${entries} 项`}`,
  },
  listNone: { en: 'not made yet', zh: '尚未生成' },
  listBehind: {
    en: 'It does not name everything revoked yet: bring the root’s key back.',
    zh: '尚未列出全部已吊销证书，请取回根密钥。',
  },
  listUntil: { en: 'to be relied on until', zh: '有效期至' },
  replacedRoot: { en: 'Earlier root', zh: '以往的根证书' },
  replacedAt: { en: 'replaced', zh: '更换于' },
  // Proposing.
  propose: { en: 'Propose', zh: '提议' },
  reason: { en: 'Why', zh: '理由' },
  firstHalf: { en: 'First half of the passphrase', zh: '口令前半' },
  firstHalfHint: {
    en: 'At least ten characters. Write it down for the vault; the second administrator adds the other half and never sees this one.',
    zh: '至少十个字符。请写下并妥善保管；另一位管理员将添加后半，且看不到前半。',
  },
  secondHalf: { en: 'Second half of the passphrase', zh: '口令后半' },
  vaultFile: { en: 'The file from the vault', zh: '离线保管的文件' },
  hours: { en: 'For how many hours', zh: '取回时长（小时）' },
  why: { en: 'What happened', zh: '原因' },
  // Deciding.
  proposedBy: { en: (name: string) => `proposed by ${name}`, zh: (name: string) => `由 ${name} 提议` },
  decidedBy: { en: (name: string) => `by ${name}`, zh: (name: string) => `由 ${name} 决定` },
  confirm: { en: 'Confirm', zh: '确认' },
  reject: { en: 'Reject', zh: '否决' },
  withdraw: { en: 'Withdraw', zh: '撤回' },
  // Certificates.
  certificates: { en: 'Certificates of office-holders', zh: '签署人证书' },
  noCertificates: { en: 'None yet. The first is made when somebody signs.', zh: '尚无证书，首次签署时生成。' },
  holder: { en: 'Name and office', zh: '姓名与职务' },
  serial: { en: 'Serial number', zh: '序列号' },
  until: { en: 'Valid until', zh: '有效期至' },
  state: { en: 'State', zh: '状态' },
  inUse: { en: 'in use', zh: '使用中' },
  expired: { en: 'expired', zh: '已过期' },
  ended: { en: 'no longer used', zh: '已停用' },
  revoked: { en: 'revoked', zh: '已吊销' },
  revoke: { en: 'Revoke', zh: '吊销' },
  // Partners.
  partners: { en: 'Roots of the partners', zh: '合作方根证书' },
  announced: { en: 'announced', zh: '告知于' },
  vouched: { en: 'signed for by the root we trusted before', zh: '由此前信任的根证书签名担保' },
  notVouched: {
    en: 'not signed for by the root we trusted: its key was lost, or somebody else sends this. Ask before you accept.',
    zh: '未经此前信任的根证书担保：其密钥可能丢失，或信息并非来自对方。请在接受前核实。',
  },
  same: {
    en: 'We read the eight groups to their office on the telephone, and they see the same.',
    zh: '我们已致电对方办公室核对这八组字符，双方一致。',
  },
  accept: { en: 'Accept this root', zh: '接受该根证书' },
  refuse: { en: 'Do not accept', zh: '不接受' },
  accepted: { en: 'accepted', zh: '已接受' },
  refused: { en: 'not accepted', zh: '未接受' },
  undecided: { en: 'not decided yet', zh: '尚未决定' },
  oursThere: { en: 'Our root, with them', zh: '本方根证书在对方的状态' },
  asked: { en: 'asked', zh: '请求于' },
  history: { en: 'What was done', zh: '操作记录' },
}
