/** `README.md` of a package: what lies in it, and how to check it with programs that are not ours. */
import { type Manifest, names } from './package-shape.ts'

/** What a signature covers: start, length, start, length. */
export type ByteRange = [number, number, number, number]

const signatureCommands = ([, first, second, rest]: ByteRange, i: number) =>
  `(head -c ${first} agreement.pdf; tail -c +${second + 1} agreement.pdf | head -c ${rest}) > signed-${i + 1}.bin
openssl cms -verify -cades -binary -inform DER -in agreement.pdf.sig${i} -content signed-${i + 1}.bin -CAfile roots.pem -purpose any -out /dev/null`

/** Commands of four programs that know nothing of us; and of our own. */
const commands = (sides: string[], ranges: ByteRange[]) => `\`\`\`sh
# 1. poppler: who signed, and whether each signature covers the document
pdfsig agreement.pdf

# 2. qpdf: the file is whole
qpdf --check agreement.pdf

# 3. openssl: each signature by itself (-cades: the certificate is bound to it)
cat ${sides.map((side) => names.root(side)).join(' ')} > roots.pem
pdfsig -dump agreement.pdf
${ranges.map(signatureCommands).join('\n')}
${sides.map((side) => `openssl x509 -in ${names.root(side)} -noout -subject -fingerprint -sha256`).join('\n')}

# 4. pyHanko: signatures, and that nothing was slipped in between them
pyhanko sign validate --pretty-print ${sides.map((side) => `--trust ${names.root(side)}`).join(' ')} --soft-revocation-check agreement.pdf

# Hashes: of the document before signing, and of the text
sha256sum ${names.revisionZero} ${names.text}

# Our own program, and the page in this package
npm run chirograph -- verify evidence.zip ${sides.map((side) => `--trust ${names.root(side)}`).join(' ')}
\`\`\``

/** What each file is. */
function filesOf({ textHash, documentHash }: Manifest): string {
  const list = [
    `| \`${names.agreement}\` | the agreement with all signatures | 带有全部签名的协议 |`,
    `| \`${names.revisionZero}\` | the document before any signature; SHA-256 \`${documentHash}\` | 签署前的文件 |`,
    `| \`${names.text}\` | the text as data (RFC 8785); SHA-256 \`${textHash}\` | 协议文本数据 |`,
    `| \`${names.consents}\` | each signatory’s own yes, and the passkeys pinned before approval | 签署人的签署意愿及审批前登记的通行密钥 |`,
    `| \`roots/\`, \`crls/\` | root certificates and lists of what they revoked | 根证书及证书吊销列表 |`,
    `| \`${names.keys}\` | the keys of both logs, witnesses and mirrors (C2SP signed-note) | 双方日志、见证与副本的密钥 |`,
    `| \`logs/…/events.json\` | what each university’s log holds of this agreement, with the salts | 双方日志中与本协议有关的条目（含盐值） |`,
    `| \`logs/…/*.tlog-proof\` | the proof of each entry (C2SP tlog-proof) | 每个条目的证明 |`,
    `| \`logs/…/checkpoint.txt\`, \`policy.txt\` | the log’s head with its cosignatures, and whose are needed | 日志头及联署、联署规则 |`,
    `| \`logs/…/stamp.tst\` | a time-stamp (RFC 3161) by the other university over the head | 对方大学对日志头加盖的时间戳 |`,
    `| \`${names.verifier}\` | opens from the disk, needs no network, judges all of this | 离线验证页面 |`,
  ]
  return list.join('\n')
}

export function readmeFor(manifest: Manifest, ranges: ByteRange[]): string {
  const { title, parties, sha256, demonstration } = manifest
  const sides = parties.map(({ ror }) => ror)
  return `# ${title.en}

# ${title.zh}

${demonstration ? 'DEMONSTRATION: not a real agreement. 示例：并非真实协议。\n\n' : ''}${parties.map(({ name, ror }) => `- ${name.en} ${name.zh} (https://ror.org/${ror})`).join('\n')}

SHA-256 of agreement.pdf 协议文件的 SHA-256: \`${sha256}\`

## How to check it 如何核验

Open \`${names.verifier}\` in a browser and choose the ZIP file. Nobody needs to be asked, and neither university’s server needs to exist.
Compare the fingerprints of the root certificates with what each university publishes: everything rests on them.

在浏览器中打开 \`${names.verifier}\`，选择该 ZIP 文件即可，无需联系任何人，也无需双方服务器存在。
请将根证书指纹与各大学公布的指纹核对：一切以此为据。

${commands(sides, ranges)}

## What lies here 文件说明

| File 文件 | What it is | 内容 |
|---|---|---|
${filesOf(manifest)}

Each entry of a log is three lines: \`chirograph-log-1\`, the kind of event, and the base64 SHA-256 of the salt followed by the canonical JSON
of \`{format, event, about, at, facts}\`. So each can be computed again from \`events.json\`.
日志每个条目为三行：\`chirograph-log-1\`、事件种类，以及“盐值加规范化 JSON”的 SHA-256（base64），可据 \`events.json\` 重新计算。
`
}
