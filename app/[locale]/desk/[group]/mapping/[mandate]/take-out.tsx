"use client"

import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { buttonClass } from "@/app/ui/button"
import { countFilters, readView, viewQuery } from "@/lib/mapping/filters"
import type { MappingFormat } from "@/lib/mapping-files/formats"

type Props = { base: string; formats: readonly MappingFormat[] }

/**
 * The table as a file of each format: all of it, or, where the address names filters, what they let through.
 * Without script the list opens by itself and stays open.
 */
export function TakeOut({ base, formats }: Props) {
  const t = useTranslations("mapping.grid.head")
  const asked = useSearchParams()
  const box = useRef<HTMLDetailsElement>(null)
  useClosing(box)
  const { filters } = readView((name) => asked.get(name))
  const isPart = countFilters(filters) > 0
  const shown = isPart ? viewQuery({ filters, by: "area", row: null }) : ""
  return (
    <details className="take-out" ref={box}>
      <summary className={buttonClass({})}>{t("export")}</summary>
      <div className="take-out-files">
        <Files
          name={t(isPart ? "exportShown" : "exportWhole")}
          {...{ base, formats, query: shown }}
        />
        {isPart ? <Files name={t("exportAll")} {...{ base, formats, query: "" }} /> : null}
      </div>
    </details>
  )
}

function Files({ name, base, formats, query }: Props & { name: string; query: string }) {
  const t = useTranslations("mapping.sheets")
  return (
    <section aria-label={name}>
      <p className="strong">{name}</p>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={`${base}/files/${format}${query}`}>{t(`format.${format}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Closes the list when one goes on elsewhere, or presses Escape in it. */
function useClosing(box: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const leave = ({ target }: Event) => {
      const list = box.current
      if (list?.open && target instanceof Node && !list.contains(target)) list.open = false
    }
    const close = (event: KeyboardEvent) => {
      const list = box.current
      if (event.key !== "Escape" || !list?.open || !list.contains(document.activeElement)) return
      list.open = false
      list.querySelector("summary")?.focus()
    }
    document.addEventListener("pointerdown", leave)
    document.addEventListener("focusin", leave)
    document.addEventListener("keydown", close)
    return () => {
      document.removeEventListener("pointerdown", leave)
      document.removeEventListener("focusin", leave)
      document.removeEventListener("keydown", close)
    }
  }, [box])
}
