import { type DBSchema, openDB } from "idb"

interface Kept extends DBSchema {
  /** Changes of documents, in the order in which they were put. */
  changes: {
    key: number
    value: { document: string; bytes: Uint8Array }
    indexes: { document: string }
  }
  /** Documents of which something waits here that is nowhere else. */
  waiting: { key: string; value: true }
}

/** Opens what this browser keeps of documents. Rejects where it keeps nothing. */
export const openStore = () =>
  openDB<Kept>("rapporteur-minutes", 1, {
    upgrade(db) {
      const changes = db.createObjectStore("changes", { autoIncrement: true })
      changes.createIndex("document", "document")
      db.createObjectStore("waiting")
    },
  })

export type Store = Awaited<ReturnType<typeof openStore>>

/** Takes all copies off this device but those of which something waits: who signs out leaves no drafts. */
export async function forgetCopies(): Promise<void> {
  const store = await openStore()
  try {
    const change = store.transaction(["changes", "waiting"], "readwrite")
    const waiting = new Set(await change.objectStore("waiting").getAllKeys())
    const changes = change.objectStore("changes")
    for (let at = await changes.openCursor(); at; at = await at.continue()) {
      if (!waiting.has(at.value.document)) await at.delete()
    }
    await change.done
  } finally {
    store.close()
  }
}
