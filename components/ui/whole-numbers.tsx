import { apartFromNumbers } from "@/lib/shared/text";

/**
 * A text whose long numbers, « 2026-7K3M-9QX2 », do not break at their dashes: they are read, and copied, in one piece. A box of its own
 * each: one whose letters are wider than the line (a title on the narrowest phone, letters set apart) breaks all the same.
 */
export function WholeNumbers({ text }: { text: string }) {
  return apartFromNumbers(text).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="inline-block max-w-full">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
