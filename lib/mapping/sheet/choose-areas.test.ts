import { expect, test } from "vitest"
import { areas } from "./arbitrary-table"
import { chooseAreas } from "./choose-areas"

const [connectivity, inclusion] = areas
const choose = (given: [name: string, area: string][], remember: string[] = []) =>
  chooseAreas(
    {
      areaNames: given.map(([name]) => name),
      areas: given.map(([, area]) => area) as never,
      remember,
    },
    { areas },
  )

test("a name goes to the area that was chosen for it, and becomes one of its names where it is kept", () => {
  const chosen = choose(
    [
      ["Space\ndebris", connectivity?.id ?? ""],
      ["Skills", inclusion?.id ?? ""],
      ["Nowhere", ""],
    ],
    ["Space\ndebris", "Nowhere"],
  )
  expect(Object.fromEntries(chosen?.of ?? [])).toEqual({
    "Space\ndebris": connectivity?.id,
    Skills: inclusion?.id,
    Nowhere: "",
  })
  expect(chosen?.aliases).toEqual([{ areaId: connectivity?.id, name: "Space debris" }])
  expect(chosen?.fresh).toEqual([])
})

test("names that differ in case alone are one new area; one of an area that is there is that one", () => {
  const chosen = choose([
    ["Space debris", "new"],
    ["SPACE Debris", "new"],
    ["Universal Access", "new"],
  ])
  const [fresh, ...others] = chosen?.fresh ?? []
  expect(fresh).toMatchObject({ title: "Space debris" })
  expect(others).toEqual([])
  expect([...(chosen?.of.values() ?? [])]).toEqual([fresh?.id, fresh?.id, connectivity?.id])
})

test("rows without an area make no area, and no name", () => {
  const chosen = choose([[" ", "new"]], [" "])
  expect(chosen).toEqual({ of: new Map([[" ", ""]]), fresh: [], aliases: [] })
  expect(choose([["", connectivity?.id ?? ""]], [""])?.aliases).toEqual([])
})

test("an area that is not there any more is none", () => {
  expect(choose([["Space", crypto.randomUUID()]])).toBeNull()
})
