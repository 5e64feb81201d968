"use client"

import { useTranslations } from "next-intl"
import { useEffect, useSyncExternalStore } from "react"
import { Icon } from "@/app/ui/icons"
import { useRoomInHand } from "./room-context"

const onHash = (heard: () => void) => {
  window.addEventListener("hashchange", heard)
  return () => window.removeEventListener("hashchange", heard)
}

const parts = [
  ["minutes-view", "minutes", "text"],
  ["agenda", "agenda", "clock"],
  ["room", "room", "people"],
  ["check", "check", "ok"],
  ["comments", "comments", "comment"],
] as const

/** The parts of the page on a phone: each a sheet from below that its address opens, without script too. */
export function ThumbBar({
  toSettle,
  openThreads,
}: {
  toSettle: number | null
  openThreads: number
}) {
  const t = useTranslations("minutes.room.thumb")
  const hash = useSyncExternalStore(
    onHash,
    () => window.location.hash.slice(1),
    () => "",
  )
  // The editor took the place of the text that came with the page, and with it of the sheet that was
  // its target: the address is gone to once more.
  useEffect(() => {
    const { hash: asked } = window.location
    if (parts.some(([id]) => `#${id}` === asked)) window.location.replace(asked)
  }, [])
  const present = useRoomInHand()?.room.seats.filter(({ kind }) => kind === "present").length ?? 0
  const here = parts.some(([id]) => id === hash) ? hash : "minutes-view"
  return (
    <ul className="thumb">
      {parts.map(([id, key, icon]) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === here ? "true" : undefined}>
            <Icon name={icon} />
            {key === "room"
              ? t(key, { present })
              : key === "check"
                ? t(key, { count: toSettle ?? 0 })
                : key === "comments"
                  ? t(key, { count: openThreads })
                  : t(key)}
          </a>
        </li>
      ))}
    </ul>
  )
}
