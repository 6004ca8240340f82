// Stands for the types of `highlight.js` (tsconfig.json, `paths`): its own would give every file the globals of a browser.
export type LanguageFn = (api: never) => object;
