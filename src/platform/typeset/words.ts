/** Words of the typesetter's refusals. */
import type { Phrase } from '#src/platform/i18n/words.ts'

export const typesetRefusals = {
  glyph_missing: {
    en: ({ characters }: { characters: string[] }) =>
      `Our fonts have no glyph for ${characters.join(' ')}. Please write it in another way.`,
    zh: ({ characters }: { characters: string[] }) =>
      `现有字体中没有“${characters.join('、')}”的字形，请改用其他写法。`,
  },
  typesetting_took_too_long: {
    en: ({ seconds }: { seconds: number }) =>
      `The document was not typeset within ${seconds} seconds. Please try again.`,
    zh: ({ seconds }: { seconds: number }) => `文件未能在 ${seconds} 秒内完成排版，请稍后重试。`,
  },
  typesetting_failed: {
    en: () => 'The document could not be typeset. Please tell the administrator of this node.',
    zh: () => '文件排版失败，请联系本节点管理员。',
  },
  // biome-ignore lint/suspicious/noExplicitAny: each phrase takes the details of its own refusal
} satisfies Record<string, Phrase<any>>
