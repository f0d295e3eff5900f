/** The greatest of many positions, each once, out of lists that grow: of most lists only the last position is looked at. */
export class LastPositions {
  private readonly found: number[] = [];

  constructor(private readonly most: number) {}

  take(positions: readonly number[]): void {
    for (let index = positions.length - 1; index >= 0; index -= 1) {
      const position = positions[index]!;
      if (this.found.length === this.most && position <= this.found[0]!) return;
      this.insert(position);
    }
  }

  /** The least first. */
  get inOrder(): readonly number[] {
    return this.found;
  }

  private insert(position: number): void {
    let at = this.found.length;
    while (at > 0 && this.found[at - 1]! > position) at -= 1;
    if (this.found[at - 1] === position) return;
    this.found.splice(at, 0, position);
    if (this.found.length > this.most) this.found.shift();
  }
}
