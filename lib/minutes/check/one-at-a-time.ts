type Running<T> = { now: Promise<T>; next: Promise<T> | null }

/**
 * Work that many ask for at once: for each name one runs, and one more waits for all who asked
 * meanwhile. Nobody is answered by work that had begun before they asked.
 */
export function oneAtATime<T>(): (name: string, work: () => Promise<T>) => Promise<T> {
  const all = new Map<string, Running<T>>()
  const begin = (name: string, work: () => Promise<T>): Promise<T> => {
    const now = work()
    const held: Running<T> = { now, next: null }
    all.set(name, held)
    const over = () => {
      if (held.next === null && all.get(name) === held) all.delete(name)
    }
    now.then(over, over)
    return now
  }
  return (name, work) => {
    const held = all.get(name)
    if (!held) return begin(name, work)
    held.next ??= held.now.then(
      () => begin(name, work),
      () => begin(name, work),
    )
    return held.next
  }
}
