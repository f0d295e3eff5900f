/** Who asks. */
export interface Visitor {
  /** What the log names them by. */
  readonly name: string;
}

/** Without an identity provider: somebody at this machine, who may see and do everything, and whose name nobody has checked. */
export const localVisitor: Visitor = { name: 'unidentified, at the machine that Muster runs on' };
