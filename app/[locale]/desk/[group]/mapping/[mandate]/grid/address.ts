/** What a change makes of the query of an address: "" or `?kind=dc`. */
export type QueryChange = (search: string) => string

/** How long the address waits for more to be typed, and for a browser that had enough, in milliseconds. */
export const waits = { typed: 250, refused: 10_000 }

type Page = {
  location: Pick<Location, "pathname" | "search" | "hash">
  history: Pick<History, "replaceState">
}

/**
 * Keeps the address to what is shown. Browsers let a page change it only so often, and some throw beyond
 * that: what they refuse is tried again later, and never disturbs the page.
 */
export function addressOf(page: Page) {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last: QueryChange | null = null
  const path = page.location.pathname

  const put = () => {
    clearTimeout(waiting)
    const change = last
    // Somebody may have gone to another page meanwhile.
    if (!change || page.location.pathname !== path) return
    const { search, hash } = page.location
    const query = change(search)
    try {
      if (query !== search) page.history.replaceState(null, "", path + query + hash)
      last = null
    } catch {
      waiting = setTimeout(put, waits.refused)
    }
  }
  return {
    /** At once; what was typed before it counts as overtaken. */
    now(change: QueryChange): void {
      last = change
      put()
    },
    /** Once nothing else is typed for a moment. */
    soon(change: QueryChange): void {
      last = change
      clearTimeout(waiting)
      waiting = setTimeout(put, waits.typed)
    },
    /** The page is left: nothing is written any more. */
    leave(): void {
      clearTimeout(waiting)
      last = null
    },
  }
}

export type Address = ReturnType<typeof addressOf>
