import { prepareFirstAdministrator } from "#modules/accounts/index.js";
import { declineDemo, seedDemo } from "#modules/demo/index.js";
import { loadHighlighter } from "#modules/derived/index.js";
import { projectFile, readConfig } from "#platform/config/index.js";
import { OperatorError } from "#platform/errors.js";
import { loadWebBuild } from "#platform/http/index.js";
import { keepHouse } from "./housekeeping.js";
import { openStet, type OpenStetOptions, type Stet } from "./open-stet.js";
import { buildStetSchema } from "./schema.js";
import { createServer } from "./server.js";

export interface RunningStet extends Stet {
  /** Where it can be reached from this machine. */
  address: string;
}

/**
 * Opens the instance and serves it. Closing finishes the requests under way first.
 *
 * @throws OperatorError also when the port is taken.
 */
export async function serve(options: OpenStetOptions = {}): Promise<RunningStet> {
  const say = options.onProgress ?? (() => {});
  const config = options.config ?? readConfig();
  const web = await loadWebBuild(projectFile("apps/web"));
  const stet = await openStet({ ...options, config, isServer: true });
  try {
    // First, so that an administrator named in the settings is not taken for one of the demo's people.
    const { setupUrl, notes } = await prepareFirstAdministrator(stet.accounts, {
      email: config.adminEmail,
      password: config.adminPassword,
    });
    notes.push(...(await prepareDemo(stet, say)));
    const server = await createServer({
      schema: buildStetSchema(),
      database: stet.database,
      changes: stet.changes,
      accounts: stet.accounts,
      site: stet.site,
      isUrlSet: config.isUrlSet,
      dataDir: config.dataDir,
      trustProxy: config.trustProxy,
      log: stet.log,
      web,
    });
    const { port } = await server.listen(config).catch((error: unknown) => {
      throw listenError(error, config);
    });
    for (const note of notes) say(note);
    if (setupUrl !== undefined) say(`Create the administrator (this link works once): ${setupUrl}`);
    const address = config.isUrlSet ? config.url : `http://localhost:${port}`;
    say(`Stet is ready: ${address}`);
    // Grammars take most of a second; whoever saves or reads first should not wait for them.
    loadHighlighter().catch((error: unknown) => stet.log.error({ error }, "No grammars for code"));
    const endHousekeeping = keepHouse({ db: stet.database.db, log: stet.log });
    return {
      ...stet,
      address,
      async close() {
        await endHousekeeping();
        await server.close();
        await stet.close();
      },
    };
  } catch (error) {
    await stet.close();
    throw error;
  }
}

async function prepareDemo(
  { accounts, config, site }: Stet,
  say: (line: string) => void,
): Promise<string[]> {
  if (!config.demo) {
    await declineDemo({ accounts });
    return [];
  }
  say("Looking after the demo content");
  return seedDemo({ accounts, dataDir: config.dataDir, site });
}

function listenError(error: unknown, config: { port: number; host: string | undefined }): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    return new OperatorError(
      `Port ${config.port} is taken by another program.`,
      `Choose another one, e.g. PORT=${config.port + 1} npm start`,
    );
  }
  if (code === "EACCES") {
    return new OperatorError(
      `This user may not listen on port ${config.port}.`,
      "Choose a port above 1023 with PORT.",
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new OperatorError(
      `HOST=${config.host} is no address of this machine.`,
      "Leave HOST out to listen on all.",
    );
  }
  return error;
}
