// For the transaction and `tables()` alone, which is the only way of a module to the database.
export const TRX = Symbol('transaction')
export const INSERT = Symbol('insert')
export const SEND = Symbol('send')
export const READ = Symbol('read')
