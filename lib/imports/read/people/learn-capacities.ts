import { isBody } from "./bodies"
import { isRole } from "./entry"
import { isHouse } from "./offices-held"
import type { Who } from "./who"

/** So many of a list belong somewhere that all the others do so as well. */
const FEWEST = 3
/** "Town of Ormsund", "Ministry of Ports". */
const OF_PLACE =
  /^(?:Town|City|Port|Village|County|Parish|State|Republic|Kingdom|Government|Ministry|University|Diocese|Province|Region|Municipality|Borough|Department|Institute|Bank|Friends) of\s\p{Lu}/u

type Listed = { name: string; role: string | null; affiliation: string | null; capacity: string }

/**
 * Remembers what those of a list are and where they belong. In a list of people of many bodies what is
 * said of somebody is one of those: nobody is "Customs" in person.
 */
export function learnCapacities(who: Who, people: readonly Listed[]): void {
  const houses = people.flatMap(({ affiliation }) => affiliation?.split(/,\s/) ?? [])
  const isOne = (house: string) => isBody(house) || isHouse(house) || OF_PLACE.test(house)
  const known = houses.filter(isOne).length
  const ofHouses = known >= FEWEST && known * 2 >= houses.length
  for (const { name, role, capacity } of people) who.holds(name, ofHouses ? role : capacity)
  for (const house of houses)
    if (ofHouses || (isOne(house) && !isRole(house))) who.bodies.add(house)
}
