import path from "node:path"
import { inject } from "vitest"
import { madePrograms } from "@/e2e/support/made-programs"
import { providePrograms } from "@/lib/platform/programs"

// Run before each test file that may start programs of the portal.
providePrograms(madePrograms(path.join(inject("testRun"), "programs")))
