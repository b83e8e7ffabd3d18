/** Draws the pages of a document with PDFium. Only the drawing process loads this. */
import { PDFiumLibrary } from '@hyzyla/pdfium'

export interface DrawnPage {
  /** RGBA, four bytes a point, row by row from the top. */
  points: Uint8Array
  width: number
  height: number
  /** The text layer, in the order of the file. */
  text: string
}

/** Far beyond any agreement; a hostile document may claim more. */
const mostPages = 300
/** A page may be this many times as high as it is wide. */
const highest = 4

/** Yields one page after the other, so that only one is held at a time. @throws Error for what PDFium cannot open */
export async function* drawPages(pdf: Uint8Array, width: number): AsyncGenerator<DrawnPage> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    if (document.getPageCount() > mostPages) throw new Error(`more than ${mostPages} pages`)
    for (const page of document.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const height = Math.round((originalHeight / originalWidth) * width)
      if (!(height >= 1 && height <= width * highest)) throw new Error(`page ${page.number + 1} has an odd size`)
      const text = page.getText()
      const drawn = await page.render({ width, height, scale: 1, render: 'bitmap', renderFormFields: true })
      yield { points: drawn.data, width: drawn.width, height: drawn.height, text }
    }
  } finally {
    document.destroy()
    library.destroy()
  }
}

/** The text layer of each page, in the order of the file. @throws Error for what PDFium cannot open */
export async function readPages(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  try {
    if (document.getPageCount() > mostPages) throw new Error(`more than ${mostPages} pages`)
    return [...document.pages()].map((page) => page.getText())
  } finally {
    document.destroy()
    library.destroy()
  }
}
