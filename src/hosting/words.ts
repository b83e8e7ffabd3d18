/** The words of running a node for a partner. */
import type { Words } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { HostedState, HostingRefusal } from './hosted-node.ts'

export const hostingWords = {
  title: { en: 'A partner without a node', zh: '无节点的合作方' },
  panelTitle: { en: 'Their node', zh: '对方节点' },
  ownNode: { en: 'runs a node of its own', zh: '有自己的节点' },
  ownNodeText: {
    en: 'This partner runs a node of its own. Its people sign in there, and nobody need be invited here.',
    zh: '该合作方有自己的节点，其人员在对方节点登录，无需在此邀请。',
  },
  noNode: {
    en: 'This partner has no node.',
    zh: '该合作方没有节点。',
  },
  invitePeople: { en: 'Invite their people', zh: '邀请对方人员' },
  seePeople: { en: 'Their people', zh: '对方人员' },
  keptByUs: { en: 'Their half is kept on our node', zh: '对方的一半由本校节点托管' },
  intro: {
    en: 'We run a node for them beside our own: with a database, keys and a log of its own, under a host name of its own. Their people come by links in mails, and read, change, approve and sign on the same screens as everyone.',
    zh: '本校节点旁另设一个节点供对方使用：数据库、密钥、日志和主机名均独立。对方人员通过邮件链接进入，使用相同的页面查阅、修改、审批和签署。',
  },
  honest: { en: 'What this does not give', zh: '这种方式做不到什么' },
  honestText: {
    en: 'Both halves then lie on our machine. Their log is no independent witness of ours, and every page and verification says so. Once they run a node themselves they take everything along, and the two logs are independent from then on.',
    zh: '此时两半均存放在本校设备上，对方日志不能作为本校日志的独立见证，各页面和验证结果均会注明。对方日后自行运行节点时可带走全部内容，此后两份日志相互独立。',
  },
  label: { en: 'Host name of their half', zh: '对方节点的主机名' },
  labelHint: {
    en: (pattern: string) => `The part instead of * in ${pattern}`,
    zh: (pattern: string) => `用于替换 ${pattern} 中的 *`,
  },
  start: { en: 'Start their half', zh: '启用对方节点' },
  notSetUp: { en: 'This node is not set up for it', zh: '本节点尚未开启此功能' },
  notSetUpText: {
    en: 'Your administrator sets HOSTING_URL, an address with * for the partner, and starts the node again.',
    zh: '请管理员设置 HOSTING_URL（以 * 代表合作方的地址）后重新启动节点。',
  },
  address: { en: 'Address', zh: '地址' },
  since: { en: 'Since', zh: '始于' },
  state: { en: 'State', zh: '状态' },
  notUp: { en: 'Their half is being started', zh: '对方节点正在启动' },
  notUpText: { en: 'Load this page again in a few seconds.', zh: '请几秒后重新加载本页。' },
  guests: { en: 'Their people', zh: '对方人员' },
  nobody: { en: 'Nobody is invited yet.', zh: '尚未邀请任何人。' },
  person: { en: 'Person', zh: '人员' },
  email: { en: 'E-mail address', zh: '邮箱地址' },
  roles: { en: 'May', zh: '权限' },
  lastSignIn: { en: 'Last signed in', zh: '最近登录' },
  never: { en: 'not yet', zh: '尚未' },
  ended: { en: 'ended', zh: '已终止' },
  acts: { en: 'Act', zh: '操作' },
  remind: { en: 'Send a new link', zh: '发送新链接' },
  revoke: { en: 'Take back links', zh: '收回链接' },
  revokeTitle: {
    en: (name: string) => `Take back all links of ${name}?`,
    zh: (name: string) => `收回${name}的全部链接？`,
  },
  revokeText: {
    en: 'Links not used yet work no more, and the person is signed out everywhere. A new link can be sent at any time.',
    zh: '尚未使用的链接立即失效，并在所有设备上退出登录。可随时重新发送链接。',
  },
  endGuest: { en: 'End', zh: '终止' },
  endGuestTitle: {
    en: (name: string) => `${name} acts for them no longer?`,
    zh: (name: string) => `终止${name}的权限？`,
  },
  endGuestText: {
    en: 'The person is signed out and cannot sign in again. What they did stays on record.',
    zh: '该人员将退出登录且无法再次登录。其操作记录予以保留。',
  },
  invite: { en: 'Invite someone', zh: '邀请人员' },
  inviteNote: {
    en: 'Those invited before are told of each newcomer, so that nobody can be slipped in.',
    zh: '每次新增人员都会通知此前已受邀的人员，以防冒名加入。',
  },
  latin: { en: 'Name in Latin script', zh: '姓名（拉丁字母）' },
  native: { en: 'Name in native script', zh: '姓名（本国文字）' },
  language: { en: 'Language of mails and pages', zh: '邮件与页面语言' },
  mayDo: { en: 'May', zh: '权限' },
  send: { en: 'Invite', zh: '发送邀请' },
  mailbox: { en: 'Demonstration: their letters', zh: '示例：对方收到的邮件' },
  end: { en: 'Stop running their half', zh: '停止托管' },
  endTitle: { en: 'Stop running their half?', zh: '停止托管对方节点？' },
  endText: {
    en: 'Their people cannot sign in, and nothing passes to them, until it is started again. Nothing is deleted.',
    zh: '停止后对方人员无法登录，消息也不再送达，直至重新启用。不会删除任何内容。',
  },
  resume: { en: 'Start it again', zh: '重新启用' },
  resumeText: {
    en: 'Their people can sign in again, and what waited is delivered.',
    zh: '对方人员可重新登录，待送达内容随即送达。',
  },
  takeBack: { en: 'Take the hand-over back', zh: '撤回移交' },
  takeBackText: {
    en: 'Only where the move came to nothing: if the copy runs somewhere already, there would be two halves that differ, and the logs would show it.',
    zh: '仅限迁移未成时使用：如副本已在别处运行，将出现两份不一致的文本，日志会显示这一问题。',
  },
  reason: { en: 'Reason', zh: '原因' },
  done: { en: 'Recorded.', zh: '已记录。' },
} satisfies Words

export const hostedStateWords: Record<HostedState, { en: string; zh: string }> = {
  running: { en: 'runs beside ours', zh: '在本校节点旁运行' },
  ended: { en: 'stopped', zh: '已停止' },
  handed_over: { en: 'handed over, waiting to be heard of at its new address', zh: '已移交，等待新地址的消息' },
  moved: { en: 'moved to a node of its own', zh: '已迁移至自己的节点' },
}

type Said = string | ((d: RefusalDetails) => string)

export const hostingRefusalWords: Record<
  HostingRefusal | 'database_not_made' | 'parcel_unreadable',
  { en: Said; zh: Said }
> = {
  officers_host: {
    en: 'Only international officers invite the people of a partner without a node.',
    zh: '只有国际事务专员可以邀请无节点合作方的人员。',
  },
  hosting_not_set_up: {
    en: 'This node is not set up to run others. Your administrator sets HOSTING_URL.',
    zh: '本节点未开启托管功能，请管理员设置 HOSTING_URL。',
  },
  partner_has_a_node: {
    en: 'This partner runs a node of its own already: its people sign in there.',
    zh: '该合作方已有自己的节点，其人员在对方节点登录。',
  },
  partner_is_ourselves: { en: 'That is our own university.', zh: '这是本校。' },
  label_not_a_name: {
    en: 'A host name begins with a letter and has letters, figures and hyphens only, at most forty.',
    zh: '主机名须以字母开头，只含字母、数字和连字符，最多40个字符。',
  },
  label_taken: {
    en: (d) => `Another partner’s half has the host name ${d.label}. Choose a different one.`,
    zh: (d) => `主机名 ${d.label} 已被其他合作方使用，请另选。`,
  },
  too_many_hosted: {
    en: (d) => `This node runs ${d.most} others already, the most it may. Stop one that is not needed.`,
    zh: (d) => `本节点已托管 ${d.most} 个节点，达到上限。请先停止不再需要的节点。`,
  },
  too_many_guests: {
    en: (d) => `${d.most} people of this partner are invited already, the most there may be. End an account first.`,
    zh: (d) => `该合作方已有 ${d.most} 人受邀，达到上限。请先终止一个账户。`,
  },
  hosting_does_not_allow: {
    en: 'That cannot be done as it stands now. Somebody may have done it meanwhile; look at the page again.',
    zh: '目前状态不允许此操作，可能已有他人处理，请重新查看页面。',
  },
  hosted_node_not_up: {
    en: 'Their half does not run. Start it first.',
    zh: '对方节点未运行，请先启用。',
  },
  guest_needs_a_role: { en: 'Tick at least one thing this person may do.', zh: '请至少勾选一项权限。' },
  guest_works_here: {
    en: (d) => `${d.email} belongs to one of our own people. Nobody acts for both sides.`,
    zh: (d) => `${d.email} 属于本校人员，任何人不得同时代表双方。`,
  },
  no_such_guest: { en: 'There is no such person among theirs any more.', zh: '对方人员中已无此人。' },
  parcel_unreadable: {
    en: 'The passphrase is not the one, or the file was changed or cut on the way.',
    zh: '口令不正确，或文件在传输中被改动或截断。',
  },
  parcel_not_a_node: {
    en: 'This file holds no node that this version understands.',
    zh: '该文件不含本版本可识别的节点。',
  },
  parcel_of_another: {
    en: (d) => `This file holds the node of ${d.institution}, and INSTITUTION_ROR names another.`,
    zh: (d) => `该文件含有 ${d.institution} 的节点，与 INSTITUTION_ROR 所指不符。`,
  },
  parcel_of_another_version: {
    en: (d) =>
      `It was packed by another version of Chirograph (${d.last}). Install that version here, or update there and pack again.`,
    zh: (d) => `该文件由其他版本的 Chirograph 打包（${d.last}）。请在此安装相同版本，或在原处升级后重新打包。`,
  },
  database_not_empty: { en: 'The database of this node holds data already.', zh: '本节点的数据库中已有数据。' },
  database_not_made: {
    en: (d) =>
      `The database server lets this node make no further database. Its administrator makes “${d.name}”, owned by this node’s role; then press again.`,
    zh: (d) => `数据库服务器不允许本节点新建数据库。请数据库管理员建立“${d.name}”并归本节点角色所有，然后重试。`,
  },
}

export const hostingJournalWords: Words = {
  'hosting.started': { en: 'started a node for the partner', zh: '为合作方启用节点' },
  'hosting.ended': { en: 'stopped the partner’s node', zh: '停止合作方节点' },
  'hosting.resumed': { en: 'started the partner’s node again', zh: '重新启用合作方节点' },
  'hosting.taken_back': { en: 'took the hand-over back', zh: '撤回移交' },
  'hosting.handed_over': { en: 'packed the partner’s node to be moved', zh: '打包合作方节点以供迁移' },
  'hosting.taken_over': { en: 'began with what the partner had kept', zh: '以合作方托管的内容启用节点' },
  'hosting.moved': { en: 'accepted the partner’s move to its own node', zh: '确认合作方迁至自己的节点' },
  'hosting.invited': { en: 'invited one of the partner’s people', zh: '邀请合作方人员' },
  'hosting.reminded': { en: 'sent one of the partner’s people a new link', zh: '向合作方人员发送新链接' },
  'hosting.revoked': { en: 'took back links of one of the partner’s people', zh: '收回合作方人员的链接' },
  'hosting.guest_ended': { en: 'ended the account of one of the partner’s people', zh: '终止合作方人员的账户' },
}
