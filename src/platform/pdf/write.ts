/** Writes whole files and incremental updates, always in the same spelling. */
import { concat, latin1 } from '#src/platform/bytes.ts'
import { type Dict, type Indirect, type Ref, ref, spell, spellIndirect, type Value } from './objects.ts'

/** First bytes of every file: the version, then a comment of high bytes that marks the file as binary. */
export const header = latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')

export interface NumberedObject {
  number: number
  value: Indirect
}

const entry = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`

/** The cross-reference table: one subsection for each run of consecutive object numbers (7.5.4). */
export function spellTable(offsets: Map<number, number>, withObjectZero: boolean): string {
  const numbers = [...offsets.keys()].sort((a, b) => a - b)
  let table = 'xref\n'
  for (let i = 0; i < numbers.length; ) {
    let j = i
    while (numbers[j + 1] === numbers[j]! + 1) j++
    const run = numbers.slice(i, j + 1).map((n) => entry(offsets.get(n)!))
    const zero = withObjectZero && i === 0
    if (zero) run.unshift('0000000000 65535 f \n')
    table += `${zero ? 0 : numbers[i]} ${run.length}\n${run.join('')}`
    i = j + 1
  }
  return table
}

/** What stands after the objects of a section, from `xref` to `%%EOF`. */
export function spellTail(offsets: Map<number, number>, trailer: Dict, xrefAt: number): string {
  const table = spellTable(offsets, !trailer.has('Prev'))
  return `${table}trailer\n${spell(trailer)}\nstartxref\n${xrefAt}\n%%EOF\n`
}

function section(start: Uint8Array, objects: NumberedObject[], trailer: Dict): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [start]
  const offsets = new Map<number, number>()
  let at = start.length
  for (const { number, value } of objects) {
    const spelled = spellIndirect(number, value)
    offsets.set(number, at)
    parts.push(spelled)
    at += spelled.length
  }
  return concat([...parts, latin1(spellTail(offsets, trailer, at))])
}

/** Writes a new file: objects are numbered from 1 without a gap. */
export function writeFile(objects: NumberedObject[], trailer: Dict): Uint8Array<ArrayBuffer> {
  return section(header, objects, trailer)
}

/** Appends one incremental update to `previous` (7.5.6). */
export function writeUpdate(previous: Uint8Array, objects: NumberedObject[], trailer: Dict): Uint8Array<ArrayBuffer> {
  return section(previous, objects, trailer)
}

/** Collects new objects and hands out their numbers. */
export class Numbering {
  readonly objects: NumberedObject[] = []
  private readonly first: number

  constructor(first: number) {
    this.first = first
  }

  /** The number the next object gets; once all are added, the file's /Size. */
  get next(): number {
    return this.first + this.objects.length
  }

  /** Reserves a number whose object is set later with `set`, so that objects may refer to each other in a circle. */
  reserve(): Ref {
    const number = this.next
    this.objects.push({ number, value: null })
    return ref(number)
  }

  set(target: Ref, value: Indirect): void {
    this.objects[target.ref - this.first]!.value = value
  }

  add(value: Indirect): Ref {
    const target = this.reserve()
    this.objects.at(-1)!.value = value
    return target
  }
}

/** A stream whose /Length is set, first in its dictionary. */
export function stream(entries: Record<string, Value>, data: Uint8Array): Indirect {
  return { dict: new Map<string, Value>([['Length', data.length], ...Object.entries(entries)]), data }
}
