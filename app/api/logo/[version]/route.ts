import { findLogo } from "@/lib/organisation/queries/find-portal";
import { cached } from "@/lib/web/page/cache";
import { missing } from "@/lib/web/page/missing";
import { routeGuard } from "@/lib/web/route/route-guard";

type Context = { params: Promise<{ version: string }> };

/** The town's logo, kept by browsers as long as its name lives; a page a minute old asks for the one before and gets the new. */
export const GET = routeGuard<Context>(
  { name: "logo", limit: { max: 600, windowSeconds: 60 } },
  async (_, { params }) => {
    const { version } = await params;
    const logo = await cached("portal", "logo", findLogo);
    if (!logo) missing();
    return new Response(new Uint8Array(logo.png), {
      headers: {
        "content-type": "image/png",
        "content-length": String(logo.png.length),
        "cache-control": version === logo.version ? "public, max-age=31536000, immutable" : "no-store",
      },
    });
  },
);
