import { useEffect, useState } from "react"
import { LiveWriting } from "./live-writing"

/** What a page knows of the text that is written on it. */
export type LiveGiven = {
  /** Under which name the text is opened, and the form of it that this page knows. */
  name: string
  schema: number
  /** Under which name this device keeps its copy of the text. */
  deviceKey: string
  exchangeHref: string
  locale: string
}

/** The text as it is written on this page, for as long as the page stands. */
export function useLive(given: LiveGiven): LiveWriting | null {
  const { name, schema, deviceKey, exchangeHref, locale } = given
  const [live, setLive] = useState<LiveWriting | null>(null)
  useEffect(() => {
    const { origin } = window.location
    const made = new LiveWriting({ origin, name, schema, deviceKey, exchangeHref, locale })
    setLive(made)
    return () => made.close()
  }, [name, schema, deviceKey, exchangeHref, locale])
  useEffect(() => {
    if (!live) return
    // A line that was cut by a sleep or a change of network is noticed the sooner.
    const hurry = () => live.hurry()
    const note = () => live.noteNetwork()
    window.addEventListener("online", note)
    window.addEventListener("offline", note)
    document.addEventListener("visibilitychange", hurry)
    return () => {
      window.removeEventListener("online", note)
      window.removeEventListener("offline", note)
      document.removeEventListener("visibilitychange", hurry)
    }
  }, [live])
  return live
}
