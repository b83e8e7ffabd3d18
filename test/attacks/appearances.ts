/** Attacks on what a signature shows in its box. */
import type { ProblemCode } from '#src/platform/pades/index.ts'
import { type Dict, dict, isDict, type Ref, ref, type Stream, text } from '#src/platform/pdf/objects.ts'
import { type Attack, inside } from './attack.ts'
import { follow, type Parts } from './forge.ts'

const altering = (title: string, code: ProblemCode, alter: (parts: Parts) => void) => inside(title, code, { alter })

const drawing = (change: (appearance: Stream) => Stream) => (parts: Parts) => {
  parts.appearance.value = change(parts.appearance.value)
  parts.objects[2] = parts.appearance
}
const content = (change: (words: string) => string) =>
  drawing(({ dict: entries, data }) => {
    const changed = Buffer.from(change(Buffer.from(data).toString('latin1')), 'latin1')
    return { dict: new Map(entries).set('Length', changed.length), data: changed }
  })

function withFace(entries: Dict, face: Ref): Dict {
  const resources = entries.get('Resources')
  const objects = new Map(isDict(resources) ? (resources.get('XObject') as Dict) : [])
  return new Map(entries).set('Resources', dict({ XObject: objects.set('Face', face) }))
}

/** The face declared for the first side. */
function otherFace({ previous }: Parts): Ref {
  const own = follow(previous, ['AcroForm', 'Fields', 0]).value.get('Chirograph') as Dict
  return ((own.get('Variants') as Dict).get('code') as Dict).get('Face') as Ref
}

export const appearances: Attack[] = [
  altering(
    'changed stamp appearance',
    'appearance_differs',
    content((words) => `1 0 0 rg 0 0 50 50 re f\n${words}`),
  ),
  altering(
    'another time on the stamp than in /M',
    'appearance_differs',
    content((words) => words.replace('/G33 Do', '/G32 Do')),
  ),
  altering(
    'duplicate %%EOF inside a stream',
    'appearance_differs',
    content((words) => `${words}%%EOF\n`),
  ),
  altering(
    'a whole fake update inside a stream',
    'appearance_differs',
    content((words) => `${words}xref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`),
  ),
  altering(
    'appearance larger than its box',
    'appearance_differs',
    drawing((a) => ({ ...a, dict: new Map(a.dict).set('BBox', [0, 0, 600, 800]) })),
  ),
  altering(
    'appearance moved by a matrix',
    'appearance_differs',
    drawing((a) => ({ ...a, dict: new Map(a.dict).set('Matrix', [1, 0, 0, 1, -50, 300]) })),
  ),
  altering('the other side’s face', 'appearance_differs', (parts) =>
    drawing((a) => ({ ...a, dict: withFace(a.dict, otherFace(parts)) }))(parts),
  ),
  altering(
    'appearance kept in an external file',
    'appearance_differs',
    drawing((a) => ({ ...a, dict: new Map(a.dict).set('F', text('file:///x')) })),
  ),
  altering('appearance for more states', 'appearance_not_new', (parts) => {
    const appearance = new Map(parts.field.value.get('AP') as Dict)
    parts.field.value.set('AP', appearance.set('D', appearance.get('N')!))
  }),
  altering('appearance that is an object signed before', 'appearance_not_new', (parts) => {
    parts.field.value.set('AP', dict({ N: ref(1) }))
  }),
]
