// `npm start`: plain Node without packages, because it is what installs them.

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Rapporteur needs Node 20.19 or newer; this is ${process.versions.node}. ` +
      "Node 24 is recommended: https://nodejs.org\n",
  )
  process.exitCode = 1
} else {
  // Loaded only now: an older Node could not even read these files.
  import("./setup/launch.mjs")
    .then(({ launch }) => launch(process.argv.slice(2)))
    .catch((error) => {
      process.stderr.write(`${error?.name === "SetupError" ? error.message : error?.stack}\n`)
      process.exitCode = error?.exitCode ?? 1
    })
}
