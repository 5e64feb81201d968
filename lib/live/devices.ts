type Writing = { clientId: number; personId: string }
type Lines = Map<object, Writing>

// The line and the requests of one process meet here, although Next bundles its own copy of this file.
const shared = globalThis as { rapporteurDevices?: Map<string, Lines> }

function open(): Map<string, Lines> {
  shared.rapporteurDevices ??= new Map()
  return shared.rapporteurDevices
}

/** Somebody writes on a device over `line` from now on. */
export function addDevice(textId: string, line: object, writing: Writing): void {
  const lines = open().get(textId) ?? new Map()
  open().set(textId, lines.set(line, writing))
}

/** The line is closed. */
export function removeDevice(textId: string, line: object): void {
  const lines = open().get(textId)
  if (lines?.delete(line) && lines.size === 0) open().delete(textId)
}

/** The numbers of the devices with which others than `personId` write in the same text at this moment. */
export function devicesOfOthers(textId: string, personId: string | null): Set<number> {
  const lines = [...(open().get(textId)?.values() ?? [])]
  return new Set(lines.filter((line) => line.personId !== personId).map(({ clientId }) => clientId))
}
