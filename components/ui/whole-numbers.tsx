import { apartFromNumbers } from "@/lib/shared/text";

/** A text whose long numbers, « 2026-7K3M-9QX2 », never break at their dashes: they are read, and copied, in one piece. */
export function WholeNumbers({ text }: { text: string }) {
  return apartFromNumbers(text).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
