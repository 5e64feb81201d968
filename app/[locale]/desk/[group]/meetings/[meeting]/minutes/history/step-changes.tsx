"use client"

import { useTranslations } from "next-intl"
import { useCallback, useEffect, useState } from "react"

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]"
const KEPT = "rapporteur.compare.keys"

/** Leads from change to change: by links, and by N and P for whoever leaves these keys on. */
export function StepChanges({ count }: { count: number }) {
  const t = useTranslations("minutes.compare")
  const [at, setAt] = useState(0)
  const [keys, setKeys] = useState(true)

  useEffect(() => setKeys(localStorage.getItem(KEPT) !== "off"), [])

  const go = useCallback(
    (by: 1 | -1) => {
      const next = at === 0 && by === -1 ? count : ((at - 1 + by + count) % count) + 1
      const target = document.getElementById(`change-${next}`)
      target?.focus({ preventScroll: true })
      target?.scrollIntoView({ block: "center" })
      setAt(next)
    },
    [at, count],
  )

  useEffect(() => {
    if (!keys) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      const key = event.key.toLowerCase()
      if (key === "n") go(1)
      else if (key === "p") go(-1)
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [keys, go])

  // Before script they are links, to the first change and to the last.
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const step = (by: 1 | -1, href: string, words: string) =>
    isAlive ? (
      <button type="button" className="btn small" onClick={() => go(by)}>
        {words}
      </button>
    ) : (
      <a className="btn small" href={href}>
        {words}
      </a>
    )
  return (
    <>
      <label className="check small step-keys needs-script">
        <input
          type="checkbox"
          checked={keys}
          onChange={({ target }) => {
            setKeys(target.checked)
            localStorage.setItem(KEPT, target.checked ? "on" : "off")
          }}
        />
        <span>{t("keys")}</span>
      </label>
      <nav className="step-changes" aria-label={t("steps")}>
        <span role="status">
          {at === 0 ? t("count", { count }) : t("at", { at: String(at), count: String(count) })}
        </span>
        <span className="btns">
          {step(-1, `#change-${count}`, t("previous"))}
          {step(1, "#change-1", t("next"))}
        </span>
      </nav>
    </>
  )
}
