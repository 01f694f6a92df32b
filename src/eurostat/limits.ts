/** Larger numbers than this are refused wherever figures are read: the squares of their gaps overflow. */
export const LARGEST_VALUE = 1e150;
