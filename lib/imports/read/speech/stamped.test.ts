import { expect, test } from "vitest"
import { readReport } from "../report"

test("who typed a line of a bot's summary said it, but for what all agreed on", () => {
  const { mentions } = readReport(
    `Quay team, weekly meeting, 2023-11-08, 18:00 UTC

Meeting started by ana at 18:00 UTC.

Meeting summary
---------------

* Lamps  (ana, 18:00:21)
  * two lamps are dim  (ben, 18:00:40)
  * AGREED: they are replaced  (cem, 18:01:40)
  * ACTION: ben to buy them  (cem, 18:02:40)

* Boats  (ana, 18:04:10)
  * the boat is late  (ana, 18:05:33)

* Any other business  (ana, 18:06:10)
  * nothing  (ana, 18:06:33)

Meeting ended at 18:07 UTC.

People present
* ana = Ana Lind
* ben = Ben Okoro
* cem = Cem Arslan
`,
    "bot.txt",
  )
  expect(mentions.map(({ name }) => name)).toEqual(["Ben Okoro", "Ana Lind"])
})
