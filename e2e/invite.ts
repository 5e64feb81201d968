import { execFile } from "node:child_process"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { startPortal } from "./support/portal"
import { expect, test } from "./support/test"

const root = fileURLToPath(new URL("..", import.meta.url))
const run = promisify(execFile)

test("the first secretariat of an empty portal comes in by the link that a command prints", async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const portal = await startPortal({ settings: { RAPPORTEUR_SAMPLE: "false" } })
  const invite = (...args: string[]) =>
    run(
      process.execPath,
      ["--import", "tsx", path.join("server", "commands", "invite.ts"), ...args],
      {
        cwd: root,
        env: {
          ...process.env,
          RAPPORTEUR_DATA: portal.dataDir,
          AUTH_URL: portal.origin,
          SMTP_URL: "",
        },
      },
    )
  const { stdout } = await invite("ilse@example.org", "--name", "Ilse Brandvold")
  expect(stdout).toContain("Ilse Brandvold is the secretariat")
  const link = stdout.match(/http\S+/g)?.find((address) => address.includes("token=")) ?? ""

  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole("button", { name: "Sign in now" }).click()
  await expect(page).toHaveURL(/\/desk$/)
  await expect(page.getByText("Ilse Brandvold")).toBeVisible()
  await expect(page.getByRole("link", { name: "New group" })).toBeVisible()
  await context.close()

  const second = await invite("tomas@example.org").catch((error) => error)
  expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining("on the desk") })
  await portal.stop()
})
