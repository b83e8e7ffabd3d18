import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { FileRefusal } from './store.ts'

const mebibytes = (details: RefusalDetails) => Math.round(Number(details.limit) / (1024 * 1024))

export const fileRefusalWords: Record<FileRefusal, Phrase<string | ((details: RefusalDetails) => string)>> = {
  file_empty: { en: 'The file is empty. Choose another one.', zh: '文件为空，请另选文件。' },
  file_too_large: {
    en: (details) => `The file is larger than ${mebibytes(details)} MiB. Make it smaller and send it again.`,
    zh: (details) => `文件超过 ${mebibytes(details)} MiB，请压缩后重新上传。`,
  },
}
