import { test as base, expect } from "@playwright/test"
import { ConsoleWatch } from "./console-watch"
import { farHour } from "./hours"
import { Mailbox } from "./mailbox"
import { freePort, type Portal, startPortal } from "./portal"
import { unpublish } from "./unpublish"

type ForJourney = {
  /** What pages complained of; `allow` names what is meant to happen. */
  consoleWatch: ConsoleWatch
  /** The mail server. Mail that a journey leaves in it fails the journey. */
  mailbox: Mailbox
  /** Moves the clock of the portal until the journey ends. */
  moveClock: Portal["moveClock"]
}
type ForRun = {
  /** Whether the sample's reports are taken back, because a journey writes in their minutes. */
  unpublished: boolean
  portal: Portal
  /** `isCutShort`: a journey failed, and what it set going may still send mail. */
  mailServer: { mailbox: Mailbox; address: string; isCutShort: boolean }
  /** Where the portal takes mailed answers in. */
  inboundPort: number
}

/** A journey: a real portal, a real mail server, a real browser that may not complain. */
export const test = base.extend<ForJourney & { outputOnFailure: undefined }, ForRun>({
  mailServer: [
    async ({ browserName: _ }, use) => {
      const mailbox = new Mailbox()
      const address = await mailbox.open()
      await use({ mailbox, address, isCutShort: false })
      await mailbox.close()
    },
    { scope: "worker" },
  ],
  inboundPort: [async ({ browserName: _ }, use) => use(await freePort()), { scope: "worker" }],
  unpublished: [false, { option: true, scope: "worker" }],
  portal: [
    async ({ mailServer, inboundPort, unpublished }, use) => {
      const portal = await startPortal({
        isClockMoved: true,
        settings: {
          SMTP_URL: mailServer.address,
          RAPPORTEUR_INBOUND_PORT: String(inboundPort),
          RAPPORTEUR_INBOUND_DOMAIN: "reply.example.org",
          RAPPORTEUR_DIGEST_HOUR: farHour(),
          // One network and a handful of people sign in all day here.
          RAPPORTEUR_LINKS_PER_ADDRESS: "1000",
          RAPPORTEUR_LINKS_PER_NETWORK: "10000",
        },
      })
      if (unpublished) await unpublish(portal)
      await use(portal)
      await portal.stop()
      const late = mailServer.isCutShort ? [] : mailServer.mailbox.takeRest()
      expect(late, "mail that came after the last journey").toEqual([])
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.origin),
  mailbox: [
    async ({ mailServer }, use) => {
      await use(mailServer.mailbox)
      const left = mailServer.mailbox.takeRest()
      const unasked = left.map(({ to, subject }) => `“${subject}” to ${to.join(", ")}`)
      expect.soft(unasked, "mail that nobody asked for").toEqual([])
    },
    { auto: true },
  ],
  moveClock: async ({ portal }, use) => {
    await use(portal.moveClock)
    await portal.moveClock(null)
  },
  consoleWatch: [
    async ({ browser, context }, use) => {
      const watch = new ConsoleWatch()
      watch.follow(context)
      const stop = watch.followNew(browser)
      await use(watch)
      stop()
      expect.soft(watch.unexpected(), "complaints in the browser’s console").toEqual([])
    },
    { auto: true },
  ],
  outputOnFailure: [
    async ({ portal, mailServer }, use, info) => {
      await use(undefined)
      if (info.status === info.expectedStatus) return
      mailServer.isCutShort = true
      await info.attach("portal", { body: portal.output(), contentType: "text/plain" })
    },
    { auto: true },
  ],
})

export { expect }
