/** Numbers that carry their own check, and vehicle plates. Pure; given without spaces. */

const laPoste = "356000000";

/** SIRET: 14 digits, Luhn's key; La Poste's establishments keep a plain sum, multiple of 5 (INSEE). */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false;
  if (luhn(digits) % 10 === 0) return true;
  return digits.startsWith(laPoste) && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** RNA: W, then the code of the prefecture's office and a number: 9 digits, with a letter overseas and in Corsica. */
export function isRna(code: string): boolean {
  return /^W\d[\dA-Z]\d{7}$/.test(code);
}

/** A plate as it is written: AB-123-CD; the older 1234 AB 75 and foreign ones in capitals. Null when it cannot be one. */
export function tidyPlate(text: string): string | null {
  const plate = text.toUpperCase().replace(/[\s.\-]/g, "");
  const current = /^([A-Z]{2})(\d{3})([A-Z]{2})$/.exec(plate);
  if (current) return current.slice(1).join("-");
  const older = /^(\d{1,4})([A-Z]{1,3})(\d[\dAB]|\d{3})$/.exec(plate);
  if (older) return older.slice(1).join(" ");
  return /^[A-Z0-9]{3,10}$/.test(plate) && /\d/.test(plate) ? plate : null;
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}
