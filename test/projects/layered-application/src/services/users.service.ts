import type { FileRepository } from '../repositories/file.repository.js';

export class UsersService {
  constructor(private readonly repository: FileRepository) {}

  list() {
    return this.repository.readAll('users');
  }

  async rename(id: string, name: string) {
    const users = this.list(); // expect: blocking-io node:fs.readFileSync
    this.repository.writeAll('users', { ...users, [id]: name }); // expect: blocking-io node:fs.writeFileSync
  }
}
