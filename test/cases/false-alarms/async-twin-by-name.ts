// `get` and `getAsync` are different questions; the name makes neither blocking (vs-threading#1610, Moq).
export class Catalogue {
  private readonly items = new Map<string, number>();

  get(id: string) {
    return this.items.get(id);
  }

  async getAsync(id: string, timeout: number) {
    const item = this.get(id);
    await new Promise((resolve) => setTimeout(resolve, timeout));
    return item ?? this.get('default');
  }

  readSync() {
    return [...this.items];
  }

  async read() {
    return this.readSync();
  }
}
