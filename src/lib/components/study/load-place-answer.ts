/** The answer of a map item brings the map along: only whoever meets such a card loads it, while thinking. */
export const loadPlaceAnswer = () => import('./PlaceAnswer.svelte');
