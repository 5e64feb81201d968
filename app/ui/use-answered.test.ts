import { readdir, readFile } from "node:fs/promises"
import { expect, test } from "vitest"

const folders = [
  "app/[locale]/desk/[group]/consultations",
  "app/[locale]/desk/[group]/comments",
  "app/[locale]/(by-link)",
]

test("no form beside which somebody may have typed takes the page away when no answer comes", async () => {
  const bare: string[] = []
  for (const folder of folders)
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith(".tsx")) continue
      const text = await readFile(`${folder}/${name}`, "utf8")
      if (text.includes("useActionState")) bare.push(`${folder}/${name}`)
    }
  expect(bare).toEqual([])
})
