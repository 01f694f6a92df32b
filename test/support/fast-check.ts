import fc from "fast-check";

/**
 * fast-check as the tests use it: every run tries the same tables, so that a passing test passes again. `SEED=... npm test` tries others
 * (`npm run test:random` takes a fresh one); what they break is a bug, and goes into a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261) });

export default fc;
