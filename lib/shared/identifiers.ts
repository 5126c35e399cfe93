/** Numbers that carry their own check. Pure; given without spaces. */

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

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}
