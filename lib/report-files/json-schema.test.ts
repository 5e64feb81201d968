import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { exampleReport } from "@/lib/reports/example"
import { schemaPath } from "./formats"
import { reportSchema } from "./json-schema"

test("the served description is the one of the form that is written", async () => {
  const served = JSON.parse(await readFile(`public${schemaPath}`, "utf8"))
  expect(served).toEqual(JSON.parse(JSON.stringify(reportSchema())))
})

test("the description names everything that a record holds", async () => {
  const { properties } = JSON.parse(JSON.stringify(reportSchema()))
  for (const field of Object.keys(exampleReport()))
    expect(Object.keys(properties.record.properties)).toContain(field)
  expect(properties.record.required).toEqual(expect.arrayContaining(["names", "desk", "sections"]))
})
