import type { Phrase } from '#src/platform/i18n/words.ts'
import { type RefusalDetails, refuser } from '#src/platform/refusal.ts'

export type RenderRefusal = 'document_not_drawable' | 'drawing_took_too_long'

export const refuseRender = refuser<RenderRefusal>()

export const renderRefusalWords: Record<RenderRefusal, Phrase<string | ((details: RefusalDetails) => string)>> = {
  document_not_drawable: {
    en: (d) =>
      `The pages of this document cannot be drawn (${d.message}). Download the file and open it with another program.`,
    zh: (d) => `无法绘制该文件的页面（${d.message}）。请下载文件，用其他程序打开。`,
  },
  drawing_took_too_long: {
    en: (d) =>
      `Drawing the pages took longer than ${d.seconds} seconds and was given up. Download the file instead, or try again.`,
    zh: (d) => `绘制页面超过 ${d.seconds} 秒，已中止。请直接下载文件，或稍后再试。`,
  },
}
