import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import { isNothing, joinKept, type Kept, leftBy } from "./kept"

interface Cells extends DBSchema {
  /** What waits of one page, under the name of the page; `table` says of which mapping and whose. */
  waiting: { key: string; value: { table: string; kept: Kept }; indexes: { table: string } }
}

const open = () =>
  openDB<Cells>("rapporteur-mapping", 1, {
    upgrade(db) {
      db.createObjectStore("waiting").createIndex("table", "table")
    },
  })

const lockOf = (page: string) => `rapporteur-mapping ${page}`

/**
 * What one page keeps on this device of cells that are not saved: nothing else is ever kept, and it goes
 * as soon as it is saved. Words that wait here alone stay when somebody signs out, as those of minutes do.
 */
export class DeviceCells {
  #next: Kept | null = null
  #writing: Promise<void> | null = null
  #leave = () => {}

  private constructor(
    private readonly db: IDBPDatabase<Cells>,
    private readonly table: string,
    private readonly page: string,
  ) {}

  /**
   * Opens what `page` keeps of a table and takes over what pages left behind that are closed. Rejects
   * where the browser keeps nothing.
   */
  static async open(table: string, page: string): Promise<{ cells: DeviceCells; found: Kept[] }> {
    const cells = new DeviceCells(await open(), table, page)
    await cells.#hold()
    return { cells, found: await cells.#takeOver() }
  }

  /** Keeps what waits now; resolves when the device has it for good, or something newer. */
  keep(kept: Kept): Promise<void> {
    this.#next = kept
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null
    })
    return this.#writing
  }

  close(): void {
    void (this.#writing ?? Promise.resolve()).finally(() => {
      this.db.close()
      this.#leave()
    })
  }

  async #write(): Promise<void> {
    for (let kept = this.#next; kept; kept = this.#next) {
      this.#next = null
      const change = this.db.transaction("waiting", "readwrite", { durability: "strict" })
      if (isNothing(kept)) await change.store.delete(this.page)
      else await change.store.put({ table: this.table, kept }, this.page)
      await change.done
    }
  }

  /** Others see by this that the page is open. */
  async #hold(): Promise<void> {
    if (!navigator.locks) return
    await new Promise<void>((held) => {
      const kept = new Promise<void>((leave) => {
        this.#leave = leave
      })
      void navigator.locks.request(lockOf(this.page), () => {
        held()
        return kept
      })
    })
  }

  async #takeOver(): Promise<Kept[]> {
    const found: Kept[] = []
    for (const key of await this.db.getAllKeysFromIndex("waiting", "table", this.table)) {
      if (key === this.page) {
        const own = await this.db.get("waiting", key)
        if (own) found.push(own.kept)
        continue
      }
      // One that is open keeps its own; without locks it is sent twice, which changes nothing.
      const take = async () => {
        const left = await this.db.get("waiting", key)
        if (!left) return
        const theirs = leftBy(key, left.kept)
        found.push(theirs)
        const change = this.db.transaction("waiting", "readwrite", { durability: "strict" })
        const before = (await change.store.get(this.page))?.kept
        const kept = before ? joinKept(before, theirs) : theirs
        await change.store.put({ table: this.table, kept }, this.page)
        await change.store.delete(key)
        await change.done
      }
      if (!navigator.locks) await take()
      else
        await navigator.locks.request(lockOf(key), { ifAvailable: true }, (lock) =>
          lock ? take() : undefined,
        )
    }
    return found
  }
}
