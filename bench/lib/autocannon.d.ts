/** What the bench uses of autocannon, which brings no types: those that others keep describe its version 7. */
declare module "autocannon" {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    headers?: Record<string, string>;
    requests?: { setupRequest: (request: Request) => Request }[];
  };
  type Result = {
    statusCodeStats: Record<string, { count: number }>;
    errors: number;
    timeouts: number;
    requests: { total: number };
    /** Seconds. */
    duration: number;
  };

  export default function autocannon(options: Options): Promise<Result>;
}
