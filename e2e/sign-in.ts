import { expectAccessible } from "./support/accessible"
import { linkIn } from "./support/mailbox"
import { expect, test } from "./support/test"

const coChair = "ines@example.org"

test("signs in by a mailed link, which a mail scanner cannot spend", async ({
  page,
  request,
  mailbox,
}) => {
  await page.goto("/sign-in?next=/desk/sessions")
  await expectAccessible(page)
  await page.getByLabel("Mail address").fill(coChair.toUpperCase())
  await page.getByRole("button", { name: "Send the link" }).click()
  await expect(page.getByText("Look in your mail")).toBeVisible()
  const link = linkIn(await mailbox.take(coChair))

  // A scanner follows whatever it finds, the library's own address among it.
  const token = new URL(link).searchParams.get("token") ?? ""
  for (const address of [link, `/api/auth/callback/email?email=${coChair}&token=${token}`]) {
    const scanned = await request.get(address)
    expect(scanned.ok()).toBe(true)
    expect(scanned.url()).toContain("/sign-in/confirm")
  }
  expect((await request.storageState()).cookies).toEqual([])

  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Sign in now" }).click()
  await expect(page).toHaveURL(/\/desk\/sessions$/)
  await expect(page.getByRole("cell", { name: /this one/ })).toBeVisible()
  await expectAccessible(page)

  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" })

  // The link is spent.
  await page.goto(link)
  await page.getByRole("button", { name: "Sign in now" }).click()
  await expect(page.getByText("The link did not sign you in")).toBeVisible()

  await page.goto("/desk")
  await page.getByRole("button", { name: "Sign out" }).click()
  await expect(page).toHaveURL("/")
  await page.goto("/desk")
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdesk$/)
})

test("says the same for an unknown address, and mails nothing", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByLabel("Mail address").fill("nobody@example.org")
  await page.getByRole("button", { name: "Send the link" }).click()
  await expect(page.getByText("Look in your mail")).toBeVisible()
})

test.describe("before script has loaded", () => {
  test.use({ javaScriptEnabled: false })

  test("the sign-in form works, and says what is wrong beside the field", async ({
    page,
    mailbox,
  }) => {
    await page.goto("/fr/sign-in")
    await page.getByLabel("Adresse de courriel").fill("pas une adresse")
    await page.getByRole("button", { name: "Envoyer le lien" }).click()
    const field = page.getByLabel("Adresse de courriel")
    await expect(field).toHaveAttribute("aria-invalid", "true")
    await expect(field).toHaveValue("pas une adresse")
    await field.fill(coChair)
    await page.getByRole("button", { name: "Envoyer le lien" }).click()
    const mail = await mailbox.take(coChair)
    expect(mail.subject).toBe("Votre lien de connexion")
    await page.goto(linkIn(mail))
    await page.getByRole("button", { name: "Se connecter maintenant" }).click()
    await expect(page).toHaveURL(/\/fr\/desk$/)
  })
})

test("a form that another site sends is refused", async ({ request }) => {
  const answer = await request.post("/sign-in", {
    headers: { origin: "https://elsewhere.example.org" },
    form: { email: coChair },
  })
  expect(answer.status()).toBe(403)
})
