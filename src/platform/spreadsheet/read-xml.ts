/** The parts of a workbook are XML: read as a stream of elements, without document types or entities of its own. */
import { Parser } from 'saxen'
import { refuseSheet } from './bounds.ts'

export interface XmlHearer {
  /** Names without their prefixes. */
  open?: (name: string, attributes: () => Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

/** @throws Refusal `sheet_unreadable`, and whatever the hearer throws */
export function readXml(xml: string, { open, close, text }: XmlHearer): void {
  let problem: unknown
  const parser = new Parser()
  const guarded = (act: () => void) => {
    if (problem) return
    try {
      act()
    } catch (error) {
      problem = error
      parser.stop()
    }
  }
  parser.on('openTag', (name, attributes, decode) =>
    guarded(() =>
      open?.(bare(name), () =>
        Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [bare(key), decode(String(value))])),
      ),
    ),
  )
  parser.on('closeTag', (name) => guarded(() => close?.(bare(name))))
  parser.on('text', (said, decode) => guarded(() => text?.(decode(said))))
  parser.on('cdata', (said) => guarded(() => text?.(said)))
  parser.on('error', () => {
    problem ??= new Error('malformed')
  })
  const failed = parser.parse(xml)
  if (problem && (problem as Error).message !== 'malformed') throw problem
  if (problem || failed) refuseSheet('sheet_unreadable', {}, 422)
}
