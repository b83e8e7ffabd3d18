import type { Phrase } from '#src/platform/i18n/words.ts'
import type { RefusalDetails } from '#src/platform/refusal.ts'
import type { PhotoRefusal } from './read-photo.ts'

export const photoRefusalWords: Record<PhotoRefusal, Phrase<string | ((d: RefusalDetails) => string)>> = {
  photo_not_readable: {
    en: 'This file cannot be read as a picture: it is damaged, or not a picture. Photographs from an iPhone (HEIC) can be exported as JPEG and sent again.',
    zh: '无法将此文件作为图片读取：文件已损坏或不是图片。iPhone 的 HEIC 照片请导出为 JPEG 后重新上传。',
  },
  photo_kind_not_taken: {
    en: 'Pictures are taken as JPEG, PNG, WebP or AVIF. Save this one in one of these forms and send it again.',
    zh: '图片须为 JPEG、PNG、WebP 或 AVIF 格式，请转换后重新上传。',
  },
  photo_too_many_pixels: {
    en: (d) => `The picture has more than ${d.most} million pixels. Make it smaller and send it again.`,
    zh: (d) => `图片超过 ${Number(d.most) / 100} 亿像素，请缩小后重新上传。`,
  },
  photo_too_small: {
    en: (d) =>
      `The picture is smaller than ${d.least} pixels and would be blurred. Ask the photographer for the full one.`,
    zh: (d) => `图片不足 ${d.least} 像素，显示会模糊，请向摄影者索取原图。`,
  },
}
