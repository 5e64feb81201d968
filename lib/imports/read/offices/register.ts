import type { Found } from "@/lib/check/model"
import { HONORIFIC } from "@/lib/check/names"
import { squeezed } from "@/lib/check/words"
import type { ReadParticipant } from "../model"
import type { Locator } from "../text/source"
import type { Office } from "./office-label"
import type { Offices } from "./who-held"

/** Who holds which office, as far as a report has been read; each of them once. */
export class Register {
  readonly offices: Offices = {
    hosts: [],
    moderators: [],
    scribes: [],
    aliases: [],
    held: [],
    chair: null,
    beside: [],
  }

  constructor(
    readonly listed: readonly ReadParticipant[],
    readonly locate: Locator,
  ) {}

  /** Nobody is known yet to hold an office. */
  lacks(office: Office): boolean {
    return this.offices[office].length === 0
  }

  add(office: Office, found: Found<string>): void {
    // "Hon." alone is what was left of somebody's name.
    if (!found.value.includes(" ") && HONORIFIC.test(`${found.value} Ana`)) return
    const own = this.offices[office]
    if (!own.some(({ value }) => squeezed(value) === squeezed(found.value))) own.push(found)
  }
}
