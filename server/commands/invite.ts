import { parseArgs } from "node:util"
import { inviteFirstInput } from "@/lib/accounts/input"
import { type FirstInvitation, inviteFirst } from "@/lib/accounts/invite-first"
import { EnvError, env } from "@/lib/platform/env"
import { Refusal } from "@/lib/platform/errors"
import { linkMinutes } from "@/lib/platform/session-link"
import { closeMail } from "@/lib/reactions/hand-over"
import { sendNow } from "@/lib/reactions/send-now"
import { withDatabase } from "./with-database"

const usage = `npm run invite -- MAIL [--name NAME]
  Makes the first secretariat account of an empty portal, and its link to sign in.
`

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Resolves to the exit status: 0 done, 1 refused or not mailed, 2 not understood. */
async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === "help") say(usage)
  if (asked === "help") return 0
  if (!asked) {
    complain(`A mail address is needed, and nothing else but a name.\n\n${usage}`)
    return 2
  }
  return withDatabase(async () => {
    const invitation = await inviteFirst({ kind: "system", command: "invite" }, asked)
    say(`${invitation.name} is the secretariat of ${env().origin}.`)
    return (await mailed(invitation, asked.email)) ? 0 : 1
  })
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: { type: "string" }, help: { type: "boolean", short: "h" } },
    })
    if (values.help) return "help"
    const [email, ...rest] = positionals
    const parsed = inviteFirstInput.safeParse({ email, name: values.name })
    return parsed.success && rest.length === 0 ? parsed.data : null
  } catch {
    return null
  }
}

/** Sends the link, or prints it where no mail server is set or the mail did not go. */
async function mailed({ link, mailId }: FirstInvitation, email: string): Promise<boolean> {
  const refused = mailId === null ? null : await sendNow(mailId)
  closeMail()
  if (mailId !== null && refused === null) {
    say(`A link to sign in went to ${email}; it works once, for ${linkMinutes} minutes.`)
    return true
  }
  if (refused !== null) complain(`The mail did not go: ${refused}`)
  say(`Sign in once, within ${linkMinutes} minutes, while the portal runs:\n\n  ${link}\n`)
  return refused === null
}

function explain(error: unknown): string {
  if (error instanceof EnvError) return `Nothing was done:\n${error.message.replace(/^/gm, "  ")}`
  if (error instanceof Refusal && error.key === "accounts.secretariatStands")
    return "This portal has a secretariat already. It invites others on the desk, under People."
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    complain(explain(error))
    process.exitCode = 1
  },
)
