/**
 * The small markup in which a story is typed, read into blocks. Rules only; what comes out is text, never HTML.
 *
 * A blank line parts paragraphs; `## ` begins a heading; lines with `> ` are a quote, its last line `> — Name` the speaker;
 * `[photo 2]` or `[照片 2]` alone on a line places a photograph.
 */

export type StoryBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'quote'; paragraphs: string[]; speaker: string | null }
  | { kind: 'photo'; number: number }

const photoLine = /^\[(?:photo|照片)\s*(\d{1,3})\]$/i
const speakerLine = /^(?:—{1,2}|--)\s*(.+)$/

/** Reads a body. Nothing typed is lost: what fits no rule is a paragraph. */
export function parseBody(body: string): StoryBlock[] {
  return body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t　]*\n/)
    .flatMap((part) => parts(part.trim()))
}

/** A heading or a photograph stands on its own line even where no blank line follows. */
function parts(text: string): StoryBlock[] {
  if (text === '') return []
  const lines = text.split('\n').map((line) => line.trim())
  if (lines.every((line) => line.startsWith('>'))) return [quote(lines.map((line) => line.slice(1).trim()))]
  const blocks: StoryBlock[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', text: joined(open) })
    open = []
  }
  for (const line of lines) {
    const alone = single(line)
    if (!alone) open.push(line)
    else {
      close()
      blocks.push(alone)
    }
  }
  close()
  return blocks
}

function single(line: string): StoryBlock | undefined {
  const photo = photoLine.exec(line)
  if (photo) return { kind: 'photo', number: Number(photo[1]) }
  const heading = /^##\s+(.+)$/.exec(line)
  return heading ? { kind: 'heading', text: heading[1]! } : undefined
}

function quote(lines: string[]): StoryBlock {
  const said = lines.filter((line) => line !== '')
  const speaker = speakerLine.exec(said.at(-1) ?? '')?.[1] ?? null
  return { kind: 'quote', paragraphs: speaker ? said.slice(0, -1) : said, speaker }
}

/** Lines of one paragraph as running text: between two Chinese characters no space belongs. */
function joined(lines: string[]): string {
  return lines.reduce((text, line) => {
    const between = /[\p{Script=Han}，。；：！？、”』）]$/u.test(text) && /^[\p{Script=Han}“『（]/u.test(line)
    return text === '' ? line : `${text}${between ? '' : ' '}${line}`
  }, '')
}

/** The photographs a body places, in its order. */
export const placedPhotos = (body: string): number[] =>
  parseBody(body).flatMap((block) => (block.kind === 'photo' ? [block.number] : []))
