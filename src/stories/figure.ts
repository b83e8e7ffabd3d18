/** A photograph in a story, with what stands below it. */
import { htmlLang, type Language, speak } from '#src/platform/i18n/words.ts'
import { attribute, type Content, type Html, html, inLanguage, link } from '#src/platform/ui/index.ts'
import { articleWords } from './article-words.ts'
import { type PublishedPhoto, sizeFor } from './published.ts'

export type ImageAddress = (photo: PublishedPhoto, width: number, format: 'jpg' | 'webp') => string

/** @param o.first the photograph that leads: loaded at once, the others when they come near */
export function photoFigure(
  photo: PublishedPhoto,
  language: Language,
  o: { image: ImageAddress; first?: boolean },
): Html {
  const set = (format: 'jpg' | 'webp') =>
    photo.sizes.map((size) => `${link(o.image(photo, size, format))} ${size}w`).join(', ')
  const sizes = '(min-width: 60rem) 43rem, 100vw'
  const alt = altOf(photo, language)
  const load = o.first ? attribute('fetchpriority', 'high') : attribute('loading', 'lazy')
  return html`<figure class="story-photo"><picture><source type="image/webp" srcset="${set('webp')}" sizes="${sizes}"><img src="${link(o.image(photo, sizeFor(photo, 960), 'jpg'))}" srcset="${set('jpg')}" sizes="${sizes}" width="${photo.width}" height="${photo.height}" alt="${alt.text}"${attribute('lang', alt.lang)}${load} decoding="async"></picture>${caption(photo, language)}</figure>`
}

function altOf({ alt, decorative }: PublishedPhoto, language: Language): { text: string; lang: string | null } {
  if (decorative) return { text: '', lang: null }
  const other = language === 'en' ? 'zh' : 'en'
  return alt[language] ? { text: alt[language], lang: null } : { text: alt[other], lang: htmlLang[other] }
}

function caption(photo: PublishedPhoto, language: Language): Content {
  const w = speak(articleWords, language)
  const said = (photo.caption.en || photo.caption.zh) && inLanguage(photo.caption, language)
  const by = photo.credit || photo.creator
  const stop = said && !/[.!?。！？”"]$/.test(photo.caption[language] || photo.caption.en || photo.caption.zh)
  const space = language === 'en' && ' '
  const credit =
    by &&
    html`${stop && { en: '.', zh: '。' }[language]}${space}<span class="story-credit">${w.photo}${space}<span translate="no">${by}</span></span>`
  const rights = photo.rights && html` <span class="story-credit" translate="no">${photo.rights}</span>`
  const press =
    photo.download &&
    html` <a class="story-press" href="${link(photo.download)}">${w.press}<span class="visually-hidden">${w.pressOf(photo.number)}</span></a>`
  if (!said && !credit && !rights && !press) return ''
  return html`<figcaption>${said}${credit}${rights}${press}</figcaption>`
}
