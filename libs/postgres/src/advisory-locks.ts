/** Advisory locks of PostgreSQL, each of one number; readers and duties have a space each, by the hash of their name. */
export const eventLogLock = 7_001;
export const migrationLock = 7_002;
export const readerLockSpace = 7_003;
export const dutyLockSpace = 7_004;
