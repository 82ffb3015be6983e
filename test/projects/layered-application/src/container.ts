import { UsersService } from './services/users.service.js';
import { FileRepository } from './repositories/file.repository.js';

export interface Container {
  users: UsersService;
}

export function createContainer(dir: string): Container {
  const repository = new FileRepository(dir);
  repository.ensure(); // ok: start-up
  return { users: new UsersService(repository) };
}
