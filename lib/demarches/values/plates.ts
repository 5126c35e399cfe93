/** A plate as it is written: AB-123-CD; the older 1234 AB 75 and foreign ones in capitals. Null when it cannot be one. */
export function tidyPlate(text: string): string | null {
  const plate = text.toUpperCase().replace(/[\s.-]/g, "");
  const current = /^([A-Z]{2})(\d{3})([A-Z]{2})$/.exec(plate);
  if (current) return current.slice(1).join("-");
  const older = /^(\d{1,4})([A-Z]{1,3})(\d[\dAB]|\d{3})$/.exec(plate);
  if (older) return older.slice(1).join(" ");
  return /^[A-Z0-9]{3,10}$/.test(plate) && /\d/.test(plate) ? plate : null;
}
