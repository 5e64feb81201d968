import { useRouter } from "next/navigation"
import { useDeferredValue, useEffect, useRef } from "react"
import type { Table } from "@/lib/mapping/queries"
import { choicesOf, type FilterChoices } from "../filter-choices"
import type { MappingStore } from "../live/store"
import { changesHead } from "./said-of-others"

/** The address waits so long for the row to stay, in milliseconds: browsers let it change only so often. */
const pause = 200

/** Tells which row stands beside the table, or null for none, whenever it is another than `said`. */
export function useNamedRow(
  beside: number | null,
  said: number | null,
  tell: (number: number | null) => void,
): void {
  const now = useRef(tell)
  useEffect(() => {
    now.current = tell
  })
  useEffect(() => {
    if (beside === said) return
    const timer = setTimeout(() => now.current(beside), pause)
    return () => clearTimeout(timer)
  }, [beside, said])
}

/** Offers what can be filtered by, from the table as it stands now; `chosen` is whose rows are shown. */
export function useOffered(
  table: Table,
  chosen: string | null,
  offer: (choices: FilterChoices) => void,
): void {
  const seen = useDeferredValue(table)
  useEffect(() => offer(choicesOf(seen, chosen)), [seen, chosen, offer])
}

/** Reads what stands above the table anew where somebody changed it; the grid keeps all that it holds. */
export function useRenewedHead(store: MappingStore): void {
  const { refresh } = useRouter()
  useEffect(
    () =>
      store.others((news) => {
        if (changesHead(news)) refresh()
      }),
    [store, refresh],
  )
}
