/** Nothing: without a file of its own here, the build would climb to the portal's. */
export function register(): void {
  return undefined;
}
