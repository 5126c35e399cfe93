import { currentPath } from "@/lib/web/route/return-path";
import { DraftNotFound } from "./draft-not-found";

export default async function NotFound() {
  return <DraftNotFound path={await currentPath()} />;
}
