/** Beside a date that may be known by its year, or its month and year, alone. */
export const partialHint = "Si vous ne connaissez que l’année, ou le mois et l’année, laissez le reste vide.";
