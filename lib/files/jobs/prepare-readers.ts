import { warmReaders } from "../inspecting/read-apart";

/** At the portal's start: the first file that somebody sends does not wait for a process to start. */
export function prepareReaders(): void {
  warmReaders();
}
