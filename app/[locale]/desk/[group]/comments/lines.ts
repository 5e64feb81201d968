"use client"

type Ear = (said: string) => void
type Line = { ears: Set<Ear>; end: () => void }

/** The lines that are open, by their address: a browser has only a few connections to a server. */
const lines = new Map<string, Line>()

/**
 * Calls `ear` with each message of the events at an address; all who follow the same one share its line.
 * A page that nobody looks at holds none. Returns what ends it.
 */
export function followLine(address: string, ear: Ear): () => void {
  const line = lines.get(address) ?? open(address)
  lines.set(address, line)
  line.ears.add(ear)
  return () => {
    line.ears.delete(ear)
    if (line.ears.size > 0) return
    line.end()
    if (lines.get(address) === line) lines.delete(address)
  }
}

function open(address: string): Line {
  const ears = new Set<Ear>()
  let source: EventSource | null = null
  const follow = () => {
    const isSeen = document.visibilityState === "visible"
    if (isSeen && !source) {
      source = new EventSource(address)
      source.onmessage = ({ data }) => {
        for (const ear of [...ears]) ear(String(data))
      }
    } else if (!isSeen) {
      source?.close()
      source = null
    }
  }
  follow()
  document.addEventListener("visibilitychange", follow)
  const end = () => {
    document.removeEventListener("visibilitychange", follow)
    source?.close()
  }
  return { ears, end }
}
