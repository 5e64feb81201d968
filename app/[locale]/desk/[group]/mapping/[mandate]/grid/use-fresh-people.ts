import { useEffect, useState } from "react"
import { z } from "zod"
import type { CellField } from "@/lib/mapping/model"
import type { MappingStore } from "../live/store"
import { freshPeople } from "./fresh-people"

/** In these somebody is named. */
const naming: readonly CellField[] = ["responsible", "synergies"]

const answered = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), member: z.boolean() })),
})

async function askPeople(base: string) {
  const answer = await fetch(`${base}/table?only=people`, {
    headers: { accept: "application/json" },
  })
  return answer.ok ? answered.parse(await answer.json()).people : null
}

/**
 * Whom a table may name is as it is now when a cell opens in which somebody is named, and when the reader comes
 * back to the page, as with a block to paste.
 */
export function useFreshPeople(store: MappingStore, base: string, field: CellField | undefined) {
  const [refresh] = useState(() =>
    freshPeople(
      () => askPeople(base),
      store.meet,
      () => performance.now(),
    ),
  )
  const isNaming = field !== undefined && naming.includes(field)
  useEffect(() => {
    if (isNaming) void refresh()
  }, [isNaming, refresh])
  useEffect(() => {
    const back = () => void refresh()
    window.addEventListener("focus", back)
    return () => window.removeEventListener("focus", back)
  }, [refresh])
}
