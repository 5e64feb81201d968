"use client"

import { useEffect, useSyncExternalStore } from "react"
import { Icon, type IconName } from "@/app/ui/icons"

/** A part of the page: the id of its pane, and what the bar shows for it. */
export type ThumbPart = { id: string; icon: IconName; label: string }

const onHash = (heard: () => void) => {
  window.addEventListener("hashchange", heard)
  return () => window.removeEventListener("hashchange", heard)
}

/**
 * The parts of the page on a phone, the text first: each a sheet from below that its address opens,
 * without script too.
 */
export function ThumbBar({ label, parts }: { label: string; parts: readonly ThumbPart[] }) {
  const hash = useSyncExternalStore(
    onHash,
    () => window.location.hash.slice(1),
    () => "",
  )
  // The editor took the place of the text that came with the page, and with it of the sheet that was
  // its target: the address is gone to once more.
  const ids = parts.map(({ id }) => id).join()
  useEffect(() => {
    const { hash: asked } = window.location
    if (ids.split(",").some((id) => `#${id}` === asked)) window.location.replace(asked)
  }, [ids])
  const here = parts.some(({ id }) => id === hash) ? hash : parts[0]?.id
  return (
    <nav aria-label={label}>
      <ul className="thumb">
        {parts.map(({ id, icon, label: shown }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === here ? "true" : undefined}>
              <Icon name={icon} />
              {shown}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
