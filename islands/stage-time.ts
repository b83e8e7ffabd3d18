/** What time it is on the server, as well as this page can know: halls' computers are often minutes off. */

/** Milliseconds to add to this computer's clock. */
let offset: number | undefined

/** A time the server named arrives late, never early: the largest difference heard is the nearest to the truth. */
export function learnTime(serverMilliseconds: number): void {
  const difference = serverMilliseconds - Date.now()
  if (Number.isFinite(difference) && (offset === undefined || difference > offset)) offset = difference
}

export function serverNow(): number {
  return Date.now() + (offset ?? 0)
}

const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

/** Calls back a few times a second while the page is seen. @returns what ends it */
export function everyTick(tick: () => void): () => void {
  listeners.add(tick)
  ticking ??= setInterval(() => {
    if (document.visibilityState === 'visible') for (const listener of listeners) listener()
  }, 250)
  return () => {
    listeners.delete(tick)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}
