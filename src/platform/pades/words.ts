/** What is said about each problem of a document, and about each refusal to sign. */
import type { Phrase } from '#src/platform/i18n/words.ts'

/** The bytes are not those of a document with declared fields and updates in the one way allowed. */
const bytes = {
  header_differs: {
    en: 'This is not a document of ours: it begins differently.',
    zh: '该文件开头不符，不是本系统生成的文件。',
  },
  bytes_malformed: { en: 'Bytes stand where none may stand.', zh: '文件中出现了不应存在的字节。' },
  bytes_after_end: { en: 'Bytes follow the end of the document.', zh: '文件结尾之后还有多余内容。' },
  object_not_canonical: { en: 'An object was written by another program.', zh: '文件中有对象由其他程序写入。' },
  object_twice: { en: 'One update defines the same object twice.', zh: '同一次更新中重复定义了对象。' },
  object_freed: { en: 'An update deletes an object.', zh: '更新删除了已有对象。' },
  object_not_listed: { en: 'An object is missing from the table of its update.', zh: '更新的索引表遗漏了对象。' },
  offset_before_revision: {
    en: 'The table of an update points into an earlier revision.',
    zh: '更新的索引表指向了先前的版本。',
  },
  offset_wrong: { en: 'The table of an update points to the wrong place.', zh: '更新的索引表指向了错误的位置。' },
  startxref_wrong: { en: 'The end of an update points to the wrong place.', zh: '更新结尾的指针有误。' },
  table_not_canonical: {
    en: 'The table of an update was written by another program.',
    zh: '更新的索引表由其他程序写入。',
  },
  trailer_differs: {
    en: 'An update changes what may not change in the trailer.',
    zh: '更新改动了不得改动的文件尾信息。',
  },
  xref_stream: { en: 'An update hides its table in a stream.', zh: '更新将索引表隐藏在数据流中。' },
  too_large: { en: 'The file is larger than any agreement.', zh: '文件过大，超出协议文件的上限。' },
  too_many_revisions: {
    en: 'The file has more revisions than there can be signatures.',
    zh: '文件的版本数超过可能的签名数。',
  },
} satisfies Record<string, Phrase>

/** Revision 0 is not what was declared for signing. */
const base = {
  base_malformed: { en: 'The document has no signature fields declared by us.', zh: '文件中没有本系统声明的签名域。' },
  base_feature: { en: 'The document holds something that could act or hide.', zh: '文件中含有可执行或可隐藏的内容。' },
} satisfies Record<string, Phrase>

/** An update does more than fill one declared field. */
const revision = {
  object_redefined: { en: 'Something that was there before has been changed.', zh: '原有内容被改动。' },
  foreign_object: { en: 'Something was added that is no part of a signature.', zh: '添加了不属于签名的内容。' },
  no_field_filled: { en: 'Something was added without a signature.', zh: '添加了内容，但没有签名。' },
  several_fields_filled: { en: 'One update fills more than one field.', zh: '一次更新填写了多个签名域。' },
  field_filled_before: { en: 'A field signed before was signed again.', zh: '已签署的签名域被再次签署。' },
  field_changed: { en: 'A signature field was moved or changed.', zh: '签名域被移动或改动。' },
  signature_not_new: { en: 'A field refers to a signature made elsewhere.', zh: '签名域引用了并非本次生成的签名。' },
  appearance_not_new: { en: 'A field shows something made elsewhere.', zh: '签名域显示了并非本次生成的内容。' },
  appearance_differs: { en: 'The signature shows something other than declared.', zh: '签名的显示内容与声明不符。' },
  signature_dictionary: { en: 'The signature is not of the kind agreed.', zh: '签名类型不符合约定。' },
  signer_differs: { en: 'The signature names another signatory.', zh: '签名中的签署人与声明不符。' },
  reason_differs: { en: 'The signature states another reason.', zh: '签名中的理由与声明不符。' },
  byte_range: { en: 'The signature does not cover the whole document.', zh: '签名未覆盖整份文件。' },
  signing_time_malformed: { en: 'The time of signing cannot be read.', zh: '签署时间格式有误。' },
  signed_before_previous: {
    en: 'The signature claims to be older than the one before it.',
    zh: '签名声称的时间早于前一签名。',
  },
  signed_in_the_future: { en: 'The signature claims a time still to come.', zh: '签名声称的时间尚未到来。' },
  nothing_added: { en: 'The file sent adds nothing to the one held.', zh: '收到的文件没有新增内容。' },
  previous_changed: { en: 'The file sent changes what was held before.', zh: '收到的文件改动了已保存的内容。' },
  previous_not_a_revision: {
    en: 'The file held is no revision of the file sent.',
    zh: '已保存的文件不是收到文件的前一版本。',
  },
  several_revisions: { en: 'The file sent adds more than one signature.', zh: '收到的文件新增了不止一个签名。' },
} satisfies Record<string, Phrase>

/** The signature itself is not right. */
const signature = {
  contents_padding: { en: 'The space around the signature holds other bytes.', zh: '签名周围的空白处含有其他数据。' },
  cms_malformed: { en: 'The signature cannot be read.', zh: '签名无法读取。' },
  cms_not_as_expected: { en: 'The signature holds parts nobody asked for.', zh: '签名含有约定之外的内容。' },
  signer_infos: { en: 'The signature does not have exactly one signer.', zh: '签名中的签署者不是恰好一人。' },
  certificates_in_signature: {
    en: 'The signature carries no certificate, or too many.',
    zh: '签名未附证书，或所附证书过多。',
  },
  signing_time_present: {
    en: 'The signature states its time in a place where it may not.',
    zh: '签名在不允许的位置写入了时间。',
  },
  digest_differs: { en: 'The document was changed after it was signed.', zh: '文件在签署后被改动。' },
  signature_wrong: { en: 'The signature was not made with the key it names.', zh: '签名与其所附证书的密钥不符。' },
  algorithm_unknown: { en: 'The signature uses an algorithm we do not know.', zh: '签名使用了未知的算法。' },
} satisfies Record<string, Phrase>

/** The signature is right, but its certificate is not one to trust. */
const trust = {
  no_trusted_root: { en: 'The certificate does not come from a root you trust.', zh: '证书并非出自您信任的根证书。' },
  another_root: {
    en: 'The certificate comes from another root than the one agreed.',
    zh: '证书出自约定之外的根证书。',
  },
  same_root_for_two_sides: { en: 'One root speaks for two sides.', zh: '同一根证书代表了两方。' },
  same_certificate_twice: { en: 'One certificate signed in two places.', zh: '同一证书签署了两处。' },
  subject_differs: { en: 'The certificate is for another person.', zh: '证书持有人与签署人不符。' },
  certificate_expired: { en: 'The certificate had expired when it signed.', zh: '签署时证书已过期。' },
  certificate_not_yet_valid: { en: 'The certificate was not yet valid when it signed.', zh: '签署时证书尚未生效。' },
  certificate_malformed: { en: 'The certificate cannot be read.', zh: '证书无法读取。' },
  certificate_extension: { en: 'The certificate carries a condition we do not know.', zh: '证书含有未知的限制条件。' },
  not_an_authority: { en: 'The certificate was issued by one who may not issue any.', zh: '证书签发者无权签发证书。' },
  key_usage: { en: 'The certificate is not for signatures that bind.', zh: '证书不可用于具有约束力的签名。' },
  key_purpose: { en: 'The certificate is not for signing documents.', zh: '证书不可用于签署文件。' },
  algorithm_weak: { en: 'The key or the digest is too weak.', zh: '密钥或摘要算法强度不足。' },
} satisfies Record<string, Phrase>

/** Time-stamps and what else proves a signature for later. */
const time = {
  preservation_differs: {
    en: 'Something was added to the signed document that is neither proof nor time-stamp.',
    zh: '在已签署的文件上添加了既非证据亦非时间戳的内容。',
  },
  preservation_foreign: {
    en: 'Certificates or revocation lists were added that belong to no signature of the document.',
    zh: '添加了与文件中任何签名均无关的证书或吊销列表。',
  },
  stamp_wrong: { en: 'A time-stamp is not right.', zh: '时间戳有误。' },
  stamp_of_something_else: { en: 'A time-stamp was given to something else.', zh: '时间戳所对应的是其他内容。' },
  stamp_certificate_differs: {
    en: 'The certificate of a time-stamp was swapped for another.',
    zh: '时间戳所附的证书已被替换。',
  },
  stamp_certificate_not_valid: {
    en: 'The certificate of a time-stamp was not valid for stamping then.',
    zh: '时间戳签发时，其证书不在有效期内或不可用于签发时间戳。',
  },
  stamp_in_the_future: { en: 'A time-stamp claims a time still to come.', zh: '时间戳声称的时间尚未到来。' },
  stamp_time_differs: {
    en: 'A time-stamp contradicts the time of signing.',
    zh: '时间戳与签署时间相矛盾。',
  },
  stamp_unknown_authority: {
    en: 'A time-stamp comes from an authority that is not known here. It proves nothing, and harms nothing.',
    zh: '时间戳出自此处未知的机构，不具证明作用，亦无妨害。',
  },
  stamp_authority_revoked: {
    en: 'A time-stamp was given after its certificate had been revoked. It proves nothing.',
    zh: '时间戳在其证书被吊销之后签发，不具证明作用。',
  },
  stamp_expired: {
    en: 'A time-stamp has run out, and no newer one took its place in time. It proves nothing any more.',
    zh: '时间戳已过期，且未及时续签，不再具有证明作用。',
  },
  certificate_revoked: {
    en: 'The certificate was revoked, and nothing proves that the signature is older.',
    zh: '证书已被吊销，且无法证明签名早于吊销时间。',
  },
  certificate_revoked_later: {
    en: 'The certificate was revoked later. A time-stamp proves that the signature is older; it counts.',
    zh: '证书此后被吊销，但时间戳证明签名早于吊销时间，签名有效。',
  },
  certificate_ended_since: {
    en: 'A certificate has ended since. That the signature is older rests on its own word; no time-stamp proves it.',
    zh: '证书此后已到期。签名早于到期时间仅凭其自身所述，无时间戳可证明。',
  },
} satisfies Record<string, Phrase>

export const problemWords = { ...bytes, ...base, ...revision, ...signature, ...trust, ...time }

export type ProblemCode = keyof typeof problemWords

export const signingRefusals = {
  document_not_acceptable: { en: 'This document may not be signed: it was altered.', zh: '该文件已被改动，不能签署。' },
  field_unknown: { en: 'The document has no such signature field.', zh: '文件中没有该签名域。' },
  field_filled_before: { en: 'This place is signed already.', zh: '此处已经签署。' },
  variant_unknown: {
    en: 'The document was not prepared for this way to consent.',
    zh: '文件未预设这种签署意愿确认方式。',
  },
  reserve_too_small: {
    en: 'The signature would not fit into the space kept for it.',
    zh: '预留空间不足，无法容纳签名。',
  },
  signature_not_acceptable: {
    en: 'The signature just made is not right; nothing was signed.',
    zh: '刚生成的签名有误，文件未被签署。',
  },
} satisfies Record<string, Phrase>
