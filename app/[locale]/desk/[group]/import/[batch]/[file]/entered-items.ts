/** What was typed in a form, by the names of its fields. */
export type Entered = Readonly<Record<string, string>>

/** An item of the agenda as a form sent it. */
export type SentItem = {
  id: string
  /** Its place among the fields, `agenda.3`. */
  at: number
  /** Whether text stood below it: only the empty item in which another can be written has none. */
  hasText: boolean
  isRemoved: boolean
}

/** The items that a form sent: they are told apart by their ids, for others may have moved them meanwhile. */
export function itemsSent(entered: Entered | undefined): SentItem[] {
  return Object.entries(entered ?? {}).flatMap(([name, id]) => {
    const [first, at = "", last] = name.split(".")
    if (first !== "agenda" || last !== "id") return []
    return {
      ...{ id, at: Number(at) },
      hasText: entered?.[`sections.${id}`] !== undefined,
      isRemoved: entered?.[`agenda.${at}.remove`] !== undefined,
    }
  })
}
