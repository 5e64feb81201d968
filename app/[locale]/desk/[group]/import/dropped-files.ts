export type Chosen = { name: string; file: File }

/** Files that systems put into folders for themselves. */
const hidden = /^\.|^(Thumbs\.db|desktop\.ini|__MACOSX)$/i

/** The files of a field, under the names that they have below a chosen folder. */
export function chosenIn(list: FileList | null): Chosen[] {
  return [...(list ?? [])].flatMap((file) => {
    const name = file.webkitRelativePath || file.name
    const inFolder = name.split("/").slice(1)
    return inFolder.some((part) => hidden.test(part)) ? [] : [{ name, file }]
  })
}

/** What was dropped: files, and all that is in folders, in the order of their names. */
export async function droppedIn(data: DataTransfer): Promise<Chosen[]> {
  // Entries and files must be taken at once: the list is emptied when the event is over.
  const dropped = [...data.items].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }))
  const found: Chosen[] = []
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) await walk(entry as FileSystemDirectoryEntry, "", found)
    else if (file) found.push({ name: file.name, file })
  }
  return found
}

async function walk(
  folder: FileSystemDirectoryEntry,
  above: string,
  found: Chosen[],
): Promise<void> {
  const path = `${above}${folder.name}/`
  const entries = (await entriesOf(folder)).filter(({ name }) => !hidden.test(name))
  entries.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))
  for (const entry of entries) {
    if (entry.isDirectory) await walk(entry as FileSystemDirectoryEntry, path, found)
    else {
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject),
      )
      found.push({ name: path + file.name, file })
    }
  }
}

/** A folder gives its entries a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
