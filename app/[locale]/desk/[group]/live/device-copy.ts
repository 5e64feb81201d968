import * as Y from "yjs"
import { openStore, type Store } from "./device-store"

/** Under this origin a document takes in what its device kept. */
export const deviceOrigin = { from: "this device" }

/** So many changes are folded into one. */
const foldEvery = 300

/** The copy of one document on this device: there before it is anywhere else, and after a reload. */
export class DeviceCopy {
  #since = 0
  private constructor(
    private readonly db: Store,
    private readonly key: string,
  ) {}

  /**
   * Opens the copy under `key` and puts what it holds into `doc`; resolves to the copy, whether there is
   * a text now, and whether some of it was nowhere else. Rejects where the browser keeps nothing.
   */
  static async open(
    key: string,
    doc: Y.Doc,
  ): Promise<{ copy: DeviceCopy; found: boolean; waits: boolean }> {
    const copy = new DeviceCopy(await openStore(), key)
    const waits = (await copy.db.get("waiting", key)) === true
    const state = await copy.#fold()
    if (state) Y.applyUpdate(doc, state, deviceOrigin)
    // A visit that ended before the text had come leaves a copy of nothing.
    return { copy, found: doc.store.clients.size > 0, waits }
  }

  /** Keeps a change; resolves when the device has it for good. */
  async put(bytes: Uint8Array): Promise<void> {
    const change = this.db.transaction("changes", "readwrite", { durability: "strict" })
    await change.store.add({ document: this.key, bytes })
    await change.done
    if (++this.#since >= foldEvery) {
      this.#since = 0
      await this.#fold()
    }
  }

  /** Notes whether anything waits here that is nowhere else. */
  async note(isWaiting: boolean): Promise<void> {
    if (isWaiting) await this.db.put("waiting", true, this.key)
    else await this.db.delete("waiting", this.key)
  }

  /** Takes the copy off this device, and with it all that is nowhere else. */
  async forget(): Promise<void> {
    const change = this.db.transaction(["changes", "waiting"], "readwrite")
    const changes = change.objectStore("changes")
    const keys = await changes.index("document").getAllKeys(this.key)
    await Promise.all(keys.map((key) => changes.delete(key)))
    await change.objectStore("waiting").delete(this.key)
    await change.done
  }

  close(): void {
    this.db.close()
  }

  /** Folds all changes into one, in one transaction; null when there are none. */
  async #fold(): Promise<Uint8Array | null> {
    const change = this.db.transaction("changes", "readwrite")
    const index = change.store.index("document")
    const [keys, all] = await Promise.all([index.getAllKeys(this.key), index.getAll(this.key)])
    if (all.length === 0) return null
    const bytes = Y.mergeUpdates(all.map((kept) => kept.bytes))
    if (all.length > 1) {
      await change.store.add({ document: this.key, bytes })
      await Promise.all(keys.map((key) => change.store.delete(key)))
    }
    await change.done
    return bytes
  }
}
