/** What an archive says about itself, to whoever opens it in thirty years. */
import type { Asked } from './export-archive.ts'

export function readme(what: string, { audience, by, at, us }: Asked): string {
  const office = audience === 'office'
  return `${what}

Exported from the register of ${us.name.en} (Chirograph), ${at.toString({ smallestUnit: 'second' })}, by ${by}.
${office ? 'FOR THE OFFICE’S OWN ARCHIVE: holds internal notes, comments and the whole journal.' : 'Holds nothing internal.'}

register.json, register.csv  every field of the register
files/                       the files put to the agreement
evidence.zip                 what proves the signatures, to be judged offline: open the verifier.html in it
                             (evidence.txt instead: it cannot be made yet, and why)
journal.csv                  what was done, and when (UTC)${office ? '\ncomments.csv                 comments of both sides, and our own' : ''}
partner.json                 in an export of a partner: the partnership and its history, facts, people
SHA256SUMS                   the hash of every file; check with: sha256sum -c SHA256SUMS

--------------------------------------------------------------------------------

${what}

由${us.name.zh || us.name.en}协议台账（Chirograph）导出，${at.toString({ smallestUnit: 'second' })}，操作人 ${by}。
${office ? '仅供本校存档：含内部备注、内部意见和全部操作记录。' : '不含内部信息。'}

register.json、register.csv  台账全部字段
files/                       协议所附文件
evidence.zip                 签名证据包，可离线验证：打开其中的 verifier.html
                             （若为 evidence.txt，则说明暂时无法生成的原因）
journal.csv                  操作记录（世界协调时）${office ? '\ncomments.csv                 双方意见与内部意见' : ''}
partner.json                 按合作方导出时：合作关系及其沿革、概况、人员
SHA256SUMS                   全部文件的哈希值，校验命令：sha256sum -c SHA256SUMS
`
}
