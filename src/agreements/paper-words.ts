/** The words of signing in ink. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import type { PaperLack } from './paper-signing.ts'

export const paperWords = {
  title: { en: 'Signed on paper', zh: '纸质签署' },
  open: { en: 'The paper originals', zh: '纸质原件' },
  lead: {
    en: 'Two originals, one for each side. What each bears is written down here with its scan; then a colleague compares it, and the agreement counts as signed.',
    zh: '一式两份，双方各执一份。请登记每份原件的内容并附扫描件，再由另一位同事核对，协议方视为已签署。',
  },
  signer: { en: 'Signed by (Latin script)', zh: '签署人（拉丁字母）' },
  native: { en: 'Signed by (native script)', zh: '签署人（本国文字）' },
  titleEn: { en: 'Title held on that day, English', zh: '签署时职务（英文）' },
  titleZh: { en: 'Title held on that day, Chinese', zh: '签署时职务（中文）' },
  signedOn: { en: 'Signed on', zh: '签署日期' },
  place: { en: 'Place', zh: '签署地点' },
  sealed: { en: 'The official seal (公章) stands beside the signature', zh: '签名处盖有公章' },
  witness: { en: 'Witness', zh: '见证人' },
  scan: { en: 'Scan of the original this side keeps', zh: '该方所执原件的扫描件' },
  scanKept: { en: 'A scan is here; choosing another replaces it.', zh: '已有扫描件；重新选择将予以替换。' },
  scanLink: { en: 'The scan', zh: '扫描件' },
  save: { en: 'Save', zh: '保存' },
  lacks: { en: (list: string) => `Still missing: ${list}`, zh: (list: string) => `尚缺：${list}` },
  complete: { en: 'Complete', zh: '完整' },
  writtenBy: { en: (who: string) => `written down by ${who}`, zh: (who: string) => `由${who}登记` },
  seal: { en: 'Seal', zh: '公章' },
  yes: { en: 'yes', zh: '有' },
  no: { en: 'none', zh: '无' },
  check: { en: 'Second person’s check', zh: '第二人核对' },
  checkText: {
    en: 'I have compared both originals with what stands here. From then on it stays as it is.',
    zh: '我已将两份原件与此处登记内容逐项核对。核对后不可再改。',
  },
  checkIt: { en: 'Both originals agree with this', zh: '两份原件与登记一致' },
  checked: {
    en: (who: string, when: string) => `Compared by ${who} on ${when}: the agreement is signed.`,
    zh: (who: string, when: string) => `已由${who}于${when}核对：协议已签署。`,
  },
  waits: { en: 'Both originals must be complete first.', zh: '须先补全两份原件的信息。' },
  another: {
    en: 'Complete. A colleague who wrote none of it compares it with the originals.',
    zh: '信息完整，须由未参与登记的同事与原件核对。',
  },
}

export const lackWords: Record<PaperLack, Phrase> = {
  signer: { en: 'who signed', zh: '签署人' },
  title: { en: 'the title held', zh: '职务' },
  date: { en: 'the date', zh: '日期' },
  place: { en: 'the place', zh: '地点' },
  scan: { en: 'the scan', zh: '扫描件' },
}
