import { foundSentence } from "./found";

const found = (shown: number, hasMore = false, isLater = false) =>
  foundSentence({ shown, hasMore, isLater }, "demande", "aucune");

it.each([
  [found(0), "Aucune demande ne correspond"],
  [foundSentence({ shown: 0, hasMore: false, isLater: false }, "compte", "aucun"), "Aucun compte ne correspond"],
  [found(1), "1\u00a0demande correspond"],
  [found(3), "3\u00a0demandes correspondent"],
  [found(50, true), "Plus de 50\u00a0demandes correspondent"],
  [found(12, false, true), "Suite des demandes qui correspondent"],
])("says how many lines a search found: %s", (said, expected) => {
  expect(said).toBe(expected);
});
