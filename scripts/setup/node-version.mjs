// Imported first and alone, so that even a Node that cannot read the rest can say so: nothing newer than ES modules here.

const least = 20;

export function requireNode() {
  if (Number(process.versions.node.split(".")[0]) >= least) return;
  process.stderr.write(
    "\n✗ Stet needs Node " +
      least +
      " or newer to begin; this is " +
      process.version +
      " (" +
      process.execPath +
      ").\n" +
      "  Install a current one from https://nodejs.org or your package manager. Stet brings its own Node 24 for the rest.\n",
  );
  process.exit(1);
}
