/** Requests that one address may make; beyond, 429. */
export const RATE = { most: 600, seconds: 60 } as const;
