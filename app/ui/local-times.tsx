"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useEffect } from "react"

/**
 * Adds the reader's own time behind every `DateTime` of a desk page, once the page is alive and
 * again after each change of address. Before script the times stand in UTC alone.
 */
export function LocalTimes() {
  const place = `${usePathname()}?${useSearchParams()}`
  useEffect(() => {
    if (!place) return
    const script = document.createElement("script")
    script.src = "/static/local-time.js"
    script.addEventListener("load", () => script.remove())
    document.body.append(script)
  }, [place])
  return null
}
