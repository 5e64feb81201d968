"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"

/** The least time between two announcements, so that a lively thread does not talk over its reader. */
const quiet = 10_000

/** Says to a screen reader how many comments arrived, gathered. */
export function Arrivals({ count }: { count: number }) {
  const t = useTranslations("comments")
  const [said, setSaid] = useState(0)
  const last = useRef(0)
  useEffect(() => {
    if (count <= said) return
    const wait = Math.max(0, last.current + quiet - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setSaid(count)
    }, wait)
    return () => clearTimeout(timer)
  }, [count, said])
  return (
    <p className="vh" role="status">
      {said > 0 ? t("arrived", { count: said }) : ""}
    </p>
  )
}
