import { useCallback, useSyncExternalStore } from "react"

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10)
const dayLength = 86_400_000

/** The day in UTC; never one before the day of the request, where the clock of a device is late. */
export function dayFrom(asked: string, at: number): string {
  const here = utcDay(at)
  return here < asked ? asked : here
}

/** Tells when a day begins in UTC, also where a device slept over it. Answers with what ends that. */
export function onNewDay(tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  let known = utcDay(Date.now())
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(look, dayLength - (Date.now() % dayLength))
    const day = utcDay(Date.now())
    if (day === known) return
    known = day
    tell()
  }
  look()
  document.addEventListener("visibilitychange", look)
  return () => {
    clearTimeout(timer)
    document.removeEventListener("visibilitychange", look)
  }
}

/** Today in UTC, for as long as a page stands open. `asked` is the day on which it was asked for. */
export function useToday(asked: string): string {
  const read = useCallback(() => dayFrom(asked, Date.now()), [asked])
  return useSyncExternalStore(onNewDay, read, () => asked)
}
