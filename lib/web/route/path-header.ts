/** Request header that proxy.ts writes over: path and query of the page that was asked for. */
export const pathHeader = "x-parvis-path";
