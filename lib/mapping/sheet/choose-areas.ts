import type { z } from "zod"
import type { Transaction } from "@/db/client"
import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { checkNames } from "../areas/area-names"
import { areasOf } from "../areas/hold-area"
import { insertArea, renameArea } from "../areas/write-area"
import type { HeldMapping } from "../hold"
import { name } from "../lines"
import { type Area, mappingLimits } from "../model"
import type { bringSheetInInput } from "./input"
import { areaCalled } from "./lines"
import type { Standing } from "./model"

/** What is to become of names that the mapping does not have. */
export type ChosenAreas = {
  /** For each name, as cells say it, the area of its rows; "" for none. */
  of: ReadonlyMap<string, string>
  /** Areas that are not there yet. */
  fresh: readonly Area[]
  /** Names that areas get beside their own. */
  aliases: readonly { areaId: string; name: string }[]
}

type Asked = Pick<z.output<typeof bringSheetInInput>, "areas" | "areaNames" | "remember">

/** A name within a line, as areas have them. */
const inLine = (said: string) => said.replace(/\s+/g, " ").trim()

/**
 * Where rows of unknown areas belong. Names that differ in their case or signs alone are one new area. Null where
 * somebody chose an area that is not there any more.
 */
export function chooseAreas(
  { areas, areaNames, remember }: Asked,
  standing: Pick<Standing, "areas">,
): ChosenAreas | null {
  const of = new Map<string, string>()
  const fresh: Area[] = []
  const aliases: { areaId: string; name: string }[] = []
  for (const [at, said] of areaNames.entries()) {
    const wanted = areas[at] ?? ""
    const title = inLine(said)
    if (wanted === "new") of.set(said, title === "" ? "" : newArea(title, fresh, standing))
    else {
      if (wanted !== "" && standing.areas.every(({ id }) => id !== wanted)) return null
      of.set(said, wanted)
      if (wanted !== "" && title !== "" && remember.includes(said))
        aliases.push({ areaId: wanted, name: title })
    }
  }
  return { of, fresh, aliases }
}

function newArea(title: string, fresh: Area[], { areas }: Pick<Standing, "areas">): string {
  const known = areaCalled(title, [...areas, ...fresh])
  if (known) return known.id
  const id = crypto.randomUUID()
  const more = { slug: "", aliases: [], position: 0, crossCutting: false, revision: 1 }
  fresh.push({ id, title, ...more })
  return id
}

/**
 * Step: adds the new areas to which `rows` go, and keeps names as other names of areas. Refuses what is no name,
 * and one that another area has. Does not authorize.
 */
export async function writeAreas(
  tx: Transaction,
  held: HeldMapping,
  actor: Actor,
  { fresh, aliases, rows }: Omit<ChosenAreas, "of"> & { rows: readonly { areaId: string }[] },
): Promise<void> {
  const wanted = fresh.filter(({ id }) => rows.some(({ areaId }) => areaId === id))
  for (const one of [...wanted.map(({ title }) => title), ...aliases.map((each) => each.name)])
    if (!name.safeParse(one).success)
      throw new Refusal("invalid", "mapping.noAreaName", { name: one.slice(0, 80) })
  const by = { actor, way: "import" as const }
  for (const { id, title } of wanted)
    await insertArea(tx, held, { ...by, id, title, aliases: [], areas: await areasOf(tx, held.id) })
  for (const areaId of new Set(aliases.map((each) => each.areaId))) {
    const all = await areasOf(tx, held.id)
    const area = all.find(({ id }) => id === areaId)
    if (!area) continue
    const more = aliases.filter((each) => each.areaId === areaId).map((each) => each.name)
    const names = checkNames(
      { title: area.title, aliases: [...area.aliases, ...more] },
      all.filter(({ id }) => id !== areaId),
    )
    if (names.length > mappingLimits.aliases)
      throw new Refusal("conflict", "mapping.tooManyAliases")
    if (names.length > area.aliases.length)
      await renameArea(tx, held, { ...by, area, title: area.title, aliases: names })
  }
}
