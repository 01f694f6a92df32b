import { version as packageVersion } from "../../package.json";

/** The version of this package, as every recipe states it. */
export const version: string = packageVersion;
