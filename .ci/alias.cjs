const path = require("node:path")

// dependency-cruiser reads the alias here, because it cannot read it from TypeScript 7's settings.
module.exports = { resolve: { alias: { "@": path.resolve(__dirname, "..") } } }
