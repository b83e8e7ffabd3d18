/** What the desk refuses, in words. */
import type { Phrase } from '#src/platform/i18n/words.ts'
import { refuser } from '#src/platform/refusal.ts'

export type DeskRefusal = 'zone_unknown'

export const refuse = refuser<DeskRefusal>()

export const deskRefusalWords: Record<DeskRefusal, Phrase> = {
  zone_unknown: {
    en: 'This time zone is not known. Choose one like Asia/Shanghai.',
    zh: '无法识别该时区，请选择如 Asia/Shanghai 的时区。',
  },
}
