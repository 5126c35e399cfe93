import { useEffect, useState } from "react";
import { readPostalCode } from "@/lib/shared/place";

/** The communes of a complete postal code; null while it is incomplete, or the answer is late. */
export function useCommunes(lookupUrl: string, typedCode: string): readonly string[] | null {
  const code = readPostalCode(typedCode) ?? "";
  const [found, setFound] = useState<{ code: string; communes: readonly string[] }>({ code: "", communes: [] });
  useEffect(() => {
    if (code === "") return;
    const request = new AbortController();
    fetchCommunes(`${lookupUrl}?codePostal=${code}`, request.signal).then(
      (communes) => setFound({ code, communes }),
      // The commune can still be typed.
      () => undefined,
    );
    return () => request.abort();
  }, [lookupUrl, code]);
  return found.code === code && code !== "" ? found.communes : null;
}

async function fetchCommunes(url: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(url, { signal });
  const body: unknown = response.ok ? await response.json() : {};
  const communes = typeof body === "object" && body !== null && "communes" in body ? body.communes : [];
  return Array.isArray(communes) ? communes.filter((name) => typeof name === "string") : [];
}
