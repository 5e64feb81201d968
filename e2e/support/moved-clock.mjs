// Loaded into a portal under test before all else (`node --import`): its clock is the machine's, moved by
// as many milliseconds as a file says. `lib/platform/clock.ts` asks here.

import { readFileSync } from "node:fs"

const file = process.env.MOVED_CLOCK ?? ""

function moved() {
  try {
    return Number(readFileSync(file, "utf8"))
  } catch {
    return 0
  }
}

// What is filled in as of other days sets a clock of its own, and gives this one back.
let set
Object.defineProperty(globalThis, "rapporteurNow", {
  get: () => set ?? (() => new Date(Date.now() + moved())),
  set: (clock) => {
    set = clock
  },
})
