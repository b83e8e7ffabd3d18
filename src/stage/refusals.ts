/** Words for every refusal an act behind the stage can meet, its own and those of what it uses. */
import { ceremonyRefusalWords } from '#src/ceremonies/index.ts'
import { fileRefusalWords } from '#src/platform/files/index.ts'
import { peopleRefusalWords } from '#src/platform/people/index.ts'
import { renderRefusalWords } from '#src/platform/render/index.ts'
import type { RefusalWords } from '#src/platform/ui/index.ts'
import { stageRefusalWords } from './refusal-words.ts'

export const backstageRefusals: RefusalWords = {
  ...peopleRefusalWords,
  ...fileRefusalWords,
  ...renderRefusalWords,
  document_not_drawable: {
    en: 'The pages of this document cannot be drawn. Export the slides as PDF once more and upload that.',
    zh: '无法绘制该文件的页面。请重新将幻灯片导出为 PDF 后上传。',
  },
  ...ceremonyRefusalWords,
  ...stageRefusalWords,
}
