/**
 * Makes what stands on the page like what was fetched, changing only what differs: fields keep what was typed,
 * the focus stays, open dialogs stay open. Nodes an island added itself carry `data-island` and are left alone.
 */

/** Attributes the reader or an island changes; a renewal must not undo that. */
const kept = new Set(['open', 'aria-busy', 'renewed', 'style'])

function isOwn(node: Node): boolean {
  return node instanceof Element && node.hasAttribute('data-island')
}

/** The same part of the page in two states: the first class names the part, the others its state. */
function alike(old: Node, fresh: Node): boolean {
  if (old.nodeName !== fresh.nodeName) return false
  if (!(old instanceof Element && fresh instanceof Element)) return true
  return old.id === fresh.id && old.classList[0] === fresh.classList[0]
}

function morphAttributes(old: Element, fresh: Element): void {
  for (const name of old.getAttributeNames())
    if (!kept.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const name of fresh.getAttributeNames()) {
    const value = fresh.getAttribute(name) ?? ''
    if (!kept.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
}

function morphNode(old: Node, fresh: Node): void {
  if (!(old instanceof Element && fresh instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue
    return
  }
  morphAttributes(old, fresh)
  // A text area's children are only its first text; what stands in it now belongs to the reader.
  if (!(old instanceof HTMLTextAreaElement) || old.value === old.defaultValue) morphChildren(old, fresh)
}

/** Where in `old`, from a place on, the part stands that `fresh` renews; -1 if nowhere. Text is only compared with what stands right there. */
function counterpart(old: Node[], from: number, fresh: Node): number {
  const here = old[from]
  if (!(fresh instanceof Element)) return here && alike(here, fresh) ? from : -1
  return old.findIndex((node, at) => at >= from && alike(node, fresh))
}

/** Makes the children of one element like those of another; the other is used up. */
export function morphChildren(parent: Node, fresh: Node): void {
  const old = [...parent.childNodes].filter((node) => !isOwn(node))
  let at = 0
  for (const node of [...fresh.childNodes]) {
    const found = counterpart(old, at, node)
    if (found === -1) parent.insertBefore(node, old[at] ?? [...parent.childNodes].find(isOwn) ?? null)
    else {
      for (const gone of old.slice(at, found)) parent.removeChild(gone)
      morphNode(old[found]!, node)
      at = found + 1
    }
  }
  for (const gone of old.slice(at)) parent.removeChild(gone)
}
