import { bundleFiles } from "../lib/bundle.mjs";

/** Before the tests of a run: the program of the processes that read files. */
export default bundleFiles;
