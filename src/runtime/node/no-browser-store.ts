// Imported first by the doors on Node: grammY's entry for every runtime looks for a browser's store as it is read, and
// Node would warn on each start that it has none.

Reflect.deleteProperty(globalThis, 'localStorage')
