"use client"

import { type ComponentProps, useLayoutEffect, useState, useSyncExternalStore } from "react"

/**
 * A `textarea` in which what was written before its script had loaded stays: React sets one that came
 * with words back to them when it comes to life, as it does with no other field.
 */
export function Area({ id, ...area }: ComponentProps<"textarea"> & { id: string }) {
  const wasThere = useSyncExternalStore(
    never,
    () => false,
    () => true,
  )
  const [early] = useState(() => (wasThere ? areaOf(id)?.value : undefined))
  useLayoutEffect(() => {
    const field = areaOf(id)
    if (field && early !== undefined && field.value !== early) field.value = early
  }, [id, early])
  return <textarea id={id} {...area} />
}

const never = () => () => {}

function areaOf(id: string): HTMLTextAreaElement | null {
  if (typeof document === "undefined") return null
  const field = document.getElementById(id)
  return field instanceof HTMLTextAreaElement ? field : null
}
