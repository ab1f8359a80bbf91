/** What writes here, for marks in documents. The number is the one of package.json. */
export const PRODUCT = { name: 'Amtsfeder', version: '0.1.0' } as const;
