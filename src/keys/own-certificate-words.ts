/** The words about certificates office-holders bring along. */

export const ownWords = {
  title: { en: 'Sign with a certificate of one’s own', zh: '使用自有证书签署' },
  intro: {
    en: 'A signatory may sign with a certificate of another authority instead of this node’s. The name in it must be the one in the agreement, letter for letter. The key is tried now; another administrator confirms; each partner must accept its root before it is used with them.',
    zh: '签署人可使用其他机构颁发的证书代替本节点证书。证书中的姓名须与协议中的写法完全一致。系统会当场试签，经另一位管理员确认，并由各合作方接受其根证书后方可使用。',
  },
  link: { en: 'Sign with a certificate of one’s own', zh: '使用自有证书签署' },
  list: { en: 'Certificates of their own', zh: '自有证书' },
  stop: { en: 'Stop using it', zh: '停止使用' },
  stopExplain: {
    en: 'From then on this signatory signs with a certificate of this node again.',
    zh: '此后该签署人将重新使用本节点证书签署。',
  },
  where: { en: 'Its key', zh: '密钥位置' },
  pkcs12: { en: 'A file', zh: '文件' },
  pkcs12Note: {
    en: 'PKCS#12 (.p12, .pfx) with the certificates up to the root. The key is sealed in this node’s database.',
    zh: 'PKCS#12 文件（.p12、.pfx），须含直至根证书的证书链。密钥将加密存入本节点数据库。',
  },
  pkcs11: { en: 'A hardware module', zh: '硬件密码模块' },
  pkcs11Note: {
    en: 'PKCS#11: a token or HSM. The key never leaves it.',
    zh: 'PKCS#11 令牌或硬件密码机，密钥不会离开该设备。',
  },
  pkcs11Off: {
    en: 'A hardware module can be used once HSM_MODULE names its library in the configuration.',
    zh: '在配置中以 HSM_MODULE 指定设备库后，即可使用硬件密码模块。',
  },
  csc: { en: 'A remote signing service', zh: '远程签名服务' },
  cscNote: {
    en: 'Cloud Signature Consortium API. Only hashes go there. A qualified signature has its legal effect where it is qualified, and nothing here carries it elsewhere.',
    zh: '采用云签名联盟（CSC）接口，仅传送哈希值。合格电子签名的法律效力限于其认可的法域，本系统不能使其在他处生效。',
  },
  cscOff: {
    en: 'A remote signing service can be used once CSC_URL names it in the configuration.',
    zh: '在配置中以 CSC_URL 指定后，即可使用远程签名服务。',
  },
  p12File: { en: 'The file', zh: '文件' },
  passphrase: { en: 'Its passphrase', zh: '文件口令' },
  token: { en: 'Label of the token', zh: '令牌标签' },
  keyId: { en: 'Id of the key, hexadecimal', zh: '密钥编号（十六进制）' },
  pin: { en: 'PIN', zh: 'PIN 码' },
  chainFile: {
    en: 'The certificates as PEM, the signatory’s first, the root last',
    zh: 'PEM 证书链（签署人证书在前，根证书在后）',
  },
  credential: { en: 'Credential id', zh: '凭证编号' },
  clientId: { en: 'Client id', zh: '客户端编号' },
  clientSecret: { en: 'Client secret', zh: '客户端密钥' },
  reason: { en: 'Why', zh: '理由' },
  propose: { en: 'Try it and propose', zh: '试签并提议' },
}
