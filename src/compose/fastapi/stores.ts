/** Where an endpoint can keep its things. */
export const stores = ['redis', 'neo4j'] as const;
