import { inRoot, root } from "./paths.mjs";

/**
 * How the site is launched: the front (server/) in the process of Next, from its bundle. `env`: the environment of the site;
 * `preload`: options of Node. Next's own server tells itself where it listens, for the requests that it makes to itself; under
 * another server somebody else must.
 * @param {{file?: string, port: number | string, host: string, env: NodeJS.ProcessEnv, preload?: string[]}} how
 */
export function siteProcess({ file = inRoot(".build", "front.mjs"), port, host, env, preload = [] }) {
  const self = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  return {
    command: process.execPath,
    args: [...preload, file, root, String(port), host],
    env: { ...env, __NEXT_PRIVATE_ORIGIN: `http://${self}:${port}` },
  };
}
