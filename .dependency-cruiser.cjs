// Who may import whom: app → lib → db, with server as the front door.
// What needs to look inside a file (verbs, browser code) is checked beside this, in .ci/checks.

const swc = require("@swc/core")
const parseFile = swc.parseFileSync
// dependency-cruiser does not tell swc which files hold JSX.
swc.parseFileSync = (file, options) => parseFile(file, { ...options, tsx: file.endsWith(".tsx") })

const tests = "\\.test\\.(tsx?|mjs)$|/arbitrary-|^db/factories/|^(e2e|bench|\\.ci)/"

/** Reads and pure files may be used across nouns in either direction. */
const open = "/(queries|state-queries|public-queries|model|input|status)\\.tsx?$"

/** From a noun to the nouns above it: only what is open. */
const below = (noun, above) => ({
  name: `${noun}-is-below`,
  comment: `${above} are above ${noun}: ${noun} may use their queries and pure files, not their steps.`,
  severity: "error",
  from: { path: `^lib/(${noun})/`, pathNot: tests },
  to: { path: `^lib/(${above})/`, pathNot: open },
})

/** session.ts stands in three files: what the library asks of a store, and the mail it sends. */
const knowNext = ["^lib/platform/session", "^lib/platform/(request|i18n)\\.ts$"]

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })

module.exports = {
  forbidden: [
    forbid(
      "no-circles",
      "Files that import each other cannot be understood apart.",
      {},
      {
        circular: true,
      },
    ),
    forbid("resolvable", "The import leads nowhere.", {}, { couldNotResolve: true }),
    forbid(
      "app-not-db",
      "Pages ask lib; lib asks the database.",
      { path: "^app/" },
      { path: "^db/" },
    ),
    forbid(
      "lib-not-above",
      "lib does not know who calls it.",
      { path: "^lib/", pathNot: tests },
      { path: "^(app|server|e2e|bench)/" },
    ),
    forbid(
      "db-not-above",
      "The database knows nothing of what stands on it.",
      { path: "^db/", pathNot: "\\.test\\.ts$" },
      { path: "^(app|lib|server|messages|e2e|bench)/" },
    ),
    forbid(
      "app-not-server",
      "The server starts the pages, not the other way round.",
      { path: "^(app|proxy)" },
      { path: "^server/" },
    ),
    forbid(
      "platform-is-lowest",
      "The platform knows no noun.",
      { path: "^lib/platform/", pathNot: tests },
      { path: "^lib/(?!platform/)" },
    ),
    forbid(
      "policy-and-activity-below-nouns",
      "Policy and activity stand on the platform alone.",
      { path: "^lib/(policy|activity)/", pathNot: tests },
      { path: "^lib/(?!platform/|policy/|activity/)" },
    ),
    forbid(
      "reactions-are-highest",
      "Nothing but the server calls what follows from an event.",
      { path: "^(app/|lib/(?!reactions/))", pathNot: tests },
      { path: "^lib/reactions/" },
    ),
    below("minutes", "reports"),
    below("meetings", "reports|minutes"),
    below("people|groups|members|accounts", "reports|minutes|meetings"),
    forbid(
      "public-side-never-asks-who",
      "Neither a public page nor anything it uses may reach the session or the request.",
      {
        path: "^app/(\\[locale\\]/\\(public\\)|api/v1|sitemap\\.xml|robots\\.txt)/|^lib/[^/]+/(public-queries\\.ts|render[./])",
      },
      { path: "^lib/platform/(session|request)\\.ts$", reachable: true },
    ),
    forbid(
      "sign-in-library-in-one-place",
      "Only session, request and i18n know the sign-in library, headers and next-intl's server side.",
      {
        path: "^(app|lib|db|server)/",
        pathNot: knowNext,
      },
      {
        path: "node_modules/(next-auth|@auth)/|node_modules/next/headers|node_modules/next-intl/.*/server\\.",
      },
    ),
    forbid(
      "lib-does-not-know-next",
      "The rest of lib works without Next: in commands, jobs and tests.",
      { path: "^lib/", pathNot: knowNext },
      { path: "node_modules/next/" },
    ),
    forbid(
      "tests-stay-apart",
      "What runs does not need what tests it.",
      { path: "^(app|lib|db|server)/", pathNot: tests },
      { path: tests },
    ),
    forbid(
      "no-development-packages",
      "What runs may only need what is installed for running.",
      { path: "^(app|lib|db|server)/|^proxy", pathNot: `${tests}|^app/ui/fonts/` },
      { dependencyTypes: ["npm-dev"], path: "^node_modules/(?!@types/)" },
    ),
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    webpackConfig: { fileName: ".ci/alias.cjs" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
}
