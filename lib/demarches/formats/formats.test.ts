import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { catalogue } from "@/catalogue/all";
import type { DemarcheDefinition } from "../form";
import { fieldPlaces } from "../fields/places";
import { definitionSchema } from "../schema";
import { allSections } from "../sections";
import { definitionShape } from "../shape/definition";
import { readStored, toStored, upcast } from "./read-stored";
import { currentFormat } from "./upcasters";

/**
 * The shape of the format written today. When it differs, what was published before may no longer be read, and the steps are:
 * 1. `upcasters.ts`: one function more, from the last format to the new one (`(definition) => definition` if nothing is renamed);
 * 2. `frozen/<new format>.json`: a sample with every key and every type of field, never changed afterwards;
 * 3. here, the fingerprint of the new shape. A release of zod that writes JSON Schema otherwise changes it too, alone.
 */
const fingerprint = "10c09da7e836360a";

const formats = Array.from({ length: currentFormat + 1 }, (_, format) => format);
const fileOf = (format: number) => path.join(process.cwd(), `lib/demarches/formats/frozen/${format}.json`);
const sampleOf = (format: number) => JSON.parse(readFileSync(fileOf(format), "utf8")) as Record<string, unknown>;
const shape = z.toJSONSchema(definitionShape);
const context = { today: "2026-11-23", isSignedIn: false };

describe("a format", () => {
  it("is another one as soon as the shape of a definition changes", () => {
    const found = createHash("sha256")
      .update(JSON.stringify(inOrder(shape)))
      .digest("hex")
      .slice(0, 16);
    expect(found).toBe(fingerprint);
  });

  it.each(formats)("%i has its frozen sample, under its number", (format) => {
    expect(existsSync(fileOf(format))).toBe(true);
    expect(sampleOf(format).format ?? 0).toBe(format);
  });

  it.each(formats)("%i is read today, each of its questions in its place", (format) => {
    const definition = readStored(sampleOf(format));
    const asked = (form: DemarcheDefinition) => fieldPlaces(allSections(form, context), {}).map(({ path }) => path);
    expect(asked(definition)).toEqual(expect.arrayContaining(asked(readStored(sampleOf(0)))));
    expect(definitionSchema.safeParse(definition).error?.issues ?? []).toEqual([]);
  });

  it.each(formats)("%i has at the same place what the database reads of it", (format) => {
    // `list-queue.ts`, `anonymise-finished.ts` and `list-queue-demarches.ts` look into the row itself, whatever its format.
    const sample = sampleOf(format) as DemarcheDefinition;
    expect(sample.stateLabels?.in_progress).toBe("à l’étude");
    expect(sample.legal.retentionMonths).toBe(12);
    const services = sample.sections.flatMap(({ fields }) =>
      fields.flatMap((field) =>
        field.type === "choices" ? field.options.flatMap(({ service }) => service ?? []) : [],
      ),
    );
    expect(services).toEqual(["scolarite", "etat-civil"]);
  });

  it("has a sample that holds every key of a form and every key of each type of field", () => {
    const sample = sampleOf(currentFormat);
    const { format: _, ...definition } = sample;
    expect(Object.keys(definition).sort()).toEqual(Object.keys(shape.properties ?? {}).sort());
    expect(keysByType(sample.sections)).toEqual(keysByType(shape));
  });

  it("is written with what is published, and read back the same", () => {
    for (const { definition } of catalogue) {
      const stored = toStored(definition);
      expect(stored.format).toBe(currentFormat);
      expect(toStored(readStored(stored))).toEqual(stored);
    }
  });
});

describe("reading what is stored", () => {
  const steps = [
    ({ title, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, name: title }),
    ({ name, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, names: [name] }),
  ];

  it("goes through each format from its own to the last", () => {
    expect(upcast({ title: "a" }, steps)).toEqual({ names: ["a"] });
    expect(upcast({ format: 0, title: "a" }, steps)).toEqual({ names: ["a"] });
    expect(upcast({ format: 1, name: "a" }, steps)).toEqual({ names: ["a"] });
    expect(upcast({ format: 2, names: ["a"] }, steps)).toEqual({ names: ["a"] });
  });

  it("refuses a format that this program does not know, and what is no definition", () => {
    expect(() => upcast({ format: 3 }, steps)).toThrow("reads 0 to 2");
    expect(() => upcast({ format: "1" }, steps)).toThrow("reads 0 to 2");
    expect(() => upcast({ format: -1 }, steps)).toThrow("reads 0 to 2");
    expect(() => upcast(null, steps)).toThrow("no record");
    expect(() => readStored({ ...sampleOf(currentFormat), colour: "red" })).toThrow();
  });

  it("does not judge again what was published: a rule of publication binds what comes after it", () => {
    const [first] = catalogue;
    const broken = { ...first?.definition, silenceMonths: 1, maxDays: 700, warnings: [] };
    const sections = [{ key: "applicant", title: "A", fields: [{ key: "who", type: "email", label: "E" }] }];
    const stored = { ...broken, sections };
    expect(definitionSchema.safeParse(stored).success).toBe(false);
    expect(readStored(stored).sections).toEqual(sections);
  });
});

/** The same whatever the order of keys and of alternatives, which says nothing of what is accepted. */
function inOrder(thing: unknown): unknown {
  const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  if (Array.isArray(thing)) return thing.map(inOrder).sort(byText);
  if (typeof thing !== "object" || thing === null) return thing;
  return Object.fromEntries(
    Object.entries(thing)
      .map(([key, inner]) => [key, inOrder(inner)] as const)
      .sort(byText),
  );
}

/** Keys of each type of field, in a JSON Schema (`properties`) or in a definition. */
function keysByType(thing: unknown, found: Record<string, string[]> = {}): Record<string, string[]> {
  if (typeof thing !== "object" || thing === null) return found;
  const holder = thing as { properties?: Record<string, { const?: unknown }>; type?: unknown; key?: unknown };
  const type = holder.properties?.type?.const ?? (typeof holder.key === "string" ? holder.type : undefined);
  if (typeof type === "string") {
    const keys = Object.keys(holder.properties ?? holder);
    found[type] = [...new Set([...(found[type] ?? []), ...keys])].sort();
  }
  for (const inner of Object.values(thing)) keysByType(inner, found);
  return found;
}
