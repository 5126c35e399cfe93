/** A number, with the « n° » that stands before it. */
const number = /((?:[nN]°\u00a0)?\b20\d{2}-[0-9A-Z]{4}-[0-9A-Z]{4}\b)/;

/**
 * A text whose long numbers, « 2026-7K3M-9QX2 », do not break at their dashes: they are read, and copied, in one piece. A box of its own
 * each: one whose letters are wider than the line (a title on the narrowest phone, letters set apart) breaks all the same.
 */
export function WholeNumbers({ text }: { text: string }) {
  return text.split(number).map((part, at) =>
    at % 2 === 1 ? (
      <span key={at} className="inline-block max-w-full">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
