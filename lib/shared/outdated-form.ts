/**
 * Marks a form that was filled on a page of another build of the portal: shown again, filled, by the new one. « incomplet » when a
 * password or a file was among it, which is to be given again. No field of a page bears this name.
 */
export const outdatedField = "formulaire-d-avant";
