/** Documents as people see them: images of pages to read on screen, and the comparison of two documents. */
export { comparePdfs, pageImages, pageTexts } from './draw.ts'
export type { Comparison, PageImage } from './messages.ts'
export { answerPage, type DrawnPage, openPageShelf, type PageShelf } from './page-shelf.ts'
export { type RenderRefusal, renderRefusalWords } from './words.ts'
