import { publishCommand } from "./publish/command";
import { runCommand, tell } from "./terminal";

/** The command « demarches:publish »: the démarches that ship, in this town. */
await runCommand(() => publishCommand(process.argv.slice(2), tell));
