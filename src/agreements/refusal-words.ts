/** What is said where an act on an agreement is refused: what is wrong, where, and who can change it. */
import { colon, type Language, type Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { AgreementRefusal, AgreementState } from './agreement.ts'
import { fieldsWords } from './field-words.ts'
import { stateWords } from './state-words.ts'

type Said = Phrase<string | ((details: RefusalDetails) => string)>

const stateOf = ({ state }: RefusalDetails, language: Language): string =>
  typeof state === 'string' && state in stateWords ? stateWords[state as AgreementState][language] : ''

const fieldsOf = ({ fields }: RefusalDetails, language: Language): string =>
  Array.isArray(fields) && fields.length > 0 ? fieldsWords(fields, language) : ''

/** `head`, then the fields where there are any, then `tail`. */
const withFields =
  (language: Language, head: string, tail: string) =>
  (details: RefusalDetails): string => {
    const fields = fieldsOf(details, language)
    const stop = language === 'en' ? '. ' : '。'
    return fields ? `${head}${colon[language]}${fields}${stop}${tail}` : `${head}${stop}${tail}`
  }

export const agreementRefusalWords: Record<AgreementRefusal, Said> = {
  agreement_does_not_allow: {
    en: (d) =>
      `The agreement has moved on${stateOf(d, 'en') && ` (it is now: ${stateOf(d, 'en')})`}, and this cannot be done in its present state. Look at the page again.`,
    zh: (d) =>
      `协议状态已变化${stateOf(d, 'zh') && `（现为“${stateOf(d, 'zh')}”）`}，目前无法执行此操作。请重新查看页面。`,
  },
  not_your_turn: {
    en: (d) =>
      d.turn === 'theirs'
        ? 'It is the partner’s turn. The text can be changed here again once they have sent it back.'
        : 'It is our turn: the partner can send a version only after we have sent ours.',
    zh: (d) =>
      d.turn === 'theirs'
        ? '现在由合作方处理，待其发回后方可在此修改文本。'
        : '现在由我方处理，合作方须待我方发出后才能发送新版本。',
  },
  officers_only: {
    en: 'Only an international officer of this university may do this. An administrator can give the role.',
    zh: '仅本校国际事务专员可执行此操作，该角色由管理员授予。',
  },
  office_goes_on: {
    en: 'You manage agreements of your units and types until they are sent to the partner. From there on the international office does this.',
    zh: '您可在协议发送给合作方之前管理所属单位与类型的协议；此后由国际事务部门办理。',
  },
  outside_your_part: {
    en: 'That unit or type is not among those your role is for. Leave it as it is, or ask the international office to change it.',
    zh: '该单位或类型不在您的角色范围之内。请保持不变，或请国际事务部门修改。',
  },
  approvers_only: {
    en: 'Only the approver for this step may approve it. An administrator can give the role.',
    zh: '仅负责该环节的审批人可以审批，该角色由管理员授予。',
  },
  drafter_may_not_approve: {
    en: 'You wrote in this text, so somebody else has to approve it. An administrator can name another approver for this step.',
    zh: '您参与了文本起草，须由他人审批。管理员可为该环节指定其他审批人。',
  },
  already_approved: {
    en: 'This step has been approved already. Nothing was recorded twice.',
    zh: '该环节已经批准，未重复记录。',
  },
  not_your_step: {
    en: 'This step is not open to you now: an earlier one is still to be decided, or the text is no longer what you saw. Look at the page again.',
    zh: '该环节目前不能由您审批：前面的环节尚未完成，或文本已有变化。请重新查看页面。',
  },
  may_not_sign: {
    en: (d) =>
      `${d.who} has no authority to sign an agreement of this type, risk and value today. An administrator enters it under “Procedures”, with the document it rests on.`,
    zh: (d) => `${d.who}目前无权签署此类型、风险等级和金额的协议。由管理员在“规程”页面登记授权及其依据文件。`,
  },
  class_malformed: {
    en: 'Choose a type and a risk from the lists. A value needs its currency, three letters such as CNY or GBP.',
    zh: '请从列表中选择类型和风险等级。填写金额时须注明三位字母的币种，如 CNY 或 GBP。',
  },
  label_changed_meanwhile: {
    en: 'A colleague changed the same words meanwhile: theirs stand in the table, yours in the form. Save again to put yours in their place.',
    zh: '同事已修改同一内容：表格中为其所存内容，表单中为您填写的内容。再次保存即以您的内容为准。',
  },
  draft_changed_meanwhile: {
    en: 'A colleague saved this draft while you were writing. Nothing of yours is lost: it stands below. Compare it with the saved text, then save again.',
    zh: '您编辑期间，同事已保存过此草稿。您填写的内容仍保留在下方，请与已保存的文本核对后再次保存。',
  },
  nothing_changed: {
    en: 'There is nothing to send: the text is the version both sides already hold. Change it first.',
    zh: '没有可发送的内容：文本与双方现有版本相同，请先修改。',
  },
  draft_not_sent: {
    en: 'Our own changes have not been sent yet, so the partner holds another text. Send them first; then propose to freeze.',
    zh: '我方修改尚未发送，双方文本不同。请先发送，再提议定稿。',
  },
  text_incomplete: {
    en: withFields('en', 'Still missing', 'The side whose turn it is can complete the text and send it.'),
    zh: withFields('zh', '以下内容尚未填写', '由当前处理一方补全文本并发送。'),
  },
  text_malformed: {
    en: withFields(
      'en',
      'The text does not hang together',
      'Check what is too long, or given twice (such as a place in the order of signing).',
    ),
    zh: withFields('zh', '文本有误', '请检查是否过长或重复（例如签署顺序相同）。'),
  },
  already_proposed: {
    en: 'We have proposed to freeze this version already. It is now for the partner to agree.',
    zh: '我方已提议将此版本定稿，现待合作方同意。',
  },
  nothing_to_reopen: {
    en: 'Nothing is frozen or proposed by us, so there is nothing to take back.',
    zh: '文本尚未定稿，我方也未提议定稿，无需撤回。',
  },
  reason_missing: { en: 'Please give a reason: the partner will read it.', zh: '请说明原因，合作方将会看到。' },
  comment_empty: { en: 'The comment is empty. Please write something.', zh: '意见内容为空，请填写。' },
  copies_differ: {
    en: 'The two copies differ: what you see is no longer what stands. Nothing was recorded. Look at the page again; either office can send the text anew.',
    zh: '双方文本不一致：您看到的内容已不是现行文本，未作任何记录。请重新查看页面；任何一方均可重新发送文本。',
  },
  documents_differ: {
    en: 'The texts are the same, but the partner’s typesetter drew another document. Compare the two and accept theirs, or ask them to use the same version.',
    zh: '文本相同，但合作方排版生成的文件与我方不同。请比较两份文件后接受对方文件，或请对方使用相同版本。',
  },
  verify_address_differs: {
    en: 'The text would print another address for verifying it on our node than ours. Open the text, save it and send it back: the next version says the right one.',
    zh: '文本所载我方节点的验证地址并非我方地址。请打开文本、保存并发回，新版本将载明正确地址。',
  },
  document_declares_otherwise: {
    en: 'The partner’s document is not made of the same text: its signature fields, or what it says of itself, differ. It cannot be accepted; ask the partner’s office why.',
    zh: '合作方的文件并非由同一文本生成：其签名域或自述信息不同，不能接受。请向合作方办公室了解原因。',
  },
  document_not_there: {
    en: 'The partner’s document has not arrived yet. It is sent by itself; try again in a moment.',
    zh: '合作方的文件尚未送达。文件会自动发送，请稍后再试。',
  },
  seats_differ: {
    en: 'The signatories of the two copies differ. Reopen the text and freeze it again, so that both sides pin the same people.',
    zh: '双方登记的签署人不一致。请重新开放文本并再次定稿，使双方登记相同的人员。',
  },
  version_superseded: {
    en: 'There is a newer version by now. Look at the page again.',
    zh: '已有更新的版本，请重新查看页面。',
  },
  round_superseded: {
    en: 'The text was reopened in the meantime. Look at the page again.',
    zh: '文本已被重新开放，请重新查看页面。',
  },
  not_the_partner: {
    en: 'This agreement is between other universities.',
    zh: '该协议属于其他大学。',
  },
  signatory_unknown: {
    en: (d) =>
      `${d.seat ? `The seat of ${d.seat} ` : 'A seat of ours '}has no account of a signatory. An officer assigns it under “Signatories”; an administrator opens the account.`,
    zh: (d) =>
      `${d.seat ? `${d.seat}的签署席位` : '我方签署席位'}尚未关联签署人账户。由国际事务专员在“签署人”处指定，账户由管理员开立。`,
  },
  partner_not_paired: {
    en: 'Our node is not paired with the partner’s. An administrator pairs them under “Nodes”.',
    zh: '本节点尚未与合作方节点配对，由管理员在“节点”页面完成。',
  },
  approvals_missing: {
    en: 'Approvals are still missing. The agreement’s page says whose.',
    zh: '审批尚未完成，协议页面列有待审批的环节。',
  },
  passkeys_changed: {
    en: 'A signatory’s passkeys changed since the text was approved. Both sides have to approve again.',
    zh: '批准之后签署人的通行密钥发生变更，双方须重新审批。',
  },
  predecessor_differs: {
    en: 'This follows an agreement that is not the one both hold: its hashes, its kind or its partner differ.',
    zh: '所承接的协议与双方持有的协议不一致：其哈希、类型或合作方不同。',
  },
  predecessor_superseded: {
    en: 'Another change of the same agreement has been concluded meanwhile. Start again from what is in force now.',
    zh: '同一协议的另一项变更已先行签署完成。请以现行有效文本为基础重新发起。',
  },
  another_successor_signing: {
    en: 'Another change of the same agreement is being signed. Wait until it is concluded or has ended.',
    zh: '同一协议的另一项变更正在签署，请待其完成或终止。',
  },
  nothing_to_follow: {
    en: 'Only what is in force can be amended, extended or renewed. Look at the agreement’s page for the text in force.',
    zh: '仅现行有效的协议可予修订、延期或续签。请在协议页面查看现行有效文本。',
  },
  no_notice_in_text: {
    en: 'The text in force gives neither side the right to end it by notice. Both can end it together.',
    zh: '现行文本未赋予任何一方通知终止的权利，可由双方共同终止。',
  },
  termination_not_open: {
    en: 'This can no longer be said: it was said already, it is too late, or it is for the other side to say. Look at the page again.',
    zh: '目前无法作此表示：已经表示过、已过时限，或应由对方表示。请重新查看页面。',
  },
  termination_date_wrong: {
    en: 'The date is not the one the text gives, or has passed.',
    zh: '日期与文本规定不符或已过。',
  },
  termination_too_old: {
    en: 'It reached the other side more than a week after it was given, or bears a date to come. It counts for nothing and must be given anew.',
    zh: '送达对方时距发出已逾一周，或所载日期尚未到来，不产生效力，须重新发出。',
  },
  termination_not_valid: {
    en: 'The signatory’s consent does not verify: it is not theirs, or not of these words.',
    zh: '签署人的意愿确认未通过核验：并非其本人作出，或并非针对此内容。',
  },
  signatories_only: {
    en: 'Only a signatory of this university may do this. An administrator gives the role.',
    zh: '仅本校签署人可执行此操作，该角色由管理员授予。',
  },
  publicity_reason_missing: {
    en: 'Say on what the partner’s consent rests. The document carries their signature too, so it becomes public only with their word.',
    zh: '请说明合作方同意的依据。该文件亦有合作方签名，须经对方同意方可公开。',
  },
}
