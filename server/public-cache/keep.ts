import { LRUCache } from "lru-cache"
import type { PublicAddress } from "./address"
import { type Page, weight } from "./page"

interface Kept {
  page: Page
  group: string | null
}

/** The largest that is kept, in bytes; what is larger is made for everybody who asks. */
const largest = 8 * 1024 * 1024

/**
 * Pages in memory, up to a number of bytes, the least used leaving first. Two readers who miss the
 * same page wait for one. A page that was asked for before a change is never kept after it.
 */
export class Keep {
  readonly #pages: LRUCache<string, Kept>
  readonly #coming = new Map<string, { page: Promise<Page>; group: string | null }>()
  #open = true

  constructor(
    maxBytes: number,
    readonly now: () => number,
  ) {
    this.#pages = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.min(maxBytes, largest),
      sizeCalculation: ({ page }) => weight(page) || 1,
    })
  }

  /** While closed nothing is kept: changes would not be heard. What was kept is dropped. */
  set open(open: boolean) {
    this.#open = open
    this.forget("*")
  }

  /** Drops what shows a group, or everything for `*`; the portal's front page shows every group. */
  forget(change: string): void {
    const touched = (group: string | null) => change === "*" || group === null || group === change
    for (const [path, kept] of this.#pages.entries())
      if (touched(kept.group)) this.#pages.delete(path)
    for (const [path, coming] of this.#coming) if (touched(coming.group)) this.#coming.delete(path)
  }

  /** The page kept under a path, if it is still true. */
  kept(path: string): Page | undefined {
    const page = this.#pages.get(path)?.page
    return page && (page.until === null || this.now() < page.until.getTime()) ? page : undefined
  }

  /** The page at an address, kept or made now. Only a lasting page is kept. */
  async get({ path, group }: PublicAddress, make: () => Promise<Page>): Promise<Page> {
    const kept = this.kept(path)
    if (kept) return kept
    const coming = this.#coming.get(path)
    if (coming) return coming.page
    const own = { page: make(), group }
    this.#coming.set(path, own)
    try {
      const page = await own.page
      // Gone from the list: a change came in while it was made.
      const current = this.#coming.get(path) === own
      if (current && this.#open && page.lasting) this.#pages.set(path, { page, group })
      return page
    } finally {
      if (this.#coming.get(path) === own) this.#coming.delete(path)
    }
  }

  /** How much is kept, for the log and for tests. */
  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#pages.calculatedSize }
  }
}
